"""The trained graphs at work: the one file that knows ONNX Runtime and arrays; all around it sees plain lists."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import onnxruntime

from copydesk.errors import ModelBroken
from copydesk.language.weights import FIX, Weights

Array = np.ndarray[Any, np.dtype[Any]]
# Subwords of a row: longer rows waste less padding and more attention; fastest of 64, 96, 128 and 192 on one core.
ROW = 64
OUTPUTS = ("tags", "fine", "best_heads", "arcs", "dependents", "heads")


@dataclass(frozen=True, slots=True)
class Pieces:
    """A sentence as the graphs take it: subword numbers, the shape of each one's word, where each word begins."""

    subwords: list[int]
    shapes: list[int]
    first: list[int]


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

    def list_best_names(self) -> list[list[int]]:
        """The best name label of each word."""
        rows = self._found["names"].argmax(-1).tolist()
        return [row[:length] for row, length in zip(rows, self._lengths, strict=True)]

    def list_names(self, sentence: int) -> list[list[float]]:
        """For each word of one sentence the scores of all name labels."""
        rows: list[list[float]] = self._found["names"][sentence, : self._lengths[sentence]].tolist()
        return rows

    def find_pairs(self, heads: Sequence[Sequence[int]]) -> tuple[Array, Array]:
        """(words, width) of each word and of its settled head, over all sentences of the batch."""
        rows = [row for row, length in enumerate(self._lengths) for _ in range(length)]
        words = [word for length in self._lengths for word in range(length)]
        chosen = [head for sentence in heads for head in sentence]
        return self._found["dependents"][rows, words], self._found["heads"][rows, chosen]


class Engine:
    """Two graphs on a fixed number of threads."""

    def __init__(self, weights: Weights, *, threads: int = 1, scheme: str = "house") -> None:
        """scheme: which label scheme of names to report. Raises ModelBroken where a graph does not load."""
        settings = onnxruntime.SessionOptions()
        settings.intra_op_num_threads = threads
        settings.inter_op_num_threads = 1
        settings.log_severity_level = 3
        self._wanted = [*OUTPUTS, f"names_{scheme}"]
        self._only_wanted = onnxruntime.RunOptions()
        self._only_wanted.only_execute_path_to_fetches = True
        try:
            self._encoder = onnxruntime.InferenceSession(
                str(weights.encoder), settings, providers=["CPUExecutionProvider"]
            )
            self._relations = onnxruntime.InferenceSession(
                str(weights.relations), settings, providers=["CPUExecutionProvider"]
            )
        except Exception as fault:
            raise ModelBroken(f"the reader model's graphs do not load ({fault}): {FIX}") from fault

    def score(self, batch: Sequence[Pieces]) -> Scores:
        """Run the encoder over sentences that share a batch."""
        found = self._encoder.run(self._wanted, pack(batch), self._only_wanted)
        named = dict(zip((*OUTPUTS, "names"), found, strict=True))
        return Scores([len(pieces.first) for pieces in batch], named)

    def find_relations(self, scores: Scores, heads: Sequence[Sequence[int]]) -> list[int]:
        """Relation numbers of all words of the batch, sentence after sentence, given their settled heads."""
        dependents, chosen = scores.find_pairs(heads)
        found: list[int] = self._relations.run(None, {"dependents": dependents, "heads": chosen})[0].tolist()
        return found


def pack(batch: Sequence[Pieces]) -> dict[str, Array]:
    """Sentences laid side by side into rows, so that little is padding: the encoder's inputs.

    subwords, shapes, positions, sentences: (rows, subwords), sentences counted from 1, 0 for padding; first: (sentences,
    words), the place of each word's first subword among all rows' end to end, 0 for padding.
    """
    rows = fill_rows([len(pieces.subwords) for pieces in batch])
    width = max(sum(len(batch[index].subwords) for index in row) for row in rows)
    names = ("subwords", "shapes", "positions", "sentences")
    packed = {name: np.zeros((len(rows), width), dtype=np.int64) for name in names}
    packed["first"] = np.zeros((len(batch), max(len(pieces.first) for pieces in batch)), dtype=np.int64)
    for number, row in enumerate(rows):
        begin = 0
        for index in row:
            pieces = batch[index]
            end = begin + len(pieces.subwords)
            packed["subwords"][number, begin:end] = pieces.subwords
            packed["shapes"][number, begin:end] = pieces.shapes
            packed["positions"][number, begin:end] = range(end - begin)
            packed["sentences"][number, begin:end] = index + 1
            packed["first"][index, : len(pieces.first)] = np.array(pieces.first) + (number * width + begin)
            begin = end
    return packed


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
