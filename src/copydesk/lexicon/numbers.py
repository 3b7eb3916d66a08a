"""Numbers in words and digits: "twenty-five", "1.5 million", "two hundred thousand", "2 1/2", "nineteen ninety-four"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from copydesk.lexicon.tables import load_rows

_PIECE = re.compile(
    r"(?P<digits>\d+(?:,\d{3})+(?:\.\d+)?|\d+\.\d+|\d+)(?:[ ](?P<top>\d)/(?P<bottom>\d)(?!\d))?"
    r"(?![\w:]|[/.]\d)|(?P<word>[^\W\d_]+)"
)
_GAP = re.compile(r"[ \u00a0]+(?:and[ \u00a0]+)?|-")
_LARGEST_YEAR = 2100
LONGEST_DIGITS = 40  # characters of digits and marks; a longer row of digits is a key or damage, not a number
_MOST_PIECES = 12  # words of one number


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberWord:
    """Row of numbers.tsv."""

    words: str
    kind: Literal["unit", "ten", "scale", "ordinal"]
    value: float
    origin: str


@dataclass(frozen=True, slots=True)
class Number:
    """A number found: [start, end) in code points. year: said as a year; ordinal: the "-th" of something."""

    start: int
    end: int
    value: float
    ordinal: bool = False
    year: bool = False


class NumberWords:
    """The number words of one language, and how they add up."""

    def __init__(self, path: Path) -> None:
        self.words = {row.words: row for row in load_rows(path, NumberWord)}

    def match(self, text: str, start: int) -> Number | None:
        """The longest number that begins at `start`, None where none does."""
        pieces = self._pieces(text, start)
        if not pieces:
            return None
        if len(pieces) > 1 and (year := _spoken_year(start, pieces)):
            return year
        return _sum(start, pieces)

    def _pieces(self, text: str, start: int) -> list[tuple[float, str, int]]:
        """Value, kind and end of each piece, as far as each adds to the one before."""
        pieces: list[tuple[float, str, int]] = []
        position = start
        while len(pieces) < _MOST_PIECES and (match := _PIECE.match(text, position)):
            piece = self._piece(match)
            if piece is None or (pieces and not _adds(pieces, piece, text[pieces[-1][2] : position])):
                break
            pieces.append(piece)
            gap = _GAP.match(text, match.end())
            if gap is None or piece[1] == "ordinal":
                break
            position = gap.end()
        return pieces

    def _piece(self, match: re.Match[str]) -> tuple[float, str, int] | None:
        if digits := match["digits"]:
            if len(digits) > LONGEST_DIGITS:
                return None
            parts = int(match["bottom"] or 0)
            fraction = int(match["top"]) / parts if parts else 0.0
            return float(digits.replace(",", "")) + fraction, "digits", match.end()
        row = self.words.get(match["word"].lower())
        return (row.value, row.kind, match.end()) if row else None


def _adds(pieces: list[tuple[float, str, int]], piece: tuple[float, str, int], gap: str) -> bool:
    """Whether the next piece goes on with the number: "twenty-five", "two hundred", "hundred and six", "nineteen ninety"."""
    value, kind, _ = piece
    last, last_kind, _ = pieces[-1]
    if kind == "digits":
        return False
    if kind == "scale":
        return "and" not in gap and (last_kind != "ordinal") and "-" not in gap
    if last_kind == "ten":
        return value < 10 and "and" not in gap
    if last_kind == "scale":
        return last_kind == "scale" and (value < last) and last >= 100 and pieces[0][1] != "digits"
    return last_kind == "unit" and 10 <= last <= 20 and value >= 10 and "and" not in gap and kind != "ordinal"


def _spoken_year(start: int, pieces: list[tuple[float, str, int]]) -> Number | None:
    """The year in "nineteen ninety-four": a number from 10 to 20, then one from 10 to 99."""
    if pieces[0][1] != "unit" or not 10 <= pieces[0][0] <= 20 or pieces[1][1] not in {"unit", "ten"}:
        return None
    value = pieces[0][0] * 100 + sum(piece[0] for piece in pieces[1:3])
    return Number(start, pieces[min(2, len(pieces) - 1)][2], value, year=True) if value <= _LARGEST_YEAR else None


def _sum(start: int, pieces: list[tuple[float, str, int]]) -> Number:
    total = group = 0.0
    for value, kind, _ in pieces:
        if kind == "scale" and value == 100:
            group = (group or 1) * 100
        elif kind == "scale":
            total, group = total + (group or 1) * value, 0.0
        else:
            group += value
    return Number(start, pieces[-1][2], total + group, ordinal=pieces[-1][1] == "ordinal")
