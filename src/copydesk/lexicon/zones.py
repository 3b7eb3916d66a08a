"""Distance of a zone's clocks from Greenwich on a day, by the rows of time_zones.tsv."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

_STRETCH = re.compile(r"(?P<rule>[a-z]*)(?P<offset>Z|\?|[+-]\d\d:\d\d)(?: <(?P<until>\d{4}-\d\d-\d\d))?$")


def nth_weekday(year: int, month: int, weekday: int, count: int) -> date:
    """The count-th such weekday (1 Monday) of a month; counted from its end where negative."""
    if count > 0:
        first = date(year, month, 1)
        return first + timedelta((weekday - first.isoweekday()) % 7, weeks=count - 1)
    last = date(year + month // 12, month % 12 + 1, 1) - timedelta(1)
    return last - timedelta((last.isoweekday() - weekday) % 7, weeks=-count - 1)


def _is_american(day: date) -> bool:
    """Until 2006 from the first Sunday in April to the last in October, since then three or four weeks longer."""
    year = day.year
    if year < 2007:
        return nth_weekday(year, 4, 7, 1) <= day < nth_weekday(year, 10, 7, -1)
    return nth_weekday(year, 3, 7, 2) <= day < nth_weekday(year, 11, 7, 1)


def _is_european(day: date) -> bool:
    return nth_weekday(day.year, 3, 7, -1) <= day < nth_weekday(day.year, 10, 7, -1)


_SUMMERS: dict[str, Callable[[date], bool]] = {
    "": lambda day: False,
    "us": _is_american,
    "eu": _is_european,
    "il": lambda day: nth_weekday(day.year, 3, 7, -1) - timedelta(2) <= day < nth_weekday(day.year, 10, 7, -1),
    "eg": lambda day: nth_weekday(day.year, 4, 5, -1) <= day <= nth_weekday(day.year, 10, 4, -1),
    "au": lambda day: not nth_weekday(day.year, 4, 7, 1) <= day < nth_weekday(day.year, 10, 7, 1),
    "nz": lambda day: not nth_weekday(day.year, 4, 7, 1) <= day < nth_weekday(day.year, 9, 7, -1),
}


def offset_on(row: str, day: date | None) -> str:
    """The offset on a day ("+03:00", "Z") by a cell such as "eu+02:00 <2011-03-27|+03:00".

    "" where the row does not tell, and without a day where the offset changes with it.
    """
    for stretch in row.split("|"):
        match = _STRETCH.match(stretch)
        if match is None or (day is None and (match["rule"] or match["until"])):
            return ""
        if match["until"] is None or (day is not None and day.isoformat() < match["until"]):
            return _shifted(match["rule"], match["offset"], day)
    return ""


def _shifted(rule: str, offset: str, day: date | None) -> str:
    if offset == "?" or rule not in _SUMMERS:
        return ""
    if day is None or not _SUMMERS[rule](day):
        return offset
    return f"{int(offset[:3]) + 1:+03d}{offset[3:]}"
