"""Words that are at home in one or a few states: "sheriff", "crore", "gardaí"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from copydesk.lexicon.tables import load_rows


@dataclass(frozen=True, slots=True)
class CountryClue:
    """One row. phrase: dictionary forms in small letters. countries: alpha-3."""

    phrase: str
    countries: tuple[str, ...]
    origin: str


class CountryClues:
    """The table with a lookup along an article's words."""

    def __init__(self, rows: tuple[CountryClue, ...]) -> None:
        self._countries = {tuple(row.phrase.split()): row.countries for row in rows}
        self._longest = max((len(phrase) for phrase in self._countries), default=0)

    def find(self, lemmas: Sequence[str]) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Each phrase that stands among dictionary forms in small letters, with its countries; the longest at each word."""
        for first in range(len(lemmas)):
            for length in range(self._longest, 0, -1):
                phrase = tuple(lemmas[first : first + length])
                if phrase in self._countries:
                    yield " ".join(phrase), self._countries[phrase]
                    break


def load_country_clues(path: Path) -> CountryClues:
    """The table (world/country_clues.tsv). Raises BadLexicon with file, line and column."""
    return CountryClues(load_rows(path, CountryClue))
