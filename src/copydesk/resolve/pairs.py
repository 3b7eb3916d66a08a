"""Pairs of phrases, later and earlier, and what each pair shows: columns of whole numbers, all pairs of an article at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from copydesk.record import Reading
from copydesk.resolve.pair_ties import find_speech, find_ties
from copydesk.resolve.traits import KINDS, NUMBERS, ROLES, SEXES, SORTS, Traits

Array = np.ndarray[Any, np.dtype[Any]]
WINDOW = 50  # phrases back that any phrase looks; 30 and 80 were no better on the training part
FAR = 3  # the nearest alike ones beyond the window that it looks at too
MATCHES = (
    "-", "same words", "fewer words", "more words", "other words", "part of name", "longer name", "other name", "short form",
)  # fmt: skip
DISTANCES = (0, 1, 2, 3, 4, 6, 9, 16)  # lower ends of steps, in sentences
STEPS = (1, 2, 3, 4, 6, 9, 13, 21, 41)  # the same in phrases
COUNTS = (0, 1, 2, 3, 5, 9)
MOST_BETWEEN = 4
TURNS = 6  # paragraphs back that are told apart


@dataclass(frozen=True, slots=True)
class Pairs:
    """later, earlier: (pairs,) numbers of phrases, ordered by the later one, then nearest first. first: where each begins.

    shown: column -> (pairs,) of values, counted as in the lists here and in `traits`.
    """

    later: Array
    earlier: Array
    first: Array
    shown: dict[str, Array]


def find_pairs(reading: Reading, traits: Sequence[Traits], text: str) -> Pairs:
    """All pairs worth asking about, with what they show before anything is known of groups."""
    alike = _find_alike(traits)
    rows = [_list_earlier(number, alike) for number in range(len(traits))]
    later = np.repeat(np.arange(len(traits)), [len(row) for row in rows])
    earlier = np.array([each for row in rows for each in row], dtype=np.int64)
    first = np.cumsum([0, *(len(row) for row in rows)])
    shown = _show(reading, traits, later, earlier)
    shown["turn"] = _find_turns(reading, traits, text, later, earlier)
    shown["paragraphs"] = np.minimum(shown["turn"] // 4, 3)
    shown["speech"] = find_speech(reading, traits, text, later, earlier)
    shown["between"] = _count_between(shown, first)
    return Pairs(later, earlier, first, shown)


def _keys(one: Traits) -> Iterator[str]:
    """What alike phrases share: the head, each word of the name, the one who is named."""
    if one.sort != "pair":
        yield f"head {one.lemma}" if one.form == "-" else f"form {one.form}"
    for word in one.name:
        yield f"name {word}"
    if one.member is not None:
        yield f"member {one.member.id}"


def _find_alike(traits: Sequence[Traits]) -> list[list[int]]:
    """For each phrase the nearest `FAR` earlier ones of each key, nearest first."""
    seen: dict[str, list[int]] = defaultdict(list)
    found = []
    for number, one in enumerate(traits):
        keys = list(dict.fromkeys(_keys(one)))
        found.append(sorted({each for key in keys for each in seen[key][-FAR:]}, reverse=True))
        for key in keys:
            seen[key].append(number)
    return found


def _list_earlier(number: int, alike: Sequence[Sequence[int]]) -> list[int]:
    near = range(number - 1, max(number - 1 - WINDOW, -1), -1)
    return [*near, *(each for each in alike[number] if each < number - WINDOW)]


def count_off(traits: Sequence[Traits], find: Callable[[Traits], str], values: Sequence[str]) -> Array:
    """One trait of every phrase as its place among the values."""
    places = {value: index for index, value in enumerate(values)}
    return np.array([places[find(one)] for one in traits], dtype=np.int64)


def number_names(names: Sequence[str | None]) -> Array:
    """Equal names as equal numbers, None as -1."""
    places: dict[str, int] = {}
    return np.array([-1 if name is None else places.setdefault(name, len(places)) for name in names], dtype=np.int64)


def find_step(values: Array, ends: Sequence[int]) -> Array:
    """The step each value falls into, by the lower ends of the steps."""
    steps: Array = np.searchsorted(np.array(ends), values, side="right") - 1
    return steps


def compare(left: Array, right: Array, unknown: int) -> Array:
    """0 where both are known and equal, 1 where known and not, 2 where one is unknown."""
    return np.where((left == unknown) | (right == unknown), 2, np.where(left == right, 0, 1))


def _show(reading: Reading, traits: Sequence[Traits], later: Array, earlier: Array) -> dict[str, Array]:
    sorts = count_off(traits, lambda one: one.sort, SORTS)
    numbers = count_off(traits, lambda one: one.number, NUMBERS)
    sexes = count_off(traits, lambda one: one.sex, SEXES)
    kinds = count_off(traits, lambda one: one.kind, KINDS)
    roles = count_off(traits, lambda one: one.role, ROLES)
    members = number_names([one.member.id if one.member else None for one in traits])
    sentences = np.array([one.sentence for one in traits], dtype=np.int64)
    return {
        "later": sorts[later], "earlier": sorts[earlier],
        "number": compare(numbers[later], numbers[earlier], NUMBERS.index("?")),
        "sex": compare(sexes[later], sexes[earlier], SEXES.index("?")),
        "kind": kinds[later], "kind before": kinds[earlier], "role": roles[later], "role before": roles[earlier],
        "back": find_step(sentences[later] - sentences[earlier], DISTANCES), "steps": find_step(later - earlier, STEPS),
        "member": compare(members[later], members[earlier], -1), "match": _match(traits, later, earlier),
        "tie": find_ties(reading, traits, later, earlier), "salience": _find_salience(traits)[earlier],
    }


def _find_turns(reading: Reading, traits: Sequence[Traits], text: str, later: Array, earlier: Array) -> Array:
    """Paragraphs between both, and whether the later's and the earlier's end in a question: 4 x distance + 2 x one + other."""
    lines = text.split("\n")
    breaks = np.cumsum([len(line) + 1 for line in lines])
    starts = np.array([reading.tokens[one.phrase.first].start for one in traits], dtype=np.int64)
    paragraphs = np.searchsorted(breaks, starts, side="right")
    asks = np.array([line.rstrip().endswith("?") for line in lines], dtype=np.int64)[paragraphs]
    distance = np.minimum(paragraphs[later] - paragraphs[earlier], TURNS)
    turns: Array = distance * 4 + asks[later] * 2 + asks[earlier]
    return turns


def _match(traits: Sequence[Traits], later: Array, earlier: Array) -> Array:
    """How the words of both are alike, one of MATCHES; only pairs with a head or a word of a name in common are compared."""
    forms = number_names([one.form if one.form != "-" else None for one in traits])
    heads = number_names([one.lemma if one.form == "-" else None for one in traits])
    named = np.array([bool(one.name) for one in traits], dtype=bool)
    codes = np.zeros(len(later), dtype=np.int64)
    codes[(forms[later] >= 0) & (forms[later] == forms[earlier])] = MATCHES.index("same words")
    for pair in np.flatnonzero((heads[later] >= 0) & (heads[later] == heads[earlier])):
        codes[pair] = MATCHES.index(_match_heads(traits[later[pair]], traits[earlier[pair]]))
    for pair in np.flatnonzero((codes == 0) & named[later] & named[earlier]):
        codes[pair] = MATCHES.index(_match_names(traits[later[pair]], traits[earlier[pair]]))
    return codes


def _match_heads(later: Traits, earlier: Traits) -> str:
    if later.text == earlier.text:
        return "same words"
    if "pair" in (later.sort, earlier.sort):
        return "same words" if later.sort == earlier.sort else "-"
    if later.name and earlier.name and not (set(later.name) <= set(earlier.name) or set(earlier.name) <= set(later.name)):
        return "other name"
    if later.words <= earlier.words:
        return "fewer words"
    return "more words" if earlier.words <= later.words else "other words"


def _match_names(later: Traits, earlier: Traits) -> str:
    left, right = set(later.name), set(earlier.name)
    if left & right:
        return "part of name" if left <= right else "longer name" if right <= left else "other name"
    return "short form" if is_short(later.name, earlier.name) or is_short(earlier.name, later.name) else "-"


def is_short(short: Sequence[str], long: Sequence[str]) -> bool:
    """Whether one name is the initials of the other."""
    return len(short) == 1 and len(long) > 1 and short[0] == "".join(word[0] for word in long)


def _count_between(shown: dict[str, Array], first: Array) -> Array:
    """How many nearer phrases agree with the later one in number, sex and kind too, at most `MOST_BETWEEN`."""
    kind, before, unknown = shown["kind"], shown["kind before"], KINDS.index("?")
    is_person_for_it = (shown["later"] == SORTS.index("it")) & (before == KINDS.index("person"))
    fits = (shown["number"] != 1) & (shown["sex"] != 1) & ~is_person_for_it
    fits &= (kind == before) | (kind == unknown) | (before == unknown)
    running = np.cumsum(fits)
    at_start = np.concatenate([[0], running])[first[:-1]]
    between: Array = np.minimum(running - fits - np.repeat(at_start, np.diff(first)), MOST_BETWEEN)
    return between


def _find_salience(traits: Sequence[Traits]) -> Array:
    """How often the one named, or the head, was met up to each phrase, in steps of COUNTS."""
    met: dict[str, int] = defaultdict(int)
    counts = []
    for one in traits:
        key = one.member.id if one.member else f"{one.form} {one.lemma}"
        counts.append(met[key])
        met[key] += 1
    return find_step(np.array(counts, dtype=np.int64), COUNTS)
