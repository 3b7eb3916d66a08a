"""Scores between two actors, day by day, over all pages of a run."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from copydesk.follow import count_unscored, score_tension
from copydesk.record import Confidence, Report, Tension
from copydesk.run.desk import Desk
from copydesk.run.stories import is_comparable


def build_tension(
    reports: Iterable[Report], desk: Desk, *, least: Confidence | None = None,
) -> tuple[tuple[Tension, ...], Mapping[str, int]]:
    """The scores of all comparable articles together, and how many of their events count for none, by why."""
    comparable = {one.article.id: one for one in reports if one.article and is_comparable(one)}
    members = tuple(comparable[key] for key in sorted(comparable))
    scores = score_tension(reports=members, world=desk.world, least=least)
    return scores, count_unscored(reports=members, world=desk.world, least=least)
