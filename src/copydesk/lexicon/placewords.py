"""Words that go with the names of places: kinds, directions, short forms."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from copydesk.lexicon.tables import load_rows

ARTICLES = ("al", "el", "ar", "as", "ash", "ad", "at", "an", "az")  # the Arabic article before each kind of letter


@dataclass(frozen=True, slots=True)
class PlaceWord:
    """A word that makes no place's name by itself: "county", "northern". built: a building, a street, a yard."""

    word: str
    built: bool
    origin: str


@dataclass(frozen=True, slots=True)
class AreaKind:
    """A kind of area. stands: "before" or "after" a name, where the singular stands in the gazetteer's names."""

    plural: str
    singular: str
    stands: tuple[str, ...]
    origin: str


@dataclass(frozen=True, slots=True)
class ShortPlaceWord:
    """A short form of a word in the names of places: "Mt." for "Mount"."""

    short: str
    full: str
    origin: str


class PlaceWords:
    """The tables with lookups. bare: words that make no place's name by themselves, in small letters."""

    def __init__(
        self, words: tuple[PlaceWord, ...], kinds: tuple[AreaKind, ...], shorts: tuple[ShortPlaceWord, ...],
    ) -> None:
        self.bare = frozenset(row.word for row in words)
        self._built = frozenset(row.word for row in words if row.built)
        self.kinds = kinds
        self._singular = {word: kind.singular for kind in kinds for word in (kind.plural, kind.singular)}
        self._shorts = {row.short: row.full for row in shorts}

    def kind_of(self, word: str) -> str:
        """The singular of a word for a kind of area ("Counties" is "county"), "" where it is none."""
        return self._singular.get(word.lower(), "")

    def is_built(self, name: str) -> bool:
        """Whether a name of several words is a building's, a street's or a yard's: by its last word, or that before "of"."""
        words = name.lower().replace(".", "").split()
        head = words[words.index("of") - 1] if "of" in words[1:] else words[-1] if words else ""
        return len(words) > 1 and head in self._built

    def in_full(self, name: str) -> str:
        """A name with its short words written out and its kind in the singular: "Mt. Ash" is "Mount Ash"."""
        words = name.split()
        if len(words) < 2:
            return name
        last = self.kind_of(words[-1]) or self._shorts.get(words[-1], words[-1])
        return " ".join((*(self._shorts.get(word, word) for word in words[:-1]), last))

    def with_kind(self, name: str) -> tuple[str, ...]:
        """A name with the words for kinds of area beside it, for areas named without them."""
        after = [f"{name} {kind.singular}" for kind in self.kinds if "after" in kind.stands]
        return (*after, *(f"{kind.singular} {name}" for kind in self.kinds if "before" in kind.stands))

    def with_article(self, name: str) -> tuple[str, ...]:
        """A name with each form of the Arabic article, and without the one it has."""
        first, _, rest = name.replace("-", " ").partition(" ")
        core = rest if first.lower() in ("al", "el") and rest else name
        return (*(() if core == name else (core,)), *(f"{article} {core}" for article in ARTICLES))


def load_place_words(english: Path) -> PlaceWords:
    """The tables of a folder of English words. Raises BadLexicon with file, line and column."""
    words = load_rows(english / "place_words.tsv", PlaceWord)
    kinds = load_rows(english / "area_kinds.tsv", AreaKind)
    return PlaceWords(words, kinds, load_rows(english / "short_place_words.tsv", ShortPlaceWord))
