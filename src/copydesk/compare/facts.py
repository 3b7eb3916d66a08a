"""Rewritten and translated copies: the same facts in the same order, whatever the words around them.

Two reports of one event share facts naturally; they do not share their order and their gaps. Each sentence is reduced to
anchors that survive rewording and translation (numbers, names, quotations), and two articles are aligned monotonely.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections import defaultdict
from collections.abc import Mapping, Sequence

from copydesk.compare.passages import BODY, find_passages
from copydesk.record import Report

GAP = 0.12  # cost of leaving a sentence unaligned
MATCH = 0.3  # weighted likeness of two sentences from which they can be one sentence retold
_ANCHOR = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_][\w'’-]+")
_PREFIX = 5  # letters of a name that are compared: endings differ between languages

Anchors = tuple[frozenset[str], ...]


def find_anchors(report: Report) -> Anchors:
    """For each sentence of the article's body: its numbers and names, without accents and endings."""
    text = report.page.text
    return tuple(_anchors(text[one.span.start : one.span.end]) for one in find_passages(report, BODY))


def weigh_anchors(articles: Sequence[Anchors]) -> dict[str, float]:
    """Weight of each anchor: rarer among these articles, higher. One that all share says little."""
    counts: dict[str, int] = defaultdict(int)
    for sentences in articles:
        for anchor in frozenset().union(*sentences):
            counts[anchor] += 1
    return {anchor: math.log((1 + len(articles)) / count) for anchor, count in counts.items()}


def align_facts(one: Anchors, other: Anchors, weights: Mapping[str, float]) -> tuple[tuple[int, int], ...]:
    """The best monotone alignment of two articles' sentences, as index pairs (Needleman and Wunsch 1970)."""
    best = [[0.0] * (len(other) + 1) for _ in range(len(one) + 1)]
    for row in range(len(one) - 1, -1, -1):
        for column in range(len(other) - 1, -1, -1):
            score = sentence_likeness(one[row], other[column], weights)
            match = best[row + 1][column + 1] + score if score >= MATCH else 0.0
            best[row][column] = max(match, best[row + 1][column], best[row][column + 1])
    pairs, row, column = [], 0, 0
    while row < len(one) and column < len(other):
        score = sentence_likeness(one[row], other[column], weights)
        if score >= MATCH and math.isclose(best[row][column], best[row + 1][column + 1] + score):
            pairs.append((row, column))
            row, column = row + 1, column + 1
        elif best[row + 1][column] >= best[row][column + 1]:
            row += 1
        else:
            column += 1
    return tuple(pairs)


def score_facts(one: Anchors, other: Anchors, weights: Mapping[str, float]) -> float:
    """How far the shorter article's facts stand in the other in the same order, 0-1, sentences without anchors left out."""
    told = tuple(sentence for sentence in one if sentence), tuple(sentence for sentence in other if sentence)
    shorter = min(map(len, told))
    if shorter < 3:
        return 0.0
    pairs = align_facts(*told, weights)
    return sum(sentence_likeness(told[0][row], told[1][column], weights) for row, column in pairs) / shorter


def sentence_likeness(one: frozenset[str], other: frozenset[str], weights: Mapping[str, float]) -> float:
    """Weighted Jaccard of two sentences' anchors."""
    both = sum(weights.get(anchor, 1.0) for anchor in one & other)
    return both / sum(weights.get(anchor, 1.0) for anchor in one | other) if both else 0.0


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
