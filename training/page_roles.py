"""Learns the weights of the block labeller from invented pages: `python -m training.page_roles [--gold DIR]`.

A linear-chain conditional random field (training/chain.py) over the named features of copydesk.clean.surroundings. Features
are dropped at random so that no single phrase decides, and rare ones are left out. Writes clean/labeller.json.
"""

from __future__ import annotations

import argparse
import json
import random
from pathlib import Path
from typing import Any

import numpy as np

from copydesk.clean.labeller import CARD, NEW, SCALE, WEIGHTS, WRAPPED, bare_label
from copydesk.clean.stamps import load_stamps
from copydesk.clean.surroundings import find_features
from copydesk.clean.units import Unit, find_units, is_dateline
from copydesk.lexicon import load_world
from copydesk.read import read_text_page
from training.chain import BATCH, Chain, Page
from training.page_layouts import PageMaker, read_stories
from training.page_mixes import Mixer, Part, join_parts, read_golden, read_layouts, wrap_parts

PAGES, MIXED = 2000, 4000
GOLDEN, COPIES = (Path("tests/pages/gold.jsonl"), Path("tests/pages/second/gold.jsonl")), 8  # each page that often
LAYOUTS = Path(__file__).with_name("layouts")  # pages for training alone
EPOCHS = 5
WRAPPED_SHARE = 0.04  # of invented pages: lines broken as by a text browser
AIRY = 0.3  # of invented pages: an empty line between blocks


def make_pages(gold: Path, made: int, mixed: int, seed: int) -> list[Page]:
    """Features and labels of the units of invented pages, of golden layouts with other words, and of golden pages."""
    stories = read_stories(gold)
    maker, chance = PageMaker(stories, seed), random.Random(seed)
    written = [page for path in GOLDEN for page in read_golden(path)] + read_layouts(LAYOUTS)
    mixer = Mixer(written, stories, maker.words, chance)
    pages = [_lay_out([Part(*line) for line in maker.make()], chance) for _ in range(made)]
    pages += [_lay_out(mixer.make(), chance) for _ in range(mixed)]
    world = load_world()
    stamps = load_stamps(world)
    found = [_read(parts, world, stamps, chance) for parts in pages]
    return found + [_read(parts, world, stamps, chance) for parts in written] * COPIES


def _lay_out(parts: list[Part], chance: random.Random) -> list[Part]:
    """The same parts with empty lines between them, or broken to a width, as some pages have them."""
    roll = chance.random()
    if roll < WRAPPED_SHARE:
        return wrap_parts(parts, chance.randint(46, 78))
    if roll < WRAPPED_SHARE + AIRY:
        return [Part(part.text, part.label, part.joined, not part.joined) for part in parts]
    return parts


def _read(parts: list[Part], world: Any, stamps: Any, chance: random.Random) -> Page:
    text, stretches = join_parts(parts)
    page, layout, _ = read_text_page(text, key="invented")
    units = find_units(page, layout, world)
    title = next((part.text for part in parts if part.label == "headline"), None) if chance.random() < 0.2 else None
    labels, at = [], 0
    for unit in units:
        while stretches[at][1] <= unit.start:
            at += 1
        labels.append(_label_of(unit, stretches[at:at + 4], labels))
    return find_features(units, world, stamps, title), labels


def _label_of(unit: Unit, stretches: list[tuple[int, int, str]], before: list[str]) -> str:
    """The label of the stretch that a unit shares most with; of a caption and its credit in one line, each part gets its own.

    The first unit of a card alone is "new:".
    """
    start, end, label = max(stretches, key=lambda each: min(each[1], unit.end) - max(each[0], unit.start))
    if label.startswith(NEW) and unit.start > start + 3 and before and before[-1].startswith(NEW):
        label = CARD + label.removeprefix(NEW)
    if is_dateline(unit.text) and bare_label(label) == "paragraph":
        return label.replace("paragraph", "dateline")
    if not label.endswith(("caption", "credit")) or unit.end - unit.start >= end - start:
        return label
    opening = unit.text.split(" ")[0].lower()
    spelt = " caption, " in unit.text[:20].lower() + " "
    is_credit = (label.endswith("credit") and not spelt) or (unit.glued and not spelt) or opening == "credit,"
    return label.replace("caption" if is_credit else "credit", "credit" if is_credit else "caption")


def main() -> None:
    """Make pages, learn, write the weights, print the loss of each epoch."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gold", type=Path, default=Path("../shared/gold"))
    parser.add_argument("--pages", type=int, default=PAGES)
    parser.add_argument("--mixed", type=int, default=MIXED)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--out", type=Path, default=WEIGHTS)
    options = parser.parse_args()
    pages = make_pages(options.gold, options.pages, options.mixed, seed=options.seed)
    chain = Chain(pages, WRAPPED)
    encoded = [chain.encode(page) for page in pages]
    generator = np.random.default_rng(options.seed)
    for epoch in range(EPOCHS):
        order = generator.permutation(len(encoded))
        losses = [
            chain.step([encoded[j] for j in order[i:i + BATCH]], generator, (epoch + i / len(order)) / EPOCHS)
            for i in range(0, len(order), BATCH)
        ]
        print(f"epoch {epoch + 1}: loss {sum(losses) / len(losses):.4f} a unit", flush=True)
    _write(chain, options.out)
    print(f"{len(chain.names)} features, {len(chain.labels)} labels, {options.out.stat().st_size / 1024:.0f} KiB")


def _write(chain: Chain, path: Path) -> None:
    """The weights as whole numbers, `SCALE` to one; features of which nothing is left are left out."""
    weights, *others = (np.round(part * SCALE).astype(int) for part in chain.parts)
    stored = {
        "about": "Learned by training/page_roles.py on invented pages; see docs/steps/clean.md.", "labels": chain.labels,
        **{name: part.tolist() for name, part in zip(("moves", "onward", "opens", "closes"), others, strict=True)},
        "weights": {name: weights[i].tolist() for i, name in enumerate(chain.names) if weights[i].any()},
    }
    path.write_text(json.dumps(stored, separators=(",", ":")).replace('],"', '],\n"') + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
