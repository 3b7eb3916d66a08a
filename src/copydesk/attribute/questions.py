"""What a text itself leaves open: "it is not clear whether", "remains to be seen", "remains unknown"."""

from __future__ import annotations

from collections.abc import Iterator

from copydesk.attribute.draft import Draft
from copydesk.attribute.passage import Passage, Stretch
from copydesk.attribute.surety import is_negated
from copydesk.lexicon.cues import Cues

_CLAUSES = ("csubj", "csubj:pass", "csubj:outer", "ccomp", "advcl")
_QUESTION_WORDS = frozenset({"who", "whom", "what", "which", "when", "where", "why", "how", "whether", "if"})


def find_open_questions(passage: Passage, cues: Cues) -> Iterator[Draft]:
    """A draft without a speaker for every clause that the text says nobody can answer yet."""
    for index, token in enumerate(passage.tokens):
        if token.tag not in ("VERB", "ADJ"):
            continue
        opening = cues.openings.get(("verb" if token.tag == "VERB" else "adjective", token.lemma.lower()))
        if opening is None or (opening.negated and not is_negated(passage, index)):
            continue
        if token.tag == "VERB" and not _is_open_verb(passage, index):
            continue
        if _has_person(passage, index):
            continue
        content = _question(passage, index)
        if content:
            yield Draft(
                rule="open-question", row=None, head=index, cue=(token.start, token.end), content=content,
                act="open_question", utterance="made",
            )


def _is_open_verb(passage: Passage, index: int) -> bool:
    """ "remains to be seen", "is not known", "could not be confirmed": a passive under "remain" or a negation."""
    if passage.child(index, "aux:pass") is None:
        return False
    token = passage.tokens[index]
    return token.lemma != "see" or passage.tokens[token.head].lemma == "remain"


def _has_person(passage: Passage, index: int) -> bool:
    subject = passage.child(index, "nsubj", "nsubj:pass")
    return subject is not None and passage.tokens[subject].tag in ("PRON", "PROPN") and (
        passage.tokens[subject].lemma.lower() not in ("it", "what", "this", "that")
    )


def _question(passage: Passage, index: int) -> list[Stretch]:
    """The clause asked about, or the subject that is said to be unknown."""
    places = [index, passage.tokens[index].head] if passage.tokens[index].relation == "xcomp" else [index]
    for place in places:
        for below in passage.children[place]:
            if passage.tokens[below].relation in _CLAUSES and _asks(passage, below):
                return passage.stretches(passage.subtree(below))
    for place in places:
        subject = passage.child(place, "nsubj", "nsubj:pass", "csubj", "csubj:pass")
        if subject is not None and passage.tokens[subject].tag not in ("PRON", "PROPN"):
            return passage.stretches(passage.subtree(subject))
    return []


def _asks(passage: Passage, clause: int) -> bool:
    words = [passage.tokens[i].text.lower() for i in passage.subtree(clause)[:3]]
    return any(word in _QUESTION_WORDS for word in words)
