"""How the tree ties two phrases together, and where both stand as to quotations."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from copydesk.language.tree import is_relation
from copydesk.record import Reading
from copydesk.resolve.phrases import case_of
from copydesk.resolve.quoted import find_speakers
from copydesk.resolve.traits import Traits

Array = np.ndarray[Any, np.dtype[Any]]
TIES = (
    "-", "apposition", "predicate", "same verb", "under subject", "under object", "same clause", "clause above", "inside it",
    "around it", "title", "as",
)  # fmt: skip
SPEECH = ("-", "same quotation", "other quotation", "speaker", "into quotation", "out of quotation", "spoken by it")


def find_ties(reading: Reading, traits: Sequence[Traits], later: Array, earlier: Array) -> Array:
    """(pairs,) of places in TIES; where several hold, the last of those written below."""
    heads, above = _heads(traits), _array([reading.tokens[one.phrase.head].head for one in traits])
    governor = _array([one.governor for one in traits])
    upper = _array([_find_upper(reading, one.governor) for one in traits])
    direct = np.array([one.is_direct for one in traits], dtype=bool)
    subject = np.array([one.role == "subject" for one in traits], dtype=bool)
    turned = np.array([one.role == "predicate" for one in traits], dtype=bool)
    as_ = np.array([case_of(reading, one.phrase.head) == "as" and one.is_direct for one in traits], dtype=bool)
    appositions, titles = (_stand_in(reading, traits, relation) for relation in ("appos", "nmod:desc"))
    firsts, lasts = (_array([getattr(one.phrase, end) for one in traits]) for end in ("first", "last"))
    same = (governor[later] == governor[earlier]) & (governor[later] >= 0)
    known = governor[earlier] >= 0
    held: list[tuple[str, Array]] = [
        ("clause above", (upper[later] == governor[earlier]) & known & direct[earlier] & subject[earlier]),
        ("same clause", same),
        ("under object", same & direct[earlier] & ~direct[later]),
        ("under subject", same & direct[earlier] & subject[earlier] & ~direct[later]),
        ("same verb", same & direct[earlier] & direct[later]),
        ("inside it", (firsts[later] >= firsts[earlier]) & (lasts[later] <= lasts[earlier])),
        ("around it", (firsts[later] <= firsts[earlier]) & (lasts[later] >= lasts[earlier])),
        ("apposition", (above[later] == heads[earlier]) & appositions[later]),
        ("title", ((above[later] == heads[earlier]) & titles[later]) | ((above[earlier] == heads[later]) & titles[earlier])),
        ("predicate", turned[later] & (above[earlier] == heads[later]) & subject[earlier]),
        ("predicate", same & direct[earlier] & direct[later] & turned[later]),
        ("as", same & direct[earlier] & as_[later]),
    ]
    codes = np.zeros(len(later), dtype=np.int64)
    for tie, pairs in held:
        codes[pairs] = TIES.index(tie)
    return codes


def find_speech(reading: Reading, traits: Sequence[Traits], text: str, later: Array, earlier: Array) -> Array:
    """(pairs,) of places in SPEECH."""
    quotations, speakers = find_speakers(reading, text)
    heads = _heads(traits)
    inside = _array([quotations[one.phrase.head] for one in traits])
    speaker = _array([speakers.get(int(number), -1) for number in inside])
    left, right = inside[later], inside[earlier]
    held: list[tuple[str, Array]] = [
        ("other quotation", (left >= 0) & (right >= 0)),
        ("same quotation", (left >= 0) & (left == right)),
        ("into quotation", (left >= 0) & (right < 0)),
        ("out of quotation", (left < 0) & (right >= 0)),
        ("speaker", (left >= 0) & (right < 0) & (speaker[later] == heads[earlier])),
        ("spoken by it", (left < 0) & (right >= 0) & (speaker[earlier] == heads[later])),
    ]
    codes = np.zeros(len(later), dtype=np.int64)
    for place, pairs in held:
        codes[pairs] = SPEECH.index(place)
    return codes


def _array(numbers: Sequence[int]) -> Array:
    return np.array(numbers, dtype=np.int64)


def _heads(traits: Sequence[Traits]) -> Array:
    return _array([one.phrase.head for one in traits])


def _stand_in(reading: Reading, traits: Sequence[Traits], relation: str) -> Array:
    return np.array([is_relation(reading.tokens[one.phrase.head], (relation,)) for one in traits], dtype=bool)


def _find_upper(reading: Reading, governor: int) -> int:
    """The verb above a verb, -2 where there is none."""
    if governor < 0:
        return -2
    above = reading.tokens[governor].head
    return above if above != governor and reading.tokens[above].tag in ("VERB", "AUX") else -2
