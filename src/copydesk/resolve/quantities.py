"""The stage `quantities`: numbers with what they count, as closed or open intervals."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from copydesk.lexicon import World
from copydesk.lexicon.quantitywords import BoundWord, QuantityWords, UnitWord
from copydesk.record import Article, Page, Quantity, Reading, Span, TimeExpression
from copydesk.resolve.times import NARRATIVE

# "about 80,000" allows a tenth either way (across.md, conflict tests).
_ABOUT = 0.1
_NOUN_AHEAD = 4  # words after the number in which its noun is looked for
_STATE_AHEAD = 8  # words after the number in which what befell those counted is looked for
_BEFORE = 30  # characters before the number in which a verb that befell them stands ("killed at least 12 people")
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*|%")
_LAST_WORD = re.compile(r"([^\W_]+)\s*$")
_RANGE = re.compile(r"\s*(?:-|–|—|to|and|or)\s*(?=\d)")
_SENTENCE_END = re.compile(r"[.!?;:]\s|\n|[()\[\]]")
_MONEY = {"$": "dollars", "us$": "dollars", "c$": "Canadian dollars", "a$": "Australian dollars", "€": "euros",
          "£": "pounds", "¥": "yen"}
# Units of beings and things to which something may happen; of a missile "destroyed" it is no count of the destroyed.
_BEFALLEN = frozenset((
    "people", "troops", "police", "protesters", "workers", "buildings", "settlements", "households", "vehicles", "members",
    "prisoners", "refugees", "hostages",
))
_ARGUMENTS = frozenset(("nsubj", "nsubj:pass", "obj", "acl"))


def find_quantities(
    *, page: Page, article: Article, reading: Reading, times: tuple[TimeExpression, ...], world: World,
) -> tuple[Quantity, ...]:
    """Every number that counts or measures something, in page order.

    Numbers inside an expression of time, ages, and numbers whose unit nobody could name are left out. The unit is what
    befell those counted ("killed"), else the family of their noun ("troops"), else a measure ("km").
    """
    finder = _Finder(page.text, reading, times, world.quantities)
    return tuple(
        quantity for block in article.blocks if block.role in NARRATIVE for quantity in finder.find(block.span)
    )


class _Finder:
    """The quantities of one page."""

    def __init__(
        self, text: str, reading: Reading, times: tuple[TimeExpression, ...], words: QuantityWords,
    ) -> None:
        self._text = text
        self._reading = reading
        self._starts = [token.start for token in reading.tokens]
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
        unit, end = (_MONEY[match["money"].lower()], end) if match["money"] else self._unit(start, end, stop)
        if unit is None:
            return None
        bound = self._words.bounds.get(" ".join((match["bound"] or "").lower().split()))
        if bound and bound.bound != "exact":
            low, high = _bounded(low, high, bound)
            qualifier = match["bound"]
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
        if second and second.value > number.value:
            return number.value, second.value, second.end, None
        return number.value, number.value, number.end, None

    def _unit(self, start: int, end: int, stop: int) -> tuple[str | None, int]:
        """The unit, and where the words that give it end."""
        limit = _SENTENCE_END.search(self._text, end, stop)
        ahead = list(_WORD.finditer(self._text, end, limit.start() if limit else stop))[:_STATE_AHEAD]
        if not ahead:
            return None, end
        first = self._words.units.get(ahead[0].group().lower())
        between = self._text[end : ahead[0].start()].strip()
        if first and first.role == "measure" and between in ("", "-"):
            return first.unit, ahead[0].end()
        if between:  # "44-year-old": the number is part of a longer word
            return None, end
        return self._counted(start, end, ahead)

    def _counted(self, start: int, end: int, ahead: list[re.Match[str]]) -> tuple[str | None, int]:
        """The noun after a number, or what befell it: by the word before, by the tree, by the words after."""
        noun, noun_end, rest = self._noun(ahead)
        if noun is not None and noun.unit not in _BEFALLEN:
            return noun.unit, noun_end
        governor = (self._before(start) or self._governor(noun_end)) if noun else None
        if governor:
            return governor.unit, noun_end
        for word in rest:
            row = self._words.units.get(word.group().lower())
            if row and row.role == "state":
                return row.unit, word.end()
            if row and row.role == "noun":
                break
        return (noun.unit, noun_end) if noun else (None, end)

    def _noun(self, ahead: list[re.Match[str]]) -> tuple[UnitWord | None, int, list[re.Match[str]]]:
        """The first counted noun, where it ends, and the words after it; all words where there is none."""
        for index, word in enumerate(ahead[:_NOUN_AHEAD]):
            row = self._words.units.get(word.group().lower())
            if row and row.role == "state":
                return None, 0, ahead[index:]
            if row and row.role == "noun":
                return row, word.end(), ahead[index + 1 :]
        return None, 0, []

    def _before(self, start: int) -> UnitWord | None:
        """The word right before the number, where it tells what befell those counted ("killed 7 people")."""
        before = _LAST_WORD.search(self._text, max(0, start - _BEFORE), start)
        row = self._words.units.get(before[1].lower()) if before else None
        return row if row and row.role == "state" else None

    def _governor(self, noun_end: int) -> UnitWord | None:
        """The verb of which the noun is subject or object, where it tells what befell it."""
        index = bisect_right(self._starts, noun_end - 1) - 1
        tokens = self._reading.tokens
        if index < 0 or tokens[index].end < noun_end:
            return None
        token = tokens[index]
        row = self._words.units.get(tokens[token.head].text.lower())
        return row if row and row.role == "state" and token.relation in _ARGUMENTS else None

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
