"""The name lists of `corpus/lists`: what can stand in a slot, by country, region or for the whole world."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

LISTS = Path(__file__).parent / "lists"
WORLD = "world"
PRIZE = re.compile(r"Prize|Prix|Award|Palme|Bear$|Oscar|Grammy")
KINDS = {
    "person": ("person",),
    "state": ("state",),
    "group": ("adjective", "nationals", "group", "groups"),
    "place": ("city", "capital", "province", "water", "land", "quarter"),
    "organisation": (
        *("ministry", "court", "agency", "party", "unit", "body", "armed", "union"),
        *("company", "university", "ngo", "platform", "club"),
    ),
    "facility": (
        *("facility", "prison", "airport", "airbase", "square", "dam", "plant", "bridge"),
        *("shrine", "palace", "hospital", "stadium", "camp"),
    ),
    "event": ("event", "war", "operation", "storm", "summit", "cup", "feast"),
    "weapon": ("weapon", "aircraft", "missile", "drone", "tank", "rifle", "ship", "satellite"),
    "law": ("law",),
    "work": ("title", "prize", "paper", "scripture"),
    "outlet": ("outlet",),
}
LABELS = {kind: label for label, kinds in KINDS.items() for kind in kinds}
WITH_THE = frozenset(
    {
        *("ministry", "court", "agency", "party", "unit", "body", "armed", "union", "outlet", "water"),
        *("land", "facility", "event", "law", "satellite", "prize", "scripture"),
    }
)


@dataclass(frozen=True, slots=True)
class Name:
    """A name as listed, and whether running text puts "the" before it."""

    text: str
    the: bool = False


@dataclass(frozen=True, slots=True)
class Culture:
    """How the persons of one culture are called; `rule` orders the parts of a full name."""

    rule: str
    men: tuple[str, ...]
    women: tuple[str, ...]
    family: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Country:
    """One country: its key in every list, the region of a sentence that plays there, the cultures of its people."""

    key: str
    region: str
    cultures: tuple[str, ...]


def read_table(path: Path) -> Iterator[dict[str, str]]:
    """Rows of a tab-separated file by the names of its first line; lines with # are comments."""
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line.strip() and not line.startswith("#")]
    columns = lines[0].split("\t")
    for line in lines[1:]:
        cells = line.split("\t")
        yield dict(zip(columns, cells + [""] * (len(columns) - len(cells)), strict=True))


def split_cell(cell: str) -> tuple[str, ...]:
    """The names of a cell, which stand between semicolons."""
    return tuple(name.strip() for name in cell.split(";") if name.strip())


def read_name(written: str, kind: str) -> Name:
    """A listed name: "!" before it turns the article of its kind off, "the " turns it on."""
    if written.startswith("the "):
        return Name(written[4:], the=True)
    return Name(written.removeprefix("!"), the=kind in WITH_THE and not written.startswith("!"))


class Tables:
    """All lists, read once: names by (kind, country, region or "world"), cultures, countries and fillers."""

    @cached_property
    def countries(self) -> dict[str, Country]:
        """Every country by its key."""
        rows = read_table(LISTS / "states.tsv")
        return {row["country"]: Country(row["country"], row["region"], split_cell(row["culture"])) for row in rows}

    @cached_property
    def cultures(self) -> dict[str, Culture]:
        """Every culture by its name."""
        return {
            row["culture"]: Culture(row["rule"], *(split_cell(row[part]) for part in ("men", "women", "family")))
            for row in read_table(LISTS / "people.tsv")
        }

    @cached_property
    def fillers(self) -> dict[str, tuple[str, ...]]:
        """Words that are no names, by kind."""
        return {row["kind"]: split_cell(row["options"]) for row in read_table(LISTS / "fillers.tsv")}

    @cached_property
    def names(self) -> dict[tuple[str, str], tuple[Name, ...]]:
        """Names by (kind, where)."""
        found: dict[tuple[str, str], tuple[Name, ...]] = {}
        for kind, where, cell in self.read_cells():
            listed = tuple(read_name(written, kind) for written in split_cell(cell))
            found[kind, where] = found.get((kind, where), ()) + listed
        for row in read_table(LISTS / "kinds.tsv"):
            words = re.compile(row["words"])
            for (kind, where), listed in list(found.items()):
                if kind == row["of"]:
                    found[row["kind"], where] = tuple(name for name in listed if words.search(name.text))
        return found

    def read_cells(self) -> Iterator[tuple[str, str, str]]:
        """(kind, where, cell of names) of every list."""
        for row in read_table(LISTS / "states.tsv"):
            yield from ((kind, row["country"], row[kind]) for kind in ("state", "adjective", "nationals", "capital"))
        for row in read_table(LISTS / "places.tsv"):
            yield from ((kind, row["country"], row[kind]) for kind in ("city", "province", "water", "land", "quarter"))
        for row in read_table(LISTS / "groups.tsv"):
            pairs = [pair.split("=") for pair in split_cell(row["pairs"])]
            yield "group", row["country"], ";".join(one for one, _ in pairs)
            yield "groups", row["country"], ";".join(many for _, many in pairs)
        for row in (*read_table(LISTS / "organisations.tsv"), *read_table(LISTS / "things.tsv")):
            if row["kind"] == "work":
                works = split_cell(row["names"])
                yield "prize", row["country"], ";".join(work for work in works if PRIZE.search(work))
                yield "title", row["country"], ";".join(work for work in works if not PRIZE.search(work))
            else:
                yield row["kind"], row["country"], row["names"].replace("!", "") if row["kind"] == "ship" else row["names"]
        for row in read_table(LISTS / "outlets.tsv"):
            yield "outlet", row["country"], row["names"]

    def find_pools(self, kind: str, country: str) -> list[tuple[Name, ...]]:
        """The pools a slot may draw from: the country's own, its region's, the world's; empty ones left out."""
        places = (country, self.countries[country].region, WORLD)
        return [pool for place in places if (pool := self.names.get((kind, place), ()))]
