"""One article's sayings cut into units that can be laid beside those of another article: who says what, of whom, when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from copydesk.compare.identities import Identities, resolve_identities
from copydesk.compare.outlets import family_of, outlet_of
from copydesk.compare.passages import BODY, NARRATIVE, Passage, find_passages, is_inside, overlaps, words_of
from copydesk.compare.voices import OWN, Voice, read_voice, read_witness
from copydesk.lexicon import World
from copydesk.record import Event, Evidence, Participant, Quantity, Report, Span, Statement
from copydesk.record.ids import derive_id

Modality = Literal["asserted", "planned", "conditional"]
_SAYS_NOTHING = frozenset({"silence", "open_question"})
_SIDES = frozenset({"state", "organisation", "armed_group", "group"})
_FORWARD = frozenset({"expectation", "schedule"})
TELLING = 3  # content words below which a sentence without statement or event says nothing comparable
NEARBY = 120  # characters between a speaker and the rest of the attribution
ENOUGH_NESTED = 0.6  # share of a statement's content that a nested statement covers before the outer one says no more


@dataclass(frozen=True, slots=True)
class Unit:
    """One thing that one article says, its slots filled as far as they are known.

    id: of its statement or event, or derived from its span where a sentence has neither. members: all ids it stands for.
    words, triggers: content keys; names: the capitalised ones among the words. parties: entity and country keys of actors
    and recipients; countries: of states and bodies that are spoken of. begin, end: ISO dates of the event. places: (gazetteer id, level, country). negated: it is said not to be so. doubted: said not to be sure.
    """

    id: str
    members: tuple[str, ...]
    report: Report
    span: Span
    words: frozenset[str]
    names: frozenset[str]
    entities: frozenset[str]
    triggers: frozenset[str]
    categories: frozenset[str]
    actors: frozenset[str]
    parties: frozenset[str]
    countries: frozenset[str]
    places: frozenset[tuple[str, str, str]]
    begin: str | None
    end: str | None
    quantities: tuple[Quantity, ...]
    modality: Modality
    negated: bool
    doubted: bool
    voice: Voice
    is_body: bool
    is_direct: bool

    @property
    def article_id(self) -> str:
        """Id of the article it stands in."""
        return self.report.article.id if self.report.article else self.report.page.id

    @property
    def created(self) -> str | None:
        """Creation day of its article, ISO 8601, or None."""
        return self.report.article.created if self.report.article else None

    @property
    def outlet(self) -> str:
        """Name of the outlet that carries it."""
        return outlet_of(self.report)

    @property
    def text(self) -> str:
        """Its words, white space evened."""
        return words_of(self.report.page, self.span)

    @property
    def evidence(self) -> Evidence:
        """Its exact words on their page."""
        page, span = self.report.page, self.span
        return Evidence(page_id=page.id, start=span.start, end=span.end, words=page.text[span.start : span.end])


def read_units(reports: Iterable[Report], world: World) -> tuple[Unit, ...]:
    """The units of all reports with an article, by page and place. The order of reports does not matter.

    A statement gives one unit, or one for each separate event in it; an event outside statements gives one; a sentence
    with neither gives one where it states a number or names somebody or some place.
    """
    reports = [report for report in reports if report.article is not None]
    identities = resolve_identities(reports)
    families = frozenset(family_of(outlet_of(report), world) for report in reports)
    units = [unit for report in reports for unit in _Article(report, identities, families, world).units()]
    return tuple(sorted(units, key=lambda unit: (unit.report.page.id, unit.span, unit.id)))


class _Article:
    """What one report's units share."""

    def __init__(self, report: Report, identities: Identities, families: frozenset[str], world: World) -> None:
        self._report, self._identities, self._families, self._world = report, identities, families, world
        self._text = report.page.text
        self._passages = find_passages(report, NARRATIVE)

    def units(self) -> Iterator[Unit]:
        taken: list[Span] = []
        said: set[str] = set()
        for statement in self._report.statements:
            for unit in self._statement_units(statement):
                taken.append(statement.span)
                said.update(unit.members)
                yield unit
        alone = [event for event in self._report.events if event.id not in said]
        for span, events in _group_clauses(alone):
            if not any(is_inside(span, one) for one in taken):
                taken.append(span)
                yield self._event_unit(span, events)
        for passage in self._passages:
            if not any(overlaps(passage.span, span) for span in taken) and self._is_telling(passage):
                yield self._sentence_unit(passage)

    def _statement_units(self, statement: Statement) -> Iterator[Unit]:
        if statement.act in _SAYS_NOTHING or statement.utterance == "refused" or not statement.content:
            return
        nested = [other for other in self._report.statements if other.nested_in == statement.id]
        if _length(span for other in nested for span in other.content) >= ENOUGH_NESTED * _length(statement.content):
            return
        above = tuple(_above(statement, self._report.statements))
        voice = read_voice(statement, self._report.page, self._identities, self._families, self._world)
        clauses = self._clauses(statement)
        for span, events in clauses:
            whole = len(clauses) == 1
            unit = self._unit(_whole(statement) if whole else span, statement.content if whole else (span,), events)
            yield replace(
                unit,
                id=statement.id if whole else derive_id("unit", statement.id, span.start, span.end),
                members=(statement.id, *above, *(event.id for event in events)),
                voice=voice,
                modality=_modality(statement, unit.modality),
                negated=unit.negated != (statement.act == "denial" and not unit.negated),
                is_direct=statement.manner != "indirect",
            )

    def _clauses(self, statement: Statement) -> list[tuple[Span, tuple[Event, ...]]]:
        """The separate events of a statement's content, each with its clause; one clause where there are fewer than two."""
        events = [
            event for event in self._report.events
            if event.statement_id == statement.id or any(is_inside(event.span, span) for span in statement.content)
        ]
        groups = _group_clauses(events)
        return groups if len(groups) > 1 else [(statement.span, tuple(events))]

    def _event_unit(self, span: Span, events: tuple[Event, ...]) -> Unit:
        unit = self._unit(span, (span,), events)
        members = tuple(event.id for event in events)
        return replace(unit, id=members[0], members=members, voice=self._own_voice(span))

    def _sentence_unit(self, passage: Passage) -> Unit:
        unit = self._unit(passage.span, (passage.span,), ())
        return replace(unit, voice=self._own_voice(passage.span))

    def _own_voice(self, span: Span) -> Voice:
        article = self._report.article
        sentence = next((passage.span for passage in self._passages if overlaps(passage.span, span)), span)
        return read_witness(article, sentence, self._report.page, self._world) if article else OWN

    def _is_telling(self, passage: Passage) -> bool:
        """Whether a sentence without statement or event says enough to be laid beside another: a name or a number."""
        if passage.role not in BODY:
            return False
        has_mention = any(is_inside(mention.span, passage.span) for mention in self._report.mentions)
        stems = self._world.wording.find_stems(self._text[passage.span.start : passage.span.end])
        return len(stems) >= TELLING and (has_mention or any(stem.is_name or stem.key[0] == "#" for stem in stems[1:]))

    def _unit(self, span: Span, content: tuple[Span, ...], events: tuple[Event, ...]) -> Unit:
        report = self._report
        inside = [mention for mention in report.mentions if any(is_inside(mention.span, one) for one in content)]
        times = [time for time in report.times if any(is_inside(time.span, one) for one in content) and time.begin]
        dated = next((event.date for event in events if event.date and event.date.begin), None) or (
            times[0] if len(times) == 1 else None
        )
        named = [entity for mention in inside if (entity := self._identities.entity_of(mention.entity_id)) is not None]
        actors = frozenset(key for event in events for one in event.actors for key in self._keys(one))
        recipients = frozenset(key for event in events for one in event.recipients for key in self._keys(one))
        stems = [
            stem for one in content for stem in self._world.wording.find_stems(self._text[one.start : one.end])
            if not stem.key.startswith("#")
        ]
        name = derive_id("unit", report.page.id, span.start, span.end)
        return Unit(
            id=name, members=(name,), report=report, span=span,
            words=frozenset(stem.key for stem in stems), names=frozenset(stem.key for stem in stems if stem.is_name),
            entities=frozenset(filter(None, (self._identities.key_of(mention.entity_id) for mention in inside))),
            triggers=frozenset(
                self._world.wording.key_of(self._text[event.trigger.start : event.trigger.end]) for event in events
            ),
            categories=frozenset(event.category for event in events),
            actors=actors, parties=actors | recipients,
            countries=frozenset(one.country for one in named if one.country and one.kind in _SIDES),
            places=frozenset(
                (place.gazetteer_id, place.level or "", place.country or "") for place in report.places
                if place.gazetteer_id and any(is_inside(place.span, one) for one in content)
            ),
            begin=dated.begin if dated else None, end=(dated.end or dated.begin) if dated else None,
            quantities=tuple(q for q in report.quantities if any(one.start <= q.span.start < one.end for one in content)),
            modality=_event_modality(events), negated=any(event.status == "denied" for event in events),
            doubted=self._world.wording.find_signal("doubt", self._text[span.start : span.end]) is not None,
            voice=OWN, is_body=self._role(span) not in ("headline", "caption", "subheading"), is_direct=False,
        )

    def _role(self, span: Span) -> str:
        return next((passage.role for passage in self._passages if overlaps(passage.span, span)), "paragraph")

    def _keys(self, participant: Participant) -> Iterator[str]:
        if participant.country:
            yield participant.country
        key = self._identities.key_of(participant.entity_id)
        if key:
            yield key


def _group_clauses(events: Iterable[Event]) -> list[tuple[Span, tuple[Event, ...]]]:
    """Events whose clauses overlap belong together: the joint span and its events, in page order."""
    groups: list[tuple[Span, tuple[Event, ...]]] = []
    for event in sorted(events, key=lambda event: (event.span, event.id)):
        if groups and overlaps(groups[-1][0], event.span):
            span, members = groups[-1]
            groups[-1] = (Span(start=span.start, end=max(span.end, event.span.end)), (*members, event))
        else:
            groups.append((event.span, (event,)))
    return groups


def _whole(statement: Statement) -> Span:
    """The attribution with its speaker, where the speaker stands close by."""
    speaker = statement.speaker.span if statement.speaker else None
    if speaker is None or not -NEARBY < speaker.start - statement.span.start < NEARBY + _length([statement.span]):
        return statement.span
    return Span(start=min(speaker.start, statement.span.start), end=max(speaker.end, statement.span.end))


def _length(spans: Iterable[Span]) -> int:
    return sum(span.end - span.start for span in spans)


def _above(statement: Statement, statements: tuple[Statement, ...]) -> Iterator[str]:
    """Ids of the statements that report this one, from the next outward."""
    by_id = {other.id: other for other in statements}
    seen = {statement.id}
    above = statement.nested_in
    while above is not None and above not in seen:
        yield above
        seen.add(above)
        above = by_id[above].nested_in if above in by_id else None


def _event_modality(events: tuple[Event, ...]) -> Modality:
    statuses = {event.status for event in events}
    if statuses & {"asserted", "historical", "denied"} or not statuses:
        return "asserted"
    return "planned" if "planned" in statuses else "conditional"


def _modality(statement: Statement, of_events: Modality) -> Modality:
    if statement.condition is not None:
        return "conditional"
    if statement.act in _FORWARD or statement.utterance == "expected":
        return "planned"
    return of_events
