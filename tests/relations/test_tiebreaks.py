"""Every tie-break has a row with a sentence that shows it, and the docs name it."""

import re
from pathlib import Path

import pytest

import copydesk
from copydesk.events import modes, tiebreaks
from copydesk.lexicon import load_world
from copydesk.lexicon.plover import TieBreakRow

ROWS = load_world().plover.tie_break_rows
STANDINGS = {"negated-future", "if-clause", "possible-noun"}  # rules of a standing, not of a choice between codings
ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("row", ROWS, ids=[row.rule for row in ROWS])
def test_its_example_is_coded_by_the_rule(row: TieBreakRow) -> None:
    """The sentence, read as a page, has an event of that category, and the rule stands in its trace."""
    page = copydesk.read_page(f"News of the day\n\n{row.example}\n".encode(), key="one.txt", created="2024-03-05")
    (report,) = copydesk.read_report(page)
    found = [(event.category, step.rule) for event in report.events for step in event.trace]
    assert (row.outcome, row.rule) in found


def test_every_rule_of_the_code_has_a_row() -> None:
    """Names in the code and in the table are the same; none is told twice."""
    code = "".join(Path(str(module.__file__)).read_text(encoding="utf-8") for module in (modes, tiebreaks))
    named = set(re.findall(r'"((?:[a-zA-Z]+-)+[a-zA-Z]+)"', code)) - STANDINGS
    assert named == {row.rule for row in ROWS}
    assert len(named) == len(ROWS)


def test_the_docs_name_every_rule() -> None:
    """docs/steps/events.md is where a reader of a trace looks them up."""
    page = (ROOT / "docs" / "steps" / "events.md").read_text(encoding="utf-8")
    assert [row.rule for row in ROWS if row.rule not in page] == []
