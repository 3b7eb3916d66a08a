"""Words for kinds of actors ("riot police", "lawmaker") and their PLOVER sectors."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from copydesk.lexicon.tables import load_rows

VAGUE = ("UNK",)  # "group", "they": any other word of the phrase tells more
FORMER = frozenset({"former", "ex", "ousted", "deposed", "disgraced", "exiled", "retired", "late", "onetime", "outgoing"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Agent:
    """One row. words: lower case, singular as a rule. sectors: PLOVER, primary first. country: NGO, IGO... or None."""

    words: str
    sectors: tuple[str, ...]
    country: str | None
    origin: str


class Agents:
    """The table, looked up by the words of a phrase."""

    def __init__(self, rows: tuple[Agent, ...]) -> None:
        self._by_words = {row.words: row for row in rows}
        self._longest = max((len(row.words.split()) for row in rows), default=1)

    def find(self, words: Sequence[str]) -> Agent | None:
        """The agent that a phrase's words name: the row that ends last in its head part, the longest of those.

        words: lower case, in order, without what follows the phrase's first preposition but "of".
        """
        vague = None
        for end in range(len(words), 0, -1):
            for begin in range(max(0, end - self._longest), end):
                row = self._lookup(words[begin:end])
                if row is not None and row.sectors != VAGUE:
                    return row
                vague = vague or row
        return vague

    def find_whole(self, words: Sequence[str]) -> Agent | None:
        """The agent that all the words together name ("suicide bomber"), None where only some of them do."""
        return self._lookup(words)

    def _lookup(self, words: Sequence[str]) -> Agent | None:
        phrase = " ".join(words)
        if phrase in self._by_words:
            return self._by_words[phrase]
        head = words[-1]
        for singular in _singulars(head):
            row = self._by_words.get(" ".join((*words[:-1], singular)))
            if row is not None:
                return row
        return None


def _singulars(word: str) -> tuple[str, ...]:
    if word.endswith("ies"):
        return (word[:-3] + "y",)
    if word.endswith("men"):
        return (word[:-2] + "an",)
    if word.endswith("es"):
        return (word[:-1], word[:-2])
    return (word[:-1],) if word.endswith("s") and not word.endswith("ss") else ()


def load_agents(path: Path) -> Agents:
    """The table of agents. Raises BadLexicon with file, line and column."""
    return Agents(load_rows(path, Agent))
