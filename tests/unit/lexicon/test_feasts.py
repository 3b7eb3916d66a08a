"""Days with names: rules, tables of moving feasts, days of states; zones and fiscal years by their tables."""

from __future__ import annotations

from datetime import date

import pytest

from copydesk.lexicon import load_world
from copydesk.lexicon.feasts import rule_day
from copydesk.lexicon.tables import load_rows
from copydesk.lexicon.timewords import NamedDay, Zone
from copydesk.lexicon.zones import offset_on

FEASTS = load_world().feasts


@pytest.mark.parametrize(
    ("rule", "year", "day"),
    [
        ("easter+0", 2024, date(2024, 3, 31)), ("orthodox+0", 2024, date(2024, 5, 5)), ("11-4-4", 2023, date(2023, 11, 23)),
        ("5--1-1", 2023, date(2023, 5, 29)), ("11-4-4+1", 2023, date(2023, 11, 24)), ("12-25", 2023, date(2023, 12, 25)),
    ],
)
def test_a_rule_gives_the_day_of_a_year(rule: str, year: int, day: date) -> None:
    """Easter of both reckonings, counted weekdays from either end, fixed days."""
    assert rule_day(rule, year) == day


@pytest.mark.parametrize(
    ("feast", "year", "begins"),
    [
        ("ramadan", 2024, "2024-03-11"), ("eid-al-fitr", 2022, "2022-05-02"), ("passover", 2024, "2024-04-23"),
        ("yom-kippur", 2023, "2023-09-25"), ("rosh-hashanah", 2022, "2022-09-26"), ("hanukkah", 2022, "2022-12-19"),
        ("lunar-new-year", 2023, "2023-01-22"), ("diwali", 2023, "2023-11-12"), ("nowruz", 2024, "2024-03-20"),
    ],
)
def test_moving_feasts_are_dated_by_table(feast: str, year: int, begins: str) -> None:
    """The first day by daylight, of every faith."""
    assert [span[0].isoformat() for span in FEASTS.spans(f"feast:{feast}", year)] == [begins]


def test_a_year_may_hold_a_feast_twice_and_the_tables_end() -> None:
    """The year of the moon is shorter; outside 1990 to 2035 nothing is made up."""
    assert len(FEASTS.spans("feast:eid-al-fitr", 2000)) == 2
    assert FEASTS.spans("feast:ramadan", 2036) == ()


def test_every_feast_of_a_rule_is_in_the_table() -> None:
    """A name of a feast that no row dates would stay undated without anybody seeing it."""
    rows = load_rows(load_world().english / "holidays.tsv", NamedDay)
    named = {rule for row in rows for rule in row.rule.split("|") if rule.startswith("feast:")}
    assert named
    assert [rule for rule in sorted(named) if not FEASTS.spans(rule, 2023)] == []


def test_a_states_own_day_is_known_by_its_state() -> None:
    """Independence Day is nobody's where no state is named; Labour Day is the first of May except where it is not."""
    assert FEASTS.rule_for("national:independence", "UKR") == "08-24"
    assert FEASTS.rule_for("national:independence", None) == "X"
    assert FEASTS.rule_for("national:labour", None) == "05-01"
    assert FEASTS.rule_for("national:labour", "USA") == "9-1-1"


@pytest.mark.parametrize(
    ("row", "day", "offset"),
    [
        ("us-05:00", date(2023, 7, 1), "-04:00"), ("us-05:00", date(2023, 12, 1), "-05:00"),
        ("us-05:00", date(2005, 3, 20), "-05:00"),
        ("eu+02:00", date(2023, 3, 26), "+03:00"), ("au+10:00", date(2023, 1, 1), "+11:00"), ("Z", date(2023, 1, 1), "Z"),
        ("eu+03:00 <2011-03-27|+04:00 <2014-10-26|+03:00", date(2013, 1, 1), "+04:00"),
        ("? <2010-01-01|+03:00", date(2009, 1, 1), ""),
        ("us-05:00", None, ""), ("+03:00", None, "+03:00"),
    ],
)
def test_a_zone_has_its_offset_of_the_day(row: str, day: date | None, offset: str) -> None:
    """Summer time by its rule, changes of a zone by their days, nothing where the row does not tell."""
    assert offset_on(row, day) == offset


def test_every_zone_has_an_offset_today() -> None:
    """No row is misspelt."""
    rows = load_rows(load_world().english / "time_zones.tsv", Zone)
    assert [row.words for row in rows if not offset_on(row.offset, date(2024, 6, 1))] == []


def test_fiscal_years_are_named_as_their_state_names_them() -> None:
    """By the year they end in for most, by the year they begin in for Japan; a pair of years tells itself."""
    years = load_world().fiscal_years
    assert years.span("USA", 2024) == (date(2023, 10, 1), date(2024, 9, 30))
    assert years.span("JPN", 2024) == (date(2024, 4, 1), date(2025, 3, 31))
    assert years.span("IND", 2021, first=True) == (date(2021, 4, 1), date(2022, 3, 31))
    assert years.year_of("AUS", date(2023, 8, 1)) == 2024
    assert years.span(None, 2024) is None
