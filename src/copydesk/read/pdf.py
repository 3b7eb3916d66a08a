"""PDF: the text layer of a file; one that is only pictures of pages is refused. Imports pypdf."""

from __future__ import annotations

import io
import logging
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from copydesk.read.columns import Line, join_printed
from copydesk.read.entries import Entry, Gap, Part, clean_line
from copydesk.read.parcel import Parcel

MAX_PAGES = 1_000
MAX_LINES = 300_000
LETTER = 0.45  # of the letter size: how wide a letter is in running text
APART = 1.5  # of the letter size: wider than any space between words, narrower than between columns
COMMON = 3  # lines that begin at one place
LEAST_LETTERS = 10  # letters of a page that has a text layer; stamps of scanners have fewer


# Letters that are printed as one sign are read as the letters they are.
_LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st", 0: ""}
STATED = (("title", "/Title"), ("author", "/Author"), ("made on", "/CreationDate"))
_SILENT = logging.NullHandler()  # what the library says of broken files is told as notes, not printed
_DATE = re.compile(r"^D:(\d{4})(\d\d)(\d\d).*$")


def is_pdf(head: bytes, _name: str) -> bool:
    """Whether the first bytes hold the mark of PDF, which may stand a little below the top."""
    return b"%PDF-" in head[:1024]


def read_pdf(parcel: Parcel) -> Iterator[Part]:
    """The text of a PDF file as one page, its columns in order; pages without a text layer are told.

    The library raises many kinds of faults on broken files: whatever it raises is told, with what was read before.
    """
    notes: list[str] = []
    lines: list[Line] = []
    empty = count = 0
    try:
        for page in _pages(parcel.load(), notes):
            count += 1
            found = [line for line in _lines(page, count) if line.text]
            empty += sum(map(len, (line.text for line in found))) < LEAST_LETTERS
            lines += found
            if len(lines) > MAX_LINES:
                notes.append(f"only the first {count} pages were read: the file holds too many lines")
                break
    except Exception as fault:
        if isinstance(fault, OSError) and not count:
            raise
        notes.append(f"the PDF file is broken after page {count} ({type(fault).__name__}: {fault})")
    if not any(len(line.text) > 1 for line in lines):
        yield Gap(reason="; ".join((*notes, _why_empty(count, notes))))
        return
    running = join_printed(lines)
    if empty:
        notes.append(f"pages without a text layer left out: {empty} of {count}")
    if running.broken:
        notes.append(f"words broken by a hyphen at the end of a line, which stays: {running.broken}")
    if running.margins:
        notes.append(f"page headers and footers, which stand at the end: {running.margins}")
    yield Entry(
        number=None, basis="pdf", media_type="application/pdf", text=running.text, has_furniture=True, notes=tuple(notes),
    )


def _day(match: re.Match[str]) -> str:
    return "-".join(match.groups())


def _why_empty(count: int, notes: list[str]) -> str:
    if notes and not count:
        return "no text could be read: save it as text or HTML"
    return f"the PDF file has no text layer (pages: {count}), only pictures of pages: run it through text recognition first"


def _pages(raw: bytes, notes: list[str]) -> Iterator[Any]:
    from pypdf import PdfReader

    logging.getLogger("pypdf").addHandler(_SILENT)
    reader = PdfReader(io.BytesIO(raw), strict=False)
    if reader.is_encrypted and not reader.decrypt(""):
        notes.append("the PDF file is locked with a password")
        return
    stated: dict[str, Any] = dict(reader.metadata or {})
    told = [(word, clean_line(str(stated[name]))) for word, name in STATED if stated.get(name)]
    if told:
        values = "; ".join(f"{word} {_DATE.sub(_day, value)}" for word, value in told if value)
        notes.append(f"the file says of itself, which need not be so of the article: {values}")
    if len(reader.pages) > MAX_PAGES:
        notes.append(f"only the first {MAX_PAGES} of {len(reader.pages)} pages were read")
    for number in range(min(MAX_PAGES, len(reader.pages))):
        yield reader.pages[number]


@dataclass(frozen=True, slots=True)
class _Run:
    """Text that the file draws at one go, with its place, the size of its letters and how wide it is, in points.

    width: None where the font does not state the widths of its letters.
    """

    text: str
    x: float
    y: float
    size: float
    width: float | None


def _lines(page: Any, number: int) -> Iterator[Line]:
    """The lines of a page in the order in which the file draws them; runs of one line are joined."""
    runs: list[_Run] = []

    def visit(text: str, outer: list[float], inner: list[float], font: Any, size: float) -> None:
        x = inner[4] * outer[0] + inner[5] * outer[2] + outer[4]
        y = inner[4] * outer[1] + inner[5] * outer[3] + outer[5]
        whole = size * (abs(inner[3] * outer[3]) or abs(inner[1] * outer[1])) or 1.0
        runs.append(_Run(text.translate(_LIGATURES), x, y, whole, _width(text, font, whole)))

    page.extract_text(visitor_text=visit)
    height = float(page.mediabox.height) or 842.0
    starts = Counter(round(run.x) for run in runs if run.text.strip())
    held: list[_Run] = []
    for run in runs:
        if held and run.text.strip() and _is_apart(held[-1], run, starts):
            yield _line(held, number, height)
            held = []
        parts = run.text.split("\n")
        for part in parts[:-1]:
            yield _line([*held, replace(run, text=part)], number, height)
            held = []
        if parts[-1]:
            held.append(replace(run, text=parts[-1]))
    yield _line(held, number, height)


def _width(text: str, font: Any, size: float) -> float | None:
    try:
        widths, first = font["/Widths"], int(font["/FirstChar"])
        known = [float(widths[ord(each) - first]) / 1000 for each in text if 0 <= ord(each) - first < len(widths)]
    except (KeyError, TypeError, ValueError):
        return None
    return size * sum(known) if len(known) >= 0.9 * len(text) else None


def _is_apart(before: _Run, run: _Run, starts: Counter[int]) -> bool:
    """Whether a run begins far behind the end of the one before it in its row: another column, or another cell.

    Where the font does not say how wide its letters are, a usual width serves, or a place where several lines begin.
    """
    if abs(run.y - before.y) >= run.size:
        return False
    gap = run.x - before.x - (LETTER * before.size * len(before.text) if before.width is None else before.width)
    return gap > APART * run.size or (before.width is None and starts[round(run.x)] >= COMMON and gap > -APART * run.size)


def _line(held: list[_Run], page: int, height: float) -> Line:
    first = next((run for run in held if run.text.strip()), _Run("", 0.0, 0.0, 1.0, None))
    return Line(clean_line("".join(run.text for run in held)) or "", page, first.x, first.y, first.size, height)
