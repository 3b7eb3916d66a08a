"""Whose the army, the police or a court is where only the passage says so."""

import pytest

from tests.unit.events.conftest import Coder

RULE = "actor-country-of-the-passage"


@pytest.mark.parametrize(("text", "country"), [
    ("The Zambian government banned marches on Monday. Police arrested nine teachers.", "ZMB"),
    ("Lusaka was quiet on Friday. A court jailed the editor for two years.", "ZMB"),
    ("The Peruvian president spoke on Sunday. The army shelled the camp an hour later.", "PER"),
])
def test_an_organ_is_that_of_the_one_state_named_before(code: Coder, text: str, country: str) -> None:
    """And the trace says that the passage gave it."""
    event = code(text)[-1]
    assert event.actors[0].country == country
    assert RULE in [step.rule for step in event.trace]


@pytest.mark.parametrize("text", [
    "Zambian and Malawian ministers met on Monday. Police arrested nine teachers.",
    "Police arrested nine teachers.", "The Zambian government banned marches. Rebels attacked the camp.",
    "The army shelled Zambia.",
])
def test_it_stays_unknown_where_the_passage_does_not_say(code: Coder, text: str) -> None:
    """Two states, none, somebody who is no state's organ, and a state named only afterwards."""
    assert code(text)[-1].actors[0].country is None
