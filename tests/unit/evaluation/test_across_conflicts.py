"""The exam of typed differences: what is right, and that its cases say what they must."""

from __future__ import annotations

import pytest

from copydesk.record import Contradiction
from copydesk.record.story import ConflictKind, ConflictReading
from evaluation.across_conflicts import PARTS, fits, is_right, read_cases

KINDS: tuple[str, ...] = ConflictKind.__args__  # type: ignore[attr-defined]
READINGS: tuple[str, ...] = ConflictReading.__args__  # type: ignore[attr-defined]
EXPECTED = {"kind": "number", "reading": "conflict", "left": "Eleven miners", "right": "seven miners"}


def told(left: str, right: str, kind: str = "number", reading: str = "conflict") -> Contradiction:
    """A difference as it is found."""
    return Contradiction(
        claim_ids=(), kind=kind, reading=reading, left=left, right=right, reason="",  # type: ignore[arg-type]
    )


def test_a_difference_fits_in_either_order_and_in_more_words() -> None:
    """Sides may be turned, and hold the expected words among others."""
    assert fits(EXPECTED, told("killed seven miners", "eleven miners"))
    assert not fits(EXPECTED, told("eleven miners", "nine miners"))


def test_another_kind_or_reading_is_wrong() -> None:
    """An update is no conflict, a place no number."""
    assert not fits(EXPECTED, told("eleven miners", "seven miners", reading="update"))
    assert not fits(EXPECTED, told("eleven miners", "seven miners", kind="place"))


def test_a_case_is_right_where_all_is_found_and_nothing_else() -> None:
    """What is missed and what is too much are both wrong."""
    case = {"expected": [EXPECTED]}
    right = told("eleven miners", "seven miners")
    assert is_right(case, (right,))
    assert not is_right(case, ())
    assert not is_right(case, (right, told("Monday", "Tuesday", kind="time")))
    assert is_right({"expected": []}, ())


@pytest.mark.parametrize("part", list(PARTS))
def test_cases_name_known_kinds_and_words_of_their_articles(part: str) -> None:
    """Ids once; kind and reading of the closed lists; both sides stand in an article, days in every one."""
    cases = list(read_cases(PARTS[part]))
    assert len({case["id"] for case in cases}) == len(cases)
    for case in cases:
        texts = [article["text"] for article in case["articles"]]
        assert len(texts) >= 2, case["id"]
        assert all(article["outlet"] and article["created"] for article in case["articles"]), case["id"]
        for each in case["expected"]:
            assert each["kind"] in KINDS, case["id"]
            assert each["reading"] in READINGS, case["id"]
            for side in ("left", "right"):
                assert any(each[side] in text for text in texts), (case["id"], each[side])
