"""The numbers of texts: reports by one mould (markets, weather) share words and their order, and carry other figures."""

from __future__ import annotations

import re
from collections.abc import Iterable

FIGURES = 0.5  # share of the numbers that goes with what is shared of a text; swept on our own stories (evaluation.own_copies)
COUNTED = 4  # numbers from which that share says something; swept there too
NUMBER = r"(?<!\d)\d{1,3}(?:[ \u00a0\u202f]\d{3})+\b|\d+(?:[.,:]\d+)*"
_NUMBER = re.compile(NUMBER)


def find_figures(text: str) -> frozenset[str]:
    """The numbers that stand in figures in a text, in the form that all spellings share."""
    return frozenset(map(plain_number, _NUMBER.findall(text)))


def plain_number(number: str) -> str:
    """What all spellings of a number share: "6 billion", "6.000 millones" and "6,0" are 6; "7.48" and "7,48" are 748."""
    return re.sub(r"\D", "", number).strip("0") or "0"


def count_figures(one: Iterable[str], other: Iterable[str]) -> tuple[int, int]:
    """How many of the numbers of the text that has fewer stand in the other, and how many it has."""
    left, right = frozenset(one), frozenset(other)
    return len(left & right), min(len(left), len(right))


def have_figures(figures: tuple[int, int], shared: float) -> bool:
    """Whether two texts agree in their numbers about as far as in the rest. shared: how much of the shorter one is (0-1)."""
    same, counted = figures
    return counted < COUNTED or same >= FIGURES * shared * counted
