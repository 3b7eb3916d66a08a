"""A story made by hand: a ferry dispute across a strait, with days, places of every level, scores and ties between actors."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "compare"))

from factories import find, make_entity, make_report, with_mention, with_statement

from copydesk.record import (
    Claim,
    Coverage,
    Event,
    Evidence,
    Participant,
    Place,
    Report,
    Span,
    Standing,
    Story,
    Tension,
    TimelineEntry,
)
from copydesk.record.ids import derive_id
from copydesk.record.story import STORY_SCHEMA

# name: country, level, latitude, longitude
PLACES: dict[str, tuple[str | None, str | None, float | None, float | None]] = {
    "Italy": ("ITA", "country", 42.83, 12.83), "Albania": ("ALB", "country", 41.0, 20.0),
    "Apulia": ("ITA", "admin1", 41.0, 16.5), "Brindisi": ("ITA", "city", 40.63, 17.94), "Durres": ("ALB", "city", 41.32, 19.45),
    "Vlore": ("ALB", "city", 40.47, 19.49), "Bari": ("ITA", "city", 41.12, 16.87),
    "Harbour Hall": ("ALB", "facility", 41.31, 19.45),
    "Adriatic Sea": (None, "feature", 43.0, 15.0), "the Balkans": (None, "region_of_world", 43.0, 21.0),
    "Lower Pellin": ("ALB", None, None, None),
}
ACTORS = {
    "Italy": make_entity("Italy", "state", "ITA"), "Albania": make_entity("Albania", "state", "ALB"),
    "Marta Celli": make_entity("Marta Celli", country="ITA"), "Arben Kodra": make_entity("Arben Kodra", country="ALB"),
    "Dockers' League": make_entity("Dockers' League", "organisation"),
}
# words, begin, end, standing, places named
TOLD: tuple[tuple[str, str, str, Standing], ...] = (
    ("Albania closed Harbour Hall in Durres to ferries from Bari on 3 May.", "2031-05-03", "2031-05-03", "one_origin"),
    ("A ferry turned back to Brindisi late on 4 May.", "2031-05-04T18:00", "2031-05-04T23:59", "origins_agree"),
    ("Some time that week two cranes in Vlore were moved inland.", "2031-05-02", "2031-05-08", "unattributed"),
    ("Officials in Apulia denied that tolls had risen on 5 May.", "2031-05-05", "2031-05-05", "denied"),
    ("Italy put the number of stranded lorries at 40 on 6 May.", "2031-05-06", "2031-05-06", "disputed"),
    ("Albania and Italy are due to meet in Brindisi on 9 May.", "2031-05-09", "2031-05-09", "one_origin"),
    ("Ferries on the Adriatic Sea should sail again between 12 and 14 May.", "2031-05-12", "2031-05-14", "superseded"),
)
UNDATED = "People in Lower Pellin and all over the Balkans heard of it by radio."
SAID = "Marta Celli accused Albania of breaking its word."
AS_OF = "2031-05-06"


def make_strait() -> Story:
    """Seven dated claims and one without a day, on one page that has an address."""
    text = "\n".join([*(words for words, *_ in TOLD), UNDATED, SAID])
    report = _with_places(make_report(text, "Strait Courier", AS_OF, headline="Ferries turn back"))
    report = replace(report, page=replace(report.page, url="https://courier.example/ferries"))
    for name, entity in ACTORS.items():
        report = with_mention(report, name, entity)
    report = with_statement(report, SAID, "breaking its word", "Marta Celli", entity=ACTORS["Marta Celli"], act="accusation")
    report = _with_events(report, (
        ("closed Harbour Hall", "COERCE", "Albania", ("Italy",), "asserted"),
        ("are due to meet", "CONSULT", "Albania", ("Italy",), "planned"),
        ("accused Albania", "ACCUSE", "Marta Celli", ("Albania",), "asserted"),
    ))
    claims = tuple(make_claim(report, words, standing) for words, _, _, standing in TOLD)
    first, second = (event.id for event in report.events if event.status == "asserted")
    return make_story(
        (report,), (*claims, make_claim(report, UNDATED, "unattributed")),
        [(claim, begin, end) for claim, (_, begin, end, _) in zip(claims, TOLD, strict=True)],
        (Tension(day="2031-05-03", actors=("ALB", "ITA"), score=-6.5, event_ids=(first,)),
         Tension(day="2031-05-05", actors=("ALB", "ITA"), score=4.0, event_ids=()),
         Tension(day="2031-05-06", actors=("ALB", "Marta Celli"), score=0.0, event_ids=(second,))),
    )


def make_story(
    reports: tuple[Report, ...], claims: tuple[Claim, ...], dated: Iterable[tuple[Claim, str, str]],
    tension: tuple[Tension, ...] = (), as_of: str | None = AS_OF,
) -> Story:
    timeline = tuple(
        TimelineEntry(begin=begin, end=end, gist=claim.gist, evidence=claim.evidence, claim_ids=(claim.id,))
        for claim, begin, end in dated
    )
    return Story(
        schema=STORY_SCHEMA, id="story:strait", title="Ferries turn back", as_of=as_of, reports=reports, set_aside=(),
        syndications=(), renderings=(), claims=claims, contradictions=(), expectations=(), questions=(), timeline=timeline,
        tension=tension, brief=(),
        coverage=Coverage(outlets=("Strait Courier",), articles=1, copies=0, cards=0, refusals=(), left_out=()),
    )


def make_claim(report: Report, words: str, standing: Standing) -> Claim:
    span = find(report.page.text, words)
    told = Evidence(page_id=report.page.id, start=span.start, end=span.end, words=words)
    return Claim(
        id=derive_id("claim", words), gist=words, evidence=(told,), members=(), outlets=("Strait Courier",), origins=(),
        own_voice=(), standing=standing, interested_party=False, stances=(), credibility=None, reasons=(), trace=(),
    )


def _with_places(report: Report) -> Report:
    places, text = list[Place](), report.page.text
    for name, (country, level, latitude, longitude) in PLACES.items():
        start = 0
        while (at := text.find(name, start)) >= 0:
            start = at + len(name)
            places.append(Place(
                span=Span(start=at, end=start), name=name, country=country, latitude=latitude, longitude=longitude,
                level=level, gazetteer_id=name if latitude else None, metonym_for=None, trace=(),  # type: ignore[arg-type]
            ))
    return replace(report, places=tuple(places))


def _with_events(report: Report, rows: Sequence[tuple[str, str, str, tuple[str, ...], str]]) -> Report:
    events = tuple(
        Event(
            id=derive_id("event", words), span=find(report.page.text, words), trigger=find(report.page.text, words),
            category=category, modes=(), contexts=(), actors=(_participant(actor),),  # type: ignore[arg-type]
            recipients=tuple(map(_participant, others)), status=status, statement_id=None, date=None,  # type: ignore[arg-type]
            place=None, quantities=(), trace=(),
        )
        for words, category, actor, others, status in rows
    )
    return replace(report, events=events)


def _participant(name: str) -> Participant:
    entity = ACTORS[name]
    return Participant(span=None, entity_id=entity.id, name=name, country=entity.country, sectors=())
