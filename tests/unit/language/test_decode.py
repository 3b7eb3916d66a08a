"""Scores to proper trees and well-formed names."""

from __future__ import annotations

import itertools
import random

from copydesk.language.decode import find_runs, is_tree, settle_names, settle_tree

LABELS = ("O", "B-person", "I-person", "B-place", "I-place")


def find_best_by_trying(arcs: list[list[float]]) -> float:
    """The best sum over every proper tree, by trying all of them."""
    size = len(arcs)
    every = itertools.product(range(size + 1), repeat=size)
    return max(score_tree(list(heads), arcs) for heads in every if is_tree(list(heads)))


def score_tree(heads: list[int], arcs: list[list[float]]) -> float:
    """The sum of a tree's arcs."""
    return sum(arcs[word][head] for word, head in enumerate(heads))


def test_a_tree_has_one_root_and_no_cycle() -> None:
    """Two roots, no root, a cycle or a word that is its own head make no tree."""
    assert is_tree([2, 0, 2])
    assert not is_tree([0, 0, 1])
    assert not is_tree([2, 1, 2])
    assert not is_tree([0, 3, 2])
    assert not is_tree([0, 2])


def test_the_settled_tree_is_the_best_of_all_trees() -> None:
    """Over 200 random score tables the tree found has the highest sum that any proper tree has."""
    rng = random.Random(7)
    for _ in range(200):
        size = rng.randint(1, 5)
        arcs = [[rng.uniform(-5, 5) for _ in range(size + 1)] for _ in range(size)]
        best = [max(range(size + 1), key=row.__getitem__) for row in arcs]
        settled = settle_tree(best, lambda _, arcs=arcs: arcs, 0)
        assert is_tree(settled)
        assert abs(score_tree(settled, arcs) - find_best_by_trying(arcs)) < 1e-6


def test_a_proper_tree_is_left_alone() -> None:
    """Where the best heads make a tree, no scores are asked for."""
    assert settle_tree([2, 0], lambda _: [], 0) == [2, 0]


def test_an_inside_mark_needs_its_name() -> None:
    """Where the best labels do not fit together, the best row that does is taken."""
    rows = [[1.0, 0.9, 5.0, 0.0, 0.0], [0.0, 0.0, 4.0, 0.0, 0.0]]
    assert settle_names([2, 2], lambda _: rows, 0, LABELS) == [1, 2]
    assert settle_names([1, 2], lambda _: [], 0, LABELS) == [1, 2]


def test_neighbouring_names_stay_apart() -> None:
    """Each B- begins a name of its own."""
    assert find_runs(["B-person", "I-person", "B-person", "O", "B-place"]) == [
        (0, 2, "person"), (2, 3, "person"), (4, 5, "place"),
    ]  # fmt: skip
