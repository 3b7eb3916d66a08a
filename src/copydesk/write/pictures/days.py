"""The axis of days that timeline and tension share: true to scale, with long empty stretches cut out and shown as cut."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from math import ceil

from copydesk.lexicon.days import read_day, write_day
from copydesk.write.pictures.drawing import Board, Scale
from copydesk.write.pictures.measuring import width_of

BREAK = 26.0  # px of a stretch that is cut out
CROWDED = 12.0  # px a day below which empty stretches are cut out
QUIET = 5  # days without anything on them before a stretch may be cut
LEAST = 36.0  # px of a piece, so that its first day can be told
SIZE = 10.5
_WIDENED = 3  # times that pieces are widened: each makes the days narrower
_STEPS = (1, 2, 7, 14, 30, 91, 365)  # days between labels


@dataclass(frozen=True, slots=True, kw_only=True)
class Days:
    """Days on an axis. scale: from day numbers (date.toordinal, 12:00 is .5) to px; pieces: runs of days that are shown.

    A piece is [first, last + 1): a day is a cell, and its middle stands for the day.
    """

    scale: Scale
    pieces: tuple[tuple[int, int], ...]

    @property
    def pixels_a_day(self) -> float:
        """How wide a day's cell is."""
        first, last = self.pieces[0]
        return (self.scale.at(last) - self.scale.at(first)) / (last - first)

    @property
    def breaks(self) -> tuple[tuple[float, float, int], ...]:
        """Where days are cut out: from px, to px, how many days."""
        return tuple(
            (self.scale.at(end), self.scale.at(begin), begin - end) for (_, end), (begin, _) in pairwise(self.pieces)
        )


def number_of(value: str) -> float | None:
    """The day number of an ISO 8601 prefix with its time of day as a fraction; None where it names no single day."""
    day = read_day(value)
    if day is None:
        return None
    hours, _, minutes = value[11:16].partition(":")
    clock = int(hours) + int(minutes or 0) / 60 if hours.isdigit() and (minutes or "0").isdigit() else 0.0
    return day.toordinal() + clock / 24


def lay_days(occupied: Iterable[tuple[int, int]], *, begin: float, end: float) -> Days:
    """An axis from `begin` to `end` px over runs of days [first, last], both included; at least one."""
    runs = _join(sorted(occupied), QUIET)
    if (end - begin) / (runs[-1][1] + 1 - runs[0][0]) >= CROWDED:
        runs = [(runs[0][0], runs[-1][1])]
    for _ in range(_WIDENED):
        least = ceil(LEAST / _per_day(runs, end - begin))
        runs = _join([_widen(run, least) for run in runs] if len(runs) > 1 else runs, QUIET)
    pieces = [(first, last + 1) for first, last in runs]
    per_day = _per_day(runs, end - begin)
    domain, pixels, at = list[float](), list[float](), begin
    for first, last in pieces:
        domain.extend((first, last))
        pixels.extend((at, at + (last - first) * per_day))
        at = pixels[-1] + BREAK
    return Days(scale=Scale(domain=tuple(domain), pixels=tuple(pixels)), pieces=tuple(pieces))


def _per_day(runs: Sequence[tuple[int, int]], width: float) -> float:
    """Pixels a day where these runs are shown, each day as wide as any other."""
    return (width - BREAK * (len(runs) - 1)) / sum(last + 1 - first for first, last in runs)


def _widen(run: tuple[int, int], least: int) -> tuple[int, int]:
    """The run with empty days around it, so that it has at least so many."""
    lacking = max(0, least - (run[1] + 1 - run[0]))
    return run[0] - lacking // 2, run[1] + lacking - lacking // 2


def _join(runs: Sequence[tuple[int, int]], quiet: int) -> list[tuple[int, int]]:
    joined: list[tuple[int, int]] = []
    for first, last in runs:
        if joined and first - joined[-1][1] - 1 <= quiet:
            joined[-1] = (joined[-1][0], max(joined[-1][1], last))
        else:
            joined.append((first, last))
    return joined


def draw_days(board: Board, days: Days, *, top: float, bottom: float, beside: str | None) -> None:
    """Day labels above `top`, a hairline at each day that has one, and the cuts. beside: the year that goes without saying."""
    for (first, last, number), (before, after) in zip(days.breaks, pairwise(days.pieces), strict=True):
        middle = (first + last) / 2
        height = 19 if date.fromordinal(before[0]).year == date.fromordinal(after[0]).year else 31  # a year may stand beside it
        for shift in (-3, 3):
            board.rule(middle + shift - 3, top + 4, middle + shift + 3, top - 6, stroke="rule", width=1.2)
        board.rule(middle, top + 8, middle, bottom, stroke="rule", dash=(1, 4))
        board.text(middle, top - height, f"{number} d", size=9, fill="soft", align="center")
    for first, last in days.pieces:
        begin, end = days.scale.at(first), days.scale.at(last)
        board.rule(begin, top, end, top, stroke="rule")
        taken = begin - 40
        for day, words, above in _labels(first, last, (end - begin) / (last - first), beside):
            middle = days.scale.at(day + 0.5)
            half = max(width_of(words, SIZE), width_of(above, 9)) / 2
            if middle - half < taken + 3 and day != first:
                continue
            taken = middle + half
            board.text(middle, top - 6, words, size=SIZE, fill="ink", align="center")
            if above:
                board.text(middle, top - 19, above, size=9, fill="soft", align="center")
            board.rule(middle, top, middle, top + 4, stroke="rule")


def _labels(first: int, last: int, per_day: float, beside: str | None) -> Iterator[tuple[int, str, str]]:
    """Day, its label, and what stands above it: the weekday, or the month of bare numbers; the year where that changes."""
    step = next((step for step in _STEPS if step * per_day >= width_of("30 Sep", SIZE) + 8), _STEPS[-1])
    short = 1 < step <= 7 and per_day >= width_of("30", SIZE) + 5
    step = 1 if short else step
    year = beside[:4] if beside else ""
    for number in range(first, last):
        day = date.fromordinal(number)
        if number != first and not _is_labelled(day, number - first, step):
            continue
        words = write_day(day, beside=str(day.year), weekday=False)
        above = write_day(day, beside=str(day.year))[:3] if step == 1 and not short else ""
        if short:
            month, words = words.partition(" ")[2], str(day.day)
            above = month if number == first or day.day == 1 else ""
        if f"{day.year:04}" != year:
            year = f"{day.year:04}"
            above = f"{month} {year}" if short else year
        yield number, words, above


def _is_labelled(day: date, since: int, step: int) -> bool:
    if step <= 2:
        return since % step == 0
    if step in (7, 14):
        return day.weekday() == 0 and (step == 7 or day.toordinal() // 7 % 2 == 0)
    return day.day == 1 and (step == 30 or (step == 91 and day.month % 3 == 1) or day.month == 1)
