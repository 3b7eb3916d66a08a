"""What every exam gives: rows of one shape, and the hash of what was examined."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

_PART_SUFFIX = re.compile(r"[-_](?:train|dev|test|gold|attributions|standoff|mentions|sentences)+(?=[-_.]|$)")


@dataclass(frozen=True, slots=True)
class Row:
    """One exam on one part. metrics: rates are fractions 0-1. seconds: wall time of the product's part of the work."""

    exam: str
    part: str
    n: int
    metrics: dict[str, float]
    corpus_sha256: str
    seconds: float


def hash_files(paths: Iterable[Path]) -> str:
    """SHA-256 over the bytes of the files in the order of their names."""
    digest = hashlib.sha256()
    for path in sorted(paths):
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def part_of(path: Path) -> str:
    """The part a gold file stands for: its name without endings and without a part suffix (polnear_standoff_dev -> polnear)."""
    name = path.name.split(".")[0]
    while (shorter := _PART_SUFFIX.sub("", name)) != name:
        name = shorter
    return name


def f1(right: int, predicted: int, gold: int) -> float:
    """Harmonic mean of precision and recall; 0 where nothing was right."""
    return 2 * right / (predicted + gold) if right else 0.0
