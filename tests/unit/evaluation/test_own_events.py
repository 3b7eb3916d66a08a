"""The exam on our own passages of events pairs and counts as it says it does."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from copydesk.record import Event, Span
from corpus.event_marks import EventPassage, read_event_file
from evaluation.own_events import find_events, measure, pair_events

TOLD = """# seen-1 | assault | wire | created 2024-05-07 | outlet Quay Ledger
{1a Ethiopian soldiers} {1t shelled} {1p Mekelle} on {1d Monday} and {2a Kenya} {2t condemned} {2r Ethiopia}.
1 | ASSAULT | heavy-weapons | asserted | MIL ETH | - | own
2 | ACCUSE | disapprove | asserted | KEN | ETH | own
"""
QUIET = """# seen-2 | none | wire | created 2024-05-07 | outlet Quay Ledger
Ethiopian soldiers shelled Mekelle on Monday. It rained.
"""


@pytest.fixture
def passages(tmp_path: Path) -> tuple[EventPassage, EventPassage]:
    (tmp_path / "seen.txt").write_text(f"{TOLD}\n{QUIET}", encoding="utf-8")
    told, quiet = read_event_file(tmp_path / "seen.txt")
    return told, quiet


@pytest.fixture
def found(passages: tuple[EventPassage, EventPassage]) -> list[Event]:
    return find_events(passages[0])


def test_an_easy_passage_is_read_through_the_public_functions(
    passages: tuple[EventPassage, EventPassage], found: list[Event]
) -> None:
    """Trigger, category, mode, status, actor, place and date of two plain events."""
    metrics = measure([(passages[0], found)])
    asked = ("trigger_f1", "event_f1", "category_macro_f1", "mode_f1", "status_accuracy", "actor_f1", "date_accuracy")
    assert {name: metrics[name] for name in asked} == pytest.approx(dict.fromkeys(asked, 1.0))


def test_nothing_found_gives_nothing(passages: tuple[EventPassage, EventPassage]) -> None:
    """Every rate is nought, without an error."""
    assert set(measure([(passages[0], [])]).values()) == {0.0}


def test_events_in_a_quiet_passage_are_false(passages: tuple[EventPassage, EventPassage], found: list[Event]) -> None:
    """Counted over the sentences of such passages, and against precision."""
    metrics = measure([(passages[1], find_events(passages[1])), (passages[0], found)])
    assert metrics["false_on_none"] == pytest.approx(0.5)
    assert metrics["trigger_precision"] == pytest.approx(2 / 3)


def test_neutral_words_count_for_nothing(passages: tuple[EventPassage, EventPassage]) -> None:
    """What is found there is neither right nor wrong."""
    begin = passages[1].text.index("shelled")
    quiet = replace(passages[1], neutral=((begin, begin + 7),))
    assert pair_events(quiet, find_events(quiet)) == ([], [], [])


def test_the_right_category_is_paired_first(passages: tuple[EventPassage, EventPassage], found: list[Event]) -> None:
    """Of two found on the same words, that of the marked category; another category is no strict event."""
    other = replace(found[0], category="COERCE")
    pairs, missed, false = pair_events(passages[0], [other, *found])
    assert [event.category for _, event in pairs] == ["ASSAULT", "ACCUSE"]
    assert (missed, false) == ([], [other])
    wrong = measure([(passages[0], [other, *found[1:]])])
    assert (wrong["trigger_f1"], wrong["event_f1"]) == pytest.approx((1.0, 0.5))


def test_a_place_that_was_hit_is_no_wrong_recipient(
    passages: tuple[EventPassage, EventPassage], found: list[Event]
) -> None:
    """A recipient at the marked place is left out; one elsewhere is wrong."""
    assert measure([(passages[0], found)])["recipient_f1"] == pytest.approx(1.0)
    party = replace(found[0].actors[0], span=Span(start=0, end=9))
    assert measure([(passages[0], [replace(found[0], recipients=(party,)), *found[1:]])])["recipient_f1"] < 1.0
