"""Who does it to whom in a sentence, whether or not it is an event: for tables of parties and for checking by hand."""

from __future__ import annotations

from dataclasses import dataclass, replace

from copydesk.events.frames import find_verb_frame
from copydesk.events.matching import Match, find_matches
from copydesk.events.participants import Cast, find_actors, find_phrase, find_recipients
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
    row="", category="AGREE", lemma="", word_class="v", particles=(), negated=False, conditions=(), modes=(), mutual=False,
    alone=False, words_only=True, told=False, handed=False, actor_slot=None, recipient_slot=None, weight=0, example="",
)


def find_parties(cast: Cast, sentence: Sentence) -> Parties | None:
    """Parties of the known act nearest to the sentence's root, of its root verb where none is known; None without an actor.

    Mere words count here: who urges whom is told as well as who hits whom.
    """
    matches = sorted(
        find_matches(cast.reading, sentence, cast.world.plover),
        key=lambda match: (find_depth(cast, match.frame.head), match.frame.trigger),
    )
    if cast.reading.tokens[sentence.root].tag in VERBAL:
        matches.append(Match(_ANY_VERB, find_verb_frame(cast.reading, sentence.root)))
    anyone = replace(cast, anyone=True)
    for match in matches:
        actors = find_actors(cast, match) or find_actors(anyone, match)
        if actors:
            mutual = match.construction.mutual and len(actors) > 1
            recipients = tuple(_with_what_it_has(cast, p) for p in find_recipients(cast, match, actors))
            return Parties(
                actors=tuple(_with_apposition(cast, p) for p in actors),
                recipients=tuple(_with_apposition(cast, p) for p in recipients), mutual=mutual,
            )
    return None


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


def _with_what_it_has(cast: Cast, participant: Participant) -> Participant:
    """A possessor with what it has: what is done to "Peru's offer" is told of the offer."""
    if participant.span is None:
        return participant
    tokens = list_tokens(cast.reading, participant.span)
    owner = next((i for i in tokens if cast.reading.tokens[i].relation == "nmod:poss"), None)
    if owner is None or cast.reading.tokens[owner].head in tokens:
        return participant
    first, last = find_phrase(cast.reading, cast.reading.tokens[owner].head)
    first = min(first, tokens[0])
    return replace(participant, span=Span(start=cast.reading.tokens[first].start, end=cast.reading.tokens[last].end))


def find_depth(cast: Cast, index: int) -> int:
    """Steps from a token up to its root."""
    depth = 0
    while cast.reading.tokens[index].head != index and depth < len(cast.reading.tokens):
        index, depth = cast.reading.tokens[index].head, depth + 1
    return depth
