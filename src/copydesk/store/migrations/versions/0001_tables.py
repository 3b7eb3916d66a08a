"""The tables of the first ledgers, and their index of words.

A copy of `schema.py` as it was then: a migration never changes.
"""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

_WORDS = {
    "sqlite": (
        "CREATE VIRTUAL TABLE search_words USING fts5(words, tokenize = 'unicode61 remove_diacritics 2')",
    ),
    "postgresql": (
        "CREATE TABLE search_words (number INTEGER PRIMARY KEY, words TSVECTOR NOT NULL)",
        "CREATE INDEX ix_search_words_words ON search_words USING gin (words)",
    ),
}
_TABLES = (
    "statements", "search_rows", "events", "articles", "reports", "refusals", "page_places", "rereadings", "pages",
    "edition_reports", "report_versions", "expectations", "editions", "edition_changes", "claims", "captures", "texts",
    "stories", "ledger", "judgements", "history", "files",
)


def _text(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.Text(), nullable=False)


def _maybe(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.Text(), nullable=True)


def _count(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.Integer(), nullable=False)


def upgrade() -> None:
    """Make the tables, empty, with the one row that counts changes."""
    op.create_table(
        "files", _text("sha256"), sa.Column("bytes", sa.LargeBinary(), nullable=False), _count("size"),
        _text("recorded_at"), sa.PrimaryKeyConstraint("sha256", name=op.f("pk_files")),
    )
    op.create_table(
        "history", sa.Column("number", sa.Integer(), autoincrement=True, nullable=False), _text("recorded_at"),
        _text("what"), _text("kind"), _text("id"), _maybe("other"), _maybe("told"),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_history")),
    )
    op.create_index(op.f("ix_history_kind_id"), "history", ["kind", "id"])
    op.create_table(
        "judgements", sa.Column("number", sa.Integer(), autoincrement=True, nullable=False), _text("id"), _text("kind"),
        _text("cells"), _text("told"), _maybe("story_id"), _maybe("page_id"), _text("by"), _maybe("why"),
        _text("happened_at"), _text("recorded_at"), _maybe("undoes"),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_judgements")),
        sa.UniqueConstraint("id", name=op.f("uq_judgements_id")),
    )
    op.create_table(
        "ledger", sa.Column("id", sa.Integer(), autoincrement=False, nullable=False), _count("inputs"), _count("rebuilt"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ledger")),
    )
    op.create_table(
        "stories", _text("id"), _text("title"), _maybe("as_of"), _count("edition"), _count("articles"), _count("outlets"),
        _count("origins"), _text("fingerprint"), _text("opened_at"), _text("changed_at"), _maybe("ended_at"),
        _maybe("merged_into"),
        sa.ForeignKeyConstraint(["merged_into"], ["stories.id"], name=op.f("fk_stories_merged_into")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_stories")),
    )
    op.create_table(
        "texts", _text("sha256"), _text("text"), sa.PrimaryKeyConstraint("sha256", name=op.f("pk_texts")),
    )
    op.create_table(
        "captures", sa.Column("number", sa.Integer(), autoincrement=True, nullable=False), _text("id"), _text("place"),
        _text("sha256"), _text("name"), _maybe("media_type"), _maybe("address"), _maybe("stated_url"), _maybe("outlet"),
        _maybe("created"), _maybe("translation_of"), _maybe("fetched_at"), _maybe("headers"), _text("seen_at"),
        _text("recorded_at"), _maybe("read_by"), _maybe("read_at"),
        sa.ForeignKeyConstraint(["sha256"], ["files.sha256"], name=op.f("fk_captures_sha256")),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_captures")), sa.UniqueConstraint("id", name=op.f("uq_captures_id")),
    )
    op.create_index(op.f("ix_captures_place"), "captures", ["place"])
    op.create_table(
        "claims", _text("story_id"), _text("id"), _text("gist"), _text("standing"), _text("outlets"), _text("origins"),
        _count("carried_by"), _count("traced_to"),
        sa.ForeignKeyConstraint(["story_id"], ["stories.id"], name=op.f("fk_claims_story_id")),
        sa.PrimaryKeyConstraint("story_id", "id", name=op.f("pk_claims")),
    )
    op.create_table(
        "edition_changes", _text("story_id"), sa.Column("edition", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False), _text("kind"), _text("gist"),
        _maybe("before"), _maybe("after"), _maybe("page_id"), _maybe("words"),
        sa.ForeignKeyConstraint(["story_id"], ["stories.id"], name=op.f("fk_edition_changes_story_id")),
        sa.PrimaryKeyConstraint("story_id", "edition", "position", name=op.f("pk_edition_changes")),
    )
    op.create_table(
        "editions", _text("story_id"), sa.Column("edition", sa.Integer(), autoincrement=False, nullable=False),
        _maybe("as_of"), _text("title"), _text("json"), _text("recorded_at"),
        sa.ForeignKeyConstraint(["story_id"], ["stories.id"], name=op.f("fk_editions_story_id")),
        sa.PrimaryKeyConstraint("story_id", "edition", name=op.f("pk_editions")),
    )
    op.create_table(
        "expectations", _text("story_id"), _text("id"), _text("gist"), _maybe("due"), _text("status"), _maybe("settled_by"),
        sa.ForeignKeyConstraint(["story_id"], ["stories.id"], name=op.f("fk_expectations_story_id")),
        sa.PrimaryKeyConstraint("story_id", "id", name=op.f("pk_expectations")),
    )
    op.create_table(
        "report_versions", _text("sha256"), _text("text_sha256"), _text("json"),
        sa.ForeignKeyConstraint(["text_sha256"], ["texts.sha256"], name=op.f("fk_report_versions_text_sha256")),
        sa.PrimaryKeyConstraint("sha256", name=op.f("pk_report_versions")),
    )
    op.create_table(
        "edition_reports", _text("story_id"), sa.Column("edition", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False), _text("version"), _maybe("article_id"),
        _text("page_id"), sa.ForeignKeyConstraint(["story_id"], ["stories.id"], name=op.f("fk_edition_reports_story_id")),
        sa.ForeignKeyConstraint(["version"], ["report_versions.sha256"], name=op.f("fk_edition_reports_version")),
        sa.PrimaryKeyConstraint("story_id", "edition", "position", name=op.f("pk_edition_reports")),
    )
    op.create_table(
        "pages", _text("id"), _count("capture"), _text("key"), _text("text_sha256"), _text("sha256"), _maybe("url"),
        _maybe("outlet"), _text("media_type"), _maybe("fetched_at"), _maybe("superseded_by"), _text("read_by"),
        _text("recorded_at"), sa.ForeignKeyConstraint(["capture"], ["captures.number"], name=op.f("fk_pages_capture")),
        sa.ForeignKeyConstraint(["superseded_by"], ["pages.id"], name=op.f("fk_pages_superseded_by")),
        sa.ForeignKeyConstraint(["text_sha256"], ["texts.sha256"], name=op.f("fk_pages_text_sha256")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pages")),
    )
    op.create_table(
        "rereadings", _text("id"), _text("version"),
        sa.ForeignKeyConstraint(["version"], ["report_versions.sha256"], name=op.f("fk_rereadings_version")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rereadings")),
    )
    op.create_table(
        "page_places", _text("page_id"), _text("place"), _count("capture"), _text("seen_at"),
        sa.ForeignKeyConstraint(["capture"], ["captures.number"], name=op.f("fk_page_places_capture")),
        sa.ForeignKeyConstraint(["page_id"], ["pages.id"], name=op.f("fk_page_places_page_id")),
        sa.PrimaryKeyConstraint("page_id", "place", name=op.f("pk_page_places")),
    )
    op.create_index(op.f("ix_page_places_place"), "page_places", ["place"])
    op.create_table(
        "refusals", _text("page_id"), sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        _text("stage"), _text("reason"),
        sa.ForeignKeyConstraint(["page_id"], ["pages.id"], name=op.f("fk_refusals_page_id")),
        sa.PrimaryKeyConstraint("page_id", "position", name=op.f("pk_refusals")),
    )
    op.create_table(
        "reports", _text("id"), _text("page_id"), _count("position"), _text("as_read"), _text("settled"),
        sa.ForeignKeyConstraint(["as_read"], ["report_versions.sha256"], name=op.f("fk_reports_as_read")),
        sa.ForeignKeyConstraint(["page_id"], ["pages.id"], name=op.f("fk_reports_page_id")),
        sa.ForeignKeyConstraint(["settled"], ["report_versions.sha256"], name=op.f("fk_reports_settled")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reports")),
    )
    op.create_index(op.f("ix_reports_page_id"), "reports", ["page_id"])
    op.create_table(
        "articles", _text("id"), _text("page_id"), _maybe("story_id"), _maybe("headline"), _maybe("outlet"), _maybe("wire"),
        _maybe("created"), _text("created_basis"), _maybe("updated"), _maybe("language"),
        sa.Column("is_card", sa.Boolean(), nullable=False), _maybe("entry_of"), _maybe("url"),
        sa.ForeignKeyConstraint(["id"], ["reports.id"], name=op.f("fk_articles_id")),
        sa.ForeignKeyConstraint(["page_id"], ["pages.id"], name=op.f("fk_articles_page_id")),
        sa.ForeignKeyConstraint(["story_id"], ["stories.id"], name=op.f("fk_articles_story_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_articles")),
    )
    op.create_index(op.f("ix_articles_page_id"), "articles", ["page_id"])
    op.create_index(op.f("ix_articles_story_id"), "articles", ["story_id"])
    op.create_table(
        "events", _text("article_id"), _text("id"), _text("category"), _text("modes"), _text("status"), _text("actors"),
        _text("recipients"), _maybe("began"), _maybe("ended"), _maybe("place"), _maybe("country"), _text("words"),
        _count("start"), _count("stop"), _count("line"),
        sa.ForeignKeyConstraint(["article_id"], ["articles.id"], name=op.f("fk_events_article_id")),
        sa.PrimaryKeyConstraint("article_id", "id", name=op.f("pk_events")),
    )
    op.create_table(
        "search_rows", sa.Column("number", sa.Integer(), autoincrement=True, nullable=False), _text("kind"),
        _text("article_id"), _maybe("id"),
        sa.ForeignKeyConstraint(["article_id"], ["articles.id"], name=op.f("fk_search_rows_article_id")),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_search_rows")),
    )
    op.create_index(op.f("ix_search_rows_article_id"), "search_rows", ["article_id"])
    op.create_table(
        "statements", _text("article_id"), _text("id"), _maybe("speaker"), _maybe("speaker_id"), _text("speaker_kind"),
        _maybe("role"), _maybe("organisation"), _text("act"), _text("manner"), _text("utterance"), _text("polarity"),
        _text("certainty"), _maybe("said_begin"), _maybe("said_end"), _text("words"), _count("start"), _count("stop"),
        _count("line"), sa.ForeignKeyConstraint(["article_id"], ["articles.id"], name=op.f("fk_statements_article_id")),
        sa.PrimaryKeyConstraint("article_id", "id", name=op.f("pk_statements")),
    )
    op.execute("INSERT INTO ledger (id, inputs, rebuilt) VALUES (1, 0, 0)")
    for command in _WORDS[op.get_context().dialect.name]:
        op.execute(command)


def downgrade() -> None:
    """Remove them."""
    op.execute("DROP TABLE search_words")
    for name in _TABLES:
        op.drop_table(name)
