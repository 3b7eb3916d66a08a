"""The days of a live page's entries that show a time of day alone ("14:02"): counted from the days the page states."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

from copydesk.lexicon.calendar import day_of
from copydesk.record import Article, CreatedCandidate

CLOCK, DATED = "clock", "clock+page"  # a time of day as shown, and the same on a day that the page states
HALF = 12 * 60  # minutes; two entries further apart do not tell which comes first


def date_entries(main: Article, entries: Sequence[Article]) -> tuple[Article, ...]:
    """The entries, each time of day on its day, where the page tells it; else as they were.

    main: the page's main article with its creation time settled. Entries stand newest or oldest first; where a time runs
    against that order, midnight lies between. The first and the last day must then be those on which the page was created
    and updated; a page that states only one of the two lends it to entries of one day alone.
    """
    clocks = [_clock(entry) for entry in entries]
    shown = [_minutes(clock.value) for clock in clocks if clock]
    nights = _count_nights(shown)
    begin, end = day_of(main.created), day_of(main.updated) or day_of(main.created)
    if nights is None or begin is None or end is None or (end - begin).days != max(nights, default=0):
        return tuple(entries)
    days = iter(nights)
    return tuple(
        _dated(entry, clock, (begin + timedelta(days=next(days))).isoformat()) if clock else entry
        for entry, clock in zip(entries, clocks, strict=True)
    )


def _clock(entry: Article) -> CreatedCandidate | None:
    """The time of day of an entry that nothing else dates."""
    bases = {each.basis for each in entry.created_candidates}
    if bases & {"json-ld", "time", "timestamp"}:
        return None
    return next((each for each in entry.created_candidates if each.basis == CLOCK), None)


def _minutes(value: str) -> int:
    """Minutes since midnight of "T14:02Z"."""
    return int(value[1:3]) * 60 + int(value[4:6])


def _count_nights(shown: list[int]) -> list[int] | None:
    """For each time in page order, how many midnights lie between the oldest and it; None where the order is not told."""
    down = sum(one > other for one, other in pairwise(shown))
    up = sum(one < other for one, other in pairwise(shown))
    if (len(shown) < 3 and down + up and abs(shown[0] - shown[-1]) > HALF) or (down == up and down):
        return None
    newest_first = down > up
    oldest_first = shown[::-1] if newest_first else shown
    nights = [0] if shown else []
    for one, other in pairwise(oldest_first):
        nights.append(nights[-1] + (other < one))
    return nights[::-1] if newest_first else nights


def _dated(entry: Article, clock: CreatedCandidate, day: str) -> Article:
    dated = replace(clock, value=day + clock.value, basis=DATED)
    return replace(entry, created_candidates=tuple(dated if each == clock else each for each in entry.created_candidates))
