"""A person's corrections: read from TOML, applied to reports before they are compared, undone by removing the row."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields, is_dataclass, replace
from pathlib import Path
from typing import Any

from copydesk.errors import BadManifest
from copydesk.lexicon.calendar import interval_of
from copydesk.record import Entity, Mention, Ref, Report, Statement, TraceStep
from copydesk.record.ids import derive_id
from copydesk.run.desk import Desk
from copydesk.run.local import reread_report

_COLUMNS = {
    "outlet": ({"page", "outlet"}, set()),
    "created": ({"page", "created"}, set()),
    "same": ({"names"}, set()),
    "not_article": ({"page"}, {"headline"}),
    "speaker": ({"page", "words", "person"}, {"quote"}),
}
_REMARKS = {"by", "why"}  # any row may say whose correction it is and why


@dataclass(frozen=True, slots=True)
class Correction:
    """One row of a corrections file. kind: outlet, created, same, not_article, speaker; row: its cells."""

    kind: str
    row: dict[str, Any]

    def __str__(self) -> str:
        told = {
            "outlet": "the outlet of {page} is {outlet}",
            "created": "{page} was created {created}",
            "same": "{names} are one",
            "not_article": "{page} is no article",
            "speaker": "the speaker “{words}” on {page} is {person}",
        }[self.kind].format(**{**self.row, "names": " and ".join(self.row.get("names", ()))})
        remarks = [f"{name} {self.row[name]}" for name in ("by", "why") if name in self.row]
        return f"{told} ({'; '.join(remarks)})" if remarks else told


@dataclass(frozen=True, slots=True)
class Corrected:
    """Reports after corrections; ids of the articles a person took out; what was applied and what fitted nothing."""

    reports: tuple[Report, ...]
    removed: frozenset[str]
    told: tuple[str, ...]


def load_corrections(path: Path) -> tuple[Correction, ...]:
    """The rows of a corrections file, in its order. Raises BadManifest that names the row that does not fit."""
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as fault:
        raise BadManifest(f"{path}: not a corrections file in TOML: {fault}") from fault
    unknown = sorted(set(tables) - set(_COLUMNS))
    if unknown:
        raise BadManifest(f"{path.name}: [[{unknown[0]}]] is none of {', '.join(_COLUMNS)}")
    rows = [(kind, number, row) for kind in _COLUMNS for number, row in enumerate(tables.get(kind, []), 1)]
    return tuple(_check(path.name, kind, number, row) for kind, number, row in rows)


def _check(name: str, kind: str, number: int, row: dict[str, Any]) -> Correction:
    needed, optional = _COLUMNS[kind]
    odd = sorted(needed - set(row)) or sorted(set(row) - needed - optional - _REMARKS)
    if odd:
        raise BadManifest(f"{name}: [[{kind}]] {number}: {odd[0]} is missing or unknown; it holds {', '.join(sorted(needed))}")
    if kind == "created" and interval_of(str(row["created"])) is None:
        raise BadManifest(f"{name}: [[created]] {number}: {row['created']!r} is no ISO 8601 date")
    if kind == "same" and (not isinstance(row["names"], list) or len(row["names"]) < 2):
        raise BadManifest(f"{name}: [[same]] {number}: names is a list of at least two names or entity ids")
    return Correction(kind, row)


def apply_corrections(reports: tuple[Report, ...], corrections: Iterable[Correction], desk: Desk) -> Corrected:
    """The reports as corrected. A row that fits nothing is told as "fits nothing", never passed over."""
    removed: set[str] = set()
    told = []
    for correction in corrections:
        apply = _APPLY[correction.kind]
        changed = tuple(apply(report, correction.row, desk, removed) for report in reports)
        fits = any(new is not old for new, old in zip(changed, reports, strict=True))
        told.append(str(correction) if fits else f"fits nothing: {correction}")
        reports = changed
    return Corrected(reports=reports, removed=frozenset(removed), told=tuple(told))


def is_page(report: Report, named: str) -> bool:
    """Whether `named` is the report's page: its id, its key, or the last parts of its key."""
    key = report.key.replace("\\", "/")
    return named in (report.page.id, report.key) or key.endswith("/" + named.lstrip("./"))


def _outlet(report: Report, row: dict[str, Any], desk: Desk, removed: set[str]) -> Report:
    return reread_report(report, desk, outlet=str(row["outlet"])) if is_page(report, row["page"]) else report


def _created(report: Report, row: dict[str, Any], desk: Desk, removed: set[str]) -> Report:
    if not is_page(report, row["page"]) or report.article is None or report.article.is_card:
        return report
    return reread_report(report, desk, created=(str(row["created"]), "correction"))


def _not_article(report: Report, row: dict[str, Any], desk: Desk, removed: set[str]) -> Report:
    if report.article is None or not is_page(report, row["page"]):
        return report
    headline = report.article.headline
    words = report.page.text[headline.start : headline.end] if headline else None
    if "headline" in row and words != row["headline"]:
        return report
    removed.add(report.article.id)
    return replace(report)


def _same(report: Report, row: dict[str, Any], desk: Desk, removed: set[str]) -> Report:
    named = {str(name).casefold() for name in row["names"]}
    ones = [e for e in report.entities if named & {e.id.casefold(), e.name.casefold(), *(a.casefold() for a in e.aliases)}]
    if not ones:
        return report
    first = str(row["names"][0])
    one = derive_id("same", *sorted(named))
    kept = ones[0]
    merged = Entity(
        id=one, kind=kept.kind, name=first, country=kept.country, sector=kept.sector, roles=kept.roles,
        aliases=tuple(sorted({alias for e in ones for alias in (*e.aliases, e.name)} - {first})),
    )
    others = tuple(entity for entity in report.entities if entity not in ones)
    renamed: Report = _rename(replace(report, entities=()), {entity.id: one for entity in ones})
    return replace(renamed, entities=(*others, merged))


def _rename(record: Any, new_ids: dict[str, str]) -> Any:
    """The record with every `entity_id` and `metonym_for` replaced, all the way down."""
    if isinstance(record, tuple):
        return tuple(_rename(part, new_ids) for part in record)
    if not is_dataclass(record) or isinstance(record, type):
        return record
    values = {}
    for field in fields(record):
        value = getattr(record, field.name)
        is_id = field.name in ("entity_id", "metonym_for")
        values[field.name] = new_ids.get(value, value) if is_id else _rename(value, new_ids)
    return replace(record, **values)


def _speaker(report: Report, row: dict[str, Any], desk: Desk, removed: set[str]) -> Report:
    if not is_page(report, row["page"]):
        return report
    person = next((e for e in report.entities if row["person"] in (e.id, e.name, *e.aliases)), None)
    person = person or Entity(
        id=derive_id("person", row["person"].casefold()), kind="person", name=row["person"], aliases=(), country=None,
        sector=None, roles=(),
    )
    statements = tuple(_respeak(report, statement, row, person) for statement in report.statements)
    if statements == report.statements:
        return report
    spans = {s.speaker.span for s in statements if s.speaker and s.speaker.entity_id == person.id}
    mentions = tuple(_remention(mention, spans, person) for mention in report.mentions)
    entities = report.entities if person in report.entities else (*report.entities, person)
    return replace(report, statements=statements, mentions=mentions, entities=entities)


def _respeak(report: Report, statement: Statement, row: dict[str, Any], person: Entity) -> Statement:
    speaker = statement.speaker
    words = "" if speaker is None or speaker.span is None else report.page.text[speaker.span.start : speaker.span.end]
    content = " ".join(report.page.text[span.start : span.end] for span in statement.content)
    if words != row["words"] or row.get("quote", "") not in content:
        return statement
    return replace(
        statement, speaker=Ref(span=speaker.span if speaker else None, entity_id=person.id, name=person.name),
        speaker_kind="person", trace=(*statement.trace, TraceStep(stage="correction", rule="speaker", row=row["person"])),
    )


def _remention(mention: Mention, spans: set[Any], person: Entity) -> Mention:
    return replace(mention, entity_id=person.id, basis="correction") if mention.span in spans else mention


_APPLY: dict[str, Callable[[Report, dict[str, Any], Desk, set[str]], Report]] = {
    "outlet": _outlet, "created": _created, "same": _same, "not_article": _not_article, "speaker": _speaker,
}
