"""What a time owes to the state that the words around it name: its fiscal year, its own days, its seasons."""

from __future__ import annotations

import re
from dataclasses import replace

from copydesk.lexicon.states import State, States
from copydesk.lexicon.timepatterns import Found
from copydesk.resolve.times_setting import Setting, Value

_REACH = 40  # characters looked at on either side
_WORDS_BEFORE = re.compile(r"[^\W\d_][\w.]*(?:['’]s?)?")
_NAME_AFTER = re.compile(r"\s+(?:in|of)\s+(?:the\s+)?((?:[^\W\d_][\w.]*\s?){1,3})")
_LONGEST_NAME = 3  # words
_OWED = frozenset(("season", "holiday"))  # classes whose meaning the state decides
_SEASON = re.compile(r"(\d{4})-(SP|SU|FA|WI)$")


def owes_to_state(found: Found) -> bool:
    """Whether the expression names a fiscal year, a season, or a day that states keep each on their own date."""
    if not _is_fiscal(found) and not _OWED & set(found.values):
        return False
    return "holiday" not in found.values or (found.first_of("holiday") or "").startswith("national:")


def find_state(text: str, start: int, end: int, states: States) -> State | None:
    """The state named right before the words at [start, end), a few small words between, or right after "in"."""
    line = text[max(0, start - _REACH) : start].rpartition("\n")[2]
    before = _WORDS_BEFORE.findall(line)
    for last in range(len(before), max(0, len(before) - _LONGEST_NAME), -1):
        for first in range(max(0, last - _LONGEST_NAME), last):
            if state := _named(" ".join(before[first:last]), states):
                return state
        if not before[last - 1][0].islower():
            break
    if match := _NAME_AFTER.match(text, end, end + _REACH):
        after = match[1].split()
        names = (" ".join(after[:count]) for count in range(len(after), 0, -1))
        return next((found for name in names if (found := _named(name, states) or _named(name.rstrip("."), states))), None)
    return None


def _named(words: str, states: States) -> State | None:
    hit = states.find(words) if words[:1].isupper() else None
    return states.by_code(hit.country) if hit and hit.kind != "capital" else None


def fit_to_state(found: Found, value: Value, setting: Setting) -> Value:
    """The value with the interval that the state's calendar gives it."""
    if setting.is_south and (match := _SEASON.match(value.value)):
        northern = {"SP": "FA", "SU": "WI", "FA": "SP", "WI": "SU"}[match[2]]
        begin, end = replace(value, value=f"{match[1]}-{northern}").interval()
        return replace(value, begin=begin, end=end, note=f"calendar: {setting.state.name if setting.state else ''}")
    if _is_fiscal(found) and re.match(r"\d{4}$", value.value):
        return _fiscal(found, value, setting)
    return value


def _is_fiscal(found: Found) -> bool:
    return any(kind is not None and "fiscal" in kind.values for kind in found.kinds)


def _fiscal(found: Found, value: Value, setting: Setting) -> Value:
    if setting.state is None or setting.calendars is None:
        return value
    fiscal, code, year = setting.calendars.fiscal, setting.state.code, int(value.value)
    if "year" not in found.values and "short" not in found.values and setting.today:
        step, running = int(found.first_of("near") or 0), fiscal.year_of(code, setting.today)
        year = running + step if running else year
    pair = found.row.operation == "fiscal_pair" or len(found.values.get("year", ())) + len(found.values.get("short", ())) > 1
    span = fiscal.span(code, year, first=pair)
    if span is None:
        return value
    begin, end = (day.isoformat() for day in span)
    return replace(value, value=f"{year:04d}", begin=begin, end=end, note=f"calendar: {setting.state.name}")
