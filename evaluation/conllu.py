"""CoNLL-U files as raw text: paragraphs, and the exact place of every gold sentence and word."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(slots=True)
class GoldWord:
    """A word with its place [start, end) in its paragraph's text. head: index in the paragraph, its own at a root."""

    start: int
    end: int
    text: str
    tag: str
    head: int
    relation: str


@dataclass(slots=True)
class Paragraph:
    """Raw text with its words, the half-open word ranges of its sentences, and the id of its document."""

    text: str = ""
    words: list[GoldWord] = field(default_factory=list)
    sentences: list[tuple[int, int]] = field(default_factory=list)
    document: str = ""


def read_paragraphs(path: Path) -> list[Paragraph]:
    """Paragraphs as `# newpar` and `# newdoc` mark them; sentences without marks go on in the same paragraph."""
    paragraphs = [Paragraph()]
    document = ""
    for comments, rows in read_sentences(path):
        starts = any(line.startswith(("# newpar", "# newdoc")) for line in comments)
        if starts and paragraphs[-1].words:
            paragraphs.append(Paragraph())
        document = next((line.split("=", 1)[1].strip() for line in comments if "newdoc id" in line), document)
        paragraphs[-1].document = document
        add_sentence(paragraphs[-1], rows)
    return paragraphs


def read_sentences(path: Path) -> Iterator[tuple[list[str], list[list[str]]]]:
    """Comment lines and word rows (with multiword ranges, without empty nodes) of every sentence."""
    comments: list[str] = []
    rows: list[list[str]] = []
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            columns = line.rstrip("\n").split("\t")
            if line.startswith("#"):
                comments.append(line)
            elif len(columns) == 10 and "." not in columns[0]:
                rows.append(columns)
            elif not line.strip() and rows:
                yield comments, rows
                comments, rows = [], []
    if rows:
        yield comments, rows


def add_sentence(paragraph: Paragraph, rows: list[list[str]]) -> None:
    """Append one sentence's text and words; a multiword range's words share out its characters where they spell it."""
    first = len(paragraph.words)
    index = 0
    while index < len(rows):
        surface, covered = rows[index], [rows[index]]
        if "-" in surface[0]:
            begin, end = map(int, surface[0].split("-"))
            covered = rows[index + 1 : index + 2 + end - begin]
            index += len(covered)
        index += 1
        add_words(paragraph, surface[1], covered, first)
        if "SpaceAfter=No" not in surface[9].split("|"):
            paragraph.text += " "
    paragraph.sentences.append((first, len(paragraph.words)))


def add_words(paragraph: Paragraph, surface: str, rows: list[list[str]], first: int) -> None:
    """Append the words of one surface form at the end of the text."""
    start = len(paragraph.text)
    paragraph.text += surface
    spelt = "".join(row[1] for row in rows) == surface
    for row in rows:
        end = start + len(row[1]) if spelt else len(paragraph.text)
        number, head = int(row[0]), int(row[6])
        place = first + (head - 1 if head else number - 1)
        paragraph.words.append(
            GoldWord(start=start, end=end, text=row[1], tag=row[3], head=place, relation=row[7])
        )
        start = end if spelt else start
