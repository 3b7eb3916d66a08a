"""The stage `quantities`: numbers with what they count, as closed or open intervals."""

from __future__ import annotations

import re
from bisect import bisect_left

from copydesk.lexicon import World
from copydesk.lexicon.quantitywords import BoundWord, QuantityWords
from copydesk.record import Article, Page, Quantity, Reading, Span, TimeExpression
from copydesk.resolve.times import NARRATIVE

# "about 80,000" allows a tenth either way (across.md, conflict tests).
_ABOUT = 0.1
_AHEAD = 4  # words after the number in which its noun, and after it what befell them, is looked for
_STATE_AHEAD = 4
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*|%")
_RANGE = re.compile(r"\s*(?:-|–|—|to|and|or)\s*(?=\d)")
_SENTENCE_END = re.compile(r"[.!?;:]\s|\n|[()\[\]]")
_MONEY = {"$": "dollars", "us$": "dollars", "c$": "Canadian dollars", "a$": "Australian dollars", "€": "euros",
          "£": "pounds", "¥": "yen"}


def find_quantities(
    *, page: Page, article: Article, reading: Reading, times: tuple[TimeExpression, ...], world: World,
) -> tuple[Quantity, ...]:
    """Every number that counts or measures something, in page order.

    Numbers inside an expression of time, ages, and numbers whose unit nobody could name are left out. The unit is what
    befell the people counted ("killed"), else the family of their noun ("troops"), else a measure ("km").
    """
    taken = sorted((time.span.start, time.span.end) for time in times)
    quantities = []
    for block in article.blocks:
        if block.role in NARRATIVE:
            quantities += _in_block(page.text, block.span, taken, world.quantities)
    return tuple(quantities)


def _in_block(text: str, block: Span, taken: list[tuple[int, int]], words: QuantityWords) -> list[Quantity]:
    found, position = [], block.start
    for match in words.matcher.finditer(text, block.start, block.end):
        if match.start() < position or _is_taken(match.start("number"), taken):
            continue
        quantity = _read(text, match, block.end, words)
        if quantity:
            found.append(quantity)
            position = quantity.span.end
    return found


def _read(text: str, match: re.Match[str], stop: int, words: QuantityWords) -> Quantity | None:
    bound = words.bounds.get(" ".join((match["bound"] or "").lower().split()))
    if match["crowd"]:
        crowd = words.crowds[" ".join(match["crowd"].lower().split())]
        low, high, end = crowd.low, crowd.high, match.end("crowd")
        qualifier: str | None = text[match.start("crowd") : end]
    else:
        number = words.numbers.match(text, match.start("number"))
        if number is None or number.ordinal or number.year:
            return None
        low, high, end, qualifier = number.value, number.value, number.end, None
        if span := _RANGE.match(text, end):
            second = words.numbers.match(text, span.end())
            if second and second.value > number.value:
                high, end = second.value, second.end
                low = low * (high // number.value // 10 or 1) if "million" in text[number.end : end] else low
    unit, unit_end = _unit(text, match["money"], end, stop, words)
    if unit is None:
        return None
    if bound and bound.bound != "exact":
        low, high = _bounded(low, high, bound)
        qualifier = match["bound"]
    start = match.start("bound") if match["bound"] else match.start("crowd") if match["crowd"] else (
        match.start("money") if match["money"] else match.start("number")
    )
    return Quantity(span=Span(start=start, end=unit_end), unit=unit, low=low, high=high, qualifier=qualifier)


def _bounded(low: float | None, high: float | None, bound: BoundWord) -> tuple[float | None, float | None]:
    if bound.bound == "least":
        return low, None
    if bound.bound == "most":
        return None, high
    return low and low * (1 - _ABOUT), high and high * (1 + _ABOUT)


def _unit(text: str, money: str | None, end: int, stop: int, words: QuantityWords) -> tuple[str | None, int]:
    """The unit, and where the words that give it end."""
    if money:
        return _MONEY[money.lower()], end
    limit = _SENTENCE_END.search(text, end, stop)
    ahead = list(_WORD.finditer(text, end, limit.start() if limit else stop))[: _AHEAD + _STATE_AHEAD]
    if ahead and text[end : ahead[0].start()].strip() not in ("", "-"):
        return None, end
    noun = noun_end = None
    for index, word in enumerate(ahead):
        row = words.units.get(word.group().lower())
        if row is None:
            if noun is None and index >= _AHEAD:
                break
            continue
        if row.role == "measure":
            if index == 0 or (index == 1 and noun is None):
                return row.unit, word.end()
            continue
        if row.role == "state" and (noun in {None, "people", "troops", "police", "protesters", "workers", "buildings",
                                             "settlements", "households", "vehicles"}):
            return row.unit, word.end()
        if noun is None:
            if index >= _AHEAD:
                break
            noun, noun_end = row.unit, word.end()
            if noun == "killed":
                return noun, noun_end
        elif row.role == "noun":
            break
    return (noun, noun_end or end) if noun else (None, end)


def _is_taken(position: int, taken: list[tuple[int, int]]) -> bool:
    index = bisect_left(taken, (position + 1, 0)) - 1
    return index >= 0 and taken[index][1] > position
