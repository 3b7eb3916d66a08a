"""Entries of live pages among reports: they go where their page's main article goes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from copydesk.record import Report


def find_entries(reports: Sequence[Report]) -> dict[str, tuple[Report, ...]]:
    """Main article's id -> the reports of its entries in page order; entries whose main article is not here are left out."""
    here = {report.article.id for report in reports if report.article}
    found: dict[str, list[Report]] = defaultdict(list)
    for report in reports:
        host = report.article.entry_of if report.article else None
        if host in here and host is not None:
            found[host].append(report)
    return {host: tuple(sorted(entries, key=_place)) for host, entries in found.items()}


def _place(report: Report) -> int:
    return report.article.blocks[0].span.start if report.article and report.article.blocks else 0
