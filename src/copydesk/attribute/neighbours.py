"""Quotations beside a cue that its clause does not hold: closed by it, opened by its colon, or next to it."""

from __future__ import annotations

import re

from copydesk.attribute.draft import Draft
from copydesk.attribute.passage import Passage
from copydesk.attribute.quoted import append_quotation, count_stops, is_title
from copydesk.attribute.speakers import is_passive, phrase

_COLON = re.compile(r"[^.?!;:\"“”]{0,60}:\s*")  # between a cue's clause and the quotation that it opens
_FARTHEST = 160  # characters between a cue and the quotation beside it: a long name with its apposition


def take_adjacent(passage: Passage, draft: Draft, taken: set[int]) -> bool:
    """Give a cue the free quotations that its clause closes ("'Who pays?' he asked. 'Not I.'") or opens with a colon.

    True where it took one.
    """
    if draft.cue is None or draft.row is None or draft.inside is not None or "quote" not in draft.row.frames:
        return False
    first, last = draft.cue
    if draft.speaker is not None and passage.sentence_of[draft.speaker] == passage.sentence_of[draft.head]:
        start, end = phrase(passage, draft.speaker)
        first, last = min(first, start), max(last, end)
    found = False
    for number, quotation in enumerate(passage.quotations):
        if number in taken:
            continue
        is_beside = 0 <= first - quotation.end <= 1 and passage.text[quotation.end - 2] in ",?!"
        closes = is_beside and bool(draft.content) and draft.content[0][0] > last
        opens = quotation.start > last and _COLON.fullmatch(passage.text, last, quotation.start) is not None
        follows = 0 <= quotation.start - draft.cue[1] <= 1  # "promised 'jobs for all' and 'lower rents'"
        if closes or follows or (opens and (not draft.content or draft.content[-1][1] <= first)):
            draft.rule = draft.rule if draft.content else "beside-quotation"
            append_quotation(passage, draft, number, quotation)
            taken.add(number)
            found = True
    return found


def take_neighbour(passage: Passage, draft: Draft, taken: set[int]) -> None:
    """A cue without a content of its own takes the free quotation that ends or begins beside its clause."""
    if draft.cue is None or (draft.speaker is None and is_passive(passage, draft.head)):
        return
    best: tuple[int, int] | None = None
    for number, quotation in enumerate(passage.quotations):
        if number in taken or is_title(passage, quotation):
            continue
        if quotation.end <= draft.cue[0]:
            gap = (quotation.end, draft.cue[0])
        elif quotation.start >= draft.cue[1]:
            gap = (draft.cue[1], quotation.start)
        else:
            continue
        distance = gap[1] - gap[0]
        if distance > _FARTHEST or passage.is_parted(*gap) or count_stops(passage, gap):
            continue
        if best is None or distance < best[0]:
            best = (distance, number)
    if best is not None:
        quotation = passage.quotations[best[1]]
        draft.content = [(_lead(passage, draft, quotation.start), quotation.end)]
        draft.quotations.append(best[1])
        draft.rule = "beside-quotation"
        taken.add(best[1])


def _lead(passage: Passage, draft: Draft, start: int) -> int:
    """Where a part-quoted content begins: "promised lower rents and "jobs for all"" begins with "lower"."""
    if draft.cue is None or draft.cue[1] > start or draft.row is None or "clause" not in draft.row.frames:
        return start
    first, last = passage.token_at(draft.cue[1] - 1) + 1, passage.token_at(start - 1)
    gap = range(first, last + 1)
    tags = {passage.tokens[i].tag for i in gap}
    if not gap or draft.addressee in gap or draft.speaker in gap or passage.tokens[last].tag == "PUNCT":
        return start
    if passage.tokens[first].tag in ("ADP", "PUNCT", "ADV") or not tags & {"NOUN", "PROPN", "PRON"}:
        return start
    return passage.tokens[first].start
