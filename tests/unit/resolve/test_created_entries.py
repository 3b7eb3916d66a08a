"""Entries of a live page that show a time of day: on which day, where the page tells it."""

from dataclasses import replace

import pytest
from time_articles import make_article

from copydesk.record import Article, CreatedCandidate
from copydesk.resolve import date_entries


def _dated(created: str | None, updated: str | None, clocks: list[str]) -> list[str]:
    main = replace(make_article("Flood\n", created), updated=updated)
    entries = [replace(main, created=None, created_candidates=(_clock(clock),), entry_of=main.id) for clock in clocks]
    return [entry.created_candidates[0].value for entry in date_entries(main, entries)]


def _clock(value: str) -> CreatedCandidate:
    return CreatedCandidate(value=f"T{value}", basis="clock", span=None)


@pytest.mark.parametrize(
    ("created", "updated", "clocks", "days"),
    [
        ("2025-03-04T09:00Z", None, ["14:02", "13:20", "09:05"], [4, 4, 4]),
        ("2025-03-04", "2025-03-04T15:00", ["09:05", "13:20", "14:02"], [4, 4, 4]),
        ("2025-03-04", "2025-03-05T01:00", ["00:41", "23:58", "23:10", "22:00"], [5, 4, 4, 4]),
        ("2025-03-04", "2025-03-05T01:00", ["22:00", "23:10", "23:58", "00:41"], [4, 4, 4, 5]),
        ("2025-03-04", "2025-03-06", ["08:00", "07:30", "23:00", "09:00", "21:00", "20:00"], [6, 6, 5, 5, 4, 4]),
    ],
)
def test_times_of_day_follow_the_pages_days(created: str, updated: str | None, clocks: list[str], days: list[int]) -> None:
    """Newest first or oldest first; where a time runs against the order, midnight lies between."""
    assert _dated(created, updated, clocks) == [f"2025-03-0{day}T{clock}" for day, clock in zip(days, clocks, strict=True)]


@pytest.mark.parametrize(
    ("created", "updated", "clocks"),
    [
        (None, None, ["14:02", "13:20", "12:45"]),  # the page has no day
        ("2025-03", None, ["14:02", "13:20", "12:45"]),  # a month is no day
        ("2025-03-04", None, ["00:41", "23:58", "23:10"]),  # midnight passed, one day stated: the first or the last?
        ("2025-03-04", "2025-03-06", ["14:02", "13:20", "12:45"]),  # two days stated, no midnight seen
        ("2025-03-04", None, ["00:10", "23:50"]),  # nobody knows which of two comes first
        ("2025-03-04", None, ["10:00", "12:00", "09:00"]),  # no order
    ],
)
def test_a_day_that_is_not_told_is_not_invented(created: str | None, updated: str | None, clocks: list[str]) -> None:
    """The time stays a time of day."""
    assert _dated(created, updated, clocks) == [f"T{clock}" for clock in clocks]


def test_what_is_dated_stays() -> None:
    """An entry with a time of its own keeps it, and does not count in the order."""
    main = make_article("Flood\n", "2025-03-04")
    own = CreatedCandidate(value="2025-03-02T10:00Z", basis="time", span=None)
    entry: Article = replace(main, created_candidates=(own, _clock("10:00")), entry_of=main.id)
    assert date_entries(main, [entry]) == (entry,)
