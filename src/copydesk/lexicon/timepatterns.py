"""Expressions of time as patterns over classes of words, made from time_patterns.tsv.

A pattern cell is a line of pieces parted by spaces; the head of the table says what each means. It is turned into a regular
expression over the characters that `timewords` gives to tokens. A row is compiled when a character with which it may begin is
first met; the rows that may begin with one are tried in the order of the table.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
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
# Classes that tell of time only beside another: a run of words that has no other class is no expression.
_WEAK = frozenset((
    "adjective", "bound", "couple", "crowd", "day", "dozen", "exact", "firstly", "hour", "lastly",
    "number", "ordday", "ordinal", "several", "short", "that", "times", "money", "old", "latest", "military", "definite", "a",
    "small", "clockpart", "clockpast", "clockto",
))


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


_Labels = tuple[tuple[int, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class _Matcher:
    """One compiled row. labels: its groups and the classes of each."""

    row: PatternRow
    pattern: re.Pattern[str]
    labels: _Labels


class TimePatterns:
    """The words and the matchers of a language's expressions of time."""

    def __init__(self, folder: Path) -> None:
        rows = load_rows(folder / "time_patterns.tsv", PatternRow)
        parts = {row.name: row.pattern for row in rows if row.operation == PART}
        self.rows = tuple(row for row in rows if row.operation != PART)
        self._pieces = [tuple(_expand(row, parts)) for row in self.rows]
        self.words = TimeWords(folder, _literals(piece for line in self._pieces for piece in line))
        self._opening = [find_openings(line, self._characters) for line in self._pieces]
        self._compiled: dict[int, _Matcher] = {}  # by the number of the row
        self._matchers: dict[str, tuple[_Matcher, ...]] = {}  # by the character that they may begin with
        self._run = re.compile(f"[^{OTHER}]+")
        self._telling = re.compile(f"[{re.escape(self.words.telling(_WEAK))}]")

    def find(self, tokens: Tokens) -> Iterator[Found]:
        """Every expression of time, in order; none overlaps another.

        Only runs of time words are looked at, and only those in which some word tells of time by itself.
        """
        codes = tokens.codes
        for run in self._run.finditer(codes):
            if not self._telling.search(codes, *run.span()):
                continue
            position, stop = run.span()
            while position < stop:
                found = self._at(tokens, position)
                if found is not None:
                    yield found
                position = max(position + 1, found.last if found else 0)

    def _at(self, tokens: Tokens, position: int) -> Found | None:
        """The expression that begins at a token (context to its left aside), None where none does."""
        code = tokens.codes[position]
        if code not in self._matchers:
            rows = (number for number, openings in enumerate(self._opening) if code in openings)
            self._matchers[code] = tuple(self._compiled.get(row) or self._compile(row) for row in rows)
        for matcher in self._matchers[code]:
            if match := matcher.pattern.match(tokens.codes, position):
                return self._found(tokens, match, matcher.row, matcher.labels)
        return None

    def _compile(self, number: int) -> _Matcher:
        parts, labels = [], []
        for piece in self._pieces[number]:
            text, label = self._translate(piece)
            parts.append(text)
            if label:
                labels.append(label)
        self._compiled[number] = _Matcher(self.rows[number], re.compile("".join(parts)), tuple(enumerate(labels, 1)))
        return self._compiled[number]

    def _translate(self, piece: str) -> tuple[str, tuple[str, ...] | None]:
        """The regular expression of one piece, and the classes it captures."""
        if piece in _BRACKETS:
            return _BRACKETS[piece], (EXTENT,) if piece == "{" else None
        if piece[0] == ")":
            return piece, None
        sign, names, repeat = read_piece(piece)
        charset = f"[{_ranges(self._characters(names))}]"
        if sign:
            return (f"(?!{charset})" if sign == "!" else f"(?<!{charset})"), None
        captured = tuple(name for name in names if name[0] != "=")
        return (f"({charset})" if captured else charset) + repeat, captured or None

    def _characters(self, names: tuple[str, ...]) -> str:
        characters = self.words.charset(names)
        if not characters:
            raise BadLexicon(f"time_patterns.tsv: no word is of class {' or '.join(names)}")
        return characters

    def _found(
        self, tokens: Tokens, match: re.Match[str], row: PatternRow, labels: _Labels,
    ) -> Found | None:
        first, last = match.span()
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
        while last > first + 1 and (tokens.word(last - 1) == "," or _is_full_stop(tokens, last - 1)):
            last -= 1
        if last <= first:
            return None
        return Found(row, first, last, tokens.starts[first], tokens.ends[last - 1], values, tokens.kinds[first:last])


def _ranges(characters: str) -> str:
    """The inside of a character class for the characters of `timewords`, none of which has a meaning there: "a-df"."""
    codes = sorted(set(map(ord, characters)))
    runs: list[list[int]] = []
    for code in codes:
        if runs and code == runs[-1][-1] + 1:
            runs[-1][1:] = [code]
        else:
            runs.append([code])
    return "".join("-".join(map(chr, run)) for run in runs)


def _is_full_stop(tokens: Tokens, index: int) -> bool:
    """Whether the stop at a token ends the sentence: the word before it is no short form."""
    kind = tokens.kinds[index - 1]
    return tokens.word(index) == "." and not (kind and "abbr" in kind.values)


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


def read_piece(piece: str) -> tuple[str, tuple[str, ...], str]:
    """Sign ("!", "^" or ""), classes and repetition ("?", "*", "+" or "") of one piece; a word's class is "=word"."""
    match = _PIECE.match(piece)
    if match is None:
        raise BadLexicon(f"time_patterns.tsv: cannot read {piece!r}")
    return match["sign"], tuple(_class_of(name) for name in match["body"].split("|")), match["repeat"]


def find_openings(pieces: tuple[str, ...], characters: Callable[[tuple[str, ...]], str]) -> frozenset[str]:
    """The characters with which a match of the pieces may begin."""
    openings, _, _ = _sequence(pieces, 0, characters)
    return frozenset(openings)


def _sequence(
    pieces: tuple[str, ...], position: int, characters: Callable[[tuple[str, ...]], str],
) -> tuple[set[str], bool, int]:
    """Openings of the choices from `position` to their closing bracket, whether one may be empty, and the place after."""
    openings: set[str] = set()
    empty, some_empty = True, False
    while position < len(pieces) and pieces[position][0] not in ")}":
        piece = pieces[position]
        position += 1
        if piece == "|":
            some_empty, empty = some_empty or empty, True
            continue
        if piece in _BRACKETS:
            inner, may_skip, position = _sequence(pieces, position, characters)
            may_skip = may_skip or pieces[position][1:] in ("?", "*") or piece in ("&(", "@(")
            inner = set() if piece in ("&(", "@(") else inner
            position += 1
        else:
            sign, names, repeat = read_piece(piece)
            inner, may_skip = (set(), True) if sign else (set(characters(names)), repeat in ("?", "*"))
        if empty:
            openings |= inner
            empty = may_skip
    return openings, some_empty or empty, position


def _literals(pieces: Iterable[str]) -> Iterator[str]:
    for piece in pieces:
        if piece in _BRACKETS or piece[0] == ")":
            continue
        yield from (name[1:] for name in read_piece(piece)[1] if name[0] == "=")


def _class_of(name: str) -> str:
    match = _CLASS.match(name)
    return match[1] if match else "=" + name.removeprefix("\\")
