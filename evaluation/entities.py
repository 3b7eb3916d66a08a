"""Entities in CoNLL-U as CorefUD and GUM write them: documents as raw text, and every mention at its exact place.

A mention opens in MISC as `Entity=(ID-...` and closes as `ID)`, both may stand many times at one word; `# global.Entity`
names the parts between the dashes. A mention in pieces is written `ID[1/2]`, `ID[2/2]`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from evaluation.conllu import Paragraph, add_sentence, read_sentences

BRACKET = re.compile(r"\(([^()]*)(\))?|([^()]+)\)")
PIECE = re.compile(r"\[(\d+)/(\d+)\]$")
DEFAULT: tuple[str, ...] = ("eid", "etype", "head", "other")  # CorefUD's fields where no global line names others
NAMES_OF_ID = ("eid", "GRP")


@dataclass(frozen=True, slots=True)
class EntityMention:
    """One mention. stretches: half-open places in the document's text, in order; several where it is in pieces.

    head: the place of its first word whose head in the gold tree lies outside it. kind: the entity's type, as written.
    """

    entity: str
    kind: str
    stretches: tuple[tuple[int, int], ...]
    head: tuple[int, int]


@dataclass(slots=True)
class EntityDocument:
    """A document's text, its paragraphs (half-open places, one a line), and its mentions in the order they close."""

    name: str
    text: str = ""
    paragraphs: list[tuple[int, int]] = field(default_factory=list)
    mentions: list[EntityMention] = field(default_factory=list)


@dataclass(slots=True)
class _Opened:
    """A mention whose closing bracket has not come. piece, pieces: which of how many stretches this is."""

    first: int
    kind: str
    piece: int
    pieces: int


def read_documents(path: Path) -> Iterator[EntityDocument]:
    """The documents of a file, in order; a paragraph a line of text."""
    document, fields = EntityDocument(""), DEFAULT
    for comments, rows in read_sentences(path):
        told = {key.strip("# "): value.strip() for line in comments for key, _, value in [line.partition("=")]}
        if "newdoc id" in told:
            if document.name:
                yield document
            document = EntityDocument(told["newdoc id"])
        fields = tuple(told["global.Entity"].split("-")) if "global.Entity" in told else fields
        is_new = any(line.startswith(("# newpar", "# newdoc")) for line in comments)
        _add_sentence(document, rows, fields, is_new=is_new)
    if document.name:
        yield document


def _add_sentence(
    document: EntityDocument, rows: list[list[str]], fields: Sequence[str], *, is_new: bool,
) -> None:
    """Append a sentence's text and mentions."""
    if is_new and document.text:
        document.text = document.text.rstrip() + "\n"
    begin = len(document.text)
    sentence = Paragraph(text=document.text)
    add_sentence(sentence, rows)
    document.text = sentence.text
    words = [row for row in rows if row[0].isdigit()]
    places = [(word.start, word.end) for word in sentence.words]
    heads = [int(row[6]) - 1 for row in words]
    for entity, kind, pieces in find_mentions([_find_mark(row[9]) for row in words], fields):
        inside = [index for first, last in pieces for index in range(first, last)]
        head = next((index for index in inside if heads[index] not in inside), inside[0])
        stretches = tuple((places[first][0], places[last - 1][1]) for first, last in pieces)
        document.mentions.append(EntityMention(entity, kind, stretches, places[head]))
    if is_new or not document.paragraphs:
        document.paragraphs.append((begin, len(document.text)))
    else:
        document.paragraphs[-1] = (document.paragraphs[-1][0], len(document.text))


def _find_mark(misc: str) -> str:
    """The Entity value of a MISC column, "" where there is none."""
    return next((part[7:] for part in misc.split("|") if part.startswith("Entity=")), "")


def find_mentions(
    marks: Sequence[str], fields: Sequence[str] = DEFAULT,
) -> list[tuple[str, str, tuple[tuple[int, int], ...]]]:
    """(entity, type, word ranges) of each mention of a sentence; marks: each word's Entity value, "" for none.

    Mentions may be nested, also in one of the same entity, and in pieces; a bracket without its partner is left out.
    """
    opened: dict[str, list[_Opened]] = defaultdict(list)
    waiting: dict[str, list[tuple[int, int]]] = defaultdict(list)  # pieces of a mention that goes on
    mentions = []
    for index, mark in enumerate(marks):
        for opening, closed, ending in BRACKET.findall(mark):
            values = dict(zip(fields, opening.split("-", len(fields) - 1), strict=False)) if opening else {}
            name = next((values[key] for key in NAMES_OF_ID if key in values), ending)
            found = PIECE.search(name)
            if opening:
                piece, pieces = map(int, found.groups()) if found else (1, 1)
                opened[name].append(_Opened(index, values.get("etype", ""), piece, pieces))
            if (closed or ending) and opened[name]:
                one, entity = opened[name].pop(), PIECE.sub("", name)
                waiting[entity] = [*(waiting[entity] if one.piece > 1 else []), (one.first, index + 1)]
                if one.piece == one.pieces:
                    mentions.append((entity, one.kind, tuple(waiting.pop(entity))))
    return mentions
