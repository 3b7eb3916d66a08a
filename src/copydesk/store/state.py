"""What stories are built from: the current reports of a ledger, as one moment has them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, insert, select, update

from copydesk.record import Report
from copydesk.record.kept import Judgement, StoryRow
from copydesk.store.counting import read_counts
from copydesk.store.editions import list_stories, load_anchors, load_places
from copydesk.store.judgements import list_judgements
from copydesk.store.rows import write_rows
from copydesk.store.schema import page_places, pages, reports, rereadings
from copydesk.store.versions import keep_version, load_versions


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """A ledger at one moment. inputs: how often it had changed by then. reports: as read, of pages not superseded.

    versions: the version of each report, by its place in `reports`. places: of every page, superseded or not, by its id.
    anchors: see `load_anchors`. current: the page that stands last at each place.
    """

    inputs: int
    reports: tuple[Report, ...]
    versions: tuple[str, ...]
    judgements: tuple[Judgement, ...]
    stories: tuple[StoryRow, ...]
    anchors: Mapping[str, frozenset[str]]
    places: Mapping[str, frozenset[str]]
    current: Mapping[str, str]
    rereadings: Mapping[str, str]


def load_state(connection: Connection) -> State:
    """The ledger as it is now."""
    listed = (
        select(reports.c.as_read).join(pages).where(pages.c.superseded_by.is_(None))
        .order_by(reports.c.page_id, reports.c.position, reports.c.id)
    )
    versions = tuple(connection.execute(listed).scalars())
    held = load_versions(connection, versions)
    standing = select(page_places.c.place, page_places.c.page_id).order_by(
        page_places.c.seen_at, page_places.c.capture, page_places.c.page_id,
    )
    return State(
        inputs=read_counts(connection)[0], reports=tuple(held[one] for one in versions), versions=versions,
        judgements=list_judgements(connection), stories=list_stories(connection, ended=True),
        anchors=load_anchors(connection),
        places=load_places(connection, set(connection.execute(select(pages.c.id)).scalars())),
        current=dict(connection.execute(standing).all()),
        rereadings=dict(connection.execute(select(rereadings.c.id, rereadings.c.version)).all()),
    )


def keep_rereading(connection: Connection, one: str, report: Report) -> None:
    """Keep a report that was read again with a settled day or outlet. one: what it was read from, and with what."""
    if connection.execute(select(rereadings.c.id).where(rereadings.c.id == one)).first() is None:
        connection.execute(insert(rereadings).values(id=one, version=keep_version(connection, report)))


def keep_settled(connection: Connection, settled: Iterable[tuple[str, Report]]) -> None:
    """Keep the reports as stories see them, by the ids under which they were read; rows and index follow them."""
    now = dict(connection.execute(select(reports.c.id, reports.c.settled)).all())
    for one, report in settled:
        version = keep_version(connection, report)
        if one in now and now[one] != version:
            connection.execute(update(reports).where(reports.c.id == one).values(settled=version))
            write_rows(connection, one, report)


def is_stale(connection: Connection) -> bool:
    """Whether something changed since the stories were built."""
    inputs, rebuilt = read_counts(connection)
    return inputs != rebuilt
