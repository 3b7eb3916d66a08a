"""Views for a person who opens a ledger in Datasette or psql: pages, sayings, events and judgements with their names beside."""

from __future__ import annotations

from alembic import op

revision = "0002"
down_revision = "0001"

_PAGE = 'p.key AS page, a.outlet, a.created, a.headline, s.title AS story'
_JOINED = 'JOIN articles a ON a.id = x.article_id JOIN pages p ON p.id = a.page_id LEFT JOIN stories s ON s.id = a.story_id'
_VIEWS = {
    "current_articles": (
        "SELECT a.id, p.key AS page, p.url, a.outlet, a.wire, a.created, a.created_basis, a.headline, a.language, "
        "s.title AS story, a.story_id, r.position FROM articles a JOIN pages p ON p.id = a.page_id "
        "JOIN reports r ON r.id = a.id LEFT JOIN stories s ON s.id = a.story_id "
        "WHERE p.superseded_by IS NULL AND a.is_card = {false}"
    ),
    "sayings": (
        "SELECT x.speaker, x.organisation, x.act, x.manner, x.certainty, x.said_begin AS said_on, x.words, "
        f"x.line, {_PAGE}, x.id, x.article_id, a.story_id FROM statements x {_JOINED} WHERE p.superseded_by IS NULL"
    ),
    "coded_events": (
        "SELECT x.began, x.category, x.modes, x.status, x.actors, x.recipients, x.place, x.country, x.words, "
        f"x.line, {_PAGE}, x.id, x.article_id, a.story_id FROM events x {_JOINED} WHERE p.superseded_by IS NULL"
    ),
    "revisions": (
        "SELECT l.place, l.seen_at, p.key AS page, p.id AS page_id, p.superseded_by, t.text FROM page_places l "
        "JOIN pages p ON p.id = l.page_id JOIN texts t ON t.sha256 = p.text_sha256"
    ),
    "judged": (
        'SELECT j.happened_at, j."by", j.told, j.why, j.kind, j.story_id, j.page_id, j.id FROM judgements j '
        "WHERE j.undoes IS NULL AND NOT EXISTS (SELECT 1 FROM judgements u WHERE u.undoes = j.id "
        "AND NOT EXISTS (SELECT 1 FROM judgements v WHERE v.undoes = u.id))"
    ),
}


def upgrade() -> None:
    """Make the views."""
    false = "0" if op.get_context().dialect.name == "sqlite" else "false"
    for name, query in _VIEWS.items():
        op.execute(f"CREATE VIEW {name} AS {query.format(false=false)}")


def downgrade() -> None:
    """Remove them."""
    for name in _VIEWS:
        op.execute(f"DROP VIEW {name}")
