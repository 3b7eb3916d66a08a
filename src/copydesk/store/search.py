"""Words searched for in all that a ledger holds: articles, statements, quotations and events, each with its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, select

from copydesk.errors import BadOption
from copydesk.record import Report
from copydesk.record.kept import Findings, Found, FoundKind
from copydesk.store.counting import split_up
from copydesk.store.folding import fold_asked, fold_words, has_phrase
from copydesk.store.index import find_numbers
from copydesk.store.rows import READ_ON, line_of
from copydesk.store.schema import articles, events, pages, reports, search_rows, statements, stories
from copydesk.store.versions import load_versions

_Phrases = Sequence[tuple[str, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What is searched for. words: all must be there, "in quotation marks" as a phrase, a last * for any ending.

    by: in the name of the speaker. story_id, since (ISO 8601 day of the article): only there. earlier: superseded pages too.
    """

    words: str = ""
    by: str | None = None
    kind: FoundKind | None = None
    story_id: str | None = None
    since: str | None = None
    earlier: bool = False
    limit: int = 50


def search(connection: Connection, asked: Asked) -> Findings:
    """What fits. Raises BadOption where nothing is asked for that could be searched."""
    phrases = fold_asked(asked.words)
    if not phrases and not asked.by:
        raise BadOption("search for what? give words, or a speaker with --by")
    numbers = find_numbers(connection, phrases) if phrases else _numbers_of_statements(connection)
    rows = [row for row in _rows(connection, numbers) if _fits(row, asked)]
    undated = [row for row in rows if asked.since and row.created is None]
    dated = [row for row in rows if not asked.since or (row.created and row.created >= asked.since[: len(row.created)])]
    kept = [row for row in dated if asked.earlier or not row.superseded]
    return Findings(
        found=tuple(_write(connection, kept[: asked.limit], phrases)), total=len(kept), earlier=len(dated) - len(kept),
        undated=len(undated),
    )


def _numbers_of_statements(connection: Connection) -> tuple[int, ...]:
    listed = select(search_rows.c.number).where(search_rows.c.kind == "statement").order_by(search_rows.c.number)
    return tuple(connection.execute(listed).scalars())


def _rows(connection: Connection, numbers: Iterable[int]) -> Iterator[Any]:
    """The rows of these numbers in their order, with their article, page, story, statement and event."""
    said = (statements.c.article_id == search_rows.c.article_id) & (statements.c.id == search_rows.c.id)
    done = (events.c.article_id == search_rows.c.article_id) & (events.c.id == search_rows.c.id)
    listed = (
        select(
            search_rows.c.number, search_rows.c.kind, search_rows.c.id, search_rows.c.article_id, articles.c.page_id,
            articles.c.headline, articles.c.outlet, articles.c.created, articles.c.story_id, stories.c.title.label("story"),
            pages.c.key, pages.c.url, pages.c.superseded_by.is_not(None).label("superseded"), statements.c.speaker,
            statements.c.role, statements.c.organisation, statements.c.manner, statements.c.act, statements.c.said_begin,
            events.c.actors,
            events.c.category, events.c.status, events.c.began, reports.c.settled,
            statements.c.start.label("said_start"), statements.c.stop.label("said_stop"), events.c.start.label("done_start"),
            events.c.stop.label("done_stop"),
        )
        .join(articles, articles.c.id == search_rows.c.article_id)
        .join(reports, reports.c.id == articles.c.id)
        .join(pages, pages.c.id == articles.c.page_id)
        .outerjoin(stories, stories.c.id == articles.c.story_id)
        .outerjoin(statements, said).outerjoin(events, done)
    )
    for some in split_up(numbers):
        found = {row.number: row for row in connection.execute(listed.where(search_rows.c.number.in_(some)))}
        yield from (found[number] for number in some if number in found)


def _fits(row: Row[Any], asked: Asked) -> bool:
    if asked.kind and asked.kind != row.kind and not (asked.kind == "quote" and _kind(row) == "quote"):
        return False
    if asked.story_id and row.story_id != asked.story_id:
        return False
    if asked.by is None:
        return True
    names = [fold_words(name) for name in (row.speaker, row.role, row.organisation) if name]
    wanted = fold_asked(asked.by)
    return bool(wanted) and any(all(has_phrase(name, phrase) for phrase in wanted) for name in names)


def _kind(row: Row[Any]) -> FoundKind:
    return "quote" if row.kind == "statement" and row.manner in ("direct", "mixed") else row.kind


def _write(connection: Connection, rows: Sequence[Row[Any]], phrases: _Phrases) -> Iterator[Found]:
    held = load_versions(connection, (row.settled for row in rows))
    for row in rows:
        report, kind = held[row.settled], _kind(row)
        if kind == "event":
            start, stop, who, what, day = row.done_start, row.done_stop, row.actors, row.category, row.began
        elif kind == "article":
            (start, stop), who, what, day = _best_line(report, phrases), None, None, row.created
        else:
            start, stop, who, what, day = row.said_start, row.said_stop, row.speaker, row.act, row.said_begin
        yield Found(
            kind=kind, id=row.id, article_id=row.article_id, page_id=row.page_id, key=row.key, url=row.url, outlet=row.outlet,
            created=row.created, headline=row.headline, story_id=row.story_id, story=row.story,
            words=report.page.text[start:stop], start=start, stop=stop, line=line_of(report, start), who=who or None, what=what,
            day=day, superseded=bool(row.superseded),
        )


def _best_line(report: Report, phrases: _Phrases) -> tuple[int, int]:
    """The line of the article that holds most of what is searched for; the first of them."""
    best, most = (0, 0), -1
    for block in report.article.blocks if report.article else ():
        start = block.span.start
        for line in report.page.text[start : block.span.end].split("\n") if block.role in READ_ON else ():
            words = fold_words(line)
            held = sum(has_phrase(words, phrase) for phrase in phrases)
            if held > most:
                best, most = (start + len(line) - len(line.lstrip()), start + len(line.rstrip())), held
            start += len(line) + 1
    return best
