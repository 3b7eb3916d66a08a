"""Where the words of a page stand in the markup it came from: each span of `page.text` as a stretch of the file."""

from __future__ import annotations

import html
import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from copydesk.read.decode import decode
from copydesk.read.html import SKIPPED
from copydesk.read.page import HTML, charset_of
from copydesk.record import Page, Piece, Span

# What is no text: comments and declarations, elements without words for the reader, other tags.
_NO_TEXT = re.compile(
    r"<!--.*?(?:-->|\Z)|<[!?][^>]*(?:>|\Z)"
    rf"|<(?P<name>{'|'.join(sorted(SKIPPED - {'input', 'embed'}))})\b[^>]*>.*?(?:</(?P=name)\s*>|\Z)|</?[a-zA-Z][^>]*(?:>|\Z)",
    re.DOTALL | re.IGNORECASE,
)
_CHARACTER = re.compile(r"&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});?|\S", re.IGNORECASE)
_NEXT_CELL = re.compile("\u2003\\s*")
_BLANK = re.compile(r"[\s\u200b\ufeff]")


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch [start, end) of the decoded file, in code points; line, column: of its start, both from 1."""

    start: int
    end: int
    line: int
    column: int


class PageFile:
    """The file that a page was read from, and where its words stand there."""

    def __init__(self, raw: bytes, page: Page, pieces: tuple[Piece, ...], *, media_type: str | None = None) -> None:
        """raw: the bytes that gave the page and its pieces; media_type: what a server said of them."""
        self.text = decode(raw, declared=charset_of(media_type)).text
        self._page = page
        self._lines = [0, *(match.end() for match in re.finditer(r"\n", self.text))]
        self._found: tuple[tuple[int, int, int], ...] = ()
        if page.media_type == HTML:
            self._shown, self._starts, self._ends = _visible(self.text)
            self._found = tuple(self._locate(pieces))

    def find(self, span: Span) -> Place | None:
        """Where a span of page.text stands in the file, tags within it and all; None where it cannot be found there.

        The text of a page of no markup is the file itself.
        """
        if self._page.media_type != HTML:
            return self._place(span.start, span.end)
        found = next(((start, at) for start, end, at in self._found if start < span.end and span.start < end), None)
        if found is None:
            return self._find_stated(span)
        start, at = found
        begin = at + len(_solid(self._page.text[start:span.start]))
        end = begin + len(_solid(self._page.text[max(start, span.start):span.end]))
        return self._place(self._starts[begin], self._ends[min(end, len(self._ends)) - 1]) if end > begin else None

    def _locate(self, pieces: tuple[Piece, ...]) -> Iterator[tuple[int, int, int]]:
        """Start, end and place among the characters shown of each piece: behind the piece before it, if it can be.

        A heading that reaches into a row of a table stands in the row above: the cells from the first one found are told.
        """
        after = 0
        for piece in pieces:
            begins = (max(after, self._first_shown(piece)), self._first_shown(piece), 0)
            for start in self._cells(piece):
                words = _solid(self._page.text[start:piece.span.end])
                at = next((found for begin in begins if words and (found := self._shown.find(words, begin)) >= 0), -1)
                if at >= 0:
                    after = at + len(words)
                    yield start, piece.span.end, at
                    break

    def _cells(self, piece: Piece) -> Iterator[int]:
        """Where a piece begins, and each further cell of a row."""
        yield piece.span.start
        text = self._page.text[piece.span.start:piece.span.end]
        yield from (piece.span.start + match.end() for match in _NEXT_CELL.finditer(text) if piece.tag == "tr")

    def _find_stated(self, span: Span) -> Place | None:
        """The place of words that stand in an attribute, as captions of galleries do; None where they do not."""
        words = self._page.text[span.start:span.end].strip()
        forms = (words, html.escape(words), html.escape(words, quote=False)) if words else ()
        return next((self._place(at, at + len(form)) for form in forms if (at := self.text.find(form)) >= 0), None)

    def _first_shown(self, piece: Piece) -> int:
        """The first character that can be the piece's: those before the line of its element are others'."""
        line = min(max(piece.source_line, 1), len(self._lines))
        return bisect_left(self._starts, self._lines[line - 1])

    def _place(self, start: int, end: int) -> Place:
        line = bisect_left(self._lines, start + 1)
        return Place(start, end, line, start - self._lines[line - 1] + 1)


def _visible(text: str) -> tuple[str, list[int], list[int]]:
    """The characters that markup shows, white space left out, and where each begins and ends in the file."""
    shown: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    before = 0
    for match in (*_NO_TEXT.finditer(text), None):
        for found in _CHARACTER.finditer(text, before, match.start() if match else len(text)):
            for letter in _solid(html.unescape(found.group()) if found.group()[0] == "&" else found.group()):
                shown.append(letter)
                starts.append(found.start())
                ends.append(found.end())
        before = match.end() if match else len(text)
    return "".join(shown), starts, ends


def _solid(text: str) -> str:
    return _BLANK.sub("", text)
