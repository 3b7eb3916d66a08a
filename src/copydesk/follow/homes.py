"""Which article holds a place on a page: a page may hold several, the entries of a live page."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from copydesk.record import Evidence, Report, TimeExpression


def find_homes(reports: Iterable[Report], evidence: Iterable[Evidence]) -> dict[Evidence, Report]:
    """For each stretch of evidence the report whose article holds its first character; stretches of no article are left out."""
    pages: dict[str, list[Report]] = defaultdict(list)
    for report in reports:
        pages[report.page.id].append(report)
    homes = {}
    for one in evidence:
        inside = (report for report in pages.get(one.page_id, ()) if _holds(report, one.start))
        if (home := next(inside, None)) is not None:
            homes[one] = home
    return homes


def gather_times(reports: Iterable[Report]) -> Mapping[str, Sequence[TimeExpression]]:
    """Page id -> the times that its articles name."""
    times: dict[str, list[TimeExpression]] = defaultdict(list)
    for report in reports:
        times[report.page.id] += report.times
    return times


def _holds(report: Report, place: int) -> bool:
    return report.article is not None and any(
        block.span.start <= place < block.span.end for block in report.article.blocks
    )
