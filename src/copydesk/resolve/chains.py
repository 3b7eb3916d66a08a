"""Who is who inside an article: phrases joined to their likeliest antecedents, from left to right, by learned weights."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from copydesk.record import Reading
from copydesk.resolve.barring import find_barred
from copydesk.resolve.cast import Cast
from copydesk.resolve.groups import Groups
from copydesk.resolve.pair_signs import Tables, load_tables
from copydesk.resolve.pairs import Pairs, find_pairs
from copydesk.resolve.phrases import Phrase, find_phrases, list_signs
from copydesk.resolve.traits import Traits, find_traits

ALIKE = np.array([0, 3, 3, 1, 1, 2, 2, 1, 2])  # of MATCHES: how much an earlier phrase is like a new one


@dataclass(frozen=True, slots=True)
class Chains:
    """The phrases of an article with their traits. group: (phrases,) equal numbers speak of one thing.

    antecedent: (phrases,) the earlier phrase each was joined to, -1 where it is new; margin: by how much that won.
    """

    traits: tuple[Traits, ...]
    group: tuple[int, ...]
    antecedent: tuple[int, ...]
    margin: tuple[float, ...]


def find_chains(reading: Reading, cast: Cast, text: str, phrases: Sequence[Phrase] | None = None) -> Chains:
    """All phrases of an article in groups. cast: who was named; phrases: to be taken as given instead of looked for."""
    reference = cast.world.reference
    if phrases is None:
        phrases = [phrase for phrase in find_phrases(reading) if reference.is_mention(list_signs(reading, phrase))]
    traits = find_traits(reading, phrases, cast)
    if not traits:
        return Chains((), (), (), ())
    pairs = find_pairs(reading, traits, text)
    groups = Groups(traits, pairs)
    chooser = _Chooser(pairs, load_tables(reference))
    margins = []
    for later, signs in enumerate(list_news(reading, traits, pairs)):
        earlier, weight = chooser.choose(groups, later)
        margins.append(weight - reference.weigh_new(signs))
        if margins[-1] > 0:
            groups.join(later, earlier)
    return Chains(traits, tuple(groups.group.tolist()), tuple(groups.antecedent.tolist()), tuple(margins))


class _Chooser:
    """The weights of all pairs of an article, so far as they do not hang on groups."""

    def __init__(self, pairs: Pairs, tables: Tables) -> None:
        self._tables = tables
        self._plain = tables.weights[tables.find_plain(pairs.shown)].sum(axis=0)
        self._fixed = tables.find_fixed(pairs.shown)

    def choose(self, groups: Groups, later: int) -> tuple[int, float]:
        """The likeliest earlier phrase of a later one, and its weight; -1 and minus infinity where there is none."""
        here = slice(groups.pairs.first[later], groups.pairs.first[later + 1])
        if here.start == here.stop:
            return -1, -np.inf
        shown = groups.show(later)
        codes = self._fixed[:, here] + self._tables.grouped @ shown
        weights = self._plain[here] + self._tables.weights[codes].sum(axis=0)
        weights[find_barred(groups.pairs, here, shown)] = -np.inf
        best = int(np.argmax(weights))
        return int(groups.pairs.earlier[here.start + best]), float(weights[best])


def list_news(reading: Reading, traits: Sequence[Traits], pairs: Pairs) -> list[list[str]]:
    """For each phrase the signs of whether it speaks of something new."""
    likest = np.zeros(len(traits), dtype=np.int64)
    np.maximum.at(likest, pairs.later, ALIKE[pairs.shown["match"]])
    return [_list_news(reading, one, int(like)) for one, like in zip(traits, likest, strict=True)]


def _list_news(reading: Reading, one: Traits, like: int) -> list[str]:
    phrase, head = one.phrase, reading.tokens[one.phrase.head]
    opening = reading.tokens[phrase.first].lemma.lower() if phrase.first < phrase.head else "-"
    length = min(phrase.last - phrase.first, 8)
    return [
        f"sort={one.sort}", f"sort={one.sort} kind={one.kind}", f"sort={one.sort} role={one.role}",
        f"sort={one.sort} like={like}", f"sort={one.sort} length={length}", f"word={one.lemma}",
        f"word={one.lemma} sort={one.sort}", f"sort={one.sort} number={one.number}",
        f"sort={one.sort} named={one.member is not None} like={like}", f"sort={one.sort} kind={one.kind} like={like}",
        f"word={one.lemma} like={like}", f"opening={opening} fine={head.fine}", f"opening={opening} like={like}",
        f"sort={one.sort} first={one.sentence == 0}", f"sort={one.sort} alone={one.governor < 0}",
    ]
