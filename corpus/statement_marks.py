"""Passages with every statement marked in place, as the files of `statements/` write them (see `statement_guidelines.md`)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import get_args

from copydesk.record.statement import Act, Certainty, Manner, Polarity, SpeakerKind, Utterance
from corpus.marks import REGISTERS, MarkBroken

FREE = Path(__file__).parent / "statements" / "free"
FINAL = Path(__file__).parent / "statements" / "final"
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
_HEAD = re.compile(
    r"# (?P<id>[a-z-]+-\d+) \| (?P<construction>[a-z-]+) \| (?P<register>[a-z]+) "
    r"\| created (?P<created>\d{4}-\d{2}-\d{2}) \| outlet (?P<outlet>[^|]+)$"
)
_VALUES = re.compile(r"\d+ \| ")
_OPENING = re.compile(rf"\{{(?P<number>\d+)(?P<part>[{''.join(PARTS)}]) ")
_SAID = re.compile(r"said (\?|created|\d{4}(?:-W\d{2}|-\d{2}(?:-\d{2})?)?)$")
Stretches = tuple[tuple[int, int], ...]


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


@dataclass(slots=True)
class _Gathered:
    head: re.Match[str]
    lines: list[str] = field(default_factory=list)
    values: list[str] = field(default_factory=list)


def read_passages(path: Path) -> Iterator[Passage]:
    """The passages of one file. Raises MarkBroken, with file and row of the head line, at whatever breaks the format."""
    for row, gathered in _gather(path):
        if gathered.head["id"].rpartition("-")[0] != path.stem:
            raise MarkBroken(f"{path.name}:{row}: the id {gathered.head['id']} is not the file's name with a number")
        try:
            yield _build(gathered)
        except MarkBroken as fault:
            raise MarkBroken(f"{path.name}:{row}: {gathered.head['id']}: {fault}") from fault


def read_statements(folder: Path = FREE) -> tuple[Passage, ...]:
    """The passages of all files of a folder in the order of their names."""
    return tuple(passage for path in sorted(folder.glob("*.txt")) for passage in read_passages(path))


def _gather(path: Path) -> Iterator[tuple[int, _Gathered]]:
    row, gathered = 0, None
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith("# "):
            if gathered is not None:
                yield row, gathered
            head = _HEAD.match(line)
            if head is None or head["register"] not in REGISTERS or head["construction"] not in CONSTRUCTIONS:
                raise MarkBroken(
                    f"{path.name}:{number}: not a head line with id, construction, register, created and outlet: {line}"
                )
            row, gathered = number, _Gathered(head)
        elif line.strip():
            if gathered is None:
                raise MarkBroken(f"{path.name}:{number}: a line without a head line above it")
            if _VALUES.match(line):
                gathered.values.append(line)
            elif gathered.values:
                raise MarkBroken(f"{path.name}:{number}: text below the lines of values: {line}")
            else:
                gathered.lines.append("" if line == "//" else line)
    if gathered is not None:
        yield row, gathered


def _build(gathered: _Gathered) -> Passage:
    head = gathered.head
    text, marks = read_statement_marks(gathered.lines)
    rows = [_read_values(line, head["created"]) for line in gathered.values]
    numbers = [number for number, _, _ in rows]
    if numbers != list(range(1, len(rows) + 1)):
        raise MarkBroken(f"statements are numbered {numbers}, not from 1 in order")
    if set(marks) != set(numbers):
        raise MarkBroken(f"marks of statements {sorted(marks)}, but values of {numbers}")
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


def read_statement_marks(lines: Sequence[str]) -> tuple[str, dict[int, dict[str, list[tuple[int, int]]]]]:
    """Plain text of marked lines, and the stretches of each part of each statement. Raises MarkBroken at a stray brace."""
    text, marks = "", dict[int, dict[str, list[tuple[int, int]]]]()
    for row, line in enumerate(lines):
        text += "\n" if row else ""
        opened: list[tuple[int, str, int]] = []
        position = 0
        while position < len(line):
            letter = line[position]
            if line[position : position + 2] in (r"\{", r"\}"):
                text += line[position + 1]
                position += 2
            elif letter == "{":
                opening = _OPENING.match(line, position)
                if opening is None:
                    raise MarkBroken(f"a brace that opens no mark: {line[position : position + 30]}")
                opened.append((int(opening["number"]), PARTS[opening["part"]], len(text)))
                position = opening.end()
            elif letter == "}":
                if not opened:
                    raise MarkBroken(f"a brace that closes nothing: {line[max(0, position - 30) : position + 1]}")
                number, part, begin = opened.pop()
                marks.setdefault(number, {}).setdefault(part, []).append((begin, len(text)))
                position += 1
            else:
                text += letter
                position += 1
        if opened:
            number, part, begin = opened[-1]
            raise MarkBroken(f"the {part} of statement {number} is not closed on its line: {text[begin:][:40]}")
    return text, marks


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
