"""Passages with marks in place, as files of `statements/` and `events/` write them: heads, lines of text, lines of values."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol, TypeVar

from corpus.marks import REGISTERS, MarkBroken

Stretches = tuple[tuple[int, int], ...]
Marks = dict[int, dict[str, list[tuple[int, int]]]]  # number -> name of the part -> its stretches
HEAD = re.compile(
    r"# (?P<id>[a-z-]+-\d+) \| (?P<construction>[a-z-]+) \| (?P<register>[a-z]+) "
    r"\| created (?P<created>\d{4}-\d{2}-\d{2}) \| outlet (?P<outlet>[^|]+)$"
)
_VALUES = re.compile(r"\d+ \| ")
_ABBREVIATED = (
    r"(?<!\bMr)(?<!\bMrs)(?<!\bMs)(?<!\bDr)(?<!\bGen)(?<!\bLt)(?<!\bCol)(?<!\bSgt)(?<!\bGov)(?<!\bSen)(?<!\bSt)(?<!\b[A-Z])"
)
_SENTENCE_END = re.compile(rf"{_ABBREVIATED}[.!?…][\"”’»')]*\s+(?=[\"“‘«(]*[A-Z0-9])|\n+")
_SHOWN = 30  # characters of a line that a message shows


class _Told(Protocol):
    @property
    def id(self) -> str: ...
    @property
    def text(self) -> str: ...


_Passage = TypeVar("_Passage", bound=_Told)


@dataclass(slots=True)
class Gathered:
    """One passage before it is read: the match of its head line, its lines of text and its lines of values."""

    head: re.Match[str]
    lines: list[str] = field(default_factory=list)
    values: list[str] = field(default_factory=list)


def read_marked_file(
    path: Path, constructions: Collection[str], build: Callable[[Gathered], _Passage],
) -> Iterator[_Passage]:
    """The passages of one file. Raises MarkBroken, with file and row of the head line, at whatever breaks the format."""
    for row, gathered in _gather(path, constructions):
        if gathered.head["id"].rpartition("-")[0] != path.stem:
            raise MarkBroken(f"{path.name}:{row}: the id {gathered.head['id']} is not the file's name with a number")
        try:
            yield build(gathered)
        except MarkBroken as fault:
            raise MarkBroken(f"{path.name}:{row}: {gathered.head['id']}: {fault}") from fault


def find_first_head(path: Path) -> re.Match[str] | None:
    """The first head line of a file, None where it is not one of marked passages."""
    heads = (line for line in path.read_text(encoding="utf-8").splitlines() if line.startswith("# "))
    return HEAD.match(next(heads, ""))


def _gather(path: Path, constructions: Collection[str]) -> Iterator[tuple[int, Gathered]]:
    row, gathered = 0, None
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith("# "):
            if gathered is not None:
                yield row, gathered
            row, gathered = number, Gathered(_read_head(f"{path.name}:{number}", line, constructions))
        elif line.strip():
            if gathered is None:
                raise MarkBroken(f"{path.name}:{number}: a line without a head line above it")
            _take(f"{path.name}:{number}", line, gathered)
    if gathered is not None:
        yield row, gathered


def _read_head(where: str, line: str, constructions: Collection[str]) -> re.Match[str]:
    head = HEAD.match(line)
    if head is None or head["register"] not in REGISTERS or head["construction"] not in constructions:
        raise MarkBroken(f"{where}: not a head line with id, construction, register, created and outlet: {line}")
    return head


def _take(where: str, line: str, gathered: Gathered) -> None:
    if _VALUES.match(line):
        gathered.values.append(line)
    elif gathered.values:
        raise MarkBroken(f"{where}: text below the lines of values: {line}")
    else:
        gathered.lines.append("" if line == "//" else line)


def read_numbers(gathered: Gathered, marks: Marks, what: str) -> None:
    """Check that values are numbered from 1 in order and that marks have the same numbers. Raises MarkBroken."""
    numbers = [int(line.partition(" | ")[0]) for line in gathered.values]
    if numbers != list(range(1, len(numbers) + 1)):
        raise MarkBroken(f"{what}s are numbered {numbers}, not from 1 in order")
    if set(marks) != set(numbers):
        raise MarkBroken(f"marks of {what}s {sorted(marks)}, but values of {numbers}")


def read_marks(lines: Sequence[str], parts: Mapping[str, str], what: str) -> tuple[str, Marks]:
    """Plain text of marked lines, and the stretches of each part of each `what`. Raises MarkBroken at a stray brace.

    parts: letter of a mark -> name of the part.
    """
    pieces = re.compile(rf"\\[{{}}]|\{{(?P<number>\d+)(?P<part>[{''.join(parts)}]) |[{{}}]|[^{{}}\\]+|\\")
    text, marks = "", Marks()
    for row, line in enumerate(lines):
        text += "\n" if row else ""
        opened: list[tuple[int, str, int]] = []
        for piece in pieces.finditer(line):
            if piece["part"]:
                opened.append((int(piece["number"]), parts[piece["part"]], len(text)))
            elif piece[0] == "{":
                raise MarkBroken(f"a brace that opens no mark: {line[piece.start() : piece.start() + _SHOWN]}")
            elif piece[0] != "}":
                text += piece[0][1:] if piece[0] in (r"\{", r"\}") else piece[0]
            elif opened:
                number, part, begin = opened.pop()
                marks.setdefault(number, {}).setdefault(part, []).append((begin, len(text)))
            else:
                raise MarkBroken(f"a brace that closes nothing: {line[max(0, piece.start() - _SHOWN) : piece.end()]}")
        if opened:
            number, part, begin = opened[-1]
            raise MarkBroken(f"the {part} of {what} {number} is not closed on its line: {text[begin:][:40]}")
    return text, marks


def count_sentences(passage: _Told) -> int:
    """Stretches between line breaks and full stops that a capital or a figure follows."""
    return len([stretch for stretch in _SENTENCE_END.split(passage.text) if stretch.strip()])


def find_problems_of(passages: Iterable[_Passage], find_in: Callable[[_Passage], Iterable[str]]) -> Iterator[str]:
    """Problems in words, each with the id of its passage: those of each passage, and ids and texts that come twice."""
    ids: Counter[str] = Counter()
    texts: Counter[str] = Counter()
    for passage in passages:
        ids[passage.id] += 1
        texts[passage.text] += 1
        yield from (f"{passage.id}: {problem}" for problem in find_in(passage))
    yield from (f"id used twice: {found}" for found, count in ids.items() if count > 1)
    yield from (f"written {count} times: {text[:60]}" for text, count in texts.items() if count > 1)
