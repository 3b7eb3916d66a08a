"""Names beside their places: each where it covers nothing, else not at all."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

Box = tuple[float, float, float, float]  # left, top, right, bottom in px
_WAYS = ((1, 0), (-1, 0), (0, -1), (0, 1), (1, -1), (1, 1), (-1, -1), (-1, 1))


@dataclass(slots=True)
class Labels:
    """What is taken on a picture whose edges are `edge`."""

    edge: Box
    taken: list[Box] = field(default_factory=list)

    def take(self, box: Box) -> None:
        """Nothing else may cover this."""
        self.taken.append(box)

    def is_free(self, box: Box) -> bool:
        """Whether it lies inside the picture and covers nothing that is taken."""
        return self.count(box) == 0

    def count(self, box: Box) -> int:
        """How many things that are taken it would cover; leaving the picture counts as covering many."""
        left, top, right, bottom = box
        outside = left < self.edge[0] or top < self.edge[1] or right > self.edge[2] or bottom > self.edge[3]
        return 100 * outside + sum(
            left < other[2] and other[0] < right and top < other[3] and other[1] < bottom for other in self.taken
        )

    def place(self, x: float, y: float, *, away: float, width: float, height: float) -> tuple[Box, bool] | None:
        """A free box of that size beside (x, y), at least `away` px from it, and whether it needs a line to lead there.

        None where there is no room near by. The box is taken then.
        """
        for number, box in enumerate(_around(x, y, away, width, height)):
            if self.is_free(box):
                self.take(box)
                return box, number >= len(_WAYS)
        return None


def _around(x: float, y: float, away: float, width: float, height: float) -> Iterator[Box]:
    for distance in (away, away + 12, away + 24, away + 40):
        for across, down in _WAYS:
            slant = 0.75 if across and down else 1.0
            left = x + across * distance * slant + (0 if across > 0 else -width if across < 0 else -width / 2)
            top = y + down * distance * slant + (0 if down > 0 else -height if down < 0 else -height / 2)
            yield left, top, left + width, top + height
