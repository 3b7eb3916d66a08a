"""Samples of the behavioural suites: office holders by day, countries among their namesakes."""

from __future__ import annotations

import pytest

from copydesk.language import Reader, load_reader
from copydesk.language.weights import FOLDER, MANIFEST
from copydesk.lexicon import load_world
from evaluation.suites import NAMESAKES, is_country_right, is_holder_found, make_country_cases, make_office_cases

WORLD = load_world()


@pytest.fixture(scope="module")
def reader() -> Reader:
    """The shipped model."""
    if not (FOLDER / MANIFEST).exists():
        pytest.skip("the reader model's weights are not in this checkout: make them with `python -m training`")
    return load_reader()


def test_an_office_is_its_holder_on_the_day(reader: Reader) -> None:
    """Of a seeded sample of states and days at least 98 in a hundred holders are found."""
    cases = list(make_office_cases(WORLD, fillings=4))
    right = sum(is_holder_found(case, WORLD, reader) for case in cases)
    assert right >= 0.98 * len(cases)


def test_a_country_is_a_country(reader: Reader) -> None:
    """Every word for a state is that state, and every namesake is the town it says it is."""
    cases = list(make_country_cases(WORLD, fillings=4))
    assert len(cases) > len(NAMESAKES)
    assert [case.text for case in cases if not is_country_right(case, WORLD, reader)] == []
