"""What ships of the network as graphs: the encoder, and every head as a file of its own on what the encoder says of words."""

from __future__ import annotations

from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn
from torch.nn import functional

from training.encoder import WIDTH, Encoder
from training.network import RELATION_WIDTH, Network, find_apart

OPSET = 17
Axes = dict[str, dict[int, str]]


class EncoderGraph(nn.Module):
    """Words of several sentences at once.

    Rows hold several sentences each, side by side, so that little is padding: a subword sees its own sentence only, and so
    does a word. R rows of S embedded subwords, with their words' shapes, their positions and the numbers of their sentences
    (0: padding); (Q, V) rows of words: `first` and `last` the places of a word's subwords among all R x S, `owners` its
    sentence's number (0: padding); `places` (B, W): for B sentences the place of each word among all Q x V, -1 where a
    sentence has no more words.
    """

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.encoder = network.encoder

    def forward(  # noqa: PLR0917 - a graph's inputs have places, not names
        self, embedded: Tensor, shapes: Tensor, positions: Tensor, sentences: Tensor,
        first: Tensor, last: Tensor, owners: Tensor, places: Tensor,
    ) -> Tensor:  # fmt: skip
        """(B, W, WIDTH) of each word of each sentence."""
        hidden = self.encoder.embed(embedded, shapes, positions)
        hidden = self.encoder.read_subwords(hidden, set_apart(sentences)).reshape(-1, WIDTH)
        packed = self.encoder.read_words((hidden[first] + hidden[last]) / 2, set_apart(owners)).reshape(-1, WIDTH)
        return packed[places.clamp(min=0)]


class TreeGraph(nn.Module):
    """Best labels, best heads, and the scores that settling a tree may need."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, words: Tensor, there: Tensor) -> tuple[Tensor, ...]:
        """(B, W, WIDTH) and (B, W) of 1 and 0 -> tags, fine tags, best heads, arcs, and both ends of relations."""
        net = self.network
        rooted = net.add_root(words)
        places = torch.cat([torch.ones_like(there[:, :1]), there], 1)
        arcs = net.score_arcs(words, rooted) + (places[:, None, :] - 1) * 1e4
        return (
            net.tags(words).argmax(-1).int(),
            net.fine(words).argmax(-1).int(),
            arcs.argmax(-1).int(),
            arcs,
            net.relation_dependent(words),
            net.relation_head(rooted),
        )


class RelationsGraph(nn.Module):
    """The relation of pairs whose head is settled."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, dependents: Tensor, heads: Tensor) -> Tensor:
        """(N, width) of both ends -> (N,) relation numbers."""
        return self.network.score_relations(dependents, heads).argmax(-1).int()


class VectorsGraph(nn.Module):
    """The base model as it came: the mean of a text's subwords, of length 1."""

    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        self.encoder = encoder

    def forward(self, embedded: Tensor, there: Tensor) -> Tensor:
        """(R, S, WIDTH) and (R, S) of 1 and 0 -> (R, WIDTH)."""
        hidden = self.encoder.norm(embedded + self.encoder.positions.weight[: embedded.shape[1]])
        for layer in self.encoder.layers:
            hidden = layer(hidden, find_apart(there))
        return functional.normalize((hidden * there[..., None]).sum(1), dim=-1)


def set_apart(sentences: Tensor) -> Tensor:
    """(R, S) numbers of sentences -> (R, 1, S, S): what to add to attention scores so that each sees its own only."""
    return (sentences[:, None, :, None] != sentences[:, None, None, :]).float() * -1e4


def write_encoder(network: Network, path: Path) -> None:
    """The graph of `EncoderGraph` in int8."""
    given = {
        "embedded": torch.randn(2, 12, WIDTH),
        "shapes": torch.ones(2, 12, dtype=torch.long),
        "positions": torch.arange(12).repeat(2, 1),
        "sentences": torch.tensor([[1] * 6 + [2] * 6, [3] * 10 + [0] * 2]),
        "first": torch.tensor([[1, 2, 3, 7, 8, 9, 10], [13, 14, 15, 16, 0, 0, 0]]),
        "last": torch.tensor([[1, 2, 3, 7, 8, 9, 10], [13, 14, 15, 16, 0, 0, 0]]),
        "owners": torch.tensor([[1, 1, 1, 2, 2, 2, 2], [3, 3, 3, 3, 0, 0, 0]]),
        "places": torch.tensor([[0, 1, 2, -1], [3, 4, 5, 6], [7, 8, 9, 10]]),
    }
    axes: Axes = {name: {0: "rows", 1: "subwords"} for name in ("embedded", "shapes", "positions", "sentences")}
    axes |= {name: {0: "word_rows", 1: "packed"} for name in ("first", "last", "owners")}
    axes |= {name: {0: "sentences", 1: "words"} for name in ("places", "found")}
    write_graph(EncoderGraph(network), given, axes, path)


def write_tree(network: Network, path: Path) -> None:
    """The graph of `TreeGraph` in int8."""
    found = ("tags", "fine", "best_heads", "arcs", "dependents", "heads")
    axes: Axes = {name: {0: "sentences", 1: "words_"} for name in ("words", "there", *found)}
    axes["arcs"] = {0: "sentences", 1: "words_", 2: "heads_"}
    axes["heads"] = {0: "sentences", 1: "heads_"}
    write_graph(TreeGraph(network), {"words": torch.randn(3, 4, WIDTH), "there": torch.ones(3, 4)}, axes, path)


def write_relations(network: Network, path: Path) -> None:
    """The graph of `RelationsGraph`, small enough to stay in full precision."""
    given = {"dependents": torch.zeros(3, RELATION_WIDTH), "heads": torch.zeros(3, RELATION_WIDTH)}
    axes: Axes = {name: {0: "pairs"} for name in (*given, "relations")}
    export_graph(RelationsGraph(network), given, axes, path)


def write_vectors(encoder: Encoder, path: Path) -> None:
    """The graph of `VectorsGraph` in int8."""
    given = {"embedded": torch.randn(2, 12, WIDTH), "there": torch.ones(2, 12)}
    axes: Axes = {name: {0: "texts", 1: "subwords"} for name in given} | {"vectors": {0: "texts"}}
    write_graph(VectorsGraph(encoder), given, axes, path)


def write_graph(module: nn.Module, given: dict[str, Tensor], axes: Axes, path: Path) -> None:
    """A graph with its weights in 8 bits, a scale for each output unit.

    Only 7 of the 8 bits are used: processors without VNNI add products of full range in 16 bits, which overflow, and three
    words in a hundred hung elsewhere there (`evaluation.processors`). With 7 bits types read alike, at .001 LAS.
    """
    whole = path.with_suffix(".whole")
    export_graph(module, given, axes, whole)
    quantize_dynamic(whole, path, weight_type=QuantType.QInt8, per_channel=True, reduce_range=True)
    whole.unlink()


def export_graph(module: nn.Module, given: dict[str, Tensor], axes: Axes, path: Path) -> None:
    """A graph in full precision. axes: names of inputs and outputs -> which of their dimensions vary, outputs in order."""
    torch.onnx.export(
        module.eval(),
        tuple(given.values()),
        str(path),
        input_names=tuple(given),
        output_names=tuple(name for name in axes if name not in given),
        dynamic_axes=axes,
        opset_version=OPSET,
        dynamo=False,
    )
