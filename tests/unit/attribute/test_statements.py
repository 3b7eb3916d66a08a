"""Who said what, over every construction: content, speaker and the values that grade a statement."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from copydesk.record import Statement
from tests.unit.attribute.conftest import Told
from tests.unit.attribute.sentences import EVERY, Case
from tests.unit.attribute.wordings import MORE

MISREAD = {  # sentences whose tree the reader gets wrong
    "The strike would go on, the union said, unless pay rose.": "`pay rose` is read as a verb and its object",
}


def list_cases() -> list[Any]:
    """Every case; those whose tree is wrong are known to fail."""
    return [
        pytest.param(case, marks=pytest.mark.xfail(reason=MISREAD[case.text], strict=True)) if case.text in MISREAD else case
        for case in (*EVERY, *MORE)
    ]


@pytest.mark.parametrize("case", list_cases(), ids=lambda case: f"{case.text[:50]}|{case.content[:20]}")
def test_statement_is_found_with_its_values(case: Case, tell: Callable[[str], Told]) -> None:
    """Exactly one statement has the content; its speaker and the stated values are the expected ones."""
    told = tell(case.text)
    found = [each for each in told.statements if told.content(each) == case.content]
    assert len(found) == 1, [told.content(each) for each in told.statements]
    statement = found[0]
    assert told.words(statement.speaker.span if statement.speaker else None) == case.speaker
    for name, expected in case.values.items():
        assert _value(told, statement, name) == expected, name


def _value(told: Told, statement: Statement, name: str) -> object:
    """A value of a statement in the form that cases write it."""
    if name == "relays":
        return [relay.name for relay in statement.relays]
    if name == "questions":
        return sum(question.statement_id == statement.id for question in told.questions)
    if name == "nested":
        return statement.nested_in is not None
    if name == "bands":
        return [(hedge.low, hedge.high) for hedge in statement.hedges if hedge.low is not None]
    if name == "condition":
        return told.words(statement.condition)
    value = getattr(statement, name.removesuffix("_name"))
    return value.name if value and name in ("addressee", "venue", "speaker_name") else value


def test_spans_are_words_of_the_page(tell: Callable[[str], Told]) -> None:
    """Content, cue and speaker lie inside the page and inside the statement's own span."""
    for case in EVERY[:20]:
        told = tell(case.text)
        for statement in told.statements:
            for span in (*statement.content, *((statement.cue,) if statement.cue else ())):
                assert statement.span.start <= span.start < span.end <= statement.span.end <= len(told.text)


def test_every_statement_says_which_rule_made_it(tell: Callable[[str], Told]) -> None:
    """A trace names the stage and the rule; where a cue row fired, the row."""
    told = tell("The harbour master said the channel was blocked.")
    assert told.statements[0].trace[0].stage == "statements"
    assert told.statements[0].trace[0].row == "cues.tsv:say"


@pytest.mark.parametrize("text", [
    'He called it a "sham and left.', 'The 6\'2" guard waved.', "”Odd marks,” he said. “", '"', "'Tis the workers' day.",
    "« Rien ne va plus, he said.", "The '90s were loud.", "\"\"\"", "“One ‘two “three",
])
def test_odd_quotation_marks_never_refuse_a_document(text: str, tell: Callable[[str], Told]) -> None:
    """Any odd mark costs at most its own quotation."""
    told = tell(text + "\nThe harbour master said the channel was blocked.")
    assert any("the channel was blocked" in told.content(statement) for statement in told.statements)


def test_scare_quotes_and_titles_are_not_speech(tell: Callable[[str], Told]) -> None:
    """Words in quotation marks without a cue make no statement."""
    told = tell('The so-called "peace train" reached Bamako on Friday. The novel "Dust" sold well.')
    assert told.statements == ()


def test_quotation_of_several_paragraphs_is_one_statement(tell: Callable[[str], Told]) -> None:
    """The mark is opened again at each paragraph and closed once: all of it belongs to the first speaker."""
    told = tell(
        '"We walked for nine days," said Tariq Osman, a teacher. "There was no water on the road.\n'
        '"My brother stayed behind. I have not heard from him."'
    )
    (statement,) = told.statements
    assert told.content(statement).endswith('I have not heard from him."')
    assert told.words(statement.speaker.span if statement.speaker else None) == "Tariq Osman"


def test_quotation_alone_in_a_paragraph_carries_its_speaker_over(tell: Callable[[str], Told]) -> None:
    """A bare quotation after a quoting paragraph keeps the speaker, and the trace says it was carried over."""
    told = tell('"The fire is out," said Lena Voss, the fire chief.\n"Now we count what is left of the harbour."')
    assert len(told.statements) == 2
    later = told.statements[1]
    assert later.speaker is not None
    assert told.words(later.speaker.span) == "Lena Voss"
    assert later.cue is None
    assert [step.rule for step in later.trace] == ["floating-quotation", "speaker-carried-over"]


def test_wish_inside_a_quotation_is_no_statement(tell: Callable[[str], Told]) -> None:
    """ "I think" and "you know" inside somebody's words are not reported again."""
    told = tell('"I think we know that you hope it will rain," the farmer said.')
    assert len(told.statements) == 1


def test_page_is_the_last_hand_of_every_chain(tell: Callable[[str], Told]) -> None:
    """Every chain ends with the page itself, once."""
    for case in EVERY[::7]:
        for statement in tell(case.text).statements:
            assert [relay.kind for relay in statement.relays].count("page") == 1
            assert statement.relays[-1].name == "The Quay Ledger"


def test_speech_is_dated_by_the_creation_day_where_nothing_is_said(tell: Callable[[str], Told]) -> None:
    """The basis of a date is stated; speech that was not made has none."""
    made = tell("The harbour master said the channel was blocked.").statements[0]
    assert made.said_on is not None
    assert (made.said_on.value, made.said_on.basis) == ("2023-05-17", "created")
    assert tell("The ministry declined to comment.").statements[0].said_on is None


@pytest.mark.parametrize("text", [
    "The board proved to be useless for months.", "For years, the battle lines around the mine have been clear.",
    "People seeking shelter slept in the school.", "The question was “simple” and nobody had one.",
])
def test_what_nobody_said_is_no_statement(text: str, tell: Callable[[str], Told]) -> None:
    """Cue words in other roles, and scare quotes beside a noun of saying without a speaker, report nothing."""
    assert tell(text).statements == ()


def test_wish_told_inside_words_is_not_reported_again(tell: Callable[[str], Told]) -> None:
    """A wish or a liking inside what somebody says stays part of it."""
    told = tell("She said crews who favour leaving early want to vote again.")
    assert [told.content(statement) for statement in told.statements] == ["crews who favour leaving early want to vote again"]


def test_content_ends_where_the_cue_around_it_begins(tell: Callable[[str], Told]) -> None:
    """A statement inside another's words does not hold the outer cue, and its chain runs through the outer speaker."""
    told = tell("The governor told the clerks that the bridge would reopen, Senator Lind told reporters on Thursday.")
    inner = next(statement for statement in told.statements if statement.nested_in)
    assert told.content(inner) == "that the bridge would reopen"
    assert [relay.name for relay in inner.relays] == ["Lind", "The Quay Ledger"]
