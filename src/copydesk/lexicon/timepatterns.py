"""Expressions of time as patterns over classes of words: one compiled matcher made from time_patterns.tsv.

A pattern cell is a line of pieces parted by spaces; the head of the table says what each means. It is turned into a regular
expression over the characters that `timewords` gives to tokens, so one search over a short string finds every expression.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from copydesk.errors import BadLexicon
from copydesk.lexicon.tables import load_rows
from copydesk.lexicon.timewords import OTHER, Kind, TimeWords, Tokens

_CLASS = re.compile(r"<([a-z0-9]+)>$")
_PIECE = re.compile(r"(?P<sign>[!^]?)(?P<body>.+?)(?P<repeat>[?*+]?)$")
_BRACKETS = {"(": "(?:", ")": ")", "|": "|", "{": "(", "}": ")", "&(": "(?=", "@(": "(?<="}
PART = "part"  # operation of a row that only serves in other rows
EXTENT = "extent"


@dataclass(frozen=True, slots=True, kw_only=True)
class PatternRow:
    """Row of time_patterns.tsv."""

    name: str
    pattern: str
    operation: str
    origin: str


@dataclass(frozen=True, slots=True)
class Found:
    """One expression found: its row, its tokens [first, last), its code points, and the value of each class in it.

    values: class -> values in order; a class may stand several times ("between 3 and 5 days").
    """

    row: PatternRow
    first: int
    last: int
    start: int
    end: int
    values: dict[str, list[str]]
    kinds: list[Kind | None]

    def first_of(self, name: str) -> str | None:
        """The first value of a class, None where the expression has none."""
        held = self.values.get(name)
        return held[0] if held else None


class TimePatterns:
    """The words and the one matcher of a language's expressions of time."""

    def __init__(self, folder: Path) -> None:
        rows = load_rows(folder / "time_patterns.tsv", PatternRow)
        parts = {row.name: row.pattern for row in rows if row.operation == PART}
        self._rows = [row for row in rows if row.operation != PART]
        pieces = [list(_expand(row, parts)) for row in self._rows]
        self.words = TimeWords(folder, _literals(piece for line in pieces for piece in line))
        self._labels: dict[int, tuple[int, list[tuple[int, tuple[str, ...]]]]] = {}
        self._matcher = re.compile(self._compile(pieces))

    def find(self, tokens: Tokens) -> Iterator[Found]:
        """Every expression of time, in order; none overlaps another."""
        for match in self._matcher.finditer(tokens.codes):
            if match.lastindex:
                found = self._found(tokens, match)
                if found.last > found.first:
                    yield found

    def _compile(self, lines: list[list[str]]) -> str:
        count, alternatives = 0, []
        for number, pieces in enumerate(lines):
            count += 1
            outer, labels, parts = count, [], []
            for piece in pieces:
                text, label = self._translate(piece)
                parts.append(text)
                if label:
                    count += 1
                    labels.append((count, label))
            self._labels[outer] = (number, labels)
            alternatives.append(f"({''.join(parts)})")
        return f"(?=[^{OTHER}])(?:{'|'.join(alternatives)})"

    def _translate(self, piece: str) -> tuple[str, tuple[str, ...] | None]:
        """The regular expression of one piece, and the classes it captures."""
        if piece in _BRACKETS:
            return _BRACKETS[piece], (EXTENT,) if piece == "{" else None
        if piece[0] == ")":
            return piece, None
        match = _PIECE.match(piece)
        if match is None:
            raise BadLexicon(f"time_patterns.tsv: cannot read {piece!r}")
        names = tuple(_class_of(name) for name in match["body"].split("|"))
        characters = self.words.charset(names)
        if not characters:
            raise BadLexicon(f"time_patterns.tsv: no word is of class {match['body']}")
        charset = f"[{re.escape(characters)}]"
        if match["sign"]:
            return (f"(?!{charset})" if match["sign"] == "!" else f"(?<!{charset})"), None
        captured = tuple(name for name in names if name[0] != "=")
        return (f"({charset})" if captured else charset) + match["repeat"], captured or None

    def _found(self, tokens: Tokens, match: re.Match[str]) -> Found:
        outer = match.lastindex or 0
        number, labels = self._labels[outer]
        first, last = match.span(outer)
        values: dict[str, list[str]] = {}
        for group, names in labels:
            index, end = match.span(group)
            if index < 0:
                continue
            if names == (EXTENT,):
                first, last = index, end
                continue
            kind = tokens.kinds[index]
            name = next((name for name in names if kind and name in kind.values), None)
            if kind and name:
                values.setdefault(name, []).append(kind.values[name])
        while last > first + 1 and tokens.word(last - 1) == ",":
            last -= 1
        return Found(
            self._rows[number], first, last, tokens.starts[first], tokens.ends[last - 1], values,
            tokens.kinds[first:last],
        )


def _expand(row: PatternRow, parts: dict[str, str]) -> Iterator[str]:
    for piece in row.pattern.split():
        name = piece[1:].rstrip("?*+")
        if piece[0] != "$":
            yield piece
        elif name not in parts:
            raise BadLexicon(f"time_patterns.tsv: row {row.name} names {piece}, which is no part")
        else:
            yield "("
            yield from _expand(PatternRow(name=name, pattern=parts[name], operation=PART, origin=row.origin), parts)
            yield ")" + piece[1 + len(name) :]


def _literals(pieces: Iterable[str]) -> Iterator[str]:
    for piece in pieces:
        if piece in _BRACKETS or piece[0] == ")":
            continue
        match = _PIECE.match(piece)
        for name in match["body"].split("|") if match else ():
            if not _CLASS.match(name):
                yield name.removeprefix("\\")


def _class_of(name: str) -> str:
    match = _CLASS.match(name)
    return match[1] if match else "=" + name.removeprefix("\\")
