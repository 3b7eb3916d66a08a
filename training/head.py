"""`python -m training.head NAME GOLD WEIGHTS`: one head of labels for words, trained on the finished encoder.

The encoder that ships reads every example once (in int8, as it will at work), then a hidden layer and an output are trained
on what it says of the words. WEIGHTS gets `NAME.onnx` and a new manifest; nothing else changes. `training/heads/NAME.py` says
what is learned. A few minutes on one core.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Iterator, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from copydesk.language.embeddings import Array
from copydesk.language.engine import Engine, Pieces
from copydesk.language.reader import cut_batches
from copydesk.language.subwords import Subwords, load_subwords
from copydesk.language.weights import MANIFEST, load_weights
from training.batches import cut_words, vary_writing
from training.encoder import WIDTH
from training.export import hash_file
from training.graphs import write_graph

HIDDEN = 256
DROPOUT = 0.3
EPOCHS = 12
WORDS = 2048  # of a batch
RATE = 1e-3
VARIED = 0.15  # share of the sentences that are also read in other capitals
ARTICLE = 40  # sentences that the encoder reads together

Example = tuple[list[str], list[str]]  # words, what is written of each


def main() -> None:
    """Read, encode, train, write."""
    options = argparse.ArgumentParser(prog="python -m training.head", description=__doc__)
    options.add_argument("name", help="a module of training/heads")
    options.add_argument("gold", type=Path)
    options.add_argument("weights", type=Path)
    options.add_argument("--seed", type=int, default=1)
    chosen = options.parse_args()
    torch.manual_seed(chosen.seed)
    torch.set_num_threads(1)
    task: Any = import_module(f"training.heads.{chosen.name}")
    examples = add_varied(list(task.read_examples(chosen.gold)), random.Random(chosen.seed))
    weights = load_weights(chosen.weights)
    words = encode_examples(examples, Engine(weights), load_subwords(weights.vocabulary))
    allowed, rows = number_sets([label for _, labels in examples for label in labels], task)
    head = train_head(words, torch.tensor(rows), allowed, seed=chosen.seed)
    axes = {"words": {0: "sentences", 1: "words_"}, "scores": {0: "sentences", 1: "words_"}}
    write_graph(head, {"words": torch.randn(3, 4, WIDTH)}, axes, chosen.weights / f"{chosen.name}.onnx")
    enter_head(chosen.name, task.LABELS, chosen.weights)


def add_varied(examples: list[Example], rng: random.Random) -> list[Example]:
    """The examples, and some of them once more in capitals, small letters or a headline's capitals."""
    drawn = [example for example in examples if rng.random() < VARIED]
    return examples + [(vary_writing(words, rng), labels) for words, labels in drawn]


def encode_examples(examples: Sequence[Example], engine: Engine, subwords: Subwords) -> Array:
    """(all words, WIDTH), half precision, in the order of the examples."""
    found: list[Array] = []
    for begin in range(0, len(examples), ARTICLE):
        pieces = [build_pieces(words, subwords) for words, _ in examples[begin : begin + ARTICLE]]
        rows: list[Array] = [np.zeros(0)] * len(pieces)
        for batch in cut_batches([len(each.subwords) for each in pieces]):
            encoded = engine.encode([pieces[index] for index in batch])
            for number, index in enumerate(batch):
                rows[index] = encoded[number, : len(pieces[index].first)].astype(np.float16)
        found += rows
    return np.concatenate(found)


def build_pieces(words: Sequence[str], subwords: Subwords) -> Pieces:
    """One sentence as the encoder takes it."""
    return Pieces(*cut_words(words, subwords))


def number_sets(written: Sequence[str], task: Any) -> tuple[Tensor, list[int]]:
    """(sets, labels) with 0 where a set allows a label and a large negative number elsewhere; each word's set, -1 for none."""
    sets = sorted(set(written))
    allowed = torch.full((len(sets), len(task.LABELS)), -1e4)
    for row, each in enumerate(sets):
        for label in task.find_allowed(each):
            allowed[row, task.LABELS.index(label)] = 0.0
    places = {each: row if task.find_allowed(each) else -1 for row, each in enumerate(sets)}
    return allowed, [places[each] for each in written]


def train_head(words: Array, sets: Tensor, allowed: Tensor, *, seed: int) -> nn.Module:
    """A hidden layer and an output, by the likelihood of the allowed labels."""
    head = nn.Sequential(
        nn.Linear(WIDTH, HIDDEN), nn.GELU(), nn.Dropout(DROPOUT), nn.Linear(HIDDEN, allowed.shape[1])
    )
    known = torch.nonzero(sets >= 0).flatten()
    steps = EPOCHS * (len(known) // WORDS)
    optimizer = torch.optim.AdamW(head.parameters(), lr=RATE, weight_decay=0.01)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, RATE, total_steps=steps + 1, pct_start=0.1)
    for chosen in draw_batches(known, steps, seed):
        scores = head(torch.from_numpy(words[chosen.numpy()]).float())
        likely = functional.log_softmax(scores, -1) + allowed[sets[chosen]]
        loss = -torch.logsumexp(likely, -1).mean()
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        schedule.step()
    return head.eval()


def draw_batches(known: Tensor, steps: int, seed: int) -> Iterator[Tensor]:
    """Words in random order, every one once an epoch."""
    generator = torch.Generator().manual_seed(seed)
    done = 0
    while done < steps:
        order = known[torch.randperm(len(known), generator=generator)]
        for begin in range(0, len(order) - WORDS, WORDS):
            yield order[begin : begin + WORDS]
            done += 1
            if done == steps:
                return


def enter_head(name: str, labels: Sequence[str], folder: Path) -> None:
    """The head's labels and hash in the manifest."""
    path = folder / MANIFEST
    manifest = json.loads(path.read_text(encoding="utf-8"))
    manifest["heads"][name] = list(labels)
    manifest["files"][f"{name}.onnx"] = hash_file(folder / f"{name}.onnx")
    path.write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
