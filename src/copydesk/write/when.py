"""When things are said to be: every expression of time with its value and why, and how each creation day was settled."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from copydesk.lexicon.calendar import precision_of
from copydesk.record import CreatedCandidate, Refusal, Report, TimeExpression
from copydesk.record.codec import write_json_lines
from copydesk.write.columns import GAP, NARROWEST, widest, words_at, write_heading, write_notes, write_row
from copydesk.write.leaves import row_of

_INDENT = 8
_LINE, _TYPE, _VALUE = 4, 8, 22  # widths of columns; words take the rest
_DAY = 10  # characters of an ISO day: what a reader is shown of an anchor
_STAGES = ("created", "times")  # whose refusals are told


def write_times_table(reports: Sequence[Report], *, width: int = 100) -> str:
    """A block an article: how its creation day was settled, then a row and its reasons for each expression of time.

    width: terminal columns to fit into.
    """
    keys = _name_articles(reports)
    return "\n\n".join("\n".join(_report(report, keys, width)) for report in reports) + "\n"


def write_times_json(reports: Iterable[Report]) -> str:
    """JSON Lines: for each article one row of kind "created", then one of kind "time" for each expression of its text."""
    return write_json_lines(row for report in reports for row in _rows(report))


def _report(report: Report, keys: dict[str, str], width: int) -> Iterator[str]:
    yield from write_heading(report)
    if report.article is None:
        return
    yield from _created(report, keys, width)
    yield f"  times: {len(report.times)}"
    room = max(width, NARROWEST) - _LINE - _TYPE - _VALUE - 4 * GAP
    widths = (_LINE, max(widest((words_at(report, t.span) for t in report.times), most=room), 5), _TYPE, _VALUE)
    if report.times:
        yield "  " + write_row(("line", "words", "type", "value"), widths)
    for time in report.times:
        line = str(row_of(report.page, time.span.start)).rjust(_LINE)
        yield "  " + write_row((line, words_at(report, time.span), time.type, time.value), widths)
        yield from write_notes(tell_reasons(time), indent=_INDENT, width=width)
    yield from _refused(report, width, "times")


def _created(report: Report, keys: dict[str, str], width: int) -> Iterator[str]:
    article = report.article
    assert article is not None
    basis = article.created_basis
    for article_id, key in keys.items():
        basis = basis.replace(article_id, key)
    yield f"  created: {article.created or 'unknown'} ({basis})"
    if article.updated:
        yield f"  updated: {article.updated}"
    for one in article.created_candidates:
        yield from write_notes([_candidate(report, one)], indent=4, width=width)
    yield from _refused(report, width, "created")


def _candidate(report: Report, one: CreatedCandidate) -> str:
    place = f", line {row_of(report.page, one.span.start)} “{words_at(report, one.span)}”" if one.span else ""
    return f"candidate: {one.value} by {one.basis}{place}"


def _refused(report: Report, width: int, stage: str) -> Iterator[str]:
    for refusal in report.refusals:
        if refusal.stage == stage:
            place = f"line {row_of(report.page, refusal.span.start)}: " if refusal.span else ""
            yield from write_notes([f"refused: {place}{refusal.reason}"], indent=4, width=width)


def tell_reasons(time: TimeExpression) -> Iterator[str]:
    """Why an expression has its value, for a reader: interval, anchor, tense, precision, rule and row."""
    if time.begin and (time.begin, time.end) != (time.value, time.value):
        yield time.begin if time.begin == time.end else f"{time.begin} to {time.end}"
    basis = _step(time, "anchor: ")
    if basis and time.anchor:
        yield f"read against {time.anchor[:_DAY]}, {basis}"
    elif basis:
        yield "the creation day is unknown"
    if tense := _step(time, "tense: "):
        name, _, word = tense.partition(" by ")
        yield f"{name} clause by “{word}”"
    yield f"{precision_of(time.value)}{'' if time.begin else ', no calendar interval'}"
    if shade := _step(time, "mod: "):
        yield f"mod {shade}"
    yield f"rule {time.trace[0].rule}, {time.trace[0].row}" if time.trace[0].row else f"rule {time.trace[0].rule}"


def _step(time: TimeExpression, opening: str) -> str | None:
    """What the step whose rule opens so goes on to say; None where there is no such step."""
    return next((s.rule.removeprefix(opening) for s in time.trace if s.rule.startswith(opening)), None)


def _rows(report: Report) -> Iterator[dict[str, Any]]:
    place = {"page": report.key, "page_id": report.page.id, "article_id": report.article.id if report.article else None}
    article = report.article
    yield {
        "kind": "created", **place, "is_card": bool(article and article.is_card),
        "entry_of": article.entry_of if article else None, "created": article.created if article else None,
        "created_basis": article.created_basis if article else None, "updated": article.updated if article else None,
        "candidates": [_place(report, one) for one in article.created_candidates] if article else [],
        "refusals": [_place(report, one) for one in report.refusals if article is None or one.stage in _STAGES],
    }
    for time in report.times:
        yield {
            "kind": "time", **place, **_place(report, time), "type": time.type, "value": time.value, "begin": time.begin,
            "end": time.end, "precision": precision_of(time.value), "mod": _step(time, "mod: "), "anchor": time.anchor,
            "anchor_basis": _step(time, "anchor: "), "tense": _step(time, "tense: "), "trace": time.trace,
        }


def _place(report: Report, record: CreatedCandidate | Refusal | TimeExpression) -> dict[str, Any]:
    span = record.span
    where = {
        "line": row_of(report.page, span.start) if span else None, "span": span,
        "words": report.page.text[span.start : span.end] if span else None,
    }
    if isinstance(record, CreatedCandidate):
        return {"value": record.value, "basis": record.basis, **where}
    return {"stage": record.stage, "reason": record.reason, **where} if isinstance(record, Refusal) else where


def _name_articles(reports: Iterable[Report]) -> dict[str, str]:
    """Article id -> the page it stands on, as the user named it."""
    return {report.article.id: report.key for report in reports if report.article}
