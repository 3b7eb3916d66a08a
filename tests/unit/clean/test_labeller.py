"""The learned labeller: scores of units, and the best row of labels for them."""

from itertools import pairwise, product

import numpy as np
import pytest

from copydesk.clean.labeller import HEADED, HEADLINE, Labeller, Weights, load_labeller

LABELS = ("paragraph", HEADLINE, "navigation")


def test_the_order_in_which_features_come_changes_no_score() -> None:
    """Sets have another order in every process; sums rounded another way would tip ties between labels."""
    labeller = load_labeller()
    names = sorted(labeller.rows)[:80]
    forth, back = (labeller.scores([[frozenset((name,)) for name in order]]) for order in (names, names[::-1]))
    assert forth.tobytes() == back.tobytes()
    assert forth.any()


def test_a_unit_weighs_the_same_whether_its_features_come_in_one_family_or_several() -> None:
    """Families are summed as single features are; those that the labeller never met weigh nothing."""
    labeller = load_labeller()
    names = sorted(labeller.rows)[:30]
    whole = labeller.scores([[frozenset(names)]])
    parted = labeller.scores([[frozenset(names[:7]), frozenset(("never.met",)), frozenset(), frozenset(names[7:])]])
    assert whole.tobytes() == parted.tobytes()


def test_the_best_path_may_turn_on_a_broken_line() -> None:
    """Steps onto a line that goes on with the one above have weights of their own, and a page without units has no labels."""
    labeller = load_labeller()
    table = labeller.scores([[frozenset(("kind.prose",))], [frozenset(("kind.scrap",))]])
    assert len(labeller.decode(table)) == len(labeller.decode(table, [False, True])) == 2
    assert labeller.decode(labeller.scores([])) == []


def _labeller(seed: int) -> Labeller:
    chance, count = np.random.default_rng(seed), len(LABELS)
    moves, opens, closes = chance.normal(size=(count, count)), chance.normal(size=count), chance.normal(size=count)
    return Labeller(LABELS, {}, np.zeros((0, count)), moves, np.zeros((count, count)), opens, closes)


def _worth(labeller: Labeller, table: Weights, row: tuple[int, ...]) -> float:
    steps = sum(labeller.moves[one, other] for one, other in pairwise(row))
    headed = HEADED if LABELS.index(HEADLINE) in row else 0.0
    return float(table[range(len(row)), row].sum() + steps + labeller.opens[row[0]] + labeller.closes[row[-1]] + headed)


@pytest.mark.parametrize("seed", range(30))
def test_the_row_that_is_found_is_the_best_of_all(seed: int) -> None:
    """Held against every row of labels, pages of one to five units."""
    labeller, chance = _labeller(seed), np.random.default_rng(seed + 100)
    table = chance.normal(scale=2, size=(1 + seed % 5, len(LABELS)))
    best = max(product(range(len(LABELS)), repeat=len(table)), key=lambda row: _worth(labeller, table, row))
    assert labeller.decode(table) == [LABELS[i] for i in best]


def test_a_page_has_a_headline_where_little_speaks_against_it() -> None:
    """The likeliest line is it, though navigation fits it a little better; much against it leaves the page without."""
    count = len(LABELS)
    still = Labeller(LABELS, {}, np.zeros((0, count)), np.zeros((count, count)), np.zeros((count, count)), np.zeros(count),
                     np.zeros(count))
    table = np.array([[0.0, 2.0, 3.0], [5.0, 0.0, 0.0]])
    assert still.decode(table) == [HEADLINE, "paragraph"]
    assert still.decode(table - [[0.0, 9.0, 0.0]]) == ["navigation", "paragraph"]
