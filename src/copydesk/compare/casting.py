"""What one article of a story says of somebody, for the events in which others only name them by surname."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from copydesk.compare.identities import Identities, resolve_identities
from copydesk.record import Entity, Event, Participant, Report, TraceStep

RULE = "actor-from-the-story"


def grow_parties(reports: Sequence[Report]) -> tuple[Report, ...]:
    """The reports of one story, the parties of their events with country and sector as another article of it tells them.

    What an article knows itself stays. The event's trace names the page and the characters where the other tells it.
    """
    identities = resolve_identities(reports)
    told: dict[str | None, tuple[Entity, str]] = {}
    for entity, where in sorted((one for report in reports for one in _list_evidence(report)), key=_telling):
        told[identities.key_of(entity.id)] = entity, where
    return tuple(
        replace(report, events=tuple(_grow(event, identities, told) for event in report.events)) for report in reports
    )


def _telling(one: tuple[Entity, str]) -> tuple[bool, bool, str]:
    """The entity that tells most comes last; of two alike the one on the page whose id comes last."""
    entity, where = one
    return entity.sector is not None, entity.country is not None, where


def _list_evidence(report: Report) -> Iterator[tuple[Entity, str]]:
    """Each person of a report with the place of the first mention."""
    first = {mention.entity_id: mention.span for mention in reversed(report.mentions)}
    for entity in report.entities:
        span = first.get(entity.id)
        if span is not None and entity.kind == "person":
            yield entity, f"{report.page.id}:{span.start}-{span.end}"


def _grow(event: Event, identities: Identities, told: dict[str | None, tuple[Entity, str]]) -> Event:
    steps: list[TraceStep] = []
    actors, recipients = (
        tuple(_fill(party, identities, told, steps) for party in side) for side in (event.actors, event.recipients)
    )
    return replace(event, actors=actors, recipients=recipients, trace=(*event.trace, *steps)) if steps else event


def _fill(
    party: Participant, identities: Identities, told: dict[str | None, tuple[Entity, str]], steps: list[TraceStep],
) -> Participant:
    if party.entity_id is None or (known := told.get(identities.key_of(party.entity_id))) is None:
        return party
    entity, where = known
    sectors = party.sectors or ((entity.sector,) if entity.sector else ())
    grown = replace(party, country=party.country or entity.country, sectors=sectors)
    if grown != party:
        steps.append(TraceStep(stage="events", rule=RULE, row=where))
    return grown
