"""In which single-byte encoding the bytes of a text in Latin script give the letters of one language (world/alphabets.tsv)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

LEAST_LETTERS = 6  # letters beyond a-z; fewer tell nothing
LEAST_FIT = 0.97  # share of them that one language must have; the rest are names
# Marks, signs and letters of foreign names that any language prints.
_NEUTRAL = frozenset("\u00a0«»“”„‘’‚–—…•·°§©®™€£±½²³º´`¿¡")


@dataclass(frozen=True, slots=True, kw_only=True)
class Alphabet:
    """The letters beyond a-z of a language, small ones in one string, and the encodings of its pages, commonest first."""

    language: str
    letters: str
    encodings: tuple[str, ...]
    origin: str


class Alphabets:
    """Tells single-byte Latin encodings apart. rows: of equals the first wins."""

    def __init__(self, rows: Iterable[Alphabet]) -> None:
        self._letters: dict[str, list[frozenset[str]]] = {}
        for row in rows:
            for name in row.encodings:
                self._letters.setdefault(name, []).append(frozenset(row.letters))

    def find_encoding(self, raw: bytes) -> str | None:
        """The encoding under which nearly all letters beyond a-z are one language's; None where none is or they are few."""
        best, most = None, LEAST_FIT
        for name, alphabets in self._letters.items():
            counts = Counter(letter for letter in raw.decode(name, "replace").lower() if letter > "\x7f")
            total = sum(number for letter, number in counts.items() if letter not in _NEUTRAL)
            if total < LEAST_LETTERS:
                return None
            fit = max(sum(counts[letter] for letter in letters) for letters in alphabets) / total
            if fit > most:
                best, most = name, fit
        return best
