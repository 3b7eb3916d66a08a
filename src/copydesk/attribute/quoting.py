"""Quotations joined to their cues: completed, continued after the cue, and floating in paragraphs of their own."""

from __future__ import annotations

import re

from copydesk.attribute.draft import Draft
from copydesk.attribute.passage import Passage, Stretch
from copydesk.attribute.quotations import Quotation
from copydesk.attribute.speakers import phrase

_COLON = re.compile(r"[^.?!;:\"“”]{0,60}:\s*")  # between a cue's clause and the quotation that it opens
_STOPS = frozenset(".?!;")
_FARTHEST = 160  # characters between a cue and the quotation beside it: a long name with its apposition
_SPOKEN = 25  # characters from which an unclaimed quotation can be speech and no title or scare quote
_FLOATING_SHARE = 0.6  # of a paragraph that a quotation must fill to stand for itself


def attach_quotations(passage: Passage, drafts: list[Draft]) -> list[Draft]:
    """The drafts with whole quotations as content, in page order, and new ones for quotations nobody introduced."""
    for draft in drafts:
        _complete(passage, draft)
    taken = {number for draft in drafts for number in draft.quotations}
    for draft in drafts:
        _take_adjacent(passage, draft, taken)
    for draft in drafts:
        if not draft.content and draft.row is not None and "quote" in draft.row.frames:
            _take_neighbour(passage, draft, taken)
    drafts = [draft for draft in drafts if draft.content]
    drafts += _carry_on(passage, drafts, taken)
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


def _take_adjacent(passage: Passage, draft: Draft, taken: set[int]) -> None:
    """Free quotations that the cue's clause closes ("'Who pays?' he asked. 'Not I.'") or opens with a colon."""
    if draft.cue is None or draft.row is None or draft.inside is not None or "quote" not in draft.row.frames:
        return
    first, last = draft.cue
    if draft.speaker is not None and passage.sentence_of[draft.speaker] == passage.sentence_of[draft.head]:
        start, end = phrase(passage, draft.speaker)
        first, last = min(first, start), max(last, end)
    for number, quotation in enumerate(passage.quotations):
        if number in taken or not draft.content:
            continue
        closes = 0 <= first - quotation.end <= 1 and passage.text[quotation.end - 2] in ",?!" and draft.content[0][0] > last
        opens = quotation.start > last and not passage.is_parted(last, quotation.start) and (
            _COLON.fullmatch(passage.text, last, quotation.start) is not None
        )
        if closes or (opens and draft.content[-1][1] <= first):
            _append(passage, draft, number, quotation)
            draft.content = _shed(passage, draft)
            taken.add(number)


def _shed(passage: Passage, draft: Draft) -> list[Stretch]:
    """Where one side of the cue is all quotation, an unquoted phrase on the other side is no part of what is said."""
    draft.content = _own_quotation(passage, draft)
    quoted = [any(q.start <= start and end <= q.end for q in passage.quotations) for start, end in draft.content]
    if not any(quoted) or all(quoted) or draft.cue is None:
        return draft.content
    closing = quoted[0] and draft.content[0][0] < draft.cue[0]  # the cue comes after a quotation
    return [
        (start, end) for (start, end), inside in zip(draft.content, quoted, strict=True)
        if inside or (not closing and _has_clause(passage, start, end))
    ]


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


def join_stretches(passage: Passage, stretches: list[Stretch]) -> list[Stretch]:
    """Stretches in order, those that touch or are parted by no letter joined into one."""
    joined: list[Stretch] = []
    for start, end in sorted(stretches):
        if joined and (start <= joined[-1][1] or not any(map(str.isalnum, passage.text[joined[-1][1]:start]))):
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def _take_neighbour(passage: Passage, draft: Draft, taken: set[int]) -> None:
    """A cue without a content of its own takes the free quotation that ends or begins beside its clause."""
    if draft.cue is None:
        return
    best: tuple[int, int] | None = None
    for number, quotation in enumerate(passage.quotations):
        if number in taken or _is_title(passage, quotation):
            continue
        if quotation.end <= draft.cue[0]:
            gap = (quotation.end, draft.cue[0])
        elif quotation.start >= draft.cue[1]:
            gap = (draft.cue[1], quotation.start)
        else:
            continue
        distance = gap[1] - gap[0]
        if distance > _FARTHEST or passage.is_parted(*gap) or _stops_within(passage, gap):
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


def _stops_within(passage: Passage, gap: Stretch) -> int:
    """How many tokens that end a sentence lie in a stretch of text."""
    first = passage.token_at(gap[0] - 1) + 1
    last = passage.token_at(gap[1] - 1) + 1
    return sum(passage.tokens[i].text in _STOPS for i in range(first, last))


def _carry_on(passage: Passage, drafts: list[Draft], taken: set[int]) -> list[Draft]:
    """Give free quotations to the speaker before them: in the paragraph as more content, alone in one as a new draft."""
    owners = {number: draft for draft in drafts for number in draft.quotations}
    quoting = [draft for draft in drafts if draft.quotations and draft.inside is None]
    floating: list[Draft] = []
    for number, quotation in enumerate(passage.quotations):
        if number in taken or not _is_spoken(passage, quotation):
            continue
        before = [draft for draft in quoting if _end(draft) <= quotation.start]
        previous = max(before, key=_end, default=None)
        owner = owners.get(number - 1)
        if quotation.carries_on and owner is not None:
            _append(passage, owner, number, quotation)
            owners[number] = owner
        elif previous is not None and _follows(passage, previous, quotation):
            _append(passage, previous, number, quotation)
            owners[number] = previous
        elif owner is not None and _floats(passage, quotation):
            floating.append(_float(passage, owner, number, quotation))
            owners[number] = floating[-1]
    _carry_back(passage, owners)
    return floating


def _carry_back(passage: Passage, owners: dict[int, Draft]) -> None:
    """Paragraphs of a quotation whose speaker is named only after a later one belong to that speaker."""
    for number in range(len(passage.quotations) - 1, 0, -1):
        owner = owners.get(number)
        quotation, before = passage.quotations[number], passage.quotations[number - 1]
        same_mark = passage.text[quotation.start] == passage.text[before.start]
        if quotation.carries_on and same_mark and owner is not None and owner.cue is not None and number - 1 not in owners:
            _append(passage, owner, number - 1, before)
            owners[number - 1] = owner


def _is_spoken(passage: Passage, quotation: Quotation) -> bool:
    """Whether a free quotation can be speech: long enough, or ended like a sentence; titles and scare quotes are neither."""
    length = quotation.end - quotation.start
    if _is_title(passage, quotation):
        return False
    return length >= _SPOKEN or (length > 10 and any(mark in ".,!?" for mark in passage.text[quotation.end - 2:quotation.end]))


def _is_title(passage: Passage, quotation: Quotation) -> bool:
    """Whether a quotation is written like a title: two words or more, every long one with a capital."""
    words = [word.strip("\"“”‘’'.,!?") for word in passage.text[quotation.start:quotation.end].split()]
    long_words = [word for word in words if len(word) > 3]
    return len(words) > 1 and len(long_words) > 1 and all(not word[0].islower() for word in long_words)


def _append(passage: Passage, draft: Draft, number: int, quotation: Quotation) -> None:
    draft.content = join_stretches(passage, [*draft.content, (quotation.start, quotation.end)])
    draft.quotations.append(number)


def _follows(passage: Passage, draft: Draft, quotation: Quotation) -> bool:
    """Whether a quotation opens the sentence after that of a draft which quotes, in the same paragraph."""
    if not draft.quotations or passage.quotations[draft.quotations[-1]].paragraph != quotation.paragraph:
        return False
    between = passage.text[_end(draft):quotation.start].rstrip(" \u00a0\"”’'»")
    return (not between or between[-1] in ".?!:;,") and _stops_within(passage, (_end(draft), quotation.start)) <= 1


def _floats(passage: Passage, quotation: Quotation) -> bool:
    start, end = passage.paragraphs[quotation.paragraph]
    lead = passage.text[start:quotation.start].strip(" \t\u00a0-–—•*·")
    return not lead and quotation.end - quotation.start >= _FLOATING_SHARE * (end - start)


def _float(passage: Passage, owner: Draft, number: int, quotation: Quotation) -> Draft:
    return Draft(
        rule="floating-quotation", row=None, head=owner.head, cue=None, content=[(quotation.start, quotation.end)],
        speaker=owner.speaker, inferred=True, quotations=[number],
    )


def _end(draft: Draft) -> int:
    ends = [end for _, end in draft.content]
    return max([*ends, draft.cue[1] if draft.cue else 0])
