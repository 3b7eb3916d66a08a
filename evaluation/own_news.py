"""Our own news sentences (`corpus/`) from raw text, paragraph by paragraph: names of all labels, and sentence ends.

Parts: own_dev, the free paragraphs kept for development; own_final, the set written last, never developed with.
A name is right where its characters and its label are. Posts, headlines, live entries and the like stand in lines of their
own, as they do on a page (`IN_LINES`); no sentence crosses a line.
"""

from __future__ import annotations

import hashlib
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from copydesk.language import Reader
from copydesk.record import Reading, Span
from corpus.marks import LABELS, Marked
from corpus.sentences import is_for_development, read_final, read_free
from evaluation.exam import Row, f1

NameSpan = tuple[int, int, str]  # characters from, to; label
IN_LINES = frozenset({"headline", "ticker", "live", "post", "transcript", "lower"})


@dataclass(slots=True)
class Tally:
    """Right, found and gold names by label, and sentences likewise."""

    right: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    gold: Counter[str] = field(default_factory=Counter)
    seconds: float = 0.0

    def count(self, found: set[NameSpan], gold: set[NameSpan]) -> None:
        """Add the spans of one paragraph."""
        self.found.update(label for _, _, label in found)
        self.gold.update(label for _, _, label in gold)
        self.right.update(label for _, _, label in found & gold)

    def find_f1(self, labels: Sequence[str]) -> float:
        """F1 over some labels together."""
        return f1(*(sum(counts[label] for label in labels) for counts in (self.right, self.found, self.gold)))


def list_parts() -> dict[str, list[Marked]]:
    """Part -> its sentences in order."""
    kept = [sentence for sentence in read_free() if is_for_development(sentence)]
    return {"own_dev": kept, "own_final": list(read_final())}


def examine_names(reader: Reader) -> Iterator[Row]:
    """Rows of the exam `names`: F1 over all labels, and of each."""
    for part, sentences in list_parts().items():
        tally = examine(reader, sentences)
        metrics = {"f1": tally.find_f1(LABELS)} | {f"f1_{label}": tally.find_f1([label]) for label in LABELS}
        yield build_row("names", part, sentences, metrics, tally)


def examine_sentences(reader: Reader) -> Iterator[Row]:
    """Rows of the exam `trees`: our own sentences have no trees, only their ends."""
    for part, sentences in list_parts().items():
        tally = examine(reader, sentences)
        yield build_row("trees", part, sentences, {"sentence_f1": tally.find_f1(["sentence"])}, tally)


def build_row(exam: str, part: str, sentences: Sequence[Marked], metrics: dict[str, float], tally: Tally) -> Row:
    """A row; its hash is that of all texts and marks."""
    digest = hashlib.sha256(repr([(each.text, each.names) for each in sentences]).encode()).hexdigest()
    return Row(
        exam=exam, part=part, n=len(sentences), metrics=metrics, corpus_sha256=digest, seconds=tally.seconds
    )


def examine(reader: Reader, sentences: Sequence[Marked]) -> Tally:
    """Read each paragraph as one text and compare."""
    tally = Tally()
    for text, gold in list_paragraphs(sentences):
        begun = time.perf_counter()
        reading, _ = reader.read(text, list_lines(text))
        tally.seconds += time.perf_counter() - begun
        tally.count(list_spans(reading), gold)
    return tally


def list_paragraphs(sentences: Sequence[Marked]) -> Iterator[tuple[str, set[NameSpan]]]:
    """Each paragraph's text and gold spans, in order."""
    for _, group in groupby(sentences, key=lambda sentence: sentence.paragraph):
        yield join_paragraph(list(group))


def join_paragraph(sentences: Sequence[Marked]) -> tuple[str, set[NameSpan]]:
    """The paragraph's text, and the spans of its names and sentences in it."""
    text, gold = "", set[NameSpan]()
    between = "\n" if sentences[0].register in IN_LINES else " "
    for sentence in sentences:
        text += between if text else ""
        begin = len(text)
        text += sentence.text
        gold |= {(begin + start, begin + end, label) for start, end, label in sentence.names}
        gold.add((begin, len(text), "sentence"))
    return text, gold


def list_lines(text: str) -> list[Span]:
    """The stretches between line breaks."""
    spans, begin = [], 0
    for line in text.split("\n"):
        spans.append(Span(start=begin, end=begin + len(line)))
        begin += len(line) + 1
    return spans


def list_spans(reading: Reading) -> set[NameSpan]:
    """What the reader found: names and sentences."""
    names = {(name.start, name.end, name.label) for name in reading.names}
    return names | {(sentence.start, sentence.end, "sentence") for sentence in reading.sentences}
