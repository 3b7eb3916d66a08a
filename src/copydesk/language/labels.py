"""Labels of other pipelines' trees and names, and what they are here (lexicon tables)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Literal

from copydesk.errors import BadPipeline
from copydesk.lexicon.tables import FOLDER, load_rows
from copydesk.lexicon.world import World

Scheme = Literal["ud", "clearnlp"]


@dataclass(frozen=True, slots=True, kw_only=True)
class RelationLabel:
    """A label of a dependency scheme (small letters, without a UD subtype) and its UD relation."""

    scheme: Scheme
    label: str
    relation: str
    origin: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NameLabel:
    """A label of names. kind: ours, None for what is no name here; known: what words of it may be known to be instead."""

    label: str
    kind: str | None
    known: Literal["state", "outlet"] | None
    origin: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FixedPair:
    """Two words that are one preposition."""

    first: str
    second: str
    origin: str


class Labels:
    """The three tables with their lookups."""

    def __init__(self, folder: Path) -> None:
        relations = load_rows(folder / "relation_labels.tsv", RelationLabel)
        self._relations: dict[Scheme, dict[str, str]] = {
            scheme: {row.label: row.relation for row in relations if row.scheme == scheme} for scheme in ("ud", "clearnlp")
        }
        self.names = {row.label: row for row in load_rows(folder / "name_labels.tsv", NameLabel)}
        self.fixed = {(row.first, row.second) for row in load_rows(folder / "fixed_pairs.tsv", FixedPair)}

    def find_relation(self, label: str) -> str:
        """The UD relation of a ClearNLP label in small letters; "dep" for one that is not in the table."""
        return self._relations["clearnlp"].get(label, "dep")

    def find_scheme(self, labels: Iterable[str]) -> Scheme:
        """The scheme that all labels belong to. Raises BadPipeline, which names those of no scheme that is known."""
        used = {label.lower() for label in labels if label}
        not_ud = {label for label in used if label.partition(":")[0] not in self._relations["ud"]}
        not_clearnlp = used - self._relations["clearnlp"].keys()
        if not not_ud or not not_clearnlp:
            return "clearnlp" if not_ud else "ud"
        strange = not_ud if len(not_ud) <= len(not_clearnlp) else not_clearnlp
        told = ", ".join(sorted(strange)[:8])
        raise BadPipeline(
            f"its parser uses relations that copydesk does not know ({told}); it reads Universal Dependencies and the "
            "ClearNLP labels of spaCy's English pipelines: train the parser on one of these"
        )

    def check_names(self, labels: Iterable[str]) -> None:
        """Raises BadPipeline where a label of names is in no scheme that is known."""
        strange = sorted(set(labels) - self.names.keys())
        if strange:
            kinds = ", ".join(sorted({row.kind for row in self.names.values() if row.kind}))
            raise BadPipeline(
                f"its names have labels that copydesk does not know ({', '.join(strange[:8])}); it reads those of "
                f"OntoNotes and CoNLL and its own ({kinds}): rename them in the pipeline"
            )

    def find_kind(self, label: str, words: str, world: World) -> str | None:
        """Our kind of a name by its label, made narrower where its words are known; None where it is no name here."""
        row = self.names.get(label)
        if row is None or row.kind is None:
            return None
        if row.known == "state":
            hit = world.states.find(words)
            return "state" if hit and hit.kind == "name" else row.kind
        if row.known == "outlet" and world.outlets.find(words):
            return "outlet"
        return row.kind


@lru_cache(maxsize=1)
def load_labels() -> Labels:
    """The tables of the package."""
    return Labels(FOLDER / "en")
