"""Who does it to whom in a sentence, whether or not it is an event: for tables of parties and for checking by hand."""

from __future__ import annotations

from dataclasses import dataclass, replace

from copydesk.events.actors import code_actor
from copydesk.events.frames import CONTAINERS, NOMINAL, find_verb_frame, is_temporal, preposition_of
from copydesk.events.matching import Match, find_matches
from copydesk.events.participants import (
    Cast,
    code_participant,
    find_actors,
    find_phrase,
    find_recipients,
    first_of,
    is_edge,
    last_of,
)
from copydesk.events.subjects import VERBAL, find_child, is_relation
from copydesk.language.tree import list_tokens
from copydesk.lexicon.constructions import Construction
from copydesk.record import Participant, Reading, Sentence, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Parties:
    """The parties of a sentence's main act. mutual: all of them act on one another, and nobody receives."""

    actors: tuple[Participant, ...]
    recipients: tuple[Participant, ...]
    mutual: bool


RECIPROCAL = frozenset({"agree", "sign", "negotiate", "cooperate", "exchange", "share"})
MOVES = ("to", "from", "into")  # before whoever has troops come or go
FAR = 6  # tokens within which an apposition's head stands behind its noun
# A verb that no row knows: whoever is its subject acts.
_ANY_VERB = Construction(
    row="", category="AGREE", lemma="", word_class="v", particle=None, conditions=(), modes=(), mutual=False, alone=False,
    words_only=True, told=False, handed=False, actor_slot=None, recipient_slot=None, weight=0, example="",
)


def find_parties(cast: Cast, sentence: Sentence) -> Parties | None:
    """Parties of the act whose actor is named first in a sentence, of acts alike the one nearest to its root; None without one.

    Mere words count here: who urges whom is told as well as who hits whom.
    """
    matches = list(find_matches(cast.reading, sentence, cast.world.plover))
    root = cast.reading.tokens[sentence.root]
    if root.tag in VERBAL or find_child(cast.reading, sentence.root, "nsubj") is not None:
        matches.append(Match(_ANY_VERB, find_verb_frame(cast.reading, sentence.root)))
    anyone = replace(cast, anyone=True)
    told = [(match, actors) for match in matches if (actors := find_actors(cast, match) or find_actors(anyone, match))]
    if not told:
        return None
    match, actors = min(told, key=lambda one: _rank(cast, one[0]))
    mutual = len(actors) > 1 and (match.construction.mutual or _act_together(cast, match, [other for other, _ in told]))
    recipients = () if mutual else _find_who_receives(cast, match, actors)
    return Parties(
        actors=tuple(_in_full(cast, p) for p in actors),
        recipients=tuple(_with_apposition(cast, _with_rest_of_name(cast, _as_told(cast, match, p))) for p in recipients), mutual=mutual,
    )


def _rank(cast: Cast, match: Match) -> tuple[int, bool, int, int]:
    """Acts whose subject or object stands first come first, known ones before others, then those nearest to the root."""
    heads = [i for slot in ("subj", "obj") for i in match.frame.slots.get(slot, ())]
    return min(heads, default=match.frame.trigger), match.construction is _ANY_VERB, find_depth(cast, match.frame.head), match.frame.trigger


def _act_together(cast: Cast, match: Match, matches: list[Match]) -> bool:
    """Whether several subjects do what they can only do with one another: agree, sign, hold joint exercises."""
    if cast.reading.tokens[match.frame.head].lemma.lower() in RECIPROCAL:
        return True
    subjects = match.frame.slots.get("subj")
    return any(other.construction.mutual and other.frame.slots.get("subj") == subjects for other in matches)


def _find_who_receives(cast: Cast, match: Match, actors: tuple[Participant, ...]) -> tuple[Participant, ...]:
    """Who receives in the act's own slots, but to whom or whence troops are moved; else whoever is named first behind it."""
    found = find_recipients(cast, match, actors)
    if found and all(p.sectors[:1] == ("MIL",) and p.country is None for p in found):
        found = _find_behind(cast, actors, MOVES) or found
    return found or _find_behind(cast, actors)


def _find_behind(
    cast: Cast, actors: tuple[Participant, ...], prepositions: tuple[str, ...] | None = None,
) -> tuple[Participant, ...]:
    """Whoever is named or known and stands first behind the actors in their sentence; () where nobody does.

    prepositions: only in phrases with one of these.
    """
    reading, taken = cast.reading, [actor.span for actor in actors if actor.span is not None]
    begin = max((i for span in taken for i in list_tokens(reading, span)), default=-1)
    sentence = next((each for each in reading.sentences if each.first <= begin < each.last), None)
    behind = range(begin + 1, sentence.last) if sentence is not None else range(0)
    for index in behind:
        if not _is_party(reading, index) or (prepositions and preposition_of(reading, index) not in prepositions):
            continue
        participant = code_participant(cast, index)
        if participant is not None and _is_known(cast, index, participant) and not _is_among(participant, taken):
            return (participant,)
    return ()


def _is_known(cast: Cast, head: int, participant: Participant) -> bool:
    """Whether a phrase names a party by its own words, not only by where it is ("peace in Mali" names none)."""
    token = cast.reading.tokens[head]
    if participant.sectors or participant.span is None or token.tag == "PROPN":
        return True
    return code_actor(cast.text[min(participant.span.start, token.start) : token.end], cast.world, cast.day)[0] is not None


def _is_party(reading: Reading, index: int) -> bool:
    token = reading.tokens[index]
    stands = is_relation(token, "obj", "obl", "nmod", "nsubj", "iobj", "conj")
    return token.tag in NOMINAL and stands and not is_temporal(reading, index)


def _is_among(participant: Participant, spans: list[Span]) -> bool:
    return participant.span is None or any(span.start <= participant.span.start < span.end for span in spans)


def _in_full(cast: Cast, participant: Participant) -> Participant:
    return _with_apposition(cast, _with_what_follows(cast, _with_rest_of_name(cast, participant)))


def _with_rest_of_name(cast: Cast, participant: Participant) -> Participant:
    """A participant with the words that the tree cut from its name ("Omar al - Bashir", "Premier Ana Ruiz"), and with whose it is."""
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


def _as_told(cast: Cast, match: Match, participant: Participant) -> Participant:
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


def find_depth(cast: Cast, index: int) -> int:
    """Steps from a token up to its root."""
    depth = 0
    while cast.reading.tokens[index].head != index and depth < len(cast.reading.tokens):
        index, depth = cast.reading.tokens[index].head, depth + 1
    return depth


def find_span(cast: Cast, first: int, last: int) -> Span:
    """The span of tokens first to last, without articles and marks before them."""
    while first < last and is_edge(cast.reading, first):
        first += 1
    return Span(start=cast.reading.tokens[first].start, end=cast.reading.tokens[last].end)
