"""The stage `quantities`: numbers with what they count, as closed or open intervals."""

from __future__ import annotations

import re
from bisect import bisect_left

from copydesk.lexicon import World
from copydesk.lexicon.quantitywords import BoundWord, QuantityWords
from copydesk.record import Article, Page, Quantity, Reading, Span, TimeExpression
from copydesk.resolve.foreign_numbers import find_figure_quantities, is_foreign
from copydesk.resolve.quantity_units import Units
from copydesk.resolve.times import NARRATIVE

# "about 80,000" allows a tenth either way (across.md, conflict tests).
_ABOUT = 0.1
_BEFORE = 10  # characters before a number in which "between" stands, of a range with "and"
_BETWEEN = re.compile(r"\bbetween\s*$", re.IGNORECASE)
_RANGE = re.compile(r"\s*(?:-|–|—|to|or|(?P<both>and))\s*(?=\d)")
_MONEY = {"$": "dollars", "us$": "dollars", "c$": "Canadian dollars", "a$": "Australian dollars", "€": "euros",
          "£": "pounds", "¥": "yen"}


def find_quantities(
    *, page: Page, article: Article, reading: Reading, times: tuple[TimeExpression, ...], world: World,
) -> tuple[Quantity, ...]:
    """Every number that counts or measures something, in page order.

    Numbers inside an expression of time, ages, and numbers whose unit nobody could name are left out. The unit is what
    befell those counted ("killed"), else the family of their noun ("troops"), else a measure ("km").
    In another language than English numbers in figures are told, most of them of unknown unit.
    """
    spans = [block.span for block in article.blocks if block.role in NARRATIVE]
    if is_foreign(article):
        language, scales = article.language or "", world.scales
        return tuple(find_figure_quantities(page.text, spans, times=times, language=language, scales=scales))
    finder = _Finder(page.text, reading, times, world.quantities, [span.start for span in spans])
    return tuple(quantity for span in spans for quantity in finder.find(span))


class _Finder:
    """The quantities of one page."""

    def __init__(
        self, text: str, reading: Reading, times: tuple[TimeExpression, ...], words: QuantityWords, begins: list[int],
    ) -> None:
        self._text = text
        self._units = Units(text, reading, words, begins)
        self._taken = sorted((time.span.start, time.span.end) for time in times)
        self._words = words

    def find(self, block: Span) -> list[Quantity]:
        """The quantities of one block."""
        found: list[Quantity] = []
        for match in self._words.matcher.finditer(self._text, block.start, block.end):
            place = match.start("crowd") if match["crowd"] else match.start("number")
            if (found and place < found[-1].span.end) or self._is_taken(place):
                continue
            if quantity := self._read(match, block.end):
                found.append(quantity)
        return found

    def _read(self, match: re.Match[str], stop: int) -> Quantity | None:
        amount = self._crowd(match) if match["crowd"] else self._number(match)
        if amount is None:
            return None
        low, high, end, qualifier = amount
        start = next(match.start(name) for name in ("bound", "crowd", "money", "number") if match[name])
        if match["money"]:
            unit: str | None = _MONEY[match["money"].lower()]
        else:
            unit, end = self._units.find(start, end, stop)
        if unit is None:
            return None
        bound = self._words.bounds.get(" ".join((match["bound"] or "").lower().split()))
        if bound and bound.bound != "exact":
            low, high = _bounded(low, high, bound)
            qualifier = match["bound"]
        end = self._units.share_end(end, stop) if match["money"] or self._units.is_share(unit) else end
        return Quantity(span=Span(start=start, end=end), unit=unit, low=low, high=high, qualifier=qualifier)

    def _crowd(self, match: re.Match[str]) -> tuple[float | None, float | None, int, str | None]:
        row = self._words.crowds[" ".join(match["crowd"].lower().split())]
        return row.low, row.high, match.end("crowd"), match["crowd"]

    def _number(self, match: re.Match[str]) -> tuple[float | None, float | None, int, str | None] | None:
        """Both ends of a number or a range of numbers, and where it ends; None for an ordinal or a year in words."""
        number = self._words.numbers.match(self._text, match.start("number"))
        if number is None or number.ordinal or number.year:
            return None
        joint = _RANGE.match(self._text, number.end)
        second = self._words.numbers.match(self._text, joint.end()) if joint else None
        paired = joint is None or not joint["both"] or self._is_between(match)
        if second and paired and second.value > number.value and not self._units.is_tally_from(match.start("number")):
            return number.value, second.value, second.end, None
        return number.value, number.value, number.end, None

    def _is_between(self, match: re.Match[str]) -> bool:
        """Whether the two numbers that an "and" joins are the ends of a range."""
        start = match.start("bound") if match["bound"] else match.start("number")
        return _BETWEEN.search(self._text, max(0, start - _BEFORE), start) is not None

    def _is_taken(self, position: int) -> bool:
        """Whether a place lies within an expression of time."""
        index = bisect_left(self._taken, (position + 1, 0)) - 1
        return index >= 0 and self._taken[index][1] > position


def _bounded(low: float | None, high: float | None, bound: BoundWord) -> tuple[float | None, float | None]:
    if bound.bound == "least":
        return low, None
    if bound.bound == "most":
        return None, high
    return low and low * (1 - _ABOUT), high and high * (1 + _ABOUT)
