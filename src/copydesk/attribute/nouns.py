"""Nouns that report: "the claim that", "a warning of", "his hope is that"."""

from __future__ import annotations

from collections.abc import Iterator

from copydesk.attribute.draft import Draft
from copydesk.attribute.passage import Passage, Stretch
from copydesk.attribute.speakers import find_subject, is_speaking
from copydesk.lexicon.cues import ANY, Cue, Cues

_TAKING = frozenset({
    "receive", "get", "hear", "read", "deny", "dismiss", "reject", "investigate", "examine", "study", "probe", "face", "ignore",
    "welcome", "accept", "refute", "dispute", "contradict", "confirm", "see", "review", "check", "fuel", "spark", "follow",
})  # what their subject does to a claim is not to make it
_GIVERS = frozenset({"by", "from"})


def find_noun_cues(passage: Passage, cues: Cues) -> Iterator[Draft]:
    """A draft for every noun of the cue table whose complement says what was said."""
    for index, token in enumerate(passage.tokens):
        lemma = token.lemma.lower()
        if token.tag != "NOUN" or cues.is_other_sense(
            "noun", lemma, passage.lemmas(index - 2, index), passage.lemmas(index + 1, index + 3),
        ):
            continue
        for row in cues.rows("noun", lemma) or _unlisted(passage, index, cues):
            content, rule = _content(passage, index, row)
            if content:
                yield Draft(
                    rule=rule, row=row, head=index, cue=(token.start, token.end), content=content,
                    speaker=find_giver(passage, index),
                )


def _unlisted(passage: Passage, noun: int, cues: Cues) -> tuple[Cue, ...]:
    """The row of any noun at all: somebody's own, with "that" and a whole clause right behind it ("her verdict that ...")."""
    clause = passage.child(noun, "acl")
    mark = passage.child(clause, "mark") if clause is not None else None
    if clause is None or mark != noun + 1 or passage.tokens[mark].lemma.lower() != "that":
        return ()
    giver = find_giver(passage, noun)
    whole = passage.child(clause, "nsubj", "nsubj:pass", "expl") is not None
    return cues.rows("noun", ANY) if whole and giver is not None and is_speaking(passage, giver, cues) else ()


def _content(passage: Passage, noun: int, row: Cue) -> tuple[list[Stretch], str]:
    tokens = passage.tokens
    for below in (*passage.children[noun], *_beside(passage, noun)):
        relation = tokens[below].relation
        mark = passage.child(below, "mark") or _that(passage, noun, below)
        if below > noun and (relation.partition(":")[0] in ("acl", "ccomp", "advcl") or mark == noun + 1):
            word = tokens[mark].lemma.lower() if mark is not None else ""
            if "clause" in row.frames and word in ("that", "whether", "if"):
                return passage.stretches(passage.subtree(below)), "noun-clause"
            if "to" in row.frames and word == "to":
                return passage.stretches(passage.subtree(below)), "noun-infinitive"
        if relation in ("nmod", "acl", "obl") and below > noun and not noun < tokens[noun].head < below:
            case = passage.child(below, "case", "mark")
            word = tokens[case].lemma.lower() if case is not None else ""
            if case is not None and (word in row.frames or (word == "to" and "to_object" in row.frames)) and word != "to":
                return passage.stretches(passage.subtree(below, {case})), f"noun-{word}"
    head = tokens[noun].head
    if relation_of_subject(passage, noun) and "clause" in row.frames:
        clause = passage.child(head, "ccomp")
        if clause is not None and tokens[head].lemma == "be":
            return passage.stretches(passage.subtree(clause)), "noun-is"
    return [], ""


def _that(passage: Passage, noun: int, below: int) -> int | None:
    """The "that" right behind a noun which the tree takes for an object of the clause that it opens."""
    that = passage.tokens[noun + 1] if noun + 1 < below else None
    return noun + 1 if that is not None and that.lemma == "that" and that.fine == "IN" and that.head == below else None


def _beside(passage: Passage, noun: int) -> list[int]:
    """Phrases that the tree hangs on the verb and the sense on its object: "voiced support for the strike"."""
    if passage.relation(noun) != "obj":
        return []
    return [b for b in passage.children[passage.tokens[noun].head] if b > noun and passage.relation(b) == "obl"]


def relation_of_subject(passage: Passage, index: int) -> bool:
    """Whether a token is the subject of its head."""
    return passage.relation(index) == "nsubj"


def find_giver(passage: Passage, noun: int) -> int | None:
    """The possessor ("his claim"), the giver ("a warning by NATO"), or the subject of the verb that carries the noun."""
    tokens = passage.tokens
    owner = passage.child(noun, "nmod:poss")
    if owner is not None:
        return owner
    for below in passage.children[noun]:
        case = passage.child(below, "case")
        if passage.relation(below) == "nmod" and case is not None and tokens[case].lemma.lower() in _GIVERS:
            return below
    after = tokens[noun + 1] if noun + 1 < len(tokens) else None
    if after is not None and after.lemma.lower() in _GIVERS and after.relation == "case" and after.head > noun + 1:
        return after.head
    head = tokens[noun].head
    if passage.relation(noun) in ("obj", "obl", "xcomp") and tokens[head].tag == "VERB" and tokens[head].lemma not in _TAKING:
        return find_subject(passage, head)
    return None
