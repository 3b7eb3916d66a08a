"""Weekdays that end a range: "Monday through Friday", "from Thursday to Sunday" run forward."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from copydesk.lexicon.calendar import day_of
from copydesk.lexicon.timecontext import TimeContext
from copydesk.record import TimeExpression, TraceStep
from copydesk.resolve.times_setting import Value
from copydesk.resolve.times_trace import STAGE


def join_ranges(text: str, times: list[TimeExpression], context: TimeContext) -> None:
    """Put the second of two weekdays joined by "to", "through" and the like after the first, in place."""
    for place in range(1, len(times)):
        first, second = times[place - 1], times[place]
        between = text[first.span.end : second.span.start].strip().lower()
        if second.trace[0].rule != "near" or not context.has(between, "spanning") or first.trace[0].rule != "near":
            continue
        begin, end = day_of(first.value), day_of(second.value)
        if begin is None or end is None or (begin <= end and (end - begin).days < 7):
            continue
        day = begin + timedelta(days=(end - begin).days % 7)
        moved = Value(second.type, day.isoformat() + second.value[10:])
        step = TraceStep(stage=STAGE, rule="anchor: the date told before")
        times[place] = replace(
            second, value=moved.value, begin=moved.interval()[0], end=moved.interval()[1], anchor=first.value,
            trace=(*second.trace[:1], step),
        )
