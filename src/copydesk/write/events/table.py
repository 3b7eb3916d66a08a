"""Coded events for a terminal and as JSON Lines, with every mention and, asked for, why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from typing import Any

from copydesk.lexicon import load_world
from copydesk.record import CodedEvent, Event, EventMention, Refusal, Report
from copydesk.record.codec import write_json_lines
from copydesk.write.columns import GAP, NARROWEST, write_notes, write_row
from copydesk.write.events.rows import EventRow, reasons_of, row_of
from copydesk.write.leaves import row_of as line_of

_DAY, _CATEGORY, _STATUS, _SURE, _COUNTS = 11, 20, 11, 6, 8  # widths of columns; actors, recipients and place share the rest
_SHARES = (0.4, 0.35, 0.25)
STAGE = "events"


def write_events_table(events: Sequence[CodedEvent], reports: Sequence[Report], *, why: bool = False, width: int = 100) -> str:
    """A block a story, a row an event: day, category with modes, status, confidence, who, whom, where, m/o/o.

    m/o/o: mentions, outlets, origins. why: below each row its clause, what fired, the reasons of its confidence, and every
    further mention with what joined it. Triggers that were seen and not coded are told last, with the reason. width:
    terminal columns.
    """
    return "\n".join(_table(events, reports, why, width)) + "\n"


def write_events_json(events: Iterable[CodedEvent]) -> str:
    """JSON Lines: the columns of the codebook, and `mention_rows`: page, spans, words, day and speaker of each mention."""
    return write_json_lines(
        asdict(row_of(one))
        | {"trace": one.event.trace, "why": one.why, "mention_rows": [_mention(each) for each in one.mentions]}
        for one in events
    )


def _table(events: Sequence[CodedEvent], reports: Sequence[Report], why: bool, width: int) -> Iterator[str]:
    room = max(width, NARROWEST) - _DAY - _CATEGORY - _STATUS - _SURE - _COUNTS - 7 * GAP - 2
    widths = (_DAY, _CATEGORY, _STATUS, _SURE, *(max(int(room * share), 6) for share in _SHARES), _COUNTS)
    story = None
    for one in events:
        if one.story_id != story:
            yield from ([""] if story else [])
            yield " ".join(one.story.split())
            yield "  " + write_row(("day", "event", "status", "sure", "actors", "recipients", "place", "m/o/o"), widths)
            story = one.story_id
        row = row_of(one)
        yield "  " + write_row(_cells(row), widths)
        yield from _reasons(one, row, width) if why else ()
    if not events:
        yield "no event was coded"
    yield from _refused(reports, why, width)


def _cells(row: EventRow) -> tuple[str, ...]:
    basis = {"created": "~", "unknown": ""}.get(row.date_basis, "")
    kind = row.category + (f" {row.modes.replace('; ', ' ')}" if row.modes else "")
    counts = f"{row.mentions}/{row.outlets}/{row.origins}"
    day, sure = f"{basis}{row.date}"[:_DAY] or "–", row.confidence or "–"
    return (day, kind, row.status, sure, row.actors, row.recipients or "–", row.place or "–", counts)


def _reasons(one: CodedEvent, row: EventRow, width: int) -> Iterator[str]:
    said = f"said by {row.said_by}" if row.said_by else "in the page's own voice"
    yield from write_notes([f"“{row.clause}”", f"trigger “{row.trigger}”"], indent=6, width=width)
    where = f"{row.page}, line {line_of(one.first.page, one.first.sentence.start)}"
    basis = f"day {row.date_basis}" + (f": {row.date} to {row.date_end}" if row.date != row.date_end else "")
    yield from write_notes([where, said, basis, f"score {row.score:g}"], indent=6, width=width)
    yield from write_notes([f"rules: {row.rules}"], indent=6, width=width)
    yield from write_notes([f"contexts by {row.context_words}" if row.context_words else ""], indent=6, width=width)
    yield from write_notes([f"{row.confidence or 'not judged'}: {_weigh(one.event)}"], indent=6, width=width)
    for mention, why in zip(one.mentions[1:], one.why, strict=True):
        line = line_of(mention.page, mention.sentence.start)
        text = mention.page.text[mention.event.span.start : mention.event.span.end]
        notes = [f"also {mention.key}, line {line}", why, f"“{' '.join(text.split())}”"]
        yield from write_notes(notes, indent=6, width=width)


def _weigh(event: Event) -> str:
    """The reasons of its confidence, those that count first: "row-asks-words +1, actor-shared -1; also said, actor-named"."""
    points = {row.reason: row.points for row in load_world().grading.reasons}
    reasons = reasons_of(event)
    counted = ", ".join(f"{one} {points[one]:+d}" for one in reasons if points.get(one))
    rest = ", ".join(one for one in reasons if not points.get(one))
    return f"{counted or 'no reason counts'}; also {rest}" if rest else counted


def _refused(reports: Sequence[Report], why: bool, width: int) -> Iterator[str]:
    found = [(report, refusal) for report in reports for refusal in report.refusals if refusal.stage == STAGE]
    if not found:
        return
    yield ""
    yield f"seen and not coded: {len(found)}" + ("" if why else " (--why lists them)")
    for report, refusal in found if why else ():
        yield from write_notes([_place(report, refusal), refusal.reason], indent=2, width=width)


def _place(report: Report, refusal: Refusal) -> str:
    if refusal.span is None:
        return report.key
    words = " ".join(report.page.text[refusal.span.start : refusal.span.end].split())
    return f"{report.key}, line {line_of(report.page, refusal.span.start)} “{words}”"


def _mention(one: EventMention) -> dict[str, Any]:
    text = one.page.text
    return {
        "page": one.key, "page_id": one.page.id, "article_id": one.article_id, "outlet": one.outlet, "created": one.created,
        "event_id": one.event.id, "line": line_of(one.page, one.sentence.start), "trigger": one.event.trigger,
        "clause": one.event.span, "sentence": one.sentence, "words": text[one.sentence.start : one.sentence.end],
        "status": one.event.status, "confidence": one.event.confidence, "said_by": one.speaker,
    }
