"""Dates and times of day: from the parts that an expression names to its TIMEX3 value."""

from __future__ import annotations

import re
from datetime import date, timedelta

from copydesk.lexicon.calendar import day_of
from copydesk.lexicon.timepatterns import Found
from copydesk.resolve.times_algebra import (
    SEASON_MONTHS,
    holiday_day,
    month_span,
    months_span,
    nearest_weekday,
    nearest_year,
    value_of,
)
from copydesk.resolve.times_setting import Setting, Value

# A month without a year in a tale of the past belongs to the next year once it lies this many months before the last.
_NEW_YEAR = 7
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
    base = _base(found, words, setting)
    if base is None:
        return None
    clock = clock_of(found)
    if clock:
        base = base if "W" not in base else base + ""
        return Value("TIME", base + "T" + clock, _anchor(found, setting), offset=zone_of(found))
    part = found.first_of("halfday") or found.first_of("daypart") or ("NI" if words[-1] == "night" else None)
    if part:
        return Value("TIME", base + "T" + part, _anchor(found, setting))
    return Value("DATE", base, _anchor(found, setting))


def resolve_month(found: Found, words: tuple[str, ...], setting: Setting) -> Value | None:
    """A month by itself."""
    return resolve_date(found, words, setting)


def resolve_year(found: Found, words: tuple[str, ...], setting: Setting) -> Value | None:
    """A year by itself."""
    return Value("DATE", found.first_of("year") or "")


def resolve_shortyear(found: Found, words: tuple[str, ...], setting: Setting) -> Value | None:
    """The second year of "1941-45": its century is the first one's."""
    before = setting.progress.value or ""
    return Value("DATE", before[:2] + (found.first_of("short") or "")) if before[:2].isdigit() else None


def resolve_season(found: Found, words: tuple[str, ...], setting: Setting) -> Value | None:
    """A season without a year, by tense or by the tale."""
    season = found.first_of("season") or ""
    year = _year_for(months_span(SEASON_MONTHS[season], 3), SEASON_MONTHS[season], setting)
    return Value("DATE", f"{year}-{season}", setting.created)


def resolve_holiday(found: Found, words: tuple[str, ...], setting: Setting) -> Value | None:
    """A day with a name, in the year named or the one nearest by tense."""
    rule = found.first_of("holiday") or ""
    if found.first_of("year"):
        year: int | None = int(found.first_of("year") or 0)
    elif setting.history and setting.reference:
        year = setting.reference.year
    else:
        year = _holiday_year(rule, found, setting)
    day = holiday_day(rule, year) if year else None
    if day:
        return Value("DATE", day.isoformat(), setting.created)
    fixed = re.match(r"\d\d-\d\d$", rule)
    return Value("DATE", f"XXXX-{rule}" if fixed else "XXXX-XX-XX")


def resolve_clock(found: Found, words: tuple[str, ...], setting: Setting) -> Value | None:
    """A time of day by itself: of the day told of last where the tale is on a day, else of the creation day."""
    clock = clock_of(found)
    if clock is None or ("clock" in found.values and len(words) == 1 and int(clock[:2]) > 24):
        return None
    last = setting.progress.value
    day = last[:10] if last and re.match(r"\d{4}-\d\d-\d\d", last) else None
    base = day or value_of(setting.today, "D")
    return Value("TIME", f"{base}T{clock}", setting.created, offset=zone_of(found))


def clock_of(found: Found) -> str | None:
    """ "HH:MM" (or "HH" where no minutes are said), 24 hours; None where no time of day is named."""
    if point := found.first_of("point"):
        return point
    said = found.first_of("clock") or found.first_of("military") or (
        found.first_of("hour") if {"meridiem", "oclock", "halfday"} & set(found.values) else None
    )
    if said is None:
        return None
    if "military" in found.values:
        return f"{said[:2]}:{said[2:]}"
    parts = said.split(":")
    hour = int(parts[0])
    later = found.first_of("meridiem") == "pm" or found.first_of("halfday") in {"AF", "EV"}
    if later and hour < 12:
        hour += 12
    elif found.first_of("meridiem") == "am" and hour == 12:
        hour = 0
    return ":".join([f"{hour:02d}", *parts[1:2]]) if hour <= 24 else None


def zone_of(found: Found) -> str:
    """The offset of the zone named, "" where none is or where its abbreviation does not fix it."""
    offset = found.first_of("zone") or ""
    return "" if offset == "X" else offset


def month_year(month: int, day: int | None, setting: Setting) -> str:
    """The year of a month, or of a day in it, that the text gives without one; "XXXX" where nothing decides."""
    return _year_for(month_span(month, day), month, setting)


def _base(found: Found, words: tuple[str, ...], setting: Setting) -> str | None:
    """The calendar value without the time of day."""
    if "month" in found.values:
        return _month_base(found, setting)
    if season := found.first_of("season"):
        year = _said_year(found, setting)
        return f"{year}-{season}" if year else None
    if ("decade4" in found.values) or ("centuries" in found.values):
        return found.first_of("decade4") or found.first_of("centuries")
    if digit := found.first_of("decade"):
        return f"{_decade_century(digit, setting)}{digit}"
    if "century" in words and "ordinal" in found.values:
        number = int(found.first_of("ordinal") or 1)
        return f"BC{number - 1:02d}" if found.first_of("era") == "BC" else f"{number - 1:02d}"
    if "weekday" in found.values:
        return weekday_value(int(found.first_of("weekday") or 1), setting)
    if dayword := found.first_of("dayword"):
        return value_of(setting.today + timedelta(days=int(dayword)), "D") if setting.today else "XXXX-XX-XX"
    if "ordday" in found.values or "day" in found.values:
        return _day_of_reference(found, setting)
    return _said_year(found, setting)


def weekday_value(weekday: int, setting: Setting) -> str:
    """A weekday by the creation day and the tense; "XXXX-WXX-2" where the creation day is unknown."""
    anchor = setting.reference if setting.history else setting.today
    if anchor is None:
        return f"XXXX-WXX-{weekday}"
    return nearest_weekday(anchor, weekday, "future" if setting.history else setting.tense).isoformat()


def _month_base(found: Found, setting: Setting) -> str | None:
    month = int(found.first_of("month") or 1)
    said = found.first_of("day") or found.first_of("ordday")
    day = int(said) if said else None
    year = _said_year(found, setting) or month_year(month, day, setting)
    if day is None:
        return f"{year}-{month:02d}"
    if year.isdigit() and month_span(month, day)(int(year)) is None:
        return None
    return f"{year}-{month:02d}-{day:02d}"


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
    number = found.first_of("number")
    return f"{int(number):04d}" if number and number.isdigit() and 1000 <= int(number) <= 2100 else None


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


def _year_for(span_in: object, month: int, setting: Setting) -> str:
    """The year of a yearly time: on from the tale's last date, or nearest the creation day by tense."""
    last = setting.progress.day
    if setting.history and last:
        return f"{last.year + (1 if month - last.month < -_NEW_YEAR else 0):04d}"
    if setting.today is None:
        return f"{setting.year:04d}" if setting.year else "XXXX"
    return f"{nearest_year(setting.today, setting.tense, span_in):04d}"  # type: ignore[arg-type]


def _holiday_year(rule: str, found: Found, setting: Setting) -> int | None:
    if setting.today is None:
        return setting.year
    if near := found.first_of("near"):
        days = [(year, day) for year in range(setting.today.year - 1, setting.today.year + 2)
                if (day := holiday_day(rule, year))]
        past = [year for year, day in days if day < setting.today]
        return past[-1] if near == "-1" and past else days[len(past)][0] if near == "1" and len(past) < len(days) \
            else setting.today.year

    def span_in(year: int) -> tuple[date, date] | None:
        day = holiday_day(rule, year)
        return (day, day) if day else None

    return nearest_year(setting.today, setting.tense, span_in) if span_in(setting.today.year) else None


def _day_of_reference(found: Found, setting: Setting) -> str | None:
    """ "the 26th": a day of the month that the tale is in."""
    day = int(found.first_of("ordday") or found.first_of("day") or 0)
    reference = setting.reference
    if reference is None or month_span(reference.month, day)(reference.year) is None:
        return None
    return f"{reference:%Y-%m}-{day:02d}"


def _anchor(found: Found, setting: Setting) -> str | None:
    """The creation day where the expression needs one: it names no year."""
    free = {"year", "era", "eraad", "short", "decade4", "centuries"} & set(found.values)
    return None if free else setting.created
