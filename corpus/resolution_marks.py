"""Passages whose times, places and people are marked with what they mean, as `final_resolution/` writes them.

```
# res-7 | created 1996-05-01 | outlet -
[p city PRY -25.28,-57.63 Asunción|Asunción] rested on [t DATE 1996-05-01|May Day]; [n Juan Roa|Juan Roa] did too.
```

A mark is `[kind truth|words]`, and marks nest. The outlet is "-" where nothing hangs on it. The kinds and their truths:

t  TYPE VALUE              TIMEX3; several values joined by "," where annotators would differ
p  LEVEL COUNTRY POINT NAME  POINT is `latitude,longitude`, with `~km` where the place reaches that far, "-" where it has none;
                           NAME may be several, joined by " / "; "p unresolved COUNTRY CONTAINER" is a place no gazetteer holds
s  COUNTRY                 words that stand for a state: its adjective, its capital or the seat of its government
n, o, r, g  NAME           a person by name, by office or description, by pronoun; an organisation
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from corpus.marks import MarkBroken

FINAL = Path(__file__).parent / "final_resolution"
LEVELS = ("region_of_world", "country", "admin1", "admin2", "city", "district", "facility", "feature", "unresolved")
NONE = "-"
_HEAD = re.compile(r"# (?P<id>[a-z]+-\d+) \| created (?P<created>\d{4}-\d\d-\d\d(T\d\d:\d\d)?) \| outlet (?P<outlet>[^|]+)$")
_OPENING = re.compile(r"\[(?P<kind>[tpsnorg]) (?P<truth>[^|\[\]]+)\|")


@dataclass(frozen=True, slots=True)
class Mark:
    """Words [start, end) of the passage's text. kind: one letter; truth: as written before the bar."""

    start: int
    end: int
    kind: str
    truth: str

    @property
    def names(self) -> tuple[str, ...]:
        """The names that the truth of a link lists."""
        return tuple(self.truth.split(" / "))


@dataclass(frozen=True, slots=True)
class PlaceTruth:
    """What a place is. names: of it, or of its container where it is unresolved. point: degrees; reach: km around it."""

    level: str
    country: str | None
    point: tuple[float, float] | None
    reach: float
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage of an article of an outlet (None where it does not matter), created on a day or at a minute."""

    id: str
    created: str
    outlet: str | None
    text: str
    marks: tuple[Mark, ...]

    def find(self, kinds: str) -> tuple[Mark, ...]:
        """The marks of some kinds in page order."""
        return tuple(mark for mark in self.marks if mark.kind in kinds)


def read_passages(path: Path) -> Iterator[Passage]:
    """The passages of one file. Raises MarkBroken at the first line out of order."""
    for chunk in re.split(r"\n\n+", path.read_text(encoding="utf-8").strip()):
        first, _, body = chunk.partition("\n")
        head = _HEAD.match(first)
        if head is None or not body:
            raise MarkBroken(f"{path.name}: not a head line with id, created and outlet above a text: {first}")
        text, marks = read_marks(body, head["id"])
        outlet = None if head["outlet"] == NONE else head["outlet"]
        yield Passage(head["id"], head["created"], outlet, text, marks)


def read_final() -> tuple[Passage, ...]:
    """The final set: measured on, never developed with."""
    return tuple(passage for path in sorted(FINAL.glob("*.txt")) for passage in read_passages(path))


def read_marks(body: str, where: str) -> tuple[str, tuple[Mark, ...]]:
    """Plain text and marks, outer ones before those inside. Raises MarkBroken where a bracket is left over."""
    text, position = "", 0
    opened: list[tuple[int, str, str]] = []
    marks: list[Mark] = []
    while position < len(body):
        match = _OPENING.match(body, position)
        if match is not None:
            opened.append((len(text), match["kind"], match["truth"]))
            position = match.end()
            continue
        letter = body[position]
        position += 1
        if letter == "]" and opened:
            start, kind, truth = opened.pop()
            marks.append(Mark(start, len(text), kind, truth))
        elif letter in "[]":
            raise MarkBroken(f"{where}: a bracket that marks nothing: {body[position - 1 : position + 30]}")
        else:
            text += letter
    if opened:
        raise MarkBroken(f"{where}: a mark without an end: {opened[-1][2]}")
    return text, tuple(sorted(marks, key=lambda mark: (mark.start, -mark.end)))


def read_time(truth: str) -> tuple[str, tuple[str, ...]]:
    """TIMEX3 type, and the values that are right."""
    kind, _, values = truth.partition(" ")
    return kind, tuple(values.split(","))


def read_place(truth: str) -> PlaceTruth:
    """The truth of a place mark. Raises MarkBroken where the level is unknown or the point is no point."""
    level, country, rest = truth.split(" ", 2)
    if level not in LEVELS:
        raise MarkBroken(f"no level of places: {truth}")
    point, reach, names = None, 0.0, rest
    if level != "unresolved":
        given, _, names = rest.partition(" ")
        degrees, _, km = given.partition("~")
        try:
            point = None if degrees == NONE else (float(degrees.split(",")[0]), float(degrees.split(",")[1]))
            reach = float(km or 0)
        except (ValueError, IndexError) as fault:
            raise MarkBroken(f"no point: {truth}") from fault
    return PlaceTruth(level, None if country == NONE else country, point, reach, tuple(names.split(" / ")))
