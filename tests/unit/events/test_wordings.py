"""Acts told in several wordings: who takes part on both sides, what is only planned or conditional, and what is no event."""

from __future__ import annotations

import pytest

from copydesk.events import code_actor
from copydesk.lexicon import World
from copydesk.record import Event
from tests.unit.events.conftest import Coder


def countries(event: Event) -> set[str | None]:
    """Countries of the actors."""
    return {actor.country for actor in event.actors}


@pytest.mark.parametrize(("text", "sides"), [
    ("Soldiers from Kenya and Uganda exchanged fire near the lake.", {"KEN", "UGA"}),
    ("Peru and Chile clashed on the ridge at dawn.", {"PER", "CHL"}),
    ("Ethiopian and Sudanese troops traded blows across the river.", {"ETH", "SDN"}),
    ("Two herders were killed when troops from Peru and Chile exchanged fire.", {"PER", "CHL"}),
    ("Greek guards and Turkish marines exchanged shots.", {"GRC", "TUR"}),
])
def test_both_sides_of_a_fight_act(code: Coder, text: str, sides: set[str]) -> None:
    """A fight told of two states has both as actors and nobody as recipient, also where one noun holds both."""
    event = next(e for e in code(text) if e.category == "ASSAULT")
    assert (countries(event), event.recipients) == (sides, ())


@pytest.mark.parametrize(("text", "mode"), [
    ("Chadian soldiers fired first, the ministry said.", "firearms"), ("Chadian soldiers opened fire on Friday.", "firearms"),
    ("Chadian soldiers returned fire.", "firearms"), pytest.param(
        "Heavy mortar fire by Chadian soldiers hit a school.", "heavy-weapons",
        marks=pytest.mark.xfail(reason="the reader takes the soldiers for a second subject of `hit`", strict=True),
    ),
    ("Chadian shells hit a school.", "heavy-weapons"),
])
def test_fire_is_an_assault_with_its_arms(code: Coder, text: str, mode: str) -> None:
    """Who fires assaults; the mode says with what."""
    assert [(e.category, e.modes, countries(e)) for e in code(text)] == [("ASSAULT", (mode,), {"TCD"})]


@pytest.mark.parametrize("text", ["A Greek ferry sank in the bay.", "The tanker sank off Chile.", "The trawler is sinking."])
def test_a_ship_that_sinks_is_no_event(code: Coder, text: str) -> None:
    """Only somebody who sinks a ship assaults."""
    assert code(text) == ()
    assert [e.category for e in code("Rebels sank a Greek frigate.")] == ["ASSAULT"]


@pytest.mark.parametrize("text", [
    "The nurses' union called off a strike planned for Tuesday.", "The teachers suspended their protest.",
    "Students ended their hunger strike on Monday.", "Dockers called off the blockade.",
])
def test_a_protest_called_off_is_conceded(code: Coder, text: str) -> None:
    """Ending pressure is CONCEDE, now, whenever the protest was to be."""
    assert [(e.category, e.status) for e in code(text)] == [("CONCEDE", "asserted")]


@pytest.mark.parametrize("text", [
    "The African Union condemned any attempt to overthrow the government of Benin.",
    "Kenya denounced efforts to seize the presidency.", "The bishop deplored all attempts to jail the judges.",
])
def test_what_is_condemned_is_not_planned_by_who_condemns(code: Coder, text: str) -> None:
    """One ACCUSE; the judged attempt is nobody's event."""
    assert [e.category for e in code(text)] == ["ACCUSE"]


@pytest.mark.parametrize(("text", "categories"), [
    ("The spokesman insisted the minister was in his office.", []), ("The governor insisted that the mine was safe.", []),
    ("The governor insisted that the mine be closed.", ["REQUEST"]),
    ("The governor insisted that the miners must leave.", ["REQUEST"]),
])
def test_insisting_asks_only_for_what_shall_be(code: Coder, text: str, categories: list[str]) -> None:
    """To insist that a thing is so asks for nothing."""
    assert [e.category for e in code(text)] == categories


@pytest.mark.parametrize("text", [
    "Nairobi would accept the truce provided that Ugandan troops leave the valley.",
    "Nairobi accepts the truce as long as Ugandan troops leave the valley.",
    "The rebels accept talks on condition that the army leaves the town.",
])
def test_a_proviso_is_conditional(code: Coder, text: str) -> None:
    """What something depends on has not happened: to leave is then only conceded."""
    assert [e.status for e in code(text) if e.category == "CONCEDE"] == ["conditional"]


@pytest.mark.parametrize(("phrase", "expected"), [
    ("the African Union", ("IGO", ())), ("European Union", ("EUR", ())), ("UNESCO", ("UNO", ())),
    ("European Union legislators", ("EUR", ("LEG",))), ("the teachers union", (None, ("LAB",))),
    ("the Southern and Western districts", (None, ())),
])
def test_a_registered_name_says_its_own_sector(world: World, phrase: str, expected: tuple[str | None, tuple[str, ...]]) -> None:
    """Words inside a known name are no sector words, compass words no places; other words of the phrase still count."""
    assert code_actor(phrase, world) == expected


@pytest.mark.parametrize("text", [
    "The council is due to hold a special meeting on Friday.",
    "The Danish king will hold talks on Monday.",
    "The Norwegian premier will hold a summit in Oslo next week.",
])
def test_a_meeting_called_is_agreed(code: Coder, text: str) -> None:
    """With whom may be left open while it is planned."""
    event = code(text)[0]
    assert (event.category, event.status, len(event.actors), event.recipients) == ("AGREE", "planned", 1, ())


@pytest.mark.parametrize("text", [
    "A large joint exercise between Greece and Egypt began on Sunday.",
    "Some training goes on, such as a joint exercise between Greece and Egypt, which is due to end on June 20.",
    "Naval drills between Egypt and Greece went on.",
])
def test_an_exercise_between_states_is_cooperation(code: Coder, text: str) -> None:
    """Both are actors."""
    assert [(e.category, countries(e)) for e in code(text)] == [("COOPERATE", {"GRC", "EGY"})]


@pytest.mark.parametrize("text", [
    "Turkish forces are continuing exercises near the border.", "Naval drills by the Turkish fleet remain ongoing.",
    "The Turkish army is continuing a range of naval drills.", "Large-scale drills went on, the Turkish army said.",
])
def test_exercises_that_go_on_are_mobilisation(code: Coder, text: str) -> None:
    """Told once; forces that tell of exercises without saying whose tell of their own."""
    assert [(e.category, e.modes, countries(e)) for e in code(text)] == [("MOBILIZE", ("troops",), {"TUR"})]


@pytest.mark.parametrize("text", [
    "The Serbian garrison has begun loading howitzers onto trucks and will begin moving to its barracks on Friday.",
    "Three Serbian brigades have started packing up and will start returning to their bases.",
    "Serbian units have started loading onto barges and will start heading to their barracks.",
    "\"The Serbian regiments, having finished their drills, have begun loading onto barges and will begin moving to "
    "their bases,\" spokesman Omar Diallo said.",
])
def test_leaving_that_has_begun_and_is_to_come(code: Coder, text: str) -> None:
    """What has begun is RETREAT, asserted; what will begin is planned and so CONCEDE."""
    events = code(text)
    assert [(e.category, e.status) for e in events] == [("RETREAT", "asserted"), ("CONCEDE", "planned")]
    assert [countries(e) for e in events] == [{"SRB"}, {"SRB"}]
    assert "will " in text[events[1].span.start : events[1].span.end]


@pytest.mark.parametrize(("text", "mode"), [
    ("Nurses joined the strike on Monday.", "strike"), ("Nurses joined a walkout.", "strike"),
    ("Nurses joined the march on Monday.", "demo"),
])
def test_a_strike_joined_is_a_strike(code: Coder, text: str, mode: str) -> None:
    """The mode follows the kind of protest."""
    assert [(e.category, e.modes) for e in code(text)] == [("PROTEST", (mode,))]
