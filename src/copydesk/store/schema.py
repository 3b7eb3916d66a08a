"""The tables of a ledger, one schema for SQLite and PostgreSQL. docs/steps/store.md says what each is for.

Times are ISO 8601 in UTC; spans are code points of the page's text, half-open; ids are those of the records.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
)
from sqlalchemy.engine import Dialect

VERSION = "0002"  # of the newest migration

TABLES = MetaData(naming_convention={
    "ix": "ix_%(table_name)s_%(column_0_N_name)s", "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s", "pk": "pk_%(table_name)s",
})


class Words(TypeDecorator[str]):
    """Text as it is. PostgreSQL holds no NUL: there it is written as backslash and 0, and a backslash twice."""

    impl = Text
    cache_ok = True

    def bind_processor(self, dialect: Dialect) -> Callable[[str | None], str | None] | None:
        """What makes of a text what the database holds."""
        return _escape if dialect.name == "postgresql" else None

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[str | None], str | None] | None:
        """What makes of that the text."""
        return _unescape if dialect.name == "postgresql" else None


def _escape(value: str | None) -> str | None:
    return value.replace("\\", "\\\\").replace("\x00", "\\0") if value else value


def _unescape(value: str | None) -> str | None:
    if not value or "\\" not in value:
        return value
    return "\\".join(part.replace("\\0", "\x00") for part in value.split("\\\\"))


def _text(name: str, *more: Any, needed: bool = True) -> Column[Any]:
    return Column(name, Words, *more, nullable=not needed)


def _maybe(name: str, *more: Any) -> Column[Any]:
    return _text(name, *more, needed=False)


def _json(name: str, *, needed: bool = True) -> Column[Any]:
    """JSON as text; a NUL in it is escaped by JSON itself."""
    return Column(name, Text, nullable=not needed)


def _count(name: str, *more: Any, needed: bool = True) -> Column[Any]:
    return Column(name, Integer, *more, nullable=not needed)


def _numbered() -> Column[Any]:
    return Column("number", Integer, primary_key=True, autoincrement=True)


# One row: how often what stories are built from changed, and up to which change they were built.
ledger = Table(
    "ledger", TABLES, Column("id", Integer, primary_key=True, autoincrement=False), _count("inputs"), _count("rebuilt"),
)

# What was captured: bytes once, and each place they were found at.
files = Table(
    "files", TABLES, Column("sha256", Text, primary_key=True), Column("bytes", LargeBinary, nullable=False), _count("size"),
    _text("recorded_at"),
)
captures = Table(
    "captures", TABLES, _numbered(), _text("id"), _text("place"), _text("sha256", ForeignKey("files.sha256")), _text("name"),
    _maybe("media_type"), _maybe("address"), _maybe("stated_url"), _maybe("outlet"), _maybe("created"),
    _maybe("translation_of"), _maybe("fetched_at"), _json("headers", needed=False), _text("seen_at"), _text("recorded_at"),
    _maybe("read_by"), _maybe("read_at"), UniqueConstraint("id"), Index(None, "place"),
)

# What was read of it.
texts = Table("texts", TABLES, Column("sha256", Text, primary_key=True), _text("text"))
report_versions = Table(
    "report_versions", TABLES, Column("sha256", Text, primary_key=True), _text("text_sha256", ForeignKey("texts.sha256")),
    _json("json"),
)
pages = Table(
    "pages", TABLES, Column("id", Text, primary_key=True), _count("capture", ForeignKey("captures.number")), _text("key"),
    _text("text_sha256", ForeignKey("texts.sha256")), _text("sha256"), _maybe("url"), _maybe("outlet"), _text("media_type"),
    _maybe("fetched_at"), _maybe("superseded_by", ForeignKey("pages.id")), _text("read_by"), _text("recorded_at"),
)
page_places = Table(
    "page_places", TABLES, Column("page_id", Text, ForeignKey("pages.id"), primary_key=True),
    Column("place", Words, primary_key=True), _count("capture", ForeignKey("captures.number")), _text("seen_at"),
    Index(None, "place"),
)
refusals = Table(
    "refusals", TABLES, Column("page_id", Text, ForeignKey("pages.id"), primary_key=True),
    Column("position", Integer, primary_key=True, autoincrement=False), _text("stage"), _text("reason"),
)
reports = Table(
    "reports", TABLES, Column("id", Text, primary_key=True), _text("page_id", ForeignKey("pages.id")), _count("position"),
    _text("as_read", ForeignKey("report_versions.sha256")), _text("settled", ForeignKey("report_versions.sha256")),
    Index(None, "page_id"),
)
rereadings = Table(
    "rereadings", TABLES, Column("id", Text, primary_key=True), _text("version", ForeignKey("report_versions.sha256")),
)

# The same, laid flat for lists and search: one row an article, statement, event.
articles = Table(
    "articles", TABLES, Column("id", Text, ForeignKey("reports.id"), primary_key=True),
    _text("page_id", ForeignKey("pages.id")), _maybe("story_id", ForeignKey("stories.id")), _maybe("headline"),
    _maybe("outlet"), _maybe("wire"), _maybe("created"), _text("created_basis"), _maybe("updated"), _maybe("language"),
    Column("is_card", Boolean, nullable=False), _maybe("entry_of"), _maybe("url"), Index(None, "page_id"),
    Index(None, "story_id"),
)
statements = Table(
    "statements", TABLES, Column("article_id", Text, ForeignKey("articles.id"), primary_key=True),
    Column("id", Text, primary_key=True), _maybe("speaker"), _maybe("speaker_id"), _text("speaker_kind"),
    _maybe("role"), _maybe("organisation"), _text("act"), _text("manner"), _text("utterance"), _text("polarity"),
    _text("certainty"), _maybe("said_begin"), _maybe("said_end"), _text("words"), _count("start"), _count("stop"),
    _count("line"),
)
events = Table(
    "events", TABLES, Column("article_id", Text, ForeignKey("articles.id"), primary_key=True),
    Column("id", Text, primary_key=True), _text("category"), _text("modes"), _text("status"), _text("actors"),
    _text("recipients"), _maybe("began"), _maybe("ended"), _maybe("place"), _maybe("country"), _text("words"),
    _count("start"), _count("stop"), _count("line"),
)
search_rows = Table(
    "search_rows", TABLES, _numbered(), _text("kind"), _text("article_id", ForeignKey("articles.id")), _maybe("id"),
    Index(None, "article_id"),
)

# Stories and their editions.
stories = Table(
    "stories", TABLES, Column("id", Text, primary_key=True), _text("title"), _maybe("as_of"), _count("edition"),
    _count("articles"), _count("outlets"), _count("origins"), _text("fingerprint"), _text("opened_at"), _text("changed_at"),
    _maybe("ended_at"), _maybe("merged_into", ForeignKey("stories.id")),
)
editions = Table(
    "editions", TABLES, Column("story_id", Text, ForeignKey("stories.id"), primary_key=True),
    Column("edition", Integer, primary_key=True, autoincrement=False), _maybe("as_of"), _text("title"), _json("json"),
    _text("recorded_at"),
)
edition_reports = Table(
    "edition_reports", TABLES, Column("story_id", Text, ForeignKey("stories.id"), primary_key=True),
    Column("edition", Integer, primary_key=True, autoincrement=False),
    Column("position", Integer, primary_key=True, autoincrement=False),
    _text("version", ForeignKey("report_versions.sha256")), _maybe("article_id"), _text("page_id"),
)
edition_changes = Table(
    "edition_changes", TABLES, Column("story_id", Text, ForeignKey("stories.id"), primary_key=True),
    Column("edition", Integer, primary_key=True, autoincrement=False),
    Column("position", Integer, primary_key=True, autoincrement=False), _text("kind"), _text("gist"), _maybe("before"),
    _maybe("after"), _maybe("page_id"), _maybe("words"),
)
claims = Table(
    "claims", TABLES, Column("story_id", Text, ForeignKey("stories.id"), primary_key=True),
    Column("id", Text, primary_key=True), _text("gist"), _text("standing"), _text("outlets"), _text("origins"),
    _count("carried_by"), _count("traced_to"),
)
expectations = Table(
    "expectations", TABLES, Column("story_id", Text, ForeignKey("stories.id"), primary_key=True),
    Column("id", Text, primary_key=True), _text("gist"), _maybe("due"), _text("status"), _maybe("settled_by"),
)

# What people judged, and everything that happened to the ledger.
judgements = Table(
    "judgements", TABLES, _numbered(), _text("id"), _text("kind"), _json("cells"), _text("told"), _maybe("story_id"),
    _maybe("page_id"), Column("by", Words, nullable=False), _maybe("why"), _text("happened_at"), _text("recorded_at"),
    _maybe("undoes"), UniqueConstraint("id"),
)
history = Table(
    "history", TABLES, _numbered(), _text("recorded_at"), _text("what"), _text("kind"), _text("id"), _maybe("other"),
    _maybe("told"), Index(None, "kind", "id"),
)
