"""Days with names: when they fall in a year, by rule, by the tables of moving feasts, and by state.

Rules, as en/holidays.tsv and world/national_days.tsv write them: "12-25" a fixed day; "11-4-4" the fourth Thursday of
November, "11-4-4+1" the day after it, "5--1-1" the last Monday of May; "easter+N", "orthodox+N" N days from Easter Sunday;
"feast:NAME" rows of world/feasts.tsv; "national:NAME" the state's own day, known where the words name the state; "X" nobody
can say. "/N" behind a rule: it lasts N days.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path

from copydesk.lexicon.tables import load_rows
from copydesk.lexicon.zones import nth_weekday

Span = tuple[date, date]  # first and last day

_EASTER = re.compile(r"(easter|orthodox)([+-]\d+)$")
_FIXED = re.compile(r"(\d\d)-(\d\d)$")
_NTH = re.compile(r"(\d+)-(-?\d)-(\d)(?:\+(\d))?$")
_FIRST_YEAR, _LAST_YEAR = 1, 9998  # sums of days would leave the calendar
_ANY_STATE = "*"  # cell of national_days.tsv: the day of every state that has no row of its own


@dataclass(frozen=True, slots=True, kw_only=True)
class Feast:
    """Row of feasts.tsv. days: ISO days on which it begins; length: how many days it lasts; calendar: who reckons so."""

    feast: str
    length: int
    days: tuple[str, ...]
    calendar: str
    origin: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NationalDay:
    """Row of national_days.tsv. state: alpha-3, "*" for all others; feast: what "national:NAME" asks for."""

    state: str
    feast: str
    rule: str
    origin: str


class Feasts:
    """Moving feasts and the days of states."""

    def __init__(self, folder: Path) -> None:
        self._spans: dict[str, list[Span]] = {}
        self._calendars: dict[str, str] = {}
        for row in load_rows(folder / "feasts.tsv", Feast):
            self._calendars[row.feast] = row.calendar
            days = [date.fromisoformat(day) for day in row.days]
            self._spans.setdefault(row.feast, []).extend((day, day + timedelta(row.length - 1)) for day in days)
        self._national = {(row.feast, row.state): row.rule for row in load_rows(folder / "national_days.tsv", NationalDay)}

    def rule_for(self, rule: str, state: str | None) -> str:
        """The rule of a state's own day where one is asked for; "X" where no state is named or it has none; else `rule`."""
        if not rule.startswith("national:"):
            return rule
        feast = rule.removeprefix("national:")
        found = self._national.get((feast, state)) if state else None
        return found or self._national.get((feast, _ANY_STATE), "X")

    def spans(self, rule: str, year: int) -> tuple[Span, ...]:
        """When it begins in a year: once, never, or, by a calendar of shorter years, twice."""
        if rule.startswith("feast:"):
            return tuple(sorted(span for span in self._spans.get(rule.removeprefix("feast:"), ()) if span[0].year == year))
        span = rule_span(rule, year)
        return (span,) if span else ()

    def calendar(self, rule: str) -> str | None:
        """The calendar by which a moving feast is reckoned; None for other rules."""
        return self._calendars.get(rule.removeprefix("feast:"))


def rule_span(rule: str, year: int) -> Span | None:
    """First and last day in a year by a rule that needs no table; None for other rules and where there is no such day."""
    bare, _, length = rule.partition("/")
    day = rule_day(bare, year) if _FIRST_YEAR <= year <= _LAST_YEAR else None
    return (day, day + timedelta(int(length or 1) - 1)) if day else None


@lru_cache(maxsize=1024)
def rule_day(rule: str, year: int) -> date | None:
    """The day of a fixed rule, a counted weekday or one reckoned from Easter; None for all else."""
    if match := _EASTER.match(rule):
        sunday = _western_easter(year) if match[1] == "easter" else _orthodox_easter(year)
        return sunday + timedelta(days=int(match[2]))
    if match := _FIXED.match(rule):
        return date(year, int(match[1]), int(match[2]))
    if match := _NTH.match(rule):
        month, count, weekday = int(match[1]), int(match[2]), int(match[3])
        return nth_weekday(year, month, weekday, count) + timedelta(days=int(match[4] or 0))
    return None


def _western_easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (the anonymous algorithm of Nature, 1876)."""
    golden, century, rest = year % 19, year // 100, year % 100
    moon = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    offset = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    drift = (golden + 11 * moon + 22 * offset) // 451
    month, day = divmod(moon + offset - 7 * drift + 114, 31)
    return date(year, month, day + 1)


def _orthodox_easter(year: int) -> date:
    """Easter Sunday by the Julian reckoning (Meeus), as a Gregorian date; holds for 1900-2099."""
    moon = (19 * (year % 19) + 15) % 30
    offset = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    month, day = divmod(moon + offset + 114, 31)
    return date(year, month, day + 1) + timedelta(days=13)
