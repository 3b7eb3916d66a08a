"""From trained weights to the files that ship: two ONNX graphs, vocabulary, lemmas, labels and their hashes."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn
from torch.nn import functional

from copydesk.language.embeddings import Array
from copydesk.language.weights import FORMAT, MANIFEST, READER_FILES, VECTOR_FILES
from training.boundaries import write_judge
from training.encoder import BASE_LAYERS, WIDTH, Encoder, load_encoder
from training.lemmas import write_lemmas
from training.network import RELATION_WIDTH, Labels, Network, find_apart
from training.schemes import SCHEMES

OPSET = 17


@dataclass(frozen=True)
class Tables:
    """What is learned beside the network: lemmas by (form, fine tag), weights of the judge of sentence ends."""

    lemmas: dict[tuple[str, str], str]
    boundaries: dict[str, int]


class Graph(nn.Module):
    """What is computed for a batch before its trees are settled.

    Rows hold several sentences each, side by side, so that little is padding: a subword sees its own sentence only, and so
    does a word. R rows of S subwords with their positions and the numbers of their sentences (0: padding); (Q, V) rows of
    words: `first` and `last` the places of a word's subwords among all R x S, `owners` its sentence's number (0: padding);
    `places` (B, W): for B sentences the place of each word among all Q x V, -1 where a sentence has no more words.
    """

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(  # noqa: PLR0917 - a graph's inputs have places, not names
        self, embedded: Tensor, shapes: Tensor, positions: Tensor, sentences: Tensor,
        first: Tensor, last: Tensor, owners: Tensor, places: Tensor,
    ) -> tuple[Tensor, ...]:  # fmt: skip
        """Best labels, best heads, and the scores that settling a tree or a name may need."""
        net = self.network
        hidden = net.encoder.embed(embedded, shapes, positions)
        hidden = net.encoder.read_subwords(hidden, set_apart(sentences)).reshape(-1, WIDTH)
        packed = net.encoder.read_words((hidden[first] + hidden[last]) / 2, set_apart(owners)).reshape(-1, WIDTH)
        words = packed[places.clamp(min=0)]
        rooted = net.add_root(words)
        there = torch.cat([torch.ones_like(places[:, :1]), (places >= 0).long()], 1)
        arcs = net.score_arcs(words, rooted) + (there[:, None, :] - 1).float() * 1e4
        return (
            net.tags(words).argmax(-1).int(),
            net.fine(words).argmax(-1).int(),
            arcs.argmax(-1).int(),
            arcs,
            net.relation_dependent(words),
            net.relation_head(rooted),
            *(net.score_names(words, scheme) for scheme in SCHEMES),
        )


def set_apart(sentences: Tensor) -> Tensor:
    """(R, S) numbers of sentences -> (R, 1, S, S): what to add to attention scores so that each sees its own only."""
    return (sentences[:, None, :, None] != sentences[:, None, None, :]).float() * -1e4


class Relations(nn.Module):
    """The relation of pairs whose head is settled."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, dependents: Tensor, heads: Tensor) -> Tensor:
        """(N, width) of both ends -> (N,) relation numbers."""
        return self.network.score_relations(dependents, heads).argmax(-1).int()


def export_weights(
    network: Network, labels: Labels, *, base: Path, tables: Tables, folder: Path
) -> None:
    """Write the files that `copydesk.language.weights` reads, the graphs with int8 weights, and their manifest."""
    folder.mkdir(parents=True, exist_ok=True)
    network.eval()
    write_embeddings(network.encoder.embeddings.weight.numpy(), folder)
    write_int8(lambda path: export_encoder(network, path), folder / "encoder.onnx")
    write_int8(lambda path: export_vectors(load_encoder(base, BASE_LAYERS), path), folder / "vectors.onnx")
    export_relations(network, folder / "relations.onnx")
    shutil.copyfile(base / "vocab.txt", folder / "vocabulary.txt")
    write_lemmas(tables.lemmas, folder / "lemmas.tsv")
    write_judge(tables.boundaries, folder / "boundaries.tsv")
    names = sorted({*READER_FILES, *VECTOR_FILES})
    manifest = {
        "format": FORMAT,
        "files": {name: hash_file(folder / name) for name in names},
        "tags": labels.tags,
        "fine": labels.fine,
        "relations": labels.relations,
        "names": labels.names,
    }
    (folder / MANIFEST).write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8")


def write_embeddings(table: Array, folder: Path) -> None:
    """(subwords, WIDTH) as 8-bit rows, each with the scale at which its largest number is 127."""
    scales = np.abs(table).max(1) / 127
    np.save(folder / "embeddings.npy", np.rint(table / scales[:, None]).astype(np.int8))
    np.save(folder / "scales.npy", scales.astype(np.float32))


def write_int8(export: Callable[[Path], None], path: Path) -> None:
    """A graph, exported in full precision, with its weights in 8 bits."""
    whole = path.with_suffix(".whole")
    export(whole)
    quantize_dynamic(whole, path, weight_type=QuantType.QInt8, per_channel=True)
    whole.unlink()


class Pooled(nn.Module):
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


def export_vectors(encoder: Encoder, path: Path) -> None:
    """The graph of `Pooled`."""
    axes = {"embedded": {0: "texts", 1: "subwords"}, "there": {0: "texts", 1: "subwords"}, "vectors": {0: "texts"}}
    torch.onnx.export(
        Pooled(encoder).eval(),
        (torch.randn(2, 12, WIDTH), torch.ones(2, 12)),
        str(path),
        input_names=("embedded", "there"),
        output_names=("vectors",),
        dynamic_axes=axes,
        opset_version=OPSET,
        dynamo=False,
    )


def export_encoder(network: Network, path: Path) -> None:
    """The graph of `Graph` in full precision."""
    embedded = torch.randn(2, 12, WIDTH)
    positions = torch.arange(12).repeat(2, 1)
    sentences = torch.tensor([[1] * 6 + [2] * 6, [3] * 10 + [0] * 2])
    first = torch.tensor([[1, 2, 3, 7, 8, 9, 10], [13, 14, 15, 16, 0, 0, 0]])
    owners = torch.tensor([[1, 1, 1, 2, 2, 2, 2], [3, 3, 3, 3, 0, 0, 0]])
    places = torch.tensor([[0, 1, 2, -1], [3, 4, 5, 6], [7, 8, 9, 10]])
    rows, packed = ("embedded", "shapes", "positions", "sentences"), ("first", "last", "owners")
    found = ("tags", "fine", "best_heads", "arcs", "dependents", "heads", *(f"names_{scheme}" for scheme in SCHEMES))
    axes = {name: {0: "rows", 1: "subwords"} for name in rows}
    axes |= {name: {0: "word_rows", 1: "packed"} for name in packed}
    axes |= {name: {0: "sentences", 1: "words"} for name in ("places", *found)}
    axes["arcs"] = {0: "sentences", 1: "words", 2: "heads"}
    axes["heads"] = {0: "sentences", 1: "heads"}
    torch.onnx.export(
        Graph(network).eval(),
        (embedded, torch.ones_like(positions), positions, sentences, first, first, owners, places),
        str(path),
        input_names=(*rows, *packed, "places"),
        output_names=found,
        dynamic_axes=axes,
        opset_version=OPSET,
        dynamo=False,
    )


def export_relations(network: Network, path: Path) -> None:
    """The graph of `Relations`, small enough to stay in full precision."""
    pair = torch.zeros(3, RELATION_WIDTH)
    torch.onnx.export(
        Relations(network).eval(),
        (pair, pair),
        str(path),
        input_names=("dependents", "heads"),
        output_names=("relations",),
        dynamic_axes={name: {0: "pairs"} for name in ("dependents", "heads", "relations")},
        opset_version=OPSET,
        dynamo=False,
    )


def hash_file(path: Path) -> str:
    """SHA-256 of a file, hex."""
    return hashlib.sha256(path.read_bytes()).hexdigest()
