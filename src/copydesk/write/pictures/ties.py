"""Who did what to whom, and who spoke about whom: the ties of a story's actors."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

from copydesk.lexicon import load_world
from copydesk.record import Entity, Event, Evidence, Participant, Report, Statement, Story
from copydesk.write.pictures.happenings import Happening, find_happenings, tell_happenings
from copydesk.write.story.marks import Marks

Manner = Literal["done", "not yet", "denied", "said"]
QUADS = {"MC": "material cooperation", "VC": "verbal cooperation", "VX": "verbal conflict", "MX": "material conflict"}
_ACTS = 2  # kinds in a tie's label


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """What leads from one actor to another. quad: PLOVER's, or "words" for what is said about somebody.

    is_mutual: a meeting or agreement, which nobody does to the other. label: the kinds in a word or two; tell: in full.
    """

    actor: str
    other: str
    quad: str
    manner: Manner
    is_mutual: bool
    label: str
    tell: str
    weight: int
    evidence: Evidence


class Cast:
    """The story's actors by entity id, and how often each is named."""

    def __init__(self, story: Story) -> None:
        self.entities: dict[str, Entity] = {}
        self.counts: Counter[str] = Counter()
        self._one: dict[str, str] = {}
        self._by_name: dict[str, str] = {}
        for report in story.reports:
            for entity in report.entities:
                self._enter(entity)
            self.counts.update(one for mention in report.mentions if (one := self.find(mention.entity_id)))

    def _enter(self, entity: Entity) -> None:
        """A record of its own, or the one that goes by the same name: a state and the place of its name are one actor."""
        if entity.id in self._one:
            return
        known = self._by_name.get(entity.name)
        is_same = known is not None and "person" not in (self.entities[known].kind, entity.kind)
        self._one[entity.id] = known if known and is_same else entity.id
        if self._one[entity.id] == entity.id:
            self.entities[entity.id] = entity
        for name in (entity.name, *entity.aliases):
            self._by_name.setdefault(name, self._one[entity.id])

    def find(self, entity_id: str | None) -> str | None:
        """The actor of an entity's id; None for one that the story does not know."""
        return self._one.get(entity_id or "")

    def id_of(self, participant: Participant) -> str | None:
        """The actor that a participant is; None where it is only described."""
        return self.find(participant.entity_id) or self._by_name.get(participant.name or "")


def find_ties(story: Story, cast: Cast) -> tuple[list[Tie], int]:
    """Ties by events, the most told first, then by words; and how many events name no two actors."""
    found: dict[tuple[str, str, str, Manner, bool], list[Happening]] = defaultdict(list)
    lone = 0
    for one in find_happenings(story).values():
        pairs = list(_pairs(one.event, cast))
        lone += not pairs
        quad = load_world().plover.quad(one.event.category)
        for actor, other, is_mutual in pairs:
            found[actor, other, quad, _manner(one.event), is_mutual].append(one)
    marks = Marks(story)
    ties = [
        Tie(
            actor=actor, other=other, quad=quad, manner=manner, is_mutual=is_mutual,
            label=_label([one.event.category.lower() for one in told], manner), weight=len(told), evidence=told[0].evidence,
            tell=" · ".join((_head(cast, actor, other, is_mutual), *tell_happenings(told, marks))),
        )
        for (actor, other, quad, manner, is_mutual), told in found.items()
    ]
    tied = {(tie.actor, tie.other) for tie in ties}
    said = [tie for tie in _said(story, cast, marks) if (tie.actor, tie.other) not in tied]
    return [*sorted(ties, key=_rank), *sorted(said, key=_rank)], lone


def _rank(tie: Tie) -> tuple[object, ...]:
    return -tie.weight, tie.actor, tie.other, tie.quad, tie.manner, tie.is_mutual


def _head(cast: Cast, actor: str, other: str, is_mutual: bool) -> str:
    return f"{cast.entities[actor].name} {'and' if is_mutual else '→'} {cast.entities[other].name}"


def _pairs(event: Event, cast: Cast) -> Iterator[tuple[str, str, bool]]:
    """Actor to recipient; parties of a meeting among themselves."""
    actors = list(dict.fromkeys(one for each in event.actors if (one := cast.id_of(each))))
    others = list(dict.fromkeys(one for each in event.recipients if (one := cast.id_of(each))))
    if event.recipients:
        yield from ((one, other, False) for one in actors for other in others if one != other)
    else:
        yield from ((*sorted(pair), True) for pair in combinations(actors, 2))  # type: ignore[misc]


def _manner(event: Event) -> Manner:
    if event.status == "denied":
        return "denied"
    return "not yet" if event.status in ("planned", "conditional") else "done"


def _label(kinds: list[str], manner: Manner) -> str:
    found = [kind for kind, _ in Counter(kinds).most_common()]
    more = f" +{len(found) - _ACTS}" if len(found) > _ACTS else ""
    words = f"{', '.join(found[:_ACTS])}{more}"
    return {"not yet": f"{words}?", "denied": f"denied: {words}"}.get(manner, words)


def _said(story: Story, cast: Cast, marks: Marks) -> Iterator[Tie]:
    """What a named speaker says in which another actor is named."""
    found: dict[tuple[str, str], list[tuple[Statement, Report]]] = defaultdict(list)
    for report in story.reports:
        if report.article is None or report.article.is_card:
            continue
        for statement in report.statements:
            speaker = cast.find(statement.speaker.entity_id) if statement.speaker else None
            if speaker and statement.utterance == "made":
                for other in _named(statement, report, cast):
                    if other != speaker:
                        found[speaker, other].append((statement, report))
    for (speaker, other), told in found.items():
        acts = [statement.act.replace("_", " ") for statement, _ in told]
        words = [_evidence(statement, report) for statement, report in told]
        told_acts = dict.fromkeys(
            f"{act}: “{' '.join(one.words.split())}” {marks.place(one)}" for act, one in zip(acts, words, strict=True)
        )
        plain = all(act == "statement" for act in acts)
        yield Tie(
            actor=speaker, other=other, quad="words", manner="said", is_mutual=False, weight=len(told), evidence=words[0],
            label="" if plain else _label([act for act in acts if act != "statement"], "said"),
            tell=" · ".join((f"{_head(cast, speaker, other, False)} (about)", *list(told_acts)[:4])),
        )


def _named(statement: Statement, report: Report, cast: Cast) -> list[str]:
    """Actors named in the words said: persons, states, bodies and armed groups."""
    kinds = ("person", "state", "organisation", "armed_group")
    return list(dict.fromkeys(
        actor for mention in report.mentions for span in statement.content
        if (actor := cast.find(mention.entity_id)) and span.start <= mention.span.start < span.end
        and cast.entities[actor].kind in kinds
    ))


def _evidence(statement: Statement, report: Report) -> Evidence:
    span = statement.span
    return Evidence(page_id=report.page.id, start=span.start, end=span.end, words=report.page.text[span.start : span.end])
