"""Quotations that a noun frames: "her answer was '...'", "'...' was the message from X", "in the words of X, '...'"."""

from __future__ import annotations

from collections.abc import Iterator

from copydesk.attribute.draft import Draft
from copydesk.attribute.nouns import find_giver
from copydesk.attribute.passage import Passage
from copydesk.attribute.speakers import NAMING
from copydesk.lexicon.cues import Cues

_FARTHEST = 16  # tokens between a noun and the quotation that it names
_VERBS = frozenset({"VERB", "SCONJ"})


def find_framed_quotations(passage: Passage, cues: Cues) -> Iterator[Draft]:
    """Drafts of quotations that a noun of saying is joined to by "be" or a colon, or that are "in the words of" somebody."""
    for number, quotation in enumerate(passage.quotations):
        first = passage.token_at(quotation.start)
        after = passage.token_at(quotation.end - 1) + 1
        if first < 0:
            continue
        draft = _named_before(passage, first, cues) or _named_after(passage, after, cues) or _in_words_of(passage, first, after)
        if draft is not None:
            draft.content, draft.quotations = [(quotation.start, quotation.end)], [number]
            yield draft


def _named_before(passage: Passage, first: int, cues: Cues) -> Draft | None:
    """ "The mayor's answer was '...'", "Her message to voters was simple: '...'", "The verdict of nurses: '...'"."""
    joined = False
    colon = first > 0 and passage.tokens[first - 1].text == ":"  # it may end the paragraph before
    for index in range(first - 1, max(first - 1 - _FARTHEST, -1), -1):
        token = passage.tokens[index]
        elsewhere = passage.sentence_of[index] != passage.sentence_of[first - colon] or passage.quotation_of[index] >= 0
        if elsewhere or token.tag in _VERBS:
            return None
        joined |= token.lemma == "be" or token.text == ":"
        if joined and token.tag == "NOUN" and (draft := _noun(passage, index, cues)) is not None:
            return draft
    return None


def _named_after(passage: Passage, after: int, cues: Cues) -> Draft | None:
    """ "'...' was the message from the governor"."""
    if after >= len(passage.tokens) or passage.tokens[after].lemma != "be":
        return None
    for index in range(after + 1, min(after + _FARTHEST, len(passage.tokens))):
        if passage.tokens[index].tag in (*_VERBS, "PUNCT"):
            return None
        if passage.tokens[index].tag == "NOUN" and (draft := _noun(passage, index, cues)) is not None:
            return draft
    return None


def _noun(passage: Passage, index: int, cues: Cues) -> Draft | None:
    token = passage.tokens[index]
    row = next((row for row in cues.rows("noun", token.lemma.lower()) if "quote" in row.frames), None)
    speaker = find_giver(passage, index)
    if speaker is None:
        speaker = next((below for below in passage.children[index] if _is_speaking_owner(passage, below, cues)), None)
    if row is None or speaker is None:
        return None
    return Draft(
        rule="noun-quotation", row=row, head=index, cue=(token.start, token.end), content=[], speaker=speaker,
    )


def _is_speaking_owner(passage: Passage, below: int, cues: Cues) -> bool:
    """Whether a phrase with "of" names who spoke: "the verdict of the nurses"."""
    case = passage.child(below, "case")
    owned = passage.relation(below) == "nmod" and case is not None and passage.tokens[case].lemma == "of"
    return owned and (passage.tokens[below].tag == "PROPN" or passage.tokens[below].lemma.lower() in cues.kinds)


def _in_words_of(passage: Passage, first: int, after: int) -> Draft | None:
    """ "In the words of one teacher, '...'"; "'...', in the words of one teacher"."""
    for index in (*range(max(first - _FARTHEST, 0), first), *range(after, min(after + 3, len(passage.tokens) - 4))):
        words = [passage.tokens[i].text.lower() for i in range(index, min(index + 4, len(passage.tokens)))]
        if words != ["in", "the", "words", "of"]:
            continue
        near = range(index + 4, min(index + 4 + _FARTHEST, len(passage.tokens)))
        named = next((i for i in near if passage.tokens[i].tag in NAMING and passage.tokens[i].head <= index + 3), None)
        if named is not None:
            cue = (passage.tokens[index].start, passage.tokens[index + 3].end)
            return Draft(rule="in-words-of", row=None, head=index + 2, cue=cue, content=[], speaker=named)
    return None
