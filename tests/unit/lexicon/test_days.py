"""Days as an editor writes them."""

from datetime import date

import pytest

from copydesk.lexicon.days import read_day, write_day, write_when


def test_the_year_is_left_out_where_it_is_the_story_s_own() -> None:
    """ "Tue 15 Oct" beside a story of 2024, with the year beside any other."""
    assert write_day(date(2024, 10, 15), beside="2024-10-16") == "Tue 15 Oct"
    assert write_day(date(2024, 10, 15), beside="2025-01-01") == "Tue 15 Oct 2024"
    assert write_day(date(2024, 10, 15), weekday=False) == "15 Oct 2024"


@pytest.mark.parametrize(("value", "expected"), [
    ("2024-10-15", "Tue 15 Oct 2024"), ("2024-10-15T16:10", "Tue 15 Oct 2024 16:10"), ("2024-10", "Oct 2024"),
    ("2024", "2024"), ("2024-W42", "2024-W42"), ("202X", "202X"),
])
def test_precision_is_kept(value: str, expected: str) -> None:
    """A month stays a month; what is no day is shown as it is."""
    assert write_when(value) == expected


@pytest.mark.parametrize("value", [None, "2024-10", "soon", "2024-99-01"])
def test_what_names_no_single_day_is_none(value: str | None) -> None:
    """Nothing is guessed."""
    assert read_day(value) is None
