"""The stage: PLOVER events of one article, each with its clause, its participants and the trace of what fired."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, replace

from copydesk.events.confidence import grade_event
from copydesk.events.contexts import Contexts
from copydesk.events.dictionary import with_dictionary
from copydesk.events.dictionarytrace import find_discard, list_contexts, list_steps
from copydesk.events.echoes import find_echoes
from copydesk.events.matching import Match, find_carried, find_matches
from copydesk.events.modes import find_modes
from copydesk.events.participants import Cast, build_cast, explain_party, find_actors, find_recipients
from copydesk.events.passage import place_party
from copydesk.events.status import CONTENT_KINDS, Standing, find_beginning, find_standing, settle_status
from copydesk.events.subjects import find_child, is_past, is_relation
from copydesk.events.surroundings import (
    find_clause_head,
    find_clause_span,
    list_clause,
    list_in_clause,
    list_outcomes,
    pick_place,
    pick_time,
)
from copydesk.events.tiebreaks import Draft, drop_beaten, settle_ahead, settle_category, settle_loading, settle_outcomes
from copydesk.events.unseen import drop_retold, find_unseen
from copydesk.language.covers import Covers
from copydesk.language.running import run_lines
from copydesk.lexicon import World
from copydesk.record import (
    Article,
    Entity,
    Event,
    Mention,
    Page,
    Participant,
    Place,
    Predicate,
    Quantity,
    Reading,
    Refusal,
    Sentence,
    Span,
    Statement,
    TimeExpression,
    TraceStep,
)
from copydesk.record.ids import derive_id

STAGE = "events"
Said = Covers[Statement]
NOBODY: Said = Covers(())
WORDS_AND_HELP = frozenset({
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "AID", "COOPERATE",
})
# Planned with one party, these call a meeting whose others are left open ("will hold a summit"); to discuss does not.
CALLING = frozenset({"hold", "meet", "convene", "gather", "begin", "start", "open", "resume", "launch", "conduct"})
HITTING = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "PROTEST"})  # a town may be where these happen and whom they hit
HARM = frozenset({"killed", "injured", "missing"})  # units that count what came of an act
UNLIKELY = 0.1  # probability below which the reader's head denies a trigger; swept at .05, .1, .15 on kept passages
MEANT = frozenset({"modal", "bare"})  # slots that only an order or a demand fills
NEEDS_RECIPIENT = frozenset({"AID", "SANCTION"})  # PLOVER requires one; COOPERATE has all parties as actors


def code_events(
    *, page: Page, article: Article, reading: Reading, times: tuple[TimeExpression, ...],
    quantities: tuple[Quantity, ...], entities: tuple[Entity, ...], mentions: tuple[Mention, ...],
    places: tuple[Place, ...], statements: tuple[Statement, ...], predicates: tuple[Predicate, ...], world: World,
) -> tuple[tuple[Event, ...], tuple[Refusal, ...]]:
    """The events of an article in text order, and what was seen but could not be coded.

    A trigger without any actor in its clause is no event (PLOVER codes none); one whose category needs a recipient
    and names none is refused. Mere statements are left to the statements.
    """
    cast = build_cast(
        run_lines(page, article), reading, world, day=article.created, mentions=mentions, entities=entities, places=places,
    )
    said = Covers((content.start, content.end, one) for one in statements for content in one.content)
    factuality = {predicate.span.start: predicate.value for predicate in reversed(predicates)}
    shared = tuple(_Shared(records) for records in (times, quantities, places))
    contexts = Contexts(cast, article)
    events: list[Event] = []
    refusals: list[Refusal] = []
    before: tuple[Draft, ...] = ()
    for sentence in reading.sentences:
        drafts = draft_events(cast, sentence, said=said)
        drafts += draft_echoes(cast, sentence, (*before, *drafts), said)
        before = drafts
        if not drafts:
            continue
        discard = find_discard(cast, article, sentence)
        if discard is not None:
            span = Span(start=sentence.start, end=sentence.end)
            refusals.append(Refusal(page_id=page.id, stage=STAGE, reason=discard, span=span))
            continue
        here = _Here(contexts, *(records.within(sentence) for records in shared))
        for draft in drafts:
            reason = why_not(cast, draft)
            if reason is not None:
                span = _token_span(reading, draft.match.frame.trigger)
                refusals.append(Refusal(page_id=page.id, stage=STAGE, reason=reason, span=span))
                continue
            events.append(_finish(cast, draft, sentence, here, created=article.created, said=said, factuality=factuality))
    return tuple(sorted(events, key=lambda event: (event.trigger, event.category))), tuple(refusals)


def why_not(cast: Cast, draft: Draft) -> str | None:
    """Why a draft is no record: nobody known acts, a recipient that PLOVER asks for is not named, the head denies it."""
    if not any(actor.name or actor.country or actor.sectors for actor in draft.actors):
        return f"{draft.category} by a pronoun that nobody could resolve"
    if draft.category in NEEDS_RECIPIENT and not draft.recipients:
        return f"{draft.category} without a recipient in its clause"
    if _is_unlikely(cast, draft):
        return f"{draft.category} by a row, held for no event by the reader's head"
    return None


def _is_unlikely(cast: Cast, draft: Draft) -> bool:
    """Whether the reader's head holds the trigger of a row that asks for no words around it for no event.

    "The striker fired wide": such rows fire in sport and business too. Trusted are a user's dictionary, joint acts, what
    another verb begins, ends or plans, and words of one category alone.
    """
    match = draft.match
    row = match.construction
    if match.probability is not None or row.code is not None or not cast.reading.triggers:
        return False
    asks = any(one.words or not MEANT.isdisjoint(one.slots) for one in row.conditions if one.wanted)
    one_meaning = len(cast.world.plover.category_of_lemma(row.lemma)) == 1  # "invasion" is one whatever the head holds
    if asks or one_meaning or row.mutual or row.particles or draft.standing.governor is not None:
        return False
    words = {match.frame.trigger, match.frame.head, find_carried(cast.reading, match, cast.world.plover)}
    return not any(one.token in words and one.probability >= UNLIKELY for one in cast.reading.triggers)


def draft_events(cast: Cast, sentence: Sentence, *, said: Said = NOBODY) -> tuple[Draft, ...]:
    """The events of one sentence before dates are known, tie-breaks applied; without those that nobody did."""
    drafts = []
    matches = with_dictionary(cast.reading, sentence, find_matches(cast.reading, sentence, cast.world.plover), cast.world)
    mere = (match for match in matches if match.construction.words_only and not match.construction.told)
    words = frozenset(match.frame.trigger for match in mere)
    for match in (*matches, *find_unseen(cast.reading, sentence, cast.world.plover, matches)):
        if match.construction.words_only or _is_told_by(cast.reading, match.frame.trigger, words):
            continue
        draft = draft_event(cast, match, said)
        if draft.standing.governor not in CONTENT_KINDS and _has_actor(draft, cast.reading):
            drafts.append(draft)
    reading = cast.reading
    told = settle_outcomes(settle_loading(drop_retold(drafts, reading)), reading)
    return drop_beaten(find_modes(told, reading, cast.world.plover), reading)


def draft_echoes(cast: Cast, sentence: Sentence, told: tuple[Draft, ...], said: Said = NOBODY) -> tuple[Draft, ...]:
    """The acts of a sentence that only repeat one told before, with whom it hit where nobody else is named."""
    drafts = []
    for match in find_echoes(cast.reading, sentence, told):
        draft = draft_event(cast, match, said)
        first = next(act for act in reversed(told) if act.match.construction is match.construction)
        if not draft.recipients and not match.construction.mutual:
            draft = replace(draft, recipients=first.recipients)
        if draft.actors and draft.standing.governor not in CONTENT_KINDS:
            drafts.append(replace(draft, rules=(*draft.rules, "repeats-the-act-before")))
    return tuple(drafts)


def _is_told_by(reading: Reading, index: int, words: frozenset[int]) -> bool:
    """Whether a word stands in the clause that mere words bring ("claimed that they attacked", "urged it to leave")."""
    for _ in range(12):
        token = reading.tokens[index]
        if token.head == index:
            return False
        if token.head in words and not is_relation(token, "nsubj", "obl", "conj", "parataxis"):
            return True
        index = token.head
    return False


def _has_actor(draft: Draft, reading: Reading) -> bool:
    """Whether somebody acts, for talks at least two.

    A noun of words, help or trade with only a nationality on it ("EU support") is no event; nor is what the head alone finds
    of somebody who has no code ("the team", "a striker").
    """
    frame, row = draft.match.frame, draft.match.construction
    if draft.match.probability is not None and not any(one.country or one.sectors for one in draft.actors):
        return False
    if not draft.actors or (row.recipient_slot and not draft.recipients):
        return False
    if row.mutual and row.category in ("CONSULT", "COOPERATE") and len(draft.actors) == 1:
        called = draft.standing.status == "planned" and row.lemma in CALLING and draft.standing.rule != "purpose"
        return (called and not frame.nominal) or _is_plural(draft, reading)
    if not frame.nominal or frame.slots.get("subj") or (row.mutual and len(draft.actors) > 1):
        return True
    return row.category not in WORDS_AND_HELP


def _is_plural(draft: Draft, reading: Reading) -> bool:
    """Whether the only actor is several: "the two ministers", "they"."""
    span = draft.actors[0].span
    heads = [t for t in reading.tokens if span and span.start <= t.start < span.end and t.tag in ("NOUN", "PROPN", "PRON")]
    return any(token.fine in ("NNS", "NNPS") or token.lemma.lower() in ("they", "we") for token in heads)


def draft_event(cast: Cast, match: Match, said: Said = NOBODY) -> Draft:
    """One match with its participants and standing, after the tie-breaks that change its own category."""
    actors = find_actors(cast, match)
    recipients = find_recipients(cast, match, actors)
    row = match.construction
    contexts: tuple[str, ...] = ()
    if row.category == "MOBILIZE":  # the only tie-break that asks for them before the event is certain
        clause = list_clause(cast.reading, find_clause_head(cast.reading, match.frame.head))
        span = find_clause_span(cast.reading, clause)
        contexts = cast.world.plover.find_contexts(cast.text[span.start : span.end])
    statement = find_statement(said, cast.reading.tokens[match.frame.trigger].start)
    actors = tuple(_speak(actor, statement, cast.text) for actor in actors)
    draft = Draft(
        match=match, category=row.category, modes=row.modes, actors=actors, recipients=recipients,
        standing=find_standing(cast.reading, match.frame, cast.world.plover.governors, negated=row.negated), contexts=contexts,
        by_speaker=_is_by_speaker(statement, actors),
    )
    return settle_category(draft, cast.world.plover)


def find_statement(said: Said, offset: int) -> Statement | None:
    """The innermost statement whose content covers a character."""
    covering = [(end - start, statement.id, statement) for start, end, statement in said.at(offset)]
    return min(covering, key=lambda one: one[:2])[2] if covering else None


def _speak(actor: Participant, statement: Statement | None, text: str) -> Participant:
    """"We" and "I" inside what somebody is told to have said are the speaker."""
    speaker = statement.speaker if statement is not None else None
    words = text[actor.span.start : actor.span.end].lower() if actor.span else ""
    if speaker is None or actor.name or words not in ("we", "i"):
        return actor
    country = actor.country or (statement.country if statement else None)
    return replace(actor, name=speaker.name, entity_id=speaker.entity_id, country=country)


def _is_by_speaker(statement: Statement | None, actors: tuple[Participant, ...]) -> bool:
    if statement is None:
        return False
    speaker = statement.speaker
    for actor in actors:
        if speaker is not None and speaker.entity_id is not None and speaker.entity_id == actor.entity_id:
            return True
        if speaker is not None and speaker.name and speaker.name == actor.name:
            return True
        if statement.country and statement.country == actor.country and actor.sectors[:1] in ((), ("GOV",), ("MIL",)):
            return True
    return False


class _Shared:
    """Records in text order, shared out among sentences."""

    def __init__(self, records: tuple) -> None:  # type: ignore[type-arg]
        self._records, self._starts = records, [record.span.start for record in records]

    def within(self, sentence: Sentence) -> tuple:  # type: ignore[type-arg]
        """The records that begin in a sentence."""
        return self._records[bisect_left(self._starts, sentence.start) : bisect_left(self._starts, sentence.end)]


@dataclass(frozen=True, slots=True)
class _Here:
    """The records of one sentence, and what finds contexts in its article."""

    contexts: Contexts
    times: tuple[TimeExpression, ...]
    quantities: tuple[Quantity, ...]
    places: tuple[Place, ...]


def _finish(
    cast: Cast, draft: Draft, sentence: Sentence, here: _Here, *, created: str | None, said: Said, factuality: dict[int, float],
) -> Event:
    reading, frame = cast.reading, draft.match.frame
    trigger = _trigger_span(cast, draft.match)
    head = find_beginning(reading, find_clause_head(reading, frame.head), cast.world.plover.governors)
    clause = list_clause(reading, head, keep=frame.trigger)
    time = pick_time(list_in_clause(here.times, reading, clause), trigger) or _shared_time(here, reading, head)
    past = not frame.nominal and is_past(reading, frame.trigger)
    if past and time is not None and created and time.begin and time.begin > created:
        time = None  # "called off a march planned for Friday": Friday is the march's day
    standing = settle_status(
        draft.standing, time=time, created=created, factuality=factuality.get(trigger.start),
    )
    if standing.status == "planned" and draft.standing.status == "asserted":
        draft = settle_ahead(replace(draft, standing=standing))
    statement = find_statement(said, trigger.start)
    span = find_clause_span(reading, clause | {frame.trigger})
    places = list_in_clause(here.places, reading, clause)
    actors, recipients = (tuple(place_party(cast, p) for p in side) for side in (draft.actors, draft.recipients))
    event = Event(
        id=derive_id("event", cast.reading.page_id, trigger.start, trigger.end, draft.category), trigger=trigger,
        span=span, category=draft.category,  # type: ignore[arg-type]
        modes=draft.modes, contexts=(), actors=actors,
        recipients=recipients, status=standing.status, statement_id=statement.id if statement else None,
        date=time,
        place=pick_place(places, reading, clause, draft.actors, draft.recipients, hit=draft.category in HITTING),
        quantities=_list_quantities(here, reading, clause, frame.head),
        trace=(*_trace(cast, draft, standing, (*actors, *recipients)), *list_steps(cast, draft, sentence)),
    )
    contexts, steps = here.contexts.find(event, sentence, frame.trigger)
    event = replace(
        event, contexts=tuple(dict.fromkeys((*contexts, *list_contexts(cast.world, draft)))), trace=(*event.trace, *steps),
    )
    return grade_event(event, cast, draft, sentence, statement=statement, factuality=factuality.get(trigger.start))


def _shared_time(here: _Here, reading: Reading, head: int) -> TimeExpression | None:
    """"In 2014 Chad annexed a strip and backed rebels": a date told before the first verb is that of the verbs beside it.

    A clause beside it with a subject of its own shares it where both tell of what is past.
    """
    token = reading.tokens[head]
    first = reading.tokens[token.head]
    past = is_past(reading, head) and is_past(reading, token.head)
    if not is_relation(token, "conj", "parataxis") or (find_child(reading, head, "nsubj") is not None and not past):
        return None
    fronted = tuple(time for time in here.times if time.span.end <= first.start)
    return pick_time(list_in_clause(fronted, reading, list_clause(reading, token.head)), Span(start=first.start, end=first.end))


def _list_quantities(here: _Here, reading: Reading, clause: frozenset[int], head: int) -> tuple[Quantity, ...]:
    """What the clause counts, and the dead and hurt of the participle that tells what came of it."""
    own = list_in_clause(here.quantities, reading, clause)
    harmed = list_in_clause(here.quantities, reading, list_outcomes(reading, head) - clause)
    return (*own, *(one for one in harmed if one.unit in HARM and one not in own))




def _trace(cast: Cast, draft: Draft, standing: Standing, parties: tuple[Participant, ...]) -> tuple[TraceStep, ...]:
    likely = draft.match.probability
    if likely is None:
        fired = TraceStep(stage=STAGE, rule="construction", row=draft.match.construction.row)
    else:
        fired = TraceStep(stage=STAGE, rule=f"head {likely:.2f}")
    rules = (TraceStep(stage=STAGE, rule=rule) for rule in draft.rules)
    chosen = dict.fromkeys(step for party in parties for step in explain_party(cast, party))
    return (
        fired, *rules, TraceStep(stage=STAGE, rule=f"status-{standing.rule}"),
        *(TraceStep(stage=STAGE, rule=rule, row=row) for rule, row in chosen),
    )


def _trigger_span(cast: Cast, match: Match) -> Span:
    """The trigger word with its particle where that follows at once: "pulled out"; of "held talks" the noun."""
    index = find_carried(cast.reading, match, cast.world.plover)
    tokens = cast.reading.tokens
    last = index
    if index + 1 < len(tokens) and tokens[index + 1].lemma.lower() in match.construction.particles:
        last = index + 1
    while last + 2 < len(tokens) and tokens[last + 1].text == "-" and tokens[last].end == tokens[last + 1].start:
        last += 2
    first = index
    while first >= 2 and tokens[first - 1].text == "-" and tokens[first - 1].end == tokens[first].start:
        first -= 2
    return Span(start=tokens[first].start, end=tokens[last].end)


def _token_span(reading: Reading, index: int) -> Span:
    return Span(start=reading.tokens[index].start, end=reading.tokens[index].end)
