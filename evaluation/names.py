"""Exam `names`: names in public gold sets, words given, each set in its own label scheme.

UNER and WikiGold count persons, organisations and places; CrossNER (politics) and WNUT17 all their labels. WikiGold has
no split of its own: documents whose index % 5 is 4 are its test part, unless the file's name says that all of it is.
"""

from __future__ import annotations

import gzip
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from copydesk.language import Reader, load_reader
from copydesk.language.tokens import Word
from evaluation import own_news
from evaluation.exam import Row, f1, hash_files
from evaluation.trees import find_parts

EXAMS = ("names",)
# set -> its file names, the label scheme of the reader, the labels that count (() for all)
SETS: dict[str, tuple[str, str, tuple[str, ...]]] = {
    "uner_ewt": ("*.iob2.gz", "uner", ("PER", "ORG", "LOC")),
    "wikigold": ("*.txt.gz", "wikigold", ("PER", "ORG", "LOC")),
    "crossner_politics": ("*.txt.gz", "crossner", ()),
    "wnut17": ("*.conll.gz", "wnut17", ()),
}
LabelledSentence = tuple[list[str], list[str]]  # words, labels
NameSpan = tuple[int, int, str]


def run(folder: Path) -> list[Row]:
    """One row for each set in the folder, and for our own sentences."""
    rows = list(own_news.examine_names(load_reader()))
    for part, (files, scheme, labels) in SETS.items():
        for path in find_parts(folder, f"reader/{part}/{files}").values():
            rows.append(examine(load_reader(scheme=scheme), part, path, labels))
    return rows


def examine(reader: Reader, part: str, path: Path, labels: Sequence[str]) -> Row:
    """The row of one set."""
    sentences = list(read_labelled(path))
    right = found_all = gold_all = 0
    seconds = 0.0
    for words, marks in sentences:
        begun = time.perf_counter()
        found = find_names(reader, words)
        seconds += time.perf_counter() - begun
        gold = {span for span in find_spans(marks) if not labels or span[2] in labels}
        found = {span for span in found if not labels or span[2] in labels}
        right, found_all, gold_all = right + len(gold & found), found_all + len(found), gold_all + len(gold)
    return Row(
        exam="names",
        part=part,
        n=len(sentences),
        metrics={"f1": f1(right, found_all, gold_all)},
        corpus_sha256=hash_files([path]),
        seconds=seconds,
    )


def find_names(reader: Reader, words: Sequence[str]) -> set[NameSpan]:
    """The names of a sentence whose words are given: (first word, word after the last, label)."""
    place = 0
    given = []
    for word in words:
        given.append(Word(place, place + len(word), word))
        place += len(word) + 1
    return {(name.first, name.last, name.label) for name in reader.read_sentences([given]).names}


def read_labelled(path: Path) -> Iterator[LabelledSentence]:
    """Words and labels of every sentence that is examined."""
    words: list[str] = []
    labels: list[str] = []
    document = 0
    is_whole = "wikigold" not in path.name or "test" in path.name
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in [*lines, ""]:
            columns = line.split()
            if columns and columns[0] == "-DOCSTART-":
                document += 1
            elif columns and not (path.name.endswith(".iob2.gz") and line.startswith("#")):
                is_numbered = path.name.endswith(".iob2.gz")
                words.append(columns[1] if is_numbered else columns[0])
                labels.append(columns[2] if is_numbered else columns[-1])
            elif not columns and words:
                if is_whole or document % 5 == 4:
                    yield words, labels
                words, labels = [], []


def find_spans(labels: Sequence[str]) -> set[NameSpan]:
    """Spans of a row of BIO or I- labels; UNER's slip "B-O" is no name."""
    spans: set[NameSpan] = set()
    begin, kind = 0, "O"
    for index, label in enumerate([*labels, "O"]):
        mark, _, after = label.partition("-")
        after = after or "O"
        if kind != "O" and (mark != "I" or after != kind):
            spans.add((begin, index, kind))
        if mark == "B" or (mark == "I" and after != kind):
            begin = index
        kind = after
    return spans
