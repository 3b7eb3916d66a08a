"""Dates and times of day: from the parts that an expression names to its TIMEX3 value."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from datetime import timedelta

from copydesk.lexicon.calendar import day_of
from copydesk.lexicon.timepatterns import Found
from copydesk.resolve.times_algebra import (
    SpanInYear,
    distance,
    month_span,
    months_span,
    nearest_weekday,
    nearest_year,
    value_of,
)
from copydesk.resolve.times_hours import clock_of, zone_of
from copydesk.resolve.times_setting import Setting, Value

# A month without a year in a tale of the past belongs to the next year once it lies this many months before the last.
_NEW_YEAR = 7
_LATEST_YEAR = 2100
_FUTURE_YEARS = 12  # a two-digit year at most so far ahead of the creation year is of its century


def resolve_stamp(found: Found, words: tuple[str, ...], setting: Setting) -> Value | None:
    """An ISO 8601 day or moment, written out."""
    text = found.first_of("isodate") or ""
    match = re.match(r"([\dT:-]+?)(?::\d\d(?:\.\d+)?)?(Z|[+-]\d\d:?\d\d)?$", text)
    if "T" not in text or match is None:
        return Value("DATE", text[:10]) if day_of(text) else None
    return Value("TIME", text[:16], offset=match[2] or "")


def resolve_slashed(found: Found, words: tuple[str, ...], setting: Setting) -> Value | None:
    """"10/31/89": month first as in American news, day first where only that is possible or full stops part it."""
    text = found.first_of("slashdate") or ""
    first, second, year = (int(part) for part in re.split(r"[/.]", text))
    month, day = (second, first) if "." in text or first > 12 else (first, second)
    whole_year = year if year > 99 else _whole_year(f"{year:02d}", setting)
    value = f"{whole_year:04d}-{month:02d}-{day:02d}"
    return Value("DATE", value) if day_of(value) else None


def resolve_date(found: Found, words: tuple[str, ...], setting: Setting) -> Value | None:
    """Any expression that names parts of a date: year, month, day, weekday, season, decade, time of day."""
    base = _base(found, setting)
    if base is None:
        return None
    clock = clock_of(found)
    if clock:
        return Value("TIME", base + "T" + clock, _anchor(found, setting), offset=zone_of(found, base))
    part = found.first_of("halfday") or found.first_of("daypart")
    if part:
        return Value("TIME", base + "T" + part, _anchor(found, setting))
    return Value("DATE", base, _anchor(found, setting))


def resolve_range_first(found: Found, words: tuple[str, ...], setting: Setting) -> Value | None:
    """The first month or day of "November to February 2023": of the year before, where the months run over its end."""
    first, last, year = int(found.values["month"][0]), int(found.values["month"][-1]), int(found.first_of("year") or 0)
    said = found.first_of("day") or found.first_of("ordday")
    value = f"{year - (first > last):04d}-{first:02d}" + (f"-{int(said):02d}" if said else "")
    return Value("DATE", value) if said is None or _is_day(value) else None


def resolve_range_end(found: Found, words: tuple[str, ...], setting: Setting) -> Value | None:
    """The second day of "May 3-5": month and, where none is named, year are the first one's."""
    month, day = int(found.first_of("month") or 1), int(found.values["day"][-1])
    told = setting.progress.value or ""
    year = found.first_of("year") or (told[:4] if told[5:7] == f"{month:02d}" else month_year(month, day, setting))
    value = f"{year}-{month:02d}-{day:02d}"
    return Value("DATE", value, None if "year" in found.values else setting.created) if _is_day(value) else None


def resolve_month(found: Found, words: tuple[str, ...], setting: Setting) -> Value | None:
    """A month by itself."""
    return resolve_date(found, words, setting)


def resolve_year(found: Found, words: tuple[str, ...], setting: Setting) -> Value | None:
    """A year by itself."""
    return Value("DATE", found.first_of("year") or "")


def resolve_shortyear(found: Found, words: tuple[str, ...], setting: Setting) -> Value | None:
    """The second year of "1941-45": its century is the first one's."""
    before = found.first_of("year") or setting.progress.value or ""
    return Value("DATE", before[:2] + (found.first_of("short") or "")) if before[:2].isdigit() else None


def resolve_season(found: Found, words: tuple[str, ...], setting: Setting) -> Value | None:
    """A season without a year, by tense or by the tale."""
    season = found.first_of("season") or ""
    month = setting.month_of(season)
    year = _year_for(months_span(month, 3), month, setting)
    return Value("DATE", f"{year}-{season}", setting.anchor)


def resolve_season_of_near(found: Found, words: tuple[str, ...], setting: Setting) -> Value | None:
    """ "the spring of next year"."""
    if setting.present is None:
        return Value("DATE", f"XXXX-{found.first_of('season')}")
    return Value("DATE", f"{setting.present.year + int(found.first_of('near') or 0):04d}-{found.first_of('season')}",
                 setting.created)


def resolve_clock(found: Found, words: tuple[str, ...], setting: Setting) -> Value | None:
    """A time of day by itself: of the day told of last where the tale is on a day, else of the creation day."""
    clock = clock_of(found)
    if clock is None or ("clock" in found.values and len(words) == 1 and int(clock[:2]) > 24):
        return None
    last = setting.progress.value
    day = last[:10] if last and re.match(r"\d{4}-\d\d-\d\d", last) else None
    base = day or value_of(setting.today, "D")
    return Value("TIME", f"{base}T{clock}", setting.created, offset=zone_of(found, base))


def month_year(month: int, day: int | None, setting: Setting) -> str:
    """The year of a month, or of a day in it, that the text gives without one; "XXXX" where nothing decides."""
    return _year_for(month_span(month, day), month, setting)


def _base(found: Found, setting: Setting) -> str | None:
    """The calendar value without the time of day, by the finest part of the date that is named."""
    for name, build in _BASES:
        if name in found.values:
            return build(found, setting)
    return _said_year(found, setting)


def _season_base(found: Found, setting: Setting) -> str | None:
    year = _said_year(found, setting)
    return f"{year}-{found.first_of('season')}" if year else None


def _decade_base(found: Found, setting: Setting) -> str | None:
    digit = found.first_of("decade") or ""
    return f"{_decade_century(digit, setting)}{digit}"


def _century_base(found: Found, setting: Setting) -> str | None:
    number = int(found.first_of("ordinal") or 1) - 1
    return f"BC{number:02d}" if found.first_of("era") == "BC" else f"{number:02d}"


def _dayword_base(found: Found, setting: Setting) -> str | None:
    day = setting.today
    return value_of(day + timedelta(days=int(found.first_of("dayword") or 0)) if day else None, "D")


def weekday_value(weekday: int, setting: Setting) -> str:
    """A weekday by the creation day and the tense; "XXXX-WXX-2" where the creation day is unknown."""
    anchor = setting.reference if setting.history else setting.today
    if anchor is None:
        return f"XXXX-WXX-{weekday}"
    return nearest_weekday(anchor, weekday, "future" if setting.history or setting.ahead else setting.tense).isoformat()


def _month_base(found: Found, setting: Setting) -> str | None:
    month = int(found.first_of("month") or 1)
    said = found.first_of("day") or found.first_of("ordday")
    day = int(said) if said else None
    year = _said_year(found, setting) or _year_by_weekday(month, day, found, setting) or month_year(month, day, setting)
    if day is None:
        return f"{year}-{month:02d}"
    if year.isdigit() and month_span(month, day)(int(year)) is None:
        return None
    return f"{year}-{month:02d}-{day:02d}"


def _year_by_weekday(month: int, day: int | None, found: Found, setting: Setting) -> str | None:
    """The nearest year around the creation day in which a day falls on the weekday said with it; None where none does.

    What is surely over does not lie ahead for a weekday's sake, nor back what is surely to come.
    """
    weekday, today = found.first_of("weekday"), setting.today
    if weekday is None or day is None or today is None or setting.history:
        return None
    spans = [span for step in (-1, 0, 1) if (span := month_span(month, day)(today.year + step))]
    far = {span: distance(today, setting.tense, span) for span in spans if span[0].isoweekday() == int(weekday)}
    nearest = min((span for span in far if far[span] < math.inf), key=lambda span: far[span], default=None)
    return f"{nearest[0].year:04d}" if nearest else None


def _is_day(value: str) -> bool:
    """Whether a value is a day of the calendar, or one of an unknown year."""
    return value.startswith("XXXX") or day_of(value) is not None


def _said_year(found: Found, setting: Setting) -> str | None:
    """The year that is written: four digits, two with an apostrophe, or one before our era ("BC0490")."""
    if found.first_of("era") == "BC":
        number = found.first_of("number") or found.first_of("year") or ""
        return f"BC{int(number):04d}" if number.isdigit() else None
    if "eraad" in found.values:
        return f"{int(float(found.first_of('number') or found.first_of('year') or 0)):04d}"
    if year := found.first_of("year"):
        return year
    if short := found.first_of("short"):
        return f"{_whole_year(short, setting):04d}"
    spoken = found.first_of("number") or ""
    return f"{int(spoken):04d}" if spoken.isdigit() and 1000 <= int(spoken) <= _LATEST_YEAR else None


def _whole_year(short: str, setting: Setting) -> int:
    """A year of two digits: the last one not far ahead of the creation year; of 1951-2050 where that is unknown."""
    newest = (setting.year or 2038) + _FUTURE_YEARS
    year = newest // 100 * 100 + int(short)
    return year if year <= newest else year - 100


def _decade_century(digit: str, setting: Setting) -> str:
    """The century of "the nineties": the last one in which that decade has begun."""
    year = (setting.reference.year if setting.history and setting.reference else setting.year) or 2020
    century = year // 100
    return str(century if century * 100 + int(digit) * 10 <= year else century - 1)


def _year_for(span_in: SpanInYear, month: int, setting: Setting) -> str:
    """The year of a yearly time: on from the tale's last date, or nearest the creation day by tense."""
    told = setting.progress.year
    if setting.history and told is not None:
        return f"BC{-told:04d}" if told < 0 else f"{told + _new_year(month, told, setting):04d}"
    if setting.today is None:
        return f"{setting.year:04d}" if setting.year else "XXXX"
    return f"{nearest_year(setting.today, setting.tense, span_in):04d}"


def _new_year(month: int, told: int, setting: Setting) -> int:
    """1 where a month without a year lies so far before the last one told that it belongs to the next year."""
    last = setting.progress.day
    return 1 if last and last.year == told and month - last.month < -_NEW_YEAR else 0


def _day_of_reference(found: Found, setting: Setting) -> str | None:
    """ "the 26th": a day of the month that the tale is in."""
    day = int(found.first_of("ordday") or found.first_of("day") or 0)
    reference = setting.reference
    if reference is None or month_span(reference.month, day)(reference.year) is None:
        return None
    return f"{reference:%Y-%m}-{day:02d}"


_BASES: tuple[tuple[str, Callable[[Found, Setting], str | None]], ...] = (
    ("month", _month_base),
    ("season", _season_base),
    ("decade4", lambda found, setting: found.first_of("decade4")),
    ("centuries", lambda found, setting: found.first_of("centuries")),
    ("decade", _decade_base),
    ("century", _century_base),
    ("weekday", lambda found, setting: weekday_value(int(found.first_of("weekday") or 1), setting)),
    ("dayword", _dayword_base),
    ("ordday", _day_of_reference),
    ("day", _day_of_reference),
)


def _anchor(found: Found, setting: Setting) -> str | None:
    """The creation day where the expression needs one: it names no year."""
    free = {"year", "era", "eraad", "short", "decade4", "centuries"} & set(found.values)
    return None if free else setting.anchor
