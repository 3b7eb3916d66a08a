"""The training run: seeded, resumable, on several processes, with an average of the weights kept beside them."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, distributed

from training.batches import build_batch, cut_batches, vary_words
from training.examples import Example
from training.losses import build_allowed, find_loss
from training.network import Network
from training.prepare import Preparer, list_allowed
from training.schemes import SCHEMES


@dataclass(frozen=True)
class Plan:
    """How to train.

    budget: padded subwords a batch of one process. warm: share of the steps in which the rates rise. decay: of the weight
    average.
    Rates and budget as in the first experiments (docs/steps/language.md); the average's decay was set by hand.
    """

    epochs: float = 13
    budget: int = 1000
    encoder_rate: float = 3e-4
    head_rate: float = 1e-3
    warm: float = 0.06
    decay: float = 0.998
    weight_decay: float = 0.01
    clip: float = 1.0
    seed: int = 1
    workers: int = 2  # processes; the weights depend on their number
    device: str = "cpu"  # or "cuda"
    save_every: int = 500  # steps between checkpoints


class Run:
    """One training run over fixed examples; `advance` goes on from the latest checkpoint.

    Inside a process group each process takes its own batches and the gradients are averaged.
    """

    def __init__(self, network: Network, examples: Sequence[Example], preparer: Preparer, plan: Plan) -> None:
        torch.set_num_threads(1)
        self.network, self.plan = network.to(plan.device), plan
        self.rank, self.workers = (distributed.get_rank(), distributed.get_world_size()) if shared() else (0, 1)
        self._halved = has_bfloat16(plan.device)
        self._examples, self._preparer = examples, preparer
        self._allowed = build_allowed(list_allowed(examples)).to(plan.device)
        encoder = [each for each in network.encoder.parameters() if each.requires_grad]
        heads = [each for name, each in network.named_parameters() if not name.startswith("encoder.")]
        self._trained = [*encoder, *heads]
        groups = [
            {"params": encoder, "lr": plan.encoder_rate, "weight_decay": plan.weight_decay},
            {"params": heads, "lr": plan.head_rate, "weight_decay": 0.0},
        ]
        self._optimizer = torch.optim.AdamW(groups, betas=(0.9, 0.98), fused=True)
        self._average = [each.detach().clone() for each in self._trained]
        self._cuts: list[list[int]] = []
        self._cuts_begin = self._epoch = 0
        self._lengths = [len(preparer.prepare(each).subwords) for each in examples]
        self.step = 0
        self.steps = int(len(self._cut(0)) // self.workers * plan.epochs)

    def _cut(self, epoch: int) -> list[list[int]]:
        rng = random.Random(self.plan.seed * 1000 + epoch)
        return cut_batches(self._lengths, budget=self.plan.budget, rng=rng)

    def advance(self, checkpoint: Path, report: Callable[[str], None]) -> None:
        """Train to the end, saving now and then; `report` gets a line every hundred steps.

        What a step draws depends on the seed and its number alone, so a run that was broken off goes on as if it had not.
        """
        started, recent = time.monotonic(), [0.0]
        begun_at = self.step
        while self.step < self.steps:
            group = self._find_group()
            rng = random.Random((self.plan.seed * 7919 + self.step) * 64 + self.rank)
            torch.manual_seed((self.plan.seed * 104_729 + self.step) * 64 + self.rank)
            recent.append(self._take_step(group, rng))
            self.step += 1
            if self.step % 100 == 0:
                pace = (time.monotonic() - started) / (self.step - begun_at)
                loss = sum(recent[-100:]) / len(recent[-100:])
                report(f"step {self.step}/{self.steps} epoch {self._epoch} loss {loss:.3f} {pace:.3f} s/step")
            if self.rank == 0 and (self.step % self.plan.save_every == 0 or self.step == self.steps):
                self.save(checkpoint)

    def _find_group(self) -> list[int]:
        """The indices of the examples of this process's next batch."""
        number = self.step * self.workers + self.rank
        while not self._cuts or number >= self._cuts_begin + len(self._cuts):
            self._epoch += bool(self._cuts)
            self._cuts_begin += len(self._cuts)
            self._cuts = self._cut(self._epoch)
        return self._cuts[number - self._cuts_begin]

    def _take_step(self, group: list[int], rng: random.Random) -> float:
        self.network.train()
        rise = min(1.0, (self.step + 1) / (self.plan.warm * self.steps))
        fall = max(0.01, 1 - self.step / self.steps)
        rates = (self.plan.encoder_rate, self.plan.head_rate)
        for settings, rate in zip(self._optimizer.param_groups, rates, strict=True):
            settings["lr"] = rate * rise * fall
        prepared = [self._preparer.prepare(vary_words(self._examples[index], rng)) for index in group]
        batch = build_batch(prepared, tuple(SCHEMES)).move(self.plan.device)
        self._optimizer.zero_grad(set_to_none=True)
        with torch.autocast(self.plan.device, dtype=torch.bfloat16, enabled=self._halved):
            loss = find_loss(self.network, batch, self._allowed)
        loss.backward()
        share_gradients(self._trained)
        torch.nn.utils.clip_grad_norm_(self._trained, self.plan.clip)
        self._optimizer.step()
        with torch.no_grad():
            torch._foreach_lerp_(self._average, [each.detach() for each in self._trained], 1 - self._find_decay())
        return float(loss.item())

    def _find_decay(self) -> float:
        """The average's decay, shorter at the start so that it forgets the untrained weights."""
        return min(self.plan.decay, (1 + self.step) / (10 + self.step))

    def save(self, checkpoint: Path) -> None:
        """Write all that a restart needs, aside and then in place."""
        aside = checkpoint.with_suffix(".new")
        kept: dict[str, Any] = {
            "step": self.step,
            "network": self.network.state_dict(),
            "optimizer": self._optimizer.state_dict(),
            "average": self._average,
        }
        torch.save(kept, aside)
        aside.replace(checkpoint)

    def restore(self, checkpoint: Path) -> None:
        """Go on from a checkpoint of the same plan and examples."""
        kept = torch.load(checkpoint, weights_only=True, map_location=self.plan.device)
        self.network.load_state_dict(kept["network"])
        self._optimizer.load_state_dict(kept["optimizer"])
        self._average = kept["average"]
        self.step = kept["step"]

    def use_average(self) -> None:
        """Put the averaged weights in place of the last ones."""
        with torch.no_grad():
            for each, averaged in zip(self._trained, self._average, strict=True):
                each.copy_(averaged)


def has_bfloat16(device: str) -> bool:
    """Whether products in bfloat16 are fast there; without such instructions they take forty times as long as in float32."""
    return device != "cpu" or bool(torch.ops.mkldnn._is_mkldnn_bf16_supported())


def shared() -> bool:
    """Whether several processes train together."""
    return distributed.is_available() and distributed.is_initialized()


def share_gradients(trained: Sequence[Tensor]) -> None:
    """Every process's gradients become the mean of all; a part that one process did not touch counts as nothing there."""
    if not shared():
        return
    for each in trained:
        if each.grad is None:
            each.grad = torch.zeros_like(each)
    flat = torch.cat([each.grad.flatten() for each in trained if each.grad is not None])
    distributed.all_reduce(flat)
    flat /= distributed.get_world_size()
    begin = 0
    for each in trained:
        assert each.grad is not None
        each.grad.copy_(flat[begin : begin + each.numel()].view_as(each))
        begin += each.numel()
