"""The network of the head for words that tell of events, and its training.

What the encoder and the embeddings say is turned to its chief directions (the same for all seeds); a small hidden layer for
each of several seeds follows, and their scores are averaged: one network with a wide hidden layer, which ships.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from copydesk.language.embeddings import Array
from copydesk.language.triggers import BARE, LABELS, SIGNS, STATES
from training.encoder import WIDTH

CHIEF = 128  # directions kept of either
HIDDEN = 64
SEEDS = 3
DROPPED_INPUTS, DROPPED = 0.3, 0.4
SMOOTHING = 0.05  # pull of the categories of events towards all alike
EPOCHS, BATCH, RATE, DECAY = 10, 256, 3e-3, 0.05
SWEPT = (0.2, 0.3, 0.4, 0.5, 0.6, 0.7)
IMPOSSIBLE = -1e4


@dataclass(frozen=True, slots=True)
class Examples:
    """Words as numbers. allowed: (N, labels) 1 where one may hold; folds: of each word's passage, -1: an example of a row."""

    states: Array
    bare: Array
    signs: Array
    allowed: Array
    folds: Array
    weights: Array

    def pick(self, rows: Array) -> Examples:
        """Some of them."""
        return Examples(*(getattr(self, name)[rows] for name in self.__slots__))


class Trained(nn.Module):
    """Chief directions, and one hidden layer of one seed or of several side by side."""

    def __init__(self, hidden: int) -> None:
        super().__init__()
        self.states = nn.Linear(WIDTH, CHIEF)
        self.bare = nn.Linear(WIDTH, CHIEF)
        self.drop_inputs, self.drop = nn.Dropout(DROPPED_INPUTS), nn.Dropout(DROPPED)
        self.hidden = nn.Linear((STATES + BARE) * CHIEF + SIGNS, hidden)
        self.output = nn.Linear(hidden, len(LABELS))

    def turn(self, states: Tensor, bare: Tensor, signs: Tensor) -> Tensor:
        """(N, STATES, WIDTH), (N, BARE, WIDTH), (N, SIGNS) -> (N, inputs of the hidden layer)."""
        return torch.cat([self.states(states).flatten(1), self.bare(bare).flatten(1), signs], 1)

    def forward(self, turned: Tensor) -> Tensor:
        """Scores of all labels."""
        scores: Tensor = self.output(self.drop(functional.relu(self.hidden(self.drop_inputs(turned)))))
        return scores


class TriggerGraph(nn.Module):
    """What ships: how likely each label is."""

    def __init__(self, trained: Trained) -> None:
        super().__init__()
        self.trained = trained

    def forward(self, states: Tensor, bare: Tensor, signs: Tensor) -> Tensor:
        """As `Trained.turn` takes them -> (N, labels), 0-1."""
        return functional.softmax(self.trained(self.trained.turn(states, bare, signs)), -1)


def build_sample() -> dict[str, Tensor]:
    """Inputs of the right shapes."""
    return {"states": torch.randn(3, STATES, WIDTH), "bare": torch.randn(3, BARE, WIDTH), "signs": torch.zeros(3, SIGNS)}


def learn(examples: Examples, *, seed: int) -> Trained:
    """The average of several seeds."""
    torch.set_num_threads(1)
    whole = Trained(HIDDEN * SEEDS)
    find_directions(whole.states, examples.states[:, 0])
    find_directions(whole.bare, examples.bare[:, 0])
    with torch.no_grad():
        given = [torch.from_numpy(each) for each in (examples.states, examples.bare, examples.signs)]
        turned = whole.turn(*given)
    parts = [fit(turned, examples, seed * SEEDS + number) for number in range(SEEDS)]
    with torch.no_grad():
        whole.hidden.weight.copy_(torch.cat([part.hidden.weight for part in parts]))
        whole.hidden.bias.copy_(torch.cat([part.hidden.bias for part in parts]))
        whole.output.weight.copy_(torch.cat([part.output.weight for part in parts], 1) / SEEDS)
        whole.output.bias.copy_(torch.stack([part.output.bias for part in parts]).mean(0))
    return whole.eval()


def find_directions(layer: nn.Linear, rows: Array) -> None:
    """Set a layer to the chief directions of some vectors, their mean at nothing and their spread about 1."""
    mean = rows.mean(0, dtype=np.float64)
    _, vectors = np.linalg.eigh(np.cov(rows - mean, rowvar=False))
    directions = vectors[:, ::-1][:, :CHIEF]
    directions = directions * np.sign(directions[np.abs(directions).argmax(0), np.arange(CHIEF)])
    directions = directions / ((rows - mean) @ directions).std(0).mean()
    with torch.no_grad():
        layer.weight.copy_(torch.from_numpy(directions.T.copy()))
        layer.bias.copy_(torch.from_numpy(-mean @ directions))


def fit(turned: Tensor, examples: Examples, seed: int) -> Trained:
    """One seed. Of a row's example, which is an event for sure, only the category is learned."""
    torch.manual_seed(seed)
    net = Trained(HIDDEN).train()
    allowed, weights = torch.from_numpy(examples.allowed), torch.from_numpy(examples.weights)
    barred = torch.zeros(len(turned), len(LABELS))
    barred[torch.from_numpy(examples.folds) < 0, 0] = IMPOSSIBLE
    optimizer = torch.optim.AdamW([*net.hidden.parameters(), *net.output.parameters()], lr=RATE, weight_decay=DECAY)
    steps = EPOCHS * -(-len(turned) // BATCH)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, RATE, total_steps=steps, pct_start=0.1)
    for _ in range(EPOCHS):
        for batch in torch.randperm(len(turned)).split(BATCH):
            losses = find_losses(net(turned[batch]), allowed[batch], barred[batch])
            loss = (losses * weights[batch]).sum() / weights[batch].sum()
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            schedule.step()
    return net.eval()


def find_losses(scores: Tensor, allowed: Tensor, barred: Tensor) -> Tensor:
    """(N,): how unlikely the allowed labels are, and for events how far from all alike the categories."""
    likely = functional.log_softmax(scores + barred, -1).masked_fill(allowed == 0, IMPOSSIBLE)
    alike = functional.log_softmax(scores[:, 1:], -1).mean(-1)
    return -torch.logsumexp(likely, -1) - SMOOTHING * (1 - allowed[:, 0]) * alike


def measure_folds(examples: Examples, folds: int, *, seed: int) -> Iterator[str]:
    """Lines of a table: at each threshold the words found, the share that are events, that are of the category, and recall."""
    found, allowed = [], []
    for fold in range(folds):
        trained = learn(examples.pick(examples.folds != fold), seed=seed)
        left = examples.pick(examples.folds == fold)
        with torch.no_grad():
            given = [torch.from_numpy(each) for each in (left.states, left.bare, left.signs)]
            found.append(TriggerGraph(trained)(*given).numpy())
        allowed.append(left.allowed)
    likely, marked = np.concatenate(found), np.concatenate(allowed)
    best = likely[:, 1:].argmax(1) + 1
    probability, right = (table[np.arange(len(best)), best] for table in (likely, marked))
    events = marked[:, 0] == 0
    yield f"{events.sum()} events among {len(events)} words"
    yield "threshold  found  events  category  recall  recall with category"
    for threshold in SWEPT:
        over = probability >= threshold
        told, named = events[over].sum(), right[over].sum()
        shares = [told / max(over.sum(), 1), named / max(over.sum(), 1), told / events.sum(), named / events.sum()]
        yield f"{threshold:9.2f}  {over.sum():5}  " + "  ".join(f"{share:.3f}" for share in shares)
