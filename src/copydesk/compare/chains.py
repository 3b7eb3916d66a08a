"""Counts that belong together though their sentences share no wording: totals that moved on, and two answers in a row."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from copydesk.compare.localities import WIDE
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
    yield from _find_tolls(units, world)


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


def _find_tolls(units: Sequence[Unit], world: World) -> Iterator[Chained]:
    """The one toll of each page, where two pages tell of one place and their days meet: tolls share few words."""
    pages: dict[str, list[Unit]] = defaultdict(list)
    for unit in units:
        if unit.is_body:
            pages[unit.report.page.id].append(unit)
    tolls = [(unit, count, mine) for mine in pages.values() for unit, count in _only_toll(mine, world)]
    for (one, count, mine), (other, against, theirs) in combinations(tolls, 2):
        if compare_counts(count, against) == "clash" and _is_one_place(mine, theirs) and _is_one_day(one, mine, other, theirs):
            yield (one, count, other, against) if (one.day or "") <= (other.day or "") else (other, against, one, count)


def _only_toll(page: Sequence[Unit], world: World) -> list[tuple[Unit, Count]]:
    """The count of dead of a page; none where it has several or says that its count is a part of the dead."""
    dead = world.wording.key_of("dead")
    found = [(unit, count) for unit in page for count in unit.counts if count.measure == dead]
    return found if len(found) == 1 and not found[0][0].tally and found[0][0].modality == "asserted" else []


def _is_one_place(mine: Sequence[Unit], theirs: Sequence[Unit]) -> bool:
    here, there = (frozenset(place for unit in page for place in unit.places) for page in (mine, theirs))
    narrow = {place.id for place in here if place.level not in WIDE} & {place.id for place in there if place.level not in WIDE}
    return bool(narrow)


def _is_one_day(one: Unit, mine: Sequence[Unit], other: Unit, theirs: Sequence[Unit]) -> bool:
    """Whether what the two pages tell, each by the toll's own day or the first named, can be of one day."""
    here, there = _day_of(one, mine), _day_of(other, theirs)
    return bool(here and there and here[0] <= there[1] and there[0] <= here[1])


def _day_of(toll: Unit, page: Sequence[Unit]) -> tuple[str, str] | None:
    return next(((each.begin[:10], each.end[:10]) for each in (toll, *page) if each.begin and each.end), None)
