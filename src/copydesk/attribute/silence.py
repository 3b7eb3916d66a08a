"""Answers that were not given: "has no comment on the deal", "gave no figure", "nobody was available to comment"."""

from __future__ import annotations

from collections.abc import Iterator

from copydesk.attribute.draft import Draft
from copydesk.attribute.passage import Passage
from copydesk.attribute.speakers import find_subject

_GIVING = frozenset({"give", "have", "offer", "make", "provide", "issue", "release"})
_ANSWERS = frozenset({
    "comment", "answer", "reply", "response", "figure", "detail", "number", "explanation", "reason", "date", "name", "hint",
    "estimate", "indication", "timetable", "deadline", "toll", "statement",
})
_HAD = frozenset({"comment", "answer", "reply", "response", "explanation"})  # "has no name" tells of no answer
_NONE = frozenset({"no", "neither"})
_NOBODY = frozenset({"nobody", "none", "no-one", "no"})
_AVAILABLE = frozenset({"available", "reachable"})


def find_silences(passage: Passage) -> Iterator[Draft]:
    """Drafts of refused speech: an answer that is not given, a request to which nobody answers."""
    for index, token in enumerate(passage.tokens):
        lemma = token.lemma.lower()
        draft = None
        if token.tag == "NOUN" and lemma in _ANSWERS:
            draft = _not_given(passage, index)
        elif token.tag == "VERB" and lemma == "comment":
            draft = _nobody_there(passage, index)
        if draft is not None:
            yield draft


def _not_given(passage: Passage, noun: int) -> Draft | None:
    """ "has no comment on the deal" (what about), "gave no figure for the dead" (which answer, as its own content)."""
    none = passage.child(noun, "det", "advmod")
    verb = passage.tokens[noun].head
    if none is None or passage.tokens[none].lemma.lower() not in _NONE or passage.relation(noun) != "obj":
        return None
    speaker = find_subject(passage, verb)
    if passage.tokens[verb].lemma.lower() == "have" and passage.tokens[noun].lemma.lower() not in _HAD:
        return None
    if passage.tokens[verb].lemma.lower() not in _GIVING or speaker is None or not _speaks(passage, speaker):
        return None
    about = [
        below for place in (noun, verb) for below in passage.children[place]
        if below > noun and passage.relation(below) in ("nmod", "obl", "acl") and passage.child(below, "case") is not None
    ]
    if passage.tokens[noun].lemma.lower() == "comment":
        if not about or passage.tokens[noun].head == noun:
            return None
        case = passage.child(about[0], "case")
        return _draft(passage, noun, passage.subtree(about[0], {case} if case is not None else ()), speaker)
    own = passage.subtree(noun)
    return _draft(passage, verb, sorted({*own, *(i for top in about[:1] for i in passage.subtree(top))}), speaker)


def _nobody_there(passage: Passage, verb: int) -> Draft | None:
    """ "Nobody at the bank was available to comment on the leak"."""
    head = passage.tokens[verb].head
    subject = passage.child(head, "nsubj")
    if passage.tokens[head].lemma.lower() not in _AVAILABLE or subject is None:
        return None
    no = passage.child(subject, "det")
    negated = any(passage.tokens[i].lemma.lower() in _NOBODY for i in (subject, no) if i is not None)
    about = next((b for b in passage.children[verb] if b > verb and passage.child(b, "case") is not None), None)
    if not negated or about is None:
        return None
    case = passage.child(about, "case")
    return _draft(passage, verb, passage.subtree(about, {case} if case is not None else ()), subject)


def _speaks(passage: Passage, speaker: int) -> bool:
    token = passage.tokens[speaker]
    return token.tag in ("PROPN", "PRON", "NOUN") and token.lemma.lower() not in ("it", "there")


def _draft(passage: Passage, cue: int, indices: list[int], speaker: int) -> Draft:
    token = passage.tokens[cue]
    return Draft(
        rule="silence", row=None, head=cue, cue=(token.start, token.end), content=passage.stretches(indices), speaker=speaker,
        act="silence", utterance="refused",
    )
