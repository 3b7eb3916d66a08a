"""Times told from another time: "last week", "three days later", "a year ago", "that afternoon", "the quarter"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from copydesk.lexicon.timepatterns import Found
from copydesk.resolve.created_age import count_back
from copydesk.resolve.times_algebra import (
    month_span,
    months_span,
    nearest_weekday,
    shift_day,
    value_of,
    weekday_beyond,
)
from copydesk.resolve.times_dates import month_year, weekday_value
from copydesk.resolve.times_durations import count_of, duration_of, unit_of, write_duration
from copydesk.resolve.times_hours import clock_of
from copydesk.resolve.times_quarters import reported_quarter, resolve_year_ago
from copydesk.resolve.times_setting import Setting, Value

_VAGUE = {-1: "PAST_REF", 0: "PRESENT_REF", 1: "FUTURE_REF"}
_STEPS = ("progress", "upnext", "earlier", "later")  # classes whose value is a step on or back
_FINE = ("TH", "TM", "TS")  # units of the clock


def resolve_near(found: Found, words: tuple[str, ...], setting: Setting) -> Value | None:
    """ "this", "last", "next" with a unit, month, weekday, season or part of the day; with none of them, this one."""
    near = found.first_of("near") or found.first_of("lately")
    step = int(near) if near else None
    if "dayword" in found.values or "tonight" in found.values:
        return resolve_dayword(found, words, setting)
    if weekday := found.first_of("weekday"):
        return _near_weekday(int(weekday), step, found, setting)
    season = found.first_of("season") or ""
    if season or "month" in found.values:
        month = setting.month_of(season) if season else int(found.first_of("month") or 1)
        goes_on = _goes_on(found, setting) or ("that" in found.values and setting.progress.day is not None)
        value = _near_yearly(month, season, step, setting.reference if goes_on else setting.present)
        return Value("DATE", value, _told(setting) if goes_on else setting.created)
    if part := found.first_of("halfday"):
        return Value("TIME", f"{value_of(shift_day(setting.today, step or 0, 'D'), 'D')}T{part}", setting.created)
    return _near_unit(found, step, setting)


def _near_unit(found: Found, step: int | None, setting: Setting) -> Value | None:
    """ "last week", "this year", "that month"; with a unit of the clock, a length of time."""
    unit = unit_of(found)
    if unit is None or unit in _FINE:
        return duration_of(found)
    anchor = setting.reference if "that" in found.values else setting.present or setting.known_by(unit)
    return Value("DATE", value_of(shift_day(anchor, step or 0, unit), unit), setting.created)


def resolve_dayword(found: Found, words: tuple[str, ...], setting: Setting) -> Value | None:
    """ "today", "yesterday", "tomorrow", "tonight", with or without a part of the day; "today" in a tale is our time."""
    if setting.history and len(words) == 1 and found.first_of("dayword") == "0":
        return Value("DATE", "PRESENT_REF")
    day = shift_day(setting.today, int(found.first_of("dayword") or 0), "D")
    part = found.first_of("tonight") or found.first_of("halfday")
    if part:
        return Value("TIME", f"{value_of(day, 'D')}T{part}", setting.created)
    return Value("DATE", value_of(day, "D"), setting.created)


def resolve_neighbour(found: Found, words: tuple[str, ...], setting: Setting) -> Value | None:
    """ "the day before yesterday", "the day after Tuesday"."""
    base = resolve_near(found, words, setting)
    day = shift_day(_day(base), -1 if "earlier" in found.values else 1, "D")
    return Value("DATE", value_of(day, "D"), setting.created)


def resolve_month_of_year(found: Found, words: tuple[str, ...], setting: Setting) -> Value | None:
    """ "June last year", "April of that year"."""
    near = found.first_of("near")
    anchor = setting.present if near else setting.reference
    year = shift_day(anchor, int(near or 0), unit_of(found) or "Y")
    month = int(found.first_of("month") or 1)
    return Value("DATE", f"{year:%Y}-{month:02d}" if year else f"XXXX-{month:02d}", setting.created)


def resolve_progress(found: Found, words: tuple[str, ...], setting: Setting) -> Value | None:
    """ "the next day", "that year", "the following week": a step on from the last date told."""
    step = int(next((found.values[name][0] for name in _STEPS if name in found.values), 0))
    unit = unit_of(found)
    part = found.first_of("halfday")
    if part and unit is None:
        return Value("TIME", f"{value_of(shift_day(setting.told_day, step, 'D'), 'D')}T{part}", _told(setting))
    if unit is None:
        return None
    if unit in _FINE:
        return duration_of(found)
    told_on = "definite" in found.values and setting.progress.day and (
        setting.tense in ("past", "over") or (setting.fronted and not setting.ahead)
    )
    if "upnext" in found.values and unit != "D" and not setting.history and not told_on:
        return Value("DATE", value_of(shift_day(setting.today, 1, unit), unit), setting.created)
    if unit == "Y" and (setting.progress.year or 0) < 0:
        return Value("DATE", f"BC{-(setting.progress.year or 0) - step:04d}", _told(setting))
    value = value_of(shift_day(setting.told_day if unit == "D" else setting.reference, step, unit), unit)
    return Value("TIME", f"{value}T{part}", _told(setting)) if part else Value("DATE", value, _told(setting))


def resolve_ago(found: Found, words: tuple[str, ...], setting: Setting) -> Value | None:
    """ "three weeks ago", "a year ago": back from the creation day, to the precision of its unit."""
    unit, count = unit_of(found), count_of(found)
    if unit is None or count is None:
        return Value("DATE", "PAST_REF")
    if unit in _FINE:
        return _moments_ago(count, unit, setting)
    if setting.progress.period and unit == "Y" and count == 1 and not setting.history:
        return resolve_year_ago(found, words, setting)
    return _stepped(setting.present, -count, unit, setting.created)


def _moments_ago(count: float, unit: str, setting: Setting) -> Value:
    """ "five hours ago": to the hour or minute where the creation moment is known, else the creation day."""
    moment = count_back(setting.created, write_duration(count, unit)) if "T" in (setting.created or "") else None
    if moment is None:
        return Value("DATE", value_of(setting.today, "D"), setting.created)
    zone = re.search(r"(?:Z|[+-]\d\d:\d\d)$", moment)
    return Value("TIME", moment[: zone.start()] if zone else moment, setting.created, offset=zone.group() if zone else "")


def resolve_offset(found: Found, words: tuple[str, ...], setting: Setting) -> Value | None:
    """ "two days later", "a year earlier", "a month from now": from the last date told, or from the creation day."""
    unit, count = unit_of(found), count_of(found)
    forward = bool({"later", "after", "hence", "now", "dayword", "weekday"} & set(found.values)) and "ago" not in found.values
    if unit is None or count is None:
        return Value("DATE", _VAGUE[1 if forward and setting.ahead else -1])
    if unit in _FINE:
        return duration_of(found)
    if not forward and unit == "Y" and count == 1 and setting.progress.period and not setting.history:
        return resolve_year_ago(found, words, setting)
    if day := _named_day(found, setting):
        shifted = shift_day(day, count if forward else -count, unit)
        return Value("DATE", value_of(shifted, "D"), setting.created)
    start = setting.today if {"now", "hence"} & set(found.values) else setting.reference
    return _stepped(start, count if forward else -count, unit, _told(setting))


def _named_day(found: Found, setting: Setting) -> date | None:
    """The day from which a step is told to the day: "a week from Thursday", "two years ago today"."""
    if dayword := found.first_of("dayword"):
        return shift_day(setting.today, int(dayword), "D")
    weekday, today = found.first_of("weekday"), setting.today
    if weekday is None or today is None:
        return None
    return nearest_weekday(today, int(weekday), "past" if "ago" in found.values else "future")






def resolve_the_unit(found: Found, words: tuple[str, ...], setting: Setting) -> Value | None:
    """ "the quarter", "the year", "the weekend", "the day": the one that the text is about."""
    unit = unit_of(found)
    if unit is None or unit in _FINE:
        return None
    if unit == "Q" and not setting.history:
        return reported_quarter(setting)
    anchor = setting.reference if setting.history or unit == "D" else setting.today
    if unit == "WE" and anchor and not setting.ahead:
        anchor = weekday_beyond(anchor, 6, -1) if anchor.isoweekday() < 6 else anchor
    return Value("DATE", value_of(anchor, unit), setting.created)


def resolve_unit_end(found: Found, words: tuple[str, ...], setting: Setting) -> Value | None:
    """ "year-end", "month's end": the unit that the creation day lies in."""
    unit = unit_of(found) or "Y"
    anchor = setting.reference if setting.history else setting.today
    return Value("DATE", value_of(anchor, unit), setting.created)


def resolve_week_of(found: Found, words: tuple[str, ...], setting: Setting) -> Value | None:
    """ "the week of March 6": the week that the day lies in."""
    month, said = int(found.first_of("month") or 1), found.first_of("day") or found.first_of("ordday") or "1"
    year = found.first_of("year") or month_year(month, int(said), setting)
    span = month_span(month, int(said))(int(year)) if year.isdigit() else None
    return Value("DATE", value_of(span[0] if span else None, unit_of(found) or "W"), setting.created)


def resolve_daypart(found: Found, words: tuple[str, ...], setting: Setting) -> Value | None:
    """ "in the morning", "at night": of the day told of last."""
    part = found.first_of("light") or found.first_of("daypart") or found.first_of("halfday") or ""
    value = setting.progress.value or ""
    base = value[:10] if re.match(r"\d{4}-\d\d-\d\d", value) else value_of(setting.today, "D")
    return Value("TIME", f"{base}T{clock_of(found) or part}", _told(setting))


def _near_weekday(weekday: int, step: int | None, found: Found, setting: Setting) -> Value:
    part = found.first_of("halfday")
    week = found.first_of("unit")
    goes_on = setting.history or "that" in found.values or _goes_on(found, setting)
    anchor = setting.reference if goes_on else setting.today
    if step is None or anchor is None or "that" in found.values:
        value = weekday_value(weekday, setting)
    elif week and anchor:
        moved = shift_day(anchor, step, week)
        value = value_of(weekday_beyond(moved, weekday, 0) if moved else None, "D")
    elif step == 0:
        value = _this_weekday(anchor, weekday, setting)
    else:
        value = weekday_beyond(anchor, weekday, step).isoformat()
    return Value("TIME", f"{value}T{part}", setting.created) if part else Value("DATE", value, setting.created)


def _goes_on(found: Found, setting: Setting) -> bool:
    """Whether "the following Tuesday" goes on from the date told before: in a tale, not in a plan."""
    is_step = any(kind is not None and "progress" in kind.values and "upnext" not in kind.values for kind in found.kinds)
    return is_step and setting.progress.day is not None and not setting.ahead


def _this_weekday(anchor: date, weekday: int, setting: Setting) -> str:
    """ "this Friday": the one to come, save where the clause is past."""
    if setting.tense in ("past", "over"):
        return weekday_beyond(anchor + timedelta(days=1), weekday, -1).isoformat()
    return weekday_beyond(anchor - timedelta(days=1), weekday, 1).isoformat()


def _near_yearly(month: int, season: str, step: int | None, today: date | None) -> str:
    """A month or season with "last", "this" or "next", seen from a day."""
    suffix = season or f"{month:02d}"
    if today is None:
        return f"XXXX-{suffix}"
    span_in = months_span(month, 3 if season else 1)
    years = [(year, span) for year in range(today.year - 2, today.year + 3) if (span := span_in(year))]
    if step == -1:
        just_over = today.replace(day=1) - timedelta(days=1)  # of that month a writer says "last month"
        year = [year for year, span in years if span[1] < today and (season or span[1] != just_over)][-1]
    elif step == 1:
        year = next(year for year, span in years if span[0] > today)
    else:
        year = today.year
    return f"{year:04d}-{suffix}"


def _stepped(start: date | None, count: float, unit: str, anchor: str | None) -> Value:
    """The value `count` units from a day, to the precision of the unit; half years by months."""
    finer = unit if unit not in ("DE", "CE") else "Y"
    return Value("DATE", value_of(shift_day(start, count, unit), finer), anchor)



def _told(setting: Setting) -> str | None:
    return setting.progress.value or setting.created


def _day(value: Value | None) -> date | None:
    if value is None or not re.match(r"\d{4}-\d\d-\d\d", value.value):
        return None
    return date.fromisoformat(value.value[:10])
