"""Drafts to records: speakers, settings, surety and chains put together."""

from __future__ import annotations

from dataclasses import dataclass, replace

from copydesk.attribute.acts import opens_question
from copydesk.attribute.draft import Draft
from copydesk.attribute.hands import name_cited, pass_on
from copydesk.attribute.nesting import find_channels, find_parents
from copydesk.attribute.passage import Passage
from copydesk.attribute.relays import own_relays, page_relays, relay_of, share_hands, span_of
from copydesk.attribute.setting import find_addressee, find_said_on, find_venue, take_days
from copydesk.attribute.surety import read_surety
from copydesk.attribute.who import Directory
from copydesk.record import Article, Question, Relay, SaidOn, Span, Statement, TimeExpression, TraceStep
from copydesk.record.ids import derive_id

_UNRESOLVED = frozenset({"i", "we", "he", "she", "it", "they"})


@dataclass(frozen=True, slots=True)
class Desk:
    """What finishing needs of one article."""

    passage: Passage
    article: Article
    directory: Directory
    times: tuple[TimeExpression, ...]


def finish_statements(desk: Desk, drafts: list[Draft]) -> tuple[Statement, ...]:
    """Statements in page order, chained to the statements that report them."""
    take_days(desk.passage, drafts, desk.times)
    drafts = name_cited(desk.passage, drafts, desk.directory)
    drafts = sorted(drafts, key=lambda draft: (draft.start, -draft.end))
    carried = pass_on(desk.passage, drafts, desk.directory)
    parents = find_parents(drafts)
    channels = find_channels(desk.passage, drafts) | carried
    silent = set(channels.values())
    statements = [_statement(desk, draft) for draft in drafts]
    own = share_hands(desk.passage, drafts, [own_relays(desk.passage, draft, desk.directory) for draft in drafts])
    chained = []
    for number, statement in enumerate(statements):
        if number in silent:
            continue
        outer = _nearest(number, parents, silent)
        around = _around(number, parents, channels)
        relays = (*own[number], *_chain(desk, [drafts[place] for place in around]), *page_relays(desk.article))
        chained.append(replace(
            statement, relays=_without_speaker(relays, statement),
            nested_in=statements[outer].id if outer is not None else None,
            said_on=_day_of(
                statement, statements[channels[number]] if number in channels else None, nested=outer is not None,
            ),
        ))
    return tuple(chained)


def find_questions(passage: Passage, statements: tuple[Statement, ...]) -> tuple[Question, ...]:
    """What statements leave open: contents of open questions and of things asked that nobody would say."""
    questions = []
    for statement in statements:
        unsaid = statement.act == "silence" and opens_question(passage, statement.content[0].start)
        if unsaid or (statement.act == "open_question" and statement.speaker is None):
            span = Span(start=statement.content[0].start, end=statement.content[-1].end)
            questions.append(Question(
                id=derive_id("question", statement.id, span.start, span.end), span=span, statement_id=statement.id,
                trace=(TraceStep(stage="statements", rule=f"question-{statement.act}", row=None),),
            ))
    return tuple(questions)


def _statement(desk: Desk, draft: Draft) -> Statement:
    """The statement of a draft before it is chained."""
    passage, article = desk.passage, desk.article
    speaker = desk.directory.speaker(draft.speaker)
    surety = read_surety(passage, draft, desk.directory.world.cues)
    row = draft.row.row if draft.row else None
    steps = [TraceStep(stage="statements", rule=draft.rule, row=row)]
    if draft.inferred:
        steps.append(TraceStep(stage="statements", rule="speaker-carried-over", row=None))
    return Statement(
        id=derive_id("statement", article.id, *draft.content, draft.cue), span=span_of(draft),
        content=tuple(Span(start=start, end=end) for start, end in draft.content),
        cue=Span(start=draft.cue[0], end=draft.cue[1]) if draft.cue else None,
        speaker=speaker.ref, speaker_kind=speaker.kind, role=speaker.role, organisation=speaker.organisation,
        country=speaker.country, addressee=find_addressee(passage, draft, desk.directory),
        venue=find_venue(passage, draft, desk.directory), manner=surety.manner, act=surety.act,
        utterance=surety.utterance, polarity=surety.polarity, certainty=surety.certainty, hedges=surety.hedges,
        condition=surety.condition, relays=(),
        said_on=find_said_on(
            passage, draft, desk.times, article, surety.utterance, directory=desk.directory,
        ),
        nested_in=None, trace=tuple(steps),
    )


def _day_of(statement: Statement, channel: Statement | None, *, nested: bool) -> SaidOn | None:
    """When it was said, or when a hand beside it is told to have passed it on.

    What a statement tells of another's words gives them no day of its own.
    """
    told = statement.said_on
    passed = channel.said_on if channel else None
    if passed is not None and passed.basis == "stated" and (told is None or told.basis == "created"):
        return passed
    return None if nested and told is not None and told.basis == "created" else told


def _nearest(number: int, parents: list[int | None], silent: set[int]) -> int | None:
    """The innermost statement around one that is no mere channel."""
    outer = parents[number]
    while outer is not None and outer in silent:
        outer = parents[outer]
    return outer


def _around(number: int, parents: list[int | None], channels: dict[int, int]) -> list[int]:
    """Channel and statements around one, from the inside out, each once."""
    found = [channels[number]] if number in channels else []
    outer = parents[number]
    while outer is not None:
        if outer not in found and outer != number:
            found.append(outer)
        if outer in channels and channels[outer] not in found:
            found.append(channels[outer])
        outer = parents[outer]
    return found


def _chain(desk: Desk, drafts: list[Draft]) -> list[Relay]:
    """Speakers of the drafts around a statement as relays, each with the hands its own attribution names."""
    relays: list[Relay] = []
    for draft in drafts:
        relay = relay_of(desk.directory.speaker(draft.speaker), desk.directory)
        if relay is not None and draft.act != "open_question":
            relays.append(relay)
        relays += own_relays(desk.passage, draft, desk.directory)
    return relays


def _without_speaker(relays: tuple[Relay, ...], statement: Statement) -> tuple[Relay, ...]:
    """The chain without the speaker, without the same hand twice in a row; hands of a carried-over speaker are inferred."""
    name = statement.speaker.name if statement.speaker else None
    kept: list[Relay] = []
    for relay in relays:
        if (relay.name == name and relay.kind != "page") or (kept and kept[-1].name == relay.name and relay.kind != "page"):
            continue
        if kept and kept[-1].name.lower() in _UNRESOLVED and relay.kind not in ("page", "wire") and kept[-1].span is not None:
            kept.pop()  # "the divers said they heard the captain shout": they are the divers
        if kept and relay.kind == "page" and kept[-1].name == relay.name:
            kept.pop()
        kept.append(relay)
    return tuple(kept)
