"""Why a coding is more or less sure: the reasons of `event_confidence.tsv` that hold for it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from copydesk.events.participants import Cast
from copydesk.events.subjects import is_relation
from copydesk.events.tiebreaks import Draft
from copydesk.record import Event, Participant, Reading, Sentence, Span, Statement, TraceStep

RULE = "confidence"  # of the steps in an event's trace that name a reason
FAR = 12  # words between a trigger and its actor from which on the tree is less to be trusted
LONG = 45  # words of a long sentence
CERTAIN = 1.0  # factuality (-3..3) below which it is open whether a clause told as fact happened
FINITE = frozenset({"VBD", "VBP", "VBZ", "MD"})
SUPPOSING = frozenset({"modal", "condition", "if-clause", "purpose", "proviso"})  # rules of a standing
HAPPENED = frozenset({"asserted", "historical"})


def grade_event(
    event: Event, cast: Cast, draft: Draft, sentence: Sentence, *, statement: Statement | None, factuality: float | None,
) -> Event:
    """The event with its word of confidence, and all reasons that hold at the end of its trace."""
    reading = cast.reading
    reasons = (
        *_of_row(cast, draft), *_of_head(reading, draft), *_of_trigger(reading, draft), *_of_actor(reading, draft, sentence),
        *_of_slots(event), *_of_sentence(reading, sentence), *_of_standing(event, draft, statement, factuality),
    )
    told = (TraceStep(stage=event.trace[0].stage, rule=RULE, row=reason) for reason in reasons)
    return replace(event, trace=(*event.trace, *told), confidence=cast.world.grading.grade(reasons))


def _of_row(cast: Cast, draft: Draft) -> Iterator[str]:
    row = draft.match.construction
    if draft.match.probability is not None:
        yield "head-alone"
        return
    wanted = [condition for condition in row.conditions if condition.wanted]
    if row.code is not None:
        yield "dictionary"
    elif any(condition.words for condition in wanted):
        yield "row-asks-words"
    else:
        yield "row-asks-slot" if wanted or row.particles else "bare-row"
    words = [f"{row.lemma} {particle}" for particle in row.particles] or [row.lemma]
    if row.code is None and all(len(cast.world.plover.category_of_lemma(word)) == 1 for word in words):
        yield "one-meaning"
    if draft.modes:
        yield "mode-told"
    if draft.category != row.category:
        yield "tie-break"


def _of_head(reading: Reading, draft: Draft) -> Iterator[str]:
    """What the reader's head says of a row's trigger; nothing where the reader has none, or the head alone found it."""
    if draft.match.probability is not None or not reading.triggers:
        return
    index = draft.match.frame.trigger
    told = next((trigger for trigger in reading.triggers if trigger.token == index), None)
    if told is None:
        yield "head-unlikely"
    elif told.category == draft.match.construction.category:
        yield "head-likely"
    else:
        yield "head-otherwise"


def _of_trigger(reading: Reading, draft: Draft) -> Iterator[str]:
    frame = draft.match.frame
    if frame.nominal:
        yield "bare-noun" if frame.light is None else "carried-noun"
    elif is_relation(reading.tokens[frame.trigger], "acl", "amod"):
        yield "verb-on-noun"


def _of_actor(reading: Reading, draft: Draft, sentence: Sentence) -> Iterator[str]:
    actor, frame = draft.actors[0], draft.match.frame
    place = _head_of(reading, actor.span, sentence) if actor.span is not None else None
    yield _kind_of(actor, is_pronoun=place is not None and reading.tokens[place].tag == "PRON")
    if place is None:
        return
    if abs(place - frame.trigger) >= FAR:
        yield "actor-far"
    if reading.tokens[place].head not in (frame.trigger, frame.head):
        yield "actor-shared"


def _kind_of(actor: Participant, *, is_pronoun: bool) -> str:
    if is_pronoun:
        return "actor-by-pronoun"
    if actor.entity_id is not None:
        return "actor-named"
    return "actor-of-state" if actor.country else "actor-described"


def _head_of(reading: Reading, span: Span, sentence: Sentence) -> int | None:
    """The head word of a sentence's phrase: the one that hangs on a word outside."""
    inside = [i for i in range(sentence.first, sentence.last) if span.start <= reading.tokens[i].start < span.end]
    return next((i for i in inside if reading.tokens[i].head not in inside or reading.tokens[i].head == i), None)


def _of_slots(event: Event) -> Iterator[str]:
    yield "both-sides" if event.recipients or len(event.actors) > 1 else "one-side"
    if event.date is not None:
        yield "dated"
    if event.place is not None:
        yield "placed"


def _of_sentence(reading: Reading, sentence: Sentence) -> Iterator[str]:
    tokens = reading.tokens[sentence.first : sentence.last]
    if not any(token.fine in FINITE for token in tokens):
        yield "no-finite-verb"
    if not any(token.tag == "PUNCT" and token.text[-1:] in ".!?”\"'’" for token in tokens[-3:]):
        yield "broken-line"
    if len(tokens) >= LONG:
        yield "long-sentence"


def _of_standing(event: Event, draft: Draft, statement: Statement | None, factuality: float | None) -> Iterator[str]:
    if statement is not None:
        yield "said-in-said" if statement.nested_in is not None else "said"
    if draft.standing.rule in SUPPOSING:
        yield "supposed"
    if factuality is not None and event.status in HAPPENED and factuality < CERTAIN:
        yield "doubtful"
    if factuality is not None and event.status == "denied" and factuality > CERTAIN:
        yield "denial-unsure"
