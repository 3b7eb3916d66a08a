"""Who does it to whom in a sentence, whether or not it is an event: for tables of parties and for checking by hand."""

from __future__ import annotations

from dataclasses import dataclass, replace

from copydesk.events.actors import code_actor
from copydesk.events.extents import tell_actor, tell_recipient
from copydesk.events.frames import NOMINAL, find_verb_frame, is_temporal, preposition_of
from copydesk.events.matching import Match, find_matches
from copydesk.events.participants import Cast, code_participant, find_actors, find_recipients
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
# A verb that no row knows: whoever is its subject acts.
_ANY_VERB = Construction(
    row="", category="AGREE", lemma="", word_class="v", particles=(), negated=False, conditions=(), modes=(), mutual=False,
    alone=False, words_only=True, told=False, handed=False, actor_slot=None, recipient_slot=None, weight=0, example="",
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
        actors=tuple(tell_actor(cast, p) for p in actors),
        recipients=tuple(tell_recipient(cast, match, p) for p in recipients), mutual=mutual,
    )


def _rank(cast: Cast, match: Match) -> tuple[int, bool, int, int]:
    """Acts whose subject or object stands first come first, known ones before others, then those nearest to the root."""
    heads = [i for slot in ("subj", "obj") for i in match.frame.slots.get(slot, ())]
    first = min(heads, default=match.frame.trigger)
    return first, match.construction is _ANY_VERB, find_depth(cast, match.frame.head), match.frame.trigger


def _act_together(cast: Cast, match: Match, matches: list[Match]) -> bool:
    """Whether several subjects do what they can only do with one another: agree, sign, hold joint exercises."""
    if cast.reading.tokens[match.frame.head].lemma.lower() in RECIPROCAL:
        return True
    subjects = match.frame.slots.get("subj")
    together = (other for other in matches if other.construction.mutual or "joint" in other.frame.mods)
    return any(other.frame.slots.get("subj") == subjects for other in together)


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


def find_depth(cast: Cast, index: int) -> int:
    """Steps from a token up to its root."""
    depth = 0
    while cast.reading.tokens[index].head != index and depth < len(cast.reading.tokens):
        index, depth = cast.reading.tokens[index].head, depth + 1
    return depth


