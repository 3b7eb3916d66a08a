"""States: their names, what their people are called, their capitals and the seats that stand for their governments."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Literal

from copydesk.lexicon.tables import load_rows

StateWord = Literal["name", "demonym", "capital", "metonym"]
LONG_WORD = 4  # letters: a word this long in capitals may be a headline's, a shorter one is an abbreviation


@dataclass(frozen=True, slots=True)
class State:
    """A state or territory. code: alpha-3 (KOS for Kosovo). leads: whose office news calls "the leader".

    part_of: the state that controls a dependent territory, None for states. latitude, longitude: degrees WGS 84.
    """

    code: str
    name: str
    aliases: tuple[str, ...]
    adjectives: tuple[str, ...]
    nouns: tuple[str, ...]
    capitals: tuple[str, ...]
    seats: tuple[str, ...]
    leads: Literal["state", "government"]
    part_of: str | None
    latitude: float
    longitude: float
    origin: str


@dataclass(frozen=True, slots=True)
class StateHit:
    """A word that stands for a state. kind demonym: adjectives and nationality nouns; metonym: seats of government."""

    country: str
    kind: StateWord
    words: str


class States:
    """The table with lookups by code and by words."""

    def __init__(self, rows: tuple[State, ...]) -> None:
        self.rows = rows
        self._by_code = {row.code: row for row in rows}

    @cached_property
    def words(self) -> dict[str, StateHit]:
        """Every word of the table by its plain form (`plain_words`); of two readings the first kind below wins."""
        words: dict[str, StateHit] = {}
        for row in self.rows:
            if row.part_of is None:
                _add(words, row)
        for row in self.rows:
            if row.part_of is not None:
                _add(words, row)
        return words

    def by_code(self, code: str) -> State | None:
        """The state with an alpha-3 code."""
        return self._by_code.get(code)

    def find(self, words: str) -> StateHit | None:
        """The state that words stand for: "Russia's", "U.S.", "Germans", "the Kremlin", "LEBANON"; None otherwise.

        Case counts ("Turkey", not "turkey"; "US", not "us"), but a headline's capitals do not.
        """
        plain = plain_words(words)
        hit = self.words.get(plain)
        if hit is None and plain.isupper() and len(plain) >= LONG_WORD:
            hit = self.words.get(plain.title())
        return hit

    def sovereign(self, code: str) -> str:
        """The controlling state's code for a dependent territory, the code itself for all else."""
        state = self._by_code.get(code)
        return state.part_of if state and state.part_of else code


def plain_words(words: str) -> str:
    """Words without article, possessive and typographic apostrophes: "the Kremlin’s" is "Kremlin"."""
    plain = " ".join(words.replace("’", "'").split())
    if plain[:4] in ("the ", "The ", "THE ") and not plain.startswith("The Hague"):
        plain = plain[4:]
    if plain.endswith(("'s", "'S")):
        return plain[:-2]
    return plain[:-1] if plain.endswith("'") else plain


def _add(words: dict[str, StateHit], row: State) -> None:
    kinds: tuple[tuple[StateWord, Iterable[str]], ...] = (
        ("name", (row.name, *row.aliases)), ("demonym", (*row.adjectives, *row.nouns)),
        ("metonym", row.seats), ("capital", row.capitals),
    )
    for kind, values in kinds:
        for value in values:
            words.setdefault(value, StateHit(row.code, kind, value))


def load_states(path: Path) -> States:
    """The table of states. Raises BadLexicon with file, line and column."""
    return States(load_rows(path, State))
