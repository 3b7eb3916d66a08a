"""Outlets and documents that pass on another's words: no speakers of their own, and whom they cite."""

from __future__ import annotations

from copydesk.attribute.draft import Draft
from copydesk.attribute.passage import Passage, Stretch
from copydesk.attribute.speakers import find_subject, phrase
from copydesk.attribute.who import Directory

_AROUND = frozenset({"parenthetical", "interrupting", "according-to"})
_PASSING = frozenset({"outlet", "document"})
_DEEDS = frozenset({"infinitive", "prep-of", "prep-for", "prep-to", "named-as"})
_CITING = frozenset({"cite", "quote"})
_ENOUGH = 0.5  # of a channel's content that the statements it carries take up


def name_cited(passage: Passage, drafts: list[Draft], directory: Directory) -> list[Draft]:
    """Drafts in which whoever an outlet cites is the speaker and the outlet a hand: "Radio X said, quoting a bishop"."""
    for index, token in enumerate(passage.tokens):
        if token.lemma.lower() not in _CITING or token.fine != "VBG":
            continue
        cited, outlet = passage.child(index, "obj"), find_subject(passage, index)
        for draft in drafts:
            if cited is None or draft.speaker is None or draft.row is None or draft.row.act is not None:
                continue
            if _is_citing(passage, draft, index, outlet) and directory.speaker(draft.speaker).kind == "outlet":
                draft.hands.append(draft.speaker)
                draft.speaker = cited
                _cut(passage, drafts, index)
    cited_by = {draft.speaker for draft in drafts if draft.hands}
    return [
        draft for draft in drafts
        if draft.row is None or draft.row.lemma not in _CITING or passage.child(draft.head, "obj") not in cited_by
    ]


def _cut(passage: Passage, drafts: list[Draft], index: int) -> None:
    """Take "quoting a bishop" out of every content that goes on over it."""
    first, last = passage.tokens[index].start, passage.tokens[max(passage.subtree(index))].end
    for draft in drafts:
        if draft.head != index and any(start <= first and end >= last for start, end in draft.content):
            parts = [part for start, end in draft.content for part in ((start, min(end, first)), (max(start, last), end))]
            draft.content = [part for part in map(passage.trim, parts) if part[0] < part[1]]


def _is_citing(passage: Passage, draft: Draft, index: int, outlet: int | None) -> bool:
    """Whether a participle is of the outlet: on its cue or its name, or closing its sentence after a comma."""
    if passage.sentence_of[draft.head] != passage.sentence_of[index] or draft.head == index:
        return False
    closes = index > draft.head and passage.tokens[index - 1].text == "," and draft.inside is None
    return passage.tokens[index].head in (draft.head, draft.speaker) or outlet == draft.speaker or closes


def pass_on(passage: Passage, drafts: list[Draft], directory: Directory) -> dict[int, int]:
    """Draft -> the draft of the outlet or document that carries its words, whose cue is no part of what it carries.

    "The mayor told staff the gates would close, the Post reported": the Post is a hand. Of what "according to"
    carries, deeds alone are told here ("has ordered its envoy to leave, according to a report"), clauses in `nesting`.
    """
    channels: dict[int, int] = {}
    for number, outer in enumerate(drafts):
        if outer.rule not in _AROUND or directory.speaker(outer.speaker).kind not in _PASSING:
            continue
        if outer.row is not None and outer.row.act is not None:
            continue
        carried = {
            place: whole for place, inner in enumerate(drafts)
            if place != number and place not in channels and not (outer.rule == "according-to" and inner.rule not in _DEEDS)
            and (whole := _whole(passage, inner, outer)) is not None
        }
        top = {place for place in carried if not any(_is_within(drafts[place], drafts[other]) for other in carried)}
        covered = {at for place in top for at in range(*carried[place])}
        total = sum(end - start for start, end in outer.content)
        if covered and len(covered) > _ENOUGH * total:
            channels |= dict.fromkeys(top, number)
            for place in carried:
                _keep_inside(drafts[place], outer)
    return channels


def _whole(passage: Passage, inner: Draft, outer: Draft) -> Stretch | None:
    """All that a statement takes up inside a content, with its speaker; None where it is not reported there."""
    first = inner.cue or inner.content[0]
    inside = any(start <= first[0] and first[1] <= end for start, end in outer.content)
    if inner.speaker in (None, outer.speaker) or not (inside or _is_beside(inner, outer)):
        return None
    places = [*inner.content, first, phrase(passage, inner.speaker)]
    start, end = min(start for start, _ in places), max(end for _, end in places)
    return max(start, outer.content[0][0]), min(end, outer.content[-1][1])


def _is_beside(inner: Draft, outer: Draft) -> bool:
    """Whether a cue stands between a content that both share and the outer cue: "..., A said, B reported"."""
    if inner.cue is None or outer.cue is None:
        return False
    begins = any(start <= inner.content[0][0] < end for start, end in outer.content)
    return begins and outer.content[-1][1] <= inner.cue[0] and inner.cue[1] <= outer.cue[0]


def _is_within(inner: Draft, outer: Draft) -> bool:
    cue = inner.cue or inner.content[0]
    return inner is not outer and any(start <= cue[0] < end for start, end in outer.content)


def _keep_inside(inner: Draft, outer: Draft) -> None:
    """Cut a content to what the channel carries: its own "the Post reported" is nobody's words."""
    inner.content = [
        (max(start, first), min(end, last)) for start, end in inner.content for first, last in outer.content
        if max(start, first) < min(end, last)
    ] or inner.content
