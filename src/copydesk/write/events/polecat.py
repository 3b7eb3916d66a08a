"""Coded events in the forty columns of POLECAT, tab-separated: what its users' scripts read without a change."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from copydesk.lexicon import load_world
from copydesk.record import CodedEvent, Participant
from copydesk.write.delimited import Cell, write_delimited
from copydesk.write.events.losses import Sheet, count_losses
from copydesk.write.events.rows import HAPPENED, SPACED, EventRow, row_of

COLUMNS = (
    "Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts", "Actor Name", "Actor Country",
    "Actor COW", "Primary Actor Sector", "Actor Sectors", "Actor Title", "Actor Name Raw", "Wikipedia Actor ID",
    "Recipient Name", "Recipient Country", "Recipient COW", "Primary Recipient Sector", "Recipient Sectors", "Recipient Title",
    "Recipient Name Raw", "Wikipedia Recipient ID", "Placename", "City", "District", "Province", "Country", "Latitude",
    "Longitude", "GeoNames ID", "Raw Placename", "Feature Type", "Source", "Publication Date", "Story People",
    "Story Organizations", "Story Locations", "Language", "Version",
)
LOSSES = {  # what the columns cannot hold -> why
    "row (status)": "POLECAT has no column for status; the row is left out",
    "status": "no column: background told as past stands as any other event",
    "said_by": "no column: who said so",
    "mentions, outlets, origins, confidence": "no columns",
    "numbers": "no columns for the dead, injured, arrested, troops and weapons",
    "date_end": "one day only: the first",
}
NOTHING = "None"  # what POLECAT writes into a cell without a value
QUAD_NAMES = {1: "VERBAL COOPERATION", 2: "MATERIAL COOPERATION", 3: "VERBAL CONFLICT", 4: "MATERIAL CONFLICT"}
_CITY, _DISTRICT = frozenset({"city"}), frozenset({"admin2", "district"})


def write_polecat(events: Sequence[CodedEvent], *, version: str) -> Sheet:
    """The events that are said to have happened, one row each; all else is told among the losses."""
    kept = [one for one in events if one.event.status in HAPPENED]
    rows = [_row(one, row_of(one), version) for one in kept]
    return Sheet(
        text=write_delimited(rows, header=COLUMNS, tabs=True), rows=len(rows), of=len(events),
        losses=count_losses(loss for one in events for loss in _losses(one)),
    )


def _row(coded: CodedEvent, row: EventRow, version: str) -> list[Cell]:
    place = coded.event.place
    level = place.level if place else None
    name = row.place or NOTHING
    return [
        row.event_id, row.date or NOTHING, row.category, row.modes or NOTHING, row.score, QUAD_NAMES[row.quad],
        row.contexts or NOTHING, *_side(coded, coded.event.actors), *_side(coded, coded.event.recipients),
        name, name if level in _CITY else NOTHING, name if level in _DISTRICT else NOTHING, row.admin1 or NOTHING,
        row.country or NOTHING, row.latitude, row.longitude, row.geonames_id or NOTHING, _words(coded) or NOTHING,
        level or NOTHING, coded.first.outlet, (coded.first.created or NOTHING)[:10], NOTHING, NOTHING, NOTHING, "en", version,
    ]


def _side(coded: CodedEvent, participants: Sequence[Participant]) -> Iterator[Cell]:
    codes = load_world().event_codes
    text = coded.first.page.text
    primary = next((one.sectors[0] for one in participants if one.sectors), NOTHING)
    yield _listed(one.name for one in participants)
    yield _listed(one.country for one in participants)
    yield _listed(codes.cow_of(one.country) for one in participants)
    yield primary
    yield _listed(sector for one in participants for sector in one.sectors)
    yield NOTHING
    yield _listed(" ".join(text[one.span.start : one.span.end].split()) if one.span else None for one in participants)
    yield NOTHING


def _listed(values: Iterable[str | None]) -> str:
    return SPACED.join(dict.fromkeys(value for value in values if value)) or NOTHING


def _words(coded: CodedEvent) -> str:
    place, text = coded.event.place, coded.first.page.text
    return " ".join(text[place.span.start : place.span.end].split()) if place else ""


def _losses(coded: CodedEvent) -> Iterator[tuple[str, str]]:
    event = coded.event
    if event.status not in HAPPENED:
        yield f"row ({event.status})", LOSSES["row (status)"]
        return
    if event.status == "historical":
        yield "status", LOSSES["status"]
    if event.statement_id:
        yield "said_by", LOSSES["said_by"]
    yield "mentions, outlets, origins, confidence", LOSSES["mentions, outlets, origins, confidence"]
    if event.quantities:
        yield "numbers", LOSSES["numbers"]
    if event.date is not None and event.date.begin != event.date.end:
        yield "date_end", LOSSES["date_end"]
