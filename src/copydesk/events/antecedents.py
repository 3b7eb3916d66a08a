"""For whom a pronoun stands that nobody resolved: whoever the clause before it told of, where number and kind agree."""

from __future__ import annotations

from bisect import bisect_right

from copydesk.events.subjects import VERBAL, find_child, find_subject, is_relation
from copydesk.record import Reading

SINGULAR = frozenset({"NN", "NNP"})
PLURAL = frozenset({"NNS", "NNPS"})
PEOPLE = frozenset({"he", "she"})
STANDING_FOR = frozenset({"it", "they", "he", "she"})
SPEAKING = frozenset({"we", "i"})
FARTHEST = 2  # sentences looked back


def find_antecedent(reading: Reading, pronoun: int) -> int | None:
    """The subject of the clause or sentence before a pronoun that is itself a subject; None where number forbids it.

    "It killed four" after "An Islamic group claimed the raid" is the group; whether "he" can stand for a noun is for the
    caller to judge, who knows persons from bodies.
    """
    token = reading.tokens[pronoun]
    lemma = token.lemma.lower()
    if not is_relation(token, "nsubj"):
        return None
    if lemma in SPEAKING:
        return _find_speaker(reading, token.head)
    if lemma not in STANDING_FOR:
        return None
    place = _find_before(reading, token.head, pronoun)
    if place is None:
        return None
    plural = reading.tokens[place].fine in PLURAL or find_child(reading, place, "conj") is not None
    return place if plural is (lemma == "they") else None


def _find_before(reading: Reading, verb: int, pronoun: int) -> int | None:
    """The subject of a clause above that stands before, else of the sentence before."""
    for _ in range(3):
        token = reading.tokens[verb]
        if token.head == verb or not is_relation(token, "conj", "parataxis", "advcl", "ccomp", "xcomp"):
            break
        verb = token.head
        subject = find_child(reading, verb, "nsubj")
        if subject is not None and subject < pronoun:
            return subject if _is_noun(reading, subject) else None
    number = bisect_right(reading.sentences, pronoun, key=lambda one: one.first) - 1
    for sentence in reversed(reading.sentences[max(0, number - FARTHEST) : max(0, number)]):
        subject = _find_first_subject(reading, sentence.first, sentence.last)
        if subject is not None and _is_noun(reading, subject):
            return subject
    return None


def _find_first_subject(reading: Reading, first: int, last: int) -> int | None:
    root = next((i for i in range(first, last) if reading.tokens[i].head == i), None)
    return None if root is None else find_child(reading, root, "nsubj")


def _find_speaker(reading: Reading, verb: int) -> int | None:
    """Who says "we": the subject of the verb of saying beside the clause."""
    token = reading.tokens[verb]
    beside = [c for c in reading.children[verb] if is_relation(reading.tokens[c], "parataxis")]
    beside += [token.head] if is_relation(token, "ccomp", "parataxis") else []
    for place in beside:
        speaker = find_subject(reading, place) if reading.tokens[place].tag in VERBAL else None
        if speaker is not None and _is_noun(reading, speaker):
            return speaker
    return None


def _is_noun(reading: Reading, index: int) -> bool:
    return reading.tokens[index].fine in SINGULAR | PLURAL
