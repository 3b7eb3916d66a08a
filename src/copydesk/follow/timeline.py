"""What is said to have happened, or to be due, by its resolved dates."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from copydesk.lexicon.calendar import day_of
from copydesk.record import Claim, Evidence, Report, TimeExpression, TimelineEntry

LONGEST = 31  # days: a vaguer interval ("in 2019", "this winter") dates nothing


def build_timeline(*, reports: Sequence[Report], claims: Sequence[Claim]) -> tuple[TimelineEntry, ...]:
    """One entry for each claim and interval that its evidence names, by first day; intervals are kept as they are.

    Where a claim's pages give several intervals, one inside another, the narrowest stands for them.
    """
    dates: dict[str, list[TimeExpression]] = defaultdict(list)
    for report in reports:
        if report.article and not report.article.is_card:
            dates[report.page.id] += _dates(report)
    entries = [entry for claim in claims for entry in _entries(claim, dates)]
    return tuple(sorted(entries, key=lambda one: (one.begin, one.end, one.evidence[0], one.claim_ids)))


def _dates(report: Report) -> list[TimeExpression]:
    times = [*report.times, *(event.date for event in report.events if event.date)]
    return [time for time in times if time.begin and time.end and time.type in ("DATE", "TIME")]


def _entries(claim: Claim, dates: dict[str, list[TimeExpression]]) -> Iterator[TimelineEntry]:
    found: dict[tuple[str, str], list[Evidence]] = {}
    for one in claim.evidence:
        for time in dates.get(one.page_id, ()):
            if one.start <= time.span.start and time.span.end <= one.end and time.begin and time.end:
                found.setdefault((time.begin, time.end), []).append(one)
    for (begin, end), evidence in found.items():
        wider_than_other = any(
            (begin, end) != other and begin <= other[0] and other[1][: len(end)] <= end for other in found
        )
        if not wider_than_other and _days(begin, end) <= LONGEST:
            yield TimelineEntry(
                begin=begin, end=end, gist=" ".join(evidence[0].words.split()),
                evidence=tuple(dict.fromkeys(evidence)), claim_ids=(claim.id,),
            )


def _days(begin: str, end: str) -> int:
    first, last = day_of(begin), day_of(end)
    return (last - first).days + 1 if first and last else LONGEST + 1
