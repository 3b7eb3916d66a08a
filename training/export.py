"""From trained weights to the files that ship: graphs, tables, labels and their hashes."""

from __future__ import annotations

import hashlib
import json
import shutil
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from copydesk.language.embeddings import Array
from copydesk.language.weights import FORMAT, MANIFEST, READER_FILES, VECTOR_FILES
from copydesk.lexicon.namebook import FEATURES
from training.boundaries import write_judge
from training.encoder import BASE_LAYERS, load_encoder
from training.graphs import write_encoder, write_relations, write_tree, write_vectors
from training.lemmas import write_lemmas
from training.network import Labels, Network


@dataclass(frozen=True)
class Tables:
    """What is learned beside the network: lemmas by (form, fine tag), weights of the judge of sentence ends."""

    lemmas: dict[tuple[str, str], str]
    boundaries: dict[str, int]


def export_weights(network: Network, labels: Labels, *, base: Path, tables: Tables, folder: Path) -> None:
    """Write the files that `copydesk.language.weights` reads, the larger graphs with int8 weights, and their manifest.

    The heads of names are no part of it: those that ship are trained on the finished encoder (`training.head`).
    """
    folder.mkdir(parents=True, exist_ok=True)
    network.eval()
    write_embeddings(network.encoder.embeddings.weight.numpy(), folder)
    write_encoder(network, folder / "encoder.onnx")
    write_tree(network, folder / "tree.onnx")
    write_relations(network, folder / "relations.onnx")
    write_vectors(load_encoder(base, BASE_LAYERS), folder / "vectors.onnx")
    shutil.copyfile(base / "vocab.txt", folder / "vocabulary.txt")
    write_lemmas(tables.lemmas, folder / "lemmas.tsv")
    write_judge(tables.boundaries, folder / "boundaries.tsv")
    write_manifest(labels, folder)


def write_manifest(labels: Labels, folder: Path) -> None:
    """Label inventories, and the hash of every file.

    known: what the tables may say of a word, in order; heads: name of a head of labels for words -> its labels, entered
    when it is trained (`training.head`).
    """
    names = sorted({*READER_FILES, *VECTOR_FILES})
    manifest = {
        "format": FORMAT,
        "files": {name: hash_file(folder / name) for name in names},
        "tags": labels.tags,
        "fine": labels.fine,
        "relations": labels.relations,
        "known": FEATURES,
        "heads": {},
    }
    (folder / MANIFEST).write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8")


def write_embeddings(table: Array, folder: Path) -> None:
    """(subwords, WIDTH) as 8-bit rows, each with the scale at which its largest number is 127."""
    scales = np.abs(table).max(1) / 127
    np.save(folder / "embeddings.npy", np.rint(table / scales[:, None]).astype(np.int8))
    np.save(folder / "scales.npy", scales.astype(np.float32))


def hash_file(path: Path) -> str:
    """SHA-256 of a file, hex."""
    return hashlib.sha256(path.read_bytes()).hexdigest()
