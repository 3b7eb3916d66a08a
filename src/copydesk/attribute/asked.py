"""Questions that an answer refers to: "Asked whether ..., she said", "Pressed by reporters on who ..., he shrugged"."""

from __future__ import annotations

from collections.abc import Iterator

from copydesk.attribute.acts import opens_question
from copydesk.attribute.draft import Draft
from copydesk.attribute.passage import Passage
from copydesk.attribute.speakers import find_agent

_ASKED = frozenset({"ask", "press", "question", "quiz", "challenge", "pressure", "query"})
_CLAUSES = frozenset({"ccomp", "advcl", "xcomp", "obl", "nmod", "acl"})
_OPENERS = frozenset({"on", "about", "as", "to", "over"})


def find_asked(passage: Passage) -> Iterator[Draft]:
    """A draft for each participle without a subject whose clause is a question; who asked is told by "by", or nobody knows."""
    for index, token in enumerate(passage.tokens):
        if token.lemma.lower() not in _ASKED or token.fine not in ("VBN", "VBD"):
            continue
        if token.relation not in ("advcl", "root", "dep"):
            continue
        if passage.child(index, "nsubj", "nsubj:pass", "aux", "aux:pass") is not None:
            continue
        words = _question(passage, index)
        if words:
            yield Draft(
                rule="asked", row=None, head=index, cue=(token.start, token.end), content=passage.stretches(words),
                speaker=find_agent(passage, index), act="open_question", utterance="made",
            )


def _question(passage: Passage, verb: int) -> list[int]:
    """The question's own words, up to the comma that closes it: a broken tree can hang the answer under them."""
    agent = find_agent(passage, verb)
    for below in (*passage.children[verb], *(passage.children[agent] if agent is not None else ())):
        if below < verb or passage.relation(below) not in _CLAUSES:
            continue
        words = passage.subtree(below)
        while words and passage.tokens[words[0]].lemma.lower() in _OPENERS:
            words = words[1:]
        if words and opens_question(passage, passage.tokens[words[0]].start):
            comma = next((i for i in words if passage.tokens[i].text == ","), words[-1] + 1)
            return [i for i in words if i < comma]
    return []
