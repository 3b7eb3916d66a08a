"""The network: one small encoder, a head for tags, for the tree, and for each label scheme of names."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor, nn
from transformers import BertModel

from copydesk.language.shapes import SHAPES

WIDTH = 384  # of the encoder, MiniLM-L6
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

    Shapes: B sentences, S subwords, W words. The encoder's word embeddings stay as they came (shared with other uses);
    the case of a word enters by an embedding of its shape, which starts at nothing.
    """

    def __init__(self, labels: Labels, base: Path) -> None:
        super().__init__()
        self.encoder = BertModel.from_pretrained(str(base), add_pooling_layer=False)
        self.encoder.embeddings.word_embeddings.weight.requires_grad = False
        self.shapes = nn.Embedding(len(SHAPES), WIDTH)
        nn.init.zeros_(self.shapes.weight)
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
        self.names = nn.ModuleDict(
            {
                scheme: nn.Sequential(build_layer(NAME_WIDTH), nn.Linear(NAME_WIDTH, len(found)))
                for scheme, found in labels.names.items()
            }
        )

    def encode(self, subwords: Tensor, shapes: Tensor, mask: Tensor, first: Tensor) -> Tensor:
        """(B, S) subwords, their words' shapes and mask, (B, W) first subword of each word -> (B, W, WIDTH)."""
        embedded = self.encoder.embeddings.word_embeddings(subwords) + self.shapes(shapes)
        hidden = self.encoder(inputs_embeds=embedded, attention_mask=mask).last_hidden_state
        return torch.gather(hidden, 1, first[..., None].expand(-1, -1, WIDTH))

    def add_root(self, words: Tensor) -> Tensor:
        """(B, W, WIDTH) -> (B, 1 + W, WIDTH): the place that a root's head points to comes first."""
        return torch.cat([self.root.expand(words.shape[0], 1, -1), words], 1)

    def score_arcs(self, words: Tensor, rooted: Tensor) -> Tensor:
        """(B, W, 1 + W): how well each place is the head of each word."""
        dependent = self.arc_dependent(words)
        projected = dependent @ self.arc[:-1].T + self.arc[-1]
        return projected @ self.arc_head(rooted).transpose(1, 2)

    def score_relations(self, dependents: Tensor, heads: Tensor) -> Tensor:
        """(..., RELATION_WIDTH) of both ends -> (..., relations)."""
        summed = torch.relu(dependents[..., :ADDED] + heads[..., :ADDED])
        multiplied = dependents[..., ADDED:] * heads[..., ADDED:]
        return self.relation(self.drop(torch.cat([summed, multiplied], -1)))
