"""Dates and scores that follow from claims and events."""

from dataclasses import replace

import pytest

from copydesk.compare import compare_claims
from copydesk.follow import build_timeline, count_unscored, score_tension
from copydesk.lexicon import load_world
from tests.unit.compare.factories import make_party, make_report, with_event, with_time

WORLD = load_world()
ARVIA, BELMARK = make_party("Arvia", "ARV"), make_party("Belmark", "BLM")


def test_claims_stand_on_the_timeline_by_their_dates() -> None:
    """First day first; a claim without a date is not there; an interval stays one."""
    text = "Dockers walked out on Monday. The port of Skaill was closed in March. Nobody knows what Hugo Ferr will do."
    report = make_report(text, "Herald")
    for clause, trigger in (("Dockers walked out on Monday", "walked"), ("The port of Skaill was closed in March", "closed")):
        report = with_event(report, clause, trigger, "PROTEST")
    report = with_time(with_time(report, "Monday", "2023-03-06"), "in March", "2023-03", "2023-03-01", "2023-03-31")
    claims = compare_claims(reports=(report,), syndications=(), renderings=(), world=WORLD)
    entries = build_timeline(reports=(report,), claims=claims)
    assert [(one.begin, one.end) for one in entries] == [("2023-03-01", "2023-03-31"), ("2023-03-06", "2023-03-06")]
    assert entries[1].gist == "Dockers walked out on Monday."


def test_tension_is_the_mean_score_of_a_pair_on_a_day() -> None:
    """Assault -9 and a visit +4 make -2.5, whichever side acted."""
    text = "Arvia shelled a post of Belmark. The foreign minister of Belmark visited Arvia."
    report = make_report(text, "Herald", "2023-03-07")
    report = with_event(report, "Arvia shelled a post of Belmark", "shelled", "ASSAULT", actors=(ARVIA,), recipients=(BELMARK,))
    report = with_event(report, "The foreign minister of Belmark visited Arvia", "visited", "CONSULT", modes=("visit",),
                        actors=(BELMARK,), recipients=(ARVIA,))
    (found,) = score_tension(reports=(report,), world=WORLD)
    assert (found.day, found.actors, found.score) == ("2023-03-07", ("ARV", "BLM"), -2.5)
    assert len(found.event_ids) == 2
    assert [(row.category, row.modes, row.score) for row in found.rows] == [("ASSAULT", (), -9.0), ("CONSULT", ("visit",), 4.0)]
    assert found.total == -5.0


def test_every_value_is_the_sum_and_the_mean_of_its_rows() -> None:
    """Three acts of two days: the rows of a day add up to its total, and nothing else is in it."""
    text = "Arvia shelled a post of Belmark. Arvia expelled envoys of Belmark. Belmark sent Arvia grain on Monday."
    report = make_report(text, "Herald", "2023-03-07")
    sides = {"actors": (ARVIA,), "recipients": (BELMARK,)}
    report = with_event(report, "Arvia shelled a post of Belmark", "shelled", "ASSAULT", **sides)
    report = with_event(report, "Arvia expelled envoys of Belmark", "expelled", "SANCTION", modes=("expel",), **sides)
    report = with_event(report, "Belmark sent Arvia grain", "sent", "AID", actors=(BELMARK,), recipients=(ARVIA,))
    for found in score_tension(reports=(report,), world=WORLD):
        assert found.total == pytest.approx(sum(row.score for row in found.rows))
        assert found.score == pytest.approx(found.total / len(found.rows), abs=0.001)
        assert set(found.event_ids) == {one for row in found.rows for one in row.event_ids}


def test_what_no_score_counts_is_counted_by_why() -> None:
    """Denied and conditional events, and those with one known party, are told by number."""
    text = "Arvia may shell Belmark. Arvia did not shell Belmark. Arvia arrested two men."
    report = make_report(text, "Herald", "2023-03-07")
    sides = {"actors": (ARVIA,), "recipients": (BELMARK,)}
    report = with_event(report, "Arvia may shell Belmark", "shell", "ASSAULT", status="conditional", **sides)
    report = with_event(report, "Arvia did not shell Belmark", "shell Belmark.", "ASSAULT", status="denied", **sides)
    report = with_event(report, "Arvia arrested two men", "arrested", "COERCE", actors=(ARVIA,))
    assert score_tension(reports=(report,), world=WORLD) == ()
    counted = {"conditional": 1, "denied": 1, "without two parties that are known": 1}
    assert dict(count_unscored(reports=(report,), world=WORLD)) == counted


def test_a_coding_that_is_not_sure_enough_is_left_out_by_name() -> None:
    """`least` leaves out what is less sure, and says so."""
    report = with_event(make_report("Arvia shelled Belmark.", "Herald", "2023-03-07"), "Arvia shelled Belmark", "shelled",
                        "ASSAULT", actors=(ARVIA,), recipients=(BELMARK,))
    report = replace(report, events=(replace(report.events[0], confidence="low"),))
    assert score_tension(reports=(report,), world=WORLD, least="medium") == ()
    assert dict(count_unscored(reports=(report,), world=WORLD, least="medium")) == {"less sure than medium": 1}
    assert len(score_tension(reports=(report,), world=WORLD, least="low")) == 1


@pytest.mark.parametrize("status", ["planned", "conditional", "denied", "historical"])
def test_what_did_not_happen_then_scores_nothing(status: str) -> None:
    """An attack that is only feared is no attack."""
    report = with_event(make_report("Arvia may shell Belmark.", "Herald"), "Arvia may shell Belmark", "shell", "ASSAULT",
                        actors=(ARVIA,), recipients=(BELMARK,), status=status)
    assert score_tension(reports=(report,), world=WORLD) == ()


def test_ten_pages_about_one_attack_score_once() -> None:
    """The number of pages is no measure of tension; an undated page gives no day."""
    reports = [
        with_event(make_report("Arvia shelled Belmark.", f"Outlet {n}"), "Arvia shelled Belmark", "shelled", "ASSAULT",
                   actors=(ARVIA,), recipients=(BELMARK,))
        for n in range(10)
    ]
    (found,) = score_tension(reports=reports, world=WORLD)
    assert (found.score, len(found.event_ids)) == (-9.0, 10)
    undated = with_event(make_report("Arvia shelled Belmark.", "X", None), "Arvia shelled Belmark", "shelled", "ASSAULT",
                         actors=(ARVIA,), recipients=(BELMARK,))
    assert score_tension(reports=(undated,), world=WORLD) == ()
