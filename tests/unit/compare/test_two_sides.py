"""Two sides that say opposite things are never one claim; what one denies stands against what the other said."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from copydesk.compare import compare_claims, compare_conflicts
from copydesk.compare.numbers import Count, compare_counts
from copydesk.lexicon import load_world
from copydesk.record import Claim, Contradiction, Predicate, Report
from tests.unit.compare.factories import find, make_entity, make_report, with_mention, with_quantity, with_statement

WORLD = load_world()
NORWAY, SWEDEN = make_entity("Norway", "state", "NOR"), make_entity("Sweden", "state", "SWE")


def compare(*reports: Report) -> tuple[Sequence[Claim], Sequence[Contradiction]]:
    claims = compare_claims(reports=reports, syndications=(), renderings=(), world=WORLD)
    return claims, compare_conflicts(claims=claims, reports=reports, world=WORLD)


def with_verb(report: Report, words: str) -> Report:
    verb = Predicate(span=find(report.page.text, words), value=2.5, trace=())
    return replace(report, predicates=(*report.predicates, verb))


def blame(outlet: str = "Herald") -> Report:
    one, other = "Swedish troops fired first at the pass", "Norwegian troops opened fire first at the pass"
    text = f"Norway said {one}.\nSweden said {other}."
    report = make_report(text, outlet)
    for words, entity in (("Norway", NORWAY), ("Swedish", SWEDEN), ("Sweden", SWEDEN), ("Norwegian", NORWAY)):
        report = with_mention(report, words, entity)
    report = with_statement(report, f"Norway said {one}", one, "Norway", entity=NORWAY, speaker_kind="state")
    report = with_statement(report, f"Sweden said {other}", other, "Sweden", entity=SWEDEN, speaker_kind="state")
    return with_verb(with_verb(report, "fired"), "opened")


@pytest.mark.parametrize("outlets", [("Herald",), ("Herald", "Dispatch"), ("Herald", "Dispatch", "Courier", "Ledger")])
def test_opposite_accusations_are_two_claims_and_opposed(outlets: tuple[str, ...]) -> None:
    """However many copies there are, nobody agrees with what he is accused of."""
    claims, conflicts = compare(*map(blame, outlets))
    assert sorted(claim.origins for claim in claims) == [("Norway",), ("Sweden",)]
    assert "opposed_positions" in {one.reading for one in conflicts}


@pytest.mark.parametrize(("denial", "content", "act"), [
    ("The ministry denied it", "it", "denial"), ("The ministry rejected the accusation", "the accusation", "refusal"),
    ("The ministry says that is false", "that is false", "statement"),
])
def test_a_bare_denial_denies_what_stood_before(denial: str, content: str, act: str) -> None:
    """"Denied it" is no claim of its own: it stands against what somebody else said on that page."""
    said = "the dam at Ostby had been opened at night"
    report = make_report(f"A miller said {said}.\n{denial}.", "Herald")
    report = with_statement(report, f"A miller said {said}", said, "A miller")
    report = with_statement(report, denial, content, "The ministry", speaker_kind="organisation", act=act)
    (claim,), conflicts = compare(report)
    assert {stance.stance for stance in claim.stances} == {"relays", "denies"}
    assert (claim.standing, claim.origins) == ("disputed", ("miller",))
    assert [one.kind for one in conflicts] == ["polarity"]


def test_two_named_roots_on_one_page_dispute_a_figure() -> None:
    """The organisers answer the police: one page is enough for a conflict."""
    one, other = "about 4,000 people had marched to the quay", "the figure was 15,000 people"
    report = make_report(f"Police said {one}.\nThe union said {other}.", "Herald")
    report = with_statement(report, f"Police said {one}", one, "Police", speaker_kind="organisation")
    report = with_statement(report, f"The union said {other}", other, "The union", speaker_kind="organisation")
    report = with_quantity(report, "about 4,000 people", "people", 3600, 4400)
    report = with_quantity(report, "15,000 people", "people", 15000, 15000)
    _, conflicts = compare(report)
    assert [(one.kind, one.reading) for one in conflicts] == [("number", "conflict")]


def toll(words: str, count: int, created: str) -> Report:
    told = f"Rescuers said {words}"
    report = with_statement(make_report(f"{told}.", created, created), told, words, "Rescuers")
    return with_quantity(report, str(count), "killed", count, count)


def test_a_toll_rises_and_is_lowered_though_no_wording_is_shared() -> None:
    """28, then 41, then 39: an update and a revision."""
    _, conflicts = compare(
        toll("the capsized trawler took 28 lives", 28, "2023-03-06"),
        toll("the death toll off Ostby rose to 41", 41, "2023-03-07"),
        toll("officials lowered the number of drowned to 39", 39, "2023-03-08"),
    )
    assert {(one.left, one.right, one.reading) for one in conflicts} == {("28", "41", "update"), ("41", "39", "revision")}


def test_counts_of_other_sides_things_and_shares_are_not_compared() -> None:
    """Two of ours and three of theirs; drivers and pay; but the same share is the same."""
    ours = Count("kill", 2.0, 2.0, True, "2", owners=frozenset({"NOR"}))
    theirs = Count("kill", 3.0, 3.0, True, "3", owners=frozenset({"SWE"}))
    assert compare_counts(ours, theirs) is None
    drivers, fewer, pay = (
        Count("percent", share, share, True, str(share), objects=frozenset({what}), is_scale=True)
        for share, what in ((90.0, "driver"), (60.0, "driver"), (3.5, "pay"))
    )
    assert compare_counts(drivers, pay) is None
    assert compare_counts(drivers, fewer) == "clash"
