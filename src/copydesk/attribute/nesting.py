"""Statements inside statements: which one reports which, and channels that are no speakers."""

from __future__ import annotations

from copydesk.attribute.draft import Draft
from copydesk.attribute.relays import is_outlet
from copydesk.attribute.who import Directory


def find_parents(drafts: list[Draft]) -> list[int | None]:
    """For each draft the index of the innermost draft whose content holds its cue or, without a cue, its content."""
    parents: list[int | None] = []
    for number, draft in enumerate(drafts):
        at = draft.cue[0] if draft.cue else draft.content[0][0]
        best: int | None = None
        for other, outer in enumerate(drafts):
            if other == number or not _holds(outer, at, draft):
                continue
            if best is None or _length(outer) < _length(drafts[best]):
                best = other
        parents.append(best)
    return parents


def _holds(outer: Draft, at: int, draft: Draft) -> bool:
    inside = any(start <= at < end for start, end in outer.content)
    return inside and _length(outer) > _length(draft) and outer.head != draft.head


def _length(draft: Draft) -> int:
    return sum(end - start for start, end in draft.content)


def find_channels(drafts: list[Draft], parents: list[int | None], directory: Directory) -> set[int]:
    """Drafts of "according to an outlet" around another speaker's words: the outlet is a channel, not a speaker."""
    channels = set()
    for number, parent in enumerate(parents):
        if parent is None or drafts[parent].rule != "according-to":
            continue
        outer, inner = drafts[parent], drafts[number]
        if outer.speaker is None or inner.speaker is None or outer.speaker == inner.speaker:
            continue
        if is_outlet(directory, outer.speaker) and 2 * _length(inner) > _length(outer):
            channels.add(parent)
    return channels
