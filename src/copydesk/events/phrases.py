"""How far a participant's phrase reaches: from its first modifier to the names and "of" phrases behind its head."""

from __future__ import annotations

from copydesk.events.frames import preposition_of
from copydesk.events.subjects import is_relation
from copydesk.record import Reading

_PREMODIFIERS = ("det", "amod", "compound", "nummod", "nmod:poss", "nmod:desc", "flat", "nmod:unmarked", "advmod", "punct")


def find_phrase(reading: Reading, head: int) -> tuple[int, int]:
    """First and last token (closed) of a head's noun phrase: modifiers, name parts and "of" phrases, no clauses."""
    first = last = head
    for child in sorted(reading.children[head], reverse=True):
        if child < head and child >= first - _width(reading, child) and _belongs_before(reading, child):
            first = min(first, first_of(reading, child))
    for child in reading.children[head]:
        token = reading.tokens[child]
        if child == last + 1 and is_relation(token, "flat", "compound", "nummod", "goeswith", "appos"):
            last = max(child, last_of(reading, child))
        elif child > last and is_relation(token, "nmod"):
            preposition = preposition_of(reading, child)
            adjacent = first_of(reading, child) == last + 1
            if preposition == "of" or (adjacent and preposition in ("in", "for", "from")):
                last = max(last, find_phrase(reading, child)[1])
    return first, last


def _width(reading: Reading, child: int) -> int:
    return 2 + child - first_of(reading, child) + (last_of(reading, child) - child)


def _belongs_before(reading: Reading, child: int) -> bool:
    token = reading.tokens[child]
    return token.relation in _PREMODIFIERS or token.relation.partition(":")[0] in ("det", "amod", "compound", "nummod", "flat")


def first_of(reading: Reading, index: int) -> int:
    """The first token of what hangs on a token, itself included."""
    return min([index, *(first_of(reading, child) for child in reading.children[index] if child < index)])


def last_of(reading: Reading, index: int) -> int:
    """The last token of what hangs on a token, itself included."""
    return max([index, *(last_of(reading, child) for child in reading.children[index] if child > index)])


def is_edge(reading: Reading, index: int) -> bool:
    """Articles, possessive pronouns and stray marks stand before a participant's words."""
    token = reading.tokens[index]
    if token.tag == "DET":
        return token.lemma.lower() in ("the", "a", "an", "this", "that", "these", "those")
    if token.tag == "ADP" and index + 1 < len(reading.tokens):
        return reading.tokens[index + 1].text.lower() not in ("least", "most")  # "at least nine people"
    return token.tag in ("PUNCT", "ADP", "CCONJ") or token.fine == "PRP$"
