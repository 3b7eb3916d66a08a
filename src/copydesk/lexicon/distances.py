"""How far two points of the earth lie apart."""

from __future__ import annotations

import math


def great_circle_km(left: tuple[float, float], right: tuple[float, float]) -> float:
    """Great-circle distance of two points (latitude, longitude in degrees) in kilometres, on a sphere of 6371 km."""
    first, second = math.radians(left[0]), math.radians(right[0])
    turn = math.radians(right[1] - left[1])
    half = math.sin((second - first) / 2) ** 2 + math.cos(first) * math.cos(second) * math.sin(turn / 2) ** 2
    return 2 * 6371.0 * math.asin(min(1.0, math.sqrt(half)))
