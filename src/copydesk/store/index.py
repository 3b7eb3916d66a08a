"""The index of words: rows written and taken away by hand, in SQLite's FTS5 or in a tsvector of PostgreSQL."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from sqlalchemy import Connection, delete, insert, select, text

from copydesk.store.counting import split_up
from copydesk.store.folding import fold_text
from copydesk.store.schema import search_rows

SearchKind = Literal["article", "statement", "event"]
_LONGEST = 900_000  # characters of one row that are indexed; a tsvector of PostgreSQL holds at most a megabyte
_DELETE = {
    "sqlite": "DELETE FROM search_words WHERE rowid = :number", "postgresql": "DELETE FROM search_words WHERE number = :number",
}
_INSERT = {
    "sqlite": "INSERT INTO search_words (rowid, words) VALUES (:number, :words)",
    "postgresql": "INSERT INTO search_words (number, words) VALUES (:number, to_tsvector('simple', :words))",
}
_FIND = {
    "sqlite": "SELECT rowid FROM search_words WHERE search_words MATCH :asked ORDER BY bm25(search_words), rowid",
    "postgresql": (
        "SELECT number FROM search_words, to_tsquery('simple', :asked) AS asked WHERE words @@ asked "
        "ORDER BY ts_rank(words, asked) DESC, number"
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Indexed:
    """What is found by its words: an article, or the statement or event of that id in it."""

    kind: SearchKind
    article_id: str
    id: str | None
    words: str


def index_rows(connection: Connection, rows: Iterable[Indexed]) -> None:
    """Put rows into the index."""
    for one in rows:
        added = connection.execute(insert(search_rows).values(kind=one.kind, article_id=one.article_id, id=one.id))
        number = added.inserted_primary_key[0]  # type: ignore[index]
        words = fold_text(one.words)[:_LONGEST]
        connection.execute(text(_INSERT[connection.dialect.name]), {"number": number, "words": words})


def unindex_article(connection: Connection, article_id: str) -> None:
    """Take what was indexed of an article away."""
    of_it = search_rows.c.article_id == article_id
    numbers = connection.execute(select(search_rows.c.number).where(of_it)).scalars().all()
    for some in split_up(numbers):
        connection.execute(text(_DELETE[connection.dialect.name]), [{"number": number} for number in some])
    connection.execute(delete(search_rows).where(of_it))


def find_numbers(connection: Connection, phrases: Sequence[Sequence[str]]) -> tuple[int, ...]:
    """Numbers of the rows that hold every phrase, the likeliest first; none where there is no phrase."""
    if not phrases:
        return ()
    write = _write_fts5 if connection.dialect.name == "sqlite" else _write_tsquery
    asked = {"asked": write(phrases)}
    return tuple(connection.execute(text(_FIND[connection.dialect.name]), asked).scalars())


def _write_fts5(phrases: Sequence[Sequence[str]]) -> str:
    told = []
    for phrase in phrases:
        words = [word for word in phrase if word != "*"]
        told.append('"' + " ".join(words) + '"' + ("*" if phrase[-1] == "*" else ""))
    return " AND ".join(told)


def _write_tsquery(phrases: Sequence[Sequence[str]]) -> str:
    told = []
    for phrase in phrases:
        words = [f"'{word}'" for word in phrase if word != "*"]
        told.append("(" + " <-> ".join(words) + (":*" if phrase[-1] == "*" else "") + ")")
    return " & ".join(told)
