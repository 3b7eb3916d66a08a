"""The embeddings of subwords, one table for the reader and for the vectors: 8-bit rows, each with a scale of its own."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

Array = np.ndarray[Any, np.dtype[Any]]


@dataclass(frozen=True, slots=True)
class Embeddings:
    """rows: (subwords, width) of int8, on disk until asked for; scales: (subwords,), what a row's steps are worth."""

    rows: Array
    scales: Array

    def find(self, subwords: Array) -> Array:
        """(R, S) subword numbers -> (R, S, width) in full precision."""
        found: Array = self.rows[subwords] * self.scales[subwords][..., None]
        return found


def load_embeddings(rows: Path, scales: Path) -> Embeddings:
    """Both files of the table; processes that read the same file share its memory."""
    return Embeddings(rows=np.load(rows, mmap_mode="r"), scales=np.load(scales))
