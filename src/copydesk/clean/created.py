"""Times an article may have been written at, gathered with their basis; which one holds is settled later."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from copydesk.clean.stamps import Stamp, Stamps
from copydesk.clean.units import Unit
from copydesk.record import CreatedCandidate, Layout, Span

_UPDATE_WORDS = ("updated", "modified", "revised", "edited", "as of")


def find_candidates(units: Iterable[Unit], stamps: Stamps) -> tuple[tuple[CreatedCandidate, ...], str | None]:
    """Candidates shown in the timestamp and byline units of one article, and when it was updated, where that is told.

    An age ("2 hours ago") is a duration such as "PT2H" with basis "age": it counts back from the capture time. Where
    only an update is stamped, it is the candidate too: the article is no younger.
    """
    created: list[CreatedCandidate] = []
    updates: list[CreatedCandidate] = []
    for unit in units:
        before = 0
        for stamp in stamps.find(unit.text):
            lead = unit.text[before:stamp.start].lower()
            before = stamp.end
            if stamp.kind == "part":
                continue
            is_update = any(word in lead for word in _UPDATE_WORDS)
            (updates if is_update else created).append(candidate_of(unit, stamp))
    updated = next((each.value for each in updates if each.basis == "timestamp"), None)
    return tuple(created or updates), updated


def stated_candidates(layout: Layout, taken: Collection[str] = ()) -> tuple[CreatedCandidate, ...]:
    """What the manifest and the page's metadata state as the time of publication, in their order.

    taken: `<time>` values that are not the article's own, but those of entries.
    """
    return tuple(
        CreatedCandidate(value=value.value, basis=value.basis, span=None)
        for value in layout.metadata if value.field == "published" and not (value.basis == "time" and value.value in taken)
    )


def candidate_of(unit: Unit, stamp: Stamp | None, basis: str = "", value: str = "") -> CreatedCandidate:
    """A candidate shown at the stamp of a unit (at all of it where none is read); value: what stands for the stamp's own."""
    basis = basis or ("age" if stamp and stamp.kind == "age" else "timestamp")
    start, end = (unit.start + stamp.start, unit.start + stamp.end) if stamp else (unit.start, unit.end)
    return CreatedCandidate(value=value or (stamp.value if stamp else ""), basis=basis, span=Span(start=start, end=end))
