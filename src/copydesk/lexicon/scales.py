"""Words after a number that multiply it, in languages that are not read otherwise (world/scales.tsv)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

_WORDS = re.compile(r"[ \u00a0\u202f]+([^\W\d_]+)(?:[ \u00a0\u202f]+([^\W\d_]+))?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """A row: words of a language (ISO 639-1), one or two each, that multiply the number before them by `value`."""

    language: str
    words: tuple[str, ...]
    value: float
    origin: str


class Scales:
    """The table by language. languages: those whose words are known; in others no number is sure of its size."""

    def __init__(self, rows: Iterable[Scale]) -> None:
        self._values = {(row.language, words): row.value for row in rows for words in row.words}
        self.languages = frozenset(language for language, _ in self._values)

    def match(self, text: str, start: int, language: str) -> tuple[float, int]:
        """What the words from `start` on multiply a number by, and where they end; (1, start) where none do."""
        match = _WORDS.match(text, start)
        if match is None:
            return 1, start
        one = match[1].lower()
        for words, end in ((f"{one} {(match[2] or '').lower()}", match.end()), (one, match.end(1))):
            if value := self._values.get((language, words)):
                return value, end
        return 1, start
