"""A report laid flat: one row for its article, each statement and each event, and what is searched of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, delete, insert, update

from copydesk.record import Event, Participant, Report, Span, Statement
from copydesk.store.index import Indexed, index_rows, unindex_article
from copydesk.store.schema import articles, events, statements

_NEAR = 200  # characters between a speaker and the words said that are still shown as one stretch
READ_ON = frozenset({
    "headline", "standfirst", "subheading", "paragraph", "list_item", "pull_quote", "table", "caption", "editors_note",
    "update_note", "correction",
})


def write_rows(connection: Connection, one: str, report: Report) -> None:
    """Put a report's rows in place of those that it had. one: id of the report. A page without an article has none."""
    article = report.article
    if article is None:
        delete_rows(connection, one)
        return
    _clear(connection, one)
    told = {
        "page_id": report.page.id, "headline": words_at(report, article.headline), "outlet": article.outlet,
        "wire": article.wire, "created": article.created, "created_basis": article.created_basis, "updated": article.updated,
        "language": article.language, "is_card": article.is_card, "entry_of": article.entry_of,
        "url": article.canonical_url or report.page.url,
    }
    changed = connection.execute(update(articles).where(articles.c.id == one).values(**told)).rowcount
    if not changed:
        connection.execute(insert(articles).values(id=one, **told))
    _insert(connection, statements, (_statement(one, report, each) for each in _once(report.statements)))
    _insert(connection, events, (_event(one, report, each) for each in _once(report.events)))
    index_rows(connection, _indexed(one, report))


def delete_rows(connection: Connection, one: str) -> None:
    """Take a report's rows away; what it was stays in its versions."""
    _clear(connection, one)
    connection.execute(delete(articles).where(articles.c.id == one))


def words_at(report: Report, span: Span | None) -> str | None:
    """The words of a span on one line, None where there is no span."""
    return " ".join(report.page.text[span.start : span.end].split()) if span else None


def text_of(report: Report) -> str:
    """What a person reads of the article, furniture left out: a block a line."""
    blocks = report.article.blocks if report.article else ()
    return "\n".join(report.page.text[b.span.start : b.span.end] for b in blocks if b.role in READ_ON)


def line_of(report: Report, start: int) -> int:
    """The line of the page's text that a place stands in, from 1."""
    return report.page.text.count("\n", 0, start) + 1


def _clear(connection: Connection, one: str) -> None:
    unindex_article(connection, one)
    for table in (statements, events):
        connection.execute(delete(table).where(table.c.article_id == one))


def _insert(connection: Connection, table: Any, rows: Iterator[dict[str, Any]]) -> None:
    if told := list(rows):
        connection.execute(insert(table), told)


def _once(records: tuple[Any, ...]) -> Iterator[Any]:
    yield from {one.id: one for one in records}.values()


def content_of(report: Report, statement: Statement) -> str:
    """The words said, on one line."""
    return " … ".join(words_at(report, span) or "" for span in statement.content) or words_at(report, statement.span) or ""


def _statement(one: str, report: Report, statement: Statement) -> dict[str, Any]:
    span, speaker, said = _stretch(statement), statement.speaker, statement.said_on
    return {
        "article_id": one, "id": statement.id, "speaker": _speaker(report, statement),
        "speaker_id": speaker.entity_id if speaker else None, "speaker_kind": statement.speaker_kind,
        "role": statement.role, "organisation": statement.organisation, "act": statement.act, "manner": statement.manner,
        "utterance": statement.utterance, "polarity": statement.polarity, "certainty": statement.certainty,
        "said_begin": said.begin if said else None, "said_end": said.end if said else None,
        "words": content_of(report, statement), "start": span.start, "stop": span.end, "line": line_of(report, span.start),
    }


def _stretch(statement: Statement) -> Span:
    """The attribution with its speaker and all that is said; a speaker named far off stays where he is."""
    named = statement.speaker.span if statement.speaker else None
    spans = [statement.span, *statement.content]
    start, end = min(span.start for span in spans), max(span.end for span in spans)
    if named is not None and named.start > start - _NEAR and named.end < end + _NEAR:
        start, end = min(start, named.start), max(end, named.end)
    return Span(start=start, end=end)


def _speaker(report: Report, statement: Statement) -> str | None:
    speaker = statement.speaker
    if speaker is None:
        return None
    known = next((each.name for each in report.entities if each.id == speaker.entity_id), None)
    return known or speaker.name or words_at(report, speaker.span)


def _event(one: str, report: Report, event: Event) -> dict[str, Any]:
    return {
        "article_id": one, "id": event.id, "category": event.category, "modes": "; ".join(event.modes), "status": event.status,
        "actors": _names(report, event.actors), "recipients": _names(report, event.recipients),
        "began": event.date.begin if event.date else None, "ended": event.date.end if event.date else None,
        "place": event.place.name if event.place else None, "country": event.place.country if event.place else None,
        "words": words_at(report, event.span) or "", "start": event.span.start, "stop": event.span.end,
        "line": line_of(report, event.span.start),
    }


def _names(report: Report, parties: tuple[Participant, ...]) -> str:
    return "; ".join(dict.fromkeys(name for one in parties if (name := one.name or words_at(report, one.span))))


def _indexed(one: str, report: Report) -> Iterator[Indexed]:
    """What is searched: an article by all its words, a statement by its own and its speaker's, an event by its clause."""
    yield Indexed(kind="article", article_id=one, id=None, words=text_of(report))
    for statement in _once(report.statements):
        said = f"{_speaker(report, statement) or ''}\n{content_of(report, statement)}"
        yield Indexed(kind="statement", article_id=one, id=statement.id, words=said)
    for event in _once(report.events):
        told = f"{words_at(report, event.span)}\n{_names(report, event.actors)}\n{_names(report, event.recipients)}"
        yield Indexed(kind="event", article_id=one, id=event.id, words=told)
