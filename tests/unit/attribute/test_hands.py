"""Statements inside statements and the hands that pass words on: who says it, through whom, on which day."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from copydesk.record import Statement
from tests.unit.attribute.conftest import Told

PAGE = "The Quay Ledger"


def _saying(told: Told, content: str) -> Statement:
    found = [each for each in told.statements if told.content(each) == content]
    assert len(found) == 1, [told.content(each) for each in told.statements]
    return found[0]


@pytest.mark.parametrize(("text", "content", "speaker", "hands"), [
    ("The port office said the tug skippers had denied loosening the ropes.", "loosening the ropes", "the tug skippers",
     ["The port office"]),
    ("A nurse said the two wards had agreed to share the generator.", "to share the generator", "the two wards", ["A nurse"]),
    ("The auditor reported that the mill had refused to open its books.", "to open its books", "the mill", ["The auditor"]),
    ("The sexton said the strangers had begged him for candles.", "candles", "the strangers", ["The sexton"]),
    ("A letter says the cashier confessed to the theft of the clock.", "the theft of the clock", "the cashier", ["A letter"]),
    ("The ferryman says a boy told him that the sandbank had moved.", "that the sandbank had moved", "a boy", ["The ferryman"]),
])
def test_what_others_did_in_words_is_theirs_inside_a_statement(
    text: str, content: str, speaker: str, hands: list[str], tell: Callable[[str], Told],
) -> None:
    """Denials, promises, refusals and requests told of a third party are nested statements without a day of their own."""
    told = tell(text)
    statement = _saying(told, content)
    assert told.words(statement.speaker.span if statement.speaker else None) == speaker
    assert [relay.name for relay in statement.relays] == [*hands, PAGE]
    assert statement.nested_in is not None
    assert statement.said_on is None


@pytest.mark.parametrize("text", [
    "The warden said she hoped the bridge would hold.",
    "The warden said that he wanted to leave.",
    "The union says it has refused to wait.",
])
def test_a_speakers_own_wish_is_no_statement_inside_the_statement(text: str, tell: Callable[[str], Told]) -> None:
    """ "She said she hoped ..." is one statement."""
    assert len(tell(text).statements) == 1


@pytest.mark.parametrize(("text", "content", "speaker", "hands"), [
    ("The curator told staff the east wing would close, the Harbour Post reported.", "the east wing would close", "The curator",
     ["Harbour Post"]),
    ("The siege is over, the general said on Monday, state television reported.", "The siege is over", "the general",
     ["state television"]),
    ("The dam is sound, the surveyor said, the Harbour Post reported, citing a memo it had seen.", "The dam is sound",
     "the surveyor", ["a memo", "Harbour Post"]),
    ("Lima has ordered its envoy to stay away, according to a report in the Harbour Post.", "its envoy to stay away", "Lima",
     ["a report in the Harbour Post", "Harbour Post"]),
    ("The smugglers had fled, Radio Lagoon reported, quoting a fisherman.", "The smugglers had fled", "a fisherman",
     ["Radio Lagoon"]),
    ("Radio Lagoon, citing a fisherman, reported that the smugglers had fled.", "that the smugglers had fled", "a fisherman",
     ["Radio Lagoon"]),
    ("The hostages were fed, a bishop told Radio Lagoon, adding that two were ill.", "that two were ill", "a bishop",
     ["Radio Lagoon"]),
    ("The pilot told this newspaper that the buoy had moved.", "that the buoy had moved", "The pilot", []),
    ("The pilot, in an e-mail to this newspaper, said the buoy had moved.", "the buoy had moved", "The pilot",
     ["an e-mail to this newspaper"]),
    ('Governor Ida Holm on Telegram: "The power is back."', '"The power is back."', "Ida Holm", ["Telegram"]),
    ("The pilot said by telephone that the buoy had moved.", "that the buoy had moved", "The pilot", []),
])
def test_outlets_and_documents_beside_words_are_hands(
    text: str, content: str, speaker: str, hands: list[str], tell: Callable[[str], Told],
) -> None:
    """Who only passes words on is a relay in order, makes no statement, and the page itself stands once, last."""
    told = tell(text)
    statement = _saying(told, content)
    assert speaker in told.words(statement.speaker.span if statement.speaker else None)
    assert [relay.name for relay in statement.relays] == [*hands, PAGE]
    assert all(each.speaker is None or each.speaker.name not in hands for each in told.statements)


def test_an_outlet_with_a_clause_of_its_own_is_a_speaker(tell: Callable[[str], Told]) -> None:
    """ "The Post reported that the mayor had said ..." is the Post's statement with the mayor's in it."""
    told = tell("The Harbour Post reported that the mayor had said the pier was closed.")
    outer, inner = sorted(told.statements, key=lambda each: each.span.start)
    assert outer.speaker_kind == "outlet"
    assert inner.nested_in == outer.id
