"""From trained weights to the files that ship: two ONNX graphs, vocabulary, lemmas, labels and their hashes."""

from __future__ import annotations

import hashlib
import json
import shutil
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from training.lemmas import write_lemmas
from training.network import RELATION_WIDTH, Labels, Network
from training.schemes import SCHEMES

OPSET = 17
ENCODER, RELATIONS, VOCABULARY, LEMMAS = "encoder.onnx", "relations.onnx", "vocabulary.txt", "lemmas.tsv"
MANIFEST = "manifest.json"


class Encoder(nn.Module):
    """What is computed for a batch before its trees are settled; see `copydesk.language.engine` for the shapes."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, subwords: Tensor, shapes: Tensor, mask: Tensor, first: Tensor) -> tuple[Tensor, ...]:
        """Best labels, best heads, and the scores that settling a tree or a name may need."""
        net = self.network
        words = net.encode(subwords, shapes, mask, first)
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


class Relations(nn.Module):
    """The relation of pairs whose head is settled."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, dependents: Tensor, heads: Tensor) -> Tensor:
        """(N, width) of both ends -> (N,) relation numbers."""
        return self.network.score_relations(dependents, heads).argmax(-1).int()


def export_weights(
    network: Network, labels: Labels, *, vocabulary: Path, lemmas: dict[tuple[str, str], str], folder: Path
) -> None:
    """Write encoder.onnx (int8 weights), relations.onnx, vocabulary.txt, lemmas.tsv and manifest.json into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    network.eval()
    network.encoder.set_attn_implementation("eager")
    whole = folder / "encoder.fp32.onnx"
    export_encoder(network, whole)
    quantize_dynamic(whole, folder / ENCODER, weight_type=QuantType.QInt8, per_channel=True)
    whole.unlink()
    export_relations(network, folder / RELATIONS)
    shutil.copyfile(vocabulary, folder / VOCABULARY)
    write_lemmas(lemmas, folder / LEMMAS)
    manifest = {
        "format": 1,
        "files": {name: hash_file(folder / name) for name in (ENCODER, RELATIONS, VOCABULARY, LEMMAS)},
        "tags": labels.tags,
        "fine": labels.fine,
        "relations": labels.relations,
        "names": labels.names,
    }
    (folder / MANIFEST).write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8")


def export_encoder(network: Network, path: Path) -> None:
    """The graph of `Encoder` in full precision."""
    subwords = torch.randint(1000, 2000, (2, 12))
    first = torch.arange(1, 9).repeat(2, 1)
    given = ("subwords", "shapes", "mask", "first")
    found = ("tags", "fine", "best_heads", "arcs", "dependents", "heads", *(f"names_{scheme}" for scheme in SCHEMES))
    axes = {name: {0: "sentences", 1: "subwords"} for name in given[:3]}
    axes |= {name: {0: "sentences", 1: "words"} for name in ("first", *found)}
    axes["arcs"] = {0: "sentences", 1: "words", 2: "places"}
    axes["heads"] = {0: "sentences", 1: "places"}
    torch.onnx.export(
        Encoder(network).eval(),
        (subwords, torch.ones_like(subwords), torch.ones_like(subwords), first),
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
