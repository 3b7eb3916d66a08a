"""One training sentence, and the readers of the gold files it comes from.

Formats: CoNLL-U (trees), IOB2 with columns "number word label" (UNER), two columns "word label" (WNUT17, CrossNER: tab;
WikiGold: space, I- marks only, "-DOCSTART-" between documents). Every file is gzip-compressed UTF-8.
"""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path


@dataclass
class Example:
    """A sentence with what is known of it; a layer that nobody annotated is an empty list.

    heads: 1-based, 0 is the root, as in CoNLL-U. names: label scheme -> BIO label of every word.
    """

    words: list[str]
    origin: str
    tags: list[str] = field(default_factory=list)
    fine: list[str] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    relations: list[str] = field(default_factory=list)
    lemmas: list[str] = field(default_factory=list)
    names: dict[str, list[str]] = field(default_factory=dict)
    document: str = ""


def read_lines(path: Path) -> Iterator[str]:
    """Lines of one gold file without their ends."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield line.rstrip("\n")


def read_blocks(path: Path) -> Iterator[list[str]]:
    """Groups of lines between blank lines."""
    block: list[str] = []
    for line in read_lines(path):
        if line.strip():
            block.append(line)
        elif block:
            yield block
            block = []
    if block:
        yield block


def read_trees(path: Path, *, origin: str) -> list[Example]:
    """Sentences of a CoNLL-U file: multiword ranges and empty nodes are left out."""
    examples = []
    document = ""
    for block in read_blocks(path):
        rows = []
        for line in block:
            if line.startswith("# newdoc id ="):
                document = line.split("=", 1)[1].strip()
            elif not line.startswith("#"):
                columns = line.split("\t")
                if columns[0].isdigit():
                    rows.append(columns)
        examples.append(
            Example(
                words=[row[1] for row in rows],
                origin=origin,
                lemmas=[row[2] for row in rows],
                tags=[row[3] for row in rows],
                fine=[row[4] for row in rows],
                heads=[int(row[6]) for row in rows],
                relations=[row[7] for row in rows],
                document=document,
            )
        )
    return examples


def read_uner(path: Path, *, origin: str) -> list[Example]:
    """Sentences of a UNER file; its mark "B-O" (a slip of the early release) is read as no name."""
    examples = []
    for block in read_blocks(path):
        rows = [line.split("\t") for line in block if not line.startswith("#")]
        rows = [row for row in rows if row[0].isdigit()]
        labels = ["O" if row[2].endswith("-O") else row[2] for row in rows]
        examples.append(Example(words=[row[1] for row in rows], origin=origin, names={"uner": labels}))
    return examples


def read_columns(path: Path, *, origin: str, scheme: str) -> list[Example]:
    """Sentences of a two-column file whose labels are already BIO."""
    examples = []
    for block in read_blocks(path):
        rows = [line.split("\t") for line in block]
        examples.append(
            Example(words=[row[0] for row in rows], origin=origin, names={scheme: [row[-1] for row in rows]})
        )
    return examples


def read_wikigold(path: Path, *, origin: str) -> list[Example]:
    """Sentences of WikiGold with the number of their document; I- marks are turned into BIO."""
    examples = []
    document = 0
    for block in read_blocks(path):
        rows = [line.rsplit(" ", 1) for line in block]
        if rows[0][0] == "-DOCSTART-":
            document += 1
            continue
        labels = turn_bio([label for _, label in rows])
        examples.append(
            Example(
                words=[word for word, _ in rows], origin=origin, names={"wikigold": labels}, document=str(document)
            )
        )
    return examples


def turn_bio(labels: list[str]) -> list[str]:
    """I- marks as BIO: the first word of every run of one type becomes B-."""
    before = "O"
    turned = []
    for label in labels:
        starts = label.startswith("I-") and before[2:] != label[2:]
        turned.append("B-" + label[2:] if starts else label)
        before = label
    return turned
