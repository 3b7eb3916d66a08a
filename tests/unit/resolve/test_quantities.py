"""Quantities: numbers with what they count, and the words that bound them."""

from __future__ import annotations

import pytest
from time_articles import quantities_of


@pytest.mark.parametrize(
    ("text", "words", "unit", "low", "high"),
    [
        ("More than 4,000 soldiers crossed the river.", "More than 4,000 soldiers", "troops", 4000, None),
        ("At least 9 people were killed in the blast.", "At least 9 people were killed", "killed", 9, None),
        ("Up to 60 homes burned.", "Up to 60 homes", "buildings", None, 60),
        ("About 500 residents left.", "About 500 residents", "people", 450, 550),
        ("Dozens of drones fell.", "Dozens of drones", "drones", 24, 99),
        ("Hundreds were arrested.", "Hundreds were arrested", "arrested", 200, 999),
        ("Two dozen tanks stood there.", "Two dozen tanks", "tanks", 24, 24),
        ("Some 1.5 million refugees came.", "Some 1.5 million refugees", "refugees", 1_350_000, 1_650_000),
        ("It cost $3 billion.", "$3 billion", "dollars", 3e9, 3e9),
        ("Twenty-five sailors are missing; 30 percent voted.", "30 percent", "percent", 30, 30),
        ("Between 10 and 20 fighters were wounded.", "10 and 20 fighters were wounded", "injured", 10, 20),
        ("Two hundred thousand people fled.", "Two hundred thousand people fled", "displaced", 200_000, 200_000),
        ("The town lies 12 km from the sea.", "12 km", "km", 12, 12),
        ("No fewer than three hostages were freed.", "No fewer than three hostages were freed", "released", 3, None),
        ("The storm killed 7 people and hurt dozens.", "7 people", "killed", 7, 7),
        ("A blast, killing at least 12 civilians, shook it.", "at least 12 civilians", "killed", 12, None),
        ("Fewer than 40 villages were flooded.", "Fewer than 40 villages were flooded", "flooded", None, 40),
    ],
)
def test_a_quantity_has_unit_and_bounds(text: str, words: str, unit: str, low: float | None, high: float | None) -> None:
    """Unit by what befell those counted, else by their noun; bounds by the words before; tenths for "about"."""
    quantity = quantities_of(text)[words]
    assert (quantity.unit, quantity.low, quantity.high) == (
        unit, pytest.approx(low) if low is not None else None, pytest.approx(high) if high is not None else None,
    )


@pytest.mark.parametrize(
    "text",
    [
        "It was a 40-minute call in 1998.", "A 44-year-old man died.", "Resolution 425 was adopted.",
        "She came second on the 5th of May.", "He left at 6:30 a.m.",
    ],
)
def test_times_ages_and_names_are_no_quantities(text: str) -> None:
    """A number that belongs to a time, an age or a name counts nothing."""
    assert quantities_of(text) == {}


def test_an_exact_number_has_no_qualifier() -> None:
    """qualifier holds the bounding words as they stand, None where the number is exact."""
    exact = quantities_of("The storm reached 7 people.")
    bounded = quantities_of("The storm reached more than 70 people.")
    assert [one.qualifier for one in exact.values()] == [None]
    assert [one.qualifier for one in bounded.values()] == ["more than"]
