"""Fits the judge of sentence ends (`copydesk.language.boundaries`) on the paragraphs of the training treebanks.

Logistic regression by AdaGrad with a small L2 price, features seen at least `RARE` times; the tables' sizes and the
rates were set by hand on the treebanks' training part, a tenth held out.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

from copydesk.language.boundaries import is_candidate, list_features
from copydesk.language.sentences import Splitter
from copydesk.language.tokens import Tokeniser, Word
from evaluation.conllu import Paragraph

RARE = 3
ROUNDS = 6
RATE = 0.15
PRICE = 2e-6  # L2, per step
SMALLEST = 60  # thousandths: weights nearer to zero are left out of the table


def list_gaps(paragraphs: Sequence[Paragraph], tokeniser: Tokeniser) -> Iterator[tuple[list[str], bool]]:
    """Features of every gap that the splitter would judge, and whether a gold sentence ends there."""
    splitter = Splitter(tokeniser)
    for paragraph in paragraphs:
        words = tokeniser.find_words(paragraph.text)
        gold = {paragraph.words[last - 1].end for _, last in paragraph.sentences}
        yield from list_paragraph_gaps(words, splitter, gold)


def list_paragraph_gaps(words: Sequence[Word], splitter: Splitter, gold: set[int]) -> Iterator[tuple[list[str], bool]]:
    """The gaps of one paragraph; after a missed end the true beginning counts, as it would when all goes well."""
    begin = index = 0
    while index < len(words):
        after = splitter.find_end(words, index)
        gap = after or index + 1
        if gap < len(words):
            is_end = words[gap - 1].end in gold
            if after or is_candidate(words, gap):
                yield list_features(words, gap, begin=begin, by_rule=after > 0), is_end
            if is_end:
                begin = gap
        index = gap


def fit_judge(gaps: Sequence[tuple[list[str], bool]], *, seed: int) -> dict[str, int]:
    """Weights in thousandths by feature."""
    counts = Counter(feature for features, _ in gaps for feature in features)
    index = {feature: number for number, (feature, count) in enumerate(sorted(counts.items())) if count >= RARE}
    index = {feature: number for number, feature in enumerate(index)}
    rows = [(np.array([index[each] for each in features if each in index]), is_end) for features, is_end in gaps]
    weights, squares = np.zeros(len(index)), np.full(len(index), 1e-2)
    rng = random.Random(seed)
    for _ in range(ROUNDS):
        rng.shuffle(rows)
        for at, is_end in rows:
            slope = 1 / (1 + np.exp(-weights[at].sum())) - is_end
            slopes = slope + PRICE * len(rows) * weights[at] * 0.01
            squares[at] += slopes**2
            weights[at] -= RATE * slopes / np.sqrt(squares[at])
    found = {feature: round(1000 * float(weights[number])) for feature, number in index.items()}
    return {feature: weight for feature, weight in found.items() if abs(weight) >= SMALLEST}


def write_judge(weights: dict[str, int], path: Path) -> None:
    """One row a feature: feature, weight."""
    path.write_text("".join(f"{feature}\t{weight}\n" for feature, weight in sorted(weights.items())), encoding="utf-8")
