"""Sentences with their names marked in place, as the files of this folder write them (see `guidelines.md`)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

LABELS = (
    "person", "organisation", "state", "place", "group", "facility", "event", "weapon", "law", "work", "outlet",
)  # fmt: skip
REGISTERS = (
    "wire", "newspaper", "broadcast", "live", "headline", "ticker", "post", "release", "report", "transcript", "lower",
)  # fmt: skip
MARK = re.compile(rf"\[({'|'.join(LABELS)}) ([^\[\]]+)\]")
HEAD = re.compile(r"# (?P<id>[a-z-]+-\d+) \| (?P<region>[^|]+) \| (?P<decade>[^|]+) \| (?P<register>[^|]+)$")


class MarkBroken(ValueError):
    """A line of the corpus that does not follow the guidelines; says which and why."""


@dataclass(frozen=True, slots=True)
class Marked:
    """One sentence: its id, plain text, and names as (start, end, label) in code points of the text."""

    id: str
    text: str
    names: tuple[tuple[int, int, str], ...]
    region: str = ""
    decade: str = ""
    register: str = ""

    @property
    def paragraph(self) -> str:
        """The id of the paragraph it stands in."""
        return self.id.rpartition(".")[0]


def read_marks(line: str) -> tuple[str, tuple[tuple[int, int, str], ...]]:
    """Plain text and names of one marked line. Raises MarkBroken where a bracket is left over."""
    text, names, position = "", [], 0
    kept = line.replace(r"\[", "\ue000").replace(r"\]", "\ue001")
    for match in MARK.finditer(kept):
        text += kept[position : match.start()]
        names.append((len(text), len(text) + len(match[2]), match[1]))
        text += match[2]
        position = match.end()
    text += kept[position:]
    if "[" in text or "]" in text:
        raise MarkBroken(f"a bracket that marks nothing, or a label nobody knows: {line}")
    return text.replace("\ue000", "[").replace("\ue001", "]"), tuple(names)


def read_file(path: Path) -> Iterator[Marked]:
    """The sentences of one file; a sentence's id is its paragraph's with a point and its number, from 1."""
    head, number = None, 0
    for row, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith("# "):
            head, number = HEAD.match(line), 0
            if head is None or head["register"] not in REGISTERS:
                raise MarkBroken(f"{path.name}:{row}: not a head line with id, region, decade and register: {line}")
        elif line.strip():
            if head is None:
                raise MarkBroken(f"{path.name}:{row}: a sentence without a head line above it")
            number += 1
            try:
                text, names = read_marks(line)
            except MarkBroken as fault:
                raise MarkBroken(f"{path.name}:{row}: {fault}") from fault
            yield Marked(f"{head['id']}.{number}", text, names, head["region"], head["decade"], head["register"])
