"""Examples as tensors, and the order in which a training run sees them."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from copydesk.language.shapes import find_shape
from copydesk.language.subwords import Subwords
from training.examples import Example

NOTHING = -100  # the label that a loss leaves out


@dataclass(frozen=True)
class Prepared:
    """One example as numbers; `names`: scheme -> a label number a word, for "house" the number of an allowed set."""

    subwords: list[int]
    shapes: list[int]
    first: list[int]
    last: list[int]
    tags: list[int]
    fine: list[int]
    heads: list[int]
    relations: list[int]
    names: dict[str, list[int]]


@dataclass(frozen=True)
class Batch:
    """Padded tensors of several examples: (B, S) subwords, shapes, mask; (B, W) the rest."""

    subwords: Tensor
    shapes: Tensor
    mask: Tensor
    first: Tensor
    last: Tensor
    words: Tensor
    tags: Tensor
    fine: Tensor
    heads: Tensor
    relations: Tensor
    names: dict[str, Tensor]

    def move(self, device: str) -> Batch:
        """The same batch on another device."""
        moved = {name: value.to(device) for name, value in vars(self).items() if name != "names"}
        return Batch(**moved, names={scheme: value.to(device) for scheme, value in self.names.items()})


def cut_words(words: Sequence[str], subwords: Subwords) -> tuple[list[int], list[int], list[int], list[int]]:
    """Subword numbers, the shape of each subword's word, and the first and last subword of each word."""
    numbers, shapes, first, last = [subwords.open], [0], [], []
    for word in words:
        pieces = subwords.cut(word)
        first.append(len(numbers))
        numbers.extend(pieces)
        last.append(len(numbers) - 1)
        shapes.extend([find_shape(word)] * len(pieces))
    return [*numbers, subwords.close], [*shapes, 0], first, last


def pad(rows: Sequence[Sequence[int]], filler: int = 0) -> Tensor:
    """Rows of unequal length as one tensor."""
    longest = max(len(row) for row in rows)
    return torch.tensor([[*row, *[filler] * (longest - len(row))] for row in rows])


def build_batch(prepared: Sequence[Prepared], schemes: Sequence[str]) -> Batch:
    """One batch; schemes that no example carries are left out of it."""
    subwords = pad([each.subwords for each in prepared], -1)
    mask = (subwords >= 0).long()
    words = [[1] * len(each.first) for each in prepared]

    def layer(name: str) -> Tensor:
        return pad([getattr(each, name) or [NOTHING] * len(each.first) for each in prepared], NOTHING)

    names = {
        scheme: pad([each.names.get(scheme) or [NOTHING] * len(each.first) for each in prepared], NOTHING)
        for scheme in schemes
        if any(scheme in each.names for each in prepared)
    }
    return Batch(
        subwords=subwords.clamp(min=0),
        shapes=pad([each.shapes for each in prepared]),
        mask=mask,
        first=pad([each.first for each in prepared]),
        last=pad([each.last for each in prepared]),
        words=pad(words),
        tags=layer("tags"),
        fine=layer("fine"),
        heads=layer("heads"),
        relations=layer("relations"),
        names=names,
    )


def cut_batches(lengths: Sequence[int], *, budget: int, rng: random.Random) -> list[list[int]]:
    """Indices grouped by like length, at most `budget` padded subwords a group, groups in random order."""
    order = sorted(range(len(lengths)), key=lambda index: lengths[index] + rng.random() * 3)
    groups: list[list[int]] = [[]]
    for index in order:
        if groups[-1] and (len(groups[-1]) + 1) * lengths[index] > budget:
            groups.append([])
        groups[-1].append(index)
    rng.shuffle(groups)
    return groups


def vary_words(example: Example, rng: random.Random) -> Example:
    """Now and then the sentence as others write it: small letters, capitals, headline capitals, no full stop.

    Shares were set by hand: 3 % each for the three, 4 % without the final full stop.
    """
    draw = rng.random()
    if draw < 0.09:
        return Example(**{**vars(example), "words": WRITINGS[int(draw / 0.03)](example.words)})
    return drop_full_stop(example) if draw < 0.13 else example


def vary_writing(words: Sequence[str], rng: random.Random) -> list[str]:
    """The words in small letters, capitals or a headline's capitals."""
    return rng.choice(WRITINGS)(words)


WRITINGS: tuple[Callable[[Sequence[str]], list[str]], ...] = (
    lambda words: [word.lower() for word in words],
    lambda words: [word.upper() for word in words],
    lambda words: [word[:1].upper() + word[1:] for word in words],
)


def drop_full_stop(example: Example) -> Example:
    """The sentence without a final full stop, where nothing hangs on it."""
    last = len(example.words)
    if last < 3 or example.words[-1] != "." or last in example.heads:
        return example
    cut = {name: value[:-1] for name, value in vars(example).items() if isinstance(value, list)}
    names = {scheme: labels[:-1] for scheme, labels in example.names.items()}
    return Example(**{**vars(example), **cut, "names": names})
