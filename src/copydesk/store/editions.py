"""Stories as they stand and stood: an edition each time one changed, with the reports it was made of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Protocol

from sqlalchemy import Connection, delete, func, insert, select, update

from copydesk.errors import BadOption
from copydesk.record import Evidence, Report, Story
from copydesk.record.codec import read_story, write_json
from copydesk.record.kept import EditionChange, StoryRow
from copydesk.store.counting import split_up
from copydesk.store.history import What, note
from copydesk.store.readings import report_id
from copydesk.store.schema import (
    articles,
    claims,
    edition_changes,
    edition_reports,
    editions,
    expectations,
    page_places,
    stories,
)
from copydesk.store.versions import keep_version, load_versions

SHORTEST = 4  # signs of an id that are told from a number in a list


class Change(Protocol):
    """What `follow` tells of two editions."""

    @property
    def kind(self) -> str: ...  # noqa: D102
    @property
    def gist(self) -> str: ...  # noqa: D102
    @property
    def before(self) -> str | None: ...  # noqa: D102
    @property
    def after(self) -> str | None: ...  # noqa: D102
    @property
    def evidence(self) -> tuple[Evidence, ...]: ...  # noqa: D102


def list_stories(connection: Connection, *, ended: bool = False) -> tuple[StoryRow, ...]:
    """The stories, the newest day first, then the larger. ended: also those that ended or are now part of another."""
    found = select(stories).order_by(
        func.coalesce(stories.c.as_of, "").desc(), stories.c.articles.desc(), stories.c.id,
    )
    rows = connection.execute(found if ended else found.where(stories.c.ended_at.is_(None)))
    return tuple(StoryRow(**row._asdict()) for row in rows)


def find_story(connection: Connection, named: str) -> StoryRow:
    """The story of that number in the list, that id, or the only one whose id begins so; merged ones lead on.

    What is shorter than SHORTEST is a number. Raises BadOption where there is none.
    """
    listed = list_stories(connection)
    if named.isdigit() and 1 <= int(named) <= len(listed):
        return listed[int(named) - 1]
    if len(named.removeprefix("story:")) < SHORTEST:
        told = f"there are {len(listed)} stories, numbered from 1; of an id at least {SHORTEST} signs are needed"
        raise BadOption(f"--story {named}: {told}")
    every = {one.id: one for one in list_stories(connection, ended=True)}
    wanted = named if named.startswith("story:") else f"story:{named}"
    fitting = [every[wanted]] if wanted in every else [one for one in every.values() if one.id.startswith(wanted)]
    if len(fitting) != 1:
        told = "several stories begin so" if fitting else f"there are {len(listed)} stories, numbered from 1"
        raise BadOption(f"--story {named}: {told}; `copydesk stories` lists them")
    one = fitting[0]
    while one.merged_into is not None:
        one = every[one.merged_into]
    return one


def load_edition(connection: Connection, story_id: str, edition: int | None = None) -> Story:
    """The story as an edition has it, the latest by default, under its id in the ledger. Raises BadOption."""
    found = select(editions).where(editions.c.story_id == story_id).order_by(editions.c.edition.desc())
    row = connection.execute(found if edition is None else found.where(editions.c.edition == edition)).first()
    if row is None:
        raise BadOption(f"--edition {edition}: {story_id} has no such edition; `copydesk stories` tells how many there are")
    of_it = (edition_reports.c.story_id == story_id) & (edition_reports.c.edition == row.edition)
    listed = select(edition_reports.c.version).where(of_it).order_by(edition_reports.c.position)
    versions = connection.execute(listed).scalars().all()
    held = load_versions(connection, versions)
    return replace(read_story(row.json), reports=tuple(held[version] for version in versions))


def list_edition_changes(
    connection: Connection, *, story_id: str | None = None, since: str | None = None,
) -> tuple[EditionChange, ...]:
    """What editions have otherwise than the ones before, oldest first; of one story, or made from a time on."""
    made = (editions.c.story_id == edition_changes.c.story_id) & (editions.c.edition == edition_changes.c.edition)
    found = select(edition_changes, editions.c.recorded_at).join(editions, made).order_by(
        editions.c.recorded_at, edition_changes.c.story_id, edition_changes.c.edition, edition_changes.c.position,
    )
    if story_id is not None:
        found = found.where(edition_changes.c.story_id == story_id)
    if since is not None:
        found = found.where(editions.c.recorded_at >= since)
    return tuple(
        EditionChange(**{name: cell for name, cell in row._asdict().items() if name != "position"})
        for row in connection.execute(found)
    )


def load_anchors(connection: Connection) -> Mapping[str, frozenset[str]]:
    """What each story is known by again: the ids of its articles and the places of its pages, by its id; ended ones too."""
    latest = select(edition_reports.c.story_id, edition_reports.c.article_id, edition_reports.c.page_id).join(
        stories, (stories.c.id == edition_reports.c.story_id) & (stories.c.edition == edition_reports.c.edition),
    )
    rows = connection.execute(latest).all()
    at = load_places(connection, {row.page_id for row in rows})
    found: dict[str, set[str]] = {}
    for row in rows:
        found.setdefault(row.story_id, set()).update(at.get(row.page_id, ()), (row.article_id,) if row.article_id else ())
    return {one: frozenset(anchors) for one, anchors in found.items()}


def load_places(connection: Connection, page_ids: set[str]) -> Mapping[str, frozenset[str]]:
    """Where each page stands or stood, by its id."""
    found: dict[str, set[str]] = {}
    for some in split_up(sorted(page_ids)):
        listed = select(page_places.c.page_id, page_places.c.place).where(page_places.c.page_id.in_(some))
        for page_id, place in connection.execute(listed):
            found.setdefault(page_id, set()).add(place)
    return {one: frozenset(places) for one, places in found.items()}


def keep_edition(
    connection: Connection, story: Story, changes: Sequence[Change], *, fingerprint: str, at: str,
) -> int:
    """Write the story down as its newest edition; the number of that edition. story.id: its id in the ledger."""
    known = connection.execute(select(stories.c.edition, stories.c.ended_at).where(stories.c.id == story.id)).first()
    edition = known.edition + 1 if known else 1
    title = " ".join(story.title.split())
    told = {
        "title": title, "as_of": story.as_of, "edition": edition, "articles": story.coverage.articles,
        "outlets": _count_outlets(story), "origins": len({name for claim in story.claims for name in claim.origins}),
        "fingerprint": fingerprint, "changed_at": at, "ended_at": None, "merged_into": None,
    }
    if known is None:
        connection.execute(insert(stories).values(id=story.id, opened_at=at, **told))
    else:
        connection.execute(update(stories).where(stories.c.id == story.id).values(**told))
    connection.execute(insert(editions).values(
        story_id=story.id, edition=edition, as_of=story.as_of, title=title, recorded_at=at,
        json=write_json(replace(story, reports=())),
    ))
    _keep_reports(connection, story.id, edition, story.reports)
    _keep_changes(connection, story.id, edition, changes)
    _keep_rows(connection, story)
    what: What = "opened" if known is None else "returned" if known.ended_at else "edition"
    note(connection, what, "story", story.id, at=at, other=str(edition), told=title)
    return edition


def keep_fingerprint(connection: Connection, story_id: str, fingerprint: str) -> None:
    """Say of what the latest edition was made, where that changed and the edition did not."""
    connection.execute(update(stories).where(stories.c.id == story_id).values(fingerprint=fingerprint))


def end_story(connection: Connection, story_id: str, *, into: str | None, at: str) -> None:
    """Say that a story is no more: part of another, or without any article. Its row and editions stay."""
    connection.execute(update(stories).where(stories.c.id == story_id).values(ended_at=at, changed_at=at, merged_into=into))
    note(connection, "merged" if into else "ended", "story", story_id, at=at, other=into)


def place_articles(connection: Connection, of: Mapping[str, str]) -> None:
    """Say of every article which story it is in; of: story ids by article id. One that is in none has none."""
    now = dict(connection.execute(select(articles.c.id, articles.c.story_id)).all())
    for one, before in now.items():
        if before != of.get(one):
            connection.execute(update(articles).where(articles.c.id == one).values(story_id=of.get(one)))


def _count_outlets(story: Story) -> int:
    """Outlets that carry the story; a page whose outlet nobody names is one of its own."""
    full = [report for report in story.reports if report.article and not report.article.is_card]
    return len({(one.article.outlet if one.article else None) or one.page.outlet or one.page.id for one in full})


def _keep_reports(connection: Connection, story_id: str, edition: int, reports: Sequence[Report]) -> None:
    for position, report in enumerate(reports):
        connection.execute(insert(edition_reports).values(
            story_id=story_id, edition=edition, position=position, version=keep_version(connection, report),
            article_id=report_id(report) if report.article else None, page_id=report.page.id,
        ))


def _keep_changes(connection: Connection, story_id: str, edition: int, changes: Sequence[Change]) -> None:
    for position, one in enumerate(changes):
        connection.execute(insert(edition_changes).values(
            story_id=story_id, edition=edition, position=position, kind=one.kind, gist=one.gist, before=one.before,
            after=one.after, page_id=one.evidence[0].page_id if one.evidence else None,
            words=one.evidence[0].words if one.evidence else None,
        ))


def _keep_rows(connection: Connection, story: Story) -> None:
    """The claims and expectations of the latest edition, a row each."""
    for table in (claims, expectations):
        connection.execute(delete(table).where(table.c.story_id == story.id))
    for claim in {one.id: one for one in story.claims}.values():
        connection.execute(insert(claims).values(
            story_id=story.id, id=claim.id, gist=claim.gist, standing=claim.standing, outlets="; ".join(claim.outlets),
            origins="; ".join(claim.origins), carried_by=len(claim.outlets), traced_to=len(claim.origins),
        ))
    for awaited in {one.id: one for one in story.expectations}.values():
        connection.execute(insert(expectations).values(
            story_id=story.id, id=awaited.id, gist=awaited.gist, due=awaited.due, status=awaited.status,
            settled_by=awaited.settled_by,
        ))
