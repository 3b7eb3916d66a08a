"""Coded events of a story: each once however many articles tell it, with who carries it and to whom it is traced."""

from functools import cache

import pytest

from copydesk.record import CodedEvent, Report
from copydesk.run import Known, build_codings, load_desk, read_bytes, read_reports, settle_reports

WIRE = """Army shells Dorvik bridge, two dead

KELSA, March 4 (Vantage News) - The Orsan army shelled the bridge at Dorvik on Tuesday, killing two people, the ministry said.

Police arrested nine protesters in Kelsa on Tuesday, the ministry said.
"""
LOCAL = """Nine held after Kelsa protest; Dorvik bridge hit

Police in Kelsa arrested nine protesters on Tuesday, the interior ministry said.

The Orsan army shelled the bridge at Dorvik on Tuesday, the ministry said. Two people died.
"""
LATER = """Second strike on Dorvik

The Orsan army shelled the bridge at Dorvik on Thursday, the interior ministry said.
"""


@cache
def code(*pages: tuple[str, str, str]) -> tuple[CodedEvent, ...]:
    """The coded events of pages given as (key, day, text)."""
    desk = load_desk()
    reports: list[Report] = []
    for key, day, text in pages:
        intake = read_bytes(text.encode(), key=key, known=Known(outlet=f"The {key}", created=day))
        reports += read_reports(intake, desk)
    return build_codings(settle_reports(reports, desk).reports, desk)


A, B, C = ("Vantage", "2025-03-04", WIRE), ("Courier", "2025-03-04", LOCAL), ("Later", "2025-03-06", LATER)


def find(events: tuple[CodedEvent, ...], category: str, day: str | None = None) -> list[CodedEvent]:
    return [one for one in events if one.event.category == category and (day is None or _begin(one) == day)]


def _begin(one: CodedEvent) -> str | None:
    return one.event.date.begin if one.event.date else None


def test_one_event_of_two_pages_is_one_row_with_both_outlets() -> None:
    """Two pages tell of one arrest: one event, two outlets, one origin."""
    (arrest,) = find(code(A, B), "COERCE")
    assert arrest.outlets == ("The Courier", "The Vantage")
    assert len(arrest.origins) == 1


def test_the_dead_of_a_participle_are_counted_beside_the_act() -> None:
    """ "shelled the bridge, killing two people" is one event with two dead."""
    (strike,) = find(code(A), "ASSAULT")
    assert [(one.unit, one.low) for one in strike.event.quantities] == [("killed", 2)]


def test_the_same_deed_on_another_day_is_another_event() -> None:
    """Tuesday's and Thursday's shelling are two."""
    days = sorted(str(_begin(one)) for one in find(code(A, B, C), "ASSAULT"))
    assert days == ["2025-03-04", "2025-03-06"]


def test_a_date_told_first_holds_for_the_verbs_beside_it() -> None:
    """ "In 1994 Orsan annexed ... and backed ...": both are background."""
    told = "Orsan and its past\n\nIn 1994, Russia annexed a strip of Georgia and backed rebels in Chad.\n"
    page = ("Old", "2025-03-04", told)
    assert {one.event.status for one in code(page)} == {"historical"}


def test_the_harm_of_one_page_and_the_deed_of_another_are_one_event() -> None:
    """ "a drone strike killed three" and "three were killed when drones hit": one assault with the dead of both tellings."""
    first = "A Russian drone strike on a fuel depot near Odesa killed three workers, the governor said."
    other = "Three people were killed when Russian drones hit a fuel depot near Odesa, the governor said."
    one, two = (("One", "2024-06-12", f"Odesa depot hit\n\n{first}\n"), ("Two", "2024-06-12", f"Three dead\n\n{other}\n"))
    (strike,) = find(code(one, two), "ASSAULT")
    told = [[each.low for each in mention.event.quantities if each.unit == "killed"] for mention in strike.mentions]
    assert told == [[3], [3]]


def test_ids_do_not_depend_on_the_order_of_pages_nor_on_later_pages() -> None:
    """The id follows the earliest telling."""
    first = {one.id for one in code(A, B)}
    assert {one.id for one in code(B, A)} == first
    assert first <= {one.id for one in code(C, B, A)}


def test_what_is_denied_is_another_row_than_what_is_said() -> None:
    """A denial does not melt into the event it denies."""
    told = "Orsan denies strike\n\nThe Orsan army did not shell the bridge at Dorvik on Tuesday, a spokesman said.\n"
    denial = ("Denier", "2025-03-04", told)
    statuses = sorted(one.event.status for one in find(code(A, denial), "ASSAULT"))
    assert statuses == ["asserted", "denied"]


@pytest.mark.parametrize("page", [A, B, C])
def test_every_event_of_every_report_stands_in_exactly_one_row(page: tuple[str, str, str]) -> None:
    """Nothing is lost and nothing is told twice."""
    desk = load_desk()
    intake = read_bytes(page[2].encode(), key=page[0], known=Known(outlet=page[0], created=page[1]))
    reports = settle_reports(read_reports(intake, desk), desk).reports
    told = sorted(mention.event.id for one in build_codings(reports, desk) for mention in one.mentions)
    assert told == sorted(event.id for report in reports for event in report.events)


@pytest.mark.parametrize(("told", "sector"), [
    ("Ferid Omarov, a rebel commander, spoke in Kelsa on Monday.", "REB"),
    ("The rebel commander Ferid Omarov spoke in Kelsa on Monday.", "REB"),
    ("Ferid Omarov, the police chief of Kelsa, spoke on Monday.", "COP"),
])
def test_a_surname_has_the_code_that_another_page_tells(told: str, sector: str) -> None:
    """One page says who he is, the other only that he attacked: the row has his sector, and its trace the page that says so."""
    first = f"Fighting near Kelsa\n\n{told} Omarov said that the Kelsa bridge was his.\n"
    second = "Omarov attacks convoy at the Kelsa bridge\n\nOmarov attacked a convoy at the Kelsa bridge on Tuesday.\n"
    events = code(("First", "2025-03-03", first), ("Second", "2025-03-04", second))
    attack = next(one.event for one in events if one.event.category == "ASSAULT")
    assert attack.actors[0].sectors == (sector,)
    assert "actor-from-the-story" in [step.rule for step in attack.trace]
