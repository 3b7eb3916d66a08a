"""Coded events as GDELT 2 tables: events (61 columns) and mentions (16), tab-separated, without headers, as GDELT ships."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from datetime import date

from copydesk.lexicon import load_world
from copydesk.record import CodedEvent, Event, EventMention, Participant
from copydesk.write.delimited import Cell, write_delimited
from copydesk.write.events.losses import Sheet, count_losses
from copydesk.write.events.rows import HAPPENED, QUADS, actor_code_of, area_of_event, cameo_of, date_of

_ACTOR = (
    "Code", "Name", "CountryCode", "KnownGroupCode", "EthnicCode", "Religion1Code", "Religion2Code", "Type1Code", "Type2Code",
    "Type3Code",
)
_GEO = ("Type", "FullName", "CountryCode", "ADM1Code", "ADM2Code", "Lat", "Long", "FeatureID")
EVENT_COLUMNS = (
    "GlobalEventID", "Day", "MonthYear", "Year", "FractionDate",
    *(f"Actor{side}{part}" for side in (1, 2) for part in _ACTOR),
    "IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass", "GoldsteinScale", "NumMentions", "NumSources",
    "NumArticles", "AvgTone",
    *(f"{whose}Geo_{part}" for whose in ("Actor1", "Actor2", "Action") for part in _GEO),
    "DATEADDED", "SOURCEURL",
)
MENTION_COLUMNS = (
    "GlobalEventID", "EventTimeDate", "MentionTimeDate", "MentionType", "MentionSourceName", "MentionIdentifier", "SentenceID",
    "Actor1CharOffset", "Actor2CharOffset", "ActionCharOffset", "InRawText", "Confidence", "MentionDocLen", "MentionDocTone",
    "MentionDocTranslationInfo", "Extras",
)
LOSSES = {  # what the columns cannot hold -> why
    "row (status)": "GDELT has no column for status; the row is left out",
    "row (no day)": "GDELT needs a day, and none is known",
    "AvgTone, ethnic and religious codes": "not measured; the cells are empty",
    "EventCode": "the CAMEO code nearest to category and mode; contexts have no column",
    "further parties": "two actors only: the first of each side",
    "said_by, origins": "no columns: who said so, and to whom it is traced",
    "numbers": "no columns for the dead, injured, arrested, troops and weapons",
    "date_end": "one day only: the first",
    "ActionGeo_ADM1Code": "the country's FIPS code alone: codes of areas are not in the gazetteer",
}
_WEB, _CITED = 1, 2  # GDELT's types of mention: an address, a citation without one
_GEO_TYPES = {"country": 1, "admin1": 5, "city": 4, "district": 4, "facility": 4, "feature": 4, "admin2": 5}
_NO_GEO: tuple[Cell, ...] = (0, "", "", "", "", "", "", "")
_ID_BITS = 15  # hexadecimal digits of an id that a signed 64-bit integer holds


def write_gdelt_events(events: Sequence[CodedEvent]) -> Sheet:
    """A row for each event that is said to have happened on a known day; the rest is told among the losses."""
    kept = [one for one in events if _is_row(one)]
    return Sheet(
        text=write_delimited((_event(one) for one in kept), header=EVENT_COLUMNS, tabs=True, headed=False), rows=len(kept),
        of=len(events), losses=count_losses(loss for one in events for loss in _losses(one)),
    )


def write_gdelt_mentions(events: Sequence[CodedEvent]) -> Sheet:
    """A row for each mention of those events. Offsets are characters of the page's text, as elsewhere in copydesk."""
    kept = [one for one in events if _is_row(one)]
    rows = [_mention(one, mention) for one in kept for mention in one.mentions]
    return Sheet(
        text=write_delimited(rows, header=MENTION_COLUMNS, tabs=True, headed=False), rows=len(rows), of=len(events),
        losses=count_losses(loss for one in events for loss in _losses(one)),
    )


def number_of(coded: CodedEvent) -> int:
    """GDELT's ids are integers: the same for the same event in every run."""
    return int(hashlib.sha256(coded.id.encode()).hexdigest()[:_ID_BITS], 16)


def _is_row(coded: CodedEvent) -> bool:
    return coded.event.status in HAPPENED and len(date_of(coded)[0]) == len("2024-01-01")


def _event(coded: CodedEvent) -> list[Cell]:
    event = coded.event
    plover, cameo = load_world().plover, cameo_of(event)
    begin = date.fromisoformat(date_of(coded)[0])
    day = begin.strftime("%Y%m%d")
    actor, other = _sides(coded)
    return [
        number_of(coded), day, day[:6], day[:4], round(begin.year + begin.timetuple().tm_yday / 366, 4), *_actor(event, actor),
        *_actor(event, other), int(coded.first.is_lead), cameo.code, cameo.base, cameo.root, QUADS[plover.quad(event.category)],
        cameo.goldstein, len(coded.mentions), len(coded.outlets), len({one.article_id for one in coded.mentions}), None,
        *_NO_GEO, *_NO_GEO, *_geo(coded), (coded.first.created or "").replace("-", "")[:8],
        coded.first.page.url or coded.first.key,
    ]


def _sides(coded: CodedEvent) -> tuple[Participant | None, Participant | None]:
    """The first actor and the first recipient; of a reciprocal event its first two parties."""
    actors, recipients = coded.event.actors, coded.event.recipients
    others = recipients or actors[1:]
    return (actors[0] if actors else None), (others[0] if others else None)


def _actor(event: Event, one: Participant | None) -> Iterator[Cell]:
    if one is None:
        yield from [""] * len(_ACTOR)
        return
    types = [*one.sectors, "", "", ""][:3]
    yield actor_code_of(event, one) or (one.country or "") + "".join(one.sectors[:1])
    yield (one.name or "").upper()
    yield one.country or ""
    yield from ("", "", "", "")
    yield from types


def _geo(coded: CodedEvent) -> Sequence[Cell]:
    place = coded.event.place
    if place is None:
        return _NO_GEO
    name = ", ".join(part for part in (place.name, area_of_event(coded.event), place.country) if part)
    fips = load_world().event_codes.fips_of(place.country)
    return (
        _GEO_TYPES.get(place.level or "", 0), name, fips, fips, "", place.latitude, place.longitude, place.gazetteer_id or "",
    )


def _mention(coded: CodedEvent, mention: EventMention) -> list[Cell]:
    event, text = mention.event, mention.page.text
    day = date_of(coded)[0].replace("-", "") + "000000"
    told = "".join(char for char in (mention.created or "") if char.isdigit())[:14].ljust(14, "0") if mention.created else ""
    starts = [one[0].span.start if one and one[0].span else None for one in (event.actors, event.recipients)]
    return [
        number_of(coded), day, told, _WEB if mention.page.url else _CITED, mention.outlet, mention.page.url or mention.key,
        _sentence_number(mention), *starts, event.trigger.start, 1,
        load_world().grading.percent(event.confidence), len(text), None, "", "",
    ]


def _sentence_number(mention: EventMention) -> int:
    """The line of the page on which the sentence stands, from 1."""
    return mention.page.text.count("\n", 0, mention.sentence.start) + 1


def _losses(coded: CodedEvent) -> Iterator[tuple[str, str]]:
    event = coded.event
    if event.status not in HAPPENED:
        yield f"row ({event.status})", LOSSES["row (status)"]
        return
    if not _is_row(coded):
        yield "row (no day)", LOSSES["row (no day)"]
        return
    yield "AvgTone, ethnic and religious codes", LOSSES["AvgTone, ethnic and religious codes"]
    yield "EventCode", LOSSES["EventCode"]
    if len(event.actors) + len(event.recipients) > 2:
        yield "further parties", LOSSES["further parties"]
    if event.statement_id:
        yield "said_by, origins", LOSSES["said_by, origins"]
    if event.quantities:
        yield "numbers", LOSSES["numbers"]
    if event.date is not None and event.date.begin != event.date.end:
        yield "date_end", LOSSES["date_end"]
    if event.place is not None and event.place.level not in ("country", "region_of_world"):
        yield "ActionGeo_ADM1Code", LOSSES["ActionGeo_ADM1Code"]
