"""Passages with every statement marked in place, as the files of `statements/` write them (see `statement_guidelines.md`)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import get_args

from copydesk.record.statement import Act, Certainty, Manner, Polarity, SpeakerKind, Utterance
from corpus.marks import MarkBroken
from corpus.passages import Gathered, Marks, Stretches, read_marked_file, read_marks, read_numbers

FREE = Path(__file__).parent / "statements" / "free"
FINAL = Path(__file__).parent / "statements" / "final"
KEPT = "cdef"  # passages whose hash begins so, one in four, are kept for development
CONSTRUCTIONS = (
    "complement", "inverted", "floating", "according-to", "per", "noun-cue", "participle", "colon", "dash", "multi-sentence",
    "multi-paragraph", "bullet", "headline", "caption", "parenthetical", "question", "passive", "document", "post",
    "shared-subject", "plural-speakers", "nested", "channel", "anonymous", "refused", "denied", "expected", "attitude", "hedge",
    "condition", "mixed", "odd-marks", "open-question", "demand", "offer", "agreement", "own-sight", "trap",
)  # fmt: skip
PARTS = {
    "s": "speaker", "q": "cue", "c": "content", "a": "addressee", "v": "venue", "d": "day", "r": "relay", "h": "hedge",
    "k": "condition",
}  # fmt: skip
CLOSED = {
    "manner": get_args(Manner), "act": get_args(Act), "utterance": get_args(Utterance), "polarity": get_args(Polarity),
    "certainty": get_args(Certainty), "speaker_kind": get_args(SpeakerKind),
}  # fmt: skip
UNNAMED = "?"  # speaker or day that the text does not tell
_SAID = re.compile(r"said (\?|created|\d{4}(?:-W\d{2}|-\d{2}(?:-\d{2})?)?)$")


@dataclass(frozen=True, slots=True)
class MarkedStatement:
    """One statement. marks: name of the part -> its stretches in the passage's text, in page order.

    chain: speaker ("?" where unnamed), then each hand up to the page. said: ISO prefix, or None where nobody can tell;
    created: whether that day is only the page's own.
    """

    number: int
    marks: Mapping[str, Stretches]
    manner: str
    act: str
    utterance: str
    polarity: str
    certainty: str
    speaker_kind: str
    chain: tuple[str, ...]
    said: str | None
    created: bool


@dataclass(frozen=True, slots=True)
class Passage:
    """One passage as it stands in a page of an outlet, created on a day; trap where nobody says anything."""

    id: str
    construction: str
    register: str
    created: str
    outlet: str
    text: str
    statements: tuple[MarkedStatement, ...]


def read_passages(path: Path) -> Iterator[Passage]:
    """The passages of one file. Raises MarkBroken, with file and row of the head line, at whatever breaks the format."""
    return read_marked_file(path, CONSTRUCTIONS, _build)


def read_statements(folder: Path = FREE) -> tuple[Passage, ...]:
    """The passages of all files of a folder in the order of their names."""
    return tuple(passage for path in sorted(folder.glob("*.txt")) for passage in read_passages(path))


def is_kept(passage: Passage) -> bool:
    """Whether a free passage is measured on instead of trained on: a quarter, of the half whose failures nobody reads."""
    return sha256(passage.id.encode()).hexdigest()[0] in KEPT


def _build(gathered: Gathered) -> Passage:
    head = gathered.head
    text, marks = read_statement_marks(gathered.lines)
    rows = [_read_values(line, head["created"]) for line in gathered.values]
    read_numbers(gathered, marks, "statement")
    statements = []
    for number, values, (said, created) in rows:
        *closed, chain = values
        named = dict(zip(CLOSED, closed, strict=True))
        parts = {part: tuple(sorted(found)) for part, found in marks[number].items()}
        statements.append(
            MarkedStatement(
                number=number,
                marks=parts,
                **named,
                chain=tuple(chain.split(" > ")),
                said=said,
                created=created,
            )
        )
    return Passage(
        id=head["id"],
        construction=head["construction"],
        register=head["register"],
        created=head["created"],
        outlet=head["outlet"],
        text=text,
        statements=tuple(statements),
    )


def read_statement_marks(lines: Sequence[str]) -> tuple[str, Marks]:
    """Plain text of marked lines, and the stretches of each part of each statement. Raises MarkBroken at a stray brace."""
    return read_marks(lines, PARTS, "statement")


def _read_values(line: str, created: str) -> tuple[int, list[str], tuple[str | None, bool]]:
    number, *values = line.split(" | ")
    if len(values) != len(CLOSED) + 2:
        raise MarkBroken(f"{len(values)} values instead of {len(CLOSED) + 2}: {line}")
    for (name, allowed), value in zip(CLOSED.items(), values, strict=False):
        if value not in allowed:
            raise MarkBroken(f"statement {number}: {name} {value!r} is none of {', '.join(allowed)}")
    said = _SAID.match(values.pop())
    if said is None:
        raise MarkBroken(f"statement {number}: the last value is not `said` with a day, `created` or `?`: {line}")
    day = {UNNAMED: None, "created": created}.get(said[1], said[1])
    return int(number), values, (day, said[1] == "created")
