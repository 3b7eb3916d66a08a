"""Stretches of a text are found by a place they cover."""

from copydesk.language.covers import WIDTH, Covers


def test_a_place_finds_all_stretches_over_it_in_their_order() -> None:
    """Half-open: the start is covered, the end is not; a long stretch is found in each of its drawers."""
    long = (3, 3 * WIDTH, "long")
    covers = Covers([long, (10, 20, "short"), (20, 30, "next")])
    assert covers.at(10) == [long, (10, 20, "short")]
    assert covers.at(20) == [long, (20, 30, "next")]
    assert covers.at(3 * WIDTH - 1) == [long]
    assert covers.at(3 * WIDTH) == []
    assert covers.at(2) == []
