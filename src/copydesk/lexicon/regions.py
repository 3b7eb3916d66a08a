"""Places that are neither states nor towns: parts of the world, waters, mountains, provinces known by English names."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from copydesk.lexicon.states import plain_words
from copydesk.lexicon.tables import load_rows
from copydesk.record import PlaceLevel


@dataclass(frozen=True, slots=True)
class Region:
    """One row. country: alpha-3 where one state holds it. latitude, longitude: its middle in degrees WGS 84."""

    name: str
    aliases: tuple[str, ...]
    adjectives: tuple[str, ...]
    level: PlaceLevel
    country: str | None
    latitude: float
    longitude: float
    geonames: int | None
    origin: str


@dataclass(frozen=True, slots=True)
class AreaAbbreviation:
    """A short form of an area that news puts after a town and a comma. area: its name in the gazetteer."""

    short: str
    area: str
    country: str
    origin: str


@dataclass(frozen=True, slots=True)
class PlaceSpelling:
    """A spelling in news that the gazetteer's lists lack. name, country, level: the place's row in the gazetteer."""

    spelling: str
    name: str
    country: str
    level: PlaceLevel
    origin: str


class Regions:
    """The table with lookups by name and by adjective."""

    def __init__(self, rows: tuple[Region, ...]) -> None:
        self.rows = rows
        self.names = {name: row for row in reversed(rows) for name in (row.name, *row.aliases)}
        self.adjectives = {word: row for row in reversed(rows) for word in row.adjectives}

    def find(self, words: str) -> Region | None:
        """The region of that name or adjective: "the Middle East", "Crimean"; case counts."""
        plain = plain_words(words)
        return self.names.get(plain) or self.adjectives.get(plain)


def load_area_abbreviations(path: Path) -> dict[str, AreaAbbreviation]:
    """Short forms of areas by their letters. Raises BadLexicon with file, line and column."""
    return {row.short: row for row in load_rows(path, AreaAbbreviation)}


def load_regions(path: Path) -> Regions:
    """The table of regions. Raises BadLexicon with file, line and column."""
    return Regions(load_rows(path, Region))
