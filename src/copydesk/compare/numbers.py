"""Counts of two reports laid side by side: the same measure, the same value, a bound, or a clash."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from copydesk.compare.passages import words_of
from copydesk.lexicon import World
from copydesk.record import Page, Quantity

Fit = Literal["same", "bound", "clash"]

SOFT_TOP = 1.5  # "more than n" is read as at most this many times n (across.md, section 4)
LEEWAY = 0.1  # "about n" is n give or take this share


@dataclass(frozen=True, slots=True)
class Count:
    """A quantity as an interval [low, high] of one measure (content key of its unit). words: as the page has it."""

    measure: str
    low: float
    high: float
    is_exact: bool
    words: str


def read_count(quantity: Quantity, page: Page, world: World) -> Count | None:
    """The interval a quantity leaves open; None where it has no unit or no number.

    exact n: [n, n]; about n: 10 % either way; more than n: [n, 1.5 n]; up to n: [0, n].
    """
    measure = world.wording.key_of(quantity.unit)
    if not measure or (quantity.low is None and quantity.high is None):
        return None
    low = quantity.low if quantity.low is not None else 0.0
    high = quantity.high if quantity.high is not None else SOFT_TOP * low
    is_exact = low == high
    if is_exact and quantity.qualifier and world.wording.find_signal("approximate", quantity.qualifier):
        low, high, is_exact = low * (1 - LEEWAY), high * (1 + LEEWAY), False
    return Count(measure, low, high, is_exact, words_of(page, quantity.span))


def compare_counts(one: Count, other: Count) -> Fit | None:
    """How two counts of one measure go together; None where they measure different things."""
    if not is_same_measure(one.measure, other.measure):
        return None
    if (one.low, one.high) == (other.low, other.high):
        return "same"
    return "bound" if one.low <= other.high and other.low <= one.high else "clash"


def is_same_measure(one: str, other: str) -> bool:
    """Whether two measures count the same: the same words, or one the other's with more said ("troops", "elite troops")."""
    words, more = set(one.split()), set(other.split())
    return words <= more or more <= words
