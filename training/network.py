"""The network: one small encoder, a head for tags, for the tree, and for each label scheme of names."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor, nn

from training.batches import Batch
from training.encoder import WIDTH, load_encoder

ARC_WIDTH = 256
RELATION_WIDTH = 384  # of each end; the first ADDED meet by sum, the rest by product
ADDED = 256
NAME_WIDTH = 256
DROPOUT = 0.2


@dataclass(frozen=True)
class Labels:
    """The label inventories; `names` maps a scheme to its BIO labels."""

    tags: tuple[str, ...]
    fine: tuple[str, ...]
    relations: tuple[str, ...]
    names: dict[str, tuple[str, ...]]


def build_layer(width: int) -> nn.Sequential:
    """A hidden layer of a head."""
    return nn.Sequential(nn.Linear(WIDTH, width), nn.GELU(), nn.Dropout(DROPOUT))


class Network(nn.Module):
    """Scores for a batch of sentences.

    Shapes: B sentences, S subwords, W words.
    """

    def __init__(self, labels: Labels, base: Path) -> None:
        super().__init__()
        self.encoder = load_encoder(base)
        self.drop = nn.Dropout(DROPOUT)
        self.tags = nn.Linear(WIDTH, len(labels.tags))
        self.fine = nn.Linear(WIDTH, len(labels.fine))
        self.root = nn.Parameter(torch.randn(WIDTH) * 0.02)
        self.arc_head = build_layer(ARC_WIDTH)
        self.arc_dependent = build_layer(ARC_WIDTH)
        self.arc = nn.Parameter(torch.zeros(ARC_WIDTH + 1, ARC_WIDTH))
        self.relation_head = nn.Linear(WIDTH, RELATION_WIDTH)
        self.relation_dependent = nn.Linear(WIDTH, RELATION_WIDTH)
        self.relation = nn.Linear(RELATION_WIDTH, len(labels.relations))
        self.name_layer = build_layer(NAME_WIDTH)
        self.names = nn.ModuleDict({scheme: nn.Linear(NAME_WIDTH, len(found)) for scheme, found in labels.names.items()})

    def encode(self, batch: Batch) -> Tensor:
        """(B, W, WIDTH) of the words of a batch, each sentence in a row of its own."""
        positions = torch.arange(batch.subwords.shape[1], device=batch.subwords.device)
        hidden = self.encoder.embed(self.encoder.embeddings(batch.subwords), batch.shapes, positions)
        hidden = self.encoder.read_subwords(hidden, find_apart(batch.mask))
        ends = [torch.gather(hidden, 1, each[..., None].expand(-1, -1, WIDTH)) for each in (batch.first, batch.last)]
        return self.encoder.read_words((ends[0] + ends[1]) / 2, find_apart(batch.words))

    def add_root(self, words: Tensor) -> Tensor:
        """(B, W, WIDTH) -> (B, 1 + W, WIDTH): the place that a root's head points to comes first."""
        return torch.cat([self.root.expand(words.shape[0], 1, -1), words], 1)

    def score_arcs(self, words: Tensor, rooted: Tensor) -> Tensor:
        """(B, W, 1 + W): how well each place is the head of each word."""
        dependent = self.arc_dependent(words)
        projected = dependent @ self.arc[:-1].T + self.arc[-1]
        return projected @ self.arc_head(rooted).transpose(1, 2)

    def score_names(self, words: Tensor, scheme: str) -> Tensor:
        """(..., WIDTH) -> (..., labels of the scheme). The schemes share a layer: small sets gain by what large ones teach."""
        scores: Tensor = self.names[scheme](self.name_layer(words))
        return scores

    def score_relations(self, dependents: Tensor, heads: Tensor) -> Tensor:
        """(..., RELATION_WIDTH) of both ends -> (..., relations)."""
        summed = torch.relu(dependents[..., :ADDED] + heads[..., :ADDED])
        multiplied = dependents[..., ADDED:] * heads[..., ADDED:]
        return self.relation(self.drop(torch.cat([summed, multiplied], -1)))


def find_apart(mask: Tensor) -> Tensor:
    """(B, S) of 1 and 0 -> (B, 1, 1, S): what to add to attention scores so that padding is not seen."""
    return (1.0 - mask[:, None, None, :].float()) * -1e4
