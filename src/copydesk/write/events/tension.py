"""Scores between two actors day by day, each with the rows whose sum it is: a table for a terminal, and JSON Lines."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from copydesk.record import Event, Report, Tension, TensionRow
from copydesk.record.codec import write_json_lines
from copydesk.write.columns import NARROWEST, pad_words, write_notes

_WIDTH = 30  # columns of category and modes
_Places = Mapping[str, tuple[Report, Event]]


def write_tension_table(
    scores: Sequence[Tension], reports: Sequence[Report], unscored: Mapping[str, int], *, width: int = 100,
) -> str:
    """A block a day and pair: the sum and the mean, and below them every row with the words of its events.

    unscored: how many events no score counts, by why; told last.
    """
    return "\n".join(_lines(scores, _find_places(reports), unscored, max(width, NARROWEST))) + "\n"


def write_tension_json(scores: Sequence[Tension], reports: Sequence[Report]) -> str:
    """JSON Lines: a row a day and pair; `rows` add up to `total`, each with the pages and words of its events."""
    places = _find_places(reports)
    return write_json_lines(
        {"day": one.day, "actors": one.actors, "total": one.total, "score": one.score, "rows": [
            {"category": row.category, "modes": row.modes, "score": row.score, "events": list(_words(row, places))}
            for row in one.rows
        ]}
        for one in scores
    )


def _find_places(reports: Sequence[Report]) -> _Places:
    return {event.id: (report, event) for report in reports for event in report.events}


def _lines(scores: Sequence[Tension], places: _Places, unscored: Mapping[str, int], width: int) -> Iterator[str]:
    for one in scores:
        yield f"{one.day}  {' and '.join(one.actors)}: sum {one.total:+g}, mean {one.score:+g}"
        for row in one.rows:
            words = list(_words(row, places))
            first = words[0]
            kind = " ".join((row.category, *row.modes))
            yield f"  {row.score:+6g}  {pad_words(kind, _WIDTH)}  {first['page']}, line {first['line']}"
            more = f"and {len(words) - 1} more tellings" if len(words) > 1 else ""
            yield from write_notes([f"“{first['clause']}”", more], indent=10, width=width)
    if not scores:
        yield "no event between two known parties on a known day"
    if unscored:
        told = ", ".join(f"{count} {why}" for why, count in sorted(unscored.items(), key=lambda pair: (-pair[1], pair[0])))
        yield from ("", f"events that count for no score: {told}")


def _words(row: TensionRow, places: _Places) -> Iterator[dict[str, Any]]:
    for event_id in row.event_ids:
        report, event = places[event_id]
        text = report.page.text
        yield {
            "event_id": event_id, "page": report.key, "line": text.count("\n", 0, event.span.start) + 1,
            "clause": " ".join(text[event.span.start : event.span.end].split()), "confidence": event.confidence,
        }
