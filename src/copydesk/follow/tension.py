"""Conflict and cooperation between two actors, day by day, on PLOVER's scale."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from copydesk.lexicon import World
from copydesk.record import Confidence, Event, Participant, Report, Tension, TensionRow

Pair = tuple[str, str]
Kind = tuple[str, tuple[str, ...]]  # category and modes


def score_tension(*, reports: Sequence[Report], world: World, least: Confidence | None = None) -> tuple[Tension, ...]:
    """PLOVER's scores between two actors on a day, -10 (assault) to +10 (aid): rows, their sum and mean, by day and pair.

    Scores: PLOVER manual 2.0. Planned, conditional, denied and long-past events are left out: they did not happen then.
    An event's day is its own date to the day, else its article's creation day; without either it is left out. The same
    category and mode between the same two on one day is one row, however many articles tell it. least: only events that
    are coded at least so surely.
    """
    found: dict[tuple[str, Pair], dict[Kind, list[str]]] = defaultdict(lambda: defaultdict(list))
    for report, event in _list_events(reports):
        if why_not_scored(event, report, world, least) is None:
            day = _day(event, report)
            for pair in _pairs(event):
                found[day or "", pair][event.category, tuple(sorted(event.modes))].append(event.id)
    return tuple(_tension(day, pair, kinds, world) for (day, pair), kinds in sorted(found.items()))


def count_unscored(*, reports: Sequence[Report], world: World, least: Confidence | None = None) -> Mapping[str, int]:
    """How many events no score counts, by why."""
    told = (why_not_scored(event, report, world, least) for report, event in _list_events(reports))
    return Counter(filter(None, told))


def why_not_scored(event: Event, report: Report, world: World, least: Confidence | None = None) -> str | None:
    """Why an event counts for no score; None where it does."""
    if report.article is None or report.article.is_card:
        return "on a card of another story"
    if event.status != "asserted":
        return event.status
    if least is not None and not world.grading.is_at_least(event.confidence, least):
        return f"less sure than {least}"
    if _day(event, report) is None:
        return "of no known day"
    return None if any(_pairs(event)) else "without two parties that are known"


def _list_events(reports: Sequence[Report]) -> Iterator[tuple[Report, Event]]:
    return ((report, event) for report in reports for event in report.events)


def _tension(day: str, pair: Pair, kinds: Mapping[Kind, Sequence[str]], world: World) -> Tension:
    rows = tuple(
        TensionRow(
            category=category,  # type: ignore[arg-type]
            modes=modes, score=world.plover.score(category, modes), event_ids=tuple(sorted(set(ids))),
        )
        for (category, modes), ids in sorted(kinds.items())
    )
    total = sum(row.score for row in rows)
    return Tension(
        day=day, actors=pair, score=round(total / len(rows), 3), total=round(total, 3), rows=rows,
        event_ids=tuple(sorted({one for row in rows for one in row.event_ids})),
    )


def _pairs(event: Event) -> Iterator[Pair]:
    """Actor against recipient, in the order of the alphabet; parties of a meeting among themselves."""
    actors, recipients = _names(event.actors), _names(event.recipients)
    crossed = [(one, other) for one in actors for other in recipients] if recipients else list(combinations(actors, 2))
    for one, other in sorted(crossed):
        if one != other:
            yield (one, other) if one < other else (other, one)


def _names(participants: Sequence[Participant]) -> list[str]:
    """A country where one is known, else the name of somebody who is; a mere description is no actor to follow."""
    return sorted({one.country or (one.name if one.entity_id else None) or "" for one in participants} - {""})


def _day(event: Event, report: Report) -> str | None:
    begin = event.date.begin if event.date and event.date.begin else None
    if begin and event.date and event.date.end and begin[:10] == event.date.end[:10]:
        return begin[:10]
    created = report.article.created if report.article else None
    return created[:10] if begin is None and created and len(created) >= 10 else None
