"""Names in all label schemes: our own sentences and every public set, each in its own labels and, by allowed sets, in ours."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from copydesk.language.weights import NAMES
from training.prepare import read_all
from training.schemes import SCHEMES, UNKNOWN, spread_allowed

HEADS = {f"{NAMES}{scheme}": labels for scheme, labels in SCHEMES.items()}
HOUSE = f"{NAMES}house"


def read_examples(gold: Path, *, without_gum: bool) -> Iterator[tuple[list[str], dict[str, list[str]]]]:
    """Every training sentence that says something of names."""
    for example in read_all(gold / "reader", without_gum=without_gum):
        written = {f"{NAMES}{scheme}": labels for scheme, labels in example.names.items() if scheme in SCHEMES}
        if written:
            yield example.words, written


def find_allowed(head: str, written: str) -> tuple[str, ...]:
    """The labels that a written one allows: in our own scheme "B:place|state" allows two."""
    if head != HOUSE:
        return (written,)
    return () if written == UNKNOWN else spread_allowed(written)
