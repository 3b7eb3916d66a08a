"""What a live page's JSON-LD states of its entries (schema.org LiveBlogPosting)."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import Any

from copydesk.read.jsonld import find_names, find_nodes, find_texts, index_nodes
from copydesk.read.stamps import iso_of
from copydesk.record import StatedEntry

LIVE = "LiveBlogPosting"
MAX_ENTRIES = 1000  # stated entries kept of one page
OPENING = 200  # characters of an entry's text that are kept to find it on the page
_TAG = re.compile(r"<[^<>]*>")


def find_stated_entries(root: Any) -> tuple[bool, tuple[StatedEntry, ...]]:
    """Whether a document calls itself a live page, and the entries that it states, in its order.

    An entry without a headline and without text is left out: nobody could find it on the page.
    """
    nodes = find_nodes(root, LIVE)
    live = [node for node in nodes if LIVE in find_texts(node.get("@type"))]
    by_id = index_nodes(nodes)
    stated = (entry for node in live for entry in _entries(node, by_id) if entry.headline or entry.opening)
    return bool(live), tuple(entry for entry, _ in zip(stated, range(MAX_ENTRIES), strict=False))


def _entries(live: dict[str, Any], by_id: dict[str, dict[str, Any]]) -> Iterator[StatedEntry]:
    updates = live.get("liveBlogUpdate")
    for update in updates if isinstance(updates, list) else [updates]:
        if isinstance(update, dict):
            created = _first(update, "datePublished", "dateCreated")
            yield StatedEntry(
                headline=_first(update, "headline", "name"), opening=_first(update, "articleBody", "text")[:OPENING],
                created=iso_of(created) or created,
                authors=find_names(update.get("author") or update.get("creator"), by_id),
            )


def _first(node: dict[str, Any], *keys: str) -> str:
    """The first text under the keys without its tags, white space made single; "" where there is none."""
    found = (text for key in keys for text in find_texts(node.get(key)))
    return " ".join(html.unescape(_TAG.sub(" ", next(found, "")[: OPENING * 20])).split())
