"""Several processes that train one network: each takes its own batches, the gradients are averaged."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

import torch
from torch import distributed, multiprocessing

from copydesk.language.subwords import load_subwords
from training.base import find_base
from training.examples import Example
from training.network import Labels, Network
from training.prepare import Preparer, list_allowed
from training.train import Plan, Run

CHECKPOINT = "run.ckpt"


def build_run(examples: Sequence[Example], labels: Labels, plan: Plan) -> Run:
    """A run at its beginning; the same seed gives the same untrained heads."""
    torch.manual_seed(plan.seed)
    base = find_base()
    preparer = Preparer(labels, load_subwords(base / "vocab.txt"), list_allowed(examples))
    return Run(Network(labels, base), examples, preparer, plan)


def train_together(examples: Sequence[Example], labels: Labels, plan: Plan, work: Path) -> None:
    """Train to the end, from the work folder's checkpoint if there is one."""
    if plan.workers == 1:
        train_one(0, examples, labels, plan, work)
        return
    (work / "meet").unlink(missing_ok=True)
    multiprocessing.spawn(train_one, (examples, labels, plan, work), nprocs=plan.workers)


def train_one(rank: int, examples: Sequence[Example], labels: Labels, plan: Plan, work: Path) -> None:
    """One process's part; only the first one reports and saves."""
    if plan.workers > 1:
        meeting = f"file://{(work / 'meet').resolve()}"
        distributed.init_process_group("gloo", init_method=meeting, rank=rank, world_size=plan.workers)
    run = build_run(examples, labels, plan)
    if (work / CHECKPOINT).exists():
        run.restore(work / CHECKPOINT)
    run.advance(work / CHECKPOINT, partial(print, flush=True) if rank == 0 else stay_silent)
    if plan.workers > 1:
        distributed.destroy_process_group()


def stay_silent(line: str) -> None:
    """What the other processes do with their reports."""
