"""Who does it to whom in a sentence, whether or not it is an event: for tables of parties and for checking by hand."""

from __future__ import annotations

from dataclasses import dataclass, replace

from copydesk.events.frames import find_verb_frame
from copydesk.events.matching import Match, find_matches
from copydesk.events.participants import Cast, find_actors, find_phrase, find_recipients
from copydesk.events.subjects import VERBAL
from copydesk.language.tree import list_tokens
from copydesk.lexicon.constructions import Construction
from copydesk.record import Participant, Sentence, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Parties:
    """The parties of a sentence's main act. mutual: all of them act on one another, and nobody receives."""

    actors: tuple[Participant, ...]
    recipients: tuple[Participant, ...]
    mutual: bool


# A verb that no row knows: whoever is its subject acts.
_ANY_VERB = Construction(
    row="", category="AGREE", lemma="", word_class="v", particle=None, conditions=(), modes=(), mutual=False, alone=False,
    words_only=True, actor_slot=None, recipient_slot=None, weight=0, example="",
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
            return Parties(actors=actors, recipients=recipients, mutual=mutual)
    return None


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
