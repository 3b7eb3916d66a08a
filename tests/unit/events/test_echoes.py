"""Acts told by a word that repeats one told before."""

from __future__ import annotations

import pytest

from tests.unit.events.conftest import Coder


@pytest.mark.parametrize(("text", "category", "status"), [
    ("Peru recalled its ambassador from Quito. Chile did so too.", "SANCTION", "asserted"),
    ("Norway recognised the council on Monday, and Denmark did the same.", "SUPPORT", "asserted"),
    ("Kenya sent tents to Chad. Uganda may follow.", "AGREE", "conditional"),
    ("Latvia condemned the raid of the army. Estonia followed suit.", "ACCUSE", "asserted"),
    ("Spain banned the party. Portugal will do likewise.", "COERCE", "planned"),
])
def test_an_act_repeated_is_one_more_event(code: Coder, text: str, category: str, status: str) -> None:
    """Its category is that of the act, its actor and its status are its own."""
    event = code(text)[-1]
    assert (event.category, event.status) == (category, status)
    assert event.actors[0].country in ("CHL", "DNK", "UGA", "EST", "PRT")
    assert any(step.rule == "repeats-the-act-before" for step in event.trace)


@pytest.mark.parametrize("text", [
    "Peru recalled its ambassador. Rain followed.", "The Danish premier said so.", "Oslo did its best.",
    "Kenya sent tents to Chad. Reporters followed the lorries.",
])
def test_other_following_repeats_nothing(code: Coder, text: str) -> None:
    """What follows as a thing, or follows something, is no second act."""
    assert not [e for e in code(text) if any(step.rule == "repeats-the-act-before" for step in e.trace)]
