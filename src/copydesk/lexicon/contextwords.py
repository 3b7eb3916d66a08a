"""Words that speak of PLOVER's contexts, where they stand in a text, and what must be known of the parties besides."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

Needs = Literal["", "state-forces", "unarmed", "public"]
_WORD = re.compile(r"\w+(?:[-'’]\w+)*")
_SHORTEST_STEM = 3
_MARKS = "@#"  # "@MIL" a party's sector, "#convict" a mode
MOST_WORDS = 65_536  # words whose entries are remembered


@dataclass(frozen=True, slots=True, kw_only=True)
class ContextRow:
    """Words of one context: an entry is one word or several, each may end in "*"; "@SECTOR" and "#mode" are no words.

    unless: phrases in which such a word says something else.
    """

    context: str
    words: tuple[str, ...]
    unless: tuple[str, ...]
    needs: Needs
    origin: str


@dataclass(frozen=True, slots=True)
class ContextHit:
    """Words of a text that speak of a context: their first character and one past the last."""

    context: str
    needs: Needs
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Entry:
    """One entry, its words with "*" where any ending may follow, and the number of its row."""

    parts: tuple[str, ...]
    row: int


class _Index:
    """Entries by their first word or its beginning."""

    def __init__(self) -> None:
        self._whole: dict[str, list[_Entry]] = defaultdict(list)
        self._stems: dict[str, list[_Entry]] = defaultdict(list)
        self._seen: dict[str, tuple[_Entry, ...]] = {}

    def add(self, entry: _Entry) -> None:
        first = entry.parts[0]
        (self._stems[first[:-1]] if first.endswith("*") else self._whole[first]).append(entry)

    def find(self, words: Sequence[tuple[str, int, int]]) -> Iterator[tuple[_Entry, int, int]]:
        """Every entry in the words (small, with first and last character), with its own first and last."""
        for place, (word, start, _) in enumerate(words):
            for entry in self._of_word(word):
                last = place + len(entry.parts) - 1
                if last < len(words) and all(
                    _fits(part, words[place + step][0]) for step, part in enumerate(entry.parts[1:], 1)
                ):
                    yield entry, start, words[last][2]

    def _of_word(self, word: str) -> tuple[_Entry, ...]:
        known = self._seen.get(word)
        if known is None:
            stems = (self._stems.get(word[:length], ()) for length in range(_SHORTEST_STEM, len(word) + 1))
            known = (*self._whole.get(word, ()), *(entry for found in stems for entry in found))
            if len(self._seen) < MOST_WORDS:
                self._seen[word] = known
        return known


def _fits(part: str, word: str) -> bool:
    return word.startswith(part[:-1]) if part.endswith("*") else word == part


class ContextWords:
    """The table by what it is asked for."""

    def __init__(self, rows: Iterable[ContextRow]) -> None:
        self._rows = tuple(rows)
        self._words, self._unless = _Index(), _Index()
        self._marks: dict[str, list[str]] = defaultdict(list)
        for number, row in enumerate(self._rows):
            for words in row.words:
                if words[0] in _MARKS:
                    self._marks[words].append(row.context)
                else:
                    self._words.add(_Entry(_split(words), number))
            for words in row.unless:
                self._unless.add(_Entry(_split(words), number))

    def find(self, text: str) -> tuple[ContextHit, ...]:
        """The hits in a text, in its order; without words that a phrase around them turns into something else."""
        words = [(found[0].lower().replace("’", "'"), *found.span()) for found in _WORD.finditer(text)]
        spoiled = [(entry.row, start, end) for entry, start, end in self._unless.find(words)]
        found = [
            ContextHit(self._rows[entry.row].context, self._rows[entry.row].needs, start, end)
            for entry, start, end in self._words.find(words)
            if not any(row == entry.row and left < end and start < right for row, left, right in spoiled)
        ]
        return tuple(sorted(found, key=lambda hit: (hit.start, -hit.end)))

    def is_spoiled(self, text: str, context: str) -> bool:
        """Whether a phrase stands in a text that speaks of something else than a context of like words ("tennis courts")."""
        words = [(found[0].lower().replace("’", "'"), *found.span()) for found in _WORD.finditer(text)]
        return any(self._rows[entry.row].context == context for entry, _, _ in self._unless.find(words))

    def of_mark(self, mark: str) -> tuple[str, ...]:
        """Contexts that a party's sector ("@MIL") or a mode ("#convict") speaks of by itself."""
        return tuple(self._marks.get(mark, ()))


def _split(words: str) -> tuple[str, ...]:
    """The words of an entry as `find` sees those of a text: "u.n. mission" are three."""
    parts: list[str] = []
    for word in words.lower().replace("’", "'").split():
        found = _WORD.findall(word)
        parts.extend(found[:-1])
        parts.append(found[-1] + ("*" if word.endswith("*") else ""))
    return tuple(parts)
