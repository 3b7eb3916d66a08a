"""Vectors of short texts: texts that say alike lie close, by the untouched base model (int8).

The reader's own encoder was tuned on trees and its similarities are worth little, so this is a second graph; both look
their subwords up in one table.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from copydesk.language.embeddings import Array, load_embeddings
from copydesk.language.engine import load_graph
from copydesk.language.subwords import load_subwords
from copydesk.language.weights import load_vector_weights

WIDTH = 384
LONGEST = 256  # subwords of a text, as the base model was tuned; the rest is not seen
BATCH = 1024  # subwords a batch, padding included


class Vectors:
    """The base model, ready; `find` gives one unit vector a text."""

    def __init__(self, folder: Path | None = None, *, threads: int = 1) -> None:
        """Raises ModelMissing or ModelBroken where the files are absent or not what the manifest says."""
        weights = load_vector_weights(folder)
        self._graph = load_graph(weights.vectors, threads=threads)
        self._embeddings = load_embeddings(weights.embeddings, weights.scales)
        self._subwords = load_subwords(weights.vocabulary)

    def find(self, texts: Sequence[str]) -> Array:
        """(texts, WIDTH), each of length 1: the dot product of two is their cosine. An empty text is a text of no words.

        int8 results depend a little on what shares a batch: batches are cut from the texts given here and no others.
        """
        numbers = [self._cut(text) for text in texts]
        found = np.zeros((len(texts), WIDTH), dtype=np.float32)
        for batch in cut_batches([len(row) for row in numbers]):
            found[batch] = self._read([numbers[index] for index in batch])
        return found

    def _cut(self, text: str) -> list[int]:
        pieces = [number for word in text.split() for number in self._subwords.cut(word)]
        return [self._subwords.open, *pieces[: LONGEST - 2], self._subwords.close]

    def _read(self, rows: Sequence[Sequence[int]]) -> Array:
        longest = max(map(len, rows))
        subwords = np.array([[*row, *[0] * (longest - len(row))] for row in rows], dtype=np.int64)
        there = np.array([[1.0] * len(row) + [0.0] * (longest - len(row)) for row in rows], dtype=np.float32)
        given = {"embedded": self._embeddings.find(subwords), "there": there}
        found: Array = self._graph.run(None, given)[0]
        return found


def cut_batches(lengths: Sequence[int]) -> list[list[int]]:
    """Indices in order of length, at most `BATCH` padded subwords a batch (or one text)."""
    batches: list[list[int]] = []
    for index in sorted(range(len(lengths)), key=lambda index: (lengths[index], index)):
        if not batches or (len(batches[-1]) + 1) * lengths[index] > BATCH:
            batches.append([])
        batches[-1].append(index)
    return batches


def load_vectors(folder: Path | None = None, *, threads: int = 1) -> Vectors:
    """The vectors with the weights of a folder, by default the package's own."""
    return Vectors(folder, threads=threads)
