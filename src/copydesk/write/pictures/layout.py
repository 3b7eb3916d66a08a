"""Where the actors of a network stand: those with much between them near each other, the same for the same network."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

STEPS = 400
Places = NDArray[np.float64]


def lay_groups(
    number: int, edges: Sequence[tuple[int, int]], *, width: float, sizes: Sequence[tuple[float, float]],
) -> tuple[list[tuple[float, float]], float]:
    """Places in px for so many nodes, and the height that they need; groups without an edge between them stand apart.

    edges: pairs of nodes. sizes: the room in px, across and down, that each node needs with its name.
    """
    places: list[tuple[float, float]] = [(0.0, 0.0)] * number
    x = y = row = 0.0
    for group in _groups(number, edges):
        share, high = _room(len(group))
        if x + share > 1.001:
            x, y, row = 0.0, y + row, 0.0
        own = [(group.index(one), group.index(other)) for one, other in edges if one in group]
        wide = width * share
        inner = lay_out(len(group), own, width=wide - 130, height=high - 90)
        moved = part([(a + 65, b + 45) for a, b in inner], [sizes[node] for node in group], width=wide, height=high)
        for node, (a, b) in zip(group, moved, strict=True):
            places[node] = (round(x * width + a, 1), round(y + b, 1))
        x, row = x + share, max(row, high)
    return places, y + row


def _groups(number: int, edges: Sequence[tuple[int, int]]) -> list[list[int]]:
    """Nodes that edges join, the largest group first."""
    group = list(range(number))
    for one, other in edges:
        old, new = group[other], group[one]
        group = [new if each == old else each for each in group]
    found = [[node for node in range(number) if group[node] == each] for each in dict.fromkeys(group)]
    return sorted(found, key=lambda nodes: (-len(nodes), nodes))


def _room(nodes: int) -> tuple[float, float]:
    """The share of the width and the px of height for a group of so many."""
    if nodes == 2:
        return 0.5, 96.0
    return (0.5, 170.0) if nodes == 3 else (1.0, 130.0 + 27 * nodes)


def lay_out(number: int, edges: Sequence[tuple[int, int]], *, width: float, height: float) -> list[tuple[float, float]]:
    """Places in px for so many joined nodes, two at least, inside a box; edges as pairs of nodes.

    Nodes push each other away and edges draw their ends together (Fruchterman and Reingold 1991), from a circle; no chance.
    """
    if number == 2:
        return [(0.15 * width, height / 2), (0.85 * width, height / 2)]
    turns = np.arange(number) * 2 * np.pi / number - np.pi / 2
    places: Places = np.stack((np.cos(turns), np.sin(turns)), axis=1)
    pull = np.zeros((number, number))
    for one, other in edges:
        pull[one, other] = pull[other, one] = 1.0
    ideal = 1.6 / np.sqrt(number)
    for step in range(STEPS):
        apart = places[:, None, :] - places[None, :, :]
        distance = np.sqrt((apart**2).sum(axis=2)) + np.eye(number) + 1e-6
        force = (ideal**2 / distance**2 - pull * distance / ideal)[:, :, None] * apart
        force[np.arange(number), np.arange(number)] = 0.0
        moved = force.sum(axis=1) - 0.35 * places
        length = np.sqrt((moved**2).sum(axis=1))[:, None] + 1e-9
        places = places + moved / length * np.minimum(length, 0.12 * (1 - step / STEPS))
    return _fit(places, width, height)


def _fit(places: Places, width: float, height: float) -> list[tuple[float, float]]:
    """Turned so that the longest way lies across, then stretched to the box."""
    places = places - places.mean(axis=0)
    angle = 0.5 * float(np.arctan2(2 * (places[:, 0] * places[:, 1]).sum(), (places[:, 0] ** 2 - places[:, 1] ** 2).sum()))
    turn = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    turned = places @ turn
    low, high = turned.min(axis=0), turned.max(axis=0)
    room = np.where(high - low > 1e-6, high - low, 1.0)
    share = np.where(high - low > 1e-6, (turned - low) / room, 0.5)
    return [(round(float(x) * width, 1), round(float(y) * height, 1)) for x, y in share]


def part(
    places: Sequence[tuple[float, float]], sizes: Sequence[tuple[float, float]], *, width: float, height: float,
) -> list[tuple[float, float]]:
    """The places moved apart until no two boxes of those sizes, centred on them, cover each other, as far as there is room."""
    moved = [list(place) for place in places]
    for _ in range(200):
        still = True
        for one in range(len(moved)):
            for other in range(one + 1, len(moved)):
                across = (sizes[one][0] + sizes[other][0]) / 2 - abs(moved[one][0] - moved[other][0])
                down = (sizes[one][1] + sizes[other][1]) / 2 - abs(moved[one][1] - moved[other][1])
                if across > 0 and down > 0:
                    still = False
                    axis, step = (1, down / 2 + 0.5) if down < across else (0, across / 2 + 0.5)
                    sign = 1 if moved[one][axis] >= moved[other][axis] else -1
                    moved[one][axis] += sign * step
                    moved[other][axis] -= sign * step
        for place, (wide, high) in zip(moved, sizes, strict=True):
            place[0] = min(max(place[0], wide / 2), width - wide / 2)
            place[1] = min(max(place[1], high / 2), height - high / 2)
        if still:
            break
    return [(round(x, 1), round(y, 1)) for x, y in moved]
