"""Words around persons: titles and what they tell, given names and their gender, what only governments do."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from copydesk.lexicon.tables import load_rows

Gender = Literal["m", "f"]
LONGEST_TITLE = 4  # words
HONORIFICS: dict[str, Gender | None] = {
    "mr": "m", "mrs": "f", "ms": "f", "miss": "f", "sir": "m", "lord": "m", "lady": "f", "dame": "f", "dr": None,
    "sheikh": "m", "shaikh": "m", "hajj": "m", "haji": "m", "father": "m", "sister": "f", "rev": None, "hon": None,
    "mullah": "m", "madame": "f", "monsieur": "m", "gen": None, "lt": None, "col": None, "maj": None, "capt": None,
    "sgt": None, "sen": None, "rep": None, "gov": None, "prof": None, "brig": None, "cmdr": None, "pres": None,
    "adm": None, "cpl": None, "pvt": None, "st": None, "saint": None,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Title:
    """A title. duty: the class a description is matched by. sector: PLOVER, where the title alone tells it."""

    title: str
    duty: str
    sector: str | None
    gender: Gender | None
    origin: str


@dataclass(frozen=True, slots=True)
class GivenName:
    """A given name whose bearers nearly all have one gender."""

    name: str
    gender: Gender
    origin: str


@dataclass(frozen=True, slots=True)
class GovernmentAct:
    """A verb whose subject (verb) or object (verb_on), or a noun whose owner, is a government where a capital stands."""

    lemma: str
    kind: Literal["verb", "verb_on", "noun"]
    origin: str


class Titles:
    """The three tables with their lookups."""

    def __init__(
        self, titles: tuple[Title, ...], given: tuple[GivenName, ...], acts: tuple[GovernmentAct, ...],
    ) -> None:
        self.rows = titles
        self._titles = {row.title.lower(): row for row in titles}
        self._given = {row.name: row.gender for row in given}
        self.verbs = frozenset(row.lemma for row in acts if row.kind == "verb")
        self.verbs_on = frozenset(row.lemma for row in acts if row.kind == "verb_on")
        self.nouns = frozenset(row.lemma for row in acts if row.kind == "noun")

    def find(self, words: str) -> Title | None:
        """The title of exactly these words, in any case, singular or plural."""
        small = words.lower().replace("’", "'").strip(" .")
        return self._titles.get(small) or (self._titles.get(small[:-1]) if small.endswith("s") else None)

    def find_last(self, words: tuple[str, ...]) -> tuple[int, Title] | None:
        """The longest title that the words end with: how many words it has, and its row."""
        for length in range(min(LONGEST_TITLE, len(words)), 0, -1):
            title = self.find(" ".join(words[-length:]))
            if title:
                return length, title
        return None

    def list_given(self) -> Iterable[str]:
        """The given names of the table."""
        return self._given

    def gender(self, name: str) -> Gender | None:
        """What a person's name tells: by honorific, then by given name; None where it tells nothing."""
        words = re.split(r"[\s.]+", name)
        for word in words:
            if word.lower() in HONORIFICS:
                if HONORIFICS[word.lower()]:
                    return HONORIFICS[word.lower()]
            else:
                return self._given.get(word) or self._given.get(word.split("-")[0])
        return None


def load_titles(folder: Path) -> Titles:
    """en/titles.tsv, world/given_names.tsv and en/government_acts.tsv of a lexicon folder. Raises BadLexicon."""
    return Titles(
        load_rows(folder / "en" / "titles.tsv", Title), load_rows(folder / "world" / "given_names.tsv", GivenName),
        load_rows(folder / "en" / "government_acts.tsv", GovernmentAct),
    )
