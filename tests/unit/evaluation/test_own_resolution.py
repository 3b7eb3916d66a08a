"""The exam on our own passages counts spans, points and links as it says it does."""

from __future__ import annotations

from dataclasses import replace

import pytest

from corpus.resolution_marks import Passage, read_marks
from evaluation.own_resolution import measure, read_passage

MARKED = (
    "[n Lise Aarup|Lise Aarup] left [p city KEN -1.29,36.82 Nairobi|Nairobi] on [t DATE 2019-05-06,2019-W19-1|Monday]. "
    "[r Lise Aarup|She] thanked the [s DEU|German] embassy."
)


def passage() -> Passage:
    text, marks = read_marks(MARKED, "x-1")
    return Passage("x-1", "2019-05-07", None, text, marks)


def test_a_passage_that_nobody_read_counts_against_everything() -> None:
    """No report: nothing found, and every share is nought."""
    assert set(measure([(passage(), None)]).values()) == {0.0}


def test_a_passage_read_right_has_all_it_is_asked_for() -> None:
    """The times, places and people of an easy passage, through the public functions."""
    metrics = measure([(passage(), read_passage(passage()))])
    asked = ("time_value_f1", "place_f1", "place_161km", "place_country", "state_country", "link_accuracy")
    assert {name: metrics[name] for name in asked} == pytest.approx(dict.fromkeys(asked, 1.0))


def test_a_place_elsewhere_is_wrong_unless_the_truth_reaches_as_far() -> None:
    """161 km or the reach, the larger; and the name of another person is no link."""
    report = read_passage(passage())
    far = replace(passage(), marks=read_marks(MARKED.replace("-1.29,", "-9.29,").replace("n Lise", "n Olga"), "x")[1])
    wide = replace(passage(), marks=read_marks(MARKED.replace("-1.29,36.82", "-9.29,36.82~999"), "x")[1])
    assert measure([(far, report)])["place_161km"] == 0.0
    assert measure([(far, report)])["person_names"] == 0.0
    assert measure([(wide, report)])["place_161km"] == 1.0
