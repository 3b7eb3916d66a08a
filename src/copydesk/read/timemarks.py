"""The times that elements of a document mark: `<time>`, and the `<abbr class="published">` of older blogs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from copydesk.lexicon import load_world

MOST_SCRIPT = 2_000_000  # characters of scripts that are looked at
# The names under which the data of pages that scripts build keep the time of publication.
_SCRIPTED = re.compile(
    r"\b(?:(?:date|first)[_-]?published(?:[_-]?(?:at|date|on))?|(?:published|publication|publish|pub)[_-]?(?:at|date|time|on))"
    r"\\?[\"']?\s*[:=]\s*\\?[\"'](?P<value>(?:19|20)\d\d-\d\d-\d\d[T \d:.Z+-]{0,20})", re.IGNORECASE,
)
NEAR = 40  # characters before a `<time>` in which a word says that it is an update


def find_times(root: Any) -> Iterator[tuple[str, str, str]]:
    """(field, text, "time") of each time that is the article's own, in document order; times of updates are "modified"."""
    homes = {home for head in root.iter("h1") for home in head.iterancestors("article")}
    for element in root.iter("time"):
        stated = element.get("datetime") or " ".join(element.itertext())
        if stated and _is_own(element, homes):
            yield "modified" if _is_update(element) else "published", stated, "time"
    for element in root.iter("abbr"):
        if "publish" in (element.get("class") or "").lower():
            yield "published", element.get("title") or "", "time"


def find_scripted(root: Any) -> str | None:
    """The time of publication in the data of a page's scripts, where they name one day alone: teasers have others."""
    text = "\n".join(script.text or "" for script in root.iter("script"))[:MOST_SCRIPT]
    found = [match["value"].strip() for match in _SCRIPTED.finditer(text)]
    return found[0] if found and len({value[:10] for value in found}) == 1 else None


def _is_own(element: Any, homes: set[Any]) -> bool:
    """Whether a `<time>` is the article's: marked so, or not in a list of other stories.

    homes: the article elements that hold the main heading; a time in another article is that of a card.
    """
    above = list(element.iterancestors())
    home = next((each for each in above if each.tag == "article"), None)
    if homes and home is not None and home not in homes:
        return False
    tags = {each.tag for each in above}
    marks = _marks(element)
    if "publ" in marks or "datetime" in marks or "modif" in marks or "updat" in marks:
        return not tags & {"aside", "nav"}
    return bool(tags & {"article", "main", "header"}) and not tags & {"aside", "li", "nav", "footer"}


def _is_update(element: Any) -> bool:
    """Whether a `<time>` is marked as that of an update, or a word before it says so ("Updated 11:20")."""
    marks = _marks(element)
    if "publ" in marks:
        return False
    if "modif" in marks or "updat" in marks:
        return True
    before = element.getprevious()
    parent = element.getparent()
    text = (before.tail if before is not None else parent.text if parent is not None else "") or ""
    if before is not None and not text.strip() and before.tag != "time":
        text = " ".join(before.itertext()) + text
    return load_world().months.tells_update(text[-NEAR:])


def _marks(element: Any) -> str:
    return " ".join(filter(None, (element.get("itemprop"), element.get("class"), element.get("pubdate")))).lower()
