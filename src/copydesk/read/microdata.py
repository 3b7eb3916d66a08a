"""What the microdata of a document state of its article: the properties that stand in it and in no other object."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from copydesk.read.jsonld import is_article_type

MAX_TEXT = 400  # characters of a value; longer ones are no headline, name or time
_FIELDS = {
    "headline": "title", "datepublished": "published", "datemodified": "modified", "author": "author", "creator": "author",
    "articlesection": "section", "alternativeheadline": "standfirst", "inlanguage": "language", "publisher": "outlet",
    "mainentityofpage": "canonical_url",
}
_OWNERS = ("WebPage", "Blog", "CreativeWork")
_NAMED = ("author", "outlet")


def find_microdata(root: Any) -> Iterator[tuple[str, str]]:
    """(field, value) of each property of the article, in document order. Of a person or house the name is the value."""
    for element in root.xpath("descendant-or-self::*[@itemprop]"):
        for field in filter(None, (_FIELDS.get(word) for word in element.get("itemprop").lower().split())):
            if _is_of_article(element):
                for text in _names(element) if field in _NAMED else (_value(element, field),):
                    if len(text) < MAX_TEXT:
                        yield field, text


def _value(element: Any, field: str) -> str:
    if field == "canonical_url":
        return element.get("itemid") or element.get("href") or element.get("content") or ""
    return element.get("content") or element.get("datetime") or " ".join(element.itertext())


def _names(element: Any) -> tuple[str, ...]:
    """The names inside a person or house of its own, else all that stands there."""
    if element.get("itemscope") is None and element.find(".//*[@itemprop='name']") is None:
        return (_value(element, "author"),)
    return tuple(_value(each, "author") for each in element.iterfind(".//*[@itemprop='name']"))


def _is_of_article(element: Any) -> bool:
    """Whether a property is the article's: it stands neither beside it nor in an object of its own, such as a picture."""
    for parent in element.iterancestors():
        if parent.tag in ("aside", "nav", "footer", "figure", "figcaption"):
            return False
        if parent.get("itemscope") is not None:
            kind = parent.get("itemtype") or ""
            return not kind or is_article_type(kind) or kind.endswith(_OWNERS)
    return True
