"""The gazetteer: a quarter of a million places and their names in all scripts, in one file that is mapped, not read.

Layout of the file: a line of JSON (columns with type, count and offset; lists of countries and areas), then the columns
one after another. Names are kept as sorted 48-bit keys of their folded form, so a lookup is one binary search and the
names themselves need no room. Compiled by scripts/build_places from GeoNames (CC BY 4.0, see NOTICE).
"""

from __future__ import annotations

import hashlib
import json
import mmap
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np

from copydesk.errors import BadLexicon
from copydesk.lexicon.folding import fold_name
from copydesk.record import PlaceLevel

LEVELS: tuple[PlaceLevel, ...] = (
    "region_of_world", "country", "admin1", "admin2", "city", "district", "facility", "feature",
)
ALIGNED = 16  # bytes: every column starts at a multiple of this
_TYPES = {
    "keys": "<u4", "key_tails": "<u2", "rows": "<i4", "latitude": "<f4", "longitude": "<f4", "population": "<u4",
    "geonames": "<u4", "country": "<u2", "admin1": "<u2", "level": "<u1", "name_end": "<u4", "names": "<u1",
}


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """One place. country: alpha-3 or "". admin1: name of the area, "" where unknown. population: 0 where unknown.

    latitude, longitude: degrees WGS 84. geonames: id, 0 where the build knows none. is_main: the name asked for is the
    place's own and not one of its alternate names. row: its number in the file, the same in all lookups.
    """

    row: int
    name: str
    country: str
    admin1: str
    latitude: float
    longitude: float
    population: int
    level: PlaceLevel
    geonames: int
    is_main: bool


class Gazetteer:
    """The mapped file: `find` looks names up, `list_towns` lists the towns of some size."""

    def __init__(self, path: Path) -> None:
        try:
            with path.open("rb") as stream:
                self._header: dict[str, Any] = json.loads(stream.readline())
                self._body = mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ)
        except (OSError, ValueError) as fault:
            raise BadLexicon(f"{path}: cannot be read ({fault}); reinstall copydesk") from fault
        self._columns = {
            name: np.frombuffer(self._body, dtype=kind, count=count, offset=offset)
            for name, (kind, count, offset) in self._header["columns"].items()
        }
        self._cached_find = lru_cache(maxsize=16_384)(self._find)

    def __len__(self) -> int:
        return len(self._columns["level"])

    @property
    def names(self) -> int:
        """How many names lead to a place."""
        return len(self._columns["keys"])

    def count_levels(self) -> dict[PlaceLevel, int]:
        """How many places there are of each level; every place has one."""
        counts = np.bincount(self._columns["level"], minlength=len(LEVELS))
        return {level: int(count) for level, count in zip(LEVELS, counts, strict=True)}

    def find(self, name: str) -> tuple[PlaceRow, ...]:
        """The places of that name, accents, case and hyphens aside, the most populous first; () where there is none."""
        return self._cached_find(fold_name(name))

    def area_of(self, row: int) -> str:
        """The first-level area that a row of the file lies in, "" where none is known or the file has no such row."""
        return str(self._header["areas"][self._columns["admin1"][row]]) if 0 <= row < len(self) else ""

    def list_towns(self, population: int) -> Iterator[str]:
        """The own names of the towns with so many inhabitants or more, in the order of the file."""
        columns = self._columns
        is_town = (columns["population"] >= population) & (columns["level"] == LEVELS.index("city"))
        for row in np.flatnonzero(is_town):
            yield self._name(int(row))

    def _name(self, row: int) -> str:
        begin = int(self._columns["name_end"][row - 1]) if row else 0
        return self._columns["names"][begin : int(self._columns["name_end"][row])].tobytes().decode("utf-8")

    def _find(self, folded: str) -> tuple[PlaceRow, ...]:
        keys, tails = self._columns["keys"], self._columns["key_tails"]
        key, tail = divmod(name_key(folded), 1 << 16)
        first = int(np.searchsorted(keys, np.uint32(key), side="left"))
        found = []
        while first < len(keys) and keys[first] == key:
            if tails[first] == tail:
                code = int(self._columns["rows"][first])
                found.append(self._row(code >> 1, is_main=bool(code & 1)))
            first += 1
        return tuple(sorted(found, key=lambda place: (-place.population, place.row)))

    def _row(self, row: int, *, is_main: bool) -> PlaceRow:
        columns = self._columns
        name = self._name(row)
        country = self._header["countries"][columns["country"][row]]
        return PlaceRow(
            row, name, country, self._header["areas"][columns["admin1"][row]],
            round(float(columns["latitude"][row]), 5), round(float(columns["longitude"][row]), 5),
            int(columns["population"][row]), LEVELS[columns["level"][row]], int(columns["geonames"][row]), is_main,
        )

    @staticmethod
    def write(path: Path, columns: Mapping[str, Sequence[Any]], names: Sequence[tuple[int, int]]) -> None:
        """Write the file. columns: those of PlaceRow by name. names: (key, row * 2 + is_main), in any order."""
        countries = sorted(set(columns["country"]) | {""})
        areas = sorted(set(columns["admin1"]) | {""})
        encoded = [name.encode("utf-8") for name in columns["name"]]
        arrays: dict[str, Any] = {column: columns[column] for column in _TYPES if column in columns}
        arrays["country"] = [countries.index(code) for code in columns["country"]]
        number = {area: n for n, area in enumerate(areas)}
        arrays["admin1"] = [number[area] for area in columns["admin1"]]
        arrays["name_end"] = np.cumsum([len(name) for name in encoded])
        arrays["names"] = np.frombuffer(b"".join(encoded), dtype="u1")
        ordered = sorted(names)
        arrays["keys"] = [key >> 16 for key, _ in ordered]
        arrays["key_tails"] = [key & 0xFFFF for key, _ in ordered]
        arrays["rows"] = [row for _, row in ordered]
        packed = {name: np.asarray(values).astype(_TYPES[name]).tobytes() for name, values in arrays.items()}
        _write(path, packed, {"countries": countries, "areas": areas})


def _write(path: Path, packed: Mapping[str, bytes], lists: Mapping[str, list[str]]) -> None:
    room = 1 << 18
    while True:  # the header's own length decides the offsets it names
        offset, columns = room, {}
        for name, values in packed.items():
            columns[name] = (_TYPES[name], len(values) // np.dtype(_TYPES[name]).itemsize, offset)
            offset += -(-len(values) // ALIGNED) * ALIGNED
        header = json.dumps({"columns": columns, **lists}, ensure_ascii=False).encode("utf-8")
        if len(header) < room:
            break
        room *= 2
    with path.open("wb") as stream:
        stream.write(header.ljust(room - 1) + b"\n")
        for values in packed.values():
            stream.write(values.ljust(-(-len(values) // ALIGNED) * ALIGNED, b"\0"))


def name_key(folded: str) -> int:
    """48-bit key of a folded name: one name in 280 million that is not there finds another's place."""
    return int.from_bytes(hashlib.blake2b(folded.encode("utf-8"), digest_size=6).digest(), "big")
