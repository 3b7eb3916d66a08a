"""Exam `trees`: tags and trees on UD English, with gold words given and from raw text.

LAS counts all words, punctuation too, and relations with their subtypes. From raw text, a word is right where its
place, its head's place and its relation are (F1 over words, as in the CoNLL 2018 shared task, but with subtypes).
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from copydesk.language import Reader, load_reader
from copydesk.language.tokens import Word
from copydesk.record import Reading, Span
from evaluation import own_news
from evaluation.conllu import Paragraph, read_paragraphs
from evaluation.exam import Row, f1, hash_files

EXAMS = ("trees",)
GLOB = "reader/*/*.conllu.gz"


@dataclass(slots=True)
class Tally:
    """Counts of one part."""

    words: int = 0
    tags: int = 0
    trees: int = 0
    raw: dict[str, list[int]] = field(
        default_factory=lambda: {name: [0, 0, 0] for name in ("las_raw", "sentence_f1", "word_f1")}
    )


def find_parts(folder: Path, pattern: str) -> dict[str, Path]:
    """Folder of a set -> the file to examine: its dev part, else its test part; never training text."""
    parts: dict[str, Path] = {}
    for path in sorted(folder.glob(pattern)):
        if "train" not in path.name and not ("test" in path.name and path.parent.name in parts):
            parts[path.parent.name] = path
    return parts


def run(folder: Path) -> list[Row]:
    """One row for each treebank in the folder, and for our own sentences."""
    reader = load_reader()
    rows = [examine(reader, part, path) for part, path in find_parts(folder, GLOB).items()]
    return [*rows, *own_news.examine_sentences(reader)]


def examine(reader: Reader, part: str, path: Path) -> Row:
    """The row of one treebank."""
    paragraphs = read_paragraphs(path)
    tally = Tally()
    seconds = 0.0
    for paragraph in paragraphs:
        begun = time.perf_counter()
        given = reader.read_sentences(list_sentences(paragraph))
        raw, _ = reader.read(paragraph.text, [Span(start=0, end=len(paragraph.text))])
        seconds += time.perf_counter() - begun
        count_given(tally, paragraph, given)
        count_raw(tally, paragraph, raw)
    metrics = {"upos_given": tally.tags / tally.words, "las_given": tally.trees / tally.words}
    metrics |= {name: f1(*counts) for name, counts in tally.raw.items()}
    return Row(
        exam="trees",
        part=part,
        n=sum(len(paragraph.sentences) for paragraph in paragraphs),
        metrics=metrics,
        corpus_sha256=hash_files([path]),
        seconds=seconds,
    )


def list_sentences(paragraph: Paragraph) -> list[list[Word]]:
    """The gold words of each sentence, as the reader takes them."""
    return [
        [Word(word.start, word.end, word.text) for word in paragraph.words[first:last]]
        for first, last in paragraph.sentences
    ]


def count_given(tally: Tally, paragraph: Paragraph, reading: Reading) -> None:
    """Add tags, heads and relations of a reading of the very gold words."""
    tally.words += len(paragraph.words)
    for gold, token in zip(paragraph.words, reading.tokens, strict=True):
        tally.tags += gold.tag == token.tag
        tally.trees += gold.head == token.head and gold.relation == token.relation


def count_raw(tally: Tally, paragraph: Paragraph, reading: Reading) -> None:
    """Add what is right, found and gold of words, sentences and tree arcs in a reading of the raw text."""
    words, tokens = paragraph.words, reading.tokens
    gold_words = [(word.start, word.end) for word in words]
    found_words = [(token.start, token.end) for token in tokens]
    add(tally.raw["word_f1"], gold_words, found_words)
    gold_sentences = [(words[first].start, words[last - 1].end) for first, last in paragraph.sentences]
    add(tally.raw["sentence_f1"], gold_sentences, [(each.start, each.end) for each in reading.sentences])
    gold_arcs = [(*gold_words[index], *gold_words[word.head], word.relation) for index, word in enumerate(words)]
    found_arcs = [(*found_words[index], *found_words[token.head], token.relation) for index, token in enumerate(tokens)]
    add(tally.raw["las_raw"], gold_arcs, found_arcs)


def add(counts: list[int], gold: Sequence[tuple[object, ...]], found: Sequence[tuple[object, ...]]) -> None:
    """Add (right, found, gold) to the counts."""
    counts[0] += len(set(gold) & set(found))
    counts[1] += len(found)
    counts[2] += len(gold)
