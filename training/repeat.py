"""`python -m training.repeat GOLD`: a short run done twice, to see that one seed gives one set of weights on one machine."""

from __future__ import annotations

import argparse
import hashlib
import tempfile
from pathlib import Path

import torch

from training.prepare import collect_labels, read_all
from training.together import CHECKPOINT, train_together
from training.train import Plan

SHARE = 60  # every so many examples one


def main() -> None:
    """Print the hash of the averaged weights of both runs; exit status 1 where they differ."""
    parser = argparse.ArgumentParser(prog="python -m training.repeat", description=__doc__)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--workers", type=int, default=Plan.workers)
    options = parser.parse_args()
    examples = read_all(options.gold / "reader", without_gum=False)
    labels, plan = collect_labels(examples), Plan(epochs=1, workers=options.workers)
    hashes = []
    for _ in range(2):
        with tempfile.TemporaryDirectory() as folder:
            train_together(examples[::SHARE], labels, plan, Path(folder))
            hashes.append(hash_weights(Path(folder) / CHECKPOINT))
            print(hashes[-1], flush=True)
    raise SystemExit(hashes[0] != hashes[1])


def hash_weights(checkpoint: Path) -> str:
    """SHA-256 over the averaged weights of a checkpoint."""
    average = torch.load(checkpoint, weights_only=True)["average"]
    return hashlib.sha256(b"".join(each.numpy().tobytes() for each in average)).hexdigest()


if __name__ == "__main__":
    main()
