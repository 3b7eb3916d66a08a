"""Ties between two places as bows, so that several between the same two lie beside each other and still meet their ends."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import atan2, degrees, hypot

from copydesk.write.pictures.labels import Box

STEPS = 14
Point = tuple[float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bow:
    """A line of points from one rim to another."""

    points: tuple[Point, ...]

    @property
    def angle(self) -> float:
        """Degrees clockwise at which it arrives."""
        (x1, y1), (x2, y2) = self.points[-3], self.points[-1]
        return round(degrees(atan2(y2 - y1, x2 - x1)), 1)

    def at(self, share: float) -> Point:
        """The point so far along it, 0 to 1."""
        return self.points[round(share * (len(self.points) - 1))]

    def boxes(self) -> Sequence[Box]:
        """What it covers, as small boxes along it."""
        return [
            (min(x1, x2) - 1, min(y1, y2) - 1, max(x1, x2) + 1, max(y1, y2) + 1)
            for (x1, y1), (x2, y2) in zip(self.points, self.points[1:], strict=False)
        ]


def bend(start: Point, end: Point, *, rims: tuple[float, float], aside: float) -> Bow:
    """From the rim of the one to that of the other. rims: px from the centres; aside: px to the right at its middle."""
    (x1, y1), (x2, y2) = start, end
    length = hypot(x2 - x1, y2 - y1) or 1.0
    bent = (x1 + x2) / 2 - (y2 - y1) / length * 2 * aside, (y1 + y2) / 2 + (x2 - x1) / length * 2 * aside
    first, last = _towards(start, bent, rims[0]), _towards(end, bent, rims[1])
    points = []
    for step in range(STEPS + 1):
        t = step / STEPS
        one, two, three = (1 - t) ** 2, 2 * t * (1 - t), t**2
        points.append((
            round(one * first[0] + two * bent[0] + three * last[0], 1),
            round(one * first[1] + two * bent[1] + three * last[1], 1),
        ))
    return Bow(points=tuple(points))


def _towards(start: Point, end: Point, distance: float) -> Point:
    length = hypot(end[0] - start[0], end[1] - start[1]) or 1.0
    return start[0] + (end[0] - start[0]) / length * distance, start[1] + (end[1] - start[1]) / length * distance
