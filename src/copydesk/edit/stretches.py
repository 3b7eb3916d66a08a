"""The part of a sentence that tells one claim: a clause joined on to it that tells another is left to that other."""

from __future__ import annotations

from collections.abc import Iterable

from copydesk.edit.holdings import Holdings
from copydesk.edit.passages import Passage, cite
from copydesk.record import Evidence

SHORTEST = 5  # words; less than that is no sentence of its own


def find_stretch(passage: Passage, evidence: Iterable[Evidence], holdings: Holdings) -> Evidence:
    """The sentence without what "and", "but" or a semicolon joins to the words of the evidence in it.

    The whole sentence where nothing is joined, where the joined part says who speaks, where a quotation would be cut, or
    where the words left have no subject or are fewer than five.
    """
    text = holdings.pages[passage.page_id].text
    own = [
        (max(one.start, passage.start), min(one.end, passage.end)) for one in evidence
        if one.page_id == passage.page_id and one.start < passage.end and passage.start < one.end
    ]
    start, end = passage.start, passage.end
    if own:
        low, high = min(own)[0], max(end for _, end in own)
        if holdings.editing.is_joined_after(text, high, end) and _can_stand(passage, start, high, holdings):
            end = high
        if holdings.editing.is_joined_before(text, start, low) and _opens_with_name(passage, low, holdings) and (
            _can_stand(passage, low, end, holdings)
        ):
            start = low
    return cite(text, passage.page_id, start, end)


def _can_stand(passage: Passage, start: int, end: int, holdings: Holdings) -> bool:
    """Whether text[start:end] is whole without the rest of its sentence: nobody's cue, speaker or quotation is cut off."""
    words = holdings.pages[passage.page_id].text[start:end]
    if len(words.split()) < SHORTEST or words.count('"') % 2 or words.count("“") != words.count("”"):
        return False
    for statement in holdings.reports[passage.article_id].statements:
        inside = any(start <= span.start < end for span in statement.content)
        parts = [part for part in (statement.cue, statement.speaker.span if statement.speaker else None) if part]
        if inside and any(passage.start <= part.start < start or end <= part.start < passage.end for part in parts):
            return False
    return True


def _opens_with_name(passage: Passage, start: int, holdings: Holdings) -> bool:
    return any(mention.span.start == start for mention in holdings.reports[passage.article_id].mentions)
