"""Which differences between articles are conflicts, and how each is read."""

from dataclasses import replace

import pytest

from copydesk.compare import compare_claims, compare_conflicts
from copydesk.compare.agreeing import says_so_too
from copydesk.lexicon import load_world
from copydesk.record import Contradiction, Evidence, Predicate, Report, Span, TraceStep
from tests.unit.compare.factories import make_report, with_quantity, with_statement

WORLD = load_world()


def report_count(
    words: str, low: float | None, high: float | None, *, outlet: str, created: str | None = "2023-03-07",
    unit: str = "miners killed", qualifier: str | None = None, tail: str = "", speaker: str = "The governor",
) -> Report:
    content = f"{words} were killed in the blast at the Dorn colliery{tail}"
    text = f"{speaker} said {content}."
    report = with_statement(make_report(text, outlet, created), text, content, speaker)
    return with_quantity(report, words, unit, low, high, qualifier=qualifier)


def conflicts_of(*reports: Report) -> tuple[Contradiction, ...]:
    claims = compare_claims(reports=reports, syndications=(), renderings=(), world=WORLD)
    return compare_conflicts(claims=claims, reports=reports, world=WORLD)


def test_doubling_a_number_yields_exactly_one_conflict() -> None:
    """Twelve and twenty-four on one day cannot both be so."""
    (found,) = conflicts_of(
        report_count("12 miners", 12, 12, outlet="Herald"), report_count("24 miners", 24, 24, outlet="Dispatch"),
    )
    assert (found.kind, found.reading) == ("number", "conflict")
    assert {found.left, found.right} == {"12 miners", "24 miners"}
    assert len(found.claim_ids) == 2


def test_equal_numbers_are_no_conflict() -> None:
    """"Twelve" and "12" are the same count."""
    assert conflicts_of(
        report_count("12 miners", 12, 12, outlet="Herald"), report_count("Twelve miners", 12, 12, outlet="Dispatch"),
    ) == ()


@pytest.mark.parametrize(("words", "low", "high", "qualifier"), [
    ("as many as 30 miners", None, 30.0, "as many as"), ("more than 10 miners", 10.0, None, "more than"),
    ("about 13 miners", 13.0, 13.0, "about"), ("dozens of miners", 12.0, 99.0, None),
])
def test_a_bound_leaves_room(words: str, low: float | None, high: float | None, qualifier: str | None) -> None:
    """A count inside the bound of another goes with it."""
    (found,) = conflicts_of(
        report_count(words, low, high, outlet="Herald", qualifier=qualifier),
        report_count("12 miners", 12, 12, outlet="Dispatch"),
    )
    assert found.reading == "bound"
    assert len(found.claim_ids) == 1


def test_a_later_and_higher_toll_is_an_update() -> None:
    """A toll that grows overnight is no conflict; the earlier claim comes first."""
    (found,) = conflicts_of(
        report_count("24 miners", 24, 24, outlet="Dispatch", created="2023-03-08"),
        report_count("12 miners", 12, 12, outlet="Herald"),
    )
    assert (found.reading, found.left, found.right) == ("update", "12 miners", "24 miners")


def test_a_later_and_lower_figure_with_words_of_correction_is_a_revision() -> None:
    """The page says itself that the earlier figure was wrong."""
    (found,) = conflicts_of(
        report_count("24 miners", 24, 24, outlet="Herald"),
        report_count("18 miners", 18, 18, outlet="Dispatch", created="2023-03-09", tail=", a figure revised overnight"),
    )
    assert (found.reading, found.left, found.right) == ("revision", "24 miners", "18 miners")


def test_a_later_and_lower_figure_without_them_is_a_conflict() -> None:
    """Nothing says that one replaced the other."""
    (found,) = conflicts_of(
        report_count("24 miners", 24, 24, outlet="Herald"),
        report_count("18 miners", 18, 18, outlet="Dispatch", created="2023-03-09"),
    )
    assert found.reading == "conflict"


def test_other_measures_are_not_compared() -> None:
    """Metres of tunnel and miners do not clash."""
    assert conflicts_of(
        report_count("12 miners", 12, 12, outlet="Herald"),
        report_count("40 metres", 40, 40, outlet="Dispatch", unit="metres"),
    ) == ()


def test_unknown_days_never_make_an_update() -> None:
    """Without days nothing is later, and nothing becomes today."""
    (found,) = conflicts_of(
        report_count("12 miners", 12, 12, outlet="Herald", created=None),
        report_count("24 miners", 24, 24, outlet="Dispatch", created=None),
    )
    assert found.reading == "conflict"


def test_superseded_and_disputed_stand_on_the_claims() -> None:
    """An update supersedes the earlier claim; a conflict leaves both disputed."""
    reports = (
        report_count("12 miners", 12, 12, outlet="Herald"),
        report_count("24 miners", 24, 24, outlet="Dispatch", created="2023-03-08"),
    )
    claims = compare_claims(reports=reports, syndications=(), renderings=(), world=WORLD)
    standing = {claim.outlets[0]: claim.standing for claim in claims}
    assert standing == {"Herald": "superseded", "Dispatch": "one_origin"}


@pytest.mark.parametrize(("sentence", "verb", "rule", "agrees"), [
    ("The gate will not be opened.", "opened", "future,denied", True),
    ("The gate was never opened.", "opened", "past,denied", True),
    ("The gate was opened.", "opened", "past", False),
    ("The gate was opened and the lock not changed.", "changed", "past,denied", False),
])
def test_a_denial_and_a_not_about_one_thing_agree(sentence: str, verb: str, rule: str, *, agrees: bool) -> None:
    """Words that deny the same verb themselves are not held against a denial."""
    start = sentence.index(verb)
    trace = (TraceStep(stage="predicates", rule=rule, row=None),)
    predicate = Predicate(span=Span(start=start, end=start + len(verb)), value=0.0, trace=trace)
    report = replace(make_report(sentence, "Herald"), predicates=(predicate,))
    said = Evidence(page_id=report.page.id, start=0, end=len(sentence), words=sentence)
    denied = Evidence(page_id="page:other", start=0, end=0, words="The keeper ruled out opening the gate.")
    assert says_so_too(said, denied, (report,), WORLD) is agrees


def test_said_and_denied_is_a_conflict_of_polarity() -> None:
    """One claim, two stances."""
    content = "the mine at Dorn had ignored warnings about gas"
    said = f"The union said {content}."
    one = with_statement(make_report(said, "Herald"), said, content, "The union")
    text = f"The owner denied that {content}."
    other = with_statement(make_report(text, "Dispatch"), text, content, "The owner", act="denial")
    (found,) = conflicts_of(one, other)
    assert (found.kind, found.reading, len(found.claim_ids)) == ("polarity", "conflict", 1)


def test_a_denial_and_a_warning_are_opposed_positions() -> None:
    """One side denies planning an attack, another warns of one: neither contradicts a fact."""
    from tests.unit.compare.factories import make_entity, with_mention

    arvia = make_entity("Arvia", "state", "ARV")
    denial = with_statement(make_report("Arvia denies planning an invasion.", "Herald"), "Arvia denies planning an invasion",
                            "planning an invasion", "Arvia", entity=arvia, act="denial", speaker_kind="state")
    text = "Belmark warned that Arvia could start an invasion at any time."
    warning = with_statement(make_report(text, "Dispatch"), text, "Arvia could start an invasion at any time", "Belmark",
                             entity=make_entity("Belmark", "state", "BLM"), act="warning", speaker_kind="state")
    (found,) = conflicts_of(denial, with_mention(warning, "Arvia", arvia))
    assert (found.kind, found.reading) == ("position", "opposed_positions")


def test_one_quotation_given_to_two_speakers_is_a_conflict() -> None:
    """Both pages cannot be right about who said it."""
    words = "the engines had been failing for weeks and nobody ashore wanted to hear of it"
    reports = []
    for outlet, speaker in (("Herald", "Hugo Ferr"), ("Dispatch", "Ruth Adler")):
        text = f"“{words},” said {speaker}."
        reports.append(with_statement(make_report(text, outlet), text, f"“{words},”", speaker, manner="direct"))
    kinds = {(one.kind, one.reading, one.left, one.right) for one in conflicts_of(*reports)}
    assert ("speaker", "conflict") in {kind[:2] for kind in kinds}


def test_the_same_thing_on_two_days_is_a_conflict_of_time() -> None:
    """All else equal, one day is wrong."""
    from tests.unit.compare.factories import with_event, with_time

    reports = []
    for outlet, day, value in (("Herald", "Monday", "2023-03-06"), ("Dispatch", "Sunday", "2023-03-05")):
        clause = f"The ferry Anselma sank off Cape Rohl on {day}"
        report = with_event(make_report(f"{clause}.", outlet), clause, "sank", "ASSAULT")
        reports.append(with_time(report, day, value))
    (found,) = conflicts_of(*reports)
    assert (found.kind, found.reading) == ("time", "conflict")
