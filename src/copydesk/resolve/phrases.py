"""Noun phrases that may refer: their heads, their whole extent, and what tells whether they are mentions at all.

Extent as in GUM's guidelines: with determiners, complements and relative clauses, without the preposition before,
without conjuncts and appositions (each is a phrase of its own).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from copydesk.language.tree import find_name, is_relation, list_children
from copydesk.record import Reading, Token

HEADS = ("NOUN", "PROPN", "PRON", "NUM", "DET", "ADJ", "ADV", "SYM", "X")
NEVER = ("flat", "fixed", "goeswith", "nummod", "case", "mark", "cc", "discourse", "punct", "aux", "cop")
ONLY_NOUNS = ("amod", "advmod", "det")  # relations in which no other word is a phrase of its own
# What hangs on a noun but stands beside its phrase.
BESIDE = (
    "conj", "cc", "appos", "parataxis", "list", "dep", "orphan", "nsubj", "csubj", "cop", "aux", "mark", "discourse",
    "reparandum", "vocative", "expl", "advcl",
)  # fmt: skip
ON_PREDICATE = ("obl", "advmod", "punct")  # belong to the clause where the noun is its predicate
OPENING, CLOSING = tuple("([“"), tuple(")]”")
COMMON = ("NOUN", "PROPN", "NUM", "PRON")


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """Tokens [first, last) around a head token. is_pair: the phrase is a whole coordination, its head the first conjunct."""

    first: int
    last: int
    head: int
    is_pair: bool = False


def find_phrases(reading: Reading) -> tuple[Phrase, ...]:
    """Every phrase that may be a mention, in page order, shorter ones first, so that an owner is met before what is owned."""
    found = [phrase for index in range(len(reading.tokens)) for phrase in _phrases_of(reading, index)]
    return tuple(sorted(found, key=lambda phrase: (phrase.first, phrase.last)))


def _phrases_of(reading: Reading, index: int) -> Iterator[Phrase]:
    token = reading.tokens[index]
    if token.tag not in HEADS or is_relation(token, NEVER):
        return
    if token.tag not in COMMON and is_relation(token, ONLY_NOUNS) and token.relation != "det:predet":
        return
    first, last = find_extent(reading, index)
    yield Phrase(first=first, last=last, head=index)
    conjuncts = [child for child in list_children(reading, index, "conj") if _is_conjunct(reading, child)]
    if token.tag in COMMON and conjuncts:
        yield Phrase(first=first, last=find_extent(reading, conjuncts[-1])[1], head=index, is_pair=True)


def _is_conjunct(reading: Reading, index: int) -> bool:
    """Whether a conjunct is a thing beside another, not a clause of its own."""
    return reading.tokens[index].tag in COMMON and not list_children(reading, index, "cop", "nsubj", "aux")


def find_extent(reading: Reading, head: int) -> tuple[int, int]:
    """The unbroken run of tokens around a head that belongs to its phrase, without marks at its edges."""
    tokens = reading.tokens
    members = set(_list_members(reading, head))
    first = last = head
    while first - 1 in members:
        first -= 1
    while last + 1 in members:
        last += 1
    while first < head and (tokens[first].tag == "PUNCT" or is_edge(tokens[first], head)):
        first += 1
    while last > head and tokens[last].tag == "PUNCT" and tokens[last].text not in CLOSING:
        last -= 1
    return first, _close(tokens, first, last + 1)


def _close(tokens: Sequence[Token], first: int, last: int) -> int:
    """The end moved past a bracket or quotation mark that closes one opened inside, or before one that closes nothing."""
    opened = sum(token.text in OPENING for token in tokens[first:last])
    closed = sum(token.text in CLOSING for token in tokens[first:last])
    if opened > closed and last < len(tokens) and tokens[last].text in CLOSING:
        return last + 1
    return last - 1 if closed > opened and tokens[last - 1].text in CLOSING else last


def is_edge(token: Token, head: int) -> bool:
    """Whether a word at the beginning of a phrase only leads up to it: "also", "especially"."""
    return token.head == head and is_relation(token, ("advmod", "cc"))


def _list_members(reading: Reading, head: int) -> Iterator[int]:
    """A head and all that belongs to its phrase."""
    yield head
    is_predicate = bool(list_children(reading, head, "cop"))
    for child in reading.children[head]:
        token = reading.tokens[child]
        if is_relation(token, BESIDE) and token.relation != "cc:preconj":
            continue
        if child < head and is_relation(token, ("case", "acl")):
            continue
        if token.relation == "acl" and _is_set_off(reading, child):
            continue
        if is_predicate and child > head and is_relation(token, ON_PREDICATE):
            continue
        yield from _list_below(reading, child)


def _is_set_off(reading: Reading, index: int) -> bool:
    """Whether a clause begins with a comma or dash."""
    return reading.tokens[min(_list_below(reading, index))].tag == "PUNCT"


def _list_below(reading: Reading, index: int) -> Iterator[int]:
    open_ = [index]
    while open_:
        each = open_.pop()
        yield each
        open_.extend(reading.children[each])


def list_signs(reading: Reading, phrase: Phrase) -> list[str]:
    """What speaks for or against a phrase being a mention, by name; the weights are learned (reference.json)."""
    token = reading.tokens[phrase.head]
    above = reading.tokens[token.head]
    name = find_name(reading, phrase.head)
    named = "-" if name is None else name.label if name.last == phrase.head + 1 else f"in-{name.label}"
    shared = name is not None and token.head != phrase.head and name.first <= token.head < name.last
    relation = token.relation
    opening = reading.tokens[phrase.first].lemma.lower() if phrase.first < phrase.head else "-"
    lemma = token.lemma.lower()
    if phrase.is_pair:
        plural = "owned" if is_relation(token, ("nmod:poss",)) else relation
        length = min(phrase.last - phrase.first, 12) // 3
        return ["pair", f"pair relation={plural}", f"pair tag={token.tag}", f"pair opening={opening}", f"pair length={length}"]
    return [
        f"tag={token.tag} {relation}",
        f"fine={token.fine} {relation.partition(':')[0]}",
        f"word={lemma} {token.tag}",
        f"word={lemma} {relation.partition(':')[0]}",
        f"name={named} {'shared' if shared else '-'} {relation.partition(':')[0]}",
        f"opening={opening} {relation.partition(':')[0]}",
        f"above={above.tag} {relation}",
        f"above={above.lemma.lower()} {relation.partition(':')[0]}",
        f"cased={case_of(reading, phrase.head)} {relation.partition(':')[0]}",
        f"cased={case_of(reading, phrase.head)} {lemma}",
        f"alone={phrase.last - phrase.first == 1} {token.tag} {relation}",
        f"in name={named} {token.tag} {relation}",
    ]


def case_of(reading: Reading, index: int) -> str:
    """The preposition of a phrase, "-" where it has none."""
    return next((reading.tokens[child].lemma.lower() for child in list_children(reading, index, "case")), "-")
