"""What a document's JSON-LD scripts state: their objects, and the values of the article among them."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

MAX_SCRIPT = 2_000_000  # characters of one JSON-LD script; larger ones hold product lists, not articles
MAX_DEPTH = 12  # levels of a JSON-LD script that are walked
_ARTICLE_TYPE = re.compile(r"Article|Posting|Report|NewsAnalysis|Review", re.IGNORECASE)
_COMMENT = re.compile(r"^\s*(?://)?\s*<!(?:\[CDATA\[|--)|(?://)?\s*(?:\]\]|--)>\s*;?\s*$")
# The times and the headline in a script that no reader of JSON takes.
_RESCUED = re.compile(r'"(headline|datePublished|dateCreated|dateModified)"\s*:\s*"((?:[^"\\\n]|\\.){1,300})"')
_PLAIN = {
    "headline": "title", "datePublished": "published", "dateCreated": "published", "dateModified": "modified",
    "articleSection": "section", "inLanguage": "language", "description": "standfirst",
}


def find_stated(root: Any, titles: Iterable[str] = ()) -> Iterator[tuple[str, str]]:
    """(field, value) of the page's article, and where none says when it was published, of the page itself.

    titles: what the document is called elsewhere; of several articles that of this headline is the page's own.
    """
    nodes = find_nodes(root)
    by_id = index_nodes(nodes)
    articles = [node for node in nodes if is_article_type(node.get("@type"))]
    known = [_folded(title) for title in titles if title]
    if articles:
        yield from _article_values(min(articles, key=lambda node: _distance(node, known)), by_id)
    if not any("datePublished" in node or "dateCreated" in node for node in articles):
        yield from (("published", text) for node in nodes if _is_page(node) for text in find_texts(node.get("datePublished")))
    if not nodes:
        yield from _rescue(root)


def _distance(node: dict[str, Any], titles: list[str]) -> tuple[int, bool, bool]:
    """The place of the first title that the headline of an article is, then what else it lacks; least for the page's own."""
    headline = _folded(next(iter(find_texts(node.get("headline"))), ""))
    named = (at for at, title in enumerate(titles) if headline and title and (headline in title or title in headline))
    return next(named, len(titles)), "headline" not in node, "datePublished" not in node


def _folded(title: str) -> str:
    return " ".join(re.findall(r"\w+", html.unescape(title).lower()))


def _rescue(root: Any) -> Iterator[tuple[str, str]]:
    """The first headline and times of scripts that are broken beyond repair."""
    seen: set[str] = set()
    for script in _scripts(root):
        for key, value in _RESCUED.findall((script.text or "")[:MAX_SCRIPT]):
            field = _PLAIN[key]
            if field not in seen and is_article_type(re.findall(r'"@type"\s*:\s*"(\w+)"', script.text)):
                seen.add(field)
                yield field, value


def _scripts(root: Any) -> Iterator[Any]:
    return (script for script in root.iter("script") if "ld+json" in (script.get("type") or "").lower())


def find_nodes(root: Any, holding: str = "") -> list[dict[str, Any]]:
    """All objects of the document's JSON-LD scripts, those inside others too; of scripts that hold a word only, if given."""
    nodes: list[dict[str, Any]] = []
    for script in _scripts(root):
        if holding in (script.text or ""):
            nodes += _walk(_parse(script.text or ""), 0)
    return nodes


def find_names(value: Any, by_id: Mapping[str, dict[str, Any]]) -> tuple[str, ...]:
    """Names of people and organisations in a JSON-LD value: text, objects, or references to other objects."""
    return tuple(_names(value, by_id))


def index_nodes(nodes: Iterable[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """The objects that others may refer to, by their "@id"."""
    return {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str) and len(node) > 1}


def _parse(text: str) -> Any:
    """The JSON of a script; None where it cannot be read even with a lost comment mark or raw line breaks."""
    if len(text) > MAX_SCRIPT:
        return None
    bare = _COMMENT.sub("", text).strip().rstrip(";")
    for attempt in (bare, re.sub(r",\s*([}\]])", r"\1", bare), re.sub(r"[\x00-\x1f]+", " ", html.unescape(bare))):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _walk(node: Any, depth: int) -> Iterator[dict[str, Any]]:
    """All objects, those of a list or `@graph` too; teasers inside a list of parts come after the page's own article."""
    if depth > MAX_DEPTH:
        return
    if isinstance(node, list):
        for each in node:
            yield from _walk(each, depth + 1)
    elif isinstance(node, dict):
        yield node
        for value in node.values():
            if isinstance(value, (list, dict)):
                yield from _walk(value, depth + 1)


def is_article_type(kinds: Any) -> bool:
    """Whether a JSON-LD type, or the address of a microdata type, is one of articles."""
    return any(_ARTICLE_TYPE.search(kind) for kind in find_texts(kinds))


def _is_page(node: dict[str, Any]) -> bool:
    """Whether an object is the page itself: where no article says when it was published, the page may."""
    return any(kind in ("WebPage", "ItemPage") for kind in find_texts(node.get("@type")))


def _article_values(node: dict[str, Any], by_id: Mapping[str, dict[str, Any]]) -> Iterator[tuple[str, str]]:
    for key, field in _PLAIN.items():
        if key != "dateCreated" or "datePublished" not in node:
            yield from ((field, text) for text in find_texts(node.get(key)))
    yield from (("author", name) for name in _names(node.get("author") or node.get("creator"), by_id))
    yield from (("outlet", name) for name in _names(node.get("publisher"), by_id))
    address = node.get("mainEntityOfPage") or node.get("url")
    address = address.get("@id") if isinstance(address, dict) else address
    if isinstance(address, str) and address.startswith("http"):
        yield "canonical_url", address


def _names(value: Any, by_id: Mapping[str, dict[str, Any]]) -> Iterator[str]:
    """Names of people and organisations, given as text, as objects, or by reference."""
    for each in value if isinstance(value, list) else [value]:
        if isinstance(each, str):
            yield by_id[each].get("name", "") if each in by_id else each
        elif isinstance(each, dict):
            named = each if each.get("name") else by_id.get(str(each.get("@id")), {})
            yield from find_texts(named.get("name"))


def find_texts(value: Any) -> tuple[str, ...]:
    """The texts of a JSON-LD value that may be one, a list, an object with a name, or one tagged with its language."""
    if isinstance(value, str):
        return (value,)
    if isinstance(value, list):
        return tuple(text for each in value for text in find_texts(each))
    if isinstance(value, dict) and isinstance(value.get("@value") or value.get("name"), str):
        return (value.get("@value") or value["name"],)
    return ()
