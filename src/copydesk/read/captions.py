"""Captions and credits that stand in attributes of pictures alone, where no caption is shown beside them."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import Any

# Attributes in which galleries and lightboxes keep the words that they show below a picture.
CAPTIONS = ("data-caption", "data-image-caption", "data-photo-caption", "data-img-caption", "data-image-description")
CREDITS = ("data-credit", "data-photo-credit", "data-image-credit", "data-copyright", "data-photographer")
LEAST_WORDS = 5  # of an alternative text that describes a picture; fewer only name it
MOST = 2_000  # characters of a caption
HOMES = 3  # elements above a picture in which its caption may be shown
_PICTURE = re.compile(r"\.(?:jpe?g|png|webp|gif|avif)(?:$|[?#])", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]*>")


def find_captions(picture: Any) -> Iterator[tuple[str, str]]:
    """("caption" or "credit", its words) that a picture states and its surroundings do not show.

    An alternative text counts only for a picture in a `<figure>` without a caption, and outside links: those of cards
    repeat the headline.
    """
    attributes = picture.attrib
    stated = [("caption", _words(attributes, CAPTIONS)), ("credit", _words(attributes, CREDITS))]
    if not stated[0][1] and "alt" in attributes and _is_bare_figure(picture):
        described = _clean(attributes["alt"])
        stated[0] = ("caption", described if len(described.split()) >= LEAST_WORDS else "")
    if any(words for _, words in stated) and not _is_linked(picture):
        shown = _folded(_shown_beside(picture))
        yield from ((kind, words) for kind, words in stated if words and _folded(words) not in shown)


def _is_linked(picture: Any) -> bool:
    """Whether a picture stands in a link to anything but a picture, as that of a card does."""
    links = (each.get("href") or "" for each in picture.iterancestors("a"))
    return any(not _PICTURE.search(link) for link in links)


def _words(attributes: Any, names: tuple[str, ...]) -> str:
    return next((words for name in names if name in attributes and (words := _clean(attributes[name]))), "")


def _clean(text: str) -> str:
    return " ".join(html.unescape(_TAG.sub(" ", text[:MOST])).split())


def _folded(text: str) -> str:
    return "".join(letter for letter in text.lower() if letter.isalnum())


def _is_bare_figure(picture: Any) -> bool:
    """Whether a picture stands in a figure that shows no caption of its own."""
    figure = next((each for each in picture.iterancestors() if each.tag == "figure"), None)
    return figure is not None and not "".join(figure.itertext()).strip()


def _shown_beside(picture: Any) -> str:
    """The text of the smallest element above a picture that holds any, a few levels up."""
    for count, home in enumerate(picture.iterancestors(), 1):
        text = "".join(home.itertext())
        if text.strip() or count == HOMES:
            return text
    return ""
