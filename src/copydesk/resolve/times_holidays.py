"""Days with names, in the year named, the tale's, or the nearest by tense: "Ramadan", "last Easter", "Passover next year"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from copydesk.lexicon.feasts import Span, rule_span
from copydesk.lexicon.timepatterns import Found
from copydesk.resolve.times_algebra import distance
from copydesk.resolve.times_setting import Setting, Value

_FIXED = re.compile(r"\d\d-\d\d$")
_YEARS = (-2, -1, 0, 1, 2)  # around the creation year; a feast moves through it by less


def resolve_holiday(found: Found, words: tuple[str, ...], setting: Setting) -> Value | None:
    """A day or days with a name. The value of several days is what their ISO texts share, the interval tells the rest."""
    rules = [_rule_for(rule, setting) for rule in (found.first_of("holiday") or "").split("|")]
    if setting.year is None and "year" not in found.values:
        return Value("DATE", f"XXXX-{rules[0]}" if _FIXED.match(rules[0]) else "XXXX-XX-XX")
    told = [(span, rule) for rule in rules for span in _spans(rule, _years(found, setting), setting)]
    chosen = _choose(told, found, setting)
    if chosen is None:
        return Value("DATE", "XXXX-XX-XX")
    (begin, end), rule = chosen
    calendar = setting.calendars.feasts.calendar(rule) if setting.calendars else None
    note = f"calendar: {calendar}" if calendar else ""
    anchor = None if "year" in found.values else setting.created
    if begin != end:
        value = f"{begin:%Y-%m}" if (begin.year, begin.month) == (end.year, end.month) else f"{begin.year:04d}"
        return Value("DATE", value, anchor, begin=begin.isoformat(), end=end.isoformat(), note=note)
    part = found.first_of("halfday")
    return Value("TIME" if part else "DATE", f"{begin}T{part}" if part else f"{begin}", anchor, note=note)


def _rule_for(rule: str, setting: Setting) -> str:
    state = setting.state.code if setting.state else None
    return setting.calendars.feasts.rule_for(rule, state) if setting.calendars else rule


def _spans(rule: str, years: Iterable[int], setting: Setting) -> Iterable[Span]:
    for year in years:
        if setting.calendars:
            yield from setting.calendars.feasts.spans(rule, year)
        elif span := rule_span(rule, year):
            yield span


def _years(found: Found, setting: Setting) -> tuple[int, ...]:
    """The years to look in: the one named, the tale's, that of "next year", else those around the creation year."""
    if said := found.first_of("year"):
        return (int(said),)
    if setting.history and setting.reference:
        return (setting.reference.year,)
    near, year = int(found.first_of("near") or 0), setting.year or 0
    if "unit" in found.values:
        return (year + near,)
    return tuple(year + step for step in _YEARS)


def _choose(told: list[tuple[Span, str]], found: Found, setting: Setting) -> tuple[Span, str] | None:
    """The nearest by tense; by "last" and "next" the last over and the first to come."""
    today = setting.today
    if today is None:
        this_year = [one for one in told if one[0][0].year == setting.year]
        return min(this_year or told, key=lambda one: one[0][0], default=None)
    near = found.first_of("near") if "unit" not in found.values else None
    if near == "-1":
        return max((one for one in told if one[0][1] < today), key=_begin, default=None)
    if near == "1":
        return min((one for one in told if one[0][0] > today), key=_begin, default=None)
    if near == "0":
        told = [one for one in told if one[0][0].year == today.year] or told
    return min(told, key=lambda one: distance(today, setting.tense, one[0]), default=None)


def _begin(one: tuple[Span, str]) -> date:
    return one[0][0]
