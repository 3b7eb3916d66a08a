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
        subwords = pad([pieces.subwords for pieces in batch], -1)
        given = {
            "subwords": np.maximum(subwords, 0),
            "shapes": pad([pieces.shapes for pieces in batch], 0),
            "mask": (subwords >= 0).astype(np.int64),
            "first": pad([pieces.first for pieces in batch], 0),
        }
        found = self._encoder.run(self._wanted, given, self._only_wanted)
        named = dict(zip((*OUTPUTS, "names"), found, strict=True))
        return Scores([len(pieces.first) for pieces in batch], named)

    def find_relations(self, scores: Scores, heads: Sequence[Sequence[int]]) -> list[int]:
        """Relation numbers of all words of the batch, sentence after sentence, given their settled heads."""
        dependents, chosen = scores.find_pairs(heads)
        found: list[int] = self._relations.run(None, {"dependents": dependents, "heads": chosen})[0].tolist()
        return found


def pad(rows: Sequence[Sequence[int]], filler: int) -> Array:
    """Rows of unequal length as one array of whole numbers."""
    longest = max(len(row) for row in rows)
    padded = np.full((len(rows), longest), filler, dtype=np.int64)
    for number, row in enumerate(rows):
        padded[number, : len(row)] = row
    return padded
