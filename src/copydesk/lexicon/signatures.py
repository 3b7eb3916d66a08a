"""Whether what a word governs happened: signatures of verbs and adjectives, and the weights learned over factors."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from copydesk.errors import BadLexicon
from copydesk.lexicon.tables import load_rows

STRONGEST = 3.0  # the scale of Universal Decompositional Semantics ends at -3 and 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """One word with the complements it governs. affirmed, denied: -1 surely not, 1 surely, 0 nothing follows."""

    lemma: str
    complement: tuple[str, ...]
    affirmed: float
    denied: float
    kind: str
    origin: str


class Signatures:
    """The table by lemma and complement."""

    def __init__(self, rows: Iterable[Signature]) -> None:
        self._rows = {(row.lemma, each): row for row in rows for each in row.complement}

    def find(self, lemma: str, complement: str) -> Signature | None:
        """The signature of a word over a complement, None where it has none."""
        return self._rows.get((lemma, complement))


@dataclass(frozen=True, slots=True)
class Weighing:
    """A bias and one weight a factor; the value is 3 tanh of their sum. card: what they were learned from."""

    bias: float
    weights: dict[str, float]
    card: str

    def value(self, factors: Iterable[str]) -> float:
        """-3 (surely did not happen) to 3 (surely did)."""
        return STRONGEST * math.tanh(self.total(factors))

    def total(self, factors: Iterable[str]) -> float:
        """The bias and the weights of all factors."""
        return self.bias + sum(self.weights.get(factor, 0.0) for factor in factors)


def load_signatures(folder: Path) -> Signatures:
    """The signature table of a language folder."""
    return Signatures(load_rows(folder / "signatures.tsv", Signature))


def load_weighing(path: Path) -> Weighing:
    """Learned weights: JSON with bias, weights and card. Raises BadLexicon where the file is damaged."""
    try:
        held = json.loads(path.read_text(encoding="utf-8"))
        return Weighing(float(held["bias"]), {str(k): float(v) for k, v in held["weights"].items()}, str(held["card"]))
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as fault:
        raise BadLexicon(f"{path.name}: not a file of weights ({fault}); reinstall copydesk") from fault
