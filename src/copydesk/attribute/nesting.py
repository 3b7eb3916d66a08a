"""Statements inside statements: which one reports which, and channels that are no speakers."""

from __future__ import annotations

from copydesk.attribute.draft import Draft
from copydesk.attribute.passage import Passage, Stretch
from copydesk.attribute.speakers import phrase
from copydesk.language.covers import Covers

_SPOKEN = frozenset({"clause", "parenthetical", "beside-quotation", "noun-clause"})


def find_parents(drafts: list[Draft]) -> list[int | None]:
    """For each draft the index of the innermost draft whose content holds its cue or, without a cue, its content."""
    contents = Covers((start, end, number) for number, draft in enumerate(drafts) for start, end in draft.content)
    parents: list[int | None] = []
    for number, draft in enumerate(drafts):
        at = draft.cue[0] if draft.cue else draft.content[0][0]
        around = sorted({other for _, _, other in contents.at(at)} - {number})
        holding = [other for other in around if _holds(drafts[other], draft)]
        parents.append(min(holding, key=lambda other: _length(drafts[other]), default=None))
    return parents


def _holds(outer: Draft, draft: Draft) -> bool:
    return _length(outer) > _length(draft) and outer.head != draft.head


def _length(draft: Draft) -> int:
    return sum(end - start for start, end in draft.content)


def find_channels(passage: Passage, drafts: list[Draft]) -> dict[int, int]:
    """Draft -> the draft of "according to X" that carries its words: X is a channel, not their speaker."""
    channels: dict[int, int] = {}
    for number, outer in enumerate(drafts):
        if outer.rule != "according-to" or outer.speaker is None:
            continue
        carried = [
            (_shared(_whole(passage, inner), outer), place) for place, inner in enumerate(drafts)
            if inner.speaker not in (None, outer.speaker) and inner.rule in _SPOKEN and not _is_said_inside(inner, outer)
        ]
        share, place = max(carried, default=(0, -1))
        if 2 * share > _length(outer):
            channels[place] = number
    return channels


def _is_said_inside(inner: Draft, outer: Draft) -> bool:
    """Whether "according to" stands within the words of a cue before it: "she said that, according to the crew, ..."."""
    at = outer.cue[0] if outer.cue else 0
    return inner.cue is not None and inner.cue[0] < at and any(start < at < end for start, end in inner.content)


def _whole(passage: Passage, draft: Draft) -> list[Stretch]:
    """What an attribution takes up: for "X said that ..." its speaker and cue as well, else the content."""
    if draft.rule != "clause":
        return draft.content
    places = [*draft.content, *((draft.cue,) if draft.cue else ())]
    if draft.speaker is not None:
        places.append(phrase(passage, draft.speaker))
    return [(min(start for start, _ in places), max(end for _, end in places))]


def _shared(left: list[Stretch], right: Draft) -> int:
    """Characters that stretches and a content have in common."""
    return sum(
        max(0, min(a_end, b_end) - max(a_start, b_start))
        for a_start, a_end in left for b_start, b_end in right.content
    )
