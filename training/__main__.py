"""`python -m training GOLD OUT`: one command from gold sets to the weights that ship, with their card.

Prepares what the licence table allows, trains (going on from the work folder's checkpoint if there is one), exports to
ONNX int8, measures the exported model on the development parts, and writes the model card beside it.
"""

from __future__ import annotations

import argparse
import random
from functools import partial
from pathlib import Path

import torch
import transformers

from copydesk.language.subwords import load_subwords
from copydesk.language.tokens import load_tokeniser
from evaluation.conllu import Paragraph, read_paragraphs
from training.base import find_base
from training.boundaries import fit_judge, list_gaps
from training.card import write_card
from training.examples import Example
from training.export import Tables, export_weights
from training.lemmas import learn_lemmas
from training.measure import measure_export
from training.network import Network
from training.prepare import LEFT_OUT_OF_GUM, Preparer, collect_labels, list_allowed, list_tree_files, read_all
from training.train import Plan, Run


def main() -> None:
    """Read the command line and do all steps in order."""
    options = read_options()
    torch.manual_seed(options.seed)
    random.seed(options.seed)
    transformers.logging.set_verbosity_error()
    base = find_base()
    gold = options.gold / "reader"
    examples = read_all(gold, without_gum=options.without_gum)
    labels = collect_labels(examples)
    preparer = Preparer(labels, load_subwords(base / "vocab.txt"), list_allowed(examples))
    device = "cuda" if torch.cuda.is_available() else "cpu"
    plan = Plan(epochs=options.epochs, seed=options.seed, threads=options.threads, device=device)
    run = Run(Network(labels, base), examples, preparer, plan)
    options.work.mkdir(parents=True, exist_ok=True)
    checkpoint = options.work / "run.ckpt"
    if checkpoint.exists():
        run.restore(checkpoint)
    run.advance(checkpoint, partial(print, flush=True))
    run.use_average()
    tables = learn_tables(examples, gold, without_gum=options.without_gum, seed=options.seed)
    export_weights(run.network.cpu(), labels, vocabulary=base / "vocab.txt", tables=tables, folder=options.out)
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
    parser.add_argument("--threads", type=int, default=Plan.threads)
    parser.add_argument("--note", default="", help="a remark on this run for the model card")
    parser.add_argument("--without-gum", action="store_true", help="leave GUM out altogether")
    return parser.parse_args()


def learn_tables(examples: list[Example], gold: Path, *, without_gum: bool, seed: int) -> Tables:
    """Lemmas and the judge of sentence ends, from the same treebanks as the network."""
    paragraphs: list[Paragraph] = []
    for path in list_tree_files(gold, without_gum=without_gum):
        found = read_paragraphs(path)
        paragraphs += [each for each in found if not each.document.startswith(LEFT_OUT_OF_GUM)]
    gaps = list(list_gaps(paragraphs, load_tokeniser()))
    return Tables(lemmas=learn_lemmas(examples), boundaries=fit_judge(gaps, seed=seed))


if __name__ == "__main__":
    main()
