"""Sentences made short by dropping parts, with days and names noted in brackets."""

import sys
from dataclasses import replace
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
from story_by_hand import make_story
from test_stretches import holdings_of

sys.path.insert(0, str(Path(__file__).parents[1] / "compare"))
from factories import make_entity, make_report, with_mention, with_statement, with_time

from copydesk.edit.holdings import Holdings
from copydesk.edit.trimming import trim
from copydesk.edit.voices import quote
from copydesk.lexicon import load_world
from copydesk.record import Report, Span


def trimmed(report: Report, **more: object) -> str:
    holdings = holdings_of(report)
    holdings.story = replace(holdings.story, as_of="2023-03-07")
    (passage,) = holdings.passages[report.article.id] if report.article else ()
    return trim(passage, holdings, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(("text", "expected"), [
    ("OSTREL (MNA) — The pool is shut.", "The pool is shut."),
    ("  • The pool is shut.", "The pool is shut."),
    ("By the numbers: nine pools are shut.", "Nine pools are shut."),
    ("Meanwhile, the pool is shut.", "The pool is shut."),
    ("The pool, which opened in 1974, is shut.", "The pool, which opened in 1974, is shut."),
])
def test_openings_go_and_short_sentences_keep_their_clauses(text: str, expected: str) -> None:
    """What stands before the sentence is dropped; a short sentence loses nothing else."""
    assert trimmed(make_report(text)) == expected


LONG = (
    "The pool at the end of the long street by the river, which opened on Monday, is shut again after the guards of the "
    "town found a crack in the tiles of its floor."
)


def test_a_day_in_a_dropped_clause_is_not_noted() -> None:
    """Nothing of what is cut is left behind."""
    told = trimmed(with_time(make_report(LONG), "Monday", "2023-03-06"))
    assert told.startswith("The pool at the end of the long street by the river is shut again")
    assert "6 Mar" not in told


def test_what_must_stay_is_not_cut() -> None:
    """A clause that holds the claim's own words stays, with its day."""
    report = with_time(make_report(LONG), "Monday", "2023-03-06")
    start = LONG.index("which opened")
    assert "which opened on Monday (6 Mar), is shut" in trimmed(report, keep=((start, start + 12),))


@pytest.mark.parametrize(("words", "noted"), [
    ("Monday", "Monday (6 Mar)"), ("yesterday", "yesterday (Mon 6 Mar)"), ("6 March", "6 March"), ("night", "night"),
])
def test_only_words_that_need_their_day_get_it(words: str, noted: str) -> None:
    """A weekday gets its date, "yesterday" its weekday too; a date of its own gets nothing."""
    report = with_time(make_report(f"The pool was shut on {words} by the guards."), words, "2023-03-06")
    assert trimmed(report) == f"The pool was shut on {noted} by the guards."


def test_a_pronoun_is_named_only_where_no_name_stands_before_it() -> None:
    """ "It said" needs a name; "the council said it" has one."""
    council = make_entity("Ostrel Council", "organisation")
    alone = with_mention(make_report("It said that the pool is shut."), "It", council)
    assert trimmed(alone) == "It [Ostrel Council] said that the pool is shut."
    named = with_mention(make_report("The council said that it had shut the pool."), " it ", council)
    named = with_mention(named, "The council", make_entity("another"))
    assert trimmed(named) == "The council said that it had shut the pool."


def test_a_pronoun_that_speaks_is_named_wherever_it_stands() -> None:
    """ ", it said" after another's name would be read as that other's words."""
    council = make_entity("Ostrel Council", "organisation")
    report = with_mention(make_report("The guards shut the pool, it said."), " it ", council)
    report = with_mention(report, "The guards", make_entity("guards", "group"))
    (it, guards) = report.mentions
    it = replace(it, span=Span(start=it.span.start + 1, end=it.span.end - 1))
    report = replace(report, mentions=(guards, it))
    report = with_statement(report, report.page.text, "The guards shut the pool", "it", entity=council)
    speaker = report.statements[0].speaker
    assert speaker is not None
    said = replace(report.statements[0], speaker=replace(speaker, span=it.span))
    assert trimmed(replace(report, statements=(said,))) == "The guards shut the pool, it [Ostrel Council] said."


def test_no_note_breaks_a_possessive() -> None:
    """The day and the name stand after "'s"; an opening "Its" says whose."""
    council = make_entity("Ostrel Council", "organisation")
    dated = with_time(make_report("They skipped Monday's meeting."), "Monday", "2023-03-06")
    assert trimmed(dated) == "They skipped Monday's (6 Mar) meeting."
    owned = with_mention(make_report("Its members shut the pool."), "Its", council)
    assert trimmed(owned) == "Its [Ostrel Council's] members shut the pool."


def test_words_of_saying_are_no_label() -> None:
    """ "The guard said:" says who speaks and stays, "Why it matters:" goes."""
    report = make_report("The guard said: the pool is shut.")
    spoken = with_statement(report, report.page.text, "the pool is shut", "The guard", cue=Span(start=10, end=14))
    assert trimmed(spoken).startswith("The guard said:")


@pytest.mark.parametrize(("words", "shown"), [
    ('"We shut it. "But we will open it again."', '"We shut it. But we will open it again."'),
    ("“We shut it. “But we will open it again.”", "“We shut it. But we will open it again.”"),
    ('"We shut it. We called it "the end" then."', '"We shut it. We called it "the end" then."'),
])
def test_a_mark_that_opens_a_further_paragraph_of_one_quotation_goes(words: str, shown: str) -> None:
    """Nothing closes it; marks that come in pairs stay."""
    report = with_statement(make_report(f"{words} said the guard."), words, words, "the guard", manner="direct")
    holdings = holdings_of(report)
    assert [quote(said, holdings) for said in holdings.said.values()] == [shown]


def test_a_quotation_keeps_the_marks_of_its_page() -> None:
    """Curly or straight, without the comma before the closing mark, stretches joined by dots."""
    story = make_story()
    holdings = Holdings(story, load_world().editing)
    told = [quote(said, holdings) for said in holdings.said.values() if said.statement.manner == "direct"]
    assert told == ["“We will not load a single crate” ... “The port is closed.”", "“We will not load one crate”"]
