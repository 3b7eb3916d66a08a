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


@pytest.mark.parametrize(("text", "content", "speaker"), [
    ("The mill has no comment on the strike.", "the strike", "The mill"),
    ("The convent made no comment on the sale.", "the sale", "The convent"),
    ("The fleet gave no figure for the wounded.", "no figure for the wounded", "The fleet"),
    ("The viceroy offered no explanation for the delay.", "no explanation for the delay", "The viceroy"),
    ("Nobody at the brewery was available to comment on the leak.", "the leak", "Nobody at the brewery"),
    ("The brewery did not respond to questions about the vats.", "questions about the vats", "The brewery"),
    ("The fleet would not discuss the route.", "the route", "The fleet"),
])
def test_an_answer_not_given_is_silence(text: str, content: str, speaker: str, tell: Callable[[str], Told]) -> None:
    """Refusals to answer are told in many ways; the content is what was asked for."""
    told = tell(text)
    statement = _only(told)
    assert told.content(statement) == content
    assert told.words(statement.speaker.span if statement.speaker else None) == speaker
    assert (statement.act, statement.utterance, statement.certainty) == ("silence", "refused", "unspecified")
    assert statement.said_on is None


@pytest.mark.parametrize("text", [
    "The party has no name for its horse.", "The village has no answer machine.", "It gave no light.",
])
def test_a_lack_is_no_silence(text: str, tell: Callable[[str], Told]) -> None:
    """Having none of a thing is no refusal to speak."""
    assert tell(text).statements == ()


def test_what_is_yet_to_be_said_was_not_said(tell: Callable[[str], Told]) -> None:
    """ "Has yet to confirm" is speech not made."""
    statement = _only(tell("The fleet has yet to confirm that a boat is missing."))
    assert (statement.utterance, statement.certainty, statement.said_on) == ("refused", "unspecified", None)


@pytest.mark.parametrize(("text", "content", "speaker"), [
    ("Asked whether the curfew would end, the general smiled.", "whether the curfew would end", ""),
    ("Pressed by a reporter on who had fired first, the admiral smiled.", "who had fired first", "a reporter"),
    ("Asked by the Harbour Post if he would stay, the brewer shrugged.", "if he would stay", "the Harbour Post"),
])
def test_a_question_that_an_answer_refers_to_is_a_statement(
    text: str, content: str, speaker: str, tell: Callable[[str], Told],
) -> None:
    """The question is whoever asked it's; nobody is named where the text names nobody."""
    told = tell(text)
    statement = next(each for each in told.statements if told.content(each) == content)
    assert statement.act == "open_question"
    assert told.words(statement.speaker.span if statement.speaker else None) == speaker


@pytest.mark.parametrize(("text", "content"), [
    ("Our correspondent counted nine boats on the sand.", "nine boats on the sand"),
    ("This reporter saw the bailiffs carry out a harp.", "the bailiffs carry out a harp"),
    ("A reporter for this newspaper heard shots.", "shots"),
])
def test_what_the_pages_own_reporter_saw_is_a_statement(text: str, content: str, tell: Callable[[str], Told]) -> None:
    """Own sight is told by the page alone: no hand before it."""
    told = tell(text)
    statement = _only(told)
    assert told.content(statement) == content
    assert [relay.kind for relay in statement.relays] == ["page"]


@pytest.mark.parametrize(("text", "content", "speaker"), [
    ("Flood kills four – police", "Flood kills four", "police"),
    ("NO SURVIVORS AT CRASH SITE -- FIRE BRIGADE", "NO SURVIVORS AT CRASH SITE", "FIRE BRIGADE"),
    ("Brakes were set on one engine only - driver", "Brakes were set on one engine only", "driver"),
    ("Road open until dark, per truckers.", "Road open until dark", "truckers"),
    ("SULTAN'S CONDITION STABLE, PER PALACE", "SULTAN'S CONDITION STABLE", "PALACE"),
    ("@OrlamPolice: Quay Road is closed both ways.", "Quay Road is closed both ways", "@OrlamPolice"),
    ("WITNESS 4: Nobody looked in the kiln.", "Nobody looked in the kiln", "WITNESS 4"),
])
def test_words_without_a_verb_of_saying_have_their_speaker(
    text: str, content: str, speaker: str, tell: Callable[[str], Told],
) -> None:
    """A dash at a headline's end, "per", a handle or a numbered witness names who says it."""
    told = tell(text)
    statement = _only(told)
    assert told.content(statement) == content
    assert told.words(statement.speaker.span if statement.speaker else None) == speaker


def test_a_line_with_two_speakers_is_two_turns(tell: Callable[[str], Told]) -> None:
    """ "15:48 Ambulance service: ... Police: ..." is what each says."""
    told = tell("15:48 Ambulance service: 7 hurt, 2 of them badly. Police: avoid Mill Road.")
    assert [told.content(each) for each in told.statements] == ["7 hurt, 2 of them badly", "avoid Mill Road"]
    assert told.statements[1].act == "directive"


@pytest.mark.parametrize("text", [
    "Harbour talks - what we know", "Storm hits the coast - live updates", "Rents rose 12 per cent, to 40 euros per seat.",
    "The doctor sees 40 patients per nurse.", "The bus, it need hardly be said, is late.", "The guards denied them entry.",
    "Its master denied water.", "The skipper charged into the wheelhouse.",
    "Needless to say, the ferry was full.", "It goes without saying that the roads are white.",
])
def test_other_uses_of_these_words_report_nothing(text: str, tell: Callable[[str], Told]) -> None:
    """Rates, headlines with a topic, figures of speech and things withheld are no statements."""
    assert tell(text).statements == ()


@pytest.mark.parametrize(("text", "kind"), [
    ("Two grocers familiar with the accounts said the vault was bare.", "anonymous"),
    ("Unnamed officers said the fuel was gone.", "anonymous"),
    ("Governments said the strait was shut.", "group"),
    ("The armed forces said the strait was shut.", "organisation"),
])
def test_several_speakers_and_hidden_ones_have_their_kind(text: str, kind: str, tell: Callable[[str], Told]) -> None:
    """Bodies in the plural are a group; whoever is told by what they know alone is anonymous."""
    assert _only(tell(text)).speaker_kind == kind


@pytest.mark.parametrize(("text", "made"), [
    ("The bulletin said the gate was shut.", True), ("The sticker said the gate was shut.", False),
    ("The land register says the field is his.", False),
])
def test_a_paper_of_no_known_day_dates_nothing(text: str, *, made: bool, tell: Callable[[str], Told]) -> None:
    """Reports and bulletins are of the page's day; registers and stickers have stood for who knows how long."""
    assert (_only(tell(text)).said_on is not None) is made
