"""Which noun phrases are mentions: logistic weights over their signs, stochastic steps with rates of their own (AdaGrad)."""

from __future__ import annotations

import math
import random
from collections import Counter
from collections.abc import Sequence

import numpy as np

from copydesk.record import Reading
from copydesk.resolve.phrases import find_phrases, list_signs
from evaluation.coreference import find_gold
from evaluation.entities import EntityDocument

RAREST = 5  # phrases that carry a sign before it gets a weight
EPOCHS, RATE, RIDGE = 12, 0.15, 2e-3


def learn_signs(read: Sequence[tuple[EntityDocument, Reading]], *, seed: int) -> dict[str, float]:
    """Sign -> weight, "bias" among them."""
    signs, answers = [], []
    for document, reading in read:
        phrases = find_phrases(reading)
        gold = find_gold(document, reading, phrases)
        signs += [list_signs(reading, phrase) for phrase in phrases]
        answers += [entity is not None for entity in gold]
    counts = Counter(sign for each in signs for sign in each)
    names = ["bias", *sorted(sign for sign, count in counts.items() if count >= RAREST)]
    place = {name: index for index, name in enumerate(names)}
    rows = [np.array([0, *(place[sign] for sign in each if sign in place)]) for each in signs]
    weights, squares = np.zeros(len(names)), np.full(len(names), 1e-8)
    order, chance = list(range(len(rows))), random.Random(seed)
    for _ in range(EPOCHS):
        chance.shuffle(order)
        for index in order:
            row = rows[index]
            wrong = 1 / (1 + math.exp(-weights[row].sum())) - answers[index]
            slope = wrong + RIDGE * weights[row]
            squares[row] += slope * slope
            weights[row] -= RATE * slope / np.sqrt(squares[row])
    return dict(zip(names, weights.tolist(), strict=True))
