"""A person's word on whom some words of a page name: the correction `[[who]]`, which undoes a wrong join."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import fields, is_dataclass, replace
from typing import Any

from copydesk.record import Entity, EntityKind, Report, Span, TraceStep
from copydesk.record.ids import derive_id

_FOLLOWS = ("pronoun", "description")  # bases of mentions that mean whoever was named before


def find_pointed(report: Report, words: str, beside: str) -> tuple[Span, ...]:
    """The mentions that have exactly these words and stand on a line of the page with the words `beside`."""
    found = []
    for span in (mention.span for mention in report.mentions):
        text = report.page.text
        line = text[text.rfind("\n", 0, span.start) + 1 : text.find("\n", span.end) + 1 or len(text)]
        if text[span.start : span.end] == words and beside in line:
            found.append(span)
    return tuple(found)


def point_words(report: Report, *, words: str, name: str, beside: str = "") -> Report:
    """The report with every mention of `words` meaning the one called `name` (a name or entity id of the page, else new).

    beside: only those on a line with these words. Where the page names the one meant before in no other words, pronouns
    and descriptions for it go along.
    """
    spans = set(find_pointed(report, words, beside))
    before = {mention.entity_id for mention in report.mentions if mention.span in spans}
    elsewhere = {m.entity_id for m in report.mentions if m.span not in spans and m.basis not in _FOLLOWS}
    spans |= {m.span for m in report.mentions if m.entity_id and m.entity_id in before - elsewhere}
    one = _meant(report, name, before)
    pointed: Report = _point(replace(report, entities=()), spans, one)
    named = {mention.entity_id for mention in pointed.mentions}
    entities = (*report.entities, *(() if one in report.entities else (one,)))
    trace = (TraceStep(stage="correction", rule="who", row=name),)
    mentions = tuple(replace(m, basis="correction", trace=trace) if m.span in spans else m for m in pointed.mentions)
    return replace(pointed, mentions=mentions, entities=tuple(each for each in entities if each.id in named))


def _meant(report: Report, name: str, before: Collection[str | None]) -> Entity:
    called = [e for e in report.entities if name in (e.id, e.name) or (name in e.aliases and e.id not in before)]
    known = next(iter(called), None)
    kind: EntityKind = next((e.kind for e in report.entities if e.id in before), "person")
    return known or Entity(
        id=derive_id(kind, name.casefold()), kind=kind, name=name, aliases=(), country=None, sector=None, roles=(),
    )


def _point(record: Any, spans: Collection[Span], one: Entity) -> Any:
    """The record with every reference at one of the spans turned to `one`, all the way down."""
    if isinstance(record, tuple):
        return tuple(_point(part, spans, one) for part in record)
    if not is_dataclass(record) or isinstance(record, type):
        return record
    values = {field.name: _point(getattr(record, field.name), spans, one) for field in fields(record)}
    if "entity_id" in values and values["span"] in spans:
        values |= {"entity_id": one.id} | ({"name": one.name} if "name" in values else {})
    return replace(record, **values)
