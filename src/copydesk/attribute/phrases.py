"""Cues that are no verbs: "according to X", "per X"."""

from __future__ import annotations

from collections.abc import Iterator

from copydesk.attribute.draft import Draft
from copydesk.attribute.extents import reach_of_cue
from copydesk.attribute.passage import Passage, Stretch
from copydesk.lexicon.cues import Cues

_IN = frozenset({"opinion", "view", "estimation", "judgment", "judgement"})
_BY = frozenset({"account", "reckoning", "telling", "estimate"})


def find_phrase_cues(passage: Passage, cues: Cues) -> Iterator[Draft]:
    """Drafts of "according to X", "per X", "in the view of X": the clause around the phrase is what is said."""
    tokens = passage.tokens
    for index, token in enumerate(tokens):
        word, top, first = token.text.lower(), None, index
        if word in ("according", "acc", "acc.") and index + 1 < len(tokens) and tokens[index + 1].text.lower() == "to":
            speaker = _noun_after(passage, index, index + 1)
            cue = (token.start, tokens[index + 1].end)
        elif word == "per" and _names_somebody(passage, index, cues):
            speaker, cue = token.head, (token.start, token.end)
        elif word in _IN | _BY and (opinion := _opinion(passage, index)) is not None:
            (speaker, cue), top, first = opinion, index, passage.child(index, "case") or index
        else:
            continue
        if speaker is not None:
            yield Draft(
                rule="according-to", row=None, head=index, cue=cue, speaker=speaker,
                content=_clause_around(passage, speaker if top is None else top, first),
            )


def _opinion(passage: Passage, index: int) -> tuple[int, Stretch] | None:
    """Whose opinion a phrase tells, and its words: "in the view of the crew", "in her opinion"."""
    case = passage.child(index, "case")
    if case is None or passage.tokens[case].text.lower() != ("in" if passage.tokens[index].lemma in _IN else "by"):
        return None
    start = passage.tokens[case].start
    owner = passage.child(index, "nmod:poss")
    if owner is not None and passage.tokens[owner].text.lower() not in ("my", "our", "your"):
        return owner, (start, passage.tokens[index].end)
    for below in passage.children[index]:
        of = passage.child(below, "case") if passage.child(index, "det") is not None else None
        if passage.relation(below) == "nmod" and of == index + 1 and passage.tokens[index + 1].lemma == "of":
            return below, (start, passage.tokens[index + 1].end)
    return None


def _names_somebody(passage: Passage, index: int, cues: Cues) -> bool:
    """Whether "per" has somebody who speaks after it ("per truckers"), not a measure ("per head", "12 per cent")."""
    token = passage.tokens[index]
    noun = passage.tokens[token.head]
    if token.tag not in ("ADP", "SCONJ") or token.head < index or (index and passage.tokens[index - 1].tag in ("NUM", "SYM")):
        return False
    if noun.tag in ("PROPN", "PRON"):
        return True
    owned = passage.child(token.head, "det", "nmod:poss") is not None
    return noun.tag == "NOUN" and noun.lemma.lower() in cues.kinds and (noun.fine == "NNS" or owned or token.text.isupper())


def _noun_after(passage: Passage, index: int, to: int) -> int | None:
    tokens = passage.tokens
    head = tokens[index].head
    if head > to and tokens[head].tag in ("NOUN", "PROPN", "PRON", "NUM", "ADJ", "VERB", "X", "DET"):
        return head
    head = tokens[to].head
    if head > to:
        return head
    return next((i for i in range(to + 1, min(to + 12, len(tokens))) if tokens[i].tag in ("PROPN", "NOUN", "PRON")), None)


def _clause_around(passage: Passage, speaker: int, first: int) -> list[Stretch]:
    """The clause that the phrase is attached to, without the phrase."""
    tokens = passage.tokens
    inside = {*passage.subtree(speaker), *range(first, max(first, speaker) + 1)}
    top = tokens[speaker].head
    while tokens[top].head != top and tokens[top].tag not in ("VERB", "AUX", "ADJ") and passage.child(top, "cop") is None:
        top = tokens[top].head
    near = reach_of_cue(passage, first)
    rest = range(max(inside) + 1, near.stop)
    closing = tokens[first - 1].text == "," and all(tokens[i].tag == "PUNCT" for i in rest)
    opening = all(tokens[i].tag == "PUNCT" for i in range(near.start, first))
    if opening or closing:
        top = passage.reading.sentences[passage.sentence_of[first]].root
    if (opening or closing) and len(near) < _length(passage, first):
        return passage.stretches(i for i in near if i not in inside)
    return passage.stretches(i for i in passage.subtree(top) if i not in inside and i in near)


def _length(passage: Passage, index: int) -> int:
    sentence = passage.reading.sentences[passage.sentence_of[index]]
    return sentence.last - sentence.first
