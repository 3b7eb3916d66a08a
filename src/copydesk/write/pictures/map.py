"""The map: places by how exactly they are known, an area never looking like a spot on the street."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import hypot

from copydesk.record import Story
from copydesk.write.pictures.borders import CONVENTION, Ring, Window, cut_countries
from copydesk.write.pictures.drawing import MARGIN, WIDTH, Board, Drawing, Row
from copydesk.write.pictures.frame import TOP, draw_title, finish
from copydesk.write.pictures.labels import Labels
from copydesk.write.pictures.links import Link
from copydesk.write.pictures.measuring import shorten, width_of
from copydesk.write.pictures.places import LEVELS, Spot, find_spots
from copydesk.write.pictures.window import choose_window
from copydesk.write.story.marks import Marks

HEIGHT = 400.0  # px of the map itself
SPOTS = 40  # places of a map, the most told
_SIZE = 11.0
_TOLD = 3  # claims in a place's full words
_RADIUS = {"country": 10.0, "admin1": 7.5, "admin2": 6.5, "feature": 6.5, None: 6.5}  # px of the rings of areas
_DOT = 3.6  # px of the dots of towns and sites


@dataclass(frozen=True, slots=True, kw_only=True)
class _Ground:
    """The window in px."""

    window: Window
    top: float

    def at(self, longitude: float, latitude: float) -> tuple[float, float]:
        """The px of a point in degrees, a longitude as the window counts it."""
        window = self.window
        x = MARGIN + (longitude - window.west) / (window.east - window.west) * (WIDTH - 2 * MARGIN)
        return round(x, 1), round(self.top + (window.north - latitude) / (window.north - window.south) * HEIGHT, 1)


def draw_map(story: Story, link: Link) -> Drawing | None:
    """The picture; None where no place of a claim or event has a point."""
    spots = find_spots(story)
    placed = [spot for spot in spots if spot.place.latitude is not None and spot.place.level != "region_of_world"]
    if not placed:
        return None
    drawn = placed[:SPOTS]
    board = Board()
    heading = draw_title(board, story, "Map: the places of what is told")
    ground = _Ground(window=choose_window(drawn, ratio=(WIDTH - 2 * MARGIN) / HEIGHT), top=TOP)
    shapes = cut_countries(ground.window)
    _draw_land(board, ground, shapes, {spot.place.country for spot in drawn if spot.place.level == "country"})
    points = {spot: at for spot in drawn if (at := _point_of(spot, ground, shapes))}
    unnamed = _draw_spots(board, points, story, link)
    y = _draw_key(board, TOP + HEIGHT + 18, points)
    return finish(
        board, kind="map", title=heading, y=y, told=[f"{len(points)} places."],
        below=["A ring is an area: what happened, happened somewhere in it.", CONVENTION],
        left_out=_left_out(spots, points, unnamed),
    )


def _draw_land(board: Board, ground: _Ground, shapes: dict[str, list[Ring]], told: set[str | None]) -> None:
    """Sea, land, borders, and the countries that are told of a shade darker."""
    board.box(MARGIN, ground.top, WIDTH - MARGIN, ground.top + HEIGHT, fill="wash")
    for code, rings in shapes.items():
        coordinates = [[[list(ground.at(x, y)) for x, y in [*ring, ring[0]]]] for ring in rings]
        outline = {"type": "MultiPolygon", "coordinates": coordinates}
        board.shape(outline, fill="told" if code in told else "land", stroke="coast", country=code)
    board.seal()
    board.box(MARGIN, ground.top, WIDTH - MARGIN, ground.top + HEIGHT, fill="none", stroke="rule")


def _point_of(spot: Spot, ground: _Ground, shapes: dict[str, list[Ring]]) -> tuple[float, float] | None:
    """Where a spot is drawn: at its point, a country whose point lies outside in the middle of what is seen of it."""
    place, window = spot.place, ground.window
    if place.longitude is None or place.latitude is None:
        return None
    if window.holds(place.longitude, place.latitude):
        x, y = ground.at(window.turned(place.longitude), place.latitude)
        if place.level != "country" or _is_well_inside(x, y, ground):
            return x, y
    if place.level == "country" and place.country in shapes:
        return _middle([[ground.at(*point) for point in ring] for ring in shapes[place.country]], ground)
    return None


def _is_well_inside(x: float, y: float, ground: _Ground) -> bool:
    return MARGIN + 20 < x < WIDTH - MARGIN - 20 and ground.top + 16 < y < ground.top + HEIGHT - 16


def _middle(rings: list[Ring], ground: _Ground) -> tuple[float, float] | None:
    """The point farthest from the edges of the largest ring, on a grid; None where too little of it is seen."""
    ring = max(rings, key=lambda one: (max(x for x, _ in one) - min(x for x, _ in one)) * (
        max(y for _, y in one) - min(y for _, y in one)))
    xs, ys = [x for x, _ in ring], [y for _, y in ring]
    best: tuple[float, float, float] | None = None
    for i in range(1, 20):
        for j in range(1, 20):
            x, y = min(xs) + (max(xs) - min(xs)) * i / 20, min(ys) + (max(ys) - min(ys)) * j / 20
            if _is_well_inside(x, y, ground) and _is_in(ring, x, y):
                room = min(hypot(x - a, y - b) for a, b in ring)
                best = max(best, (room, x, y)) if best else (room, x, y)
    return (round(best[1], 1), round(best[2], 1)) if best else None


def _is_in(ring: Ring, x: float, y: float) -> bool:
    crossings = sum(
        (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1
        for (x1, y1), (x2, y2) in zip(ring, ring[1:] + ring[:1], strict=True)
    )
    return crossings % 2 == 1


def _draw_spots(board: Board, points: dict[Spot, tuple[float, float]], story: Story, link: Link) -> list[Spot]:
    """Rings first, dots over them, then names; gives those for whose name there was no room."""
    marks, unnamed = Marks(story), list[Spot]()
    labels = Labels(edge=(MARGIN + 2, TOP + 2, WIDTH - MARGIN - 2, TOP + HEIGHT - 2))
    radius = {spot: _RADIUS.get(spot.place.level, _DOT) if spot.is_area else _DOT for spot in points}
    for spot, (x, y) in sorted(points.items(), key=lambda pair: not pair[0].is_area):
        size = radius[spot] + 1.5
        labels.take((x - size, y - size, x + size, y + size))
        more: Row = {"tell": _tell(spot, marks), "link": link(spot.evidence[0])}
        more |= {"name": spot.place.name, "level": spot.place.level}
        if spot.is_area:
            fill = "told" if spot.place.level == "country" else "wash"
            board.point(x, y, "circle", size=_square(radius[spot]), fill=fill, stroke="accent", width=1.6, dash=(3, 2), **more)
        else:
            shape = "square" if spot.place.level == "facility" else "circle"
            board.point(x, y, shape, size=_square(radius[spot]), fill="accent", stroke="paper", width=1, **more)
    board.seal()
    for spot, (x, y) in points.items():
        words, weight = _label(spot), "bold" if spot.place.level == "country" else "normal"
        width = width_of(words, _SIZE) * (1.08 if weight == "bold" else 1)
        found = labels.place(x, y, away=radius[spot] + 4, width=width, height=13)
        if found is None:
            unnamed.append(spot)
            continue
        (left, top, right, bottom), is_far = found
        if is_far:
            nearest = (min(max(x, left), right), min(max(y, top), bottom))
            board.rule(x, y, *nearest, stroke="soft", width=0.7)
        more = {"tell": _tell(spot, marks), "link": link(spot.evidence[0])}
        board.text(left, top + 10.5, words, size=_SIZE, weight=weight, halo=True, **more)
    return unnamed


def _label(spot: Spot) -> str:
    return shorten(spot.place.name, size=_SIZE, width=130)


def _tell(spot: Spot, marks: Marks) -> str:
    more = len(spot.told) - _TOLD
    told = [f"“{one}”" for one in spot.told[:_TOLD]] + ([f"and {more} more"] if more > 0 else [])
    return " · ".join((f"{spot.place.name} ({LEVELS[spot.place.level]})", *told, marks.places(spot.evidence)))


def _square(radius: float) -> float:
    """Vega's size of a circle of that radius."""
    return round(3.1416 * radius * radius, 1)


def _draw_key(board: Board, y: float, points: dict[Spot, tuple[float, float]]) -> float:
    x = MARGIN + 12.0
    for level in LEVELS:
        if not any(spot.place.level == level for spot in points):
            continue
        one = next(spot for spot in points if spot.place.level == level)
        if one.is_area:
            fill = "told" if level == "country" else "wash"
            board.point(x, y, "circle", size=_square(_RADIUS[level] * 0.8), fill=fill, stroke="accent", width=1.6, dash=(3, 2))
        else:
            shape = "square" if level == "facility" else "circle"
            board.point(x, y, shape, size=_square(_DOT), fill="accent", stroke="paper", width=1)
        board.text(x + 13, y + 3.7, LEVELS[level], size=10.5, fill="soft")
        x += width_of(LEVELS[level], 10.5) + 42
    return y + 18


def _left_out(spots: Sequence[Spot], points: dict[Spot, tuple[float, float]], unnamed: Sequence[Spot]) -> list[str]:
    """What is not on the map, and why."""
    nowhere = [spot.place.name for spot in spots if spot.place.latitude is None]
    wide = [spot.place.name for spot in spots if spot.place.level == "region_of_world" and spot.place.latitude is not None]
    outside = [
        f"{spot.place.name} ({LEVELS[spot.place.level]})" for spot in spots
        if spot not in points and spot.place.name not in nowhere and spot.place.name not in wide
    ]
    rows = (
        ("Outside the map: ", outside), ("Parts of the world, not drawn: ", wide), ("Without a known point: ", nowhere),
        ("Drawn without a name for lack of room: ", [spot.place.name for spot in unnamed]),
    )
    return [f"{head}{', '.join(dict.fromkeys(names))}." for head, names in rows if names]
