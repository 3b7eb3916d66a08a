"""Printed lines with their places on pages, to running text: columns in order, margins last, broken lines joined."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

# Own choices, made on own files of one to three columns (docs/steps/read.md) and those of tests/unit/read/test_pdf.py.
SAME_ROW = 0.3  # of the letter size: lines that differ less in height stand in one row
FAR = 3.0  # of the letter size: lines in one row whose beginnings are further apart are not one line
PROSE = 20  # characters: rows of shorter cells are tables, which stay as they are
MOSTLY = 0.3  # share of a page's lines that stand beside another for the page to be set row by row
GAP = 1.35  # of the usual distance of lines: more begins a paragraph
SHORT = 0.8  # of the usual length: a line that ends a sentence and is shorter ends its paragraph
MARGIN = 0.1  # of the page's height, above and below
_DIGITS = re.compile(r"\d+")
_ENDS = re.compile(r"[.!?:…][\"”’')\]]*$")
_MARK = re.compile(r"(?:[-*•–·▪]|\d{1,2}[.)])\s")


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line. x, y: its beginning, in points from the left and the bottom; height: of its page; size: of letters."""

    text: str
    page: int
    x: float
    y: float
    size: float
    height: float


@dataclass(frozen=True, slots=True)
class Running:
    """text: a paragraph a line, page headers and footers last. margins: how many those are; broken: words with a hyphen
    at the end of a line, which stays."""

    text: str
    margins: int
    broken: int


def join_printed(lines: Sequence[Line]) -> Running:
    """The running text of a document's lines, given in the order in which the file draws them."""
    margins = _find_margins(lines)
    body = [line for line in lines if line not in margins]
    pages: dict[int, list[Line]] = defaultdict(list)
    for line in body:
        pages[line.page].append(line)
    ordered = [line for page in sorted(pages) for line in _in_columns(pages[page])]
    paragraphs, broken = _paragraphs(ordered)
    kept = [line.text for line in lines if line in margins]
    return Running("\n".join((*paragraphs, *kept)), len(kept), broken)


def _find_margins(lines: Iterable[Line]) -> set[Line]:
    """Lines near the edge of the page that stand, but for their numbers, on half of the pages and on two at least."""
    near = [line for line in lines if not MARGIN * line.height < line.y < (1 - MARGIN) * line.height]
    marks = {line: _DIGITS.sub("#", line.text.strip()) for line in near}
    on_pages: dict[str, set[int]] = defaultdict(set)
    for line, mark in marks.items():
        on_pages[mark].add(line.page)
    count = len({line.page for line in lines})
    return {line for line, mark in marks.items() if len(on_pages[mark]) >= max(2, count / 2)}


def _in_columns(lines: list[Line]) -> list[Line]:
    """The lines of a page; where columns are drawn row by row, column after column."""
    beside = {
        i for i in range(len(lines) - 1)
        if abs(lines[i].y - lines[i + 1].y) < SAME_ROW * lines[i].size and lines[i + 1].x - lines[i].x > FAR * lines[i].size
        and min(len(lines[i].text), len(lines[i + 1].text)) >= PROSE
    }
    rows = sorted(beside | {i + 1 for i in beside})
    if len(rows) < MOSTLY * len(lines) or len(beside) < 2:
        return lines
    starts = sorted(x for x, n in Counter(round(lines[i].x) for i in rows).items() if n >= MOSTLY * len(beside))
    first, last = rows[0], rows[-1]
    columns = sorted(lines[first:last + 1], key=lambda line: (sum(line.x >= start - line.size for start in starts), -line.y))
    return [*lines[:first], *columns, *lines[last + 1:]]


def _paragraphs(lines: Sequence[Line]) -> tuple[list[str], int]:
    leading, usual = _usual(lines)
    paragraphs: list[str] = []
    broken = 0
    for before, line in zip((None, *lines), lines, strict=False):
        text = line.text.strip()
        if before is None or _begins(before, line, leading, usual):
            paragraphs.append(text)
        elif before.text.rstrip().endswith(("-", "\u00ad", "‐")) and text[:1].islower():
            broken += 1
            paragraphs[-1] += text
        else:
            paragraphs[-1] += " " + text
    return paragraphs, broken


def _usual(lines: Sequence[Line]) -> tuple[dict[int, float], float]:
    """The usual distance of lines by letter size, and the usual length of a full line in characters."""
    gaps: dict[int, list[float]] = defaultdict(list)
    for before, line in pairwise(lines):
        if before.page == line.page and round(before.size) == round(line.size) and 0 < before.y - line.y < 4 * line.size:
            gaps[round(line.size)].append(before.y - line.y)
    lengths = sorted(len(line.text) for line in lines)
    return {size: median(each) for size, each in gaps.items()}, lengths[int(0.7 * len(lengths))] if lengths else 0.0


def _begins(before: Line, line: Line, leading: dict[int, float], usual: float) -> bool:
    """Whether a line begins a paragraph."""
    if abs(before.size - line.size) > 0.08 * line.size or _MARK.match(line.text.strip()):
        return True
    ended = _ENDS.search(before.text.rstrip()) is not None
    down = before.y - line.y
    if before.page != line.page or down < -line.size:  # the next column or page
        return ended
    if abs(down) < SAME_ROW * line.size:  # cells of a table
        return True
    if down > GAP * leading.get(round(line.size), 1.2 * line.size):
        return True
    indented = line.x - before.x > 0.7 * line.size
    return ended and (indented or len(before.text) < SHORT * usual)
