"""Exam `own-events`: events of our own passages (`corpus/events`), from raw text.

A passage goes through the public functions as a row of JSON Lines with its creation day. Parts: own_dev, the quarter of the
free passages that nobody trains on; own_final, the set written by another hand.

A found event is paired with a marked one where their triggers share letters, one to one, those of one category and the
closest first. What is found on neutral words alone is neither right nor wrong; nor is a recipient found at the event's place.
Modes are counted where the category is right; status, parties, place, date and quantities over all pairs.
"""

from __future__ import annotations

import json
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import copydesk
from copydesk.record import Event, Span
from copydesk.record.event import Participant
from corpus.event_marks import FINAL, FREE, NONE, EventPassage, MarkedEvent, Party, is_kept, read_events
from corpus.passages import Stretches, count_sentences
from evaluation.exam import Row, f1, hash_files

EXAMS = ("own-events",)
NEEDS_GOLD = False
Pair = tuple[MarkedEvent, Event]
Judged = tuple[EventPassage, Sequence[Event]]


@dataclass(slots=True)
class Count:
    """Right, found and marked ones."""

    right: int = 0
    found: int = 0
    marked: int = 0

    def add(self, right: int, found: int, marked: int) -> None:
        """Count some more."""
        self.right, self.found, self.marked = self.right + right, self.found + found, self.marked + marked

    @property
    def f1(self) -> float:
        """0-1."""
        return f1(self.right, self.found, self.marked)


@dataclass(slots=True)
class Tally:
    """What all passages gave. labels: category or status -> its counts among pairs; answers: right ones and questions."""

    counts: Counter[str] = field(default_factory=Counter)
    spans: dict[str, Count] = field(default_factory=dict)
    labels: dict[str, dict[str, Count]] = field(default_factory=lambda: {"category": {}, "status": {}})
    answers: dict[str, Count] = field(default_factory=dict)

    def span(self, name: str) -> Count:
        """The count of a kind of span."""
        return self.spans.setdefault(name, Count())

    def answer(self, name: str, right: bool) -> None:
        """Count an answer."""
        self.answers.setdefault(name, Count()).add(right, 1, 1)

    def label(self, kind: str, marked: str, found: str) -> None:
        """Count a label of a pair."""
        self.labels[kind].setdefault(marked, Count()).add(marked == found, 0, 1)
        self.labels[kind].setdefault(found, Count()).add(0, 1, 0)


def run(folder: Path) -> list[Row]:
    """One row a part that is there; no gold folder is looked at."""
    parts = {"own_dev": (FREE, [passage for passage in read_events(FREE) if is_kept(passage)])}
    if FINAL.is_dir():
        parts["own_final"] = (FINAL, list(read_events(FINAL)))
    rows = []
    for part, (where, passages) in parts.items():
        begun = time.perf_counter()
        judged = [(passage, find_events(passage)) for passage in passages]
        seconds = round(time.perf_counter() - begun, 3)
        rows.append(Row("own-events", part, len(passages), measure(judged), hash_files(where.glob("*.txt")), seconds))
    return rows


def find_events(passage: EventPassage) -> list[Event]:
    """What the product finds; nothing where the page gave other text than was given."""
    row = {"id": passage.id, "text": passage.text, "created": passage.created, "outlet": passage.outlet}
    pages = copydesk.read_pages(json.dumps(row).encode(), key=f"{passage.id}.jsonl")
    reports = [report for page in pages for report in copydesk.read_report(page)]
    return [event for report in reports if report.page.text == passage.text for event in report.events]


def measure(judged: Iterable[Judged]) -> dict[str, float]:
    """All metrics over passages and what was found in them; rates 0-1."""
    tally = Tally()
    for passage, found in judged:
        _count_passage(tally, passage, found)
    counts, spans = tally.counts, tally.spans
    metrics = {
        "trigger_f1": f1(counts["paired"], counts["found"], counts["marked"]),
        "trigger_precision": _rate(counts["paired"], counts["found"]),
        "trigger_recall": _rate(counts["paired"], counts["marked"]),
        "category_macro_f1": _macro(tally.labels["category"]),
        "event_f1": f1(counts["same"], counts["found"], counts["marked"]),
        "mode_f1": tally.span("modes").f1,
        "status_accuracy": _accuracy(tally, "status"),
        "status_macro_f1": _macro(tally.labels["status"]),
        "said_accuracy": _accuracy(tally, "said"),
    }
    metrics |= {f"{name}_f1": spans[name].f1 if name in spans else 0.0 for name in ("actor", "recipient", "quantity")}
    metrics |= {f"{name}_accuracy": _accuracy(tally, name) for name in ("country", "sector", "place", "date")}
    return metrics | {"false_on_none": _rate(counts["false"], counts["none_sentences"])}


def pair_events(passage: EventPassage, found: Sequence[Event]) -> tuple[list[Pair], list[MarkedEvent], list[Event]]:
    """Pairs, then the marked events that were missed and the found ones that are false."""
    ranked = sorted(
        (
            (event.category == other.category, _shared(event.marks["trigger"], other.trigger), i, j)
            for i, event in enumerate(passage.events)
            for j, other in enumerate(found)
            if _shared(event.marks["trigger"], other.trigger)
        ),
        key=lambda one: (not one[0], -one[1], one[2], one[3]),
    )
    mates: dict[int, int] = {}
    for _, _, i, j in ranked:
        if i not in mates and j not in mates.values():
            mates[i] = j
    pairs = [(passage.events[i], found[j]) for i, j in sorted(mates.items())]
    missed = [event for i, event in enumerate(passage.events) if i not in mates]
    rest = [other for j, other in enumerate(found) if j not in mates.values()]
    return pairs, missed, [other for other in rest if not _shared(passage.neutral, other.trigger)]


def _count_passage(tally: Tally, passage: EventPassage, found: Sequence[Event]) -> None:
    pairs, missed, false = pair_events(passage, found)
    if passage.construction == NONE:
        tally.counts.update({"false": len(false), "none_sentences": count_sentences(passage)})
    tally.counts.update(
        {
            "paired": len(pairs),
            "found": len(pairs) + len(false),
            "marked": len(pairs) + len(missed),
            "same": sum(event.category == other.category for event, other in pairs),
        }
    )
    for event, other in pairs:
        _count_pair(tally, event, other)


def _count_pair(tally: Tally, event: MarkedEvent, other: Event) -> None:
    tally.label("category", event.category, other.category)
    tally.label("status", event.status, other.status)
    tally.answer("status", event.status == other.status)
    tally.answer("said", event.said == (other.statement_id is not None))
    if event.category == other.category:
        tally.span("modes").add(len(set(event.modes) & set(other.modes)), len(other.modes), len(event.modes))
    for part, codes, parties in (("actor", event.actors, other.actors), ("recipient", event.recipients, other.recipients)):
        _count_parties(tally, event, part, codes, parties)
    quantities = [quantity.span for quantity in other.quantities]
    tally.span("quantity").add(*_count_spans(event.marks.get("quantity", ()), quantities))
    tally.answer("place", _is_at(event.marks, "place", other.place.span if other.place else None))
    tally.answer("date", _is_at(event.marks, "date", other.date.span if other.date else None))


def _count_parties(tally: Tally, event: MarkedEvent, part: str, codes: Sequence[Party], parties: Sequence[Participant]) -> None:
    marks = event.marks.get(part, ())
    located = [(party, party.span) for party in parties if party.span is not None]
    if part == "recipient":
        places = event.marks.get("place", ())
        located = [(party, span) for party, span in located if _shared(marks, span) or not _shared(places, span)]
    mates = _pair_spans(marks, [span for _, span in located])
    tally.span(part).add(len(mates), len(located), len(marks))
    for i, j in mates.items():
        party = located[j][0]
        if codes[i].country is not None:
            tally.answer("country", party.country == codes[i].country)
        if codes[i].sectors:
            tally.answer("sector", party.sectors[:1] == codes[i].sectors[:1])


def _count_spans(marks: Stretches, spans: Sequence[Span]) -> tuple[int, int, int]:
    return len(_pair_spans(marks, spans)), len(spans), len(marks)


def _pair_spans(marks: Stretches, spans: Sequence[Span]) -> dict[int, int]:
    """Number of a mark -> number of the span that overlaps it, one to one."""
    mates: dict[int, int] = {}
    ranked = sorted((-_shared((mark,), span), i, j) for i, mark in enumerate(marks) for j, span in enumerate(spans))
    for shared, i, j in ranked:
        if shared and i not in mates and j not in mates.values():
            mates[i] = j
    return mates


def _is_at(marks: Mapping[str, Stretches], part: str, span: Span | None) -> bool:
    return part not in marks if span is None else bool(_shared(marks.get(part, ()), span))


def _shared(stretches: Stretches, span: Span) -> int:
    """Letters that a span shares with any of some stretches."""
    return sum(max(0, min(end, span.end) - max(begin, span.start)) for begin, end in stretches)


def _accuracy(tally: Tally, name: str) -> float:
    count = tally.answers.get(name, Count())
    return _rate(count.right, count.marked)


def _macro(labels: Mapping[str, Count]) -> float:
    """Mean F1 over the labels that are marked."""
    rates = list(_find_rates(labels))
    return _rate(sum(rates), len(rates))


def _find_rates(labels: Mapping[str, Count]) -> Iterator[float]:
    return (count.f1 for count in labels.values() if count.marked)


def _rate(right: float, of: float) -> float:
    return right / of if of else 0.0
