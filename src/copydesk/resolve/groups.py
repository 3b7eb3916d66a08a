"""Groups of phrases as they grow from left to right: what is known of one phrase of a group is known of all that follow."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from copydesk.resolve.pairs import COUNTS, MATCHES, Array, Pairs, count_off, number_names
from copydesk.resolve.traits import KINDS, NUMBERS, SEXES, Traits

GROUP_MATCHES = ("-", "other", "part", "head", "same")  # how well any phrase of the group matches
GROUP_COLUMNS = (
    "group kind", "group sex", "group number", "group member", "group match", "clash", "owner", "size",
)  # fmt: skip
AGREEMENT = np.array([[0, 1, 2], [1, 0, 2], [2, 2, 2]])  # of SEXES and of NUMBERS
RANKS = np.array([0, 4, 3, 3, 1, 2, 2, 1, 2])  # of MATCHES among GROUP_MATCHES


class Groups:
    """What is known of the groups so far; `show` tells it of every pair of one later phrase, `join` takes that one in.

    group: (phrases,) the number of the first phrase of each one's group. antecedent: whom each was joined to, -1 nobody.
    """

    def __init__(self, traits: Sequence[Traits], pairs: Pairs) -> None:
        self.pairs = pairs
        self.group = np.arange(len(traits))
        self.antecedent = np.full(len(traits), -1)
        self._count = np.zeros(len(traits), dtype=np.int64)
        self._size = np.zeros(len(traits), dtype=np.int64)  # the same in steps of COUNTS
        self._best, self._clash = np.zeros_like(self._size), np.zeros_like(self._size)  # of the groups asked about last
        self._kinds = count_off(traits, lambda one: one.kind, KINDS)
        self._sexes = count_off(traits, lambda one: one.sex, SEXES)
        self._numbers = count_off(traits, lambda one: one.number, NUMBERS)
        self._members = number_names([one.member.id if one.member else None for one in traits])
        self._owners = _find_owners(traits)
        self._ranks = RANKS[pairs.shown["match"]]
        is_other = pairs.shown["match"] == MATCHES.index("other name")
        self._conflicts = (pairs.shown["sex"] == 1) | (pairs.shown["member"] == 1) | is_other

    def show(self, later: int) -> Array:
        """(columns, pairs) of one phrase's pairs as its groups stand now; rows as in GROUP_COLUMNS."""
        here = slice(self.pairs.first[later], self.pairs.first[later + 1])
        earlier = self.pairs.earlier[here]
        group = self.group[earlier]
        self._best[group] = self._clash[group] = 0
        np.maximum.at(self._best, group, self._ranks[here])
        self._clash[group[self._conflicts[here]]] = 1
        return np.array([
            self._kinds[earlier], AGREEMENT[self._sexes[later], self._sexes[earlier]],
            AGREEMENT[self._numbers[later], self._numbers[earlier]], self._compare_members(later, earlier),
            self._best[group], self._clash[group], self._compare_owners(later, earlier), self._size[earlier],
        ])

    def _compare_members(self, later: int, earlier: Array) -> Array:
        """Whether both stand for the same one: 0 yes, 1 no, 2 one stands for nobody named."""
        member, members = self._members[later], self._members[earlier]
        if member < 0:
            return np.full(len(earlier), 2)
        return np.where(members < 0, 2, np.where(members == member, 0, 1))

    def _compare_owners(self, later: int, earlier: Array) -> Array:
        """Whether both are owned by phrases of one group: 0 yes, 1 no, 2 one has no owner at its beginning."""
        owner, owners = self._owners[later], self._owners[earlier]
        if owner < 0:
            return np.full(len(earlier), 2)
        return np.where(owners < 0, 2, np.where(self.group[owners] == self.group[owner], 0, 1))

    def join(self, later: int, earlier: int) -> None:
        """Put a phrase into the group of an earlier one."""
        self.antecedent[later] = earlier
        self.group[later] = self.group[earlier]
        self._count[later] = self._count[earlier] + 1
        self._size[later] = sum(self._count[later] >= end for end in COUNTS[1:])
        for values, unknown in (
            (self._kinds, KINDS.index("?")), (self._sexes, SEXES.index("?")), (self._numbers, NUMBERS.index("?")),
            (self._members, -1),
        ):
            if values[later] == unknown:
                values[later] = values[earlier]


def _find_owners(traits: Sequence[Traits]) -> Array:
    """The number of the phrase that owns each, -1 where none does: the one at its beginning."""
    found = np.full(len(traits), -1)
    opening: dict[int, int] = {}
    for number, one in enumerate(traits):
        if one.sort == "own" and one.phrase.first in opening:
            found[number] = opening[one.phrase.first]
        if one.role == "owner":
            opening[one.phrase.first] = number
    return found
