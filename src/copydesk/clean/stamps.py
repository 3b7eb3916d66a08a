"""Times as pages state them: "Feb 15, 2022 5:30 PM EST", "15 February 2022", "4 mins ago", "2022-02-15T17:30:00Z"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from copydesk.lexicon import World
from copydesk.lexicon.ages import Ages
from copydesk.lexicon.tables import load_rows
from copydesk.lexicon.timewords import TimeWord, Zone
from copydesk.lexicon.zones import offset_on

UNITS = {"s": "PT{}S", "m": "PT{}M", "h": "PT{}H", "d": "P{}D", "w": "P{}W", "mo": "P{}M", "y": "P{}Y"}
_UNIT_WORDS = {
    "second": "s", "sec": "s", "s": "s", "minute": "m", "min": "m", "m": "m", "hour": "h", "hr": "h",
    "h": "h", "day": "d", "d": "d", "week": "w", "wk": "w", "w": "w", "month": "mo", "mo": "mo", "year": "y",
    "yr": "y", "y": "y",
}
# One of these stands in every stamp, in every full date, in every age.
_ANY, _YEAR, _AGO = re.compile(r"\d|ago|now", re.IGNORECASE), re.compile(r"(?:19|20)\d\d"), re.compile("ago|now", re.IGNORECASE)
SHORT = 40  # characters of a line that may say an age in words alone ("il y a une heure")
TEXTS_KEPT = 8192  # short texts whose stamps are remembered: several rooms ask about one line
_MINUTES_READ = re.compile(r"\b\d{1,3}[ -]?min(?:ute)?s?\.?[ -]read\b|\breading time:?\s*\d*\s*\w*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Stamp:
    """A time at [start, end) of a text. value: ISO 8601 prefix, or a duration before the capture time for an age.

    kind: "date" (a full day, perhaps with the hour), "age", "part" (a day without its year, or a time of day alone,
    whose value is "T14:02" with its zone where one is named; of other parts the value is "").
    """

    start: int
    end: int
    value: str
    kind: str


class Stamps:
    """Finds stamps; compiled once from the months, weekdays and time zones of the lexicon. ages: those of other languages."""

    def __init__(self, words: tuple[TimeWord, ...], zones: tuple[Zone, ...], ages: Ages) -> None:
        self._ages = ages
        self.months = {form: int(row.value) for row in words if row.cls == "month" for form in row.words}
        weekdays = sorted((form for row in words if row.cls == "weekday" for form in row.words), key=len, reverse=True)
        self.zones = {form: row.offset for row in zones for form in row.words}
        month = "|".join(sorted(self.months, key=len, reverse=True))
        zone = "|".join(re.escape(form) for form in sorted(self.zones, key=len, reverse=True))
        clock = (rf"(?P<hour>\d{{1,2}})(?:[:.h](?P<minute>\d\d))?(?::\d\d)?\s*(?P<half>[ap]\.?\s?m\.?)?\s*"
                 rf"(?:\(?(?P<zone>{zone}|Z|[+-]\d\d:?\d\d)\b\)?)?")
        day = rf"(?:(?:{'|'.join(weekdays)})\.?,?\s+(?:the\s+)?)?"
        joint = r"(?:\s*(?:,|at|\||-|–|—|·|•|@|/)?\s*(?:at\s+)?)"
        self._date = re.compile(
            rf"\b{day}(?:(?P<month>{month})\.?\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>(?:19|20)\d\d)\b"
            rf"|(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?[\s-]+(?P<month2>{month})\.?,?[\s-]+(?P<year2>(?:19|20)\d\d)\b"
            r"|(?P<iso>(?:19|20)\d\d-\d\d-\d\d)(?!\d)|(?P<one>\d{1,2})(?P<mark>[/.])(?P<two>\d{1,2})(?P=mark)"
            r"(?P<year3>(?:19|20)\d\d)\b)",
            re.IGNORECASE,
        )
        self._clock_after = re.compile(rf"(?:T|{joint}){clock}(?!\w)", re.IGNORECASE)
        self._clock = re.compile(clock, re.IGNORECASE)
        self._part_sign = re.compile(rf"\d(?:[:.]\d|\s?[ap])|{month}")  # one stands in every part, in small letters
        self._clock_before = re.compile(rf"\b{clock}{joint}(?:on\s+)?$", re.IGNORECASE)
        self._part = re.compile(
            rf"\b(?:{day}(?:{month})\.?\s+\d{{1,2}}(?:st|nd|rd|th)?\b|{day}\d{{1,2}}(?:st|nd|rd|th)?\s+(?:{month})\b\.?"
            rf"|\d{{1,2}}[:.]\d\d\s*(?:[ap]\.?\s?m\b\.?)?(?:\s*(?:{zone})\b)?|\d{{1,2}}\s?[ap]\.?m\b\.?"
            rf"|\b(?:{month})\.? (?:19|20)\d\d)",
            re.IGNORECASE,
        )
        unit = "|".join(sorted(_UNIT_WORDS, key=len, reverse=True))
        self._age = re.compile(
            rf"\b(?:(?P<count>\d{{1,3}})|(?P<one>an?|one))\s*(?P<unit>{unit})s?\.?(?:,?\s+\d+\s*(?:{unit})s?\.?)?\s+ago\b"
            r"|\b(?P<now>just now|moments ago)\b", re.IGNORECASE,
        )
        self._cached_find = lru_cache(maxsize=TEXTS_KEPT)(self._find)
        self._bare_age = re.compile(r"\s*(?P<count>\d{1,2})\s?(?P<unit>[mhdw])(?P<one>)(?P<now>)\s*$")

    def find(self, text: str) -> tuple[Stamp, ...]:
        """All stamps of a short text in page order; they do not overlap."""
        if _ANY.search(text):
            return self._cached_find(text)
        return tuple(self._abroad(text)) if len(text) <= SHORT else ()

    def _find(self, text: str) -> tuple[Stamp, ...]:
        found = [self._read_date(text, match) for match in self._date.finditer(text)] if _YEAR.search(text) else []
        stamps = [stamp for stamp in found if stamp]
        if _AGO.search(text):
            stamps += [self._read_age(match) for match in self._age.finditer(text)]
        stamps += self._abroad(text) if not stamps else []
        if bare := self._bare_age.match(text):  # "5h" alone on its line
            return (self._read_age(bare),)
        for match in self._part.finditer(text) if self._part_sign.search(text.lower()) else ():
            if all(match.end() <= stamp.start or match.start() >= stamp.end for stamp in stamps):
                clock = self._clock.fullmatch(match.group())
                stamps.append(Stamp(match.start(), match.end(), self._time(clock) if clock else "", "part"))
        return tuple(sorted(stamps, key=lambda stamp: stamp.start))

    def _abroad(self, text: str) -> list[Stamp]:
        """Ages in other languages than English."""
        return [Stamp(start, end, duration, "age") for start, end, duration in self._ages.find(text)]

    def rest(self, text: str) -> str:
        """The text without its stamps, reading times, and the marks between them."""
        for stamp in reversed(self.find(text)):
            text = text[:stamp.start] + " " + text[stamp.end:]
        return _MINUTES_READ.sub(" ", text).strip(" \t-–—|·•,/:()")

    def _read_date(self, text: str, match: re.Match[str]) -> Stamp | None:
        day = self._day(match)
        if day is None:
            return None
        start, end, clock = match.start(), match.end(), None
        after = self._clock_after.match(text, end)
        if after and (after["minute"] or after["half"]):
            end, clock = after.end(), after
        else:
            before = self._clock_before.search(text, 0, start)
            if before and (before["minute"] or before["half"]):
                start, clock = before.start(), before
        value = day.isoformat() + (self._time(clock, day) if clock else "")
        return Stamp(start, end, value, "date")

    def _day(self, match: re.Match[str]) -> date | None:
        if match["iso"]:
            numbers = tuple(int(part) for part in match["iso"].split("-"))
        elif match["one"]:
            one, two, year = int(match["one"]), int(match["two"]), int(match["year3"])
            if one <= 12 and two <= 12 and one != two and match["mark"] == "/":
                return None  # 02/03: day and month cannot be told apart
            numbers = (year, one, two) if two > 12 and match["mark"] == "/" else (year, two, one)
        else:
            month = self.months[(match["month"] or match["month2"]).lower()]
            numbers = (int(match["year"] or match["year2"]), month, int(match["day"] or match["day2"]))
        try:
            return date(*numbers)
        except ValueError:
            return None

    def _time(self, clock: re.Match[str], day: date | None = None) -> str:
        """ "T17:30-05:00"; "" where the clock reads no time of day. A zone with summer time needs the day."""
        hour, minute = int(clock["hour"]), int(clock["minute"] or 0)
        half = (clock["half"] or "").lower()[:1]
        if half and hour <= 12:
            hour = hour % 12 + (12 if half == "p" else 0)
        if hour > 23 or minute > 59:
            return ""
        zone = clock["zone"] or ""
        offset = zone.upper() if zone[:1] in "+-Zz" else offset_on(self.zones.get(zone.lower(), ""), day)
        return f"T{hour:02}:{minute:02}{offset}"

    def _read_age(self, match: re.Match[str]) -> Stamp:
        count = "0" if match["now"] else match["count"] or "1"
        unit = _UNIT_WORDS[match["unit"].lower()] if match["unit"] else "m"
        return Stamp(match.start(), match.end(), UNITS[unit].format(int(count)), "age")


def load_stamps(world: World) -> Stamps:
    """The matcher for the tables of a World."""
    return Stamps(
        load_rows(world.english / "time_words.tsv", TimeWord), load_rows(world.english / "time_zones.tsv", Zone), world.ages,
    )


@lru_cache(maxsize=4)
def stamps_of(world: World) -> Stamps:
    """The matcher of times for a World, compiled once."""
    return load_stamps(world)
