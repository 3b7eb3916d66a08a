"""Who acts where the clause says only a pronoun, a number or a common word for people."""

from __future__ import annotations

import pytest

from tests.unit.events.conftest import Coder


@pytest.mark.parametrize(("text", "country"), [
    ("Peru closed its embassy. It expelled nine Chilean diplomats.", "PER"),
    ("The Kenyan army shelled the ridge on Monday. It killed nine herders.", "KEN"),
    ("Norwegian fishermen marched on Friday. They blocked the port of Tromso.", "NOR"),
    ("The Danish police raided the mill, and they arrested six printers.", "DNK"),
])
def test_a_pronoun_is_the_subject_before_it(code: Coder, text: str, country: str) -> None:
    """The clause before tells who "it" or "they" are; the span is the pronoun's."""
    event = code(text)[-1]
    assert [(actor.country, text[actor.span.start : actor.span.end].lower()) for actor in event.actors if actor.span] in (
        [(country, "it")], [(country, "they")],
    )


@pytest.mark.parametrize("text", [
    "Peruvian soldiers left the fort. It arrested nine students.", "The Danish mayor spoke. They stormed the palace.",
])
def test_number_must_agree(code: Coder, text: str) -> None:
    """Soldiers are no "it", one mayor no "they": who acted stays open."""
    assert not [e for e in code(text) if any(actor.country for actor in e.actors) and e.trigger.start > text.index(".")]


@pytest.mark.parametrize("text", [
    "The panel condemned the raid of the army.", "Some four thousand marched through the capital.",
    "The fund donated tents to the island.", "Three lads stabbed a guard.", "His own aide shot the colonel.",
])
def test_common_words_for_people_act(code: Coder, text: str) -> None:
    """A body, a number or people of no known sector act; no code is invented for them."""
    event = code(text)[0]
    assert event.actors[0].name
    assert event.actors[0].country is None


@pytest.mark.parametrize("text", [
    "Lagos denied having shelled the village.", "The Kenyan clan denied having shelled the village.",
    "Oslo admitted having bombed the village.",
])
def test_who_denies_having_done_it_did_it_or_not(code: Coder, text: str) -> None:
    """The subject of the verb of saying is that of "having done"."""
    event = next(e for e in code(text) if e.category == "ASSAULT")
    assert event.actors[0].country in ("NGA", "KEN", "NOR")
