"""Kinds of speakers, acts by wording, and how surely a thing is put."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from copydesk.record import Statement
from tests.unit.attribute.conftest import Told


def _only(told: Told) -> Statement:
    assert len(told.statements) == 1, [told.content(each) for each in told.statements]
    return told.statements[0]


@pytest.mark.parametrize(("text", "kind"), [
    ("The stoker said the boiler was cold.", "person"),
    ("The archdeacon said the boiler was cold.", "person"),
    ("The trucker said the road was shut.", "person"),
    ("Pilgrims said the road was shut.", "group"),
    ("The parishioners said the roof leaked.", "group"),
    ("The brewery said the roof leaked.", "organisation"),
    ("The harbour garrison said the mole was quiet.", "organisation"),
    ("The placard said the lift was out of order.", "document"),
    ("The logbook said the lift was out of order.", "document"),
    ("Glaciologists said the ice was thin.", "experts"),
    ("A grocer said the road was shut.", "anonymous"),
    ("One woman said the road was shut.", "anonymous"),
    ("A spokesman said the road was shut.", "person"),
    ("A lawyer for the miners said the road was shut.", "person"),
    ("A judge said the road was shut.", "person"),
])
def test_a_noun_that_speaks_makes_its_kind_of_speaker(text: str, kind: str, tell: Callable[[str], Told]) -> None:
    """Trades, ranks, crowds, bodies and papers speak in their kinds; somebody unnamed with "a" is anonymous."""
    assert _only(tell(text)).speaker_kind == kind


@pytest.mark.parametrize(("text", "certainty"), [
    ("The surveyor said the dam may burst.", "possible"),
    ("The surveyor said the dam, which may burst, is old.", "certain"),
    ("The surveyor said the plan to drain a lake that could flood is ready.", "certain"),
    ("The surveyor said the dam is old because rain might come.", "certain"),
    ("The surveyor said crews could not reach the gate.", "certain"),
    ("The surveyor said the gate is probably shut.", "probable"),
    ("The union accused the mine of hiding the accident.", "certain"),
    ("Villagers blamed the mine for the flood.", "certain"),
    ("The mine denied any role.", "certain"),
    ("The police confirmed the arrest.", "certain"),
    ("The union condemned the plan.", "unspecified"),
    ("The union agreed to wait.", "unspecified"),
    ("The rebels threatened to burn the barn.", "unspecified"),
    ("The court ordered the mine to close because it could flood.", "unspecified"),
    ("The minister will say that the dam may burst.", "unspecified"),
])
def test_a_hedge_counts_where_it_bears_on_what_is_said(text: str, certainty: str, tell: Callable[[str], Told]) -> None:
    """A modal of the main clause lowers certainty, one in a part of it does not; demands and plans are unspecified."""
    assert {each.certainty for each in tell(text).statements} == {certainty}


@pytest.mark.parametrize(("text", "act"), [
    ("Reporters asked whether the curfew would end.", "open_question"),
    ("Passengers wondered aloud why the gate was shut.", "open_question"),
    ('"Who pays?" one trader asked.', "open_question"),
    ("The usher asked for a receipt.", "demand"),
    ("The janitor told visitors to leave the yard.", "directive"),
    ("The bank rejected the claim that it had failed.", "denial"),
    ("The bank rejected the offer.", "refusal"),
    ("The viceroy would not elaborate on the visas.", "silence"),
])
def test_the_wording_tells_the_act_where_the_cue_does_not(text: str, act: str, tell: Callable[[str], Told]) -> None:
    """Questions put, orders told, claims turned down and answers not given are told by their construction."""
    assert act in {each.act for each in tell(text).statements}


def test_a_question_put_is_not_left_open(tell: Callable[[str], Told]) -> None:
    """What somebody asked may be answered in the next line: only what the text leaves open is an open question."""
    assert tell("Reporters asked whether the curfew would end.").questions == ()
    assert len(tell("It is unclear whether the curfew will end.").questions) == 1
