"""What the weights of reference are learned by: slopes of the loss, and that the right choice comes to win."""

from __future__ import annotations

import math

import numpy as np
import pytest

from training.reference_kinds import softmax, spread
from training.reference_pairs import FALSE_NEW, WRONG_LINK, Example, Weights, find_slopes, step

LATER = np.array([1, 2, 2])  # the second phrase has one earlier one, the third two
RIGHT = np.array([True, False, False])


@pytest.fixture
def example() -> Example:
    """Three phrases: the second is the first, the third is new."""
    codes = np.array([[0, 2], [1, 2], [0, 3]])
    rows = [np.array([0]), np.array([1]), np.array([0, 1])]
    return Example(codes=codes, later=LATER, is_right=RIGHT, news=[], rows=rows)


def loss(linked: list[float], new: list[float]) -> float:
    """Written out: -log of the share of what is right, with the margins of what is wrong."""
    first = 0.0  # alone, new for sure
    second = -math.log(math.exp(linked[0]) / (math.exp(linked[0]) + math.exp(new[1] + FALSE_NEW)))
    third = -math.log(math.exp(new[2]) / (sum(math.exp(each) for each in linked[1:]) + math.exp(new[2])))
    return first + second + third


def test_slopes_are_those_of_the_loss(example: Example) -> None:
    """Of every pair and of every new one, against small steps; a phrase that must be new has no margin."""
    linked, new, little = [0.3, -0.2, 0.7], [0.1, 0.4, -0.5], 1e-6
    slope, slope_new = find_slopes(example, np.array(linked), np.array(new))
    for index in range(3):
        raised = [*linked[:index], linked[index] + little, *linked[index + 1 :]]
        assert (loss(raised, new) - loss(linked, new)) / little == pytest.approx(slope[index], abs=1e-4)
        raised = [*new[:index], new[index] + little, *new[index + 1 :]]
        assert (loss(linked, raised) - loss(linked, new)) / little == pytest.approx(slope_new[index], abs=1e-4)


def test_a_wrong_link_beside_a_right_one_must_be_beaten_by_a_margin() -> None:
    """Two earlier phrases of equal weight, one right: the wrong one counts as `WRONG_LINK` heavier."""
    both = Example(np.zeros((2, 1), dtype=np.int64), np.array([1, 1]), np.array([True, False]), [])
    slope, _ = find_slopes(both, np.zeros(2), np.array([0.0, -50.0]))
    share = math.exp(WRONG_LINK) / (1 + math.exp(WRONG_LINK))
    assert slope.tolist() == pytest.approx([-share, share], abs=1e-6)


def test_steps_make_the_right_choice_win(example: Example) -> None:
    """Thirty steps on one document."""
    links, news = Weights(4), Weights(2)
    for _ in range(30):
        step(example, links, news)
    linked = links.values[example.codes].sum(axis=1)
    new = [news.values[row].sum() for row in example.rows]
    assert linked[0] > new[1]
    assert new[2] > max(linked[1], linked[2])


def test_the_mean_is_of_what_was_kept() -> None:
    """Two steps of one weight, both kept."""
    weights = Weights(1)
    weights.keep()
    weights.values[0] = 1.0
    weights.keep()
    assert weights.mean().tolist() == [0.5]


def test_kinds_spread_to_nouns_of_like_vectors() -> None:
    """Two nouns known to name persons and places; a third lies by the first."""
    known, counts = np.array([[1.0, 0.0], [0.0, 1.0]]), np.array([[5.0, 0.0], [0.0, 5.0]])
    shares = spread(np.array([[0.9, 0.1]]), known, counts)
    assert shares[0, 0] > shares[0, 1]


def test_shares_add_up() -> None:
    """Also where scores are large."""
    assert softmax(np.array([[1000.0, 1000.0]])).tolist() == [[0.5, 0.5]]
