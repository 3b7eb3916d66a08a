"""Merged cells of HTML tables: a heading over several rows is said in each of them, so that every row can be read alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

MOST_MERGED = 100  # columns or rows that one cell may claim
LEAST_CELLS = 2  # of a row that is read as one line
MOST_TEXT = 400  # characters in it


@dataclass(frozen=True, slots=True)
class _Merged:
    """A cell that goes on below its row. words: of a heading, "" of any other cell, whose value is not said twice."""

    words: str
    last: int
    width: int


@dataclass(slots=True)
class Grid:
    """The place of the next cell of a table, and which cells reach into it from above."""

    row: int = -1
    column: int = 0
    merged: dict[int, _Merged] = field(default_factory=dict)

    def start_row(self) -> None:
        """The next row begins."""
        self.row += 1
        self.column = 0

    def reach_cell(self) -> Iterator[str]:
        """The words of the cells that reach from above into the places before the next cell of the row."""
        while (above := self.merged.get(self.column)) and above.last >= self.row:
            yield from (above.words, *("",) * (above.width - 1))
            self.column += above.width

    def end_cell(self, words: str, *, is_heading: bool, columns: int, rows: int) -> int:
        """Takes the words of the cell that ends; gives how many more columns it fills. columns, rows: that it spans."""
        if rows > 1:
            said = words.strip() if is_heading or self.column == 0 else ""
            self.merged[self.column] = _Merged(said, self.row + rows - 1, columns)
        self.column += columns
        return columns - 1


def is_row(row: Any) -> bool:
    """Whether a row holds values side by side, not parts of a page: several cells, few words, no table within."""
    if sum(each.tag in ("td", "th") for each in row) < LEAST_CELLS:
        return False
    length = 0
    for text in row.itertext():
        length += len(text.strip())
        if length > MOST_TEXT:
            return False
    return next(row.iter("table"), None) is None


def read_span(stated: str | None) -> int:
    """How many rows or columns a cell spans, by its attribute; 1 where that is no number of them."""
    digits = (stated or "").strip()
    return max(1, min(int(digits), MOST_MERGED)) if digits.isascii() and digits.isdigit() and len(digits) < 5 else 1
