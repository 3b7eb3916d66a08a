"""The story's events by id, with their clause as evidence, and the actors' names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from copydesk.lexicon import load_world
from copydesk.record import Event, Evidence, Story
from copydesk.write.story.marks import Marks

_BODIES = {"IGO": "international bodies", "NGO": "aid groups", "MNC": "companies of several states"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """An event with the words of its clause."""

    event: Event
    evidence: Evidence

    @property
    def kind(self) -> str:
        """"accuse (allege)"; what is not told as done says so: "planned: agree"."""
        modes = f" ({', '.join(self.event.modes)})" if self.event.modes else ""
        status = "" if self.event.status in ("asserted", "historical") else f"{self.event.status}: "
        return f"{status}{self.event.category.lower()}{modes}"


def find_happenings(story: Story) -> dict[str, Happening]:
    """Every event of the story's articles, cards aside, by its id."""
    found: dict[str, Happening] = {}
    for report in story.reports:
        if report.article is None or report.article.is_card:
            continue
        for event in report.events:
            words = report.page.text[event.span.start : event.span.end]
            told = Evidence(page_id=report.page.id, start=event.span.start, end=event.span.end, words=words)
            found[event.id] = Happening(event=event, evidence=told)
    return found


def tell_happenings(happenings: Iterable[Happening], marks: Marks) -> list[str]:
    """"accuse (allege): “clause” A7 B3": each kind once, with its first words and every place that tells it."""
    kinds: dict[str, list[Happening]] = defaultdict(list)
    for one in happenings:
        kinds[one.kind].append(one)
    return [
        f"{kind}: “{' '.join(each[0].evidence.words.split())}” {marks.places(one.evidence for one in each)}"
        for kind, each in kinds.items()
    ]


def name_actor(actor: str) -> str:
    """A state's name for its code, the name of whoever has none."""
    state = load_world().states.by_code(actor)
    return state.name if state else _BODIES.get(actor, actor)
