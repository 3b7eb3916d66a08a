"""Disjoint sets of ids, the same whatever the order in which they are joined."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable


class Unions:
    """Joins ids; the smallest id of a set stands for it."""

    def __init__(self, ids: Iterable[str] = ()) -> None:
        self._above = {one: one for one in ids}

    def top(self, one: str) -> str:
        """The id that stands for the set of `one`."""
        self._above.setdefault(one, one)
        while self._above[one] != one:
            self._above[one] = self._above[self._above[one]]
            one = self._above[one]
        return one

    def join(self, one: str, other: str) -> None:
        """Put two ids into one set."""
        low, high = sorted((self.top(one), self.top(other)))
        self._above[high] = low

    def sets(self) -> tuple[tuple[str, ...], ...]:
        """Every set, sorted, largest first."""
        members: dict[str, list[str]] = defaultdict(list)
        for one in sorted(self._above):
            members[self.top(one)].append(one)
        return tuple(sorted((tuple(ids) for ids in members.values()), key=lambda ids: (-len(ids), ids)))
