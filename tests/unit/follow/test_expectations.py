"""What was announced for a day, and what became of it."""

from collections.abc import Sequence

import pytest

from copydesk.compare import compare_claims
from copydesk.follow import find_expectations
from copydesk.lexicon import load_world
from copydesk.record import Expectation, Report
from tests.unit.compare.factories import make_report, with_event, with_time

WORLD = load_world()
ANNOUNCED = "The naval exercise off Cape Rohl is due to end on 20 March"


def announce() -> Report:
    report = make_report(f"{ANNOUNCED}.", "Herald", "2023-03-15")
    report = with_event(report, ANNOUNCED, "exercise", "MOBILIZE", status="planned")
    return with_time(report, "20 March", "2023-03-20")


def follow(clause: str, outlet: str = "Dispatch", created: str | None = "2023-03-21") -> Report:
    return with_event(make_report(f"{clause}.", outlet, created), clause, "exercise", "MOBILIZE")


def expectations_of(*reports: Report, as_of: str | None = None) -> Sequence[Expectation]:
    claims = compare_claims(reports=reports, syndications=(), renderings=(), world=WORLD)
    return find_expectations(reports=reports, claims=claims, as_of=as_of, world=WORLD)


def test_an_announcement_is_open_with_its_day() -> None:
    """The day it is due, to the day."""
    (found,) = expectations_of(announce())
    assert (found.status, found.due, found.settled_by) == ("open", "2023-03-20", None)
    assert found.gist == f"{ANNOUNCED}."


def test_a_day_that_merely_passed_settles_nothing() -> None:
    """Without a later page that says so, nothing was met or missed."""
    (found,) = expectations_of(announce(), as_of="2023-04-30")
    assert found.status == "open"


@pytest.mark.parametrize(("clause", "status"), [
    ("The naval exercise off Cape Rohl ended on Monday", "met"),
    ("The naval exercise off Cape Rohl was extended by a week", "extended"),
    ("The naval exercise off Cape Rohl was called off", "withdrawn"),
    ("The naval exercise off Cape Rohl did not end", "missed"),
])
def test_a_later_page_says_what_became_of_it(clause: str, status: str) -> None:
    """Settled by the later page's claim, whose words are then evidence too."""
    (found,) = expectations_of(announce(), follow(clause))
    assert found.status == status
    assert found.settled_by is not None
    assert any(clause in one.words for one in found.evidence)


def test_an_earlier_or_undated_page_settles_nothing() -> None:
    """Only what was written after the announcement can say what became of it."""
    clause = "The naval exercise off Cape Rohl ended on Monday"
    for created in ("2023-03-10", None):
        (found,) = expectations_of(announce(), follow(clause, created=created))
        assert found.status == "open"


def test_another_matter_settles_nothing() -> None:
    """A ferry strike that ended is not the exercise."""
    (found,) = expectations_of(announce(), follow("The exercise of hotel staff in Varde ended in laughter"))
    assert found.status == "open"


@pytest.mark.parametrize(("sentence", "day", "words", "due"), [
    ("The harbour board will meet on Friday", "2023-03-17", "Friday", "2023-03-17"),
    ("On Friday the harbour board will meet", "2023-03-17", "Friday", "2023-03-17"),
    ("The mayor is to address the town today", "2023-03-15", "today", "2023-03-15"),
    ("An inquest will report within 30 days", "P30D", "30 days", "2023-04-14"),
])
def test_forward_words_and_a_day_announce_without_statement_or_event(sentence: str, day: str, words: str, due: str) -> None:
    """The sentence is enough: nobody need be quoted, and a term ends so many days after the article's own."""
    report = with_time(make_report(f"{sentence}.", "Herald", "2023-03-15"), words, day)
    (found,) = expectations_of(report)
    assert (found.status, found.due) == ("open", due)


@pytest.mark.parametrize("sentence", [
    "The union called off a strike planned for Friday", "The union has not said whether it will strike on Friday",
])
def test_what_is_called_off_or_only_asked_is_not_announced(sentence: str) -> None:
    """Nothing lies ahead that a reader could wait for."""
    report = with_time(make_report(f"{sentence}.", "Herald", "2023-03-15"), "Friday", "2023-03-17")
    assert expectations_of(report) == ()


def test_a_later_page_calls_off_what_is_due_that_day_in_other_words() -> None:
    """The day, an act and another word in common are enough to know what was called off."""
    told = "Nurses will hold a second strike at all hospitals on Friday unless the council meets their demands for better pay"
    first = with_time(make_report(f"{told}.", "Herald", "2023-03-15"), "Friday", "2023-03-17")
    later = "Unions of the county called off the strike that nurses had set for 17 March"
    second = with_time(make_report(f"{later}.", "Dispatch", "2023-03-16"), "17 March", "2023-03-17")
    (found,) = expectations_of(first, with_event(second, later, "called off", "CONCEDE"))
    assert found.status == "withdrawn"
