"""Menus of a page with markup: rows of short links in its navigation or footer, known without reading their words.

They are nearly half of the blocks of a news page. What stands inside one is labelled at once; its first and last link are
read like any other block, as what stands beside them may matter.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import groupby

from copydesk.record import Piece

LABEL, REASON = "navigation", "menu.inside"
OUTSIDE = frozenset(("nav", "footer", "aside", "form", "menu", "dialog"))  # elements that are no part of the text
LONGEST = 30  # characters of a menu's link
MOST_WORDS = 3
ALL_LINK = 0.8  # share of a block's characters inside links


def find_menus(pieces: Sequence[Piece], text: str) -> list[bool]:
    """Whether each piece stands inside a row of links of a menu, its first and last link apart. text: the page's."""
    inside = [False] * len(pieces)
    start = 0
    for is_link, row in groupby(_is_menu_link(piece, text) for piece in pieces):
        end = start + sum(1 for _ in row)
        if is_link:
            inside[start + 1:end - 1] = [True] * max(0, end - start - 2)
        start = end
    return inside


def _is_menu_link(piece: Piece, text: str) -> bool:
    if piece.link_share <= ALL_LINK or piece.span.end - piece.span.start > LONGEST or piece.time is not None:
        return False
    return is_outside(piece.path) and text.count(" ", piece.span.start, piece.span.end) < MOST_WORDS


@lru_cache(maxsize=4096)
def is_outside(path: tuple[str, ...]) -> bool:
    """Whether an element of a path ("div.story", "nav#main") is none of the text's: navigation, footer, aside, form."""
    return not OUTSIDE.isdisjoint(map(name_of, path))


@lru_cache(maxsize=16_384)
def name_of(element: str) -> str:
    """The name of an element of a path: "div" of "div.story#x"."""
    return element.partition(".")[0].partition("#")[0]
