"""Full dates as pages in other languages than English show them (world/months.tsv): "15 de abril de 2020", "2020年4月15日"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

LONGEST = 160  # characters of a line that is a stamp
BUDDHIST = 543  # years that the Buddhist calendar is ahead
_NOWRUZ_1399 = date(2020, 3, 20)
# Years of the 33-year cycle of the Persian calendar that have 366 days (holds for 1244 to 1472).
_LEAP = frozenset((1, 5, 9, 13, 17, 22, 26, 30))
_CALENDARS = {"fa": "persian", "ps": "persian", "th": "buddhist"}  # of years in figures, where they can be no others
_WORD = r"[^\s\d.,;:|()/–—-]+(?:\.[^\s\d.,;:|()/–—-]+)*"
_WORDS = rf"(?P<words>{_WORD}(?:\s{_WORD}){{0,3}}?)"
_YEAR = r"(?P<year>\d{4})(?!\d)"
_LINK = r"(?:(?:de|del|d'|di|του|năm|г|m|gada|gads)\.?\s+)?"
_PATTERNS = tuple(re.compile(pattern, re.IGNORECASE) for pattern in (
    rf"(?<![\d.,:/])(?P<day>\d{{1,2}})(?:\.|º|°|er|-?го|-ին)?[\s-]*{_LINK}{_WORDS}[.,]?[\s-]*{_LINK}{_YEAR}",
    rf"(?<!\d)(?P<year>\d{{4}})[.,]?\s+(?:m\.\s+|gada\s+)?{_WORDS}\s+(?P<day>\d{{1,2}})(?![\d:])",
    rf"(?<!\d)(?P<year>\d{{4}})\.\s+gada\s+(?P<day>\d{{1,2}})\.\s+{_WORDS}",
    rf"(?<!\S)(?P<words>{_WORD})\.?\s+(?P<day>\d{{1,2}})(?:\.|º)?,?\s+{_LINK}{_YEAR}",
    rf"(?<![\d.,:/])(?P<day>\d{{1,2}}),?\s+tháng\s+(?P<month>\d{{1,2}}),?\s+(?:năm\s+)?{_YEAR}",
    r"(?<!\d)(?P<year>\d{4})\s?[年년]\s?(?P<month>\d{1,2})\s?[月월]\s?(?P<day>\d{1,2})",
    r"(?<![\d./-])(?P<year>\d{4})(?P<mark>\s?[./-]\s?)(?P<month>\d{1,2})(?P=mark)(?P<day>\d{1,2})(?!\d|[./-]\d)",
    rf"(?<![\d./-])(?P<day>\d{{1,2}})(?P<mark>\s?[./-]\s?)(?P<month>\d{{1,2}})(?P=mark){_YEAR}(?![./-]\d)",
))
_DAY_FIRST = _PATTERNS[-1]
_CLOCK = r"(?P<hour>\d{1,2})(?:\s?[:.h]\s?|\s?[時时시點点]\s?)(?P<minute>\d\d)(?!\d)"
_AFTER = re.compile(rf"(?P<gap>[^\d\n]{{0,24}}?)(?<![\d.]){_CLOCK}(?P<rest>[^\d\n]{{0,8}})", re.IGNORECASE)
_BEFORE = re.compile(rf"(?<![\d.:]){_CLOCK}(?P<gap>[^\d\n]{{0,12}})$", re.IGNORECASE)
_GREENWICH = re.compile(r"\W{0,3}(?:gmt|utc)\b(?![+-])", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthNames:
    """The months of a language, each with its forms parted by "/". updated: words before the time of an update."""

    language: str
    calendar: Literal["gregorian", "persian", "buddhist"]
    months: tuple[str, ...]
    updated: tuple[str, ...]
    afternoon: tuple[str, ...]
    origin: str


@dataclass(frozen=True, slots=True)
class ShownDate:
    """A full date at [start, end) of a text, perhaps with its time of day. value: ISO 8601 prefix."""

    start: int
    end: int
    value: str


class Months:
    """Finds dates and words of updates of all languages of the table."""

    def __init__(self, rows: Iterable[MonthNames]) -> None:
        self._numbers: dict[str, dict[str, tuple[str, int]]] = {}
        held = tuple(rows)
        for row in held:
            for number, forms in enumerate(row.months, 1):
                for form in forms.split("/"):
                    self._numbers.setdefault(form.lower().rstrip("."), {})[row.language] = (row.calendar, number)
        self._afternoon = tuple(word for row in held for word in row.afternoon)
        words = sorted({word for row in held for word in row.updated}, key=len, reverse=True)
        self._update = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})(?!\w)", re.IGNORECASE)

    def tells_update(self, text: str) -> bool:
        """Whether a word in a short text says that the time behind it is that of an update ("Aktualisiert am")."""
        return self._update.search(text) is not None

    def find(self, text: str, language: str | None = None) -> list[ShownDate]:
        """The full dates in a short text, in page order. language: of the page; it tells months of two languages apart.

        Of figures alone, day and month are read in this order where the language is known and not English.
        """
        if len(text) > LONGEST:
            return []
        found: list[ShownDate] = []
        for pattern in _PATTERNS:
            if pattern is _DAY_FIRST and language in (None, "en"):
                continue
            for match in pattern.finditer(text):
                day = self._day(match, language)
                if day and all(match.end() <= each.start or match.start() >= each.end for each in found):
                    found.append(self._with_clock(text, match, day))
        return sorted(found, key=lambda shown: shown.start)

    def _day(self, match: re.Match[str], language: str | None) -> date | None:
        named = match.groupdict()
        year, day = int(named["year"]), int(named["day"])
        if named.get("words"):
            calendar, month = self._month(named["words"], language) or ("", 0)
        else:
            month = int(named["month"])
            calendar = _CALENDARS.get(language or "", "gregorian") if year < 1500 or year > 2400 else "gregorian"
        return _DAYS[calendar](year, month, day) if month else None

    def _month(self, words: str, language: str | None) -> tuple[str, int] | None:
        """Calendar and number of the month that some words are; None where they are none, or two languages differ."""
        known = self._numbers.get(" ".join(words.lower().split()).rstrip("."))
        if known is None:
            return None
        if language in known:
            return known[language]
        return next(iter(known.values())) if len({number for _, number in known.values()}) == 1 else None

    def _with_clock(self, text: str, match: re.Match[str], day: date) -> ShownDate:
        start, end, clock = match.start(), match.end(), None
        if (after := _AFTER.match(text, end)) and not self.tells_update(after["gap"]):
            clock, end = after, after.end("minute")
        elif before := _BEFORE.search(text[:start]):
            clock, start = before, before.start()
        hour, minute = (int(clock["hour"]), int(clock["minute"])) if clock else (24, 0)
        around = clock["gap"] + (clock.groupdict().get("rest") or "") if clock else ""
        if hour < 12 and any(word in around.lower() for word in self._afternoon):
            hour += 12
        if hour > 23 or minute > 59:
            return ShownDate(match.start(), match.end(), day.isoformat())
        zone = "Z" if clock and _GREENWICH.match(text, clock.end("minute")) else ""
        return ShownDate(start, end, f"{day.isoformat()}T{hour:02}:{minute:02}{zone}")


def _gregorian(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if 1900 <= year < 2100 else None
    except ValueError:
        return None


def _buddhist(year: int, month: int, day: int) -> date | None:
    return _gregorian(year - BUDDHIST if year > 2400 else year, month, day)


def _persian(year: int, month: int, day: int) -> date | None:
    """The day of a Persian solar date between 1300 and 1472."""
    if not (1300 <= year <= 1472 and 1 <= month <= 12 and 1 <= day <= (31 if month < 7 else 30)):
        return None
    lengths = sum(365 + (each % 33 in _LEAP) for each in _between(1399, year))
    first = _NOWRUZ_1399 + timedelta(days=lengths if year >= 1399 else -lengths)
    return first + timedelta(days=31 * min(month - 1, 6) + 30 * max(month - 7, 0) + day - 1)


def _between(one: int, other: int) -> Iterator[int]:
    return iter(range(min(one, other), max(one, other)))


_DAYS: dict[str, Callable[[int, int, int], date | None]] = {
    "gregorian": _gregorian, "buddhist": _buddhist, "persian": _persian, "": lambda year, month, day: None,
}
