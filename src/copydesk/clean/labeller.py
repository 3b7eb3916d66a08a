"""Roles for units in a row: a linear-chain model over named features, with its weights in labeller.json.

Labels are the roles of record.md, "biography" (lines about an author, shown as byline), and the roles inside a card,
written "card:headline". The weights are learned by training/page_roles.py on pages written for that purpose.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

Weights = npt.NDArray[np.float64]
WEIGHTS = Path(__file__).with_name("labeller.json")
CARD = "card:"


@dataclass(frozen=True)
class Labeller:
    """labels: L names. weights: feature -> L numbers. moves[i, j]: from label i to j. opens, closes: L numbers each."""

    labels: tuple[str, ...]
    weights: dict[str, Weights]
    moves: Weights
    opens: Weights
    closes: Weights

    def scores(self, features: Sequence[frozenset[str]]) -> Weights:
        """One row of L scores a unit, before neighbours are weighed in."""
        table = np.zeros((len(features), len(self.labels)))
        for i, names in enumerate(features):
            rows = [weight for name in names if (weight := self.weights.get(name)) is not None]
            if rows:
                np.add.reduce(rows, axis=0, out=table[i])
        return table

    def decode(self, table: Weights) -> list[str]:
        """The best row of labels for a table of scores (Viterbi)."""
        if not len(table):
            return []
        best, back = table[0] + self.opens, np.zeros(table.shape, dtype=int)
        for i in range(1, len(table)):
            paths = best[:, None] + self.moves
            back[i] = paths.argmax(axis=0)
            best = paths.max(axis=0) + table[i]
        label = int((best + self.closes).argmax())
        chosen = [label]
        for i in range(len(table) - 1, 0, -1):
            label = int(back[i][label])
            chosen.append(label)
        return [self.labels[label] for label in reversed(chosen)]

    def reasons(self, features: frozenset[str], label: str, count: int = 5) -> list[tuple[str, float]]:
        """The features that speak most for a label against the mean of all labels, strongest first."""
        column = self.labels.index(label)
        pulls = [(name, float(self.weights[name][column] - self.weights[name].mean()))
                 for name in features if name in self.weights]
        return sorted(pulls, key=lambda pull: (-pull[1], pull[0]))[:count]


@cache
def load_labeller(path: Path = WEIGHTS) -> Labeller:
    """The labeller with the weights of the package, one per process."""
    stored: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return Labeller(
        labels=tuple(stored["labels"]), weights={name: np.array(row) for name, row in stored["weights"].items()},
        moves=np.array(stored["moves"]), opens=np.array(stored["opens"]), closes=np.array(stored["closes"]),
    )
