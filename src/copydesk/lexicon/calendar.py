"""Calendar sums over ISO 8601 prefixes and TIMEX3 values: pure functions, no clock, for every room.

A value's length is its precision: "2022-02" is a month, "2022-02-15T14" an hour. Besides plain ISO prefixes the values
of TIMEX3 are read: "2022-W07", "2022-W07-WE", "2022-Q1", "2022-H1", "2022-SU", "202" (a decade), "20" (a century),
"2022-02-15TMO" (a part of the day). Intervals are pairs of ISO texts, both ends included, to the day or to the minute.
"""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from functools import lru_cache

Interval = tuple[str, str]

_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:[T ]([^+Zz-]*)(Z|z|[+-](?:[01]\d|2[0-3]):?[0-5]\d)?)?$")
_WEEK = re.compile(r"(\d{4})-W(\d\d)(?:-(WE|[1-7]))?$")
_PART = re.compile(r"(\d{4})-(\d\d|Q[1-4]|H[12]|SP|SU|FA|AU|WI)$")
_YEARS = re.compile(r"(\d{2,4})$")
_CLOCK = re.compile(r"(\d\d)(?::?(\d\d)(?::?(\d\d)(?:[.,]\d+)?)?)?$")

# First and last month of each part of a year, northern seasons by whole months; a winter runs into the next year.
_MONTHS = {
    "Q1": (1, 3), "Q2": (4, 6), "Q3": (7, 9), "Q4": (10, 12), "H1": (1, 6), "H2": (7, 12),
    "SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "AU": (9, 11), "WI": (12, 14),
}
# Hours of the parts of a day; a night runs into the next day, so its end is kept at the day's last minute.
_HOURS = {
    "MO": ("05:00", "11:59"), "MI": ("11:00", "12:59"), "DT": ("06:00", "17:59"), "AF": ("12:00", "17:59"),
    "EV": ("17:00", "21:59"), "NI": ("18:00", "23:59"),
}
# What a value fixes, by its form; the first that fits counts. "XXXX" stands for what is not known.
_PRECISIONS = tuple((re.compile(form), name) for form, name in (
    (r"(?:PAST|PRESENT|FUTURE)_REF$", "vague"), (r"P", "length"), (r".+T(?:MO|MI|DT|AF|EV|NI)$", "part of the day"),
    (r".+T\d\d(?:[Z+-].*)?$", "hour"), (r".+T\d\d:?\d\d", "minute"), (r".+-W(?:\d\d|XX)-WE$", "weekend"),
    (r".+-W(?:\d\d|XX)$", "week"), (r".+-Q[\dX]$", "quarter"), (r".+-H[12X]$", "half year"),
    (r".+-(?:SP|SU|FA|AU|WI)$", "season"),
    (r"X+-XX-XX$", "day unknown"), (r".{4}-[\dX]{2}-\d\d$|.+-W(?:\d\d|XX)-\d$", "day"), (r".{4}-[\dX]{2}(?:-XX)?$", "month"),
    (r"(?:BC)?\d{4}$|XXXX$", "year"), (r"(?:BC)?\d{3}X?$|XXX$", "decade"), (r"(?:BC)?\d\dX*$|XX$", "century"),
))
_SHORTEST_TIME = 16  # characters of "2022-02-15T14:40"


@lru_cache(maxsize=65_536)
def interval_of(value: str) -> Interval | None:
    """First and last day (or minute) that a value covers; None where it is no calendar time ("P3D", "XXXX-05").

    "2022-02" gives ("2022-02-01", "2022-02-28"); "2022-02-15T14:40" gives that minute twice, its zone kept.
    """
    try:
        for pattern, reader in ((_DAY, _read_day), (_WEEK, _read_week), (_PART, _read_part), (_YEARS, _read_years)):
            if match := pattern.match(value):
                return reader(*match.groups())
    except (ValueError, OverflowError):  # no such day: "2022-02-30"
        return None
    return None


def precision_of(value: str) -> str:
    """How much a TIMEX3 value fixes: "day", "week", "month", "part of the day", "length" of a duration, "vague" ..."""
    return next((name for form, name in _PRECISIONS if form.match(value)), "other")


def day_of(iso: str | None) -> date | None:
    """The day that an ISO text begins with; None where it is shorter than a day or names none."""
    try:
        return date.fromisoformat(iso[:10]) if iso and len(iso) >= 10 else None
    except ValueError:
        return None


def moment_of(iso: str | None) -> datetime | None:
    """The moment that an ISO text names, a day's is its midnight; None where it is shorter than a day or names none."""
    try:
        return datetime.fromisoformat(iso.replace("Z", "+00:00")) if iso and len(iso) >= 10 else None
    except ValueError:
        return None


def overlaps(left: Interval, right: Interval) -> bool:
    """Whether two intervals share a moment. Zones are resolved where both sides name one."""
    left_begin, left_end, right_begin, right_end = _moments(left, right)
    return left_begin <= right_end and right_begin <= left_end


def contains(outer: Interval, inner: Interval) -> bool:
    """Whether `inner` lies wholly within `outer`. Zones are resolved where both sides name one."""
    outer_begin, outer_end, inner_begin, inner_end = _moments(outer, inner)
    return outer_begin <= inner_begin and inner_end <= outer_end


def add_days(iso: str, days: int) -> str | None:
    """The day `days` after the day that `iso` begins with; None where it names no day or the calendar ends."""
    day = day_of(iso)
    try:
        return (day + timedelta(days=days)).isoformat() if day else None
    except OverflowError:
        return None


def add_months(year: int, month: int, months: int) -> tuple[int, int]:
    """Year and month (1-12) that lie `months` after the given ones."""
    return year + (month - 1 + months) // 12, (month - 1 + months) % 12 + 1


def days_between(earlier: str, later: str) -> int | None:
    """Days from one ISO day to another, negative where `later` is earlier; None where either names no day."""
    first, second = day_of(earlier), day_of(later)
    return (second - first).days if first and second else None


def week_of(day: date) -> str:
    """The ISO week of a day: "2022-W07"."""
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


def last_day(year: int, month: int) -> date:
    """The last day of a month."""
    next_year, next_month = add_months(year, month, 1)
    return date(next_year, next_month, 1) - timedelta(days=1) if next_year <= date.max.year else date(year, 12, 31)


def _read_day(year: str, month: str, day: str, clock: str | None, zone: str | None) -> Interval | None:
    iso = date(int(year), int(month), int(day)).isoformat()
    if not clock:
        return iso, iso
    if hours := _HOURS.get(clock):
        return f"{iso}T{hours[0]}", f"{iso}T{hours[1]}"
    match = _CLOCK.match(clock)
    if match is None or int(match[1]) > 24 or int(match[2] or 0) > 59:
        return (iso, iso) if clock[0] == "X" else None
    hour, minute, zone = match[1], match[2], (zone or "").upper()
    if hour == "24":
        midnight = f"{date.fromisoformat(iso) + timedelta(days=1)}T00:00{zone}"
        return midnight, midnight
    return f"{iso}T{hour}:{minute or '00'}{zone}", f"{iso}T{hour}:{minute or '59'}{zone}"


def _read_week(year: str, week: str, part: str | None) -> Interval:
    first, last = (6, 7) if part == "WE" else (int(part), int(part)) if part else (1, 7)
    days = [date.fromisocalendar(int(year), int(week), day) for day in (first, last)]
    return days[0].isoformat(), days[1].isoformat()


def _read_part(year: str, part: str) -> Interval:
    first, last = _MONTHS.get(part) or (int(part), int(part))
    begin = date(int(year), first, 1)
    return begin.isoformat(), last_day(*add_months(int(year), 1, last - 1)).isoformat()


def _read_years(digits: str) -> Interval | None:
    missing = 4 - len(digits)
    begin, end = int(digits + "0" * missing), int(digits + "9" * missing)
    return (f"{begin:04d}-01-01", f"{end:04d}-12-31") if begin >= 1 else None


def _moments(left: Interval, right: Interval) -> tuple[str, str, str, str]:
    """The four ends as comparable texts to the minute."""
    zoned = all(_zone(end) for interval in (left, right) for end in interval if "T" in end) and any(
        "T" in end for interval in (left, right) for end in interval
    )
    return (
        _minute(left[0], "00:00", zoned), _minute(left[1], "23:59", zoned),
        _minute(right[0], "00:00", zoned), _minute(right[1], "23:59", zoned),
    )


def _zone(iso: str) -> str:
    return iso[_SHORTEST_TIME:]


def _minute(iso: str, clock: str, zoned: bool) -> str:
    if "T" not in iso:
        return f"{iso}T{clock}"
    if not zoned:
        return iso[:_SHORTEST_TIME]
    moment = datetime.fromisoformat(iso.replace("Z", "+00:00"))
    return (moment.replace(tzinfo=None) - (moment.utcoffset() or timedelta())).isoformat()[:_SHORTEST_TIME]
