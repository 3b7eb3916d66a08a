"""Scores of partitions against values worked out by hand."""

import itertools
import random

import pytest

from evaluation.partitions import _least_cost, b_cubed, ceaf_e, conll, muc, without_singletons

GOLD = {"a": 1, "b": 1, "c": 1, "d": 2, "e": 2, "f": 3}
FOUND = {"a": "x", "b": "x", "c": "y", "d": "y", "e": "y", "f": "z"}


def test_equal_partitions_score_one() -> None:
    """Names of clusters do not matter."""
    renamed = {mention: f"cluster {cluster}" for mention, cluster in GOLD.items()}
    assert conll(GOLD, renamed) == pytest.approx(1.0)


def test_scores_are_those_worked_out_by_hand() -> None:
    """MUC: 2 of 3 links both ways. B-cubed: recall (2/3 + 2/3 + 1/3 + 1 + 1 + 1) / 6, precision the same. CEAF: .8, .8, 1."""
    assert muc(GOLD, FOUND) == pytest.approx(2 / 3)
    assert b_cubed(GOLD, FOUND) == pytest.approx(7 / 9)
    assert ceaf_e(GOLD, FOUND) == pytest.approx((0.8 + 0.8 + 1.0) / 3)


def test_singletons_of_the_gold_partition_are_left_out_of_both() -> None:
    """f is alone in gold."""
    gold, found = without_singletons(GOLD, FOUND)
    assert set(gold) == set(found) == {"a", "b", "c", "d", "e"}


def test_the_best_pairing_is_the_best_of_all() -> None:
    """Against trying every pairing, on small random costs."""
    chance = random.Random(7)
    for _ in range(50):
        rows, columns = chance.randint(1, 4), chance.randint(4, 6)
        costs = [[-chance.random() for _ in range(columns)] for _ in range(rows)]
        best = min(sum(costs[row][place[row]] for row in range(rows)) for place in itertools.permutations(range(columns), rows))
        assert _least_cost(costs) == pytest.approx(best)
