"""In which single-byte encoding the bytes of a text give the letters of one language (world/alphabets.tsv)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

LEAST_LETTERS = 6  # letters and marks beyond ASCII; fewer tell nothing
LATIN_END = "\u0250"  # where the letters of other scripts begin
LEAST_FIT = 0.97  # share of them that one language must have where they stand; the rest are names
# Marks and signs that any language prints, and those of them that may stand between two letters.
_NEUTRAL = "\u00a0«»“”„‘’‚–—…•·°§©®™€£±½²³º´`¿¡№"
_JOINING = "’‘´`·–—\u00a0…"
_BEYOND = re.compile(r"[^\x00-\x7f]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Alphabet:
    """The letters of a language, small ones in one string (in Latin script those beyond a-z), and its encodings, commonest
    first."""

    language: str
    letters: str
    encodings: tuple[str, ...]
    origin: str


class Alphabets:
    """Tells single-byte encodings apart. rows: of equals the first wins."""

    def __init__(self, rows: Iterable[Alphabet]) -> None:
        self._rows = tuple(rows)
        self.encodings = tuple(dict.fromkeys(name for row in self._rows for name in row.encodings))

    def find_encoding(self, raw: bytes, language: str | None = None) -> str | None:
        """The encoding under which nearly all that is beyond ASCII are letters of one language; None where none is, or
        there is too little.

        language: the only one that it may be; None for any in Latin script.
        """
        if len(_BEYOND.findall(raw.decode("latin-1"))) < LEAST_LETTERS:
            return None
        best, most = None, LEAST_FIT
        for name in self.encodings:
            text = raw.decode(name, "replace")
            rows = (row for row in self._rows if name in row.encodings)
            meant = (row for row in rows if (row.language == language if language else row.letters < LATIN_END))
            fit = max((_fit(text, row.letters) for row in meant), default=0.0)
            if fit > most:
                best, most = name, fit
        return best


def _fit(text: str, letters: str) -> float:
    """Share of what is beyond ASCII in a text that is well placed in a language.

    That are its small letters, its capitals but behind a small letter, and marks and signs beside words; within a word
    only those that join.
    """
    capitals = "".join(letter for letter in letters.upper() if letter not in letters)
    placed = re.compile(
        rf"[{letters}{_JOINING}]|(?<![a-z{letters}])[{capitals}]|(?<![a-zA-Z{letters}])[{_NEUTRAL}]|[{_NEUTRAL}](?![a-zA-Z{letters}])",
    )
    beyond = len(_BEYOND.findall(text))
    return sum(match.group() > "\x7f" for match in placed.finditer(text)) / beyond if beyond else 0.0
