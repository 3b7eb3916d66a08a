"""Words that tell the tense of a clause (tense_words.tsv)."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from copydesk.lexicon.tables import load_rows


@dataclass(frozen=True, slots=True, kw_only=True)
class TenseWord:
    """Row of tense_words.tsv."""

    words: tuple[str, ...]
    role: Literal["auxiliary", "head", "noun", "past", "since"]
    tense: Literal["future", "past"]
    origin: str


@dataclass(frozen=True, slots=True)
class TenseWords:
    """The words of each role, small letters."""

    auxiliaries: frozenset[str]
    heads: frozenset[str]
    nouns: frozenset[str]
    past: frozenset[str]
    since: frozenset[str]


def load_tense_words(folder: Path) -> TenseWords:
    """The tense words of a language folder."""
    held: dict[str, set[str]] = {"auxiliary": set(), "head": set(), "noun": set(), "past": set(), "since": set()}
    for row in load_rows(folder / "tense_words.tsv", TenseWord):
        held[row.role].update(row.words)
    return TenseWords(*(frozenset(held[role]) for role in ("auxiliary", "head", "noun", "past", "since")))
