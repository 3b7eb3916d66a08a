"""Whether two reports place a thing apart: neighbours of one urban area, places ruled out, districts of a region."""

from __future__ import annotations

from itertools import pairwise

import pytest

from copydesk.compare.localities import Locality, find_localities, is_elsewhere
from copydesk.lexicon import load_world
from copydesk.record import Place, Span


def named(text: str, *names: str) -> frozenset[Locality]:
    """The places that a text names, as the gazetteer's most populous town of each name."""
    world = load_world()
    places = []
    for name in names:
        row = next(row for row in world.places.find(name) if row.level == "city")
        start = text.index(name)
        places.append(
            Place(
                span=Span(start=start, end=start + len(name)), name=row.name, country=row.country, latitude=row.latitude,
                longitude=row.longitude, level=row.level, gazetteer_id=str(row.geonames), metonym_for=None, trace=(),
            )
        )
    return find_localities(places, text, world.wording)


@pytest.mark.parametrize(
    ("left", "right"), [("Omdurman", "Khartoum North"), ("Minneapolis", "Saint Paul"), ("Ramallah", "Al Bīrah")],
)
def test_towns_of_one_urban_area_are_not_apart(left: str, right: str) -> None:
    """Two reports of a fire in twin cities tell one place in two ways."""
    assert not is_elsewhere(named(f"A fire in {left}.", left), named(f"A fire in {right}.", right))


@pytest.mark.parametrize(
    ("left", "right"), [("Omdurman", "Port Sudan"), ("Kinshasa", "Brazzaville"), ("Kharkiv", "Belgorod")],
)
def test_towns_far_off_or_of_two_states_are_apart(left: str, right: str) -> None:
    """A river that is a border parts twin cities."""
    assert is_elsewhere(named(f"A fire in {left}.", left), named(f"A fire in {right}.", right))


@pytest.mark.parametrize("opposing", ["not in", "rather than in", "instead of in", "but not", "and not in the"])
def test_a_place_ruled_out_opposes_its_neighbour(opposing: str) -> None:
    """ "In Khartoum North, not in Omdurman" contradicts "in Omdurman", however near they lie."""
    text = f"A fire in Khartoum North, {opposing} Omdurman."
    assert is_elsewhere(named("A fire in Omdurman.", "Omdurman"), named(text, "Khartoum North", "Omdurman"))


def test_the_same_place_twice_is_not_apart() -> None:
    """A shared place settles it, whatever else is named."""
    one, other = named("From Omdurman to Kassala.", "Omdurman", "Kassala"), named("In Kassala.", "Kassala")
    assert [is_elsewhere(*pair) for pair in pairwise((one, other, one))] == [False, False]


def test_a_place_without_an_entry_parts_nothing() -> None:
    """Nothing is known of where it lies."""
    assert not is_elsewhere(frozenset(), named("In Kassala.", "Kassala"))
