"""The network of heads on the finished encoder, and its training.

A head sees what the encoder says of a word and of its two neighbours, and what the tables know of the three
(`copydesk.lexicon.namebook`). Heads that are trained together share the hidden layer: small sets gain by what large ones teach.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional

from copydesk.language.embeddings import Array
from copydesk.lexicon.namebook import FEATURES
from training.encoder import WIDTH

HIDDEN = 256
DROPOUT = 0.3
EPOCHS = 10
WORDS = 2048  # padded words of a batch
RATE = 1e-3
# Shares of words, and of whole sentences, in whose training the tables keep silent: names that no table knows are many.
SILENT_WORDS, SILENT_SENTENCES = 0.25, 0.1


@dataclass(frozen=True, slots=True)
class Sentence:
    """One example. encoded: (words, WIDTH); known: numbers of FEATURES by word; sets: head -> each word's set, or -1."""

    encoded: Array
    known: list[tuple[int, ...]]
    sets: dict[str, list[int]]


class Heads(nn.Module):
    """A hidden layer over three words, and an output for each head. labels: head -> how many."""

    def __init__(self, labels: dict[str, int]) -> None:
        super().__init__()
        self.word = nn.Linear(3 * WIDTH, HIDDEN)
        self.known = nn.Linear(3 * len(FEATURES), HIDDEN, bias=False)
        self.drop = nn.Dropout(DROPOUT)
        self.outputs = nn.ModuleDict({head: nn.Linear(HIDDEN, count) for head, count in labels.items()})

    def find_hidden(self, words: Tensor, known: Tensor) -> Tensor:
        """(B, W, WIDTH) and (B, W, FEATURES) -> (B, W, HIDDEN)."""
        return self.drop(functional.gelu(self.word(join_neighbours(words)) + self.known(join_neighbours(known))))

    def build_sample(self) -> dict[str, Tensor]:
        """Inputs of the right shapes."""
        return {"words": torch.randn(3, 4, WIDTH), "known": torch.zeros(3, 4, len(FEATURES))}


class HeadGraph(nn.Module):
    """The scores of one head."""

    def __init__(self, heads: Heads, head: str) -> None:
        super().__init__()
        self.heads, self.head = heads, head

    def forward(self, words: Tensor, known: Tensor) -> Tensor:
        """(B, W, WIDTH), (B, W, FEATURES) -> (B, W, labels)."""
        scores: Tensor = self.heads.outputs[self.head](self.heads.find_hidden(words, known))
        return scores


def join_neighbours(words: Tensor) -> Tensor:
    """(B, W, N) -> (B, W, 3 N): each word with the one before and the one after, nothing beyond the ends."""
    nothing = torch.zeros_like(words[:, :1])
    return torch.cat([words, torch.cat([nothing, words[:, :-1]], 1), torch.cat([words[:, 1:], nothing], 1)], -1)


def train_heads(heads: Heads, sentences: Sequence[Sentence], allowed: dict[str, Array], *, seed: int) -> None:
    """Train in place, by the likelihood of the labels that each word's set allows."""
    tables = {head: torch.from_numpy(table) for head, table in allowed.items()}
    groups = cut_groups([len(each.known) for each in sentences])
    optimizer = torch.optim.AdamW(heads.parameters(), lr=RATE, weight_decay=0.01)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, RATE, total_steps=EPOCHS * len(groups), pct_start=0.1)
    rng = random.Random(seed)
    heads.train()
    for _ in range(EPOCHS):
        rng.shuffle(groups)
        for group in groups:
            loss = find_loss(heads, [sentences[index] for index in group], tables)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            schedule.step()
    heads.eval()


def cut_groups(lengths: Sequence[int]) -> list[list[int]]:
    """Indices grouped by length, at most WORDS padded words a group."""
    groups: list[list[int]] = [[]]
    for index in sorted(range(len(lengths)), key=lambda index: lengths[index]):
        if groups[-1] and (len(groups[-1]) + 1) * lengths[index] > WORDS:
            groups.append([])
        groups[-1].append(index)
    return groups


def find_loss(heads: Heads, batch: Sequence[Sentence], tables: dict[str, Tensor]) -> Tensor:
    """The sum over heads of the mean over the words they have labels for."""
    hidden = heads.find_hidden(*build_inputs(batch))
    losses = [torch.zeros(())]
    for head, table in tables.items():
        sets = pad_sets(batch, head, hidden.shape[1])
        there = sets >= 0
        if there.any():
            likely = functional.log_softmax(heads.outputs[head](hidden[there]), -1) + table[sets[there]]
            losses.append(-torch.logsumexp(likely, -1).mean())
    return torch.stack(losses).sum()


def build_inputs(batch: Sequence[Sentence]) -> tuple[Tensor, Tensor]:
    """Padded words, and what is known of them, now and then nothing."""
    longest = max(len(each.known) for each in batch)
    words = torch.zeros(len(batch), longest, WIDTH)
    known = torch.zeros(len(batch), longest, len(FEATURES))
    for row, each in enumerate(batch):
        words[row, : len(each.known)] = torch.from_numpy(each.encoded).float()
        for place, numbers in enumerate(each.known):
            known[row, place, list(numbers)] = 1.0
    speaks = (torch.rand(len(batch), longest, 1) > SILENT_WORDS) & (torch.rand(len(batch), 1, 1) > SILENT_SENTENCES)
    return words, known * speaks


def pad_sets(batch: Sequence[Sentence], head: str, longest: int) -> Tensor:
    """(B, W) of set numbers, -1 where there is none."""
    return torch.tensor(list(_list_sets(batch, head, longest)))


def _list_sets(batch: Sequence[Sentence], head: str, longest: int) -> Iterator[list[int]]:
    for each in batch:
        sets = each.sets.get(head, [])
        yield [*sets, *[-1] * (longest - len(sets))]
