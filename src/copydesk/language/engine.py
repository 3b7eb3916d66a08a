"""The trained graphs at work: the one file that knows ONNX Runtime; the reader around it sees plain lists."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import onnxruntime

from copydesk.errors import ModelBroken
from copydesk.language.embeddings import Array, load_embeddings
from copydesk.language.weights import FIX, NAMES, Weights
from copydesk.lexicon.namebook import FEATURES

# Subwords of a row: longer rows waste less padding and more attention; fastest of 64, 96, 128 and 192 on one core.
ROW = 64
# Fusions of the runtime that were seen to be slower than the parts they join (benches/reader.py).
SLOWER = ["SkipLayerNormFusion", "DynamicQuantizeMatMulFusion"]
OUTPUTS = ("tags", "fine", "best_heads", "arcs", "dependents", "heads")


@dataclass(frozen=True, slots=True)
class Pieces:
    """A sentence as the graphs take it: subword numbers, the shape of each one's word, each word's first and last.

    known: for each word the numbers of what the tables know of it (`copydesk.lexicon.namebook.FEATURES`).
    """

    subwords: list[int]
    shapes: list[int]
    first: list[int]
    last: list[int]
    known: list[tuple[int, ...]]


class Scores:
    """What the encoder says of one batch. Word and label numbers; heads count from 1, 0 is the root."""

    def __init__(self, lengths: Sequence[int], found: dict[str, Array]) -> None:
        self._lengths = lengths
        self._found = found

    def list_numbers(self, name: str) -> list[list[int]]:
        """Rows of "tags", "fine" or "best_heads", one a sentence, cut to its words."""
        rows = self._found[name].tolist()
        return [row[:length] for row, length in zip(rows, self._lengths, strict=True)]

    def list_arcs(self, sentence: int) -> list[list[float]]:
        """For each word of one sentence the scores of all its possible heads: 1 + words numbers."""
        length = self._lengths[sentence]
        rows: list[list[float]] = self._found["arcs"][sentence, :length, : length + 1].tolist()
        return rows

    def list_best(self, head: str) -> list[list[int]]:
        """The best label of each word by a head of labels."""
        rows = self._found[head].argmax(-1).tolist()
        return [row[:length] for row, length in zip(rows, self._lengths, strict=True)]

    def list_scores(self, head: str, sentence: int) -> list[list[float]]:
        """For each word of one sentence the scores of all labels of a head."""
        rows: list[list[float]] = self._found[head][sentence, : self._lengths[sentence]].tolist()
        return rows

    def weigh_kinds(
        self, head: str, sentence: int, runs: Sequence[tuple[int, int]], marks: Sequence[tuple[int, int]]
    ) -> list[list[float]]:
        """For each run of words [first, after the last) its mean logarithm of probability as a name of each kind.

        marks: the numbers of each kind's labels B- and I-.
        """
        rows = self._found[head][sentence, : self._lengths[sentence]].astype(np.float64)
        likely = rows - np.log(np.exp(rows).sum(1, keepdims=True))
        begins, insides = (list(numbers) for numbers in zip(*marks, strict=True))
        found: list[list[float]] = []
        for first, after in runs:
            total = likely[first, begins] + likely[first + 1 : after, insides].sum(0)
            found.append((total / (after - first)).tolist())
        return found

    def find_words(self, sentence: int) -> Array:
        """(words, width): what the encoder says of each word of one sentence."""
        words: Array = self._found["words"][sentence, : self._lengths[sentence]]
        return words

    def find_pairs(self, heads: Sequence[Sequence[int]]) -> tuple[Array, Array]:
        """(words, width) of each word and of its settled head, over all sentences of the batch."""
        rows = [row for row, length in enumerate(self._lengths) for _ in range(length)]
        words = [word for length in self._lengths for word in range(length)]
        chosen = [head for sentence in heads for head in sentence]
        return self._found["dependents"][rows, words], self._found["heads"][rows, chosen]


class Engine:
    """The encoder, the tree and the heads of names on a fixed number of threads."""

    def __init__(self, weights: Weights, *, threads: int = 1) -> None:
        """Raises ModelBroken where a graph does not load."""
        self._embeddings = load_embeddings(weights.embeddings, weights.scales)
        self._encoder = load_graph(weights.encoder, threads=threads)
        self._tree = load_graph(weights.tree, threads=threads)
        self._relations = load_graph(weights.relations, threads=threads)
        named = {name: path for name, (path, _) in weights.heads.items() if name.startswith(NAMES)}
        self._heads = {name: load_graph(path, threads=threads) for name, path in named.items()}

    def encode(self, batch: Sequence[Pieces]) -> Array:
        """(sentences, words, width): what every head builds on. Sentences of a batch stand in their order."""
        given = pack(batch)
        given["embedded"] = self._embeddings.find(given.pop("subwords"))
        words: Array = self._encoder.run(None, given)[0]
        return words

    def find_bare(self, pieces: Pieces) -> Array:
        """(words, width): the mean embedding of each word's subwords, its sentence aside."""
        embedded = self._embeddings.find(np.array(pieces.subwords))
        after = np.array(pieces.last) + 1
        sums = np.add.reduceat(embedded, np.array(pieces.first))
        sums[-1] -= embedded[after[-1] :].sum(0)
        means: Array = sums / (after - np.array(pieces.first))[:, None]
        return means

    def score(self, batch: Sequence[Pieces]) -> Scores:
        """Run the encoder and all heads over sentences that share a batch."""
        words = self.encode(batch)
        lengths = [len(pieces.first) for pieces in batch]
        there = (np.arange(words.shape[1])[None, :] < np.array(lengths)[:, None]).astype(np.float32)
        found = dict(zip(OUTPUTS, self._tree.run(None, {"words": words, "there": there}), strict=True))
        given = {"words": words, "known": build_known(batch, words.shape[1])} if self._heads else {}
        found |= {name: head.run(None, given)[0] for name, head in self._heads.items()} | {"words": words}
        return Scores(lengths, found)

    def find_relations(self, scores: Scores, heads: Sequence[Sequence[int]]) -> list[int]:
        """Relation numbers of all words of the batch, sentence after sentence, given their settled heads."""
        dependents, chosen = scores.find_pairs(heads)
        found: list[int] = self._relations.run(None, {"dependents": dependents, "heads": chosen})[0].tolist()
        return found


def load_graph(path: Path, *, threads: int) -> onnxruntime.InferenceSession:
    """One graph on a fixed number of threads. Raises ModelBroken where it does not load."""
    settings = onnxruntime.SessionOptions()
    settings.intra_op_num_threads = threads
    settings.inter_op_num_threads = 1
    settings.log_severity_level = 3
    try:
        return onnxruntime.InferenceSession(
            str(path), settings, providers=["CPUExecutionProvider"], disabled_optimizers=SLOWER
        )
    except Exception as fault:
        raise ModelBroken(f"the reader model's {path} does not load ({fault}): {FIX}") from fault


def build_known(batch: Sequence[Pieces], longest: int) -> Array:
    """(sentences, words, FEATURES) of 1 and 0: what the tables know of each word."""
    known = np.zeros((len(batch), longest, len(FEATURES)), dtype=np.float32)
    for sentence, pieces in enumerate(batch):
        for word, numbers in enumerate(pieces.known):
            for number in numbers:
                known[sentence, word, number] = 1.0
    return known


def pack(batch: Sequence[Pieces]) -> dict[str, Array]:
    """Sentences laid side by side into rows, so that little is padding: the inputs of `training.graphs.EncoderGraph`."""
    rows = Rows([len(pieces.subwords) for pieces in batch])
    packed = {name: rows.build() for name in ("subwords", "shapes", "positions", "sentences")}
    for index, pieces in enumerate(batch):
        place = slice(rows.begins[index], rows.begins[index] + len(pieces.subwords))
        packed["subwords"].flat[place] = pieces.subwords
        packed["shapes"].flat[place] = pieces.shapes
        packed["positions"].flat[place] = range(len(pieces.subwords))
        packed["sentences"].flat[place] = index + 1
    words = Rows([len(pieces.first) for pieces in batch])
    packed |= {name: words.build() for name in ("first", "last", "owners")}
    packed["places"] = np.full((len(batch), max(words.lengths)), -1, dtype=np.int64)
    for index, pieces in enumerate(batch):
        begin, count = words.begins[index], len(pieces.first)
        packed["first"].flat[begin : begin + count] = np.array(pieces.first) + rows.begins[index]
        packed["last"].flat[begin : begin + count] = np.array(pieces.last) + rows.begins[index]
        packed["owners"].flat[begin : begin + count] = index + 1
        packed["places"][index, :count] = range(begin, begin + count)
    return packed


class Rows:
    """Sentences of given lengths in rows; `begins`: where each one begins among all rows laid end to end."""

    def __init__(self, lengths: Sequence[int]) -> None:
        self.lengths = lengths
        rows = fill_rows(lengths)
        self.shape = (len(rows), max(sum(lengths[index] for index in row) for row in rows))
        self.begins = [0] * len(lengths)
        for number, row in enumerate(rows):
            begin = number * self.shape[1]
            for index in row:
                self.begins[index] = begin
                begin += lengths[index]

    def build(self) -> Array:
        """Rows of nothing."""
        return np.zeros(self.shape, dtype=np.int64)


def fill_rows(lengths: Sequence[int]) -> list[list[int]]:
    """Indices of sentences that share a row: longest first, each into the first row with room (`ROW`, or the longest)."""
    room = max(ROW, *lengths)
    rows: list[list[int]] = []
    left: list[int] = []
    for index in sorted(range(len(lengths)), key=lambda index: (-lengths[index], index)):
        for number, space in enumerate(left):
            if space >= lengths[index]:
                rows[number].append(index)
                left[number] -= lengths[index]
                break
        else:
            rows.append([index])
            left.append(room - lengths[index])
    return rows
