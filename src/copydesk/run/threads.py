"""Which group of articles is which story of before: by the most that they share, so that a story keeps its id as it grows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from copydesk.record import Report
from copydesk.record.ids import derive_id
from copydesk.run.stories import find_story_id, report_order
from copydesk.store import State


@dataclass(frozen=True, slots=True, kw_only=True)
class Thread:
    """A story's id and the reports that make it now. split_from: the story that held part of it before, where it is new."""

    story_id: str
    members: tuple[Report, ...]
    is_new: bool
    split_from: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Threads:
    """Every story that there is now. ended: stories of before that are no more, with the story they are part of, or None."""

    threads: tuple[Thread, ...]
    ended: Mapping[str, str | None]


def follow_threads(groups: Sequence[Sequence[Report]], state: State) -> Threads:
    """The groups under the ids of the stories that they go on from, new ids for the rest.

    A group goes on from the story with which it shares most articles and places of pages; a story that ended is taken up
    where no group shares more with one that goes on. A page that was revised stands at its place as before.
    """
    anchors = [_anchors(group, state) for group in groups]
    live = {one.id for one in state.stories if one.ended_at is None}
    shared = sorted(
        (-len(mine & theirs), story not in live, story, number)
        for number, mine in enumerate(anchors) for story, theirs in state.anchors.items() if mine & theirs
    )
    taken: dict[str, int] = {}
    homes: dict[int, str] = {}
    for _, _, story, number in shared:
        if story not in taken and number not in homes:
            taken[story], homes[number] = number, story
    known = {one.id for one in state.stories}
    threads: list[Thread] = []
    for number, group in enumerate(groups):
        members = tuple(sorted(group, key=report_order))
        if number in homes:
            threads.append(Thread(story_id=homes[number], members=members, is_new=False))
            continue
        one = _new_id(members, known)
        known.add(one)
        parent = next((story for _, _, story, other in shared if other == number and story in live), None)
        threads.append(Thread(story_id=one, members=members, is_new=True, split_from=parent))
    ended = {
        story: next((homes.get(number) or threads[number].story_id for _, _, other, number in shared if other == story), None)
        for story in sorted(live - taken.keys())
    }
    return Threads(threads=tuple(threads), ended=ended)


def _anchors(group: Sequence[Report], state: State) -> frozenset[str]:
    """What a group is known by: its articles, and the places of their pages."""
    places = (place for report in group for place in state.places.get(report.page.id, ()))
    return frozenset((*places, *(report.article.id for report in group if report.article)))


def _new_id(members: tuple[Report, ...], known: set[str]) -> str:
    """The id that the group has outside a ledger; another where a story has it already."""
    one, number = find_story_id(members), 1
    while one in known:
        number += 1
        one = derive_id("story", find_story_id(members), number)
    return one
