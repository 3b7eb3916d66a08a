"""How sure a coded event is: the points of each named reason, and the word that their sum is told by."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from copydesk.record import Confidence


@dataclass(frozen=True, slots=True, kw_only=True)
class ReasonRow:
    """One reason for or against a coding. points: added to the sum; a reason of no points is shown and counts nothing."""

    reason: str
    points: int
    meaning: str
    origin: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BandRow:
    """A word of confidence and the lowest sum of points that earns it. percent: how many of a hundred are right, roughly."""

    band: Confidence
    least: int
    percent: int
    meaning: str
    origin: str


class Grading:
    """The two tables by what they are asked for. bands: the surest first; the last one holds for all that is left."""

    def __init__(self, reasons: Iterable[ReasonRow], bands: Iterable[BandRow]) -> None:
        self.reasons = tuple(reasons)
        self.bands = tuple(sorted(bands, key=lambda row: -row.least))

    @cached_property
    def _points(self) -> dict[str, int]:
        return {row.reason: row.points for row in self.reasons}

    def count(self, reasons: Iterable[str]) -> int:
        """The sum of points. Raises KeyError for a reason that the table does not know."""
        return sum(self._points[reason] for reason in reasons)

    def grade(self, reasons: Iterable[str]) -> Confidence:
        """The word for a coding with these reasons."""
        total = self.count(reasons)
        return next((row.band for row in self.bands if total >= row.least), self.bands[-1].band)

    def percent(self, band: Confidence | None) -> int | None:
        """How many of a hundred codings with a word are right, roughly; None for one that nobody judged."""
        return next((row.percent for row in self.bands if row.band == band), None)

    def is_at_least(self, band: Confidence | None, wanted: Confidence) -> bool:
        """Whether a word is as sure as another; None, a coding that nobody judged, is as sure as none."""
        order = [row.band for row in self.bands]
        return band is not None and order.index(band) <= order.index(wanted)
