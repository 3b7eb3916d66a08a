"""What the tables know of a whole name, as votes for its kind (en/name_votes.tsv)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from copydesk.lexicon.namebook import NameBook


@dataclass(frozen=True, slots=True, kw_only=True)
class Vote:
    """What one kind of knowledge says. weight: natural logarithm of odds."""

    known: str
    kind: str
    weight: float
    origin: str


class Votes:
    """Votes by name; every name is looked up once."""

    def __init__(self, book: NameBook, rows: Iterable[Vote]) -> None:
        self._book = book
        self._rows = {row.known: row for row in rows}
        self.find = lru_cache(maxsize=65_536)(self._find)

    def _find(self, name: str) -> dict[str, float]:
        """Kind -> weight for one name as written; {} where no table knows it."""
        votes: dict[str, float] = {}
        for known in self._list_known(name):
            row = self._rows.get(known)
            if row:
                votes[row.kind] = max(row.weight, votes.get(row.kind, 0.0))
        return votes

    def find_told(self) -> tuple[str, float]:
        """Kind and weight for a name that is part of one told in full elsewhere in the article."""
        row = self._rows["told in full"]
        return row.kind, row.weight

    def _list_known(self, name: str) -> Iterator[str]:
        yield from self._book.find_kinds(name)
        first, *others = name.split()
        if others and "given name" in self._book.find_word_kinds(first):
            yield "given name"
