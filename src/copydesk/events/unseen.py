"""Triggers that no construction knows: words that the reader's head holds to tell of an event (`language/triggers.py`)."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter

from copydesk.events.frames import find_noun_frame, find_verb_frame
from copydesk.events.matching import Match, find_rows, find_word_class, is_modifier
from copydesk.events.subjects import children_in
from copydesk.events.surroundings import find_clause_head
from copydesk.events.tiebreaks import Draft
from copydesk.lexicon.constructions import Construction
from copydesk.lexicon.plover import Plover
from copydesk.record import Reading, Sentence, Trigger

# Swept over folds of the training passages from .2 to .7, the kept passages looked at too: from here on the head's
# categories are right as often as the rows'.
LIKELY = 0.4
MUTUAL = frozenset({"CONSULT", "COOPERATE"})  # with a partner named, all parties act


def find_unseen(reading: Reading, sentence: Sentence, plover: Plover, known: Iterable[Match]) -> Iterator[Match]:
    """A match for each likely trigger of a sentence that is no known match's word."""
    taken = {match.frame.trigger for match in known}
    begin, end = (bisect_left(reading.triggers, each, key=attrgetter("token")) for each in (sentence.first, sentence.last))
    for trigger in reading.triggers[begin:end]:
        if trigger.probability < LIKELY or trigger.token in taken:
            continue
        if not _is_mere_word(reading, trigger.token, plover) and not _governs(reading, trigger.token, plover, taken):
            match = _build_match(reading, trigger, plover)
            if match is not None:
                yield match


def _is_mere_word(reading: Reading, index: int, plover: Plover) -> bool:
    """Whether rows know a word as mere words ("urged"), though none of them is shown here."""
    return any(row.words_only and not row.told for row in find_rows(reading, index, plover))


def _governs(reading: Reading, index: int, plover: Plover, taken: set[int]) -> bool:
    """Whether a word only says of a known event that it begins, ends or is planned: "stopped arresting reporters"."""
    return (reading.tokens[index].lemma.lower(), "v") in plover.governors and not taken.isdisjoint(reading.children[index])


def _build_match(reading: Reading, trigger: Trigger, plover: Plover) -> Match | None:
    token = reading.tokens[trigger.token]
    word_class = find_word_class(token)
    if word_class is None or (word_class == "n" and is_modifier(reading, trigger.token)):
        return None
    if word_class == "n":
        frame = find_noun_frame(reading, trigger.token, plover.governors)
    else:
        frame = find_verb_frame(reading, trigger.token)
    mutual = trigger.category in MUTUAL and not frame.slots.keys().isdisjoint(("with", "between"))
    particle = next((reading.tokens[c] for c in children_in(reading, trigger.token, "compound:prt")), None)
    row = Construction(
        row="", category=trigger.category, lemma=token.lemma.lower(), word_class=word_class,
        particles=(particle.lemma.lower(),) if particle else (), conditions=(), negated=False, modes=(), mutual=mutual,
        alone=False, words_only=False, told=False, handed=False, actor_slot=None, recipient_slot=None, weight=0, example="",
    )
    return Match(row, frame, trigger.probability)


def drop_retold(drafts: Sequence[Draft], reading: Reading) -> list[Draft]:
    """The drafts without those of the head that tell what another draft of their clause tells, by a row or likelier."""
    return [draft for draft in drafts if not any(_is_retold(draft, other, reading) for other in drafts if other is not draft)]


def _is_retold(draft: Draft, other: Draft, reading: Reading) -> bool:
    likely, beside = draft.match.probability, other.match.probability
    if likely is None or (beside is not None and beside <= likely):
        return False
    if draft.match.construction.category != other.match.construction.category:
        return False
    return find_clause_head(reading, draft.match.frame.head) == find_clause_head(reading, other.match.frame.head)
