"""What the tables know of a name, as votes for its kind (en/name_votes.tsv)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from copydesk.lexicon.states import plain_words
from copydesk.lexicon.tables import load_rows

if TYPE_CHECKING:
    from copydesk.lexicon.world import World

TOWN = 10_000  # inhabitants from which a town's name speaks for a place; smaller ones share too many names
STATE_WORDS = {"name": "state", "demonym": "demonym", "capital": "capital", "metonym": "seat"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Vote:
    """What one kind of knowledge says. weight: natural logarithm of odds."""

    known: str
    kind: str
    weight: float
    origin: str


class Votes:
    """Votes by name; every name is looked up once."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._rows = {row.known: row for row in load_rows(world.english / "name_votes.tsv", Vote)}
        self.find = lru_cache(maxsize=65_536)(self._find)

    def _find(self, name: str) -> dict[str, float]:
        """Kind -> weight for one name as written; {} where no table knows it."""
        votes: dict[str, float] = {}
        for known in self._list_known(name):
            row = self._rows[known]
            votes[row.kind] = max(row.weight, votes.get(row.kind, 0.0))
        return votes

    def find_told(self) -> tuple[str, float]:
        """Kind and weight for a name that is part of one told in full elsewhere in the article."""
        row = self._rows["told in full"]
        return row.kind, row.weight

    def _list_known(self, name: str) -> Iterator[str]:
        world, plain = self._world, plain_words(name)
        if world.outlets.find(name):
            yield "outlet"
        hit = world.states.find(name)
        if hit:
            yield STATE_WORDS[hit.kind]
        if world.register.find(name):
            yield "actor"
        if plain in world.regions.names:
            yield "region"
        elif plain in world.regions.adjectives:
            yield "people of a region"
        towns = () if hit else world.places.find(name)
        if towns and towns[0].is_main and towns[0].population >= TOWN:
            yield "town"
        first, *others = name.split()
        if others and world.titles.is_given(first):
            yield "given name"
