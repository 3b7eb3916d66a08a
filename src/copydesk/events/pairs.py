"""The event between two given parties: for exams and for users who bring their own actor and recipient."""

from __future__ import annotations

from dataclasses import dataclass

from copydesk.events.coding import draft_event
from copydesk.events.frames import conjuncts
from copydesk.events.matching import find_matches
from copydesk.events.participants import build_cast
from copydesk.events.subjects import is_relation
from copydesk.events.tiebreaks import Draft, apply_negation_table
from copydesk.lexicon import World
from copydesk.record import Reading, Span, TraceStep

# How much each sign that a trigger is the event between the pair counts; set by hand (docs/steps/events.md).
ACTS = 6.0  # the given actor stands in an acting slot
RECEIVES = 5.0  # the given recipient stands in a receiving slot or inside its phrase
INSIDE = 2.0  # the given recipient's phrase holds the trigger, or the trigger's phrase holds it
BETWEEN = 1.5  # the trigger stands between the two
DEPTH = 0.6  # lost for each step down from the root
CONTENT = 4.5  # lost where the trigger is only what somebody asks for, refuses, promises or alleges
PURPOSE = 2.0  # lost where the trigger only says what for, or describes a noun
WEIGHT = 0.15  # for each point of the construction's own weight


@dataclass(frozen=True, slots=True, kw_only=True)
class PairEvent:
    """The event between a pair. category: PLOVER, after tie-breaks; negated: told as not done."""

    category: str
    modes: tuple[str, ...]
    trigger: Span
    negated: bool
    trace: tuple[TraceStep, ...]


def code_pair(
    text: str, reading: Reading, *, actor: Span, recipient: Span, world: World, day: str | None = None,
) -> PairEvent | None:
    """What the first party does to the second in a text, or None where no construction stands in its sentences.

    Of all triggers the one whose slots fit the pair best wins; where none fits, the one nearest to the root. A negated
    event takes the category of PLOVER's negation table, since a root is asked for.
    """
    cast = build_cast(text, reading, world, day=day)
    drafts = [
        draft_event(cast, match)
        for sentence in reading.sentences if sentence.start < actor.end and actor.start < sentence.end
        for match in find_matches(reading, sentence, world.plover)
    ] or [
        draft_event(cast, match)
        for sentence in reading.sentences for match in find_matches(reading, sentence, world.plover)
    ]
    if not drafts:
        return None
    best = max(drafts, key=lambda draft: (score_fit(draft, reading, actor, recipient), -draft.match.frame.trigger))
    negated = best.standing.status == "denied" and best.standing.rule in ("negation", "negated-future", "governor-fails")
    category = apply_negation_table(best.category, world.plover) if negated else best.category
    if not negated and best.standing.status == "planned" and world.plover.quad(category) == "MX" and category != "SANCTION":
        category = "THREATEN"  # a party's own future hostility, as in the same authors' table of futures
    token = reading.tokens[best.match.frame.trigger]
    rules = [TraceStep(stage="events", rule=rule) for rule in best.rules]
    return PairEvent(
        category=category, modes=best.modes, trigger=Span(start=token.start, end=token.end), negated=negated,
        trace=(TraceStep(stage="events", rule="pair", row=best.match.construction.row), *rules),
    )


def score_fit(draft: Draft, reading: Reading, actor: Span, recipient: Span) -> float:
    """How well a draft's frame fits a pair: see the weights above."""
    frame, row = draft.match.frame, draft.match.construction
    trigger = reading.tokens[frame.trigger]
    score = WEIGHT * row.weight - DEPTH * _depth(reading, frame.trigger)
    named = (row.actor_slot,) if row.actor_slot else ()
    acting = ("subj", "demonym", *named, *(("with", "between", "obj") if row.mutual else ()))
    if any(_touches(reading, head, actor) for slot in acting for head in _filled(draft, reading, slot)):
        score += ACTS
    others = [slot for slot in frame.slots if slot not in ("subj", "demonym")]
    if any(_touches(reading, head, recipient) for slot in others for head in _filled(draft, reading, slot)):
        score += RECEIVES
    elif _is_in_slots(draft, reading, others, recipient) or recipient.start <= trigger.start < recipient.end:
        score += INSIDE
    low, high = sorted((actor.start, recipient.start))
    if low <= trigger.start <= high:
        score += BETWEEN
    if draft.standing.governor in ("asks", "refuses", "threatens", "promises", "alleges", "denies"):
        score -= CONTENT
    if draft.standing.rule == "purpose" or is_relation(trigger, "acl"):
        score -= PURPOSE
    return score


def _is_in_slots(draft: Draft, reading: Reading, slots: list[str], span: Span) -> bool:
    return any(_holds(reading, head, span) for slot in slots for head in _filled(draft, reading, slot))


def _filled(draft: Draft, reading: Reading, slot: str) -> list[int]:
    return [place for head in draft.match.frame.slots.get(slot, ()) for place in conjuncts(reading, head)]


def _touches(reading: Reading, head: int, span: Span) -> bool:
    """Whether a phrase head, or a modifier right on it, stands in a span."""
    if span.start <= reading.tokens[head].start < span.end:
        return True
    return any(
        span.start <= reading.tokens[child].start < span.end
        for child in reading.children[head] if is_relation(reading.tokens[child], "amod", "compound", "nmod", "flat")
    )


def _holds(reading: Reading, head: int, span: Span, depth: int = 0) -> bool:
    if span.start <= reading.tokens[head].start < span.end:
        return True
    return depth < 6 and any(_holds(reading, child, span, depth + 1) for child in reading.children[head])


def _depth(reading: Reading, index: int) -> int:
    depth = 0
    while reading.tokens[index].head != index and depth < 12:
        index = reading.tokens[index].head
        depth += 1
    return depth
