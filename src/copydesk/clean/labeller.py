"""Roles for units in a row: a linear-chain model over named features, with its weights in labeller.json.

Labels are the roles of record.md, "biography" (lines about an author, shown as byline), and the roles inside a card: its
first unit is "new:byline" or whatever it is, those that follow "card:headline" and so on. So where cards begin and end is
decided in one with what their lines are. The weights are learned by training/page_roles.py on pages written for that purpose.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

Weights = npt.NDArray[np.float64]
WEIGHTS = Path(__file__).with_name("labeller.json")
CARD, NEW = "card:", "new:"
FAMILIES_KEPT = 16_384  # families of features whose weight is remembered, 320 bytes each
SCALE = 20  # stored weights are whole numbers, this many to one
HEADLINE, HEADED = "headline", 2.0  # the label that a page has as a rule, and what that is worth on the scale of the scores
WRAPPED = "edge.wrapped"  # the feature of a unit that goes on with a broken line


@dataclass(frozen=True, eq=False)
class Labeller:
    """labels: L names. rows: feature -> row of `weights` (F x L, whole numbers, SCALE to one). moves[i, j]: from label i to
    j; onward: the same, added where a unit goes on with a broken line. opens, closes: L numbers each.
    """

    labels: tuple[str, ...]
    rows: dict[str, int]
    weights: Weights
    moves: Weights
    onward: Weights
    opens: Weights
    closes: Weights

    def scores(self, units: Sequence[Sequence[frozenset[str]]]) -> Weights:
        """One row of L scores a unit, before neighbours are weighed in.

        units: the features of each as families, as many of one unit as of another; no name stands in two of them.
        """
        if not units:
            return np.zeros((0, len(self.labels)))
        weights = np.concatenate([self.weigh(names) for families in units for names in families])
        table: Weights = weights.reshape(len(units), -1, len(self.labels)).sum(axis=1) / SCALE
        return table  # whole numbers are summed, so that the order of features cannot matter

    @lru_cache(maxsize=FAMILIES_KEPT)  # noqa: B019 - one labeller a process
    def weigh(self, names: frozenset[str]) -> Weights:
        """What a family of features weighs for each label, in whole numbers; most families of a page are known from others."""
        weight: Weights = self.weights[[self.rows[name] for name in self.rows.keys() & names]].sum(axis=0)
        return weight

    def decode(self, table: Weights, wrapped: Sequence[bool] = ()) -> list[str]:
        """The best row of labels for a table of scores (Viterbi). wrapped: whether each unit goes on with a broken line.

        Each label has two states, without and with a headline above or on it: a row that has one is worth HEADED more.
        """
        if not len(table):
            return []
        head, count = self.labels.index(HEADLINE), len(self.labels)
        best = np.stack((table[0] + self.opens, np.full(count, -np.inf)))
        back, later = np.zeros((len(table), 2, count), dtype=int), np.zeros(len(table), dtype=bool)
        best[:, head] = best[::-1, head]
        for i in range(1, len(table)):
            goes_on = i < len(wrapped) and wrapped[i]
            paths = best[:, :, None] + (self.moves + self.onward if goes_on else self.moves)
            back[i], best = paths.argmax(axis=1), paths.max(axis=1) + table[i]
            later[i] = best[1, head] < best[0, head]  # the first headline of its row
            best[1, head] = max(best[0, head], best[1, head])
            best[0, head] = -np.inf
        ends = best + self.closes
        ends[1] += HEADED
        state, label = divmod(int(ends.argmax()), count)
        chosen = [label]
        for i in range(len(table) - 1, 0, -1):
            state = 0 if label == head and later[i] else state
            label = int(back[i, state, label])
            chosen.append(label)
        return [self.labels[label] for label in reversed(chosen)]

    def reasons(self, features: frozenset[str], label: str, count: int = 5) -> list[tuple[str, float]]:
        """The features that speak most for a label against the mean of all labels, strongest first."""
        column = self.labels.index(label)
        known = {name: self.weights[self.rows[name]] for name in features if name in self.rows}
        pulls = [(name, float(row[column] - row.mean()) / SCALE) for name, row in known.items()]
        return sorted(pulls, key=lambda pull: (-pull[1], pull[0]))[:count]


def bare_label(label: str) -> str:
    """The label without what says that it stands in a card."""
    return label.removeprefix(CARD).removeprefix(NEW)


def in_card(label: str) -> bool:
    """Whether a label is that of a card's unit."""
    return label.startswith((CARD, NEW))


@cache
def load_labeller(path: Path = WEIGHTS) -> Labeller:
    """The labeller with the weights of the package, one per process."""
    stored: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    parts = {name: np.array(stored[name]) / SCALE for name in ("moves", "onward", "opens", "closes")}
    weights = np.array(list(stored["weights"].values()), dtype=np.float64)
    return Labeller(labels=tuple(stored["labels"]), rows={name: i for i, name in enumerate(stored["weights"])},
                    weights=weights, **parts)
