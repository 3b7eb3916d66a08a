"""Days as an editor writes them: "Tue 15 Oct", with the year only where it is another than the story's."""

from __future__ import annotations

from datetime import date

_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_DAY_LENGTH = 10  # characters of an ISO 8601 prefix that names a day


def read_day(value: str | None) -> date | None:
    """The day an ISO 8601 prefix names, None where it names no single day."""
    if value is None or len(value) < _DAY_LENGTH:
        return None
    try:
        return date.fromisoformat(value[:_DAY_LENGTH])
    except ValueError:
        return None


def write_day(day: date, *, beside: str | None = None, weekday: bool = True) -> str:
    """"Tue 15 Oct"; the year is added unless `beside`, an ISO 8601 prefix, falls in the same one."""
    words = f"{day.day} {_MONTHS[day.month - 1]}"
    words = f"{_WEEKDAYS[day.weekday()]} {words}" if weekday else words
    return words if beside and beside[:4] == f"{day.year:04}" else f"{words} {day.year:04}"


def write_when(value: str, *, beside: str | None = None) -> str:
    """An ISO 8601 prefix for a reader: a day as above, a month as "Oct 2024", with the time of day where it has one."""
    day = read_day(value)
    if day is None:
        year, _, month = value.partition("-")
        return f"{_MONTHS[int(month) - 1]} {year}" if month.isdigit() and 1 <= int(month) <= 12 else value
    clock = value[_DAY_LENGTH + 1 : _DAY_LENGTH + 6]
    return f"{write_day(day, beside=beside)}{' ' + clock if clock else ''}"
