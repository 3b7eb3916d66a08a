"""Days told by their place in a month, a week or a night: "the last Sunday of April", "the 15th", "the small hours"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from copydesk.lexicon.calendar import day_of, last_day
from copydesk.lexicon.feasts import rule_day
from copydesk.lexicon.timepatterns import Found
from copydesk.resolve.times_algebra import month_span, shift_day, value_of, weekday_beyond
from copydesk.resolve.times_dates import resolve_date, weekday_value
from copydesk.resolve.times_durations import unit_of, write_duration
from copydesk.resolve.times_relative import resolve_the_unit
from copydesk.resolve.times_setting import Setting, Value

_SMALL_HOURS = ("T00:00", "T05:59")  # no TIMEX3 code means them; "MO" comes nearest
_MONTH = re.compile(r"\d{4}-\d\d$")


def resolve_nth(found: Found, words: tuple[str, ...], setting: Setting) -> Value | None:
    """ "the second Tuesday in March", "the last Sunday of next month"."""
    weekday = found.first_of("weekday")
    if "near" not in found.values and "unit" in found.values:
        return Value("SET", f"XXXX-WXX-{weekday}")  # "the first Tuesday of the month"
    count = found.first_of("ordinal") or found.first_of("firstly") or found.first_of("lastly")
    if "month" in found.values:
        month = resolve_date(_without_weekday(found), words, setting)
        value = month.value if month else ""
    else:
        value = value_of(shift_day(setting.present, int(found.first_of("near") or 0), "M"), "M")
    if not _MONTH.match(value):
        return Value("DATE", f"XXXX-WXX-{weekday}")
    day = rule_day(f"{int(value[5:])}-{int(float(count or 1))}-{weekday}", int(value[:4]))
    is_inside = day is not None and day.isoformat().startswith(value)
    return Value("DATE", f"{day}", setting.anchor if "year" not in found.values else None) if is_inside else None


def resolve_nth_unit(found: Found, words: tuple[str, ...], setting: Setting) -> Value | None:
    """ "the last quarter of 2023", "the first day of next month": the first or last part of a longer time."""
    part, *rest = found.values["unit"]
    if {"year", "month"} & set(found.values):
        whole = resolve_date(_without_weekday(found), words, setting)
    else:
        unit = rest[0] if rest else "Y"
        day = shift_day(setting.present or setting.known_by(unit), int(found.first_of("near") or 0), unit)
        whole = Value("DATE", value_of(day, unit), setting.anchor)
    begin, end = whole.interval() if whole else (None, None)
    edge = day_of(begin if "firstly" in found.values else end)
    return Value("DATE", value_of(edge, part), whole.anchor if whole else None)


def _without_weekday(found: Found) -> Found:
    """The expression as a month: without its weekday and count."""
    left = {name: values for name, values in found.values.items() if name in {"month", "year", "short", "near"}}
    return Found(found.row, found.first, found.last, found.start, found.end, left, found.kinds)


def resolve_the_day(found: Found, words: tuple[str, ...], setting: Setting) -> Value | None:
    """ "the 15th": of the month that the tale names, else the nearest by tense, seen from the last date told."""
    number, told = int(found.first_of("dayth") or 0), setting.progress.value or ""
    reference = setting.reference
    if reference is None:
        return Value("DATE", f"XXXX-XX-{number:02d}")
    if _MONTH.match(told):
        return Value("DATE", f"{told}-{number:02d}", told) if number <= last_day(int(told[:4]), int(told[5:])).day else None
    first = reference.replace(day=1)
    months = (first - timedelta(days=1), first, last_day(first.year, first.month) + timedelta(days=1))
    spans = [span for month in months if (span := month_span(month.month, number)(month.year))]
    days = [span[0] for span in spans]
    return Value("DATE", _nearest(days, reference, setting).isoformat(), told or setting.created) if days else None


def _nearest(days: list[date], reference: date, setting: Setting) -> date:
    """The day nearest the reference: none after the creation day in a past clause, none before it in a future one."""
    back = setting.tense in ("past", "over")
    today = setting.today or reference
    fitting = [day for day in days if not (setting.ahead and day < today) and not (back and day > today)]
    return min(fitting or days, key=lambda day: abs((day - reference).days))


def resolve_small_hours(found: Found, words: tuple[str, ...], setting: Setting) -> Value | None:
    """ "the early hours of Wednesday": before six in the morning of that day, of the one told before where none is named."""
    base = resolve_date(found, words, setting) or Value("DATE", value_of(setting.told_day, "D"), setting.created)
    if base is None:
        return None
    day = base.value[:10]
    begin, end = (day + hour for hour in _SMALL_HOURS) if re.match(r"\d{4}-\d\d-\d\d", day) else (None, None)
    return Value("TIME", f"{base.value.partition('T')[0]}TMO", base.anchor, begin=begin, end=end)


def resolve_beyond(found: Found, words: tuple[str, ...], setting: Setting) -> Value | None:
    """ "the week before last", "the Sunday after next"."""
    step = -1 if "lately" in found.values else 1
    if weekday := found.first_of("weekday"):
        day = weekday_beyond(setting.today, int(weekday), step) if setting.today else None
        return Value("DATE", value_of(shift_day(day, step, "W"), "D"), setting.created)
    unit = unit_of(found) or "D"
    return Value("DATE", value_of(shift_day(setting.present, 2 * step, unit), unit), setting.created)


def resolve_weekday_later(found: Found, words: tuple[str, ...], setting: Setting) -> Value | None:
    """ "Monday week": the Monday to come, and a week on."""
    setting.tense = "future"
    day = setting.today and date.fromisoformat(weekday_value(int(found.first_of("weekday") or 1), setting))
    return Value("DATE", value_of(shift_day(day, int(found.first_of("laterweek") or 7), "D"), "D"), setting.created)


def resolve_this_time(found: Found, words: tuple[str, ...], setting: Setting) -> Value | None:
    """ "this time last year": the month a year before; "this time last week": the day a week before."""
    unit, step = unit_of(found) or "Y", int(found.first_of("near") or 0)
    return Value("DATE", value_of(shift_day(setting.today, step, unit), "M" if unit == "Y" else "D"), setting.created)


def resolve_overnight(found: Found, words: tuple[str, ...], setting: Setting) -> Value | None:
    """ "overnight": the night before the creation day, or the one to come in a future clause."""
    day = shift_day(setting.today, 0 if setting.ahead else -1, "D")
    return Value("TIME", f"{value_of(day, 'D')}TNI", setting.created)


def resolve_any_daypart(found: Found, words: tuple[str, ...], setting: Setting) -> Value | None:
    """ "at night": of any day."""
    return Value("TIME", f"XXXX-XX-XXT{found.first_of('daypart')}")


def resolve_all_unit(found: Found, words: tuple[str, ...], setting: Setting) -> Value | None:
    """ "all week": a length of time, and the week that the text is in."""
    unit = unit_of(found)
    if unit == "WE":
        return resolve_the_unit(found, words, setting)
    if unit not in {"D", "W", "M", "Y"}:
        return None
    value = Value("DATE", value_of(setting.present, unit))
    begin, end = value.interval() if unit != "D" else (None, None)
    return Value("DURATION", write_duration(1, unit), setting.created, begin=begin, end=end)


def resolve_fiscal_pair(found: Found, words: tuple[str, ...], setting: Setting) -> Value | None:
    """ "fiscal 2022/23": a year that begins in the first of two; which month it begins in nobody says."""
    first, last = found.values["year"][0], (found.values["year"][1:] or found.values.get("short", []))[:1]
    end = f"{first[:4 - len(last[0])]}{last[0]}" if last else first
    return Value("DATE", first, begin=f"{first}-01-01", end=f"{end}-12-31") if first <= end else None
