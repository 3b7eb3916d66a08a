"""Exam `own-resolution`: times, places and people of our own passages (`corpus/final_resolution`), from raw text.

A passage goes through the public functions as a row of JSON Lines with its creation day. Part: own_final, written last
by a hand that saw no rule, never developed with.

Times are scored as in `times`. A found place that is marked only as standing for a state is neither right nor wrong for
`place_f1`. A place is within 161 km where its point is, or within its reach, the larger; what was not found is wrong.
A link is right where the words' mention, the one that overlaps them most, is of an entity that bears the name.
"""

from __future__ import annotations

import json
import time
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import copydesk
from copydesk.lexicon.distances import great_circle_km
from copydesk.record import Entity, Place, Report, Span
from corpus.resolution_marks import FINAL, Mark, Passage, PlaceTruth, read_final, read_place, read_time
from evaluation.exam import Row, f1, hash_files
from evaluation.timeml import Timex, score_times

EXAMS = ("own-resolution",)
NEEDS_GOLD = False
NEAR_KM = 161.0
LINKS = {"person_names": "n", "person_offices": "o", "person_pronouns": "r", "organisations": "g"}


@dataclass(slots=True)
class Share:
    """Right ones among those examined."""

    right: int = 0
    of: int = 0

    def add(self, answers: Iterable[bool]) -> None:
        """Count answers."""
        for answer in answers:
            self.right, self.of = self.right + answer, self.of + 1

    @property
    def rate(self) -> float:
        """0-1."""
        return self.right / self.of if self.of else 0.0


def run(folder: Path) -> list[Row]:
    """One row; no gold folder is looked at."""
    passages = read_final()
    begun = time.perf_counter()
    read = [(passage, read_passage(passage)) for passage in passages]
    seconds = time.perf_counter() - begun
    return [
        Row(
            exam="own-resolution",
            part="own_final",
            n=len(passages),
            metrics=measure(read),
            corpus_sha256=hash_files(FINAL.glob("*.txt")),
            seconds=round(seconds, 3),
        )
    ]


def read_passage(passage: Passage) -> Report | None:
    """The report of its one article; None where the page gave none, or other text than was given."""
    row = {"id": passage.id, "text": passage.text, "created": passage.created}
    if passage.outlet:
        row["outlet"] = passage.outlet
    pages = list(copydesk.read_pages(json.dumps(row).encode(), key=f"{passage.id}.jsonl"))
    reports = [report for page in pages for report in copydesk.read_report(page)]
    return reports[0] if reports and reports[0].page.text == passage.text else None


def measure(read: Sequence[tuple[Passage, Report | None]]) -> dict[str, float]:
    """All metrics over passages and their reports."""
    times = score_times((gold, found) for gold, found in (_times(*pair) for pair in read))
    metrics = {f"time_{name}": value for name, value in times.items()}
    spans = [_place_counts(*pair) for pair in read]
    metrics["place_f1"] = f1(*(sum(counts) for counts in zip(*spans, strict=True)))
    shares = {name: Share() for name in ("place_161km", "place_country", "place_left_open", "state_country", *LINKS)}
    for passage, report in read:
        _add_places(passage, report, shares)
        shares["state_country"].add(_is_state(mark, report) for mark in passage.find("s"))
        for name, kind in LINKS.items():
            shares[name].add(_is_linked(mark, report) for mark in passage.find(kind))
    metrics |= {name: share.rate for name, share in shares.items()}
    linked = [shares[name] for name in LINKS]
    metrics["link_accuracy"] = sum(share.right for share in linked) / max(1, sum(share.of for share in linked))
    return metrics


def _times(passage: Passage, report: Report | None) -> tuple[list[Timex], list[Timex]]:
    """Gold and found; a gold expression of several right values takes the one that was found, else its first."""
    found = [Timex(one.span.start, one.span.end, one.type, one.value) for one in report.times] if report else []
    gold = []
    for mark in passage.find("t"):
        kind, values = read_time(mark.truth)
        met = {one.value for one in found if one.start < mark.end and mark.start < one.end}
        gold.append(Timex(mark.start, mark.end, kind, next((value for value in values if value in met), values[0])))
    return gold, found


def _place_counts(passage: Passage, report: Report | None) -> tuple[int, int, int]:
    gold = {(mark.start, mark.end) for mark in passage.find("p")}
    neutral = passage.find("s")
    found = {
        (span.start, span.end)
        for span in (place.span for place in (report.places if report else ()))
        if (span.start, span.end) in gold or not any(_overlap(mark, span) for mark in neutral)
    }
    return len(gold & found), len(found), len(gold)


def _add_places(passage: Passage, report: Report | None, shares: dict[str, Share]) -> None:
    for mark in passage.find("p"):
        truth, place = read_place(mark.truth), _find_place(mark, report)
        if truth.level == "unresolved":
            shares["place_left_open"].add([place is not None and place.latitude is None])
        elif truth.point is not None:
            shares["place_161km"].add([_is_near(truth, place)])
        if truth.country is not None and truth.level != "unresolved":
            shares["place_country"].add([place is not None and place.country == truth.country])


def _find_place(mark: Mark, report: Report | None) -> Place | None:
    return max(
        (place for place in (report.places if report else ()) if _overlap(mark, place.span)),
        key=lambda place: _overlap(mark, place.span),
        default=None,
    )


def _is_near(truth: PlaceTruth, place: Place | None) -> bool:
    if place is None or place.latitude is None or place.longitude is None or truth.point is None:
        return False
    return great_circle_km(truth.point, (place.latitude, place.longitude)) <= max(NEAR_KM, truth.reach)


def _is_state(mark: Mark, report: Report | None) -> bool:
    """Whether a mention or place at the words is of the country: itself, or the government it stands for."""
    if report is None:
        return False
    entities = {entity.id: entity for entity in report.entities}
    places = [place for place in report.places if _overlap(mark, place.span)]
    countries = {place.country for place in places}
    ids = [mention.entity_id for mention in report.mentions if _overlap(mark, mention.span) >= 0.5]
    ids += [place.metonym_for for place in places]
    named = [entities[one] for one in ids if one in entities]
    return mark.truth in countries | {one.country for one in named if one.kind in {"state", "organisation"}}


def _is_linked(mark: Mark, report: Report | None) -> bool:
    if report is None:
        return False
    mention = max(
        (mention for mention in report.mentions if _overlap(mark, mention.span)),
        key=lambda mention: _overlap(mark, mention.span),
        default=None,
    )
    entity = next((one for one in report.entities if mention and one.id == mention.entity_id), None)
    return entity is not None and not set(map(_fold, mark.names)).isdisjoint(_names_of(entity))


def _names_of(entity: Entity) -> Iterator[str]:
    yield _fold(entity.name)
    yield from map(_fold, entity.aliases)


def _fold(name: str) -> str:
    """A name without accents, case, article and signs."""
    plain = "".join(letter for letter in unicodedata.normalize("NFKD", name.casefold()) if letter.isalnum() or letter in " -")
    return plain.replace("-", " ").removeprefix("the ").strip()


def _overlap(mark: Mark, span: Span) -> float:
    """Shared characters over all characters of both, 0-1."""
    shared = min(mark.end, span.end) - max(mark.start, span.start)
    return max(0, shared) / (max(mark.end, span.end) - min(mark.start, span.start))
