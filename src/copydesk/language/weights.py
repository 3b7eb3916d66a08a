"""The reader model's files: found, checked against their hashes, and their labels read."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from copydesk.errors import ModelBroken, ModelMissing
from copydesk.lexicon.namebook import FEATURES

FOLDER = Path(__file__).parent / "weights"
MANIFEST = "manifest.json"
SHARED = ("embeddings.npy", "scales.npy", "vocabulary.txt")
READER_FILES = (*SHARED, "encoder.onnx", "tree.onnx", "relations.onnx", "lemmas.tsv", "boundaries.tsv")
VECTOR_FILES = (*SHARED, "vectors.onnx")
NAMES = "names_"  # before a label scheme: the head that finds its names
FORMAT = 3  # of the manifest and of the graphs' inputs and outputs
FIX = "reinstall copydesk, or make the weights with `python -m training`"


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """Paths of the checked files, and the label inventories. heads: a head of labels for words -> its file and labels."""

    embeddings: Path
    scales: Path
    encoder: Path
    tree: Path
    relations: Path
    vocabulary: Path
    lemmas: Path
    boundaries: Path
    tags: tuple[str, ...]
    fine: tuple[str, ...]
    labels: tuple[str, ...]
    heads: dict[str, tuple[Path, tuple[str, ...]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class VectorWeights:
    """Paths of the checked files of the vectors."""

    embeddings: Path
    scales: Path
    vocabulary: Path
    vectors: Path


def load_weights(folder: Path | None = None, *, heads: Sequence[str] = ()) -> Weights:
    """Check every file of the reader and of the heads asked for.

    Raises ModelMissing or ModelBroken; the message names the file and the fix.
    """
    folder = folder or FOLDER
    manifest = check_files(folder, [*READER_FILES, *(f"{head}.onnx" for head in heads)])
    return Weights(
        embeddings=folder / "embeddings.npy",
        scales=folder / "scales.npy",
        encoder=folder / "encoder.onnx",
        tree=folder / "tree.onnx",
        relations=folder / "relations.onnx",
        vocabulary=folder / "vocabulary.txt",
        lemmas=folder / "lemmas.tsv",
        boundaries=folder / "boundaries.tsv",
        tags=tuple(manifest["tags"]),
        fine=tuple(manifest["fine"]),
        labels=tuple(manifest["relations"]),
        heads={head: (folder / f"{head}.onnx", tuple(manifest["heads"][head])) for head in heads},
    )


def load_vector_weights(folder: Path | None = None) -> VectorWeights:
    """Check every file of the vectors. Raises as `load_weights` does."""
    folder = folder or FOLDER
    check_files(folder, VECTOR_FILES)
    return VectorWeights(
        embeddings=folder / "embeddings.npy",
        scales=folder / "scales.npy",
        vocabulary=folder / "vocabulary.txt",
        vectors=folder / "vectors.onnx",
    )


def check_files(folder: Path, names: Sequence[str]) -> dict[str, Any]:
    """The folder's manifest, after every named file was found to be what it says."""
    manifest = load_manifest(folder / MANIFEST)
    for name in names:
        check_file(folder / name, manifest["files"].get(name, ""))
    return manifest


def load_manifest(path: Path) -> dict[str, Any]:
    """The manifest as it stands. Raises ModelMissing or ModelBroken."""
    try:
        manifest: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    except OSError as fault:
        raise ModelMissing(f"the reader model's {path} cannot be read ({fault.strerror}): {FIX}") from fault
    except ValueError as fault:
        raise ModelBroken(f"the reader model's {path} is not JSON ({fault}): {FIX}") from fault
    missing = {"format", "files", "tags", "fine", "relations", "known", "heads"} - manifest.keys()
    if missing or manifest["format"] != FORMAT or manifest["known"] != list(FEATURES):
        raise ModelBroken(f"the reader model's {path} is not of format {FORMAT}, or knows other kinds of names: {FIX}")
    return manifest


def check_file(path: Path, expected: str) -> None:
    """Raises ModelMissing where a file is absent and ModelBroken where its SHA-256 is another."""
    try:
        found = hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError as fault:
        raise ModelMissing(f"the reader model's {path} cannot be read ({fault.strerror}): {FIX}") from fault
    if found != expected:
        raise ModelBroken(f"the reader model's {path} has SHA-256 {found[:12]}..., not {expected[:12]}...: {FIX}")
