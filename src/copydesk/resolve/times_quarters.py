"""Quarters and halves of a year, and the period a company reports on: "the third quarter", "the year-ago quarter"."""

from __future__ import annotations

from datetime import date

from copydesk.lexicon.timepatterns import Found
from copydesk.resolve.times_algebra import months_span, nearest_year, shift_day, value_of
from copydesk.resolve.times_durations import unit_of
from copydesk.resolve.times_setting import Setting, Value


def resolve_year_ago(found: Found, words: tuple[str, ...], setting: Setting) -> Value | None:
    """The period reported on, a year before: "the year-ago quarter", "a year earlier" in a company's results."""
    if ordinal := found.first_of("ordinal"):
        period: str | None = f"{(setting.year or 0):04d}-Q{ordinal}" if setting.year else None
    else:
        period = setting.progress.period or (value_of(setting.today, "Y") if setting.today else None)
    if period is None or not period[:4].isdigit():
        return Value("DATE", "XXXX")
    return Value("DATE", f"{int(period[:4]) - 1:04d}{period[4:]}", setting.created)


def resolve_quarter(found: Found, words: tuple[str, ...], setting: Setting) -> Value | None:
    """A quarter by its number, in the year named or the nearest by tense; "the latest quarter" is the one reported on."""
    ordinal = int(float(found.first_of("ordinal") or found.first_of("number") or 0))
    if not 1 <= ordinal <= 4:
        return reported_quarter(setting) if "latest" in found.values else None
    step = int(found.first_of("near") or 0)
    said = found.first_of("year")
    if said:
        year = int(said)
    elif "near" in found.values and unit_of(found) == "Y" and setting.year:
        year = setting.year + step
    elif setting.history and setting.reference:
        year = setting.reference.year
    elif setting.today:
        year = _quarter_year(setting.today, ordinal, setting)
        year -= 1 if {"ago", "earlier"} & set(found.values) else 0
    else:
        return Value("DATE", f"{setting.year or 'XXXX'}-Q{ordinal}", setting.created)
    value = Value("DATE", f"{year:04d}-Q{ordinal}", None if said else setting.created)
    setting.progress.period = value.value
    return value


def _quarter_year(today: date, ordinal: int, setting: Setting) -> int:
    """The year of a quarter: the last that has begun, save where the clause is future."""
    if setting.ahead:
        return nearest_year(today, "future", months_span(ordinal * 3 - 2, 3))
    return today.year if today.month >= ordinal * 3 - 2 else today.year - 1


def resolve_half(found: Found, words: tuple[str, ...], setting: Setting) -> Value | None:
    """A half of a year."""
    ordinal, said = found.first_of("ordinal") or found.first_of("number"), found.first_of("year")
    step = int(found.first_of("near") or 0)
    if ordinal not in {"1", "2"}:
        return None
    year = int(said) if said else setting.year + step if setting.year else None
    return Value("DATE", f"{year if year else 'XXXX'}-H{ordinal}", None if said else setting.created)


def reported_quarter(setting: Setting) -> Value:
    """The quarter that results are told of: the last named, else the one before the creation day's."""
    period = setting.progress.period
    if period and "Q" in period:
        return Value("DATE", period, setting.created)
    value = value_of(shift_day(setting.today, -1, "Q"), "Q")
    if setting.today:
        setting.progress.period = value
    return Value("DATE", value, setting.created)
