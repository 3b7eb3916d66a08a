"""Counts of two reports laid side by side: the same measure, the same value, a bound, or a clash."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from copydesk.compare.passages import words_of
from copydesk.lexicon import World
from copydesk.record import Page, Quantity

Fit = Literal["same", "bound", "clash"]

SOFT_TOP = 1.5  # "more than n" is read as at most this many times n (across.md, section 4)
SCALE_SHARED = 2  # content words beyond the amount that two sentences share, where neither says what a share or sum is of
FOLLOWING = 4  # words after a share or price that may say what it is of
LEEWAY = 0.1  # "about n" is n give or take this share


@dataclass(frozen=True, slots=True)
class Count:
    """A quantity as an interval [low, high] of one measure (content key of its unit). words: as the page has it.

    owners: alpha-3 codes of the side whose they are ("two Thai soldiers"). objects: content keys of what is counted, or of
    what a share or price is of ("percent of drivers"). is_scale: percent, money, length: a scale and no thing. start: where.
    keys: content keys of its words.
    """

    measure: str
    low: float
    high: float
    is_exact: bool
    words: str
    owners: frozenset[str] = frozenset()
    objects: frozenset[str] = frozenset()
    is_scale: bool = False
    start: int = 0
    keys: frozenset[str] = frozenset()


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
    words, is_scale = words_of(page, quantity.span), world.wording.find_signal("scale", quantity.unit) is not None
    objects = _find_objects(words, measure, page.text[quantity.span.end :], is_scale, world)
    return Count(
        measure, low, high, is_exact, words, objects=objects, is_scale=is_scale, start=quantity.span.start,
        keys=world.wording.find_keys(words),
    )


def _find_objects(words: str, measure: str, after: str, is_scale: bool, world: World) -> frozenset[str]:
    """What is counted beyond its measure, names and general words ("people") left out; for a scale, what follows it."""
    named = words.partition(" of ")[2]
    following = (named or " ".join(_up_to_place(re.split(r"[^\w\s’'-]", after, maxsplit=1)[0].split()))) if is_scale else ""
    stems = world.wording.find_stems(following or ("" if is_scale else words))
    return frozenset(
        stem.key for stem in stems
        if not stem.is_name and stem.key[0] != "#" and stem.key not in measure.split()
        and world.wording.find_signal("anybody", stem.key) is None
    )


def _up_to_place(words: list[str]) -> list[str]:
    """The words that may say what a share is of: "of women in Tarn" is of women."""
    few = words[:FOLLOWING]
    return few[: few.index("in")] if few[:1] == ["of"] and "in" in few else few


def compare_counts(one: Count, other: Count, *, is_one_matter: bool = False) -> Fit | None:
    """How two counts of one measure go together; None where they measure different things, or of different sides.

    is_one_matter: their sentences say the same beyond the amount, so that a sum or share need not say what it is of.
    """
    if not is_same_measure(one.measure, other.measure):
        return None
    is_equal = (one.low, one.high) == (other.low, other.high)
    is_open = is_one_matter and one.is_scale and other.is_scale and not (one.objects and other.objects)
    if not is_same_object(one, other) and not is_open and not (is_equal and one.is_scale):
        return None
    if is_equal:
        return "same"
    return "bound" if one.low <= other.high and other.low <= one.high else "clash"


def is_same_object(one: Count, other: Count) -> bool:
    """Whether two counts can be of one thing: not of two sides, nor of two kinds of people; shares must be of one thing."""
    if one.owners and other.owners and not one.owners & other.owners:
        return False
    if one.is_scale or other.is_scale:
        return bool(one.objects & other.objects)
    return not one.objects or not other.objects or bool(one.objects & other.objects)


def is_same_measure(one: str, other: str) -> bool:
    """Whether two measures count the same: the same words, or one the other's with more said ("troops", "elite troops")."""
    words, more = set(one.split()), set(other.split())
    return words <= more or more <= words
