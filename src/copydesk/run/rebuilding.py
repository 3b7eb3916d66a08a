"""Stories of a ledger built anew from its current reports: those that changed get an edition, and each keeps its id."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, MutableMapping, Sequence
from dataclasses import dataclass, replace

from copydesk.errors import NothingToRead
from copydesk.follow import Change, compare_editions
from copydesk.record import Report, Story
from copydesk.record.codec import write_json
from copydesk.record.ids import derive_id
from copydesk.run.desk import Desk
from copydesk.run.judging import Rulings, load_rulings
from copydesk.run.stories import Grouped, build_story, group_reports
from copydesk.run.threads import Thread, follow_threads
from copydesk.store import (
    Connection,
    Ledger,
    State,
    count_rebuilt,
    end_story,
    keep_edition,
    keep_fingerprint,
    keep_rereading,
    keep_settled,
    load_edition,
    load_state,
    load_versions,
    note,
    place_articles,
    read_counts,
)

TRIES = 5  # times that stories are built before another writer is kept waiting meanwhile


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """What became of a story: opened, edition, returned, merged, ended. number: of the edition; into: whose part it is now."""

    story_id: str
    title: str
    what: str
    number: int | None = None
    changes: tuple[Change, ...] = ()
    into: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Plan:
    """What a rebuild will write. settled: reports by the id under which they were read; homes: story ids by article id."""

    editions: tuple[tuple[Story, tuple[Change, ...], str], ...]
    refingered: Mapping[str, str]
    threads: tuple[Thread, ...]
    ended: Mapping[str, str | None]
    settled: tuple[Report, ...]
    homes: Mapping[str, str]
    rereadings: Mapping[str, Report]


class Rereadings(MutableMapping[str, Report]):
    """Reports that were read again, those of earlier rebuilds from the ledger. added: the new ones."""

    def __init__(self, ledger: Ledger, known: Mapping[str, str], version: str) -> None:
        self._ledger, self._known, self._version = ledger, known, version
        self.added: dict[str, Report] = {}

    def __getitem__(self, one: str) -> Report:
        key = self._key(one)
        if key in self.added:
            return self.added[key]
        with self._ledger.reading() as connection:
            return load_versions(connection, [self._known[key]])[self._known[key]]

    def __setitem__(self, one: str, report: Report) -> None:
        self.added[self._key(one)] = report

    def __delitem__(self, one: str) -> None:
        del self.added[self._key(one)]

    def __iter__(self) -> Iterator[str]:
        return iter({*self._known, *self.added})

    def __len__(self) -> int:
        return len({*self._known, *self.added})

    def __contains__(self, one: object) -> bool:
        return isinstance(one, str) and (self._key(one) in self._known or self._key(one) in self.added)

    def _key(self, one: str) -> str:
        return f"{one} {self._version}"


def rebuild(ledger: Ledger, desk: Desk, *, version: str, at: str) -> tuple[Edition, ...]:
    """Build the stories that changed; what became of them. Nothing is written where nothing changed.

    What another command adds meanwhile is seen: the stories are then built again. version: of copydesk.
    """
    for _ in range(TRIES):
        with ledger.reading() as connection:
            inputs, rebuilt = read_counts(connection)
            if inputs == rebuilt:
                return ()
            state = load_state(connection)
        plan = _plan(state, ledger, desk, version)
        with ledger.writing() as connection:
            if read_counts(connection)[0] == state.inputs:
                return _write(connection, plan, state, at)
    with ledger.writing() as connection:
        state = load_state(connection)
        return _write(connection, _plan(state, ledger, desk, version), state, at)


def _plan(state: State, ledger: Ledger, desk: Desk, version: str) -> _Plan:
    rereadings = Rereadings(ledger, state.rereadings, version)
    rulings = load_rulings(state)
    groups, grouped = _group(state, rulings, replace(desk, rereadings=rereadings))
    found = follow_threads(groups, state)
    fingers = {one.id: one.fingerprint for one in state.stories if one.ended_at is None}
    made, refingered = [], {}
    for thread in found.threads:
        assert grouped is not None
        told = rulings.tell(thread.members)
        alone = grouped.alone(thread.members, told=told)
        finger = _fingerprint(alone, told, version)
        if fingers.get(thread.story_id) == finger:
            continue
        story = replace(build_story(thread.members, alone, desk), id=thread.story_id)
        before = _load_before(ledger, thread)
        if before is not None and thread.story_id in fingers and write_json(before) == write_json(story):
            refingered[thread.story_id] = finger
            continue
        changes = compare_editions(old=before, new=story) if before else ()
        made.append((story, changes, finger))
    return _Plan(
        editions=tuple(made), refingered=refingered, threads=found.threads, ended=found.ended,
        settled=grouped.reports if grouped else (), rereadings=rereadings.added,
        homes={r.article.id: thread.story_id for thread in found.threads for r in thread.members if r.article},
    )


def _group(state: State, rulings: Rulings, desk: Desk) -> tuple[tuple[tuple[Report, ...], ...], Grouped | None]:
    if not state.reports:
        return (), None
    try:
        grouped = group_reports(state.reports, desk, corrections=rulings.corrections)
    except NothingToRead:
        return (), None
    return rulings.regroup(grouped.groups), grouped


def _fingerprint(alone: Grouped, told: Sequence[str], version: str) -> str:
    """Of all that an edition is made from: the reports of its pages as they are settled, its corrections, our version."""
    (members,) = alone.groups
    return derive_id("made", version, *sorted(map(write_json, members)), *sorted(map(write_json, alone.reports)), *told)


def _load_before(ledger: Ledger, thread: Thread) -> Story | None:
    if thread.is_new:
        return None
    with ledger.reading() as connection:
        return load_edition(connection, thread.story_id)


def _write(connection: Connection, plan: _Plan, state: State, at: str) -> tuple[Edition, ...]:
    for one, report in plan.rereadings.items():
        keep_rereading(connection, one, report)
    keep_settled(connection, [(report.article.id, report) for report in plan.settled if report.article])
    titles = {one.id: one.title for one in state.stories}
    ended_before = {one.id for one in state.stories if one.ended_at is not None}
    told = []
    for story, changes, finger in plan.editions:
        number = keep_edition(connection, story, changes, fingerprint=finger, at=at)
        what = "opened" if number == 1 else "returned" if story.id in ended_before else "edition"
        told.append(Edition(
            story_id=story.id, title=" ".join(story.title.split()), what=what, number=number, changes=changes,
        ))
    for one, finger in plan.refingered.items():
        keep_fingerprint(connection, one, finger)
    for thread in plan.threads:
        if thread.split_from is not None:
            note(connection, "split", "story", thread.split_from, at=at, other=thread.story_id)
    for one, into in plan.ended.items():
        end_story(connection, one, into=into, at=at)
        told.append(Edition(story_id=one, title=titles[one], what="merged" if into else "ended", into=into))
    place_articles(connection, plan.homes)
    count_rebuilt(connection, state.inputs)
    return tuple(told)
