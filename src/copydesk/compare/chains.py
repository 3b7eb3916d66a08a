"""Counts that belong together though their sentences share no wording: totals that moved on, and two answers in a row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from copydesk.compare.numbers import Count, compare_counts
from copydesk.compare.units import Unit
from copydesk.compare.voices import COUNTED, is_same_root
from copydesk.lexicon import World

Chained = tuple[Unit, Count, Unit, Count]
_MOVED = ("revision", "growth", "total")


def find_chained(units: Sequence[Unit], world: World) -> Iterator[Chained]:
    """(earlier unit, its count, later unit, its count): not every one differs."""
    yield from _find_moved(units, world)
    yield from _find_answers(units, world)


def _find_moved(units: Sequence[Unit], world: World) -> Iterator[Chained]:
    """A count that grows as news comes in, told with words of growth, correction or total, and the last one before it."""
    dated = sorted((unit for unit in units if unit.day and unit.is_body), key=lambda unit: (unit.day or "", unit.id))
    for place, later in enumerate(dated):
        against = _find_total(later, world)
        if against is None:
            continue
        for earlier in reversed(dated[:place]):
            fitting = [one for one in earlier.counts if compare_counts(one, against) is not None]
            if (earlier.day or "") < (later.day or "") and fitting and not _is_other_time(earlier, later):
                yield earlier, fitting[0], later, against
                break


def _find_total(unit: Unit, world: World) -> Count | None:
    """The count that the unit gives as the new total: the first after words of growth, correction or total."""
    text = unit.report.page.text
    found = [hit for kind in _MOVED if (hit := world.wording.find_signal(kind, text[unit.span.start : unit.span.end]))]
    if not found:
        return None
    begin = unit.span.start + min(hit.start() for hit in found)
    growing = [one for one in unit.counts if world.wording.find_signal("monotone", one.measure)]
    return min((one for one in growing if one.start >= begin), key=lambda one: one.start, default=None)


def _is_other_time(earlier: Unit, later: Unit) -> bool:
    """Whether the earlier count is of a time that was over long before the later page's matter."""
    if not (earlier.end and earlier.day and later.begin):
        return False
    return earlier.end[:10] < min(earlier.day, later.begin[:10])


def _find_answers(units: Sequence[Unit], world: World) -> Iterator[Chained]:
    """Two named roots in a row on one page that count one thing ("police said 50; organisers put the figure at 90")."""
    body = sorted((unit for unit in units if unit.is_body), key=lambda unit: (unit.report.page.id, unit.span))
    for one, other in pairwise(body):
        if one.report.page.id != other.report.page.id or not {one.voice.kind, other.voice.kind} <= COUNTED:
            continue
        if is_same_root(one.voice, other.voice) or len(one.counts) != 1 or len(other.counts) != 1:
            continue
        count, against = one.counts[0], other.counts[0]
        is_like = count.measure == against.measure or world.wording.find_signal("anybody", count.measure)
        if is_like and world.wording.find_signal("total", other.text):
            yield one, count, other, against
