"""The grammatical subject of a cue, through shared subjects, participles, relative clauses and passives."""

from __future__ import annotations

from copydesk.attribute.passage import Passage, Stretch
from copydesk.lexicon.cues import Cues

SUBJECTS = ("nsubj", "nsubj:pass", "nsubj:outer", "csubj")
NAMING = frozenset({"PROPN", "NOUN", "PRON"})
_RELATIVE = frozenset({"who", "which", "that", "whom"})
_CLAUSAL = frozenset({"acl", "advcl", "parataxis", "orphan", "dep", "discourse", "cop", "advmod", "appos"})
_LEADING = frozenset({"case", "mark", "punct", "cc"})
_SHARING = frozenset({"conj", "xcomp", "advcl", "parataxis", "ccomp", "dep"})
_LONGEST_CLIMB = 4
_LONGEST_NAME = 8  # tokens between a cue and the far end of the name beside it


def find_speaker(passage: Passage, verb: int) -> int | None:
    """The subject of a cue; where the tree puts it inside a quotation that the cue is not part of, the name beside it."""
    subject = find_subject(passage, verb)
    if subject is None or passage.quotation_of[subject] == passage.quotation_of[verb]:
        return subject
    return _beside(passage, verb)


def _beside(passage: Passage, verb: int) -> int | None:
    """The head of the noun phrase right after a cue, or right before it, on its own side of the quotation marks."""
    for step in (1, -1):
        index, found = verb + step, None
        while 0 <= index < len(passage.tokens) and abs(index - verb) <= _LONGEST_NAME:
            if passage.quotation_of[index] != passage.quotation_of[verb]:
                break
            if passage.tokens[index].tag in ("PUNCT", "VERB", "SCONJ"):
                break
            if passage.tokens[index].tag in NAMING:
                found = index
            index += step
        if found is not None:
            head = passage.tokens[found].head
            return head if abs(head - verb) <= _LONGEST_NAME and passage.tokens[head].tag in NAMING else found
    return None


def find_subject(passage: Passage, verb: int, climbs: int = 0) -> int | None:
    """Index of the token that does what `verb` says; for a passive its agent ("by"), None where nobody is named."""
    passive = is_passive(passage, verb)
    if passive:
        agent = find_agent(passage, verb)
        if agent is not None or passage.child(verb, "nsubj:pass", "nsubj", "expl") is not None:
            return agent
    subject = _nearest_subject(passage, verb)
    if subject is not None:
        return _antecedent(passage, verb, subject)
    if passage.child(verb, "expl") is not None or climbs > _LONGEST_CLIMB:
        return None
    return _shared_subject(passage, verb, climbs, passive=passive)


def _nearest_subject(passage: Passage, verb: int) -> int | None:
    """The subject next to the verb: a broken tree can hang the subject of what is said on the cue as well."""
    subjects = [below for below in passage.children[verb] if passage.tokens[below].relation in SUBJECTS]
    return min(subjects, key=lambda below: abs(below - verb), default=None)


def _shared_subject(passage: Passage, verb: int, climbs: int, *, passive: bool) -> int | None:
    token = passage.tokens[verb]
    head, relation = token.head, passage.relation(verb)
    if head == verb:
        return None
    if relation == "acl":
        return None if passive else _cited(passage, verb, head) or head
    head = first_cue(passage, verb) or head
    if relation not in _SHARING or not _is_clause(passage, head):
        return None
    if (relation == "advcl" and token.fine == "VBN") or (relation == "ccomp" and token.fine != "VBG"):
        return None
    if relation in ("advcl", "xcomp", "dep", "parataxis") and is_passive(passage, head):
        return _nearest_subject(passage, head)
    return _quoted(passage, verb, head) or find_subject(passage, head, climbs + 1)


def _quoted(passage: Passage, verb: int, head: int) -> int | None:
    """ "The Post quoted her as saying": the words are those of the object."""
    mark = passage.child(verb, "mark", "case")
    if mark is None or passage.tokens[mark].lemma != "as" or passage.tokens[head].lemma not in ("quote", "cite"):
        return None
    return passage.child(head, "obj")


def _cited(passage: Passage, verb: int, noun: int) -> int | None:
    """ "A report citing two officers as saying": the words are those of who is cited."""
    mark = passage.child(verb, "mark")
    if mark is None or passage.tokens[mark].lemma != "as":
        return None
    citing = next((b for b in passage.children[noun] if b < verb and passage.tokens[b].lemma in ("quote", "cite")), None)
    return passage.child(citing, "obj") if citing is not None else None


def first_cue(passage: Passage, verb: int) -> int | None:
    """The cue whose subject a verb shares although the tree joins it to what is said: "said hope remained but warned ...".

    The signs: no subject of its own, the cue's own tense, and another form in the clause it is joined to.
    """
    token = passage.tokens[verb]
    clause = token.head
    if passage.relation(verb) != "conj" or token.fine not in ("VBD", "VBZ", "VBP") or passage.relation(clause) != "ccomp":
        return None
    cue = passage.tokens[clause].head
    if verb < clause or passage.tokens[cue].fine != token.fine or passage.child(verb, *SUBJECTS, "aux") is not None:
        return None
    if clause in passage.speech and passage.child(clause, "nsubj") is not None:
        return None  # "said the clerk had admitted it but denied the rest"
    other_form = passage.tokens[clause].fine != token.fine or passage.child(clause, "aux", "cop", "aux:pass") is not None
    return cue if other_form else None


def _is_clause(passage: Passage, index: int) -> bool:
    tag = passage.tokens[index].tag
    return tag in ("VERB", "AUX", "ADJ") or (tag == "NOUN" and passage.child(index, "cop") is not None)


def _antecedent(passage: Passage, verb: int, subject: int) -> int:
    """The noun that a relative pronoun stands for, else the subject itself."""
    token = passage.tokens[subject]
    if token.lemma.lower() not in _RELATIVE or token.fine not in ("WP", "WDT", "IN", "DT"):
        return subject
    clause = verb
    for _ in range(_LONGEST_CLIMB):
        if passage.relation(clause) == "acl":
            return passage.tokens[clause].head
        clause = passage.tokens[clause].head
    return subject


def is_passive(passage: Passage, verb: int) -> bool:
    """Whether a verb stands in the passive: an auxiliary of it, a passive subject, or a bare participle on a noun.

    In an aside a verb without an auxiliary is active, whatever the tree calls it: ", the statement added, and ...".
    """
    token = passage.tokens[verb]
    if passage.child(verb, "aux:pass") is not None:
        return True
    if passage.child(verb, "nsubj:pass") is not None:
        closed = verb + 1 < len(passage.tokens) and passage.tokens[verb + 1].tag == "PUNCT"
        return not (passage.relation(verb) == "parataxis" and closed)
    return token.fine == "VBN" and passage.relation(verb) == "acl" and passage.child(verb, "aux") is None


def is_speaking(passage: Passage, index: int, cues: Cues) -> bool:
    """Whether a token stands for somebody: a name, a person's pronoun or a noun that can speak."""
    token = passage.tokens[index]
    if token.tag == "PRON":
        return token.lemma.lower() in ("he", "she", "they", "who")
    return token.tag in NAMING and (token.tag == "PROPN" or token.lemma.lower() in cues.kinds)


def find_agent(passage: Passage, verb: int) -> int | None:
    """The "by" phrase of a passive, or None."""
    for below in passage.children[verb]:
        if passage.relation(below) == "obl":
            case = passage.child(below, "case")
            if case is not None and passage.tokens[case].lemma.lower() == "by":
                return below
    return None


def phrase(passage: Passage, head: int) -> Stretch:
    """The words that name somebody: the noun phrase with its titles, without relative clauses and appositions."""
    tokens = passage.tokens
    without = {below for below in passage.children[head] if _is_aside(passage, below, head)}
    inside = set(passage.subtree(head, without))
    left = right = head
    while left - 1 in inside:
        left -= 1
    while right + 1 in inside:
        right += 1
    while right > head and tokens[right].tag == "PUNCT" and tokens[right].text not in ")]\"”’":
        right -= 1
    while left < head and tokens[left].tag in ("PUNCT", "ADP", "SCONJ", "CCONJ") and tokens[left].text not in "([\"“‘":
        left += 1
    return tokens[left].start, tokens[right].end


def _is_aside(passage: Passage, below: int, head: int) -> bool:
    relation = passage.relation(below)
    if relation in _CLAUSAL:
        return True
    if relation in _LEADING:
        return below < head
    return relation == "nmod" and below > head and passage.tokens[min(passage.subtree(below)) - 1].text == ","
