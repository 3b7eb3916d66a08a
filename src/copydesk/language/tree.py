"""Walking a Reading: where a phrase ends, what governs a word. Pure functions; indices are tokens'.

Relations are given as UD names; a name without a subtype means every subtype of it ("nsubj" finds "nsubj:pass" too).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterable

from copydesk.record import Name, Reading, Sentence, Span, Token

DENIALS = frozenset({"not", "never", "neither", "nor", "nowhere"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "SYM"})
# Relations that join the parts of one name or noun compound to its head.
INSIDE_NAME = ("flat", "compound", "goeswith", "fixed")
# What hangs on a noun but is said about it or beside it: left out of the noun's own phrase.
BESIDE_NOUN = (
    "acl", "appos", "conj", "cc", "parataxis", "dep", "list", "punct", "cop", "nsubj", "mark", "advcl", "aux",
)  # fmt: skip


def is_relation(token: Token, relations: Collection[str]) -> bool:
    """Whether a token stands in one of the relations."""
    relation = token.relation
    return relation in relations or relation.partition(":")[0] in relations


def list_children(reading: Reading, index: int, *relations: str) -> tuple[int, ...]:
    """The dependents of a token in text order, all of them where no relation is named."""
    children = reading.children[index]
    if not relations:
        return children
    return tuple(child for child in children if is_relation(reading.tokens[child], relations))


def find_child(reading: Reading, index: int, *relations: str) -> int | None:
    """The first such dependent, or None."""
    return next(iter(list_children(reading, index, *relations)), None)


def list_subtree(reading: Reading, index: int, *, without: Iterable[str] = ()) -> tuple[int, ...]:
    """A token and all below it, in text order; `without`: relations directly below it that are left out."""
    left_out = tuple(without)
    found = [index]
    for child in reading.children[index]:
        if not (left_out and is_relation(reading.tokens[child], left_out)):
            found.extend(list_subtree(reading, child))
    return tuple(sorted(found))


def find_subtree_span(reading: Reading, index: int, *, without: Iterable[str] = ()) -> Span:
    """From the first to the last character of a token's subtree.

    Where subtrees are left out, or a crossing arc leaves a gap, only the unbroken run around the token counts.
    """
    members = set(list_subtree(reading, index, without=without))
    first = last = index
    while first - 1 in members:
        first -= 1
    while last + 1 in members:
        last += 1
    return find_span(reading, first, last + 1)


def find_span(reading: Reading, first: int, last: int) -> Span:
    """The characters of the tokens [first, last)."""
    return Span(start=reading.tokens[first].start, end=reading.tokens[last - 1].end)


def list_tokens(reading: Reading, span: Span) -> tuple[int, ...]:
    """The tokens that lie wholly inside a span."""
    tokens = reading.tokens
    first = bisect_right(tokens, span.start - 1, key=lambda token: token.start)
    last = first
    while last < len(tokens) and tokens[last].end <= span.end:
        last += 1
    return tuple(range(first, last))


def find_sentence(reading: Reading, index: int) -> Sentence:
    """The sentence of a token."""
    return reading.sentences[bisect_right(reading.sentences, index, key=lambda sentence: sentence.first) - 1]


def find_name(reading: Reading, index: int) -> Name | None:
    """The name that a token belongs to, or None."""
    place = bisect_right(reading.names, index, key=lambda name: name.first) - 1
    return reading.names[place] if place >= 0 and index < reading.names[place].last else None


def list_path(reading: Reading, index: int) -> tuple[int, ...]:
    """The tokens above a token, nearest first, up to the root; () for a root."""
    path = []
    while reading.tokens[index].head != index:
        index = reading.tokens[index].head
        path.append(index)
    return tuple(path)


def find_verb_above(reading: Reading, index: int) -> int | None:
    """The nearest token above that is a verb, or a predicate with a copula; None where there is none."""
    return next((above for above in list_path(reading, index) if is_predicate(reading, above)), None)


def is_predicate(reading: Reading, index: int) -> bool:
    """Whether a token heads a clause: a verb, or a word with a copula."""
    return reading.tokens[index].tag == "VERB" or bool(list_children(reading, index, "cop"))


def find_first_conjunct(reading: Reading, index: int) -> int:
    """The token that a chain of conjuncts hangs on; the token itself where it is no conjunct."""
    while is_relation(reading.tokens[index], ("conj",)):
        index = reading.tokens[index].head
    return index


def list_conjuncts(reading: Reading, index: int) -> tuple[int, ...]:
    """All members of the coordination a token belongs to, itself included, in text order."""
    first = find_first_conjunct(reading, index)
    found, open_ = [first], [first]
    while open_:
        further = list_children(reading, open_.pop(), "conj")
        found.extend(further)
        open_.extend(further)
    return tuple(sorted(found))


def find_phrase_head(reading: Reading, index: int) -> int:
    """The head of the noun phrase around a token: up over names, modifiers and determiners; itself if it is none."""
    inside = (*INSIDE_NAME, "det", "amod", "nummod", "case", "nmod:poss", "nmod:unmarked")
    while True:
        token = reading.tokens[index]
        if token.head == index or not is_relation(token, inside) or reading.tokens[token.head].tag not in NOMINAL:
            return index
        index = token.head


def find_phrase(reading: Reading, index: int) -> Span:
    """The largest noun phrase around a token, with its "of" and other phrases, without clauses, conjuncts, appositions.

    A preposition that marks the whole phrase is not part of it; a possessive 's at its end is not either.
    """
    head = find_phrase_head(reading, index)
    return find_subtree_span(reading, head, without=(*BESIDE_NOUN, "case"))


def is_negated(reading: Reading, index: int) -> bool:
    """Whether a clause or phrase is denied by a word of its own: not, never, no longer, neither, no."""
    tokens = reading.tokens
    for child in reading.children[index]:
        lemma = tokens[child].lemma.lower()
        if lemma in DENIALS and is_relation(tokens[child], ("advmod", "cc", "preconj")):
            return True
        if lemma == "no" and is_relation(tokens[child], ("det", "advmod")):
            return True
        if lemma in ("long", "longer") and any(tokens[each].lemma == "no" for each in reading.children[child]):
            return True
    return False
