"""The sentences of the corpus: written freely, generated from patterns, or all."""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from pathlib import Path

from copydesk.language.tokens import load_tokeniser
from corpus.generate import generate_sentences
from corpus.marks import Marked, read_file

FREE = Path(__file__).parent / "free"
FINAL = Path(__file__).parent / "final"
KEPT = "01"  # paragraphs whose hash begins so, one in eight, are kept for development
COUNT, SEED = 3200, 1


def find_uneven(sentence: Marked) -> list[str]:
    """Names of a sentence whose edges fall inside a word of copydesk's tokeniser."""
    words = load_tokeniser().find_words(sentence.text)
    starts, ends = {word.start for word in words}, {word.end for word in words}
    return [sentence.text[begin:end] for begin, end, _ in sentence.names if begin not in starts or end not in ends]


def read_free(folder: Path = FREE) -> tuple[Marked, ...]:
    """The sentences written freely, file by file. Raises MarkBroken at the first line out of order."""
    return tuple(sentence for path in sorted(folder.glob("*.txt")) for sentence in read_file(path))


def read_final() -> tuple[Marked, ...]:
    """The final set: measured on, never trained on or developed with."""
    return read_free(FINAL)


def is_for_development(sentence: Marked) -> bool:
    """Whether a free sentence is measured on instead of trained on; all sentences of a paragraph go together."""
    return sha256(sentence.paragraph.encode()).hexdigest()[0] in KEPT


@cache
def read_generated(count: int = COUNT, seed: int = SEED) -> tuple[Marked, ...]:
    """The generated sentences; the same count and seed give the same ones."""
    return tuple(generate_sentences(count, seed, lambda sentence: not find_uneven(sentence)))


def read_corpus() -> tuple[Marked, ...]:
    """Free and generated sentences."""
    return read_free() + read_generated()
