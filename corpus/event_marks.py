"""Passages with every event marked in place, as the files of `events/` write them (see `event_guidelines.md`)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import get_args

from copydesk.lexicon import load_world
from copydesk.record.event import Category, EventStatus
from corpus.marks import REGISTERS, MarkBroken

FREE = Path(__file__).parent / "events" / "free"
FINAL = Path(__file__).parent / "events" / "final"
KEPT = "0123"  # passages whose hash begins so, one in four, are kept for development
CATEGORIES: tuple[str, ...] = get_args(Category)
STATUSES: tuple[str, ...] = get_args(EventStatus)
NONE = "none"  # construction of a passage in which nothing happens
CONSTRUCTIONS = (*(category.lower() for category in CATEGORIES), NONE)
PARTS = {"t": "trigger", "a": "actor", "r": "recipient", "p": "place", "d": "date", "n": "quantity"}
NEUTRAL = 0  # number of words whose reading as an event is open: neither right nor wrong
SECTORS = frozenset({
    "COP", "GOV", "JUD", "LEG", "MIL", "PRM", "PTY", "REB", "SPY", "UAF", "UNK", "AGR", "BUS", "CRM", "CVL", "EDU", "ELI",
    "JRN", "LAB", "MED", "OPP", "PRE", "REF", "REL", "SOC",
})  # fmt: skip
BODIES = frozenset({"IGO", "UNO", "EUR", "NGO", "ISM", "IMG", "MNC"})  # PLOVER's countries that are no states
UNKNOWN = "?"  # a party of which neither sector nor country is known
_HEAD = re.compile(
    r"# (?P<id>[a-z-]+-\d+) \| (?P<construction>[a-z-]+) \| (?P<register>[a-z]+) "
    r"\| created (?P<created>\d{4}-\d{2}-\d{2}) \| outlet (?P<outlet>[^|]+)$"
)
_VALUES = re.compile(r"\d+ \| ")
_OPENING = re.compile(rf"\{{(?P<number>\d+)(?P<part>[{''.join(PARTS)}]) ")
Stretches = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Party:
    """Codes of one actor or recipient: sectors, primary first, and country; both empty where unknown."""

    sectors: tuple[str, ...]
    country: str | None


@dataclass(frozen=True, slots=True)
class MarkedEvent:
    """One event. marks: name of the part -> its stretches in the passage's text, in page order; said: in a statement.

    actors, recipients: a Party for each stretch of that part.
    """

    number: int
    marks: Mapping[str, Stretches]
    category: str
    modes: tuple[str, ...]
    status: str
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    said: bool


@dataclass(frozen=True, slots=True)
class EventPassage:
    """One passage as it stands in a page of an outlet, created on a day. neutral: words that may be an event or not."""

    id: str
    construction: str
    register: str
    created: str
    outlet: str
    text: str
    events: tuple[MarkedEvent, ...]
    neutral: Stretches


@dataclass(slots=True)
class _Gathered:
    head: re.Match[str]
    lines: list[str] = field(default_factory=list)
    values: list[str] = field(default_factory=list)


def read_event_file(path: Path) -> Iterator[EventPassage]:
    """The passages of one file. Raises MarkBroken, with file and row of the head line, at whatever breaks the format."""
    for row, gathered in _gather(path):
        if gathered.head["id"].rpartition("-")[0] != path.stem:
            raise MarkBroken(f"{path.name}:{row}: the id {gathered.head['id']} is not the file's name with a number")
        try:
            yield _build(gathered)
        except MarkBroken as fault:
            raise MarkBroken(f"{path.name}:{row}: {gathered.head['id']}: {fault}") from fault


def read_events(folder: Path = FREE) -> tuple[EventPassage, ...]:
    """The passages of all files of a folder in the order of their names."""
    return tuple(passage for path in sorted(folder.glob("*.txt")) for passage in read_event_file(path))


def is_kept(passage: EventPassage) -> bool:
    """Whether a free passage is measured on instead of trained on."""
    return sha256(passage.id.encode()).hexdigest()[0] in KEPT


def has_event_heads(path: Path) -> bool:
    """Whether a file's first head line is one of passages with events."""
    heads = (line for line in path.read_text(encoding="utf-8").splitlines() if line.startswith("# "))
    head = _HEAD.match(next(heads, ""))
    return head is not None and head["construction"] in CONSTRUCTIONS


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


def _build(gathered: _Gathered) -> EventPassage:
    text, marks = read_event_marks(gathered.lines)
    neutral = marks.pop(NEUTRAL, {})
    if set(neutral) - {"trigger"}:
        raise MarkBroken("only a trigger may have the number 0")
    numbers = [int(line.partition(" | ")[0]) for line in gathered.values]
    if numbers != list(range(1, len(numbers) + 1)):
        raise MarkBroken(f"events are numbered {numbers}, not from 1 in order")
    if set(marks) != set(numbers):
        raise MarkBroken(f"marks of events {sorted(marks)}, but values of {numbers}")
    events = tuple(_read_values(line, marks) for line in gathered.values)
    return EventPassage(
        **{name: gathered.head[name] for name in ("id", "construction", "register", "created", "outlet")},
        text=text,
        events=events,
        neutral=tuple(sorted(neutral.get("trigger", ()))),
    )


def read_event_marks(lines: Sequence[str]) -> tuple[str, dict[int, dict[str, list[tuple[int, int]]]]]:
    """Plain text of marked lines, and the stretches of each part of each event. Raises MarkBroken at a stray brace."""
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
            raise MarkBroken(f"the {part} of event {number} is not closed on its line: {text[begin:][:40]}")
    return text, marks


def _read_values(line: str, marks: Mapping[int, Mapping[str, list[tuple[int, int]]]]) -> MarkedEvent:
    values = line.split(" | ")
    if len(values) != 7:
        raise MarkBroken(f"{len(values)} values instead of 7: {line}")
    number, category, modes, status, actors, recipients, said = values
    allowed = {"category": CATEGORIES, "status": STATUSES, "statement": ("said", "own")}
    for (name, known), value in zip(allowed.items(), (category, status, said), strict=True):
        if value not in known:
            raise MarkBroken(f"event {number}: {name} {value!r} is none of {', '.join(known)}")
    named = () if modes == "-" else tuple(modes.split())
    if strange := set(named) - load_world().plover.modes(category):
        raise MarkBroken(f"event {number}: {category} has no mode {', '.join(sorted(strange))}")
    own = {part: tuple(sorted(found)) for part, found in marks.get(int(number), {}).items()}
    named_actors, named_recipients = (
        _read_parties(int(number), part, codes, own.get(part, ()))
        for part, codes in (("actor", actors), ("recipient", recipients))
    )
    return MarkedEvent(
        number=int(number),
        marks=own,
        category=category,
        modes=named,
        status=status,
        actors=named_actors,
        recipients=named_recipients,
        said=said == "said",
    )


def _read_parties(number: int, part: str, codes: str, stretches: Stretches) -> tuple[Party, ...]:
    parties = () if codes == "-" else tuple(_read_party(code) for code in codes.split("; "))
    if len(parties) != len(stretches):
        raise MarkBroken(f"event {number}: {len(stretches)} marks but {len(parties)} codes of {part}s: {codes}")
    return parties


def _read_party(codes: str) -> Party:
    words = [] if codes == UNKNOWN else codes.split()
    country = words.pop() if words and words[-1] not in SECTORS else None
    if strange := set(words) - SECTORS:
        raise MarkBroken(f"no sector: {', '.join(sorted(strange))} in {codes}")
    if country is not None and country not in BODIES and load_world().states.by_code(country) is None:
        raise MarkBroken(f"neither sector nor country: {country} in {codes}")
    return Party(tuple(words), country)
