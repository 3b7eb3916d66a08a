"""Sums with partial dates: a day seen as its week, month, quarter; steps by units; the nearest weekday or month.

Units are those of an ISO 8601 duration (D W M Y; TH TM TS for hours, minutes, seconds), with Q quarter, WE weekend, DE decade
and CE century. A value that cannot be fixed holds X where digits lack.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import Literal

from copydesk.lexicon.calendar import add_months, last_day, week_of

# over: past for sure, as after "since"; coming: future for sure, as right under "will"; timetable: the present tense of a plan
# ("the court rules on Thursday").
Tense = Literal["past", "over", "present", "timetable", "future", "coming"] | None
# How many times as far a date counts that lies against the tense of its clause; by reason, not tuned.
AGAINST_TENSE = 3

_UNKNOWN = {
    "D": "XXXX-XX-XX", "W": "XXXX-WXX", "WE": "XXXX-WXX-WE", "M": "XXXX-XX", "Q": "XXXX-QX", "Y": "XXXX", "DE": "XXX",
    "CE": "XX",
}
_SLACK = 2  # days that something surely over may lie ahead: the page may be dated by another clock
_FIRST_YEAR, _LAST_YEAR = 100, 9900  # sums of days near the ends of the calendar would leave it
_LEAP_REACH = 8  # years on either side in which a 29 February is found
_SUMMABLE = re.compile(
    r"(?P<year>\d{4})(?:-W(?P<week>\d\d)|-Q(?P<quarter>\d)|-(?P<season>SP|SU|FA|WI)|-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?"
)
SEASON_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}  # the month in which each begins, northern


SpanInYear = Callable[[int], tuple[date, date] | None]  # first and last day of a yearly time


def value_of(day: date | None, unit: str) -> str:
    """The TIMEX3 value of the unit that a day lies in; X for digits where the day is unknown."""
    if day is None:
        return _UNKNOWN.get(unit, "XXXX-XX-XX")
    forms: dict[str, Callable[[], str]] = {
        "W": lambda: week_of(day), "WE": lambda: week_of(day) + "-WE", "M": lambda: f"{day:%Y-%m}",
        "Q": lambda: f"{day.year:04d}-Q{(day.month + 2) // 3}", "Y": lambda: f"{day.year:04d}",
        "DE": lambda: f"{day.year // 10:03d}", "CE": lambda: f"{day.year // 100:02d}",
    }
    return forms.get(unit, day.isoformat)()


def shift_day(day: date | None, count: float, unit: str) -> date | None:
    """The day `count` units from a day; months keep the day of the month where they can. None beyond the calendar."""
    if day is None:
        return None
    months = {"M": 1, "Q": 3, "Y": 12, "DE": 120, "CE": 1200}.get(unit)
    try:
        if months is None:
            return day + timedelta(days=round(count * {"W": 7, "WE": 7, "2W": 14}.get(unit, 1)))
        year, month = add_months(day.year, day.month, round(count * months))
        return date(year, month, min(day.day, last_day(year, month).day))
    except (ValueError, OverflowError):
        return None


def day_in(value: str) -> date | None:
    """A day that stands for a value in sums: its first; None where the value fixes none or lies near the calendar's ends."""
    match = _SUMMABLE.match(value)
    if match is None:
        return None
    year = int(match["year"])
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        return None
    try:
        if match["week"]:
            return date.fromisocalendar(year, int(match["week"]), 1)
        month = SEASON_MONTHS.get(match["season"] or "") or int(match["quarter"] or 0) * 3 - 2
        return date(year, month if month > 0 else int(match["month"] or 1), int(match["day"] or 1))
    except ValueError:
        return None


def nearest_weekday(anchor: date, weekday: int, tense: Tense) -> date:
    """The nearest such weekday (1 Monday) not after the anchor, or not before it where the clause is future."""
    if tense in ("future", "coming"):
        return anchor + timedelta(days=(weekday - anchor.isoweekday()) % 7)
    return anchor - timedelta(days=(anchor.isoweekday() - weekday) % 7)


def weekday_beyond(anchor: date, weekday: int, direction: int) -> date:
    """The last such weekday before the anchor (-1), the next after it (1), or the one of its own week (0)."""
    if direction == 0:
        return anchor + timedelta(days=weekday - anchor.isoweekday())
    if direction < 0:
        return anchor - timedelta(days=(anchor.isoweekday() - weekday - 1) % 7 + 1)
    return anchor + timedelta(days=(weekday - anchor.isoweekday() - 1) % 7 + 1)


def nearest_year(anchor: date, tense: Tense, span_in: SpanInYear) -> int:
    """The year in which a yearly time (its first and last day by `span_in`) is meant, seen from the anchor.

    The nearest one; one that lies against the tense of its clause counts as `AGAINST_TENSE` times as far. Tense is no
    more than evidence: "the plan announced on Tuesday runs out on July 1" has a past verb over a date to come. What is
    surely over does not lie ahead, what is surely to come does not lie back.
    """
    for reach in (1, _LEAP_REACH):
        years = range(anchor.year - reach, anchor.year + reach + 1)
        spans = [(distance(anchor, tense, span), year) for year in years if (span := span_in(year))]
        if spans:
            return min(spans)[1]
    return anchor.year


def distance(anchor: date, tense: Tense, span: tuple[date, date]) -> float:
    """How far a stretch of days lies from the anchor, in days; as `nearest_year` weighs it by the tense."""
    if span[0] <= anchor <= span[1]:
        return 0
    days = (span[0] - anchor).days if span[0] > anchor else (span[1] - anchor).days
    if (tense == "over" and days > _SLACK) or (tense == "coming" and days < -_SLACK):
        return math.inf
    against = (tense == "past" and days > 0) or (tense in ("future", "timetable") and days < 0)
    return abs(days) * (AGAINST_TENSE if against else 1)


def month_span(month: int, day: int | None) -> SpanInYear:
    """First and last day of a month, or of a day in it, as a function of the year."""
    def span(year: int) -> tuple[date, date] | None:
        try:
            first = date(year, month, day or 1)
        except ValueError:
            return None
        return first, first if day else last_day(year, month)

    return span


def months_span(first: int, count: int) -> SpanInYear:
    """First and last day of `count` months that begin with month `first`, as a function of the year."""
    def span(year: int) -> tuple[date, date] | None:
        return date(year, first, 1), last_day(*add_months(year, first, count - 1))

    return span
