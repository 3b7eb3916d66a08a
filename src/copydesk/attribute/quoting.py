"""Quotations joined to their cues: contents grown to whole quotations, and neighbours and followers taken in."""

from __future__ import annotations

from copydesk.attribute.carrying import carry_on
from copydesk.attribute.draft import Draft
from copydesk.attribute.neighbours import take_adjacent, take_neighbour
from copydesk.attribute.opened import open_quotations
from copydesk.attribute.passage import Passage, Stretch
from copydesk.attribute.quotations import Quotation
from copydesk.attribute.quoted import join_stretches
from copydesk.lexicon.cues import Cues


def attach_quotations(passage: Passage, drafts: list[Draft], cues: Cues) -> list[Draft]:
    """The drafts with whole quotations as content, in page order, and new ones for quotations nobody introduced."""
    for draft in drafts:
        _complete(passage, draft)
    taken = {number for draft in drafts for number in draft.quotations}
    for draft in drafts:
        if take_adjacent(passage, draft, taken):
            draft.content = _shed(passage, draft)
    for draft in drafts:
        if not draft.content and draft.row is not None and "quote" in draft.row.frames:
            take_neighbour(passage, draft, taken)
    drafts = [*(draft for draft in drafts if draft.content), *open_quotations(passage, taken, cues)]
    drafts += carry_on(passage, drafts, taken)
    drafts.sort(key=lambda draft: draft.content[0])
    return drafts


def _complete(passage: Passage, draft: Draft) -> None:
    """Stretch the content over every quotation it begins in or much covers; inside a quotation, keep to it."""
    for number, quotation in enumerate(passage.quotations):
        if draft.cue is not None and quotation.start < draft.cue[0] < quotation.end:
            draft.content = _clip(draft.content, quotation)
            draft.inside = number
            continue
        if _reaches(passage, draft.content, quotation):
            draft.content = join_stretches(passage, [*draft.content, (quotation.start, quotation.end)])
            draft.quotations.append(number)
    if draft.quotations:
        draft.content = _shed(passage, draft)


def _shed(passage: Passage, draft: Draft) -> list[Stretch]:
    """Where one side of the cue is all quotation, an unquoted phrase on the other side is no part of what is said."""
    draft.content = _own_quotation(passage, draft)
    quoted = [any(q.start <= start and end <= q.end for q in passage.quotations) for start, end in draft.content]
    if not any(quoted) or all(quoted) or draft.cue is None:
        return draft.content
    closing = quoted[0] and draft.content[0][0] < draft.cue[0]  # the cue comes after a quotation
    kept: list[Stretch] = []
    for (start, end), inside in zip(draft.content, quoted, strict=True):
        if inside or (not closing and _has_clause(passage, start, end)):
            kept.append((start, end))
        else:
            quotations = (passage.quotations[number] for number in draft.quotations)
            kept += [(one.start, one.end) for one in quotations if start <= one.start and one.end <= end]
    return kept


def _own_quotation(passage: Passage, draft: Draft) -> list[Stretch]:
    """Of a stretch that ends in a quotation of a whole sentence before "she said", only that quotation."""
    content = list(draft.content)
    for place, (start, end) in enumerate(content):
        for number in draft.quotations:
            quotation = passage.quotations[number]
            first = passage.text[quotation.start + 1:quotation.start + 2]
            if start < quotation.start and end == quotation.end and draft.cue and draft.cue[0] > end and first.isupper():
                content[place] = (quotation.start, end)
    return content


def _has_clause(passage: Passage, start: int, end: int) -> bool:
    """Whether a stretch holds a finite verb with its subject, or a quotation."""
    first, last = passage.token_at(start), passage.token_at(end - 1)
    return any(
        (passage.relation(i) == "nsubj" and first <= passage.tokens[i].head <= last) or passage.quotation_of[i] >= 0
        for i in range(max(first, 0), last + 1)
    )


def _reaches(passage: Passage, content: list[Stretch], quotation: Quotation) -> bool:
    covered = sum(max(0, min(end, quotation.end) - max(start, quotation.start)) for start, end in content)
    if covered * 5 > quotation.end - quotation.start:
        return True
    return any(
        quotation.start <= start <= quotation.start + 3 or (start > quotation.start and 0 <= quotation.end - end <= 3)
        for start, end in content
    )


def _clip(content: list[Stretch], quotation: Quotation) -> list[Stretch]:
    inner = (quotation.start + 1, quotation.end - quotation.closed)
    clipped = [(max(start, inner[0]), min(end, inner[1])) for start, end in content]
    return [(start, end) for start, end in clipped if start < end]
