"""The learned labeller: scores of units."""

from copydesk.clean.labeller import load_labeller


def test_the_order_in_which_features_come_changes_no_score() -> None:
    """Sets have another order in every process; sums rounded another way would tip ties between labels."""
    labeller = load_labeller()
    names = sorted(labeller.rows)[:80]
    forth, back = (labeller.scores([order]) for order in (names, names[::-1]))  # type: ignore[list-item]
    assert forth.tobytes() == back.tobytes()
