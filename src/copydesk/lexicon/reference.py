"""Learned weights of reference: kinds of common nouns, signs of mentions, signs that something is new, signs of pairs."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from copydesk.errors import BadLexicon

UNKNOWN = "?"


@dataclass(frozen=True, slots=True, eq=False)
class Reference:
    """The file reference.json. kinds: noun -> what it names. mentions, news: sign -> weight, "bias" among them.

    pairs: columns, joined by " x " -> their values, joined by "|" -> weight. card: what the weights were learned from.
    """

    card: str
    kinds: dict[str, str]
    mentions: dict[str, float]
    news: dict[str, float]
    pairs: dict[str, dict[str, float]]

    def kind_of(self, noun: str) -> str:
        """What a common noun names as a rule (person, place, time ...), "?" where the table does not say."""
        return self.kinds.get(noun, UNKNOWN)

    def is_mention(self, signs: Iterable[str]) -> bool:
        """Whether the signs of a phrase speak for its being a mention."""
        return sum((self.mentions.get(sign, 0.0) for sign in signs), self.mentions["bias"]) > 0

    def weigh_new(self, signs: Iterable[str]) -> float:
        """How strongly the signs of a phrase say that it speaks of something new; to be compared with those of its pairs."""
        return sum(self.news.get(sign, 0.0) for sign in signs)


def load_reference(path: Path) -> Reference:
    """The learned weights. Raises BadLexicon where the file is damaged."""
    try:
        held = json.loads(path.read_text(encoding="utf-8"))
        kinds = {noun: kind for kind, nouns in held["kinds"].items() for noun in nouns.split()}
        return Reference(held["card"], kinds, held["mentions"], held["news"], held["pairs"])
    except (OSError, ValueError, KeyError, AttributeError) as fault:
        raise BadLexicon(f"{path}: cannot be read ({fault}); reinstall copydesk or make it with training.reference") from fault
