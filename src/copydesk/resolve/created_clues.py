"""What the words of a page tell about its creation day: its timestamp, and dates in the text that agree with a weekday."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from copydesk.language.running import run_lines
from copydesk.lexicon import World
from copydesk.lexicon.calendar import day_of
from copydesk.lexicon.timepatterns import Found
from copydesk.lexicon.timewords import Tokens
from copydesk.record import Article, Page, Span
from copydesk.resolve.times import NARRATIVE
from copydesk.resolve.times_durations import count_of, unit_of, write_duration
from copydesk.resolve.times_setting import Setting
from copydesk.resolve.times_tense import Clauses
from copydesk.resolve.times_values import OPERATIONS

STAMPED = frozenset(("timestamp", "dateline", "byline"))
_DATED = frozenset(("date", "iso", "slashed"))
_FULL = re.compile(r"\d{4}-\d\d-\d\d")
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright)\D{0,12}(?:(?:19|20)\d\d\s?[-–]\s?)?(?P<year>(?:19|20)\d\d)(?!\d)", re.IGNORECASE,
)
_MONTH_DAY = re.compile(r"XXXX-\d\d-\d\d$")


@dataclass(frozen=True, slots=True)
class Clue:
    """One hint at the creation day. value: ISO prefix, "XXXX-02-15", or an age ("PT5H"). basis: see created.TRUST; "clash"
    marks a weekday that does not fit its date. weekday: 1 (Monday) to 7 where one is named with the date."""

    value: str
    basis: str
    span: Span
    weekday: int | None = None


def find_clues(page: Page, article: Article, world: World) -> Iterator[Clue]:
    """The hints in the blocks of one article, those of its timestamp first."""
    told: list[tuple[Tokens, Found]] = []
    bare: list[Clue] = []
    text = run_lines(page, article)
    for block in article.blocks:
        if block.role not in STAMPED and block.role not in NARRATIVE:
            continue
        tokens = world.times.words.read(text, block.span.start, block.span.end)
        before = block.span.start
        for found in world.times.find(tokens):
            is_update = block.role in STAMPED and world.months.tells_update(page.text[before:found.start])
            before = found.end
            if block.role in STAMPED:
                yield from () if is_update else _stamped(found, tokens, block.role)
                bare += _bare_day(found, tokens)
            else:
                told.append((tokens, found))
            yield from _clash(found, tokens)
    clauses = Clauses(text, None, world.tense_words)
    leading = _leading(told, clauses)
    yield from _told(told, leading, clauses)
    yield from _with_copyright_year(page, article, bare, leading)


def _stamped(found: Found, tokens: Tokens, role: str) -> Iterator[Clue]:
    """A full date, a month and day with their weekday, or an age, in a timestamp or dateline."""
    span = Span(start=found.start, end=found.end)
    if found.row.operation == "ago" and role == "timestamp":
        unit, count = unit_of(found), count_of(found)
        if unit and count:
            yield Clue(write_duration(count, unit), "age", span)
    elif found.row.operation in _DATED:
        value = _undated_value(found, tokens)
        weekday = _weekday(found)
        if value and _FULL.match(value) and (day_of(value) is not None):
            yield Clue(value, "dateline" if role == "dateline" else "timestamp", span, weekday)
        elif value and _MONTH_DAY.match(value) and weekday:
            yield Clue(value, "month_day+weekday", span, weekday)


def _bare_day(found: Found, tokens: Tokens) -> Iterator[Clue]:
    """A month and day of a timestamp or dateline that neither a year nor a weekday stands with."""
    value = _undated_value(found, tokens) if found.row.operation in _DATED and not _weekday(found) else None
    if value and _MONTH_DAY.match(value):
        yield Clue(value, "month_day", Span(start=found.start, end=found.end))


def _with_copyright_year(page: Page, article: Article, bare: list[Clue], leading: set[int]) -> Iterator[Clue]:
    """A month and day in the one year that copyright lines name, where that day falls on a weekday that the text leads with."""
    lines = [page.text[block.span.start:block.span.end] for block in article.blocks if block.role in ("legal", "credit")]
    years = {match["year"] for line in lines for match in _COPYRIGHT.finditer(line)}
    for clue in bare if len(years) == 1 else []:
        value = f"{min(years)}{clue.value[4:]}"
        day = day_of(value)
        if day and day.isoweekday() in leading:
            yield Clue(value, "month_day+weekday", clue.span, day.isoweekday())


def _leading(told: list[tuple[Tokens, Found]], clauses: Clauses) -> set[int]:
    """The weekdays that the text names first and most, those to come left out."""
    weekdays = [int(found.first_of("weekday") or 0) for tokens, found in told
                if found.row.name == "weekday" and clauses.tense_at(found.start, found.end) != "future"]
    return {weekdays[0], Counter(weekdays).most_common(1)[0][0]} if weekdays else set()


def _told(told: list[tuple[Tokens, Found]], leading: set[int], clauses: Clauses) -> Iterator[Clue]:
    """Full dates of the text that fall on the weekday the text names first or most, or that stand beside "today".

    A date after "due" or "since" says nothing of today, nor does one of an earlier year than another that is named.
    """
    days: dict[str, Clue] = {}
    latest = max((int(year) for tokens, found in told if (year := found.first_of("year"))
                  and clauses.tense_at(found.start, found.end) != "future"), default=0)
    for tokens, found in told:
        value = _undated_value(found, tokens) if found.row.operation in _DATED else None
        day = day_of(value) if value and _FULL.match(value) else None
        if value is None or day is None:
            continue
        span = Span(start=found.start, end=found.end)
        if _beside_today(found, tokens):
            yield Clue(value[:10], "text_date+today", span)
        elif day.isoweekday() in leading and day.year >= latest and clauses.is_open(tokens.word(found.first - 1)):
            days.setdefault(value[:10], Clue(value[:10], "text_date+weekday", span))
    if len(days) == 1:
        yield from days.values()


def _clash(found: Found, tokens: Tokens) -> Iterator[Clue]:
    """A weekday written with a full date on which that weekday did not fall."""
    weekday = _weekday(found)
    value = _undated_value(found, tokens) if weekday and found.row.operation == "date" else None
    day = day_of(value) if value and _FULL.match(value) else None
    if day and weekday and "month" in found.values and day.isoweekday() != weekday:
        yield Clue(value or "", "clash", Span(start=found.start, end=found.end), weekday)


def _undated_value(found: Found, tokens: Tokens) -> str | None:
    """The value of an expression read against nothing; a time of day keeps its zone."""
    value = OPERATIONS[found.row.operation](found, _words(found, tokens), Setting(created=None))
    return value.value + value.offset if value else None


def _weekday(found: Found) -> int | None:
    weekday = found.first_of("weekday")
    return int(weekday) if weekday else None


def _words(found: Found, tokens: Tokens) -> tuple[str, ...]:
    return tuple(tokens.word(index).lower() for index in range(found.first, found.last))


def _beside_today(found: Found, tokens: Tokens) -> bool:
    """Whether "today" stands right before or after the date, a comma at most between them."""
    around = (found.first - 1, found.first - 2, found.last, found.last + 1)
    near = [tokens.kinds[index] for index in around if 0 <= index < len(tokens.kinds)]
    return any(kind is not None and kind.values.get("dayword") == "0" for kind in near)
