"""`python -m training.head NAME GOLD WEIGHTS`: heads of labels for words, trained on the finished encoder.

The encoder that ships reads every example once (in int8, as it will at work), then a hidden layer and an output for each
head are trained on what it says of each word and its neighbours, and on what the tables know of them. WEIGHTS gets a file for
each head and a new manifest; nothing else changes. `training/heads/NAME.py` says what is learned. Ten minutes on one
core for `names`.
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

from copydesk.language.embeddings import Array
from copydesk.language.engine import Engine, Pieces
from copydesk.language.reader import cut_batches
from copydesk.language.subwords import Subwords, load_subwords
from copydesk.language.weights import MANIFEST, load_weights
from copydesk.lexicon.namebook import NameBook
from copydesk.lexicon.world import load_world
from training.batches import cut_words, vary_writing
from training.export import hash_file
from training.graphs import write_graph
from training.head_network import HeadGraph, Heads, Sentence, train_heads

VARIED = 0.15  # share of the sentences that are also read in other capitals
ARTICLE = 40  # sentences that the encoder reads together

Example = tuple[list[str], dict[str, list[str]]]  # words; head -> what is written of each word


def main() -> None:
    """Read the command line and train."""
    options = argparse.ArgumentParser(prog="python -m training.head", description=__doc__)
    options.add_argument("name", help="a module of training/heads")
    options.add_argument("gold", type=Path)
    options.add_argument("weights", type=Path)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--without-gum", action="store_true")
    chosen = options.parse_args()
    add_heads(chosen.name, chosen.gold, chosen.weights, seed=chosen.seed, without_gum=chosen.without_gum)


def add_heads(name: str, gold: Path, folder: Path, *, seed: int, without_gum: bool) -> None:
    """Encode the examples of a module of `training/heads`, train its heads, and enter them in the folder."""
    torch.manual_seed(seed)
    torch.set_num_threads(1)
    task: Any = import_module(f"training.heads.{name}")
    examples = add_varied(list(task.read_examples(gold, without_gum=without_gum)), random.Random(seed))
    weights = load_weights(folder)
    words = encode_examples(examples, Engine(weights), load_subwords(weights.vocabulary))
    numbered = {head: number_sets(head, examples, task) for head in task.HEADS}
    sentences = list(build_sentences(examples, words, {head: rows for head, (_, rows) in numbered.items()}))
    heads = Heads({head: len(labels) for head, labels in task.HEADS.items()})
    train_heads(heads, sentences, {head: allowed for head, (allowed, _) in numbered.items()}, seed=seed)
    for head, labels in task.HEADS.items():
        write_head(heads, head, folder)
        enter_head(head, labels, folder)


def add_varied(examples: list[Example], rng: random.Random) -> list[Example]:
    """The examples, and some of them once more in capitals, small letters or a headline's capitals."""
    drawn = [example for example in examples if rng.random() < VARIED]
    return examples + [(vary_writing(words, rng), labels) for words, labels in drawn]


def encode_examples(examples: Sequence[Example], engine: Engine, subwords: Subwords) -> list[Array]:
    """(words, WIDTH) of each example, half precision."""
    found: list[Array] = []
    for begin in range(0, len(examples), ARTICLE):
        pieces = [build_pieces(words, subwords) for words, _ in examples[begin : begin + ARTICLE]]
        rows: list[Array] = [np.zeros(0)] * len(pieces)
        for batch in cut_batches([len(each.subwords) for each in pieces]):
            encoded = engine.encode([pieces[index] for index in batch])
            for number, index in enumerate(batch):
                rows[index] = encoded[number, : len(pieces[index].first)].astype(np.float16)
        found += rows
    return found


def build_pieces(words: Sequence[str], subwords: Subwords) -> Pieces:
    """One sentence as the encoder takes it."""
    return Pieces(*cut_words(words, subwords), known=[])


def number_sets(head: str, examples: Sequence[Example], task: Any) -> tuple[Array, list[list[int] | None]]:
    """(sets, labels) with 0 where a set allows a label and a large negative number elsewhere; each word's set, -1 for none.

    None for a sentence of which the head learns nothing.
    """
    labels = task.HEADS[head]
    sets = sorted({each for _, written in examples for each in written.get(head, ())})
    allowed = np.full((len(sets), len(labels)), -1e4, dtype=np.float32)
    for row, each in enumerate(sets):
        for label in task.find_allowed(head, each):
            allowed[row, labels.index(label)] = 0.0
    places = {each: row if task.find_allowed(head, each) else -1 for row, each in enumerate(sets)}
    return allowed, [[places[each] for each in written[head]] if head in written else None for _, written in examples]


def build_sentences(
    examples: Sequence[Example], encoded: Sequence[Array], rows: dict[str, list[list[int] | None]]
) -> Iterator[Sentence]:
    """The examples as numbers."""
    book: NameBook = load_world().name_book
    for index, (words, _) in enumerate(examples):
        sets = {head: found for head, each in rows.items() if (found := each[index]) is not None}
        yield Sentence(encoded[index], book.find(words), sets)


def write_head(heads: Heads, head: str, folder: Path) -> None:
    """The graph of one head in int8."""
    given = heads.build_sample()
    axes = {name: {0: "sentences", 1: "words_"} for name in (*given, "scores")}
    write_graph(HeadGraph(heads, head), given, axes, folder / f"{head}.onnx")


def enter_head(name: str, labels: Sequence[str], folder: Path) -> None:
    """The head's labels and hash in the manifest."""
    path = folder / MANIFEST
    manifest = json.loads(path.read_text(encoding="utf-8"))
    manifest["heads"][name] = list(labels)
    manifest["files"][f"{name}.onnx"] = hash_file(folder / f"{name}.onnx")
    path.write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
