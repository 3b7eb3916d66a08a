"""Which candidates of an article's names lie close together: "Paris" and "Henry County" do in one state alone."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence

from copydesk.lexicon.distances import great_circle_km
from copydesk.lexicon.gazetteer import PlaceRow

REACH_KM = 80.0  # the distance at which a neighbour counts for a third
CELL = 1.0  # degrees: candidates further apart than a cell and a half are not compared
_LOCAL = ("city", "admin2", "district", "facility")  # levels small enough to lie beside one another
_Cell = tuple[int, int]


class Neighbours:
    """Candidates of all names by cells of a degree; `pull` adds up what lies beside one of them."""

    def __init__(self, names: Sequence[Sequence[PlaceRow]]) -> None:
        """names: the candidates of each name that speaks for others, () for one that does not."""
        self._cells: dict[_Cell, list[tuple[int, PlaceRow]]] = defaultdict(list)
        for number, rows in enumerate(names):
            for row in rows:
                if row.level in _LOCAL:
                    self._cells[_cell(row)].append((number, row))

    def pull(self, number: int, row: PlaceRow) -> float:
        """How many other names than `number` have a candidate beside this one, each counted by how near its nearest is."""
        if row.level not in _LOCAL:
            return 0.0
        nearest: dict[int, float] = {}
        for other, neighbour in self._around(row):
            if other != number:
                nearest[other] = max(nearest.get(other, 0.0), math.exp(-distance_km(row, neighbour) / REACH_KM))
        return sum(nearest.values())

    def _around(self, row: PlaceRow) -> Iterator[tuple[int, PlaceRow]]:
        south, west = _cell(row)
        for latitude in range(south - 1, south + 2):
            for longitude in range(west - 1, west + 2):
                yield from self._cells.get((latitude, longitude), ())


def _cell(row: PlaceRow) -> _Cell:
    return math.floor(row.latitude / CELL), math.floor(row.longitude / CELL)


def distance_km(left: PlaceRow, right: PlaceRow) -> float:
    """Great-circle distance of two places in kilometres."""
    return great_circle_km((left.latitude, left.longitude), (right.latitude, right.longitude))
