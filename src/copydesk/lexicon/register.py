"""Actors that are no states: organisations, services, forces, parties, armed groups; and what every state has."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from copydesk.lexicon.states import plain_words
from copydesk.lexicon.tables import load_rows
from copydesk.record import EntityKind


@dataclass(frozen=True, slots=True)
class Actor:
    """One actor. country: alpha-3 or PLOVER's IGO, UNO, EUR, NGO, IMG, MNC. sectors: PLOVER, primary first.

    since, until: years in which it existed, None where unknown or still going on.
    """

    id: str
    name: str
    aliases: tuple[str, ...]
    kind: EntityKind
    country: str | None
    sectors: tuple[str, ...]
    since: str | None
    until: str | None
    origin: str

    @property
    def entity_id(self) -> str:
        """The id of this actor's Entity on every page: "register:nato"; a state's institution keeps its own id."""
        return self.id if self.id.startswith("org:") else f"register:{self.id}"


@dataclass(frozen=True, slots=True)
class Institution:
    """What a state has, to be named with a word for the state. words: small letters. sectors: primary first."""

    id: str
    name: str
    words: tuple[str, ...]
    sectors: tuple[str, ...]
    origin: str

    def entity_id(self, country: str) -> str:
        """The id of one state's institution on every page: "org:RUS:ministry-of-defence"."""
        return f"org:{country}:{self.id}"


class Register:
    """Both tables with lookups by words."""

    def __init__(self, rows: tuple[Actor, ...], institutions: tuple[Institution, ...]) -> None:
        self.rows = rows
        self.institutions = institutions
        self._by_id = {row.id: row for row in rows}
        self.words: dict[str, Actor] = {}
        for row in rows:
            for name in (row.name, *row.aliases):
                self.words.setdefault(name.replace("’", "'"), row)
        self.institution_words = {words: row for row in institutions for words in row.words}

    def by_id(self, id_: str) -> Actor | None:
        """The actor with an id of the table, or with the id of its Entity."""
        return self._by_id.get(id_.removeprefix("register:"))

    def find(self, words: str) -> Actor | None:
        """The actor of that name or alias: "NATO", "the Houthis", "IAEA's". Case counts; article, possessive do not."""
        return self.words.get(plain_words(words))

    def find_institution(self, words: str) -> Institution | None:
        """What a state has, from words without the state: "Defense Ministry", "the army"."""
        return self.institution_words.get(plain_words(words).lower())


def load_register(folder: Path) -> Register:
    """register.tsv and institutions.tsv of a folder. Raises BadLexicon with file, line and column."""
    return Register(load_rows(folder / "register.tsv", Actor), load_rows(folder / "institutions.tsv", Institution))
