"""The compiled gazetteer: names in all scripts, areas, points; loads at once."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from copydesk.errors import BadLexicon
from copydesk.lexicon import load_world
from copydesk.lexicon.gazetteer import Gazetteer
from copydesk.lexicon.tables import FOLDER

PLACES = load_world().places


@pytest.mark.parametrize("name", ["Kyiv", "Kiev", "KYIV", "Київ"])
def test_spellings_of_a_town_are_one_place(name: str) -> None:
    """Case, script and old names lead to one GeoNames id."""
    assert PLACES.find(name)[0].geonames == 703448


@pytest.mark.parametrize(
    ("name", "country", "level"),
    [
        ("Tasmania", "AUS", "admin1"), ("Kherson region", "UKR", "admin1"), ("Cook County", "USA", "admin2"),
        ("Sea of Azov", "", "feature"), ("Suomi", "FIN", "country"), ("Ulan Bator", "MNG", "city"),
    ],
)  # fmt: skip
def test_a_place_has_its_level(name: str, country: str, level: str) -> None:
    """Countries, areas, towns and waters are told apart, so that none is drawn as another."""
    first = PLACES.find(name)[0]
    assert (first.country, first.level) == (country, level)


def test_namesakes_come_most_populous_first() -> None:
    """A name of many places gives them all, by population."""
    people = [row.population for row in PLACES.find("Valencia")]
    assert len(people) > 3
    assert people == sorted(people, reverse=True)


def test_an_unknown_name_finds_nothing() -> None:
    """A name that is nobody's gives an empty tuple."""
    assert PLACES.find("Qwertyopolis") == ()


def test_the_gazetteer_loads_at_once() -> None:
    """Mapping the file takes far less than the 300 milliseconds allowed."""
    began = time.perf_counter()
    assert len(Gazetteer(FOLDER / "world" / "places.bin")) > 200_000
    assert time.perf_counter() - began < 0.3


def test_a_damaged_file_says_so(tmp_path: Path) -> None:
    """What is no gazetteer is refused with the file's name."""
    path = tmp_path / "places.bin"
    path.write_bytes(b"not a gazetteer\n")
    with pytest.raises(BadLexicon, match=r"places\.bin"):
        Gazetteer(path)


def test_a_written_gazetteer_reads_back(tmp_path: Path) -> None:
    """What is written is found again, the same bytes for the same rows."""
    columns = {
        "name": ["Hillford", "Hillford"], "country": ["GBR", "USA"], "admin1": ["", "Ohio"], "latitude": [52.0, 40.0],
        "longitude": [-1.0, -83.0], "population": [10, 900], "level": [4, 4], "geonames": [1, 2],
    }
    from copydesk.lexicon.gazetteer import name_key

    names = [(name_key("hillford"), 0 * 2 + 1), (name_key("hillford"), 1 * 2 + 1)]
    for path in (tmp_path / "a", tmp_path / "b"):
        Gazetteer.write(path, columns, names)
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()
    assert [(row.country, row.admin1) for row in Gazetteer(tmp_path / "a").find("Hillford")] == [("USA", "Ohio"), ("GBR", "")]
