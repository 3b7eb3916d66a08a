"""From trained weights to the files that ship: two ONNX graphs, vocabulary, lemmas, labels and their hashes."""

from __future__ import annotations

import hashlib
import json
import shutil
from dataclasses import dataclass
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from copydesk.language.weights import FILES, FORMAT, MANIFEST
from training.boundaries import write_judge
from training.lemmas import write_lemmas
from training.network import RELATION_WIDTH, WIDTH, Labels, Network
from training.schemes import SCHEMES

OPSET = 17


@dataclass(frozen=True)
class Tables:
    """What is learned beside the network: lemmas by (form, fine tag), weights of the judge of sentence ends."""

    lemmas: dict[tuple[str, str], str]
    boundaries: dict[str, int]


class Encoder(nn.Module):
    """What is computed for a batch before its trees are settled.

    Rows hold several sentences each, side by side, so that little is padding: a subword sees its own sentence only. R
    rows of S subwords with their positions and the numbers of their sentences (0: padding); first: (B, W) for B
    sentences the place of each word's first subword among all R x S, 0 where a sentence has no more words.
    """

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(
        self, subwords: Tensor, shapes: Tensor, positions: Tensor, sentences: Tensor, first: Tensor
    ) -> tuple[Tensor, ...]:
        """Best labels, best heads, and the scores that settling a tree or a name may need."""
        net = self.network
        words = self.encode(subwords, shapes, positions, sentences)[first]
        rooted = net.add_root(words)
        places = torch.cat([torch.ones_like(first[:, :1]), (first > 0).long()], 1)
        arcs = net.score_arcs(words, rooted) + (places[:, None, :] - 1).float() * 1e4
        names = [net.names[scheme](words) for scheme in SCHEMES]
        return (
            net.tags(words).argmax(-1).int(),
            net.fine(words).argmax(-1).int(),
            arcs.argmax(-1).int(),
            arcs,
            net.relation_dependent(words),
            net.relation_head(rooted),
            *names,
        )


    def encode(self, subwords: Tensor, shapes: Tensor, positions: Tensor, sentences: Tensor) -> Tensor:
        """(R x S, WIDTH): what `Network.encode` gives a sentence alone in a row, for all rows end to end."""
        embeddings = self.network.encoder.embeddings
        embedded = embeddings.word_embeddings(subwords) + self.network.shapes(shapes)
        embedded = embedded + embeddings.position_embeddings(positions) + embeddings.token_type_embeddings.weight[0]
        apart = (sentences[:, None, :, None] != sentences[:, None, None, :]).float() * -1e4
        hidden = self.network.encoder.encoder(embeddings.LayerNorm(embedded), attention_mask=apart)
        return hidden.last_hidden_state.reshape(-1, WIDTH)


class Relations(nn.Module):
    """The relation of pairs whose head is settled."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, dependents: Tensor, heads: Tensor) -> Tensor:
        """(N, width) of both ends -> (N,) relation numbers."""
        return self.network.score_relations(dependents, heads).argmax(-1).int()


def export_weights(
    network: Network, labels: Labels, *, vocabulary: Path, tables: Tables, folder: Path
) -> None:
    """Write the files of `copydesk.language.weights.FILES` (the encoder with int8 weights) and their manifest."""
    folder.mkdir(parents=True, exist_ok=True)
    network.eval()
    network.encoder.set_attn_implementation("eager")
    whole = folder / "encoder.fp32.onnx"
    export_encoder(network, whole)
    quantize_dynamic(whole, folder / "encoder.onnx", weight_type=QuantType.QInt8, per_channel=True)
    whole.unlink()
    export_relations(network, folder / "relations.onnx")
    shutil.copyfile(vocabulary, folder / "vocabulary.txt")
    write_lemmas(tables.lemmas, folder / "lemmas.tsv")
    write_judge(tables.boundaries, folder / "boundaries.tsv")
    manifest = {
        "format": FORMAT,
        "files": {name: hash_file(folder / name) for name in FILES},
        "tags": labels.tags,
        "fine": labels.fine,
        "relations": labels.relations,
        "names": labels.names,
    }
    (folder / MANIFEST).write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8")


def export_encoder(network: Network, path: Path) -> None:
    """The graph of `Encoder` in full precision."""
    subwords = torch.randint(1000, 2000, (2, 12))
    positions = torch.arange(12).repeat(2, 1)
    sentences = torch.tensor([[1] * 6 + [2] * 6, [3] * 10 + [0] * 2])
    first = torch.tensor([[1, 2, 3, 0], [7, 8, 9, 10], [13, 14, 15, 16]])
    given = ("subwords", "shapes", "positions", "sentences", "first")
    found = ("tags", "fine", "best_heads", "arcs", "dependents", "heads", *(f"names_{scheme}" for scheme in SCHEMES))
    axes = {name: {0: "rows", 1: "subwords"} for name in given[:4]}
    axes |= {name: {0: "sentences", 1: "words"} for name in ("first", *found)}
    axes["arcs"] = {0: "sentences", 1: "words", 2: "places"}
    axes["heads"] = {0: "sentences", 1: "places"}
    torch.onnx.export(
        Encoder(network).eval(),
        (subwords, torch.ones_like(subwords), positions, sentences, first),
        str(path),
        input_names=given,
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
