"""The learned labeller: scores of units."""

from copydesk.clean.labeller import load_labeller


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
