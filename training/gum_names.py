"""Names in GUM: its entity mentions whose head is a proper name, cut down to the name itself.

A mention opens in MISC as "(id-type-...-minspan-link-identity" and closes as "id)"; minspan gives the head's place in
the mention. Proper nouns outside every such name are unknown, not "no name"; so are adjectives of peoples.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from training.examples import Example, read_blocks
from training.schemes import ALLOWED, UNKNOWN

BRACKET = re.compile(r"\(([^()]*)(\))?|([^()]+)\)")
NAMES = ("NNP", "NNPS")
DATES = ("time",)  # mentions of this type are no names


def read_gum_names(path: Path, examples: Sequence[Example]) -> None:
    """Lay the names of a GUM file upon the examples read from it, sentence by sentence."""
    for block, example in zip(read_blocks(path), examples, strict=True):
        rows = [line.split("\t") for line in block if line[0].isdigit()]
        marks = [find_mark(row[9]) for row in rows if row[0].isdigit()]
        example.names["gum"] = find_labels(example, find_mentions(marks))


def find_mark(misc: str) -> str:
    """The Entity value of a MISC column, "" where there is none."""
    return next((part[7:] for part in misc.split("|") if part.startswith("Entity=")), "")


def find_mentions(marks: Sequence[str]) -> list[tuple[int, int, str, int]]:
    """(first word, word after the last, type, head word) of the mentions of one sentence."""
    opened: dict[str, list[tuple[int, list[str]]]] = {}
    mentions = []
    for index, mark in enumerate(marks):
        for opening, closing, ending in BRACKET.findall(mark):
            if opening:
                fields = opening.split("-", 7)
                opened.setdefault(fields[0], []).append((index, fields))
            number = opening.split("-")[0] if closing else ending
            if number and opened.get(number):
                first, fields = opened[number].pop()
                head = first + int(fields[5].split(",")[0]) - 1 if fields[5][:1].isdigit() else first
                mentions.append((first, index + 1, fields[1], head))
    return mentions


def find_labels(example: Example, mentions: Sequence[tuple[int, int, str, int]]) -> list[str]:
    """BIO labels of the scheme "gum"; UNKNOWN where the annotation does not say."""
    labels = ["O" if is_plain(fine, word) else UNKNOWN for fine, word in zip(example.fine, example.words, strict=True)]
    for first, last, kind, head in sorted(mentions, key=lambda mention: mention[0] - mention[1]):
        if example.fine[head] not in NAMES:
            continue
        begin, end = head, head + 1
        while begin > first and example.fine[begin - 1] in NAMES:
            begin -= 1
        while end < last and example.fine[end] in NAMES:
            end += 1
        label = kind if kind in ALLOWED["gum"] else "O"
        for index in range(begin, end):
            labels[index] = "O" if label == "O" else f"{'I' if index > begin else 'B'}-{label}"
    return mend(labels)


def mend(labels: list[str]) -> list[str]:
    """Mentions inside mentions may have cut a name: an I- without its beginning becomes unknown."""
    before = "O"
    mended = []
    for label in labels:
        fits = label[0] != "I" or before[1:] == label[1:]
        mended.append(label if fits else UNKNOWN)
        before = mended[-1]
    return mended


def is_plain(fine: str, word: str) -> bool:
    """Whether a word outside every mention surely is no part of a name."""
    return fine not in NAMES and not (fine == "JJ" and word[:1].isupper())
