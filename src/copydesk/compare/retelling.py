"""Rewritten and translated copies: the same facts in the same order, whatever the words around them.

Two reports of one event share facts naturally; they do not share nearly all of them, in one order, with the same figures. Each
sentence is a set of facts (facts.py), each fact weighs by its rarity in the heap and in its article, and the sentences of
two articles are aligned monotonely (Needleman and Wunsch 1970, gaps free). `python -m evaluation.own_copies --sweep` prints the
curves of RETOLD to MARGIN on our own stories: plateaus, in whose middle they were put by hand. The rest is set by hand.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations, pairwise

from copydesk.compare.facts import Sentences, Telling
from copydesk.compare.figures import count_figures, have_figures

RETOLD = 0.55  # share of what the shorter text tells
MATCH = 0.2  # weighted likeness of two sentences from which they can be one sentence retold
FEWEST = 4  # sentences that must be aligned: fewer keep an order by chance
FOREIGN = 0.5  # weight of a name without its like in a text of another language: it may be there in other letters
MARGIN = 0.15  # by which a translation may fall short of the best one in that language
SHARED = 3  # names and numbers two articles share before they are aligned
COMMONEST = 64  # one that more articles have opens no pair

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Retelling:
    """Two articles (ids, sorted) of which one retells the other: how much of the shorter text (0-1), in how many sentences.

    figures: how many of the numbers of the text that has fewer stand in the other, and how many it has.
    """

    one: str
    other: str
    is_translation: bool
    score: float
    sentences: int
    figures: tuple[int, int]


def find_retellings(tellings: Mapping[str, Telling]) -> tuple[Retelling, ...]:
    """Pairs of articles that tell the same in the same order, sorted. tellings: by article id, each text once.

    Within a language the alignments of names and numbers and of content stems are averaged; across languages the first
    alone decides, and a text pairs only with what comes near its best match in the other language.
    """
    heaps = Heap([one.anchors for one in tellings.values()]), Heap([one.stems for one in tellings.values()])
    found = []
    for one, other in _sharing(tellings):
        retelling = _compare(tellings[one], tellings[other], heaps)
        if retelling is not None:
            found.append(Retelling(one, other, *retelling))
    return tuple(_drop_lesser(found, tellings))


class Heap:
    """How rare each fact is among the articles of a heap."""

    def __init__(self, articles: list[Sentences]) -> None:
        self._size = len(articles)
        self._counts = Counter(fact for sentences in articles for fact in frozenset().union(*sentences))

    def align(self, one: Sentences, other: Sentences, foreign: float = 1.0) -> tuple[float, int]:
        """How much of what the shorter text tells stands in the other in the same order (0-1), and in how many sentences.

        foreign: factor for names that only one of them has.
        """
        left, right = _counted(one), _counted(other)
        weights = {
            fact: self._rarity(fact) / max(left[fact], right[fact])
            * (1.0 if fact.startswith("#") or (fact in left and fact in right) else foreign)
            for fact in left | right
        }
        whole = min(math.fsum(weights[fact] * times for fact, times in counts.items()) for counts in (left, right))
        if whole <= 0.0:
            return 0.0, 0
        shared, sentences = _align(one, other, weights)
        return min(shared / whole, 1.0), sentences

    def _rarity(self, fact: str) -> float:
        """The pair's own sharing is not counted, so that a heap of two articles weighs as one of many."""
        return math.log((1 + self._size) / max(1, self._counts[fact] - 1))


def _counted(sentences: Sentences) -> Counter[str]:
    return Counter(fact for sentence in sentences for fact in sentence)


def _compare(
    one: Telling, other: Telling, heaps: tuple[Heap, Heap],
) -> tuple[bool, float, int, tuple[int, int]] | None:
    figures = count_figures(_numbers(one.anchors), _numbers(other.anchors))
    if not have_figures(figures, RETOLD):
        return None
    is_translation = len({one.language, other.language} - {None}) > 1
    score, sentences = heaps[0].align(one.anchors, other.anchors, FOREIGN if is_translation else 1.0)
    if not is_translation:
        if (score + 1.0) / 2 < RETOLD:
            return None
        more, stemmed = heaps[1].align(one.stems, other.stems)
        score, sentences = (score + more) / 2, max(sentences, stemmed)
    is_retold = score >= RETOLD and sentences >= FEWEST and have_figures(figures, score)
    return (is_translation, score, sentences, figures) if is_retold else None


def _numbers(sentences: Sentences) -> Iterator[str]:
    return (fact for sentence in sentences for fact in sentence if fact.startswith("#"))


def _align(one: Sentences, other: Sentences, weights: Mapping[str, float]) -> tuple[float, int]:
    """Weight and number of the sentences in the best alignment that keeps the order."""
    matches = _matches(one, other, weights)
    above = [(0.0, 0)] * (len(other) + 1)
    for row in range(len(one)):
        current = [(0.0, 0)]
        for column, ((weight, count), up) in enumerate(pairwise(above)):
            more = matches.get((row, column))
            best = max(current[-1], up)
            current.append(max(best, (weight + more, count + 1)) if more else best)
        above = current
    return above[-1]


def _matches(one: Sentences, other: Sentences, weights: Mapping[str, float]) -> dict[tuple[int, int], float]:
    """What each pair of sentences shares, where their weighted Jaccard is at least MATCH."""
    postings: dict[str, list[int]] = defaultdict(list)
    for column, sentence in enumerate(other):
        for fact in sentence:
            postings[fact].append(column)
    totals = [math.fsum(weights[fact] for fact in sentence) for sentence in other]
    found = {}
    for row, sentence in enumerate(one):
        shared: dict[int, float] = defaultdict(float)
        for fact in sorted(sentence):
            for column in postings.get(fact, ()):
                shared[column] += weights[fact]
        total = math.fsum(weights[fact] for fact in sentence)
        for column, both in shared.items():
            if both > 0.0 and both >= MATCH * (total + totals[column] - both):
                found[row, column] = both
    return found


def _sharing(tellings: Mapping[str, Telling]) -> list[Pair]:
    """Pairs of articles that share three names or numbers which few articles have."""
    postings: dict[str, list[str]] = defaultdict(list)
    for article_id in sorted(tellings):
        for anchor in frozenset().union(*tellings[article_id].anchors):
            postings[anchor].append(article_id)
    shared: Counter[Pair] = Counter()
    for ids in postings.values():
        if len(ids) <= COMMONEST:
            shared.update(combinations(ids, 2))
    return sorted(pair for pair, count in shared.items() if count >= SHARED)


def _drop_lesser(found: list[Retelling], tellings: Mapping[str, Telling]) -> Iterator[Retelling]:
    """All but translations that stay behind the best one of either text in the other's language."""
    best: dict[tuple[str, str | None], float] = defaultdict(float)
    for one in found:
        for text, match in ((one.one, one.other), (one.other, one.one)):
            key = (text, tellings[match].language)
            best[key] = max(best[key], one.score)
    for one in found:
        bar = max(best[one.one, tellings[one.other].language], best[one.other, tellings[one.one].language])
        if not one.is_translation or one.score >= bar - MARGIN:
            yield one
