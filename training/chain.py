"""A linear-chain conditional random field over yes-or-no features, trained by Adam on batches of pages; numpy only.

Probabilities are carried forward and back scaled, so that one step along all pages of a batch is one matrix product. Of the
features only those that stand are touched: sums over them are counts with weights, one a label.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

import numpy as np

Page = tuple[list[frozenset[str]], list[str]]
Array = np.ndarray

RATE, DECAY = 0.05, 2e-5
DROPPED = 0.2  # share of features hidden from each unit in each epoch
SILENT = 0.1  # share of families of features ("phrase", "topic") hidden from each page in each epoch
LEAST = 15  # units in which a feature must stand
BATCH = 32  # pages


@dataclass(frozen=True)
class Encoded:
    """rows: for each unit the indices of its features; labels: columns; goes_on: units that a broken line goes on in."""

    rows: list[Array]
    labels: Array
    goes_on: Array


class Chain:
    """parts: weights F x L; moves L x L; onward L x L; opens, closes L. All start at zero."""

    def __init__(self, pages: list[Page], wrapped: str) -> None:
        counts = Counter(name for features, _ in pages for names in features for name in names)
        self.wrapped = wrapped
        self.names = sorted(name for name, count in counts.items() if count >= LEAST)
        self.labels = sorted({label for _, labels in pages for label in labels})
        self.index = {name: i for i, name in enumerate(self.names)}
        families = {family: i for i, family in enumerate(sorted({name.split(".")[0] for name in self.names}))}
        self.families = np.array([families[name.split(".")[0]] for name in self.names])
        self.column = {label: i for i, label in enumerate(self.labels)}
        size = len(self.labels)
        shapes = ((len(self.names), size), (size, size), (size, size), (size,), (size,))
        self.parts = [np.zeros(shape, dtype=np.float32) for shape in shapes]
        self.first = [np.zeros_like(part) for part in self.parts]
        self.second = [np.zeros_like(part) for part in self.parts]
        self.steps = 0

    def encode(self, page: Page) -> Encoded:
        """A page as numbers; labels that were not seen raise KeyError."""
        features, labels = page
        rows = [np.array(sorted(self.index[n] for n in names if n in self.index), dtype=np.int32) for names in features]
        goes_on = np.array([self.wrapped in names for names in features])
        return Encoded(rows, np.array([self.column[label] for label in labels]), goes_on)

    def step(self, batch: list[Encoded], generator: np.random.Generator, progress: float) -> float:
        """One Adam step on a batch; the mean loss a unit. progress: from 0 to 1, the rate falls to nothing."""
        slopes, loss = self._slopes(batch, generator)
        units = sum(len(page.labels) for page in batch)
        self.steps += 1
        for i, raw in enumerate(slopes):
            slope = raw / units + DECAY * self.parts[i]
            self.first[i] = 0.9 * self.first[i] + 0.1 * slope
            self.second[i] = 0.999 * self.second[i] + 0.001 * slope**2
            scale = (1 - progress) * np.sqrt(1 - 0.999**self.steps) / (1 - 0.9**self.steps)
            self.parts[i] -= RATE * scale * self.first[i] / (np.sqrt(self.second[i]) + 1e-8)
        return loss / units

    def _slopes(self, batch: list[Encoded], generator: np.random.Generator) -> tuple[list[Array], float]:
        count, longest, size = len(batch), max(len(page.labels) for page in batch), len(self.labels)
        rows = np.concatenate([row for page in batch for row in page.rows])
        sizes = [(b * longest + i, len(row)) for b, page in enumerate(batch) for i, row in enumerate(page.rows)]
        units = np.repeat([unit for unit, _ in sizes], [length for _, length in sizes])
        kept = generator.random(len(rows), dtype=np.float32) >= DROPPED
        silent = generator.random((count, self.families.max() + 1), dtype=np.float32) < SILENT
        kept &= ~silent[units // longest, self.families[rows]]
        rows, units = rows[kept], units[kept]
        table = _sums(units, self.parts[0][rows], count * longest).reshape(count, longest, size)
        belief, extra, loss = self._beliefs(batch, table)
        return [_sums(rows, belief.reshape(-1, size)[units], len(self.names)), *extra], loss

    def _beliefs(self, batch: list[Encoded], table: Array) -> tuple[Array, list[Array], float]:
        """Expected minus true: labels of each unit, moves, onward moves, opens, closes; and the loss of the batch."""
        count, longest, _ = table.shape
        _, moves, onward, opens, closes = (part.astype(np.float64) for part in self.parts)
        lengths = np.array([len(page.labels) for page in batch])
        goes_on = np.zeros((count, longest), dtype=bool)
        for b, page in enumerate(batch):
            goes_on[b, : lengths[b]] = page.goes_on
        top = table.max(axis=2, keepdims=True)
        seen, plain, joined = np.exp(table - top), np.exp(moves), np.exp(moves + onward)
        ahead, back, scale = np.zeros_like(table), np.zeros_like(table), np.ones((count, longest))
        for i in range(longest):
            came = np.exp(opens)[None]
            if i:
                came = np.where(goes_on[:, i, None], ahead[:, i - 1] @ joined, ahead[:, i - 1] @ plain)
            ahead[:, i] = came * seen[:, i]
            scale[:, i] = ahead[:, i].sum(axis=1)
            ahead[:, i] /= scale[:, i, None]
        ends = np.exp(closes)
        for i in range(longest - 1, -1, -1):
            back[:, i] = ends
            if i < longest - 1:
                went = seen[:, i + 1] * back[:, i + 1] / scale[:, i + 1, None]
                further = np.where(goes_on[:, i + 1, None], went @ joined.T, went @ plain.T)
                back[:, i] = np.where((i < lengths - 1)[:, None], further, ends)
        last = (ahead[np.arange(count), lengths - 1] * ends).sum(axis=1)
        inside = np.arange(longest)[None] < lengths[:, None]
        belief = ahead * back / last[:, None, None] * inside[:, :, None]
        loss = float(np.log(last).sum() + (np.log(scale) + top[:, :, 0])[inside].sum())
        steps = inside[:, 1:]
        went = seen[:, 1:] * back[:, 1:] / scale[:, 1:, None] / last[:, None, None]
        pairs = [ahead[:, :-1][mask].T @ went[mask] * matrix
                 for mask, matrix in ((steps & ~goes_on[:, 1:], plain), (steps & goes_on[:, 1:], joined))]
        extra = [pairs[0] + pairs[1], pairs[1], belief[:, 0].sum(axis=0), belief[np.arange(count), lengths - 1].sum(axis=0)]
        for b, page in enumerate(batch):
            loss -= self._subtract_truth(b, page, table, belief, extra)
        return belief, extra, loss

    def _subtract_truth(self, b: int, page: Encoded, table: Array, belief: Array, extra: list[Array]) -> float:
        """Takes the true labels of page b out of the slopes; their score."""
        labels, at = page.labels, np.arange(len(page.labels))
        score = table[b, at, labels].sum() + self.parts[3][labels[0]] + self.parts[4][labels[-1]]
        score += self.parts[1][labels[:-1], labels[1:]].sum()
        score += (self.parts[2][labels[:-1], labels[1:]] * page.goes_on[1:]).sum()
        belief[b, at, labels] -= 1
        np.add.at(extra[0], (labels[:-1], labels[1:]), -1)
        np.add.at(extra[1], (labels[:-1], labels[1:]), -page.goes_on[1:].astype(float))
        extra[2][labels[0]] -= 1
        extra[3][labels[-1]] -= 1
        return float(score)


def _sums(places: Array, values: Array, count: int) -> Array:
    """For each of `count` places the sum of the rows of values that belong there; places: one a row."""
    order = np.argsort(places, kind="stable")
    ordered = places[order]
    starts = np.flatnonzero(np.diff(ordered, prepend=-1))
    sums = np.zeros((count, values.shape[1]), dtype=values.dtype)
    sums[ordered[starts]] = np.add.reduceat(values[order], starts)
    return sums
