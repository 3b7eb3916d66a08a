"""Learns the weights of the labeller for pages with markup: `python -m training.markup_roles [--gold DIR]`.

The same model as training/page_roles.py, over the features of the text and those of clean/markup.py, on invented HTML
(training/markup_pages.py) read as any page is, trafilatura's voice included. Writes clean/markup.json.
"""

from __future__ import annotations

import argparse
import dataclasses
import random
from pathlib import Path

import numpy as np

from copydesk.clean.scores import MARKUP, find_all_features
from copydesk.clean.units import Unit, find_units
from copydesk.lexicon import load_world
from copydesk.read import read_page
from copydesk.record import Layout
from training.markup_pages import MarkupMaker
from training.page_layouts import read_stories
from training.page_roles import Page, Trainer, learn

PAGES, SEEDS, EPOCHS = 500, (11, 12), 3  # pages of each seed
# More is hidden and weights are held lower than for plain text: invented markup is more regular than real markup.
DROPPED, DECAY = 0.4, 5e-4
# What trafilatura says of invented pages is too true: on this share of pages it is not heard, finds nothing, or finds a part;
# elsewhere it says the opposite of that share of units.
UNHEARD, SILENT, PARTIAL, DOUBTED = 0.05, 0.07, 0.05, 0.01
BLIND = 0.25  # share of pages of which only markup is seen: whatever a text sounds like, its place must tell
LONGEST = 400  # units of a page


def make_pages(gold: Path, count: int, seed: int) -> list[Page]:
    """Features and labels of the units of `count` invented pages."""
    world, maker, chance = load_world(), MarkupMaker(read_stories(gold), seed), random.Random(seed)
    pages = []
    for _ in range(count):
        markup, lines = maker.make()
        page, layout, _ = read_page(markup.encode(), key="invented")
        layout = _with_doubt(layout, chance)
        units = find_units(page, layout, world)[:LONGEST]
        pages.append((find_all_features(units, layout, world), label_units(units, page.text, lines)))
    return pages


def blind(pages: list[Page], chance: random.Random) -> list[Page]:
    """The pages, part of them with the features of markup and the coarse kinds alone."""
    return [
        ([frozenset(name for name in names if name.startswith(("m.", "kind."))) for names in features], labels)
        if chance.random() < BLIND else (features, labels) for features, labels in pages
    ]


def label_units(units: list[Unit], text: str, lines: list[tuple[str, str]]) -> list[str]:
    """For each unit the label of most of its characters. Raises ValueError where page and lines differ."""
    labels = [label for line, label in lines for character in line if not character.isspace()]
    before = np.cumsum([0, *(not character.isspace() for character in text)])
    if before[-1] != len(labels):
        raise ValueError("the page read is not the page written")
    found = []
    for unit in units:
        own = labels[before[unit.start]:before[unit.end]]
        found.append(max(sorted(set(own)), key=own.count))
    return found


def _with_doubt(layout: Layout, chance: random.Random) -> Layout:
    """The layout with trafilatura's voice taken away or made wrong, as happens on real pages."""
    fate, pieces = chance.random(), []
    for piece in layout.pieces:
        chosen = piece.chosen
        if fate < UNHEARD or chosen is None:
            chosen = None
        elif fate < UNHEARD + SILENT:
            chosen = False
        elif fate < UNHEARD + SILENT + PARTIAL:
            chosen = chosen and chance.random() < 0.4
        elif chance.random() < DOUBTED:
            chosen = not chosen
        pieces.append(dataclasses.replace(piece, chosen=chosen))
    return dataclasses.replace(layout, pieces=tuple(pieces))


def main() -> None:
    """Make pages, learn, write the weights, print the loss of each epoch."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gold", type=Path, default=Path("../shared/gold"))
    parser.add_argument("--pages", type=int, default=PAGES)
    parser.add_argument("--out", type=Path, default=MARKUP)
    options = parser.parse_args()
    pages = blind([page for seed in SEEDS for page in make_pages(options.gold, options.pages, seed)], random.Random(SEEDS[0]))
    learn(Trainer(pages, DROPPED, DECAY), pages, options.out, EPOCHS)


if __name__ == "__main__":
    main()
