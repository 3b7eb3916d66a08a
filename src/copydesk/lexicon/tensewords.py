"""Words that tell the tense of a clause (tense_words.tsv)."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args

from copydesk.lexicon.tables import load_rows

TenseRole = Literal[
    "auxiliary", "head", "noun", "past", "since", "planned", "moved", "onto", "offer", "attended", "gathering", "toward",
    "modal", "able", "sensed", "until", "deadline", "lasting", "granting", "behind", "sure", "bounding", "mishap",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class TenseWord:
    """Row of tense_words.tsv."""

    words: tuple[str, ...]
    role: TenseRole
    tense: Literal["future", "past"]
    origin: str


@dataclass(frozen=True, slots=True)
class TenseWords:
    """The words of each role, small letters, in the order of TenseRole."""

    auxiliaries: frozenset[str]
    heads: frozenset[str]
    nouns: frozenset[str]
    past: frozenset[str]
    since: frozenset[str]
    planned: frozenset[str]
    moved: frozenset[str]
    onto: frozenset[str]
    offers: frozenset[str]
    attended: frozenset[str]
    gatherings: frozenset[str]
    toward: frozenset[str]
    modals: frozenset[str]
    able: frozenset[str]
    sensed: frozenset[str]
    until: frozenset[str]
    deadline: frozenset[str]
    lasting: frozenset[str]
    granting: frozenset[str]
    behind: frozenset[str]
    sure: frozenset[str]
    bounding: frozenset[str]
    mishaps: frozenset[str]


def load_tense_words(folder: Path) -> TenseWords:
    """The tense words of a language folder."""
    roles = get_args(TenseRole)
    held: dict[str, set[str]] = {role: set() for role in roles}
    for row in load_rows(folder / "tense_words.tsv", TenseWord):
        held[row.role].update(row.words)
    return TenseWords(*(frozenset(held[role]) for role in roles))
