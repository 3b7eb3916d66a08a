"""Times and quantities of a page that is not read as English: only what its figures alone tell."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date

from copydesk.lexicon.calendar import interval_of
from copydesk.lexicon.scales import Scales
from copydesk.record import Article, Quantity, Span, TimeExpression, TraceStep

ENGLISH = (None, "en")  # None: a text too short to tell is read as English
UNSTATED = "unknown"  # the unit of a number whose noun nobody could read
_YEARS = range(1900, 2101)  # of the calendar that is meant; others are of another calendar, or no years
_LEAST = 100  # a smaller number without a sign may be a day, an hour, an age or a list's number
_CLOCK = r"(?:(?:T|,?[ \u00a0])(?P<hour>\d\d?):(?P<minute>\d\d)(?::\d\d(?:\.\d+)?)?(?P<zone>Z|[+-]\d\d:\d\d)?)?"
_BEFORE, _AFTER = r"(?<![\w.,:/-])", r"(?![\w/-]|[.:]\d)"
_DAY_FIRST = re.compile(
    rf"{_BEFORE}(?P<one>\d\d?)(?P<mark>[./-])(?P<two>\d\d?)(?P=mark)(?P<year>\d{{4}}){_CLOCK}{_AFTER}",
)
_YEAR_FIRST = re.compile(
    rf"{_BEFORE}(?P<year>\d{{4}})(?P<mark>[./-])(?P<month>\d\d?)(?P=mark)(?P<day>\d\d?){_CLOCK}{_AFTER}",
)
_SIGNS = {"$": "dollars", "€": "euros", "£": "pounds", "¥": "yen", "₽": "rubles", "₴": "hryvnias"}
_MEASURES = {**_SIGNS, "%": "percent", "٪": "percent", "km/h": "km/h", "km²": "sq km", "km": "km", "m": "m", "cm": "cm",
             "kg": "kg", "MW": "MW", "GW": "GW", "км": "km", "кг": "kg"}
_BLANK = "[ \u00a0\u202f\u2009]"
_NUMBER = re.compile(
    rf"{_BEFORE}(?:(?P<money>[$€£¥₽₴]){_BLANK}?)?(?<!\d{_BLANK})"
    rf"(?P<whole>[1-9]\d{{0,2}}(?:(?:{_BLANK}\d{{3}}){{1,5}}|(?P<gap>[.,'’])\d{{3}}(?:(?P=gap)\d{{3}}){{0,4}})|\d{{1,15}})"
    rf"(?:[.,](?P<part>\d{{1,6}}))?(?![\w:/]|[.,'’]\d|-\w|{_BLANK}\d{{3}}(?!\w))",
)
_MEASURE = re.compile(rf"\.?{_BLANK}?({'|'.join(map(re.escape, sorted(_MEASURES, key=len, reverse=True)))})(?!\w)")
_GAPS = re.compile(r"\D")
_A_WORD = re.compile(rf"{_BLANK}+[^\W\d_]")


def is_foreign(article: Article) -> bool:
    """Whether an article is in a language whose sentences are not read."""
    return article.language not in ENGLISH


def find_figure_times(text: str, spans: Iterable[Span]) -> tuple[tuple[TimeExpression, ...], tuple[Span, ...]]:
    """Days, with their time of day where it follows, written in figures, in page order; and those of two readings.

    A year first, dots with the day first, and a slash or hyphen where one of both numbers can be no month: "3/4/2024" is
    of two readings and is not told. Years outside 1900 to 2100 belong to other calendars and are not told either.
    """
    found: list[TimeExpression] = []
    unsure: list[Span] = []
    for span in spans:
        matches = [*_YEAR_FIRST.finditer(text, span.start, span.end), *_DAY_FIRST.finditer(text, span.start, span.end)]
        for match in sorted(matches, key=lambda match: match.start()):
            days = _days(match)
            if len(days) > 1:
                unsure.append(Span(start=match.start(), end=match.end()))
            elif days:
                found.append(_time(match, days.pop()))
    return tuple(found), tuple(unsure)


def _days(match: re.Match[str]) -> set[str]:
    """Every day that the figures may mean, as ISO 8601."""
    figures = {name: int(value) for name, value in match.groupdict().items() if name not in ("mark", "zone") and value}
    if "day" in figures:
        readings = [(figures["month"], figures["day"])]
    else:
        readings = [(figures["two"], figures["one"])]
        if match["mark"] != ".":
            readings.append((figures["one"], figures["two"]))
    return {day for month, number in readings if (day := _iso(figures["year"], month, number))}


def _iso(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat() if year in _YEARS else None
    except ValueError:
        return None


def _time(match: re.Match[str], day: str) -> TimeExpression:
    """The expression, to the minute where a time of day follows that exists."""
    value, end = day, match.start("hour") if match["hour"] else match.end()
    if match["hour"] and int(match["hour"]) < 24 and int(match["minute"]) < 60:
        value, end = f"{day}T{int(match['hour']):02d}:{int(match['minute']):02d}{match['zone'] or ''}", match.end()
    begin, finish = interval_of(value) or (None, None)
    span = Span(start=match.start(), end=match.start() + len(match.string[match.start() : end].rstrip(" \u00a0,T")))
    trace = TraceStep(stage="times", rule="figures")
    return TimeExpression(
        span=span, type="TIME" if "T" in value else "DATE", value=value, begin=begin, end=finish, anchor=None, trace=(trace,),
    )


def find_figure_quantities(
    text: str, spans: Iterable[Span], *, times: Iterable[TimeExpression], language: str, scales: Scales,
) -> Iterator[Quantity]:
    """Numbers written in figures, in page order; the unit is "unknown" unless a sign tells it ("%", "€", "km").

    Without a sign or a word such as "Millionen" a number below 100 and one that may be a year are left out. In a language
    whose such words are not known, a number that a word follows has no size: low and high are None.
    """
    taken = frozenset(place for time in times for place in range(time.span.start, time.span.end))
    for span in spans:
        for match in _NUMBER.finditer(text, span.start, span.end):
            if match.start("whole") not in taken:
                yield from _quantity(match, language, scales)


def _quantity(match: re.Match[str], language: str, scales: Scales) -> Iterator[Quantity]:
    text, end = match.string, match.end()
    factor, end = scales.match(text, end, language)
    sign = _MEASURE.match(text, end)
    is_sure = language in scales.languages or sign is not None or not _A_WORD.match(text, end)
    value = float(f"{_GAPS.sub('', match['whole'])}.{match['part'] or 0}") * factor
    is_year = match["whole"].isdigit() and value in _YEARS
    if sign is None and not match["money"] and factor == 1 and (value < _LEAST or is_year):
        return
    unit = _SIGNS[match["money"]] if match["money"] else _MEASURES[sign[1]] if sign else UNSTATED
    span = Span(start=match.start(), end=sign.end() if sign and not match["money"] else end)
    yield Quantity(span=span, unit=unit, low=value if is_sure else None, high=value if is_sure else None, qualifier=None)
