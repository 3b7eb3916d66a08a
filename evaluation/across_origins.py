"""Exam `origins`: own small stories with stated truth; how often independence is invented, how often it is missed.

A case (evaluation/own/origins/*.json; origins_final, written last by another hand) states, for phrases that stand in its
articles, to how many origins what they say can be traced. The claim that holds most of a truth's phrases answers for it.
false_independence: share of truths counted higher than they are; missed_independence: share of truths with two or more
origins that are counted lower; unfound: share of truths that have one origin and are counted as none.
"""

from __future__ import annotations

import json
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from copydesk.compare import compare_claims, compare_copies, compare_renderings
from copydesk.record import Claim, Report
from copydesk.run import Desk, Known, load_desk, read_json_lines, read_reports
from evaluation.exam import Row, hash_files

OWN = Path(__file__).parent / "own"
PARTS = {"own": OWN / "origins", "own_final": OWN / "origins_final"}


def examine_origins() -> list[Row]:
    """One row a part that is there."""
    desk = load_desk()
    return [_examine(part, folder, desk) for part, folder in PARTS.items() if any(folder.glob("*.json"))]


def read_cases(folder: Path) -> Iterator[dict[str, Any]]:
    """The cases of a folder in order of file and place."""
    for path in sorted(folder.glob("*.json")):
        yield from json.loads(path.read_text(encoding="utf-8"))


def _examine(part: str, folder: Path, desk: Desk) -> Row:
    begun = time.perf_counter()
    counted = [pair for case in read_cases(folder) for pair in count_origins(case, desk)]
    several = [(true, found) for true, found in counted if true > 1]
    metrics = {
        "false_independence": sum(found > true for true, found in counted) / len(counted),
        "missed_independence": sum(found < true for true, found in several) / len(several),
        "unfound": sum(found < true for true, found in counted if true == 1) / len(counted),
    }
    seconds = round(time.perf_counter() - begun, 3)
    return Row("origins", part, len(counted), metrics, hash_files(folder.glob("*.json")), seconds)


def count_origins(case: dict[str, Any], desk: Desk) -> list[tuple[int, int]]:
    """For each truth of a case: (origins stated, origins counted)."""
    reports, world = read_case(case, desk), desk.world
    copies = compare_copies(reports=reports, world=world)
    renderings = compare_renderings(reports=reports, world=world)
    claims = compare_claims(reports=reports, syndications=copies, renderings=renderings, world=world)
    texts = {report.page.id: report.page.text for report in reports}
    answers = [answer(truth["phrases"], claims, texts) for truth in case["claims"]]
    return [
        (truth["origins"], len(claim.origins) if claim else 0)
        for truth, claim in zip(case["claims"], answers, strict=True)
    ]


def read_case(case: dict[str, Any], desk: Desk) -> tuple[Report, ...]:
    """The reports of a case's articles through the whole line."""
    rows = [
        json.dumps({"id": f"{case['id']}-{number}", **article}) for number, article in enumerate(case["articles"])
    ]
    intakes = read_json_lines(rows, name=case["id"], common=Known())
    return tuple(report for intake in intakes for report in read_reports(intake, desk))


def answer(phrases: Sequence[str], claims: Sequence[Claim], texts: dict[str, str]) -> Claim | None:
    """The claim whose evidence overlaps most of the phrases; of two, the one with more origins."""
    places = [
        (page_id, place, place + len(phrase)) for phrase in phrases for page_id, text in texts.items()
        if (place := text.find(phrase)) >= 0
    ]

    def covered(claim: Claim) -> int:
        return sum(
            any(one.page_id == page and one.start < end and start < one.end for one in claim.evidence)
            for page, start, end in places
        )

    best = max(claims, key=lambda claim: (covered(claim), len(claim.origins), claim.id), default=None)
    return best if best is not None and covered(best) else None
