"""Quotation marks of every style, paired within a paragraph; odd marks cost their own quotation and nothing else.

News repeats the opening mark at each paragraph of a long quotation and closes it once: such a quotation runs to the end
of its paragraph, and the next one is marked as carrying it on. Apostrophes, inches, minutes and elisions are no marks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

# One alternation over a paragraph: doubled singles first, then every double mark, then the single marks.
_MARK = re.compile(r"''|``|[\"“”„‟«»＂〝〞]|[‘’‚‛‹›'`]")
_OPENERS = {"“", "„", "‟", "«", "``", "〝"}
_CLOSERS = {"”", "»", "〞"}
_CLOSED_BY = {"»": "«", "«": "»", "„": "“”\"‟"}  # every other opening mark is closed by any closing mark
_SINGLE_OPENER = re.compile(r"['‘‚‹`]")
_SINGLES = set("‘’‚‛‹›'`")
_BEFORE_OPENING = " \t\r\n\u00a0([{—–-/:"
_AFTER_CLOSING = " \t\r\n\u00a0)]},.;:!?—–-/…"
_ELISION = re.compile(r"['’](?:\d0s|\d\d\b|em\b|til\b|tis\b|twas\b|cause\b|bout\b|n['’])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation with its marks: [start, end) of page.text. closed: its own closing mark was found.

    carries_on: it opens a paragraph while the one before was never closed. paragraph: index of its paragraph.
    """

    start: int
    end: int
    closed: bool
    carries_on: bool
    paragraph: int


def find_quotations(text: str, paragraphs: Iterable[tuple[int, int]]) -> tuple[Quotation, ...]:
    """Outermost quotations in page order. Nothing is refused: a stray mark is left alone."""
    found: list[Quotation] = []
    for number, (start, end) in enumerate(paragraphs):
        was_open = bool(found) and not found[-1].closed and found[-1].paragraph == number - 1
        for first, last, closed in _pair(text, start, end):
            carries_on = was_open and first == start
            found.append(Quotation(first, last, closed, carries_on, number))
    return tuple(found)


def _pair(text: str, start: int, end: int) -> list[tuple[int, int, bool]]:
    pairs: list[tuple[int, int, bool]] = []
    opened: int | None = None
    opening = ""
    for match in _MARK.finditer(text, start, end):
        mark, at, after = match.group(), match.start(), match.end()
        if mark in _SINGLES:
            continue
        if opened is None:
            if _may_open(text, match, start, end):
                opened, opening = at, mark
        elif _may_close(text, match, opening, end):
            pairs.append((opened, after, True))
            opened = None
    if opened is not None:
        pairs.append((opened, end, False))
    return sorted(pairs + _pair_singles(text, start, end, pairs))


def _may_open(text: str, match: re.Match[str], start: int, end: int) -> bool:
    mark, at, after = match.group(), match.start(), match.end()
    if after >= end:
        return False
    if mark in _OPENERS or mark in "»„":
        return not text[after].isspace() or mark in _OPENERS
    if mark in _CLOSERS:
        return (at == start or text[at - 1] in _BEFORE_OPENING) and not text[after].isspace()
    before_ok = at == start or text[at - 1] in _BEFORE_OPENING or text[at - 1] in "‘'."
    return before_ok and (not text[after].isspace() or at == start)


def _may_close(text: str, match: re.Match[str], opening: str, end: int) -> bool:
    mark, at, after = match.group(), match.start(), match.end()
    if opening in _CLOSED_BY:
        return mark in _CLOSED_BY[opening]
    if mark in _OPENERS or mark in _CLOSERS or mark == "''":
        return mark not in _OPENERS and mark != "»"
    if text[at - 1].isdigit() and after < end and text[after].isspace() and '"' in text[after:end]:
        return text[after:end].count('"') % 2 == 0
    return after >= end or not text[after].isalnum() or not text[at - 1].isspace()


def _pair_singles(text: str, start: int, end: int, taken: list[tuple[int, int, bool]]) -> list[tuple[int, int, bool]]:
    pairs = []
    position = start
    while position < end:
        match = _SINGLE_OPENER.search(text, position, end)
        if match is None:
            break
        at = match.start()
        position = at + 1
        inside = next((last for first, last, _ in taken if first <= at < last), None)
        if inside is not None:
            position = inside
            continue
        if not _opens_single(text, at, start, end):
            continue
        limit = next((first for first, _, _ in taken if first > at), end)
        closing = _closing_single(text, at, limit)
        if closing is not None:
            pairs.append((at, closing, True))
            position = closing
    return pairs


def _opens_single(text: str, at: int, start: int, end: int) -> bool:
    if at + 1 >= end or not (text[at + 1].isalnum() or text[at + 1] in "[($£€"):
        return False
    return (at == start or text[at - 1] in _BEFORE_OPENING) and not _ELISION.match(text, at)


def _closing_single(text: str, opened: int, limit: int) -> int | None:
    mark = {"‘": "’", "‚": "‘’", "‹": "›", "`": "'`"}.get(text[opened], "'’")
    ends = [
        i for i in range(opened + 2, limit)
        if text[i] in mark and not text[i - 1].isspace() and (i + 1 >= limit or text[i + 1] in _AFTER_CLOSING)
    ]
    sure = [i for i in ends if text[i - 1] in ",.!?…" or text[i - 1] not in "sS"]
    chosen = sure[0] if sure else ends[-1] if ends else None
    return None if chosen is None else chosen + 1
