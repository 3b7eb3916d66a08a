"""Speakers whose names are held back: what they ask for, and offices with an indefinite article."""

from __future__ import annotations

import re

from copydesk.attribute.draft import Draft
from copydesk.attribute.passage import Passage
from copydesk.lexicon.cues import Cues

_REASON = re.compile(r" (?:because|as|since|for|citing)\b[^,.;\n]*")
_INDEFINITE = frozenset({"a", "an", "one", "another", "some", "several", "two", "three"})
_UNNAMED = frozenset({"unnamed", "unidentified", "anonymous", "nameless"})
_SINGLE = frozenset({"a", "an", "one", "another"})
_WHOLE = frozenset({"beside-quotation", "floating-quotation", "parenthetical"})
_AFTER_CUE = frozenset({"advcl", "obl", "parataxis", "conj"})


def is_nameless(passage: Passage, head: int, cues: Cues) -> bool:
    """Whether a common noun hides a name: a condition of anonymity in its clause, "a senior officer", "one woman".

    Who speaks for somebody, or from an office, hides none: "a spokesman", "a magistrate"."""
    token = passage.tokens[head]
    if token.tag != "NOUN" or any(passage.tokens[i].tag == "PROPN" and passage.relation(i) in ("appos", "flat") for i in (
        passage.children[head]
    )):
        return False
    if any(passage.tokens[i].lemma.lower() in _UNNAMED and passage.relation(i) == "amod" for i in passage.children[head]):
        return True
    if any(cues.nameless.search(passage.text[start:end]) for start, end in _words_about(passage, head)):
        return True
    article = passage.child(head, "det", "nummod")
    if article is None or passage.child(head, "nmod:poss") is not None:
        return False
    lemma, word = token.lemma.lower(), passage.tokens[article].lemma.lower()
    if lemma in cues.nameless_nouns:
        return word in _INDEFINITE
    return word in _SINGLE and token.fine == "NN" and lemma not in cues.offices


def _words_about(passage: Passage, head: int) -> list[tuple[int, int]]:
    """The clauses that can hold a speaker's condition: relative clauses and participles on it, reasons beside its cue."""
    own = [b for b in passage.children[head] if b > head and passage.relation(b) in ("acl", "amod", "appos", "nmod")]
    cue = passage.tokens[head].head
    if cue != head and passage.relation(head) == "nsubj":
        own += [b for b in passage.children[cue] if b != head and passage.relation(b) in _AFTER_CUE]
    found = []
    for top in own:
        below = passage.subtree(top)
        found.append((passage.tokens[below[0]].start, passage.tokens[below[-1]].end))
    return found


def drop_nameless(passage: Passage, drafts: list[Draft], cues: Cues) -> list[Draft]:
    """Drafts without those that only tell how a speaker keeps their name back ("asked not to be named"), and for what fear."""
    nameless = [match.span() for match in cues.nameless.finditer(passage.text)]
    reasons = [match.span() for _, end in nameless if (match := _REASON.match(passage.text, end))]
    drafts = [
        draft for draft in drafts
        if draft.rule != "object" or draft.cue is None or not any(start <= draft.cue[0] < end for start, end in reasons)
    ]
    return [
        draft for draft in drafts if draft.rule in _WHOLE or not any(
            start <= place < end for start, end in nameless
            for place in (draft.content[0][0], draft.cue[0] if draft.cue else -1)
        )
    ]
