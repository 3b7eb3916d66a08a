"""`python -m training GOLD OUT`: one command from gold sets to the weights that ship, with their card.

Prepares what the licence table allows, trains (going on from the work folder's checkpoint if there is one), exports to
ONNX int8, trains the heads of names on the finished encoder, measures all on the development parts, and writes the
model card beside it.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import torch

from copydesk.language.tokens import load_tokeniser
from evaluation.conllu import Paragraph, read_paragraphs
from training.base import find_base
from training.boundaries import fit_judge, list_gaps
from training.card import write_card
from training.examples import Example
from training.export import Tables, export_weights
from training.head import add_heads
from training.lemmas import learn_lemmas
from training.measure import measure_export
from training.own import read_own_paragraphs
from training.prepare import LEFT_OUT_OF_GUM, collect_labels, list_tree_files, read_all
from training.together import CHECKPOINT, build_run, train_together
from training.train import Plan
from training.triggers import add_triggers, gather


def main() -> None:
    """Read the command line and do all steps in order."""
    options = read_options()
    base = find_base()
    gold = options.gold / "reader"
    examples = read_all(gold, without_gum=options.without_gum)
    labels = collect_labels(examples)
    device = "cuda" if torch.cuda.is_available() else "cpu"
    plan = Plan(epochs=options.epochs, seed=options.seed, workers=1 if device == "cuda" else options.workers, device=device)
    options.work.mkdir(parents=True, exist_ok=True)
    train_together(examples, labels, plan, options.work)
    run = build_run(examples, labels, plan)
    run.restore(options.work / CHECKPOINT)
    run.use_average()
    tables = learn_tables(examples, gold, without_gum=options.without_gum, seed=options.seed)
    export_weights(run.network.cpu(), labels, base=base, tables=tables, folder=options.out)
    add_heads("names", options.gold, options.out, seed=options.seed, without_gum=options.without_gum)
    add_triggers(gather(options.out), options.out, seed=options.seed)
    rows = measure_export(options.gold, options.out)
    write_card(options.out, rows, plan, without_gum=options.without_gum, note=options.note)


def read_options() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    parser.add_argument("gold", type=Path, help="folder with reader/SET/FILES, as training/sources.tsv names them")
    parser.add_argument("out", type=Path, help="folder for the weights")
    parser.add_argument("--work", type=Path, default=Path("build/training"), help="folder for checkpoints")
    parser.add_argument("--epochs", type=float, default=Plan.epochs)
    parser.add_argument("--seed", type=int, default=Plan.seed)
    parser.add_argument("--workers", type=int, default=Plan.workers, help="processes that train together, one thread each")
    parser.add_argument("--note", default="", help="a remark on this run for the model card")
    parser.add_argument("--without-gum", action="store_true", help="leave GUM out altogether")
    return parser.parse_args()


def learn_tables(examples: list[Example], gold: Path, *, without_gum: bool, seed: int) -> Tables:
    """Lemmas and the judge of sentence ends, from the same treebanks as the network and our own paragraphs."""
    paragraphs: list[Paragraph] = read_own_paragraphs()
    for path in list_tree_files(gold, without_gum=without_gum):
        found = read_paragraphs(path)
        paragraphs += [each for each in found if not each.document.startswith(LEFT_OUT_OF_GUM)]
    gaps = list(list_gaps(paragraphs, load_tokeniser()))
    return Tables(lemmas=learn_lemmas(examples), boundaries=fit_judge(gaps, seed=seed))


if __name__ == "__main__":
    main()
