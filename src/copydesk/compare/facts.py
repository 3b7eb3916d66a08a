"""Rewritten and translated copies: the same facts in the same order, whatever the words around them.

Two reports of one event share facts naturally; they do not share their order and their gaps. Each sentence is reduced to
what survives: numbers and names across languages, content stems within one. Two articles are aligned monotonely.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections import defaultdict
from collections.abc import Mapping, Sequence

from copydesk.compare.passages import BODY, find_passages
from copydesk.lexicon.wording import Wording
from copydesk.record import Report

MATCH = 0.2  # weighted likeness of two sentences from which they can be one sentence retold
_ANCHOR = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_][\w'’-]+")
FEWEST = 4  # sentences with anchors that the shorter article must have before their order says anything
_PREFIX = 5  # letters of a name that are compared: endings differ between languages

Anchors = tuple[frozenset[str], ...]


def find_anchors(report: Report) -> Anchors:
    """For each sentence of the article's body: its numbers and names, without accents and endings."""
    text = report.page.text
    return tuple(_anchors(text[one.span.start : one.span.end]) for one in find_passages(report, BODY))


def find_facts(report: Report, wording: Wording) -> Anchors:
    """For each sentence of the article's body: its content stems, words that reports swap for one another as one."""
    text = report.page.text
    return tuple(
        frozenset(stem.key for stem in wording.find_stems(text[one.span.start : one.span.end]))
        for one in find_passages(report, BODY)
    )


def weigh_anchors(articles: Sequence[Anchors]) -> dict[str, float]:
    """Weight of each anchor: rarer among these articles, higher. One that all share says little."""
    counts: dict[str, int] = defaultdict(int)
    for sentences in articles:
        for anchor in frozenset().union(*sentences):
            counts[anchor] += 1
    return {anchor: math.log((1 + len(articles)) / count) for anchor, count in counts.items()}


def score_facts(one: Anchors, other: Anchors, weights: Mapping[str, float]) -> float:
    """How far the shorter article's facts stand in the other in the same order, 0-1, sentences without facts left out.

    Best monotone alignment of sentences (Needleman and Wunsch 1970, gaps free); 0 where fewer than FEWEST can be aligned.
    """
    left, right = [sentence for sentence in one if sentence], [sentence for sentence in other if sentence]
    shorter = min(len(left), len(right))
    if shorter < FEWEST:
        return 0.0
    scores = _sentence_scores(left, right, weights)
    above = [0.0] * (len(right) + 1)
    for row in range(len(left)):
        current = [0.0]
        for column in range(len(right)):
            current.append(max(current[-1], above[column + 1], above[column] + scores.get((row, column), 0.0)))
        above = current
    return above[-1] / shorter


def _sentence_scores(
    left: Sequence[frozenset[str]], right: Sequence[frozenset[str]], weights: Mapping[str, float],
) -> dict[tuple[int, int], float]:
    """Weighted Jaccard of each pair of sentences that share a fact, where it is at least MATCH."""
    postings: dict[str, list[int]] = defaultdict(list)
    for column, sentence in enumerate(right):
        for fact in sentence:
            postings[fact].append(column)
    totals = [sum(weights.get(fact, 1.0) for fact in sentence) for sentence in right]
    found = {}
    for row, sentence in enumerate(left):
        shared: dict[int, float] = defaultdict(float)
        for fact in sorted(sentence):
            for column in postings.get(fact, ()):
                shared[column] += weights.get(fact, 1.0)
        total = sum(weights.get(fact, 1.0) for fact in sentence)
        for column, both in shared.items():
            score = both / (total + totals[column] - both) if both else 0.0
            if score >= MATCH:
                found[row, column] = score
    return found


def _anchors(sentence: str) -> frozenset[str]:
    found = set()
    for match in _ANCHOR.finditer(sentence):
        word = match.group()
        if word[0].isdigit():
            found.add("#" + re.sub(r"[.,](?=\d{3}\b)", "", word).replace(",", "."))
        elif word[0].isupper() and match.start() > 0:
            found.add(_plain(word)[:_PREFIX])
    return frozenset(found)


def _plain(word: str) -> str:
    decomposed = unicodedata.normalize("NFD", word.lower())
    return "".join(letter for letter in decomposed if unicodedata.category(letter) == "Ll")
