"""The one file that asks outside extractors: trafilatura which pieces are body, htmldate for a day as a last resort."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Sequence

from copydesk.record import Piece

SHINGLE = 4  # words
CHOSEN_SHARE = 0.7  # share of a piece's shingles that must stand in the extractor's text
MAX_CHARACTERS = 3_000_000  # larger pages are not asked about: the extractor's time grows faster than the page


def ask_extractor(markup: str, text: str, pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """The pieces with `chosen` set by trafilatura's default mode; unchanged where it finds nothing or fails."""
    if len(markup) > MAX_CHARACTERS:
        return tuple(pieces)
    try:
        import trafilatura
    except ImportError:  # one voice of several: without it the labeller decides alone
        return tuple(pieces)
    body = trafilatura.extract(markup, include_comments=False, deduplicate=False) or ""
    words = _words(body)
    if len(words) < 2 * SHINGLE:
        return tuple(pieces)
    shingles = {tuple(words[i:i + SHINGLE]) for i in range(len(words) - SHINGLE + 1)}
    lines = {" ".join(_words(line)) for line in body.split("\n")}
    return tuple(
        dataclasses.replace(piece, chosen=_is_chosen(_words(text[piece.span.start:piece.span.end]), shingles, lines))
        for piece in pieces
    )


def _is_chosen(words: list[str], shingles: set[tuple[str, ...]], lines: set[str]) -> bool:
    if len(words) < SHINGLE:
        return " ".join(words) in lines
    own = [tuple(words[i:i + SHINGLE]) for i in range(len(words) - SHINGLE + 1)]
    return sum(shingle in shingles for shingle in own) >= CHOSEN_SHARE * len(own)


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def ask_day(markup: str, url: str | None) -> str | None:
    """The day of publication as htmldate tells it from markup and address, or None. Today is never an answer."""
    if len(markup) > MAX_CHARACTERS:
        return None
    try:
        from htmldate import find_date
    except ImportError:
        return None
    try:
        day = find_date(markup, original_date=True, extensive_search=True, url=url)
    except (ValueError, TypeError, AttributeError, OverflowError):  # faults of the library on broken pages
        return None
    return None if day is None or _is_bare_year(day, markup) else day


def _is_bare_year(day: str, markup: str) -> bool:
    """Whether a first of January stands for a year alone, such as that of a copyright line."""
    year, _, rest = day.partition("-")
    spelt = rf"{year}[-/.]?0?1[-/.]?0?1(?!\d)|(?<!\d)0?1[-/. ](?:0?1[-/.]|jan[a-z]* ){year}"
    return rest == "01-01" and not re.search(spelt, markup, re.IGNORECASE)
