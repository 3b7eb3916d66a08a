"""Which of many stretches of a text cover a place, found without walking through all of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Generic, TypeVar

Kept = TypeVar("Kept")
WIDTH = 512  # code points of text that share a drawer: about three sentences


class Covers(Generic[Kept]):
    """Half-open stretches (start, end, what they stand for), kept in drawers by where they lie in the text."""

    def __init__(self, stretches: Iterable[tuple[int, int, Kept]]) -> None:
        self._drawers: dict[int, list[tuple[int, int, Kept]]] = defaultdict(list)
        for start, end, kept in stretches:
            for drawer in range(start // WIDTH, max(start, end - 1) // WIDTH + 1):
                self._drawers[drawer].append((start, end, kept))

    def at(self, offset: int) -> list[tuple[int, int, Kept]]:
        """The stretches with start <= offset < end, in the order they were given."""
        drawer = self._drawers.get(offset // WIDTH, [])
        return [(start, end, kept) for start, end, kept in drawer if start <= offset < end]
