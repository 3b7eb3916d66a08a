"""Lines of one block that a page's width has broken are one unit again, so that whole sentences are read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from copydesk.clean.cards import Sorted
from copydesk.clean.units import Unit
from copydesk.record import BlockRole

BULLETS = "•▪◦●■*"  # a line that opens with one begins an entry of its own


def join_broken(units: Sequence[Unit], sorting: Sorted, text: str) -> tuple[list[Unit], Sorted]:
    """The units and what they were sorted into, each broken line joined to the one that it goes on with.

    Both must have one role and stand in one card, one entry or the main article. text: of the page; a joined unit covers
    the line breaks within it.
    """
    home = _homes(len(units), sorting)
    told = _whole_headlines(units, sorting.roles, home)
    at: list[int] = []  # for each unit the index of the joined one that it goes into
    for i, unit in enumerate(units):
        goes_on = i and _goes_on(unit, told[i - 1:i + 1], home[i - 1:i + 1])
        at.append(at[-1] + (not goes_on) if at else 0)
    firsts = [i for i, number in enumerate(at) if i == 0 or number != at[i - 1]]
    joined = [_join(units[first], units[after - 1], text) for first, after in pairwise((*firsts, len(units)))]
    roles = tuple(told[i] for i in firsts)
    return joined, Sorted(roles, _moved(sorting.cards, at), _moved(sorting.entries, at))


def _whole_headlines(units: Sequence[Unit], roles: Sequence[BlockRole], home: Sequence[int]) -> list[BlockRole]:
    """The roles, where the next line of a broken headline is a headline too: a standfirst would begin a line of its own."""
    told = list(roles)
    for i in range(1, len(units)):
        if units[i].wrapped and told[i - 1] == "headline" and told[i] == "standfirst" and home[i - 1] == home[i]:
            told[i] = "headline"
    return told


def _join(first: Unit, last: Unit, text: str) -> Unit:
    return first if first is last else replace(first, end=last.end, text=text[first.start:last.end])


def _homes(count: int, sorting: Sorted) -> list[int]:
    """For each unit the number of its card or entry; 0 for the main article."""
    home = [0] * count
    for number, group in enumerate((*sorting.cards, *sorting.entries), start=1):
        for i in group:
            home[i] = number
    return home


def _goes_on(unit: Unit, roles: Sequence[str], homes: Sequence[int]) -> bool:
    return unit.wrapped and unit.text[0] not in BULLETS and len(set(roles)) == 1 and len(set(homes)) == 1


def _moved(groups: Sequence[Sequence[int]], at: Sequence[int]) -> tuple[tuple[int, ...], ...]:
    return tuple(tuple(sorted({at[i] for i in group})) for group in groups)
