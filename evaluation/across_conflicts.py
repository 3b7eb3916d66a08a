"""Exam `conflicts`: own small stories whose pages differ, or only seem to; is each difference typed as it is stated.

A case (evaluation/own/conflicts/*.json; conflicts_final, written last by another hand) holds articles and what is `expected`:
kind, reading, and words on both sides, in either order. A case without any expects that nothing is told as a difference but
bounds and other measures. typed: share of the expected differences found with kind and reading; quiet: share of the cases
without a difference that tell none; right: share of cases in which all that is expected is found, and nothing else.
`python -m evaluation.across_conflicts` lists what fails in the development cases, save for a quarter that nobody reads, of
which only the shares are told.
"""

from __future__ import annotations

import hashlib
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from copydesk.compare import compare_claims, compare_conflicts, compare_copies, compare_renderings
from copydesk.record import Contradiction
from copydesk.run import Desk, load_desk
from evaluation.across_origins import read_case, read_cases
from evaluation.exam import Row, hash_files

EXAMS = ("conflicts",)
NEEDS_GOLD = False
OWN = Path(__file__).parent / "own"
PARTS = {"own_dev": OWN / "conflicts", "own_final": OWN / "conflicts_final"}
NO_DIFFERENCE = frozenset({"bound", "other_measure"})
Expected = dict[str, str]  # kind, reading, left, right


def run(folder: Path) -> list[Row]:
    """One row a part that is there; no gold folder is looked at."""
    return [_examine(part, folder) for part, folder in PARTS.items() if any(folder.glob("*.json"))]


def _examine(part: str, folder: Path) -> Row:
    begun = time.perf_counter()
    desk = load_desk()
    cases = list(read_cases(folder))
    found = [find_differences(case, desk) for case in cases]
    seconds = round(time.perf_counter() - begun, 3)
    return Row("conflicts", part, len(cases), measure(cases, found), hash_files(sorted(folder.glob("*.json"))), seconds)


def measure(cases: Sequence[dict[str, Any]], found: Sequence[Sequence[Contradiction]]) -> dict[str, float]:
    """typed, quiet and right of cases and what was found in each."""
    expected = [(each, told) for case, told in zip(cases, found, strict=True) for each in case["expected"]]
    silent = [told for case, told in zip(cases, found, strict=True) if not case["expected"]]
    return {
        "typed": sum(any(fits(each, one) for one in told) for each, told in expected) / max(len(expected), 1),
        "quiet": sum(not told for told in silent) / max(len(silent), 1),
        "right": sum(is_right(case, told) for case, told in zip(cases, found, strict=True)) / len(cases),
    }


def find_differences(case: dict[str, Any], desk: Desk) -> tuple[Contradiction, ...]:
    """What copydesk tells as differing between the case's articles; bounds and other measures are none."""
    reports, world = read_case(case, desk), desk.world
    copies = compare_copies(reports=reports, world=world)
    renderings = compare_renderings(reports=reports, world=world)
    claims = compare_claims(reports=reports, syndications=copies, renderings=renderings, world=world)
    found = compare_conflicts(claims=claims, reports=reports, world=world)
    return tuple(one for one in found if one.reading not in NO_DIFFERENCE)


def fits(expected: Expected, found: Contradiction) -> bool:
    """Whether kind and reading are those expected, and both sides hold its words or stand in them, in either order."""
    if (found.kind, found.reading) != (expected["kind"], expected["reading"]):
        return False
    sides, told = (expected["left"], expected["right"]), (found.left, found.right)
    return any(all(_shares(a, b) for a, b in zip(sides, turned, strict=True)) for turned in (told, told[::-1]))


def _shares(words: str, others: str) -> bool:
    one, other = " ".join(words.lower().split()), " ".join(others.lower().split())
    return one in other or other in one


def is_right(case: dict[str, Any], found: Sequence[Contradiction]) -> bool:
    """Whether each expected difference is found and every one found is expected."""
    expected: list[Expected] = case["expected"]
    return all(any(fits(each, one) for one in found) for each in expected) and all(
        any(fits(each, one) for each in expected) for one in found
    )


def is_unread(case: dict[str, Any]) -> bool:
    """Whether nobody reads how a case fails: a quarter of them, by hash of their ids."""
    return hashlib.sha256(case["id"].encode()).hexdigest()[0] in "0123"


def main() -> None:
    """Print each development case that fails and may be read, and the shares of both parts."""
    desk = load_desk()
    cases = list(read_cases(PARTS["own_dev"]))
    found = [find_differences(case, desk) for case in cases]
    for case, told in zip(cases, found, strict=True):
        if not is_unread(case) and not is_right(case, told):
            sys.stdout.write("\n".join((f"{case['id']} ({case['trap']})", *_lines(case, told), "")))
    for name, hidden in (("read", False), ("unread", True)):
        part = [(case, told) for case, told in zip(cases, found, strict=True) if is_unread(case) == hidden]
        shares = measure([case for case, _ in part], [told for _, told in part])
        sys.stdout.write(f"{name} {len(part)}: " + ", ".join(f"{key} {share:.3f}" for key, share in shares.items()) + "\n")


def _lines(case: dict[str, Any], found: Sequence[Contradiction]) -> Iterator[str]:
    """What was expected of a case and what was found, a line each."""
    for each in case["expected"]:
        yield f"  expected {each['kind']} {each['reading']}: {each['left']} | {each['right']}"
    for one in found:
        yield f"  found {one.kind} {one.reading}: {one.left} | {one.right}"


if __name__ == "__main__":
    main()
