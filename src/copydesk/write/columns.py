"""Rows in columns of even width, notes below them, and how a report is headed: for tables on a terminal."""

from __future__ import annotations

import textwrap
import unicodedata
from collections.abc import Iterable, Iterator, Sequence

from copydesk.record import Report, Span

GAP = 2  # blanks between columns
_NO_BREAK = "\u00a0"  # keeps a dot at the end of its row
NARROWEST = 60  # columns; a narrower terminal wraps the rows by itself


def write_row(cells: Sequence[str], widths: Sequence[int]) -> str:
    """The cells one beside another, each cut or padded to its width in terminal columns; the last is not padded."""
    return (" " * GAP).join(pad_words(cell, width) for cell, width in zip(cells, widths, strict=True)).rstrip()


def pad_words(words: str, width: int) -> str:
    """The words on one line in exactly `width` terminal columns, cut with "…" where they are longer."""
    if count_columns(words) > width:
        while words and count_columns(words) > width - 1:
            words = words[:-1]
        words += "…"
    return words + " " * (width - count_columns(words))


def count_columns(words: str) -> int:
    """Terminal columns that words take: wide East Asian characters two, combining marks none."""
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in words)


def write_notes(notes: Iterable[str], *, indent: int, width: int) -> Iterator[str]:
    """The notes parted by a dot, wrapped to `width` columns below an indent; nothing where there are none."""
    told = f"{_NO_BREAK}· ".join(note for note in notes if note)
    blank = " " * indent
    if told:
        rows = textwrap.wrap(
            told, width=max(width, NARROWEST), initial_indent=blank, subsequent_indent=blank, break_long_words=False,
            break_on_hyphens=False,
        )
        yield from (row.replace(_NO_BREAK, " ") for row in rows)


def widest(cells: Iterable[str], *, most: int) -> int:
    """The width of a column that holds these cells: that of the widest, at most `most`."""
    return min(max((count_columns(cell) for cell in cells), default=0), most)


def write_heading(report: Report) -> Iterator[str]:
    """The report's page with its part (card, entry), then its headline; why there is no article where there is none."""
    article = report.article
    part = " (card)" if article and article.is_card else " (entry)" if article and article.entry_of else ""
    yield f"{report.key}{part}"
    if article is None:
        yield "  no article was read"
        yield from (f"  {refusal.reason}" for refusal in report.refusals)
    elif article.headline:
        yield f"  {words_at(report, article.headline)}"


def words_at(report: Report, span: Span) -> str:
    """The words of a span of the report's page, on one line."""
    return " ".join(report.page.text[span.start : span.end].split())
