"""The part of a sentence that tells one claim."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "compare"))
from factories import make_entity, make_report, with_mention, with_statement

from copydesk.edit.holdings import Holdings
from copydesk.edit.passages import cite
from copydesk.edit.stretches import find_stretch
from copydesk.lexicon import load_world
from copydesk.record import Coverage, Report, Story
from copydesk.record.story import STORY_SCHEMA


def holdings_of(report: Report) -> Holdings:
    coverage = Coverage(outlets=(), articles=1, copies=0, cards=0, refusals=(), left_out=())
    story = Story(
        schema=STORY_SCHEMA, id="story:one", title="", as_of=None, reports=(report,), set_aside=(), syndications=(),
        renderings=(), claims=(), contradictions=(), expectations=(), questions=(), timeline=(), tension=(), brief=(),
        coverage=coverage,
    )
    return Holdings(story, load_world().editing)


def stretch(report: Report, claimed: str) -> str:
    holdings = holdings_of(report)
    (passage,) = holdings.passages[report.article.id] if report.article else ()
    start = report.page.text.index(claimed)
    return find_stretch(passage, [cite(report.page.text, report.page.id, start, start + len(claimed))], holdings).words


@pytest.mark.parametrize(("text", "claimed", "expected"), [
    ("The council shut the pool and said that the hall would follow in June.", "The council shut the pool",
     "The council shut the pool"),
    ("The guard closed the road at noon; nobody said why.", "The guard closed the road at noon",
     "The guard closed the road at noon"),
    ("The guard left and the road reopened.", "The guard left", "The guard left and the road reopened."),
    ("The council shut the pool on Monday, officials said.", "The council shut the pool",
     "The council shut the pool on Monday, officials said."),
    ("“We shut the pool and we mean it,” Orla Venn said.", "We shut the pool",
     "“We shut the pool and we mean it,” Orla Venn said."),
])
def test_what_is_joined_on_is_left_to_its_own_claim(text: str, claimed: str, expected: str) -> None:
    """Cut after the claim where another clause is joined; never inside a quotation, never down to a stump."""
    assert stretch(make_report(text), claimed) == expected


def test_a_second_clause_with_a_subject_of_its_own_stands_alone() -> None:
    """It opens with a name, so it can be read without what stands before it."""
    report = make_report("Several towns have shut their pools, and Marbrin has closed all of its public halls.")
    claimed = "Marbrin has closed all of its public halls"
    whole = "Several towns have shut their pools, and Marbrin has closed all of its public halls."
    assert stretch(report, claimed) == whole
    assert stretch(with_mention(report, "Marbrin", make_entity("Marbrin", "state")), claimed) == claimed + "."


def test_who_said_it_is_never_cut_off() -> None:
    """The speaker at the end of the sentence stays with the words."""
    text = "The pool had been shut since Monday and the hall would follow, the mayor of Ostrel said."
    report = with_statement(make_report(text), text, "The pool had been shut since Monday", "the mayor of Ostrel")
    assert stretch(report, "The pool had been shut since Monday") == text
