"""Who does what to whom in a clause: subjects and objects, also where the tree says them elsewhere.

Surface and depth are kept apart: `find_subject` gives the grammatical subject, `find_agent` and `find_patient` undo the
passive. Pure functions on a Reading; indices are tokens'.
"""

from __future__ import annotations

from copydesk.language.tree import find_child, is_relation, list_children
from copydesk.record import Reading

SUBJECTS = ("nsubj", "csubj")
RELATIVES = frozenset({"who", "which", "that", "whom"})
MOST_STEPS = 8  # of following a subject through other clauses; true chains seen are shorter


def is_passive(reading: Reading, verb: int) -> bool:
    """Whether a verb is passive: by its auxiliary or subject, or as a bare participle on a noun ("troops sent by")."""
    if list_children(reading, verb, "aux:pass", "nsubj:pass", "csubj:pass"):
        return True
    token = reading.tokens[verb]
    if is_relation(token, ("conj",)) and token.fine == "VBN" and not list_children(reading, verb, "aux", *SUBJECTS):
        return is_passive(reading, token.head)
    if token.fine != "VBN" or list_children(reading, verb, "aux", *SUBJECTS):
        return False
    return is_relation(token, ("acl", "advcl", "amod", "xcomp", "root")) and not list_children(reading, verb, "obj")


def find_subject(reading: Reading, verb: int) -> int | None:
    """The grammatical subject of a verb, its own or the one it shares; None where nobody is said.

    Followed: a conjunct shares its first verb's subject; an open complement has the object or subject of the verb
    above; a clause on a noun has that noun; a relative pronoun stands for its noun; an adverbial clause without a
    subject of its own has that of the verb above.
    """
    for _ in range(MOST_STEPS):
        own = find_child(reading, verb, *SUBJECTS)
        if own is not None:
            return find_antecedent(reading, own, verb)
        token = reading.tokens[verb]
        if token.head == verb:
            return None
        if is_relation(token, ("acl",)):
            return token.head
        if is_relation(token, ("xcomp",)):
            controlled = find_child(reading, token.head, "obj", "iobj")
            if controlled is not None and not is_subject_control(reading, token.head):
                return controlled
        elif not is_relation(token, ("conj", "advcl")) or has_other_mood(reading, verb):
            return None
        verb = token.head
    return None


def is_subject_control(reading: Reading, verb: int) -> bool:
    """Verbs whose open complement keeps their own subject although an object stands between: "promised him to go"."""
    return reading.tokens[verb].lemma in ("promise", "threaten", "vow", "pledge")


def has_other_mood(reading: Reading, verb: int) -> bool:
    """Whether a subjectless conjunct or adverbial clause is an order of its own ("see below") rather than a sharer."""
    token = reading.tokens[verb]
    return token.fine == "VB" and is_relation(token, ("conj",)) and reading.tokens[token.head].fine not in ("VB", "VBP")


def find_antecedent(reading: Reading, index: int, verb: int) -> int:
    """The noun that a relative pronoun stands for in its clause; any other token itself."""
    token, clause = reading.tokens[index], reading.tokens[verb]
    is_pronoun = token.lemma.lower() in RELATIVES and token.fine in ("WP", "WDT", "IN")
    return clause.head if is_pronoun and is_relation(clause, ("acl:relcl",)) else index


def find_object(reading: Reading, verb: int) -> int | None:
    """The grammatical object: its own, or the noun a relative clause without one hangs on ("the men they freed")."""
    own = find_child(reading, verb, "obj")
    if own is not None:
        return find_antecedent(reading, own, verb)
    token = reading.tokens[verb]
    is_open = is_relation(token, ("acl:relcl",)) and not is_passive(reading, verb)
    subject = find_child(reading, verb, *SUBJECTS)
    if is_open and subject is not None and find_antecedent(reading, subject, verb) == subject:
        has_other = list_children(reading, verb, "ccomp", "xcomp", "obl")
        return None if has_other else token.head
    return None


def find_by_phrase(reading: Reading, verb: int) -> int | None:
    """The noun after "by" of a passive, or None."""
    for child in list_children(reading, verb, "obl"):
        token = reading.tokens[child]
        case = find_child(reading, child, "case")
        if token.relation == "obl:agent" or (case is not None and reading.tokens[case].lemma == "by"):
            return child
    return None


def find_agent(reading: Reading, verb: int) -> int | None:
    """Who acts: the subject of an active verb, the by-phrase of a passive one; None where nobody is said."""
    return find_by_phrase(reading, verb) if is_passive(reading, verb) else find_subject(reading, verb)


def find_patient(reading: Reading, verb: int) -> int | None:
    """Who or what is acted upon: the object of an active verb, the subject of a passive one."""
    return find_subject(reading, verb) if is_passive(reading, verb) else find_object(reading, verb)
