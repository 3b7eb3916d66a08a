"""Coded events in the columns of an ACLED export, for those of its event types, with precision of time and place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from copydesk.lexicon import load_world
from copydesk.lexicon.eventcodes import AcledNearest
from copydesk.record import CodedEvent, Participant
from copydesk.write.delimited import Cell, write_delimited
from copydesk.write.events.losses import Sheet, count_losses
from copydesk.write.events.rows import HAPPENED, SPACED, area_of_event, date_of

COLUMNS = (
    "event_id_cnty", "event_date", "year", "time_precision", "disorder_type", "event_type", "sub_event_type", "actor1",
    "assoc_actor_1", "inter1", "actor2", "assoc_actor_2", "inter2", "interaction", "civilian_targeting", "iso", "region",
    "country", "admin1", "admin2", "admin3", "location", "latitude", "longitude", "geo_precision", "source", "source_scale",
    "notes", "fatalities", "tags", "timestamp",
)
LOSSES = {  # what the columns cannot hold -> why
    "row (status)": "ACLED records what happened; the row is left out",
    "row (category)": "no event type of ACLED; the row is left out",
    "row (no month)": "ACLED needs a month or closer; the row is left out",
    "location (wide)": "known to a country or wider only: no point is given",
    "location (none)": "no place beside the event: the cells are empty",
    "fatalities": "none told beside the event: the cell is empty, not 0",
    "origins, own_voice, said_by": "no columns",
    "region, admin3, source_scale, timestamp": "not known; the cells are empty",
}
ARMED = frozenset({"MIL", "COP", "REB", "PRM", "UAF", "SPY", "GOV"})
VIOLENT = frozenset({"Battles", "Explosions/Remote violence", "Violence against civilians", "Riots"})
_ACTORS = {  # PLOVER sector -> ACLED's name for the kind of actor
    "MIL": "State forces", "COP": "State forces", "GOV": "State forces", "SPY": "State forces", "REB": "Rebel group",
    "PRM": "Political militia", "UAF": "Political militia", "CVL": "Civilians", "REF": "Civilians", "JRN": "Civilians",
    "MED": "Civilians", "EDU": "Civilians", "LAB": "Protesters", "OPP": "Protesters",
}
DAY, WEEK, MONTH = 1, 2, 3  # time_precision
EXACT, NEAR, AREA = 1, 2, 3  # geo_precision
_PRECISIONS = {"city": EXACT, "facility": EXACT, "district": NEAR, "admin2": NEAR, "feature": NEAR, "admin1": AREA}
_WEEK_DAYS, _MONTH_DAYS = 7, 31


def write_acled(events: Sequence[CodedEvent]) -> Sheet:
    """CSV: a row for each event that happened, of a type that ACLED records, dated to a month or closer."""
    rows = [row for one in events if (row := _row(one)) is not None]
    return Sheet(
        text=write_delimited(rows, header=COLUMNS), rows=len(rows), of=len(events),
        losses=count_losses(loss for one in events for loss in _losses(one)),
    )


def _row(coded: CodedEvent) -> list[Cell] | None:
    event, place = coded.event, coded.event.place
    kind, precision = _kind(coded), time_precision(coded)
    if event.status not in HAPPENED or kind is None or precision is None:
        return None
    event_type, sub_event_type = kind
    sides = (event.actors, event.recipients or event.actors[1:])
    if not event.recipients:
        sides = (event.actors[:1], event.actors[1:])
    near = _PRECISIONS.get(place.level or "") if place else None
    inter = tuple(_inter(side) for side in sides)
    states, text = load_world().states, coded.first.page.text
    state = states.by_code(place.country) if place and place.country else None
    return [
        coded.id, date_of(coded)[0], date_of(coded)[0][:4], precision, _disorder(event_type, inter), event_type, sub_event_type,
        *_side(sides[0]), inter[0], *_side(sides[1]), inter[1], "-".join(one for one in inter if one),
        "Civilian targeting" if event_type in VIOLENT and inter[1] == "Civilians" else "",
        load_world().event_codes.iso_of(place.country) if place else "", "", state.name if state else "",
        area_of_event(event), place.name if place and place.level == "admin2" else "", "",
        place.name if place and near else "", place.latitude if place and near else None,
        place.longitude if place and near else None, near, SPACED.join(coded.outlets), "",
        " ".join(text[coded.first.sentence.start : coded.first.sentence.end].split()), _fatalities(coded),
        f"confidence={event.confidence}" if event.confidence else "", "",
    ]


def _kind(coded: CodedEvent) -> tuple[str, str] | None:
    """ACLED's event type and sub-event type; None where ACLED records no such events."""
    event = coded.event
    row: AcledNearest | None = load_world().event_codes.find_acled(event.category, event.modes)
    if row is None:
        return None
    hit = event.recipients
    unarmed = bool(hit) and not any(set(one.sectors) & ARMED or not one.sectors for one in hit)
    return (row.unarmed, row.unarmed_sub) if row.unarmed and unarmed else (row.event_type, row.sub_event_type)


def time_precision(coded: CodedEvent) -> int | None:
    """1 for a day, 2 for a week, 3 for a month, None for longer or unknown. News of the day without a date is 2."""
    begin, end, basis = date_of(coded)
    if len(begin) < len("2024-01-01") or len(end) < len("2024-01-01"):
        return None
    if basis != "stated":
        return WEEK
    days = (date.fromisoformat(end) - date.fromisoformat(begin)).days + 1
    return DAY if days == 1 else WEEK if days <= _WEEK_DAYS else MONTH if days <= _MONTH_DAYS else None


def _side(participants: Sequence[Participant]) -> tuple[str, str]:
    """The first party, and those beside it."""
    names = [" ".join((one.name or "").split()) for one in participants]
    return (names[0] if names else ""), SPACED.join(name for name in names[1:] if name)


def _inter(participants: Sequence[Participant]) -> str:
    return next((_ACTORS[sector] for one in participants for sector in one.sectors if sector in _ACTORS), "")


def _disorder(event_type: str, inter: Sequence[str]) -> str:
    if event_type == "Protests":
        return "Demonstrations"
    if event_type == "Riots":
        return "Demonstrations" if "Protesters" in inter else "Political violence; Demonstrations"
    return "Political violence" if event_type in VIOLENT else "Strategic developments"


def _fatalities(coded: CodedEvent) -> str:
    """The lowest number of dead that is told beside the event, as ACLED asks; "" where none is told (not 0)."""
    lows = [one.low for one in coded.event.quantities if one.unit == "killed" and one.low is not None]
    return f"{max(lows):.0f}" if lows else ""


def _losses(coded: CodedEvent) -> Iterator[tuple[str, str]]:
    event, place = coded.event, coded.event.place
    if event.status not in HAPPENED:
        yield f"row ({event.status})", LOSSES["row (status)"]
    elif _kind(coded) is None:
        yield f"row ({event.category})", LOSSES["row (category)"]
    elif time_precision(coded) is None:
        yield "row (no month)", LOSSES["row (no month)"]
    else:
        if place is not None and place.level not in _PRECISIONS:
            yield "location", LOSSES["location (wide)"]
        if place is None:
            yield "location", LOSSES["location (none)"]
        if not any(one.unit == "killed" for one in event.quantities):
            yield "fatalities", LOSSES["fatalities"]
        yield "origins, own_voice, said_by", LOSSES["origins, own_voice, said_by"]
        yield "region, admin3, source_scale, timestamp", LOSSES["region, admin3, source_scale, timestamp"]
