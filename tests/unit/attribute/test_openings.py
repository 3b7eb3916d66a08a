"""Words that a line opens without saying them itself: lists below a colon, quotations behind one, turns of a transcript."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from copydesk.record import Statement
from tests.unit.attribute.conftest import Told


def _told(told: Told, statement: Statement) -> tuple[str, str]:
    return told.words(statement.speaker.span if statement.speaker else None), told.content(statement)


@pytest.mark.parametrize(("text", "speaker", "content"), [
    ("The ferry company said:\n• two boats are out of service\n• crossings resume on Sunday", "The ferry company",
     "two boats are out of service ... crossings resume on Sunday"),
    ("The water board advises households:\n- boil everything;\n- fill the bath.", "The water board",
     "boil everything ... fill the bath"),
    ("Fire wardens' findings so far:\n(a) the fuse was old\n(b) the door was locked", "Fire wardens'",
     "the fuse was old ... the door was locked"),
    ("The two sides undertake:\n* to free the prisoners\n* to mark the mines", "The two sides",
     "to free the prisoners ... to mark the mines"),
])
def test_points_below_a_colon_are_one_content(text: str, speaker: str, content: str, tell: Callable[[str], Told]) -> None:
    """A cue, or a noun with its giver, that ends in a colon says all the points below it."""
    told = tell(text)
    assert [_told(told, each) for each in told.statements] == [(speaker, content)]


@pytest.mark.parametrize(("text", "speaker"), [
    ("Ida Holm told the Post:\n• \"The quay is shut.\"\n• \"Nobody asked me.\"", "Ida Holm"),
    ("The trainer was in no mood to smile:\n- \"The quay is shut.\"\n- \"Nobody asked me.\"", "The trainer"),
])
def test_quotations_below_a_colon_are_a_statement_each(text: str, speaker: str, tell: Callable[[str], Told]) -> None:
    """Bullets that are quotations are each somebody's words, whether the line above has a cue or not."""
    told = tell(text)
    assert [_told(told, each) for each in told.statements] == [
        (speaker, '"The quay is shut."'), (speaker, '"Nobody asked me."'),
    ]


@pytest.mark.parametrize("text", [
    "What to pack:\n- two blankets\n- a lamp",
    "Opening hours:\n• Monday to Friday\n• not on Sunday",
])
def test_a_list_of_nobody_is_no_statement(text: str, tell: Callable[[str], Told]) -> None:
    """A label that names nobody opens no speech."""
    assert tell(text).statements == ()


@pytest.mark.parametrize(("text", "speaker"), [
    ('My neighbour, on hearing the price: "They can keep it."', "My neighbour"),
    ('tram driver on line nine: "They can keep it."', "tram driver on line nine"),
    ('The cook waved at the empty pot: "They can keep it."', "The cook"),
    ('The note left on the till was brief: "They can keep it."', "The note"),
])
def test_a_quotation_behind_a_colon_is_of_whom_the_line_is_about(text: str, speaker: str, tell: Callable[[str], Told]) -> None:
    """No cue is needed where a line about somebody opens a quotation."""
    told = tell(text)
    assert [_told(told, each) for each in told.statements] == [(speaker, '"They can keep it."')]


@pytest.mark.parametrize("text", ['Now showing: "The Last Ferry"', 'A word for the new season: "grey"'])
def test_a_title_behind_a_colon_is_no_statement(text: str, tell: Callable[[str], Told]) -> None:
    """Titles and single words are quoted, not said."""
    assert tell(text).statements == ()


@pytest.mark.parametrize(("text", "turns"), [
    ("MR TULL: Who held the key?\nTHE CLERK: I did, my lord.",
     [("MR TULL", "Who held the key?", "open_question"), ("THE CLERK", "I did, my lord", "statement")]),
    ("Q: Who held the key?\nA: I did.", [("Q", "Who held the key?", "open_question"), ("A", "I did", "statement")]),
    ("Q - Who held the key?\nA - I did.", [("Q", "Who held the key?", "open_question"), ("A", "I did", "statement")]),
    ("WITNESS 4: The door was open.", [("WITNESS 4", "The door was open", "statement")]),
])
def test_turns_of_a_transcript_are_direct_words_of_their_label(
    text: str, turns: list[tuple[str, str, str]], tell: Callable[[str], Told],
) -> None:
    """Labels in capitals and the letters Q and A speak what stands behind them, word for word."""
    told = tell(text)
    assert [(*_told(told, each), each.act) for each in told.statements] == turns
    assert {each.manner for each in told.statements} == {"direct"}


@pytest.mark.parametrize("text", ["UPDATE: The road is open again.", "BREAKING: Dam gate stuck at half past two"])
def test_one_word_in_capitals_is_no_turn(text: str, tell: Callable[[str], Told]) -> None:
    """A label that shouts once names nobody."""
    assert tell(text).statements == ()


@pytest.mark.parametrize(("text", "speaker", "content"), [
    ("10:08 RNLI: all five swimmers safe ashore", "RNLI", "all five swimmers safe ashore"),
    ("09:15 Mayor Ida Holm: the bridge stays shut.", "Mayor Ida Holm", "the bridge stays shut"),
    ("14:20 Police say the arcade is empty; nothing has been found.", "Police", "the arcade is empty"),
])
def test_the_hour_of_a_live_entry_is_no_part_of_a_statement(
    text: str, speaker: str, content: str, tell: Callable[[str], Told],
) -> None:
    """Neither speaker nor content begins with the hour."""
    told = tell(text)
    assert (speaker, content) in [_told(told, each) for each in told.statements]
