"""Calendar sums: what a value covers, and when two of them meet."""

from __future__ import annotations

import pytest

from copydesk.lexicon.calendar import (
    add_days,
    add_months,
    contains,
    days_between,
    interval_of,
    last_day,
    overlaps,
    precision_of,
)


@pytest.mark.parametrize(
    ("value", "interval"),
    [
        ("2024-02", ("2024-02-01", "2024-02-29")),
        ("2023-11-30", ("2023-11-30", "2023-11-30")),
        ("2020-W53", ("2020-12-28", "2021-01-03")),
        ("2023-W10-WE", ("2023-03-11", "2023-03-12")),
        ("2023-Q4", ("2023-10-01", "2023-12-31")),
        ("2023-H1", ("2023-01-01", "2023-06-30")),
        ("2023-WI", ("2023-12-01", "2024-02-29")),
        ("198", ("1980-01-01", "1989-12-31")),
        ("19", ("1900-01-01", "1999-12-31")),
        ("2023-03-11TEV", ("2023-03-11T17:00", "2023-03-11T21:59")),
        ("2023-03-11T09", ("2023-03-11T09:00", "2023-03-11T09:59")),
        ("2023-03-11T24:00", ("2023-03-12T00:00", "2023-03-12T00:00")),
        ("2023-02-30", None),
        ("P3D", None),
        ("PRESENT_REF", None),
        ("XXXX-XX-03", None),
    ],
)
def test_a_value_covers_its_precision(value: str, interval: tuple[str, str] | None) -> None:
    """A value covers first to last day of what its length says; no calendar time covers nothing."""
    assert interval_of(value) == interval


def test_zones_resolve_before_times_are_compared() -> None:
    """15:40 three hours east of Greenwich is 12:40 there, and no other minute."""
    local, greenwich = interval_of("2023-05-04T15:40+03:00"), interval_of("2023-05-04T12:40Z")
    assert local
    assert greenwich
    assert overlaps(local, greenwich)
    assert not overlaps(local, ("2023-05-04T15:40Z", "2023-05-04T15:40Z"))


def test_a_month_contains_its_days() -> None:
    """Containment holds one way only; neighbours do not overlap."""
    month, day = ("2023-05-01", "2023-05-31"), ("2023-05-31", "2023-05-31")
    assert contains(month, day)
    assert not contains(day, month)
    assert not overlaps(month, ("2023-06-01", "2023-06-01"))
    assert overlaps(day, ("2023-05-31T23:00", "2023-06-01T01:00"))


def test_sums_carry_over_months_and_years() -> None:
    """Days and months carry; what is no day gives None."""
    assert add_days("2023-12-31T10:00", 1) == "2024-01-01"
    assert add_days("2023-12", 1) is None
    assert add_months(2023, 11, 3) == (2024, 2)
    assert add_months(2023, 1, -1) == (2022, 12)
    assert days_between("2023-03-01", "2023-02-27") == -2
    assert last_day(2024, 2).day == 29


@pytest.mark.parametrize(
    ("value", "precision"),
    [
        ("2023-05-09", "day"), ("XXXX-WXX-2", "day"), ("XXXX-XX-XX", "day unknown"), ("2023-05", "month"), ("2023", "year"),
        ("BC0480", "year"), ("198", "decade"), ("19", "century"), ("2023-W19", "week"), ("2023-W19-WE", "weekend"),
        ("2023-Q1", "quarter"), ("2023-H1", "half year"), ("2023-SU", "season"), ("2023-05-09TEV", "part of the day"),
        ("2023-05-09T20", "hour"), ("2023-05-09T20:15", "minute"), ("P3D", "length"), ("PAST_REF", "vague"),
    ],
)
def test_a_value_says_how_much_it_fixes(value: str, precision: str) -> None:
    """Its form alone decides, also where digits are unknown."""
    assert precision_of(value) == precision
