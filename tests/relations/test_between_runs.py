"""What must hold between two runs over nearly the same articles."""

from __future__ import annotations

import json
from itertools import permutations

import pytest

from copydesk.compare import compare_claims, compare_conflicts, compare_copies, compare_renderings
from copydesk.record import Claim, Contradiction, Report
from copydesk.run import Desk, Known, load_desk, read_json_lines, read_reports

FERRY = (
    "The coastguard said 31 passengers were injured when the ferry Anselma hit the pier of Port Skaill on Tuesday.\n"
    "Hugo Ferr, the captain, told reporters that the engines had failed. “I pulled every lever there was,” he said.\n"
    "The pier was built in 1961. It is due to reopen on Friday."
)
HOSPITAL = (
    "Thirty-one passengers were injured on Tuesday when the ferry Anselma hit the pier of Port Skaill, the hospital said.\n"
    "The shipping company denied that the engines had failed."
)
HARBOUR = (
    "The pier of Port Skaill was built in 1961. Fishermen watched as the ferry Anselma came in far too fast on Tuesday.\n"
    "The harbour master said that a crane would lift the wreck on Thursday."
)


@pytest.fixture(scope="module")
def desk() -> Desk:
    return load_desk()


def read(desk: Desk, *articles: tuple[str, str, str]) -> tuple[Report, ...]:
    """Reports of articles given as (outlet, day, text)."""
    rows = [json.dumps({"id": outlet, "outlet": outlet, "created": day, "text": text}) for outlet, day, text in articles]
    return tuple(
        report for intake in read_json_lines(rows, name="rows", common=Known()) for report in read_reports(intake, desk)
    )


def compare(desk: Desk, reports: tuple[Report, ...]) -> tuple[tuple[Claim, ...], tuple[Contradiction, ...]]:
    world = desk.world
    claims = compare_claims(
        reports=reports, syndications=compare_copies(reports=reports, world=world),
        renderings=compare_renderings(reports=reports, world=world), world=world,
    )
    return claims, compare_conflicts(claims=claims, reports=reports, world=world)


def holding(claims: tuple[Claim, ...], words: str) -> Claim:
    return next(claim for claim in claims if any(words in one.words for one in claim.evidence))


def test_the_order_of_articles_does_not_change_the_story(desk: Desk) -> None:
    """All six orders of three articles give the same claims and conflicts."""
    reports = read(
        desk, ("Herald", "2023-03-07", FERRY), ("Dispatch", "2023-03-07", HOSPITAL), ("Radio", "2023-03-07", HARBOUR),
    )
    results = [compare(desk, order) for order in permutations(reports)]
    assert all(result == results[0] for result in results)


def test_renamed_copies_raise_what_carries_a_claim_and_never_its_origins(desk: Desk) -> None:
    """Three copies under other names: three more outlets, not one more origin, for every claim."""
    alone = read(desk, ("Herald", "2023-03-07", FERRY), ("Dispatch", "2023-03-07", HOSPITAL))
    copies = read(desk, *((name, "2023-03-07", FERRY) for name in ("Mirror", "Courier", "Ledger")))
    before, after = compare(desk, alone)[0], compare(desk, (*alone, *copies))[0]
    for claim in before:
        grown = holding(after, claim.evidence[0].words)
        assert len(grown.origins) <= len(claim.origins)
    injured = holding(before, "31 passengers"), holding(after, "31 passengers")
    assert len(injured[1].outlets) == len(injured[0].outlets) + 3
    assert len(injured[0].origins) == len(injured[1].origins) == 2


def test_one_more_article_leaves_every_earlier_evidence_under_some_claim(desk: Desk) -> None:
    """A further article may move words to another claim; it never drops them."""
    reports = read(
        desk, ("Herald", "2023-03-07", FERRY), ("Dispatch", "2023-03-07", HOSPITAL), ("Radio", "2023-03-07", HARBOUR),
    )
    before, after = compare(desk, reports[:2])[0], compare(desk, reports)[0]
    assert {one for claim in before for one in claim.evidence} <= {one for claim in after for one in claim.evidence}


def test_doubling_a_number_yields_exactly_one_contradiction(desk: Desk) -> None:
    """Sixty-two against thirty-one, all else the same."""
    same = HOSPITAL.partition("\n")[0]
    doubled = same.replace("Thirty-one", "Sixty-two")
    first = ("Herald", "2023-03-07", FERRY.partition("\n")[0])
    assert compare(desk, read(desk, first, ("Dispatch", "2023-03-07", same)))[1] == ()
    (found,) = compare(desk, read(desk, first, ("Dispatch", "2023-03-07", doubled)))[1]
    assert (found.kind, found.reading) == ("number", "conflict")


def test_a_later_corrected_number_is_a_revision(desk: Desk) -> None:
    """A later page that says it corrects the figure replaces it."""
    later = (
        "The coastguard lowered the number of injured on the ferry Anselma at Port Skaill: "
        "28 passengers were injured on Tuesday."
    )
    found = compare(desk, read(
        desk, ("Herald", "2023-03-07", FERRY.partition("\n")[0]), ("Dispatch", "2023-03-09", later),
    ))[1]
    assert [one.reading for one in found] == ["revision"]


def test_two_pages_in_their_own_voice_know_nothing_together(desk: Desk) -> None:
    """Carried by two, origin unstated."""
    reports = read(
        desk, ("Herald", "2023-03-07", "The pier of Port Skaill was built in 1961 by prisoners."),
        ("Radio", "2023-03-07", "The pier of Port Skaill was built by prisoners in 1961."),
    )
    claim = holding(compare(desk, reports)[0], "prisoners")
    assert (claim.origins, len(claim.own_voice), claim.standing) == ((), 2, "unattributed")
