"""Numbers in words and digits."""

from __future__ import annotations

import pytest

from copydesk.lexicon import load_world


@pytest.mark.parametrize(
    ("text", "value", "end"),
    [
        ("twenty-five men", 25, 11), ("two hundred thousand men", 200_000, 20), ("1.5 million men", 1_500_000, 11),
        ("2 1/2 years", 2.5, 5), ("one hundred and six men", 106, 19), ("12,500 men", 12_500, 6), ("seven men", 7, 5),
    ],
)
def test_a_number_is_as_long_as_it_goes(text: str, value: float, end: int) -> None:
    """Words and digits that add up are one number; the noun is not part of it."""
    number = load_world().quantities.numbers.match(text, 0)
    assert number is not None
    assert (number.value, number.end) == (value, end)


def test_years_and_ordinals_are_told_apart() -> None:
    """ "nineteen ninety-four" is a year, "twenty-first" an ordinal, "five and six" two numbers."""
    numbers = load_world().quantities.numbers
    year, ordinal, first = (numbers.match(text, 0) for text in ("nineteen ninety-four", "twenty-first", "five and six"))
    assert year is not None
    assert ordinal is not None
    assert first is not None
    assert (year.value, year.year) == (1994, True)
    assert (ordinal.value, ordinal.ordinal) == (21, True)
    assert first.value == 5
