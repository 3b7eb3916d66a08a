"""The encoder: the base model's layers, the lower ones over subwords, the upper ones over whole words.

A word has 1.2 subwords and a sentence two marks more, so layers that see words only are a fifth cheaper. The reader keeps the
base model's first four layers (docs/steps/language.md says what other cuts were worth); the vectors keep all six.
"""

from __future__ import annotations

from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from copydesk.language.shapes import SHAPES

WIDTH = 384  # of MiniLM-L6
HEADS = 12
SCALE = (WIDTH // HEADS) ** -0.5
MIDDLE = 1536  # width of a layer's middle
BASE_LAYERS = 6
LAYERS = 4  # that the reader keeps
LOWER = 2  # layers over subwords; the rest see words
POSITIONS = 512
VOCABULARY = 30_522
EPSILON = 1e-12
DROPOUT = 0.1


class Layer(nn.Module):
    """Attention, then a feed-forward middle, each added to what came in."""

    def __init__(self) -> None:
        super().__init__()
        self.projected = nn.Linear(WIDTH, 3 * WIDTH)
        self.attended = nn.Linear(WIDTH, WIDTH)
        self.first_norm = nn.LayerNorm(WIDTH, EPSILON)
        self.middle = nn.Linear(WIDTH, MIDDLE)
        self.back = nn.Linear(MIDDLE, WIDTH)
        self.second_norm = nn.LayerNorm(WIDTH, EPSILON)
        self.drop = nn.Dropout(DROPOUT)

    def forward(self, hidden: Tensor, apart: Tensor) -> Tensor:
        """(R, S, WIDTH) and (R, 1, S, S) to add to the attention scores -> (R, S, WIDTH)."""
        rows, length, _ = hidden.shape
        queries, keys, values = (
            part.reshape(rows, length, HEADS, WIDTH // HEADS).transpose(1, 2)
            for part in self.projected(hidden).split(WIDTH, -1)
        )
        scores = (queries * SCALE) @ keys.transpose(-1, -2) + apart.to(queries.dtype)
        seen = self.drop(torch.softmax(scores, -1)) @ values
        joined = seen.transpose(1, 2).reshape(rows, length, WIDTH)
        hidden = self.first_norm(hidden + self.drop(self.attended(joined)))
        return self.second_norm(hidden + self.drop(self.back(functional.gelu(self.middle(hidden)))))


class Encoder(nn.Module):
    """Subwords to words. The word embeddings stay as they came (shared with the vectors)."""

    def __init__(self, layers: int) -> None:
        super().__init__()
        self.embeddings = nn.Embedding(VOCABULARY, WIDTH)
        self.embeddings.weight.requires_grad = False
        self.positions = nn.Embedding(POSITIONS, WIDTH)
        self.shapes = nn.Embedding(len(SHAPES), WIDTH)
        nn.init.zeros_(self.shapes.weight)
        self.norm = nn.LayerNorm(WIDTH, EPSILON)
        self.drop = nn.Dropout(DROPOUT)
        self.layers = nn.ModuleList(Layer() for _ in range(layers))

    def embed(self, embedded: Tensor, shapes: Tensor, positions: Tensor) -> Tensor:
        """(R, S, WIDTH) of the subwords, (R, S) their words' shapes and their places in the sentence -> (R, S, WIDTH)."""
        return self.drop(self.norm(embedded + self.shapes(shapes) + self.positions(positions)))

    def read_subwords(self, hidden: Tensor, apart: Tensor) -> Tensor:
        """The lower layers."""
        for layer in self.layers[:LOWER]:
            hidden = layer(hidden, apart)
        return hidden

    def read_words(self, words: Tensor, apart: Tensor) -> Tensor:
        """The upper layers."""
        for layer in self.layers[LOWER:]:
            words = layer(words, apart)
        return words


def load_encoder(base: Path, layers: int = LAYERS) -> Encoder:
    """The encoder with the weights of the base model's first layers; the embedding of token types joins the positions'."""
    found = load_file(base / "model.safetensors")
    encoder = Encoder(layers)
    kept = encoder.state_dict()
    kept["embeddings.weight"] = found["embeddings.word_embeddings.weight"]
    kept["positions.weight"] = (
        found["embeddings.position_embeddings.weight"] + found["embeddings.token_type_embeddings.weight"][0]
    )
    copy_linear(kept, "norm", found, ["embeddings.LayerNorm"])
    for number in range(layers):
        old, new = f"encoder.layer.{number}.", f"layers.{number}."
        attention = [f"{old}attention.self.{part}" for part in ("query", "key", "value")]
        copy_linear(kept, f"{new}projected", found, attention)
        copy_linear(kept, f"{new}attended", found, [f"{old}attention.output.dense"])
        copy_linear(kept, f"{new}first_norm", found, [f"{old}attention.output.LayerNorm"])
        copy_linear(kept, f"{new}middle", found, [f"{old}intermediate.dense"])
        copy_linear(kept, f"{new}back", found, [f"{old}output.dense"])
        copy_linear(kept, f"{new}second_norm", found, [f"{old}output.LayerNorm"])
    encoder.load_state_dict(kept)
    return encoder


def copy_linear(kept: dict[str, Tensor], name: str, found: dict[str, Tensor], parts: list[str]) -> None:
    """Weight and bias of one of our parts from one or several of the base model's, one under the other."""
    for kind in ("weight", "bias"):
        kept[f"{name}.{kind}"] = torch.cat([found[f"{part}.{kind}"] for part in parts])
