"""Quotations without a cue of their own: carried on from the one before, or of nobody who is named."""

from __future__ import annotations

from copydesk.attribute.draft import Draft
from copydesk.attribute.passage import Passage
from copydesk.attribute.quotations import Quotation
from copydesk.attribute.quoted import append_quotation, count_stops, is_title

_TELLING = frozenset({"clause", "parenthetical", "infinitive", "named-as", "object", "interrupting", "according-to"})
_JOINING = frozenset({"and", "or", "but", "then", "that", "also"})
_FEW = 4  # words between two quotations of one content
_SPOKEN = 25  # characters from which an unclaimed quotation can be speech and no title or scare quote
_UNATTRIBUTED = 5  # words from which a quotation of whole sentences is speech even where nobody is named
_FLOATING_SHARE = 0.6  # of a paragraph that a quotation must fill to stand for itself


def carry_on(passage: Passage, drafts: list[Draft], taken: set[int]) -> list[Draft]:
    """Give free quotations to the speaker before them: in the paragraph as more content, alone in one as a new draft."""
    owners = {number: draft for draft in drafts for number in draft.quotations}
    quoting = [draft for draft in drafts if draft.quotations and draft.inside is None]
    floating: list[Draft] = []
    for number, quotation in enumerate(passage.quotations):
        if number in taken:
            continue
        joined = owners.get(number - 1)
        if joined is not None and _is_joined(passage, passage.quotations[number - 1], quotation):
            append_quotation(passage, joined, number, quotation)
            owners[number] = joined
            continue
        if not _is_spoken(passage, quotation):
            continue
        before = [draft for draft in quoting if _end(draft) <= quotation.start]
        previous = max(before, key=_end, default=None)
        owner = owners.get(number - 1)
        told = _told_before(passage, drafts, quotation)
        if quotation.carries_on and owner is not None:
            append_quotation(passage, owner, number, quotation)
            owners[number] = owner
        elif previous is not None and _follows(passage, previous, quotation):
            append_quotation(passage, previous, number, quotation)
            owners[number] = previous
        elif told is not None:
            floating.append(_float(passage, told, number, quotation))
            owners[number] = floating[-1]
        elif owner is not None and _floats(passage, quotation):
            floating.append(_float(passage, owner, number, quotation))
            owners[number] = floating[-1]
        elif _is_whole(passage, quotation) and len(passage.text[quotation.start:quotation.end].split()) >= _UNATTRIBUTED:
            floating.append(_float(passage, None, number, quotation))
    _carry_back(passage, owners)
    return floating


def _is_joined(passage: Passage, before: Quotation, quotation: Quotation) -> bool:
    """Whether nothing but "and" or a comma stands between two quotations: "'jobs for all' and 'lower rents'"."""
    between = passage.text[before.end:quotation.start]
    words = between.replace(",", " ").lower().split()
    return before.paragraph == quotation.paragraph and len(words) < _FEW and bool(words) and _JOINING.issuperset(words)


def _told_before(passage: Passage, drafts: list[Draft], quotation: Quotation) -> Draft | None:
    """Who is told of in the sentence right before a quotation of whole sentences: "X said it was over. 'We can go home.'" """
    if not _is_whole(passage, quotation):
        return None
    sentence = passage.sentence_of[max(passage.token_at(quotation.start - 1), 0)]
    near = [
        draft for draft in drafts
        if draft.speaker is not None and draft.inside is None and _end(draft) <= quotation.start and draft.rule in _TELLING
        and passage.sentence_of[draft.head] == sentence and not passage.is_parted(draft.start, quotation.start)
    ]
    return min(near, key=lambda draft: (draft.start, -draft.end), default=None)


def _is_whole(passage: Passage, quotation: Quotation) -> bool:
    """Whether a quotation holds whole sentences: it opens one, begins with a capital and ends with a stop."""
    words = passage.text[quotation.start + 1:quotation.end - 1].strip("\"'“”‘’ ")
    before = passage.text[:quotation.start].rstrip(" \u00a0\"”’")[-1:]
    return len(words) > 1 and words[0].isupper() and words[-1] in ".!?…" and before in ("", *".!?\n")


def _carry_back(passage: Passage, owners: dict[int, Draft]) -> None:
    """Paragraphs of a quotation whose speaker is named only after a later one belong to that speaker."""
    for number in range(len(passage.quotations) - 1, 0, -1):
        owner = owners.get(number)
        quotation, before = passage.quotations[number], passage.quotations[number - 1]
        same_mark = passage.text[quotation.start] == passage.text[before.start]
        if quotation.carries_on and same_mark and owner is not None and owner.cue is not None and number - 1 not in owners:
            append_quotation(passage, owner, number - 1, before)
            owners[number - 1] = owner


def _is_spoken(passage: Passage, quotation: Quotation) -> bool:
    """Whether a free quotation can be speech: long enough, or ended like a sentence; titles and scare quotes are neither."""
    length = quotation.end - quotation.start
    if is_title(passage, quotation):
        return False
    return length >= _SPOKEN or (length > 10 and any(mark in ".,!?" for mark in passage.text[quotation.end - 2:quotation.end]))


def _follows(passage: Passage, draft: Draft, quotation: Quotation) -> bool:
    """Whether a quotation opens the sentence after that of a draft which quotes, in the same paragraph."""
    if not draft.quotations or passage.quotations[draft.quotations[-1]].paragraph != quotation.paragraph:
        return False
    between = passage.text[_end(draft):quotation.start].rstrip(" \u00a0\"”’'»")
    return (not between or between[-1] in ".?!:;,") and count_stops(passage, (_end(draft), quotation.start)) <= 1


def _floats(passage: Passage, quotation: Quotation) -> bool:
    start, end = passage.paragraphs[quotation.paragraph]
    lead = passage.text[start:quotation.start].strip(" \t\u00a0-–—•*·")
    return not lead and quotation.end - quotation.start >= _FLOATING_SHARE * (end - start)


def _float(passage: Passage, owner: Draft | None, number: int, quotation: Quotation) -> Draft:
    """A quotation as a draft of its own, of the owner's speaker or of nobody who is named."""
    return Draft(
        rule="floating-quotation" if owner else "unattributed-quotation", row=None, cue=None, quotations=[number],
        head=owner.head if owner else passage.token_at(quotation.start), content=[(quotation.start, quotation.end)],
        speaker=owner.speaker if owner else None, inferred=owner is not None,
    )


def _end(draft: Draft) -> int:
    ends = [end for _, end in draft.content]
    return max([*ends, draft.cue[1] if draft.cue else 0])
