"""Whose the army, the police or a court is that a passage names without saying so: the one state it has spoken of till then."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from copydesk.events.participants import Cast
from copydesk.language.tree import list_tokens
from copydesk.record import Participant

# What a state has: its forces, courts, services and lawmakers, and bodies that nobody else has.
ORGANS = frozenset({"MIL", "COP", "JUD", "SPY", "LEG"})
BODIES = frozenset((
    "government", "authority", "authorities", "ministry", "cabinet", "parliament", "prosecutor", "president", "premier",
    "minister", "governor", "mayor", "tribunal", "court", "commission", "junta",
))
BEFORE = 2  # sentences looked back, beside the words before in the same one


def place_party(cast: Cast, party: Participant) -> Participant:
    """A party with the one state that the words before it name, where it is a state's organ by a common noun, nobody's yet."""
    if party.country is not None or party.entity_id is not None or party.span is None:
        return party
    tokens = list_tokens(cast.reading, party.span)
    head = next((i for i in tokens if cast.reading.tokens[i].head not in tokens), tokens[-1])
    token = cast.reading.tokens[head]
    if token.tag != "NOUN" or not (ORGANS.intersection(party.sectors[:1]) or token.lemma.lower() in BODIES):
        return party
    countries = set(_list_countries(cast, head))
    return replace(party, country=countries.pop()) if len(countries) == 1 else party


def _list_countries(cast: Cast, head: int) -> Iterator[str]:
    """The states of names and places from two sentences before a word up to it."""
    reading = cast.reading
    number = next((i for i, each in enumerate(reading.sentences) if each.first <= head < each.last), 0)
    begin = reading.tokens[reading.sentences[max(0, number - BEFORE)].first].start
    end = reading.tokens[head].start
    told = [place.country for place in cast.places if begin <= place.span.start < end]
    for mention in cast.mentions:
        entity = cast.entities.get(mention.entity_id or "") if begin <= mention.span.start < end else None
        told.append(entity.country if entity is not None else None)
    for token in reading.tokens[reading.sentences[max(0, number - BEFORE)].first : head]:
        hit = cast.world.states.find(token.text) if token.text[:1].isupper() else None
        told.append(hit.country if hit is not None else None)
    for country in told:
        state = cast.world.states.by_code(country) if country else None
        if state is not None and country is not None:
            yield cast.world.states.sovereign(country)
