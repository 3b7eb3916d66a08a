"""From chains to mentions: pronouns and descriptions take the entity that their chain names."""

from __future__ import annotations

from collections.abc import Callable

from copydesk.record import EntityKind, Reading, Span
from copydesk.resolve.cast import Cast, Member
from copydesk.resolve.chains import Chains
from copydesk.resolve.traits import PERSONAL, Traits

# Kinds of entity that each sort of phrase may stand for.
BODIES: tuple[EntityKind, ...] = ("state", "organisation", "armed_group", "outlet")
FITTING: dict[str, tuple[EntityKind, ...]] = {
    "he": ("person",), "she": ("person",), "they": (*BODIES, "group"),
    "it": (*BODIES, "place", "facility", "event", "document", "weapon"),
}  # fmt: skip
NOUNS: dict[str, tuple[EntityKind, ...]] = {"person": ("person",), "organisation": BODIES, "place": ("state",)}
DESCRIBING = ("the", "that")  # sorts of phrases that look back to somebody named
# Weight by which a description must speak for its antecedent rather than for something new: 9 of 10 such links were right on
# GUM's train documents, 2 of 3 below it.
SURE = 2.0
LIKELY = 1.0  # the same for "it" and "they": 3 of 5 right above it, 1 of 3 below


def link_chains(chains: Chains, reading: Reading, cast: Cast) -> None:
    """A mention for every third-person pronoun, without an entity where nobody fits, and for descriptions of somebody named.

    Descriptions that name nobody so far are filled in.
    """
    taken = {index: place for place, said in enumerate(cast.said) for index in range(said.first, said.last)}
    for number, one in enumerate(chains.traits):
        place = taken.get(one.phrase.head)
        if place is None and one.sort in FITTING:
            _refer(one, find_member(chains, number, _fits, 0.0 if one.sort in PERSONAL else LIKELY), reading, cast)
        elif member := find_member(chains, number, _describes, SURE):
            _describe(one, member, reading, cast, place)


def find_member(chains: Chains, number: int, fits: Callable[[Traits, Member], bool], least: float) -> Member | None:
    """The nearest fitting entity that a phrase's antecedents name, up a chain whose links all weigh `least` or more."""
    one = chains.traits[number]
    while chains.antecedent[number] >= 0 and chains.margin[number] >= least:
        number = chains.antecedent[number]
        member = chains.traits[number].member
        if member is not None and fits(one, member):
            return member
    return None


def _refer(pronoun: Traits, member: Member | None, reading: Reading, cast: Cast) -> None:
    """The mention of a pronoun."""
    tokens = (pronoun.phrase.head, pronoun.phrase.head + 1)
    rule = "likeliest antecedent" if member else "no fitting antecedent"
    cast.mention(member, tokens, _span(reading, *tokens), basis="pronoun", rule=rule, row="reference.json")


def _describe(one: Traits, member: Member, reading: Reading, cast: Cast, place: int | None) -> None:
    """The mention of a description, or the one at a place among all that names nobody yet."""
    tokens = (one.phrase.first, one.phrase.head + 1)
    if place is not None:
        before = cast.said[place]
        if before.member is not None or before.mention.basis != "description":
            return
        tokens = (before.first, before.last)
    cast.mention(
        member, tokens, _span(reading, *tokens), basis="description", rule="likeliest antecedent", row="reference.json",
    )
    if place is not None:
        cast.said[place] = cast.said.pop()


def _fits(one: Traits, member: Member) -> bool:
    """Whether an entity can be meant by a pronoun, by its kind and sex."""
    return member.kind in FITTING[one.sort] and (one.sex == "?" or member.gender in (None, one.sex))


def _describes(one: Traits, member: Member) -> bool:
    """Whether a definite noun phrase can describe an entity, by the kind of its noun."""
    return one.sort in DESCRIBING and not one.name and one.number == "single" and member.kind in NOUNS.get(one.kind, ())


def _span(reading: Reading, first: int, last: int) -> Span:
    return Span(start=reading.tokens[first].start, end=reading.tokens[last - 1].end)
