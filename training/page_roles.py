"""Learns the weights of the block labeller from invented pages: `python -m training.page_roles [--gold DIR]`.

A linear-chain conditional random field over the named features of copydesk.clean.features, trained by Adam. Features
are dropped at random so that no single phrase decides, and rare ones are left out. Writes clean/labeller.json.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter
from pathlib import Path
from typing import Any

import numpy as np

from copydesk.clean.features import find_features
from copydesk.clean.labeller import WEIGHTS
from copydesk.clean.stamps import load_stamps
from copydesk.clean.units import Unit, find_units
from copydesk.lexicon import load_world
from copydesk.read import read_text_page
from evaluation.pages import is_unread
from training.page_layouts import PageMaker, read_stories

PAGES = 3500
GOLDEN, COPIES = (Path("tests/pages/gold.jsonl"), Path("tests/pages/second/gold.jsonl")), 20  # each written page counts as often as that many invented ones
EPOCHS = 8
RATE, DECAY = 0.05, 1e-5
DROPPED = 0.12  # share of features hidden from each unit in each epoch
LEAST = 12  # units in which a feature must stand

Page = tuple[list[frozenset[str]], list[str]]


def make_pages(gold: Path, count: int, seed: int) -> list[Page]:
    """Features and labels of the units of `count` invented pages."""
    world, maker = load_world(), PageMaker(read_stories(gold), seed)
    stamps = load_stamps(world)
    pages = [_read(maker.make(), world, stamps, random.Random(i)) for i in range(count)]
    written = [_read(lines, world, stamps, random.Random(i)) for i, lines in enumerate(line for path in GOLDEN for line in read_golden(path))]
    return pages + written * COPIES


def read_golden(path: Path) -> list[list[tuple[str, str]]]:
    """The readable half of the golden pages: (text, label) of each labelled stretch. The other half is the exam's."""
    pages = []
    for row in map(json.loads, path.read_text(encoding="utf-8").splitlines()):
        if not is_unread(row["doc"]):
            text = path.with_name(row["doc"] + ".txt").read_text(encoding="utf-8")
            pages.append([(text[line["start"]:line["end"]], ("card:" if line["article"] else "") + line["role"])
                          for line in row["lines"] if line["role"] != "dateline"])
    return pages


def _read(lines: list[tuple[str, str]], world: Any, stamps: Any, seed: random.Random) -> Page:
    text = "\n".join(line for line, _ in lines)
    page, layout, _ = read_text_page(text, key="invented")
    labels = {piece.span.start: label for piece, (_, label) in zip(layout.pieces, lines, strict=True)}
    units = find_units(page, layout, world)
    title = next((line for line, label in lines if label == "headline"), None) if seed.random() < 0.3 else None
    found = [_label_of(unit, labels) for unit in units]
    return find_features(units, world, stamps, title), found


def _label_of(unit: Unit, labels: dict[int, str]) -> str:
    """The label of the line a unit stands in; of a caption and its credit in one line, each part gets its own."""
    label = labels[unit.piece.span.start]
    if not label.endswith(("caption", "credit")):
        return label
    opening = unit.text.split(" ")[0].lower()
    spelt = " caption, " in unit.text[:20].lower() + " "
    is_credit = (label.endswith("credit") and not spelt) or (unit.glued and not spelt) or opening == "credit,"
    return label.replace("caption" if is_credit else "credit", "credit" if is_credit else "caption")


class Trainer:
    """weights: F x L; moves: L x L; opens, closes: L. All start at zero."""

    def __init__(self, pages: list[Page]) -> None:
        counts = Counter(name for features, _ in pages for names in features for name in names)
        self.names = sorted(name for name, count in counts.items() if count >= LEAST)
        self.labels = sorted({label for _, labels in pages for label in labels})
        self.index = {name: i for i, name in enumerate(self.names)}
        self.column = {label: i for i, label in enumerate(self.labels)}
        shapes = ((len(self.names), len(self.labels)), (len(self.labels),) * 2, (len(self.labels),), (len(self.labels),))
        self.parts = [np.zeros(shape) for shape in shapes]
        self.first = [np.zeros(shape) for shape in shapes]
        self.second = [np.zeros(shape) for shape in shapes]
        self.steps = 0

    def encode(self, page: Page) -> tuple[list[np.ndarray], np.ndarray]:
        """Feature indices of each unit, and label columns."""
        features, labels = page
        rows = [np.array(sorted(self.index[name] for name in names if name in self.index), dtype=int) for names in features]
        return rows, np.array([self.column[label] for label in labels])

    def step(
        self, batch: list[tuple[list[np.ndarray], np.ndarray]], generator: np.random.Generator, progress: float,
    ) -> float:
        """One Adam step on a batch; the mean loss a unit. progress: from 0 to 1, the rate falls to nothing."""
        slopes = [np.zeros_like(part) for part in self.parts]
        loss, units = 0.0, 0
        for rows, labels in batch:
            kept = [row[generator.random(len(row)) >= DROPPED] for row in rows]
            loss += self._add_slopes(kept, labels, slopes)
            units += len(labels)
        self.steps += 1
        for i, raw in enumerate(slopes):
            slope = raw / units + DECAY * self.parts[i]
            self.first[i] = 0.9 * self.first[i] + 0.1 * slope
            self.second[i] = 0.999 * self.second[i] + 0.001 * slope**2
            scale = (1 - progress) * np.sqrt(1 - 0.999**self.steps) / (1 - 0.9**self.steps)
            self.parts[i] -= RATE * scale * self.first[i] / (np.sqrt(self.second[i]) + 1e-8)
        return loss / units

    def _add_slopes(self, rows: list[np.ndarray], labels: np.ndarray, slopes: list[np.ndarray]) -> float:
        weights, moves, opens, closes = self.parts
        table = np.stack([weights[row].sum(axis=0) for row in rows])
        count = len(rows)
        ahead = np.zeros_like(table)
        ahead[0] = opens + table[0]
        for i in range(1, count):
            ahead[i] = table[i] + _logsum(ahead[i - 1][:, None] + moves, 0)
        back = np.zeros_like(table)
        back[-1] = closes
        for i in range(count - 2, -1, -1):
            back[i] = _logsum(moves + (table[i + 1] + back[i + 1])[None, :], 1)
        total = float(_logsum((ahead[-1] + closes)[:, None], 0)[0])
        belief = np.exp(ahead + back - total)
        score = opens[labels[0]] + closes[labels[-1]] + table[np.arange(count), labels].sum()
        score += moves[labels[:-1], labels[1:]].sum()
        belief_slope = belief.copy()
        belief_slope[np.arange(count), labels] -= 1
        for row, slope in zip(rows, belief_slope, strict=True):
            slopes[0][row] += slope
        for i in range(1, count):
            slopes[1] += np.exp(ahead[i - 1][:, None] + moves + (table[i] + back[i])[None, :] - total)
        np.add.at(slopes[1], (labels[:-1], labels[1:]), -1)
        slopes[2] += belief_slope[0]
        slopes[3] += belief_slope[-1]
        return total - float(score)


def _logsum(table: np.ndarray, axis: int) -> np.ndarray:
    top = table.max(axis=axis, keepdims=True)
    return (np.log(np.exp(table - top).sum(axis=axis, keepdims=True)) + top).squeeze(axis)


def main() -> None:
    """Make pages, learn, write the weights, print the loss of each epoch."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gold", type=Path, default=Path("../shared/gold"))
    parser.add_argument("--pages", type=int, default=PAGES)
    options = parser.parse_args()
    pages = make_pages(options.gold, options.pages, seed=7)
    trainer = Trainer(pages)
    encoded = [trainer.encode(page) for page in pages]
    generator = np.random.default_rng(7)
    for epoch in range(EPOCHS):
        order = generator.permutation(len(encoded))
        losses = [
            trainer.step([encoded[j] for j in order[i:i + 16]], generator, (epoch + i / len(order)) / EPOCHS)
            for i in range(0, len(order), 16)
        ]
        print(f"epoch {epoch + 1}: loss {sum(losses) / len(losses):.4f} a unit", flush=True)
    weights, moves, opens, closes = (np.round(part, 2) for part in trainer.parts)
    stored = {
        "about": "Learned by training/page_roles.py on invented pages; see docs/steps/clean.md.", "labels": trainer.labels,
        "opens": opens.tolist(), "closes": closes.tolist(), "moves": moves.tolist(),
        "weights": {name: weights[i].tolist() for i, name in enumerate(trainer.names)},
    }
    WEIGHTS.write_text(json.dumps(stored, separators=(",", ":")).replace('],"', '],\n"') + "\n", encoding="utf-8")
    print(f"{len(trainer.names)} features, {len(trainer.labels)} labels, {WEIGHTS.stat().st_size / 1024:.0f} KiB")


if __name__ == "__main__":
    main()
