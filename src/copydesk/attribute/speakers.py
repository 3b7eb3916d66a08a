"""The grammatical subject of a cue, through shared subjects, participles, relative clauses and passives."""

from __future__ import annotations

from copydesk.attribute.passage import Passage, Stretch

SUBJECTS = ("nsubj", "nsubj:pass", "nsubj:outer", "csubj")
RELATIVE = frozenset({"who", "which", "that", "whom"})
_NOT_IN_NAME = frozenset({"acl", "acl:relcl", "parataxis", "cop", "advcl", "appos", "advmod", "orphan", "dep", "discourse"})
_LONGEST_CLIMB = 4
_LONGEST_NAME = 8  # tokens between a cue and the far end of the name beside it


def find_speaker(passage: Passage, verb: int) -> int | None:
    """The subject of a cue; where the tree puts it inside a quotation that the cue is not part of, the name beside it."""
    subject = find_subject(passage, verb)
    if subject is None or passage.quotation_of[subject] == passage.quotation_of[verb]:
        return subject
    return _beside(passage, verb)


def _beside(passage: Passage, verb: int) -> int | None:
    """The head of the noun phrase right after a cue, or right before it, within its side of the quotation."""
    tokens = passage.tokens
    for step in (1, -1):
        index, found = verb + step, None
        while 0 <= index < len(tokens) and abs(index - verb) <= _LONGEST_NAME:
            if passage.quotation_of[index] != passage.quotation_of[verb] or tokens[index].tag in ("PUNCT", "VERB", "SCONJ"):
                break
            if tokens[index].tag in ("PROPN", "NOUN", "PRON"):
                found = index
            index += step
        if found is not None:
            head = tokens[found].head
            return head if abs(head - verb) <= _LONGEST_NAME and tokens[head].tag in ("PROPN", "NOUN") else found
    return None


def find_subject(passage: Passage, verb: int, climbs: int = 0) -> int | None:
    """Index of the token that does what `verb` says; for a passive its agent ("by"), None where nobody is named."""
    tokens = passage.tokens
    passive = is_passive(passage, verb)
    if passive:
        agent = find_agent(passage, verb)
        if agent is not None or passage.child(verb, "nsubj:pass", "nsubj", "expl") is not None:
            return agent
    subject = passage.child(verb, *SUBJECTS)
    if subject is not None:
        return _antecedent(passage, verb, subject)
    if passage.child(verb, "expl") is not None or climbs > _LONGEST_CLIMB:
        return None
    head = tokens[verb].head
    relation = tokens[verb].relation
    if head == verb:
        return None
    if relation.startswith("acl"):
        return None if passive else head
    if relation in ("conj", "xcomp", "advcl", "parataxis", "ccomp", "dep") and tokens[head].tag in ("VERB", "AUX", "ADJ", "NOUN"):
        if relation == "ccomp" and tokens[verb].fine != "VBG":
            return None
        if tokens[head].tag == "NOUN" and passage.child(head, "cop") is None:
            return None
        if relation in ("advcl", "xcomp", "dep", "parataxis") and is_passive(passage, head):
            return passage.child(head, *SUBJECTS)
        return find_subject(passage, head, climbs + 1)
    return None


def _antecedent(passage: Passage, verb: int, subject: int) -> int:
    if passage.tokens[subject].lemma.lower() in RELATIVE and passage.tokens[subject].fine in ("WP", "WDT", "IN", "DT"):
        clause = verb
        for _ in range(_LONGEST_CLIMB):
            if passage.tokens[clause].relation.startswith("acl"):
                return passage.tokens[clause].head
            clause = passage.tokens[clause].head
    return subject


def is_passive(passage: Passage, verb: int) -> bool:
    """Whether a verb stands in the passive: an auxiliary of it, a passive subject, or a bare participle with an agent."""
    if passage.child(verb, "aux:pass", "nsubj:pass") is not None:
        return True
    token = passage.tokens[verb]
    return token.fine == "VBN" and token.relation.startswith("acl") and passage.child(verb, "aux") is None


def find_agent(passage: Passage, verb: int) -> int | None:
    """The "by" phrase of a passive, or None."""
    for below in passage.children[verb]:
        if passage.relation(below) == "obl":
            case = passage.child(below, "case")
            if case is not None and passage.tokens[case].lemma.lower() == "by":
                return below
    return None


def phrase(passage: Passage, head: int) -> Stretch:
    """The words that name somebody: the noun phrase without relative clauses and appositions, its titles kept."""
    top = head
    without = set()
    case = {"case", "mark", "punct", "cc"}
    for below in passage.children[top]:
        relation = passage.tokens[below].relation
        bare = relation.partition(":")[0]
        if relation in _NOT_IN_NAME or bare in ("acl", "advcl", "parataxis", "orphan"):
            without.add(below)
        elif bare in case and below < top:
            without.add(below)
        elif bare == "appos" or (bare == "nmod" and below > top and passage.text[passage.tokens[below - 1].start] == ","):
            without.add(below)
    indices = passage.subtree(top, without)
    runs: list[int] = [top]
    inside = set(indices)
    left = top
    while left - 1 in inside:
        left -= 1
    right = top
    while right + 1 in inside:
        right += 1
    while right > top and passage.tokens[right].tag == "PUNCT" and passage.tokens[right].text not in ")]\"”’":
        right -= 1
    while left < top and (passage.tokens[left].tag in ("PUNCT", "ADP", "SCONJ", "CCONJ") and passage.tokens[left].text not in "([\"“‘"):
        left += 1
    runs = [left, right]
    return passage.trim((passage.tokens[runs[0]].start, passage.tokens[runs[1]].end)) if passage.tokens[right].text[-1:] != "." \
        else (passage.tokens[left].start, passage.tokens[right].end)
