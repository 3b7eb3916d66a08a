"""A coded event as one flat row: the columns that every table of events is made from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from copydesk.lexicon import load_world
from copydesk.lexicon.eventcodes import CameoNearest
from copydesk.record import CodedEvent, Event, Participant, Quantity
from copydesk.write.where import area_of

SPACED = "; "  # between the values of one cell
QUADS = {"VC": 1, "MC": 2, "VX": 3, "MX": 4}  # verbal and material cooperation, verbal and material conflict
HAPPENED = frozenset({"asserted", "historical"})  # status of what is said to have happened: other tables have no status
GRADED = "confidence"  # rule of the trace steps that give the reasons of an event's confidence
PLACED = "context"  # rule of those that give the words of its contexts
TOLD_APART = frozenset({GRADED, PLACED})
SIZES = ("killed", "injured", "arrested", "troops", "weapons")  # units whose numbers have columns of their own
ARMS = frozenset({
    "weapons", "tanks", "missiles", "rockets", "drones", "shells", "bombs", "ships", "aircraft", "helicopters", "vehicles",
})


@dataclass(frozen=True, slots=True, kw_only=True)
class EventRow:
    """One coded event in columns; `COLUMNS` of the codebook says what each holds. Nothing known is "" or None.

    Lists are joined by "; " in the order of the page. score: -10 to +10, PLOVER's scale. latitude, longitude: degrees WGS 84.
    """

    event_id: str
    story_id: str
    story: str
    date: str
    date_end: str
    date_basis: str
    category: str
    modes: str
    quad: int
    score: float
    contexts: str
    status: str
    confidence: str
    actors: str
    actor_countries: str
    actor_sectors: str
    recipients: str
    recipient_countries: str
    recipient_sectors: str
    place: str
    place_level: str
    admin1: str
    country: str
    latitude: float | None
    longitude: float | None
    geonames_id: str
    killed: str
    injured: str
    arrested: str
    troops: str
    weapons: str
    said_by: str
    mentions: int
    outlets: int
    origins: int
    own_voice: int
    outlet_names: str
    origin_names: str
    trigger: str
    clause: str
    page: str
    address: str
    start: int
    end: int
    rules: str
    reasons: str
    context_words: str


def list_rows(events: Iterable[CodedEvent]) -> Iterator[EventRow]:
    """The rows of the events, in their order."""
    return (row_of(one) for one in events)


def row_of(coded: CodedEvent) -> EventRow:
    """The row of one event."""
    event, first, plover = coded.event, coded.first, load_world().plover
    begin, end, basis = date_of(coded)
    place = event.place
    sizes = {size: SPACED.join(_amounts(event, size)) for size in SIZES}
    text = first.page.text
    return EventRow(
        event_id=coded.id, story_id=coded.story_id or "", story=_plain(coded.story), date=begin, date_end=end,
        date_basis=basis, category=event.category, modes=SPACED.join(event.modes), quad=QUADS[plover.quad(event.category)],
        score=plover.score(event.category, event.modes), contexts=SPACED.join(event.contexts), status=event.status,
        confidence=event.confidence or "",
        actors=names_of(event.actors), actor_countries=_each(one.country for one in event.actors),
        actor_sectors=_each(" ".join(one.sectors) for one in event.actors), recipients=names_of(event.recipients),
        recipient_countries=_each(one.country for one in event.recipients),
        recipient_sectors=_each(" ".join(one.sectors) for one in event.recipients),
        place=place.name if place else "", place_level=(place.level or "") if place else "", admin1=area_of_event(event),
        country=(place.country or "") if place else "", latitude=place.latitude if place else None,
        longitude=place.longitude if place else None, geonames_id=(place.gazetteer_id or "") if place else "",
        **sizes, said_by=_plain(first.speaker or ""), mentions=len(coded.mentions), outlets=len(coded.outlets),
        origins=len(coded.origins), own_voice=len(coded.own_voice), outlet_names=SPACED.join(map(_plain, coded.outlets)),
        origin_names=SPACED.join(map(_plain, coded.origins)),
        trigger=_plain(text[event.trigger.start : event.trigger.end]), clause=_plain(text[event.span.start : event.span.end]),
        page=first.key, address=first.page.url or "", start=event.span.start, end=event.span.end,
        rules=SPACED.join(f"{step.rule} {step.row or ''}".strip() for step in event.trace if step.rule not in TOLD_APART),
        reasons=SPACED.join(reasons_of(event)), context_words=SPACED.join(context_words_of(event)),
    )


def cameo_of(event: Event) -> CameoNearest:
    """The CAMEO code of an event: that of the user's dictionary that coded it, else the one nearest to category and modes."""
    codes = load_world().event_codes
    own = next((step.row for step in event.trace if step.rule == "cameo" and step.row), None)
    return codes.find_cameo(event.category, event.modes) if own is None else codes.name_cameo(own, event.category, event.modes)


def actor_code_of(event: Event, participant: Participant | None) -> str | None:
    """The code that a user's dictionaries give a party; None where they give none."""
    for rule, parties in (("cameo-actors", event.actors), ("cameo-recipients", event.recipients)):
        told = next((step.row for step in event.trace if step.rule == rule and step.row), None)
        if told is not None and participant in parties:
            code = told.split(" ")[parties.index(participant)]
            return None if code == "-" else code
    return None


def context_words_of(event: Event) -> tuple[str, ...]:
    """Each context with the words that speak of it and where they stand: "health: hospital (its clause)"."""
    return tuple(step.row for step in event.trace if step.rule == PLACED and step.row)


def reasons_of(event: Event) -> tuple[str, ...]:
    """The reasons of its confidence, as `event_confidence.tsv` names them."""
    return tuple(step.row for step in event.trace if step.rule == GRADED and step.row)


def date_of(coded: CodedEvent) -> tuple[str, str, str]:
    """First and last day (ISO 8601 prefixes) and their basis: "stated" beside the event, else "created", else "unknown"."""
    date, created = coded.event.date, coded.first.created
    if date is not None and date.begin and date.end:
        return date.begin[:10], date.end[:10], "stated"
    if created and coded.event.status not in ("planned", "conditional"):
        return created[:10], created[:10], "created"
    return "", "", "unknown"


def names_of(participants: Iterable[Participant]) -> str:
    """The names of a side as its record holds them."""
    return _each(_plain(one.name or "") for one in participants)


def area_of_event(event: Event) -> str:
    """The first-level area of an event's place by the gazetteer; "" where none is known."""
    place = event.place
    if place is None:
        return ""
    return place.name if place.level == "admin1" else area_of(place) or ""


def _amounts(event: Event, size: str) -> Iterator[str]:
    """The numbers of one size, bounds as "100-", "-12" or "3-5"."""
    for one in event.quantities:
        if one.unit == size or (size == "weapons" and one.unit in ARMS):
            yield amount_of(one) + (f" {one.unit}" if size == "weapons" and one.unit != size else "")


def amount_of(quantity: Quantity) -> str:
    """ "12", "100-" (at least), "-12" (at most), "3-5"."""
    low, high = (None if bound is None else f"{bound:g}" if bound < 1e6 else f"{bound:.0f}" for bound in (
        quantity.low, quantity.high,
    ))
    return low or "" if low == high else f"{low or ''}-{high or ''}"


def _each(values: Iterable[str | None]) -> str:
    """The values in the order of the parties, "" where all are unknown; one unknown among several is "-"."""
    listed = [value or "" for value in values]
    return SPACED.join(value or "-" for value in listed) if any(listed) else ""


def _plain(words: str) -> str:
    """Words on one line, without what would break a table."""
    return " ".join(words.split())
