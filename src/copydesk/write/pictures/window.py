"""Which part of the world a map shows: what fits its places, without the few that lie far off."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import cos, radians

from copydesk.write.pictures.borders import Window, box_of
from copydesk.write.pictures.places import Spot

LEAST = 9.0  # degrees of latitude that a map shows at least: the borders are drawn no finer
AIR = 0.13  # of the window's size, left free on each side
FAR = 2.0  # a place goes undrawn where the map without it needs less than half the room ...
FEW = 0.25  # ... and all such places together are less than this share of what is told
_INWARD = 8.0  # degrees into a country that is not shown whole
_MOST_NORTH = 84.0


@dataclass(frozen=True, slots=True, kw_only=True)
class _Need:
    """Points that must be in the window for a spot to be seen."""

    spot: Spot
    points: tuple[tuple[float, float], ...]


def choose_window(spots: Sequence[Spot], *, ratio: float) -> Window:
    """The window for places with coordinates; at least one. ratio: width of the map by its height, in px."""
    needs = list(_needs(spots))
    budget = FEW * sum(len(need.spot.told) for need in needs)
    while len(needs) > 1:
        whole = _size(_around(needs))
        without = [(_size(_around([one for one in needs if one is not need])), -n) for n, need in enumerate(needs)]
        size, number = min(without)
        weight = len(needs[-number].spot.told)
        if whole / max(size, LEAST * LEAST) < FAR or weight > budget:
            break
        budget -= weight
        del needs[-number]
    return _fit(_around(needs), ratio)


def stretch_of(window: Window) -> float:
    """How much shorter a degree of longitude is than one of latitude, in the window's middle."""
    return max(cos(radians((window.south + window.north) / 2)), 0.25)


def _needs(spots: Sequence[Spot]) -> Iterator[_Need]:
    """Points as they are; of countries what lies nearest to the points, or to the smallest country where there are none."""
    near = [spot for spot in spots if spot.place.level != "country"]
    boxes = {spot.place.country: box for spot in spots if spot not in near and (box := box_of(spot.place.country or ""))}
    for spot in near:
        yield _Need(spot=spot, points=(_point(spot),))
    far = [spot for spot in spots if spot not in near]
    least = min(far, key=lambda spot: _size(boxes[spot.place.country]) if spot.place.country in boxes else 0, default=None)
    points = [_point(spot) for spot in near] or [_point(least)] if least else [_point(spot) for spot in near]
    middle = (sum(x for x, _ in points) / len(points), sum(y for _, y in points) / len(points))
    for spot in far:
        box = boxes.get(spot.place.country)
        if box is None:
            yield _Need(spot=spot, points=(_point(spot),))
        elif spot is least and not near:
            yield _Need(spot=spot, points=((box.west, box.south), (box.east, box.north)))
        else:
            yield _Need(spot=spot, points=(_nearest(box, middle),))


def _point(spot: Spot) -> tuple[float, float]:
    return spot.place.longitude or 0.0, spot.place.latitude or 0.0


def _nearest(box: Window, middle: tuple[float, float]) -> tuple[float, float]:
    """The place in a country's box that is nearest to the middle, a little way in."""
    across, down = min(_INWARD, (box.east - box.west) / 2), min(_INWARD, (box.north - box.south) / 2)
    x = min(max(middle[0], box.west + across), box.east - across)
    return x, min(max(middle[1], box.south + down), box.north - down)


def _around(needs: Sequence[_Need]) -> Window:
    points = [point for need in needs for point in need.points]
    turned = sorted(x % 360 for x, _ in points)
    gaps = [((following - x) % 360 or (360.0 if len(set(turned)) == 1 else 0.0), following) for x, following in zip(
        turned, turned[1:] + turned[:1], strict=True)]
    gap, west = max(gaps)
    west = west - 360 if west >= 180 else west
    return Window(
        west=west, south=min(y for _, y in points), east=west + 360 - gap, north=max(y for _, y in points),
    )


def _size(window: Window) -> float:
    """Square degrees, no side less than a map shows at least."""
    return max((window.east - window.west) * stretch_of(window), LEAST) * max(window.north - window.south, LEAST)


def _fit(window: Window, ratio: float) -> Window:
    """The window with air around it, widened to the map's shape."""
    stretch = stretch_of(window)
    width, height = (window.east - window.west) * stretch, window.north - window.south
    height = max(height * (1 + 2 * AIR), LEAST, width * (1 + 2 * AIR) / ratio)
    width = min(height * ratio / stretch, 360.0)
    x, y = (window.west + window.east) / 2, (window.south + window.north) / 2
    height = min(width * stretch / ratio, 2 * _MOST_NORTH)
    y = min(max(y, height / 2 - _MOST_NORTH), _MOST_NORTH - height / 2)
    return Window(west=x - width / 2, south=y - height / 2, east=x + width / 2, north=y + height / 2)
