"""Who the stories in some reports speak of: one cast a story."""

from __future__ import annotations

from collections.abc import Iterable

from copydesk.compare import compare_stories
from copydesk.record import Report, StoryCast
from copydesk.run.desk import Desk
from copydesk.run.joins import find_kept_apart, join_members
from copydesk.run.stories import find_title, is_comparable

_LAST = ("place", "facility")  # kinds that stand after the others; the rest keep the order of their first mentions


def build_casts(reports: Iterable[Report], desk: Desk) -> tuple[StoryCast, ...]:
    """One cast a story, the largest first; articles that cannot be compared (another language) make one of their own each."""
    given = [report for report in reports if report.article]
    comparable = {report.article.id: report for report in given if report.article and is_comparable(report)}
    groups = compare_stories(reports=tuple(comparable.values()), world=desk.world)
    stories = [tuple(comparable[one] for one in group) for group in groups]
    stories += [(report,) for report in given if not is_comparable(report)]
    return tuple(_cast(members) for members in stories)


def _cast(reports: tuple[Report, ...]) -> StoryCast:
    named, unnamed = join_members(reports)
    members = tuple(sorted(named, key=lambda one: one.entity.kind in _LAST))
    return StoryCast(
        title=find_title(reports), keys=tuple(dict.fromkeys(report.key for report in reports)), members=members,
        unnamed=unnamed, kept_apart=tuple(find_kept_apart([member.entity for member in members])),
    )
