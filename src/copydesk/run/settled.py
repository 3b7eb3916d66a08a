"""Reports as a brief sees them: a person's corrections applied, and creation days settled across pages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from copydesk.record import Report
from copydesk.run.corrections import STATED, Correction, apply_corrections
from copydesk.run.desk import Desk
from copydesk.run.stories import is_comparable, settle_across


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """Reports in the order they were given, and what came of each correction."""

    reports: tuple[Report, ...]
    told: tuple[str, ...]


def settle_reports(reports: Iterable[Report], desk: Desk, *, corrections: Sequence[Correction] = ()) -> Settled:
    """The reports with the corrections, and with days that pages of one story lend each other; none is left out."""
    stated = apply_corrections(tuple(reports), [row for row in corrections if row.kind in STATED], desk)
    places = [place for place, report in enumerate(stated.reports) if is_comparable(report)]
    across = settle_across(tuple(stated.reports[place] for place in places), desk)
    settled = dict(zip(places, across, strict=True))
    kept = tuple(settled.get(place, report) for place, report in enumerate(stated.reports))
    judged = apply_corrections(kept, [row for row in corrections if row.kind not in STATED], desk)
    return Settled(reports=judged.reports, told=(*stated.told, *judged.told))
