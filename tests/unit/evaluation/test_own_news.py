"""The exam on our own sentences counts what stands in the raw text, and the count of differing labels is a count."""

from __future__ import annotations

import pytest

from corpus.marks import Marked
from evaluation.own_news import Tally, join_paragraph
from evaluation.processors import LAYERS, compare_layers

SENTENCES = [
    Marked("x-1.1", "Mali won.", ((0, 4, "state"),)),
    Marked("x-1.2", "Fans in Gao sang.", ((8, 11, "place"),)),
]


def test_spans_are_places_in_the_joined_paragraph() -> None:
    """Names and sentences keep their words when sentences are joined by a blank."""
    text, gold = join_paragraph(SENTENCES)
    assert {(text[start:end], label) for start, end, label in gold} == {
        ("Mali", "state"), ("Gao", "place"), ("Mali won.", "sentence"), ("Fans in Gao sang.", "sentence"),
    }  # fmt: skip


def test_a_name_with_another_label_or_edge_is_wrong() -> None:
    """One of two right: precision and recall are a half each."""
    tally = Tally()
    tally.count({(0, 4, "state"), (18, 25, "place")}, {(0, 4, "state"), (18, 21, "place")})
    assert tally.find_f1(["state", "place"]) == pytest.approx(0.5)
    assert tally.find_f1(["state"]) == pytest.approx(1.0)
    assert tally.find_f1(["place"]) == 0


def test_differing_labels_are_counted_by_layer() -> None:
    """Two processors that agree but for one tag differ in one label; other words are a fault, not a difference."""
    one = {layer: ["a", "b"] for layer in LAYERS}
    other = one | {"tag": ["a", "c"]}
    assert compare_layers(one, other)[0] == "tag: 1 of 2 labels differ (50.000%)"
    assert all(": 0 of 2" in line for line in compare_layers(one, other)[1:])
    with pytest.raises(ValueError, match="shorter"):
        compare_layers(one, one | {"tag": ["a"]})
