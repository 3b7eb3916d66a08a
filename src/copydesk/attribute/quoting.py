"""Quotations joined to their cues: completed, continued after the cue, and floating in paragraphs of their own."""

from __future__ import annotations

from copydesk.attribute.draft import Draft
from copydesk.attribute.passage import Passage, Stretch
from copydesk.lexicon.cues import Cues


def attach_quotations(passage: Passage, drafts: list[Draft], cues: Cues) -> list[Draft]:
    """The drafts with whole quotations as content, and new drafts for quotations nobody introduced."""
    for draft in drafts:
        _complete(passage, draft)
    taken = {number for draft in drafts for number in draft.quotations}
    for draft in drafts:
        if not draft.content and draft.row is not None and "quote" in draft.row.frames:
            _take_neighbour(passage, draft, taken)
    _carry_on(passage, drafts, taken)
    drafts.sort(key=lambda draft: (draft.content[0] if draft.content else (0, 0)))
    return drafts


def _complete(passage: Passage, draft: Draft) -> None:
    """Stretch the content over every quotation it mostly covers or begins in, where the cue stands outside it."""
    for number, quotation in enumerate(passage.quotations):
        if draft.cue is not None and quotation.start < draft.cue[0] < quotation.end:
            continue
        covered = sum(max(0, min(end, quotation.end) - max(start, quotation.start)) for start, end in draft.content)
        if covered * 2 > quotation.end - quotation.start or (covered > 20 and covered * 5 > quotation.end - quotation.start):
            draft.content = join_stretches([*draft.content, (quotation.start, quotation.end)], passage)
            draft.quotations.append(number)


def join_stretches(stretches: list[Stretch], passage: Passage) -> list[Stretch]:
    """Stretches in order, those that touch or are parted by no letter joined into one."""
    joined: list[Stretch] = []
    for start, end in sorted(stretches):
        if joined and (start <= joined[-1][1] or not any(map(str.isalnum, passage.text[joined[-1][1]:start]))):
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def _take_neighbour(passage: Passage, draft: Draft, taken: set[int]) -> None:
    """A cue without a content of its own takes the quotation that ends or begins beside its clause."""
    if draft.cue is None:
        return
    start, end = draft.cue
    best: tuple[int, int] | None = None
    for number, quotation in enumerate(passage.quotations):
        if number in taken:
            continue
        if quotation.end <= start:
            gap = passage.text[quotation.end:start]
        elif quotation.start >= end:
            gap = passage.text[end:quotation.start]
        else:
            continue
        if len(gap) > 120 or "\n" in gap or any(mark in gap for mark in ".?!;") and not gap.rstrip().endswith(":"):
            continue
        if best is None or len(gap) < best[0]:
            best = (len(gap), number)
    if best is not None:
        quotation = passage.quotations[best[1]]
        draft.content = [(quotation.start, quotation.end)]
        draft.quotations.append(best[1])
        draft.rule = "beside-quotation"
        taken.add(best[1])


def _carry_on(passage: Passage, drafts: list[Draft], taken: set[int]) -> None:
    """A quotation right after the sentence of a quoting cue belongs to it; one alone in a paragraph to the last speaker."""
    for number, quotation in enumerate(passage.quotations):
        if number in taken or quotation.end - quotation.start < 25:
            continue
        previous = _last_before(passage, drafts, quotation.start)
        if previous is None:
            continue
        paragraph = passage.paragraphs[quotation.paragraph]
        between = passage.text[_end(previous):quotation.start]
        same = _end(previous) > paragraph[0]
        if same and len(between.strip(' \t."”')) < 2:
            previous.content = join_stretches([*previous.content, (quotation.start, quotation.end)], passage)
            previous.quotations.append(number)
            taken.add(number)
        elif not same and quotation.start == paragraph[0] and previous.quotations:
            previous.content = join_stretches([*previous.content, (quotation.start, quotation.end)], passage)
            previous.quotations.append(number)
            taken.add(number)


def _end(draft: Draft) -> int:
    ends = [end for _, end in draft.content]
    return max([*ends, draft.cue[1] if draft.cue else 0])


def _last_before(passage: Passage, drafts: list[Draft], offset: int) -> Draft | None:
    before = [draft for draft in drafts if draft.content and _end(draft) <= offset]
    return max(before, key=_end, default=None)
