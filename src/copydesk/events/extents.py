"""The words in which a sentence tells of a party: its phrase with name, description, and what it has or asks for."""

from __future__ import annotations

from dataclasses import replace

from copydesk.events.frames import CONTAINERS, NOMINAL, preposition_of
from copydesk.events.matching import Match
from copydesk.events.participants import Cast
from copydesk.events.phrases import find_phrase, first_of, is_edge, last_of
from copydesk.events.subjects import is_relation
from copydesk.language.tree import list_tokens
from copydesk.record import Participant, Span

FAR = 6  # tokens within which an apposition's head stands behind its noun


def tell_recipient(cast: Cast, match: Match, participant: Participant) -> Participant:
    """A recipient in the words that tell of it in full, or of what it has or asks for."""
    return _with_apposition(cast, _with_rest_of_name(cast, _with_what_it_has(cast, match, participant)))


def tell_actor(cast: Cast, participant: Participant) -> Participant:
    """An actor in the words that tell of it in full."""
    return _with_apposition(cast, _with_what_follows(cast, _with_rest_of_name(cast, participant)))


def _with_rest_of_name(cast: Cast, participant: Participant) -> Participant:
    """A participant with words that the tree cut from its name ("Omar al - Bashir"), and with the pronoun that owns it."""
    if participant.span is None:
        return participant
    reading, tokens = cast.reading, list_tokens(cast.reading, participant.span)
    first, last = tokens[0], tokens[-1]
    while last + 1 < len(reading.tokens) and reading.tokens[last].tag == "PROPN":
        step = 2 if reading.tokens[last + 1].text == "-" and last + 2 < len(reading.tokens) else 1
        if reading.tokens[last + step].tag != "PROPN":
            break
        last += step
    if first and reading.tokens[first - 1].fine == "PRP$":
        first -= 1
    return replace(participant, span=Span(start=reading.tokens[first].start, end=reading.tokens[last].end))


def _with_what_follows(cast: Cast, participant: Participant) -> Participant:
    """A participant with the participle right behind its noun: "missiles fired by the army"."""
    if participant.span is None:
        return participant
    reading = cast.reading
    tokens = list_tokens(reading, participant.span)
    for child in (child for i in tokens for child in reading.children[i] if child > tokens[-1]):
        token = reading.tokens[child]
        describes = token.relation == "acl" and token.fine == "VBN"
        if describes and first_of(reading, child) == tokens[-1] + 1:
            last = last_of(reading, child)
            return replace(participant, span=Span(start=participant.span.start, end=reading.tokens[last].end))
    return participant


def _with_apposition(cast: Cast, participant: Participant) -> Participant:
    """A participant with the name or description set behind it: "Peru's envoy, Ana Ruiz", "Free Farmers (FF)"."""
    if participant.span is None:
        return participant
    reading = cast.reading
    tokens = list_tokens(reading, participant.span)
    behind = [
        child for i in tokens for child in reading.children[i]
        if is_relation(reading.tokens[child], "appos") and child > tokens[-1]
    ]
    if not behind or behind[0] > tokens[-1] + FAR:
        return participant
    last = find_phrase(reading, behind[0])[1]
    if last + 1 < len(reading.tokens) and reading.tokens[last + 1].text == ")":
        last += 1
    return replace(participant, span=Span(start=participant.span.start, end=reading.tokens[last].end))


def _with_what_it_has(cast: Cast, match: Match, participant: Participant) -> Participant:
    """A participant inside a phrase that receives, as that phrase: what is done to "Peru's offer" is told of the offer.

    Whose or what kind a thing is goes with the thing, and so do those it is of or from; where it is, and who does it, does not.
    """
    if participant.span is None:
        return participant
    reading = cast.reading
    tokens = list_tokens(reading, participant.span)
    head = next((i for i in tokens if reading.tokens[i].head not in tokens), tokens[-1])
    for _ in range(3):
        token = reading.tokens[head]
        above = token.head
        counted = reading.tokens[above].lemma.lower() in CONTAINERS or above in match.frame.slots.get("obj", ())
        is_inside = is_relation(token, "compound", "amod") or token.relation == "nmod:poss" or (
            is_relation(token, "nmod") and preposition_of(reading, head) in ("of", "from") and counted
        )
        if above == head or not is_inside or reading.tokens[above].tag not in NOMINAL:
            break
        head = above
    if head in tokens:
        return participant
    first, last = find_phrase(reading, head)
    return replace(participant, span=find_span(cast, min(first, tokens[0]), max(last, tokens[-1])))


def find_span(cast: Cast, first: int, last: int) -> Span:
    """The span of tokens first to last, without articles and marks before them."""
    while first < last and is_edge(cast.reading, first):
        first += 1
    return Span(start=cast.reading.tokens[first].start, end=cast.reading.tokens[last].end)
