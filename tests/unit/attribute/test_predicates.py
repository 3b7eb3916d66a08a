"""Did it happen: tense, negation, modals, conditions and governing words move a predicate's value, and only so far."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.unit.attribute.conftest import Told


@pytest.mark.parametrize(("text", "word"), [
    ("The rebels seized the airport.", "seized"), ("The pumps have failed.", "failed"),
    ("She managed to escape.", "escape"), ("The crew began to unload the ship.", "unload"),
])
def test_told_events_happened(text: str, word: str, tell: Callable[[str], Told]) -> None:
    """A plain past, and what stands under a word that implies it, is well above nought."""
    assert tell(text).value(word) > 1.2


@pytest.mark.parametrize(("text", "word"), [
    ("The rebels did not seize the airport.", "seize"), ("Nobody slept.", "slept"),
    ("The crew refused to unload the ship.", "unload"), ("She failed to escape.", "escape"),
    ("He never signed the treaty.", "signed"),
])
def test_denied_events_did_not_happen(text: str, word: str, tell: Callable[[str], Told]) -> None:
    """Negation and words that imply the contrary bring the value below nought."""
    assert tell(text).value(word) <= -0.5


@pytest.mark.parametrize(("plain", "changed", "word"), [
    ("The army left.", "The army might leave.", "leave"),
    ("The army left.", "If the army left, talks could begin.", "left"),
    ("The army left.", "The army plans to leave.", "leave"),
    ("The army left.", "The general wants to leave.", "leave"),
    ("The army left.", "Did the army leave?", "leave"),
    ("The army left.", "Leave the town.", "Leave"),
])
def test_what_is_only_possible_is_less_sure(plain: str, changed: str, word: str, tell: Callable[[str], Told]) -> None:
    """Modals, conditions, plans, wishes, questions and commands lie seven tenths of a point or more under the plain past."""
    assert tell(changed).value(word) < tell(plain).value("left") - 0.7


def test_trace_names_the_signature(tell: Callable[[str], Told]) -> None:
    """The row of the governing word stands in the trace."""
    told = tell("She failed to escape.")
    escape = next(each for each in told.predicates if told.words(each.span) == "escape")
    assert escape.trace[0].row == "signatures.tsv:fail"
    assert all(-3 <= each.value <= 3 for each in told.predicates)
