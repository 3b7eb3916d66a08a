"""Words that decide whose an actor is: "backed" in "Peru-backed", "official" in "party official"."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from copydesk.lexicon.tables import load_rows

Kind = Literal["member", "beside", "several", "ruler", "vague"]


@dataclass(frozen=True, slots=True)
class ActorWord:
    """One row: a word, singular, and what it does to the actor's code (see the table's head)."""

    word: str
    kind: Kind
    origin: str


class ActorWords:
    """The table by kind."""

    def __init__(self, rows: tuple[ActorWord, ...]) -> None:
        kinds = {row.kind for row in rows}
        self._words = {kind: frozenset(row.word for row in rows if row.kind == kind) for kind in kinds}

    def has(self, kind: Kind, word: str) -> bool:
        """Whether a word, or its singular, is of a kind."""
        words = self._words.get(kind, frozenset())
        return word in words or word.removesuffix("s") in words


def load_actor_words(path: Path) -> ActorWords:
    """The table. Raises BadLexicon with file, line and column."""
    return ActorWords(load_rows(path, ActorWord))
