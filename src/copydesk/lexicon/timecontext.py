"""Words beside an expression of time that decide whether it is one (time_context.tsv)."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from copydesk.lexicon.tables import load_rows

ContextRole = Literal[
    "before", "count", "length", "surely", "offset", "event", "goes_on", "other", "day", "ended", "numbered", "amount",
    "spanning",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class ContextWord:
    """Row of time_context.tsv; its head says what each role does."""

    words: tuple[str, ...]
    role: ContextRole
    origin: str


class TimeContext:
    """The words of each role, small letters."""

    def __init__(self, folder: Path) -> None:
        held: dict[ContextRole, set[str]] = {}
        for row in load_rows(folder / "time_context.tsv", ContextWord):
            held.setdefault(row.role, set()).update(row.words)
        self._held = {role: frozenset(words) for role, words in held.items()}

    def has(self, word: str, role: ContextRole) -> bool:
        """Whether a word, in small letters, plays a role."""
        return word in self._held.get(role, frozenset())
