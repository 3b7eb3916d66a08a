"""Who does it to whom in a sentence, whether or not it is an event: for tables of parties and for checking by hand."""

from __future__ import annotations

from dataclasses import dataclass, replace

from copydesk.events.frames import NOMINAL, find_verb_frame, is_temporal
from copydesk.events.matching import Match, find_matches
from copydesk.events.participants import Cast, code_participant, find_actors, find_phrase, find_recipients, is_edge
from copydesk.events.subjects import VERBAL, is_relation
from copydesk.language.tree import list_tokens
from copydesk.lexicon.constructions import Construction
from copydesk.record import Participant, Sentence, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Parties:
    """The parties of a sentence's main act. mutual: all of them act on one another, and nobody receives."""

    actors: tuple[Participant, ...]
    recipients: tuple[Participant, ...]
    mutual: bool


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
    if cast.reading.tokens[sentence.root].tag in VERBAL:
        matches.append(Match(_ANY_VERB, find_verb_frame(cast.reading, sentence.root)))
    anyone = replace(cast, anyone=True)
    told = [(match, actors) for match in matches if (actors := find_actors(cast, match) or find_actors(anyone, match))]
    if not told:
        return None
    match, actors = min(told, key=lambda one: _rank(cast, *one))
    mutual = match.construction.mutual and len(actors) > 1
    recipients = _find_who_receives(cast, match, actors)
    return Parties(
        actors=tuple(_with_apposition(cast, p) for p in actors),
        recipients=tuple(_with_apposition(cast, _as_told(cast, match, p)) for p in recipients), mutual=mutual,
    )


def _rank(cast: Cast, match: Match, actors: tuple[Participant, ...]) -> tuple[int, bool, int, int]:
    first = min(actor.span.start for actor in actors if actor.span is not None)
    return first, match.construction is _ANY_VERB, find_depth(cast, match.frame.head), match.frame.trigger


def _find_who_receives(cast: Cast, match: Match, actors: tuple[Participant, ...]) -> tuple[Participant, ...]:
    """Who receives in the act's own slots; else whom it is to help; else whoever is named first behind it."""
    found = find_recipients(cast, match, actors)
    if found or (match.construction.mutual and len(actors) > 1):
        return found
    return _find_behind(cast, match, actors)


def _find_behind(cast: Cast, match: Match, actors: tuple[Participant, ...]) -> tuple[Participant, ...]:
    """Whoever is known and named first behind the act, in its own clause or below it."""
    reading, taken = cast.reading, [actor.span for actor in actors if actor.span is not None]
    waiting = [child for child in reading.children[match.frame.head] if child > match.frame.head]
    below: list[int] = []
    while waiting:
        index = waiting.pop()
        below.append(index)
        waiting.extend(reading.children[index])
    for index in sorted(below):
        token = reading.tokens[index]
        if token.tag in NOMINAL and is_relation(token, "obj", "obl", "nmod", "nsubj", "iobj", "conj") and not is_temporal(reading, index):
            participant = code_participant(cast, index)
            if participant is not None and (participant.country or participant.sectors) and participant.span is not None:
                if not any(span.start <= participant.span.start < span.end for span in taken):
                    return (participant,)
    return ()


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
    """A participant inside a phrase that receives, as that phrase: what is done to "Peru's offer" is told of the offer."""
    if participant.span is None:
        return participant
    tokens = list_tokens(cast.reading, participant.span)
    for head in match.frame.slots.get("obj", ()):
        if head not in tokens:
            first, last = find_phrase(cast.reading, head)
            if first <= tokens[0] and tokens[-1] <= last:
                return replace(participant, span=find_span(cast, first, last))
    return participant


def _objects_only(match: Match) -> Match:
    """A match whose frame has no slots but its object: what is not known to be a party receives only as the object."""
    slots = {slot: heads for slot, heads in match.frame.slots.items() if slot in ("subj", "obj")}
    return replace(match, frame=replace(match.frame, slots=slots))


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
