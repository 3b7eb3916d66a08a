"""Times an article may have been written at, gathered with their basis; which one holds is settled later."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from copydesk.clean.stamps import Stamp, Stamps
from copydesk.clean.units import Unit
from copydesk.lexicon.months import Months
from copydesk.record import CreatedCandidate, Layout, Span

Found = tuple[tuple[CreatedCandidate, ...], str | None]

UPDATE = "update"
SHORT = 80  # characters of a line that may be the stamp of an article though nothing else says so


def find_candidates(units: Iterable[Unit], stamps: Stamps, months: Months) -> Found:
    """Candidates shown in the timestamp and byline units of one article, and when it was updated, where that is told.

    An age ("2 hours ago") is a duration such as "PT2H" with basis "age": it counts back from the capture time. Where
    only an update is stamped, it is a candidate with basis "update": the article is no younger. A time of day alone is
    read where it is that of an update on the day stamped before it ("9 April 2031 07:45, updated 11:20").
    """
    created: list[CreatedCandidate] = []
    updates: list[CreatedCandidate] = []
    for unit in units:
        before, day = 0, ""
        for stamp in stamps.find(unit.text):
            is_update = months.tells_update(unit.text[before:stamp.start])
            before, day = stamp.end, stamp.value[:10] if stamp.kind == "date" else day
            if stamp.kind != "part":
                basis = UPDATE if is_update and stamp.kind == "date" else ""
                (updates if is_update else created).append(candidate_of(unit, stamp, basis))
            elif is_update and day and stamp.value:
                updates.append(candidate_of(unit, stamp, UPDATE, day + stamp.value))
    updated = next((each.value for each in updates if each.basis == UPDATE), None)
    return tuple(created or updates), updated


def find_shown(stamped: Iterable[Unit], beside: Iterable[Unit], months: Months, language: str | None) -> Found:
    """As `find_candidates`, for full dates in any language: in the stamped units, else on a short line at the headline.

    beside: lines near the headline, the likeliest first; a date there has basis "shown", as nothing says it is a stamp.
    language: of the page; it tells months that two languages call the same.
    """
    found = _dates(stamped, months, language, "timestamp")
    for unit in beside:
        if found[0]:
            break
        found = _dates([unit], months, language, "shown") if len(unit.text) <= SHORT else found
    return found


def _dates(units: Iterable[Unit], months: Months, language: str | None, basis: str) -> Found:
    created: list[CreatedCandidate] = []
    updates: list[CreatedCandidate] = []
    for unit in units:
        before = 0
        for shown in months.find(unit.text, language):
            is_update = months.tells_update(unit.text[before:shown.start])
            before = shown.end
            span = Span(start=unit.start + shown.start, end=unit.start + shown.end)
            held = CreatedCandidate(value=shown.value, basis=UPDATE if is_update else basis, span=span)
            (updates if is_update else created).append(held)
    return tuple(created or updates), next((each.value for each in updates), None)


def stated_in_markup(units: Iterable[Unit]) -> Iterator[CreatedCandidate]:
    """What the first `<time>` of a card or an entry states: its units have no metadata of the page."""
    for unit in units:
        if unit.piece.time:
            yield CreatedCandidate(value=unit.piece.time, basis="time", span=Span(start=unit.start, end=unit.end))
            return


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
