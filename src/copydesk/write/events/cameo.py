"""Coded events as CAMEO's roots and codes, one row an event: date, who, code, whom, as older event data was laid out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from copydesk.record import CodedEvent, Event, Participant
from copydesk.write.delimited import Cell, write_delimited
from copydesk.write.events.losses import Sheet, count_losses
from copydesk.write.events.rows import actor_code_of, cameo_of, date_of

COLUMNS = ("id", "date", "actor", "code", "root", "goldstein", "recipient", "status", "category", "modes", "confidence")
LOSSES = {  # what the columns cannot hold -> why
    "contexts, place, numbers, spans, origins": "no columns",
    "further parties": "two only: the first of each side",
}


def write_cameo(events: Sequence[CodedEvent]) -> Sheet:
    """TSV: the dictionary's code, else the one nearest to category and mode; of several parties the first."""
    rows: list[list[Cell]] = []
    for one in events:
        event, cameo = one.event, cameo_of(one.event)
        others = event.recipients or event.actors[1:]
        rows.append([
            one.id, date_of(one)[0], _code(event, event.actors[:1]), cameo.code, cameo.root, cameo.goldstein,
            _code(event, others[:1]), event.status, event.category, " ".join(event.modes), event.confidence or "",
        ])
    losses = count_losses(loss for one in events for loss in _losses(one))
    return Sheet(text=write_delimited(rows, header=COLUMNS, tabs=True), rows=len(rows), of=len(events), losses=losses)


def _code(event: Event, participants: Sequence[Participant]) -> str:
    """The code of a user's dictionary, else as CAMEO puts it: country and primary sector ("ESTGOV"); "---" where unknown."""
    codes = (actor_code_of(event, one) or "".join((one.country or "", *one.sectors[:1])) for one in participants)
    return next(codes, "") or "---"


def _losses(coded: CodedEvent) -> Iterator[tuple[str, str]]:
    event = coded.event
    yield "contexts, place, numbers, spans, origins", LOSSES["contexts, place, numbers, spans, origins"]
    if len(event.actors) + len(event.recipients) > 2:
        yield "further parties", LOSSES["further parties"]
