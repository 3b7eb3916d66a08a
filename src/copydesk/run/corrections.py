"""A person's corrections: read from TOML, applied to reports before they are compared, undone by removing the row."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields, is_dataclass, replace
from pathlib import Path
from typing import Any

from copydesk.errors import BadManifest
from copydesk.lexicon.calendar import interval_of
from copydesk.record import Entity, Ref, Report, Span, Statement, TraceStep
from copydesk.record.ids import derive_id
from copydesk.run.desk import Desk
from copydesk.run.local import reread_report
from copydesk.run.pointing import find_pointed, point_words

# What a row of each kind must hold, and what it may.
COLUMNS: dict[str, tuple[set[str], set[str]]] = {
    "outlet": ({"page", "outlet"}, set()),
    "created": ({"page", "created"}, set()),
    "same": ({"names"}, set()),
    "not_article": ({"page"}, {"headline"}),
    "speaker": ({"page", "words", "person"}, {"quote"}),
    "apart": ({"page", "name"}, {"called"}),
    "who": ({"page", "words", "name"}, {"beside"}),
}
_REMARKS = {"by", "why"}  # any row may say whose correction it is and why
STATED = {"outlet", "created"}  # facts of a page: applied before dates are settled across pages, the rest after


@dataclass(frozen=True, slots=True)
class Correction:
    """One row of a corrections file. kind: outlet, created, same, not_article, speaker, apart, who; row: its cells."""

    kind: str
    row: dict[str, Any]

    def __str__(self) -> str:
        told = {
            "outlet": "the outlet of {page} is {outlet}",
            "created": "{page} was created {created}",
            "same": "{names} are one",
            "not_article": "{page} is no article",
            "speaker": "the speaker “{words}” on {page} is {person}",
            "apart": "{name} of {page} is somebody else",
            "who": "“{words}” on {page} is {name}",
        }[self.kind].format(**{**self.row, "names": " and ".join(self.row.get("names", ()))})
        remarks = [f"{name} {self.row[name]}" for name in ("by", "why") if name in self.row]
        return f"{told} ({'; '.join(remarks)})" if remarks else told


@dataclass(frozen=True, slots=True)
class Corrected:
    """Reports after corrections, and for each correction what came of it, in the order they were given."""

    reports: tuple[Report, ...]
    told: tuple[str, ...]


def load_corrections(path: Path) -> tuple[Correction, ...]:
    """The rows of a corrections file, in its order. Raises BadManifest that names the row that does not fit."""
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as fault:
        raise BadManifest(f"{path}: cannot be opened ({fault.strerror})") from fault
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as fault:
        raise BadManifest(f"{path}: not a corrections file in TOML: {fault}") from fault
    unknown = sorted(set(tables) - set(COLUMNS))
    if unknown:
        raise BadManifest(f"{path.name}: [[{unknown[0]}]] is none of {', '.join(COLUMNS)}")
    rows = [(kind, number, row) for kind in COLUMNS for number, row in enumerate(tables.get(kind, []), 1)]
    return tuple(check_correction(kind, row, where=f"{path.name}: [[{kind}]] {number}") for kind, number, row in rows)


def check_correction(kind: str, row: dict[str, Any], *, where: str) -> Correction:
    """The correction that a row makes. where: what to call it in the message. Raises BadManifest where it does not fit."""
    needed, optional = COLUMNS[kind]
    if missing := sorted(needed - set(row)):
        raise BadManifest(f"{where}: {missing[0]} is missing; it holds {', '.join(sorted(needed))}")
    if unknown := sorted(set(row) - needed - optional - _REMARKS):
        raise BadManifest(f"{where}: {unknown[0]} is unknown; it holds {', '.join(sorted(needed | optional | _REMARKS))}")
    if odd := [cell for cell, value in row.items() if cell != "names" and not isinstance(value, str)]:
        raise BadManifest(f"{where}: {odd[0]} is no text in quotation marks")
    if kind == "created" and interval_of(row["created"]) is None:
        raise BadManifest(f"{where}: {row['created']!r} is no ISO 8601 date")
    if kind == "same" and not _is_names(row["names"]):
        raise BadManifest(f"{where}: names is a list of at least two names or entity ids")
    return Correction(kind, row)


def _is_names(names: object) -> bool:
    return isinstance(names, list) and len(names) > 1 and all(isinstance(name, str) for name in names)


def apply_corrections(reports: tuple[Report, ...], corrections: Iterable[Correction], desk: Desk) -> Corrected:
    """The reports as corrected. A row that fits nothing, or more than one page, is told so and changes nothing."""
    told = []
    for correction in corrections:
        fitting = find_fitting(reports, correction)
        pages = sorted({report.key for report in fitting}) if "page" in correction.row else []
        if not fitting:
            told.append(f"fits nothing: {correction}")
        elif len(pages) > 1:
            told.append(f"fits {len(pages)} pages ({', '.join(pages)}) and was applied to none: {correction}")
        else:
            apply = _APPLY[correction.kind]
            reports = tuple(apply(r, correction.row, desk) if r in fitting else r for r in reports)
            told.append(str(correction))
    return Corrected(reports=reports, told=tuple(told))


def find_removed(reports: Iterable[Report], corrections: Iterable[Correction]) -> frozenset[str]:
    """Ids of the articles that a person says are none."""
    rows = [correction for correction in corrections if correction.kind == "not_article"]
    return frozenset(r.article.id for r in reports if r.article for row in rows if _fits(r, row))


def find_fitting(reports: Iterable[Report], correction: Correction) -> tuple[Report, ...]:
    """The reports that a correction is about."""
    return tuple(report for report in reports if _fits(report, correction))


def _fits(report: Report, correction: Correction) -> bool:
    row = correction.row
    if correction.kind == "same":
        return bool(_ones(report, row))
    if report.article is None or not is_page(report, row["page"]):
        return False
    if correction.kind == "created":
        return not report.article.is_card and (report.article.entry_of is None or report.article.created is None)
    if correction.kind == "not_article":
        headline = report.article.headline
        return "headline" not in row or row["headline"] == (words_of(report, headline) if headline else None)
    return _names_somebody(report, correction)


def _names_somebody(report: Report, correction: Correction) -> bool:
    """Whether the page holds what a correction of persons is about; true of other kinds."""
    row = correction.row
    if correction.kind == "apart":
        return any(row["name"] in (entity.id, entity.name) for entity in report.entities)
    if correction.kind == "who":
        return bool(find_pointed(report, row["words"], row.get("beside", "")))
    return correction.kind != "speaker" or any(_is_spoken(report, one, row) for one in report.statements)


def is_page(report: Report, named: str) -> bool:
    """Whether `named` is the report's page: its id, its key, or the last parts of its key."""
    key = report.key.replace("\\", "/")
    return named in (report.page.id, report.key) or key.endswith("/" + named.removeprefix("./"))


def words_of(report: Report, span: Span) -> str:
    """The words of a span of the report's page."""
    return report.page.text[span.start : span.end]


def _outlet(report: Report, row: dict[str, Any], desk: Desk) -> Report:
    return reread_report(report, desk, outlet=row["outlet"])


def _created(report: Report, row: dict[str, Any], desk: Desk) -> Report:
    return reread_report(report, desk, created=(row["created"], "correction"))


def _not_article(report: Report, row: dict[str, Any], desk: Desk) -> Report:
    return report  # it stays as it was read; find_removed says that the story does without it


def _ones(report: Report, row: dict[str, Any]) -> list[Entity]:
    named = {name.casefold() for name in row["names"]}
    return [e for e in report.entities if named & {e.id.casefold(), e.name.casefold(), *(a.casefold() for a in e.aliases)}]


def _same(report: Report, row: dict[str, Any], desk: Desk) -> Report:
    ones = _ones(report, row)
    first, kept = row["names"][0], ones[0]
    one = derive_id("same", *sorted(name.casefold() for name in row["names"]))
    merged = Entity(
        id=one, kind=kept.kind, name=first, country=kept.country, sector=kept.sector, roles=kept.roles,
        aliases=tuple(sorted({alias for e in ones for alias in (*e.aliases, e.name)} - {first})),
    )
    others = tuple(entity for entity in report.entities if entity not in ones)
    renamed: Report = _rename(replace(report, entities=()), {entity.id: one for entity in ones})
    return replace(renamed, entities=(*others, merged))


def _apart(report: Report, row: dict[str, Any], desk: Desk) -> Report:
    """What the page calls so is nobody of other pages: an id of its own, and a name that joins with no other."""
    ones = [entity for entity in report.entities if row["name"] in (entity.id, entity.name)]
    new_ids = {one.id: derive_id("apart", report.page.id, one.id) for one in ones}
    called = row.get("called") or f"{ones[0].name} ({report.key})"
    kept = tuple(
        replace(one, id=new_ids[one.id], name=called, aliases=()) if one in ones else one for one in report.entities
    )
    renamed: Report = _rename(replace(report, entities=()), new_ids)
    return replace(renamed, entities=kept)


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


def _speaker(report: Report, row: dict[str, Any], desk: Desk) -> Report:
    person = next((e for e in report.entities if row["person"] in (e.id, e.name, *e.aliases)), None)
    person = person or Entity(
        id=derive_id("person", row["person"].casefold()), kind="person", name=row["person"], aliases=(), country=None,
        sector=None, roles=(),
    )
    spoken = {one.id for one in report.statements if _is_spoken(report, one, row)}
    spans = {one.speaker.span for one in report.statements if one.id in spoken and one.speaker}
    return replace(
        report,
        statements=tuple(_respeak(one, person) if one.id in spoken else one for one in report.statements),
        mentions=tuple(
            replace(one, entity_id=person.id, basis="correction") if one.span in spans else one for one in report.mentions
        ),
        entities=report.entities if person in report.entities else (*report.entities, person),
    )


def _is_spoken(report: Report, statement: Statement, row: dict[str, Any]) -> bool:
    """Whether the statement's speaker has the row's words on the page, and its content the row's quote."""
    speaker = statement.speaker
    words = words_of(report, speaker.span) if speaker and speaker.span else ""
    content = " ".join(words_of(report, span) for span in statement.content)
    return words == row["words"] and row.get("quote", "") in content


def _respeak(statement: Statement, person: Entity) -> Statement:
    span = statement.speaker.span if statement.speaker else None
    step = TraceStep(stage="correction", rule="speaker", row=person.name)
    return replace(
        statement, speaker=Ref(span=span, entity_id=person.id, name=person.name), speaker_kind="person",
        trace=(*statement.trace, step),
    )


def _who(report: Report, row: dict[str, Any], desk: Desk) -> Report:
    return point_words(report, words=row["words"], name=row["name"], beside=row.get("beside", ""))


_APPLY: dict[str, Callable[[Report, dict[str, Any], Desk], Report]] = {
    "outlet": _outlet, "created": _created, "same": _same, "not_article": _not_article, "speaker": _speaker,
    "apart": _apart, "who": _who,
}
