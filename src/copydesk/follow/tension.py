"""Conflict and cooperation between two actors, day by day, on PLOVER's scale."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from copydesk.lexicon import World
from copydesk.record import Event, Participant, Report, Tension


def score_tension(*, reports: Sequence[Report], world: World) -> tuple[Tension, ...]:
    """Mean PLOVER score per pair of actors and day, -10 (assault) to +10 (aid), by day and pair.

    Scores: PLOVER manual 2.0. Planned, conditional, denied and long-past events are left out: they did not happen then.
    An event's day is its own date to the day, else its article's creation day; without either it is left out. The same
    category and mode between the same two on one day counts once, however many articles tell it.
    """
    found: dict[tuple[str, tuple[str, str]], dict[tuple[str, tuple[str, ...]], list[str]]] = defaultdict(
        lambda: defaultdict(list)
    )
    for report in reports:
        if report.article is None or report.article.is_card:
            continue
        for event in report.events:
            day = _day(event, report.article.created)
            if event.status == "asserted" and day:
                for pair in _pairs(event):
                    found[day, pair][event.category, tuple(sorted(event.modes))].append(event.id)
    return tuple(
        Tension(
            day=day, actors=pair,
            score=round(sum(world.plover.score(category, modes) for category, modes in kinds) / len(kinds), 3),
            event_ids=tuple(sorted({one for ids in kinds.values() for one in ids})),
        )
        for (day, pair), kinds in sorted(found.items())
    )


def _pairs(event: Event) -> Iterator[tuple[str, str]]:
    """Actor against recipient, in the order of the alphabet; parties of a meeting among themselves."""
    actors, recipients = _names(event.actors), _names(event.recipients)
    crossed = [(one, other) for one in actors for other in recipients] if recipients else list(combinations(actors, 2))
    for one, other in sorted(crossed):
        if one != other:
            yield (one, other) if one < other else (other, one)


def _names(participants: Sequence[Participant]) -> list[str]:
    """A country where one is known, else the name of somebody who is; a mere description is no actor to follow."""
    return sorted({one.country or (one.name if one.entity_id else None) or "" for one in participants} - {""})


def _day(event: Event, created: str | None) -> str | None:
    begin = event.date.begin if event.date and event.date.begin else None
    if begin and event.date and event.date.end and begin[:10] == event.date.end[:10]:
        return begin[:10]
    return created[:10] if begin is None and created and len(created) >= 10 else None
