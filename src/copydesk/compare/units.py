"""One article's sayings cut into units that can be laid beside those of another article: who says what, of whom, when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from copydesk.compare.cutting import Piece, cut_article
from copydesk.compare.identities import Identities, resolve_identities
from copydesk.compare.localities import Locality, find_localities
from copydesk.compare.numbers import Count, read_count
from copydesk.compare.outlets import family_of, outlet_of
from copydesk.compare.passages import NARRATIVE, Passage, find_passages, is_inside, overlaps, words_of
from copydesk.compare.voices import COUNTED, OWN, Voice, is_same_root, read_voice, read_witness, title_bodies
from copydesk.lexicon import World
from copydesk.lexicon.calendar import day_of
from copydesk.record import Act, Evidence, Mention, Participant, Predicate, Report, Span, Statement
from copydesk.record.ids import derive_id

Modality = Literal["asserted", "planned", "conditional", "attitude"]
_FORWARD = frozenset({"expectation", "schedule"})
_PERFORMED = frozenset({"demand", "refusal", "directive", "offer", "agreement", "criticism"})
_SIDES = frozenset({"state", "organisation", "armed_group", "group"})
NEXT_WORDS = 40  # characters after a count of people in which what befell them begins
_HEADS = frozenset({"headline", "caption", "subheading"})


@dataclass(frozen=True, slots=True)
class Unit:
    """One thing that one article says, its slots filled as far as they are known.

    id: of its statement or event, or derived from its span where it is a part or neither. members: all ids it stands for.
    words, triggers: content keys; names: the capitalised words. parties: entity and country keys of actors and
    recipients; countries: of states and bodies spoken of. begin, end: ISO dates of the event. places: those of the
    gazetteer. negated: it is said not to be so. doubted: said not to be sure. act: the statement's, if it is one.
    doers: the actors, else countries named before an active verb. answers: id of the unit that a bare denial denies.
    tally: whether its counts run from a day on ("since May") or are those of one day ("new", "in 24 hours").
    is_conditioned: it holds an if-clause. is_negative: negated by no more than the "not" of its main verb.
    """

    id: str
    members: tuple[str, ...]
    report: Report
    span: Span
    sentence: Span
    words: frozenset[str]
    names: frozenset[str]
    entities: frozenset[str]
    triggers: frozenset[str]
    categories: frozenset[str]
    actors: frozenset[str]
    parties: frozenset[str]
    countries: frozenset[str]
    places: frozenset[Locality]
    begin: str | None
    end: str | None
    counts: tuple[Count, ...]
    modality: Modality
    negated: bool
    doubted: bool
    voice: Voice
    act: Act | None
    is_body: bool
    doers: frozenset[str] = frozenset()
    statement: Statement | None = None
    answers: str | None = None
    tally: Literal["running", "daily"] | None = None
    is_conditioned: bool = False
    is_negative: bool = False

    @property
    def is_performed(self) -> bool:
        """Whether it is somebody's own act or attitude (a demand, an offer, a wish), not a report that a thing is so."""
        return self.modality == "attitude" or self.act in _PERFORMED

    @property
    def article_id(self) -> str:
        """Id of the article it stands in."""
        return self.report.article.id if self.report.article else self.report.page.id

    @property
    def day(self) -> str | None:
        """Creation day of its article, ISO 8601; None where it is not known to the day."""
        created = self.report.article.created if self.report.article else None
        return created[:10] if created and day_of(created) else None

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

    Cut as `cut_article` says: contents of statements by their clauses, and sentences in the page's own voice.
    """
    told = [report for report in reports if report.article is not None]
    identities = resolve_identities(told)
    families = frozenset(family_of(outlet_of(report), world) for report in told)
    units = [
        unit for report in told
        for unit in link_denials(tuple(_Article(report, identities, families, world).units()), world)
    ]
    titled = title_bodies(unit.voice for unit in units)
    named = (replace(unit, voice=titled.get(unit.voice, unit.voice)) for unit in units)
    return tuple(sorted(named, key=lambda unit: (unit.report.page.id, unit.span, unit.id)))


def link_denials(units: Sequence[Unit], world: World) -> Iterator[Unit]:
    """The units of one article, each bare denial ("denied it") negated and told what it answers.

    It answers the nearest earlier thing somebody else is quoted for; "the accusation" rather one that names the denier.
    """
    ordered = sorted(units, key=lambda unit: unit.span)
    for place, unit in enumerate(ordered):
        bare = _find_bare_denial(unit, world)
        if bare is None:
            yield unit
            continue
        before = [one for one in ordered[:place] if _is_answerable(one, unit)][::-1]
        aimed = [one for one in before if _names_speaker(one, unit)] if world.wording.find_signal("charge", bare) else []
        answered = next(iter(aimed or before), None)
        if answered is None:
            yield replace(unit, negated=True)
        else:  # its words ("denied the charge") would make it like every other denial
            yield replace(unit, negated=True, answers=answered.id, words=frozenset())


def _find_bare_denial(unit: Unit, world: World) -> str | None:
    """What is said, where it is no more than a word for what stood before ("it", "the charge", "that is false")."""
    statement = unit.statement
    if statement is None:
        return None
    text = unit.report.page.text
    said = " ".join(" ".join(text[one.start : one.end] for one in statement.content).strip(" .,\"“”").split())
    kind = "above" if statement.act in ("denial", "refusal") else "untrue"
    found = world.wording.find_signal(kind, said)
    return said if found is not None and found.start() == 0 and found.end() == len(said) else None


def _is_answerable(earlier: Unit, denial: Unit) -> bool:
    return earlier.voice.kind in COUNTED and not earlier.negated and not is_same_root(earlier.voice, denial.voice)


def _names_speaker(unit: Unit, denial: Unit) -> bool:
    side = {denial.voice.country, denial.voice.key} - {None}
    return bool(side & (unit.doers | unit.parties | unit.countries | unit.entities))


class _Article:
    """What one report's units share."""

    def __init__(self, report: Report, identities: Identities, families: frozenset[str], world: World) -> None:
        self._report, self._identities, self._families, self._world = report, identities, families, world
        self._text = report.page.text
        self._passages = find_passages(report, NARRATIVE)
        self._number_words = {one.span.start for one in report.quantities}

    def units(self) -> Iterator[Unit]:
        for piece in cut_article(self._report, self._passages, self._world.wording):
            yield self._unit(piece)

    def _unit(self, piece: Piece) -> Unit:
        page, statement = self._report.page, piece.statement
        mentions = [one for one in self._report.mentions if _holds(piece, one.span)]
        named = [entity for one in mentions if (entity := self._identities.entity_of(one.entity_id)) is not None]
        actors = frozenset(key for event in piece.events for one in event.actors for key in self._keys(one))
        recipients = frozenset(key for event in piece.events for one in event.recipients for key in self._keys(one))
        stems = [
            stem for one in piece.content for stem in self._world.wording.find_stems(self._text[one.start : one.end])
            if not stem.key.startswith("#") and one.start + stem.start not in self._number_words
        ]
        begin, end = self._dates(piece)
        passage = next((one for one in self._passages if overlaps(one.span, piece.span)), None)
        own = derive_id("unit", page.id, piece.span.start, piece.span.end)
        events = tuple(event.id for event in piece.events)
        members = (statement.id, *piece.above, *events) if statement else events or (own,)
        denied = any(event.status == "denied" for event in piece.events)
        voice = self._voice(piece, passage)
        is_denial, is_negative = self._is_denial(statement), self._is_negative(piece)
        return Unit(
            id=own if piece.is_part else members[0], members=members, report=self._report, span=self._span(piece),
            sentence=passage.span if passage else piece.span,
            words=frozenset(stem.key for stem in stems), names=frozenset(stem.key for stem in stems if stem.is_name),
            entities=frozenset(filter(None, (self._identities.key_of(one.entity_id) for one in mentions))),
            triggers=frozenset(self._triggers(piece)),
            categories=frozenset(event.category for event in piece.events),
            actors=actors, parties=actors | recipients,
            countries=frozenset(one.country for one in named if one.country and one.kind in _SIDES),
            places=find_localities(
                (one for one in self._report.places if _holds(piece, one.span)), self._text, self._world.wording,
            ),
            begin=begin, end=end,
            counts=tuple(self._counts(piece, voice)),
            modality=self._modality(piece, passage),
            negated=denied or is_denial or is_negative, is_negative=is_negative and not (denied or is_denial),
            doubted=self._world.wording.find_signal("doubt", self._text[piece.span.start : piece.span.end]) is not None,
            voice=voice, act=statement.act if statement else None,
            is_body=passage is None or passage.role not in _HEADS, doers=actors or self._subjects(piece),
            statement=statement, tally=self._tally(piece.span),
            is_conditioned=self._world.wording.find_signal("condition", words_of(page, piece.span)) is not None,
        )

    def _is_negative(self, piece: Piece) -> bool:
        """Whether the main verb of an indirect statement is negated ("the plant did not poison the river")."""
        verb = self._first_verb(piece) if piece.statement is not None and piece.statement.manner == "indirect" else None
        return verb is not None and any("denied" in step.rule for step in verb.trace)

    def _is_denial(self, statement: Statement | None) -> bool:
        """Whether a statement denies: by its act, or in the first person ("we have never done so")."""
        if statement is None or statement.act == "denial":
            return statement is not None
        said = (self._text[one.start : one.end] for one in statement.content)
        return statement.manner != "indirect" and any(self._world.wording.find_signal("own_denial", one) for one in said)

    def _subjects(self, piece: Piece) -> frozenset[str]:
        """Countries named before the first verb of the content where that verb is active ("Ruritanian troops fired")."""
        verb = self._first_verb(piece)
        if verb is None or any("+be" in step.rule for step in verb.trace):
            return frozenset()
        return self._countries(
            one for one in self._report.mentions if _holds(piece, one.span) and one.span.end <= verb.span.start
        )

    def _first_verb(self, piece: Piece) -> Predicate | None:
        inside = [one for one in self._report.predicates if _holds(piece, one.span)]
        return min(inside, key=lambda one: one.span, default=None)

    def _countries(self, mentions: Iterable[Mention]) -> frozenset[str]:
        named = (self._identities.entity_of(one.entity_id) for one in mentions)
        return frozenset(one.country for one in named if one is not None and one.country and one.kind in _SIDES)

    def _voice(self, piece: Piece, passage: Passage | None) -> Voice:
        """The statement's root; the page's own voice where nobody is quoted, or somebody has not spoken yet."""
        page, article = self._report.page, self._report.article
        sentence = passage.span if passage else piece.span
        if piece.statement is not None and piece.statement.utterance != "expected" and not self._is_seen(piece, sentence):
            return read_voice(
                piece.statement, sentence, page, identities=self._identities, families=self._families, world=self._world,
            )
        return read_witness(article, sentence, page, self._world) if article else OWN

    def _modality(self, piece: Piece, passage: Passage | None) -> Modality:
        statement = piece.statement
        if statement is not None and not self._is_seen(piece, passage.span if passage else piece.span):
            if statement.utterance == "attitude":
                return "attitude"
            if statement.condition is not None:
                return "conditional"
            if statement.act in _FORWARD or statement.utterance == "expected":
                return "planned"
        statuses = {event.status for event in piece.events}
        if statuses & {"asserted", "historical", "denied"} or not statuses:
            return "asserted"
        return "planned" if "planned" in statuses else "conditional"

    def _is_seen(self, piece: Piece, sentence: Span) -> bool:
        """Whether what looks like an attitude is what the page itself saw ("our reporter saw")."""
        if piece.statement is None or piece.statement.utterance != "attitude":
            return False
        return self._world.wording.find_signal("first_hand", self._text[sentence.start : sentence.end]) is not None

    def _span(self, piece: Piece) -> Span:
        """The piece with the whole of a count that begins just before it."""
        begins = [one.span.start for one in self._report.quantities if _shares(piece, one.span)]
        return Span(start=min([piece.span.start, *begins]), end=piece.span.end)

    def _befallen(self, count: Count, end: int) -> str:
        """The measure of people to whom the next words say what happened ("22 people lost their lives")."""
        if self._world.wording.find_signal("anybody", count.measure) is None:
            return count.measure
        following = self._world.wording.find_stems(self._text[end : end + NEXT_WORDS])
        befell = following[0].key if following else ""
        return befell if self._world.wording.find_signal("monotone", befell) else count.measure

    def _tally(self, span: Span) -> Literal["running", "daily"] | None:
        text = self._text[span.start : span.end]
        if self._world.wording.find_signal("running", text):
            return "running"
        return "daily" if self._world.wording.find_signal("daily", text) else None

    def _counts(self, piece: Piece, voice: Voice) -> Iterator[Count]:
        for quantity in self._report.quantities:
            is_told = _shares(piece, quantity.span) or self._is_beside(piece, quantity.span)
            count = read_count(quantity, self._report.page, self._world) if is_told else None
            if count is not None:
                owners = self._countries(one for one in self._report.mentions if is_inside(one.span, quantity.span))
                if voice.country and not owners and self._world.wording.find_signal("of_speaker", count.words):
                    owners = frozenset({voice.country})
                yield replace(count, owners=owners, measure=self._befallen(count, quantity.span.end))

    def _is_beside(self, piece: Piece, span: Span) -> bool:
        """Whether a quantity stands in the telling of a saying ("lowered the toll to 7, saying ...") and in no content."""
        if piece.statement is None or piece.is_part or not is_inside(span, piece.span):
            return False
        return not any(is_inside(span, one) for other in self._report.statements for one in other.content)

    def _triggers(self, piece: Piece) -> Iterator[str]:
        """What happens: triggers of events, and what befell those counted ("evacuated", but not "troops")."""
        for event in piece.events:
            yield self._world.wording.key_of(self._text[event.trigger.start : event.trigger.end])
        for quantity in self._report.quantities:
            befell = quantity.unit.endswith("ed") or self._world.wording.find_signal("monotone", quantity.unit)
            if befell and _shares(piece, quantity.span):
                yield self._world.wording.key_of(quantity.unit)

    def _dates(self, piece: Piece) -> tuple[str | None, str | None]:
        """First and last day of the event, else the only date named."""
        dated = [event.date for event in piece.events if event.date and event.date.begin]
        if not dated:
            dated = [time for time in self._report.times if time.begin and _holds(piece, time.span)]
            dated = dated if len(dated) == 1 else []
        return (dated[0].begin, dated[0].end or dated[0].begin) if dated else (None, None)

    def _keys(self, participant: Participant) -> Iterator[str]:
        if participant.country:
            yield participant.country
        key = self._identities.key_of(participant.entity_id)
        if key:
            yield key


def _holds(piece: Piece, span: Span) -> bool:
    return any(is_inside(span, one) for one in piece.content)


def _shares(piece: Piece, span: Span) -> bool:
    """Whether at least half of a quantity lies in the content: its span may begin before it or run on to the verb."""
    shared = sum(max(0, min(one.end, span.end) - max(one.start, span.start)) for one in piece.content)
    return 2 * shared >= span.end - span.start
