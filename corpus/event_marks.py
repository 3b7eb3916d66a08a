"""Passages with every event marked in place, as the files of `events/` write them (see `event_guidelines.md`)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import get_args

from copydesk.lexicon import load_world
from copydesk.record.event import Category, EventStatus
from corpus.marks import MarkBroken
from corpus.passages import Gathered, Marks, Stretches, find_first_head, read_marked_file, read_marks, read_numbers

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


def read_event_file(path: Path) -> Iterator[EventPassage]:
    """The passages of one file. Raises MarkBroken, with file and row of the head line, at whatever breaks the format."""
    return read_marked_file(path, CONSTRUCTIONS, _build)


def read_events(folder: Path = FREE) -> tuple[EventPassage, ...]:
    """The passages of all files of a folder in the order of their names."""
    return tuple(passage for path in sorted(folder.glob("*.txt")) for passage in read_event_file(path))


def is_kept(passage: EventPassage) -> bool:
    """Whether a free passage is measured on instead of trained on."""
    return sha256(passage.id.encode()).hexdigest()[0] in KEPT


def has_event_heads(path: Path) -> bool:
    """Whether a file's first head line is one of passages with events."""
    head = find_first_head(path)
    return head is not None and head["construction"] in CONSTRUCTIONS


def _build(gathered: Gathered) -> EventPassage:
    text, marks = read_event_marks(gathered.lines)
    neutral = marks.pop(NEUTRAL, {})
    if set(neutral) - {"trigger"}:
        raise MarkBroken("only a trigger may have the number 0")
    read_numbers(gathered, marks, "event")
    events = tuple(_read_values(line, marks) for line in gathered.values)
    return EventPassage(
        **{name: gathered.head[name] for name in ("id", "construction", "register", "created", "outlet")},
        text=text,
        events=events,
        neutral=tuple(sorted(neutral.get("trigger", ()))),
    )


def read_event_marks(lines: Sequence[str]) -> tuple[str, Marks]:
    """Plain text of marked lines, and the stretches of each part of each event. Raises MarkBroken at a stray brace."""
    return read_marks(lines, PARTS, "event")


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
