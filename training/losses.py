"""What the network is asked to get right."""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor
from torch.nn import functional

from training.batches import NOTHING, Batch
from training.network import Network
from training.schemes import SCHEMES, spread_allowed

TAG_WEIGHT = 0.5  # of each tag loss; arcs, relations and names weigh 1


def build_allowed(allowed: Sequence[str]) -> Tensor:
    """(sets, house labels): 0 where a label is in the written set, a large negative number elsewhere."""
    index = {label: number for number, label in enumerate(SCHEMES["house"])}
    table = torch.full((len(allowed), len(index)), -1e4)
    for row, written in enumerate(allowed):
        for label in spread_allowed(written):
            table[row, index[label]] = 0.0
    return table


def cross_entropy(scores: Tensor, gold: Tensor) -> Tensor:
    """Mean over the words that have a label."""
    return functional.cross_entropy(scores.float().flatten(0, -2), gold.flatten(), ignore_index=NOTHING)


def find_loss(network: Network, batch: Batch, allowed: Tensor) -> Tensor:
    """The sum of the losses of all layers that this batch carries."""
    words = network.drop(network.encode(batch))
    losses = [find_names_loss(network, words, batch, allowed)]
    if (batch.heads != NOTHING).any():
        losses.append(TAG_WEIGHT * cross_entropy(network.tags(words), batch.tags))
        losses.append(TAG_WEIGHT * cross_entropy(network.fine(words), batch.fine))
        losses.append(find_tree_loss(network, words, batch))
    return torch.stack(losses).sum()


def find_tree_loss(network: Network, words: Tensor, batch: Batch) -> Tensor:
    """Each word's head among all places of the sentence, and its relation given the true head."""
    rooted = network.add_root(words)
    places = torch.cat([torch.ones_like(batch.words[:, :1]), batch.words], 1)
    arcs = network.score_arcs(words, rooted).float().masked_fill((places == 0)[:, None, :], -1e4)
    index = batch.heads.clamp(min=0)[..., None]
    heads = network.relation_head(rooted)
    chosen = torch.gather(heads, 1, index.expand(-1, -1, heads.shape[-1]))
    relations = network.score_relations(network.relation_dependent(words), chosen)
    return cross_entropy(arcs, batch.heads) + cross_entropy(relations, batch.relations)


def find_names_loss(network: Network, words: Tensor, batch: Batch, allowed: Tensor) -> Tensor:
    """Each scheme by its own head; for our own scheme the likelihood of the set of labels that is allowed."""
    losses = [torch.zeros((), device=words.device)]
    for scheme, gold in batch.names.items():
        known = gold != NOTHING
        if not known.any():
            continue
        scores = network.score_names(words[known], scheme).float()
        if scheme == "house":
            log_likely = functional.log_softmax(scores, -1) + allowed[gold[known]]
            losses.append(-torch.logsumexp(log_likely, -1).mean())
        else:
            losses.append(functional.cross_entropy(scores, gold[known]))
    return torch.stack(losses).sum()
