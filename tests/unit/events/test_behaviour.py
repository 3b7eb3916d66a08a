"""Small changes of a sentence change what they should, and only that."""

from __future__ import annotations

import pytest

from tests.unit.events.conftest import Coder

FRAMES = (
    ("{a} withdrew its troops from {b}.", "RETREAT"), ("{a} condemned {b}.", "ACCUSE"), ("{a} attacked {b}.", "ASSAULT"),
    ("{a} sent blankets to {b}.", "AID"), ("{a} expelled diplomats from {b}.", "SANCTION"),
)
PAIRS = (("Kenya", "Uganda"), ("Peru", "Chile"), ("Norway", "Denmark"))


@pytest.mark.parametrize(("frame", "category"), FRAMES)
@pytest.mark.parametrize("pair", PAIRS)
def test_renaming_the_states_changes_no_code(code: Coder, frame: str, category: str, pair: tuple[str, str]) -> None:
    """Whoever does it, the category is the same; the actor is the subject and the recipient the other."""
    event = code(frame.format(a=pair[0], b=pair[1]))[0]
    assert event.category == category
    assert [p.name for p in event.actors] == [pair[0]]
    assert [p.country for p in event.recipients] == [{"Uganda": "UGA", "Chile": "CHL", "Denmark": "DNK"}[pair[1]]]


@pytest.mark.parametrize(("frame", "category"), FRAMES)
def test_negation_keeps_the_category(code: Coder, frame: str, category: str) -> None:
    """A past act denied keeps its category and is denied."""
    stem = frame.replace("withdrew", "did not withdraw").replace("condemned", "did not condemn")
    stem = stem.replace("attacked", "did not attack").replace("sent", "did not send").replace("expelled", "did not expel")
    event = code(stem.format(a="Kenya", b="Uganda"))[0]
    assert (event.category, event.status) == (category, "denied")


@pytest.mark.parametrize("text", [
    "Gunmen attacked a police station.", "Yesterday, gunmen attacked a police station.",
    "Gunmen reportedly attacked a police station.", "A police station was attacked by gunmen.",
    "Gunmen, officials said, attacked a police station.",
])
def test_wordings_of_one_act_code_alike(code: Coder, text: str) -> None:
    """Order, hedges and voice leave category, actor and recipient as they are."""
    event = next(e for e in code(text) if e.category == "ASSAULT")
    assert event.actors[0].sectors == ("UAF",)
    assert event.recipients[0].sectors == ("COP",)


def test_every_span_is_the_words(code: Coder) -> None:
    """Trigger, clause and participants point at their own words."""
    text = "On Monday Peru pulled out its troops, and Chile praised the move."
    events = code(text)
    first = events[0]
    assert text[first.trigger.start : first.trigger.end] == "pulled out"
    assert text[first.span.start : first.span.end] == "On Monday Peru pulled out its troops"
    for event in events:
        for party in (*event.actors, *event.recipients):
            assert party.span is not None
            assert text[party.span.start : party.span.end] == party.name


@pytest.mark.parametrize("text", [
    "The Kenyan storm killed nine farmers.", "A heavy earthquake destroyed the Peruvian village.",
    "Water from the Danish dam flooded three towns and killed two people.",
])
def test_nature_assaults_nobody(code: Coder, text: str) -> None:
    """Storms and floods kill, but they are no actors."""
    assert not [event for event in code(text) if event.category == "ASSAULT"]


def test_reading_twice_gives_the_same_records(code: Coder) -> None:
    """Ids come from content alone."""
    text = "Lagos accused the company of bribery."
    assert code(text) == code(text)
