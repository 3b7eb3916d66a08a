"""Reports made by hand from short texts: what stages before `compare` would have found is stated, not read."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import Any

from copydesk.record import (
    Article,
    Block,
    Entity,
    Event,
    Mention,
    Page,
    Participant,
    Place,
    Quantity,
    Ref,
    Report,
    Span,
    Statement,
    TimeExpression,
)
from copydesk.record.ids import derive_id
from copydesk.record.report import REPORT_SCHEMA


def find(text: str, words: str, after: int = 0) -> Span:
    """The span of `words` in a text; a test that names words which are not there is wrong."""
    start = text.index(words, after)
    return Span(start=start, end=start + len(words))


def make_report(
    text: str, outlet: str | None = None, created: str | None = "2023-03-07", *, headline: str | None = None, **more: Any,
) -> Report:
    """A report of one article: a headline line if given, then a paragraph a line. more: fields of Article."""
    whole = f"{headline}\n{text}" if headline else text
    digest = hashlib.sha256(f"{whole}{outlet}".encode()).hexdigest()
    page = Page(
        id=f"page:{digest[:16]}", text=whole, url=None, outlet=outlet, fetched_at=None, media_type="text/plain", sha256=digest,
    )
    blocks, place = [], 0
    for number, line in enumerate(whole.split("\n")):
        if line:
            role = "headline" if headline and number == 0 else "paragraph"
            blocks.append(Block(span=Span(start=place, end=place + len(line)), role=role))
        place += len(line) + 1
    article = Article(
        id=derive_id("article", page.id), page_id=page.id, blocks=tuple(blocks),
        headline=blocks[0].span if headline else None, bylines=(), outlet=outlet, wire=None, credits=(),
        canonical_url=None, created=created, created_basis="given" if created else "unknown", created_candidates=(),
        updated=None, language="en", is_card=False,
    )
    return Report(
        schema=REPORT_SCHEMA, key=outlet or "page", page=page, article=replace(article, **more), entities=(), mentions=(),
        times=(), places=(), quantities=(), statements=(), events=(), predicates=(), questions=(), refusals=(),
    )


def make_entity(name: str, kind: str = "person", country: str | None = None, **more: Any) -> Entity:
    fields = {"aliases": (), "sector": None, "roles": ()} | more
    return Entity(id=derive_id("entity", kind, name), kind=kind, name=name, country=country, **fields)  # type: ignore[arg-type]


def with_mention(report: Report, words: str, entity: Entity) -> Report:
    """The report with every place of these words referring to the entity."""
    text, mentions, start = report.page.text, list(report.mentions), 0
    while (place := text.find(words, start)) >= 0:
        span = Span(start=place, end=place + len(words))
        mentions.append(Mention(span=span, entity_id=entity.id, basis="name", trace=()))
        start = span.end
    entities = report.entities if entity in report.entities else (*report.entities, entity)
    return replace(report, entities=entities, mentions=tuple(mentions))


def with_statement(
    report: Report, whole: str, content: str, speaker: str | None = None, *, entity: Entity | None = None, **more: Any,
) -> Report:
    """The report with a statement in the words `whole` that says `content`. more: fields of Statement."""
    text = report.page.text
    span = find(text, whole)
    ref = Ref(span=find(text, speaker), entity_id=entity.id if entity else None, name=speaker) if speaker else None
    fields: dict[str, Any] = {
        "cue": None, "speaker_kind": "person" if speaker else "unspecified", "role": None, "organisation": None,
        "country": None, "addressee": None, "venue": None, "manner": "indirect", "act": "statement", "utterance": "made",
        "polarity": "positive", "certainty": "unspecified", "hedges": (), "condition": None, "relays": (), "said_on": None,
        "nested_in": None, "trace": (),
    } | more
    statement = Statement(
        id=derive_id("statement", report.page.id, span.start, span.end), span=span,
        content=(find(text, content, span.start),), speaker=ref, **fields,
    )
    entities = report.entities if entity is None or entity in report.entities else (*report.entities, entity)
    return replace(report, statements=(*report.statements, statement), entities=entities)


def with_event(report: Report, clause: str, trigger: str, category: str, **more: Any) -> Report:
    """The report with an event in `clause`. more: fields of Event; actors and recipients from `make_party`."""
    text = report.page.text
    span = find(text, clause)
    fields: dict[str, Any] = {
        "modes": (), "contexts": (), "actors": (), "recipients": (), "status": "asserted", "statement_id": None,
        "date": None, "place": None, "quantities": (), "trace": (),
    } | more
    event = Event(
        id=derive_id("event", report.page.id, span.start, trigger), span=span,
        trigger=find(text, trigger, span.start), category=category, **fields,  # type: ignore[arg-type]
    )
    return replace(report, events=(*report.events, event))


def make_party(name: str, country: str | None = None) -> Participant:
    return Participant(span=None, entity_id=None, name=name, country=country, sectors=())


def with_quantity(
    report: Report, words: str, unit: str, low: float | None, high: float | None, *, qualifier: str | None = None,
) -> Report:
    """The report with a quantity at every place of these words."""
    found, start = list(report.quantities), 0
    while (place := report.page.text.find(words, start)) >= 0:
        span = Span(start=place, end=place + len(words))
        found.append(Quantity(span=span, unit=unit, low=low, high=high, qualifier=qualifier))
        start = span.end
    return replace(report, quantities=tuple(found))


def with_time(report: Report, words: str, value: str, begin: str | None = None, end: str | None = None) -> Report:
    """The report with a date in these words; begin and end are the value itself unless given."""
    time = TimeExpression(
        span=find(report.page.text, words), type="DATE", value=value, begin=begin or value, end=end or value, anchor=None,
        trace=(),
    )
    return replace(report, times=(*report.times, time))


def with_place(report: Report, words: str, gazetteer_id: str, level: str = "city", country: str | None = None) -> Report:
    place = Place(
        span=find(report.page.text, words), name=words, country=country, latitude=None, longitude=None, level=level,  # type: ignore[arg-type]
        gazetteer_id=gazetteer_id, metonym_for=None, trace=(),
    )
    return replace(report, places=(*report.places, place))
