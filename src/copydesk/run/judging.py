"""What people judged, as it bears on stories: corrections on the pages that stand now, and stories joined or parted."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from copydesk.record import Report
from copydesk.record.kept import Judgement
from copydesk.run.corrections import COLUMNS, Correction, find_fitting
from copydesk.store import State

MERGE, SPLIT = "merge", "split"
_OF_THESE_BYTES = "created"  # what is said of a page itself and not of whatever stands at its place later


@dataclass(frozen=True, slots=True)
class Rulings:
    """The judgements that stories hang on. told: each correction in words, with the ids of the pages that it is about.

    merges, splits: ids of the pages that are one story, or one by themselves, and that in words.
    """

    corrections: tuple[Correction, ...]
    told: tuple[tuple[frozenset[str], str], ...]
    merges: tuple[tuple[frozenset[str], str], ...]
    splits: tuple[tuple[frozenset[str], str], ...]

    def tell(self, members: Sequence[Report]) -> tuple[str, ...]:
        """The judgements that bear on these reports, in words."""
        pages = {report.page.id for report in members}
        return tuple(words for about, words in (*self.told, *self.merges, *self.splits) if about & pages)

    def regroup(self, groups: Iterable[Sequence[Report]]) -> tuple[tuple[Report, ...], ...]:
        """The groups with those of one merge made one, and what is split off put apart. A later split wins over a merge."""
        now = [tuple(group) for group in groups]
        for pages, _ in self.merges:
            joined = [group for group in now if _holds(group, pages)]
            if len(joined) > 1:
                now = [group for group in now if group not in joined] + [tuple(one for group in joined for one in group)]
        for pages, _ in self.splits:
            now = [part for group in now for part in _part(group, pages)]
        return tuple(now)


def load_rulings(state: State) -> Rulings:
    """The corrections, merges and splits of a ledger that stand; they follow a page's place to the page that stands there."""
    rows = [_correct(one, state) for one in state.judgements if one.kind in COLUMNS]
    told = tuple(_tell(row, find_fitting(state.reports, row)) for row in rows)
    about = {
        kind: tuple((_pages(one.cells["places"], state), _words(one)) for one in state.judgements if one.kind == kind)
        for kind in (MERGE, SPLIT)
    }
    return Rulings(tuple(rows), told, about[MERGE], about[SPLIT])


def _correct(one: Judgement, state: State) -> Correction:
    cells: dict[str, Any] = {name: cell for name, cell in one.cells.items() if name != "place"}
    if "page" in cells and one.kind != _OF_THESE_BYTES:
        cells["page"] = state.current.get(one.cells.get("place", ""), cells["page"])
    return Correction(one.kind, {**cells, "by": one.by, **({"why": one.why} if one.why else {})})


def _tell(row: Correction, fitting: Sequence[Report]) -> tuple[frozenset[str], str]:
    """The pages that a correction is about, and the correction with the page called as its user does."""
    called = {"page": fitting[0].key} if fitting and "page" in row.row else {}
    return frozenset(report.page.id for report in fitting), str(Correction(row.kind, {**row.row, **called}))


def _pages(places: Iterable[str], state: State) -> frozenset[str]:
    return frozenset(state.current[place] for place in places if place in state.current)


def _words(one: Judgement) -> str:
    return f"{one.told} (by {one.by}{f'; why {one.why}' if one.why else ''})"


def _holds(group: Sequence[Report], pages: frozenset[str]) -> bool:
    return any(report.page.id in pages and report.article and not report.article.is_card for report in group)


def _part(group: tuple[Report, ...], pages: frozenset[str]) -> list[tuple[Report, ...]]:
    """The group without those pages, and they by themselves; a card goes nowhere alone."""
    inside = tuple(report for report in group if report.page.id in pages)
    outside = tuple(report for report in group if report.page.id not in pages)
    parts = [part for part in (outside, inside) if any(r.article and not r.article.is_card for r in part)]
    return parts if len(parts) > 1 else [group]


def find_idle(state: State) -> frozenset[str]:
    """Ids of the corrections that stand and are about nothing that the current pages hold."""
    return frozenset(
        one.id for one in state.judgements if one.kind in COLUMNS and not find_fitting(state.reports, _correct(one, state))
    )
