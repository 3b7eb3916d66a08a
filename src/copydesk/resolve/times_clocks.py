"""Times of day that are dated by what stands after them: "at 9:40 a.m. (0640 GMT) on Friday"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime, timedelta

from copydesk.lexicon.calendar import day_of
from copydesk.record import TimeExpression, TraceStep
from copydesk.resolve.times_trace import STAGE

_REACH = 30  # characters between a time of day and the day named after it
_QUARTER = 15  # minutes
_CLAUSE_END = re.compile(r"[.;!?]\s|\n")
_WEST, _EAST = timedelta(hours=-12), timedelta(hours=14)  # how far local clocks lie from universal time


def date_clocks(text: str, times: list[TimeExpression]) -> None:
    """Give a bare time of day the day named right after it, in place.

    A moment of universal time in brackets is the same moment on another clock: "2 a.m. (1800 GMT Saturday)" is a Sunday.
    """
    for place in range(len(times) - 2, -1, -1):
        time, after = times[place], times[place + 1]
        if time.trace[0].rule != "clock" or after.begin is None or after.span.start - time.span.end > _REACH:
            continue
        between = text[time.span.end : after.span.start]
        if not day_of(after.value) or _CLAUSE_END.search(between):
            continue
        is_other_clock = between.strip() in {"(", "["}
        day = _local_day(time.value[11:], after.begin) if is_other_clock else after.begin[:10]
        if day:
            offset = _offset(day + time.value[10:], after.begin) if is_other_clock and time.begin == time.value else ""
            begin, end = (day + moment[10:] + offset if moment else None for moment in (time.begin, time.end))
            step = TraceStep(stage=STAGE, rule="anchor: the day named after it")
            times[place] = replace(
                time, value=day + time.value[10:], begin=begin, end=end, anchor=after.value, trace=(*time.trace[:1], step),
            )


def _offset(local: str, moment: str) -> str:
    """How far a local clock lies from the moment of universal time that it shows; "" where by no whole quarters of an hour."""
    minutes = round((datetime.fromisoformat(local) - datetime.fromisoformat(moment[:-1])).total_seconds() / 60)
    hours, rest = divmod(abs(minutes), 60)
    return f"{'-' if minutes < 0 else '+'}{hours:02d}:{rest:02d}" if rest % _QUARTER == 0 else ""


def _local_day(clock: str, moment: str) -> str | None:
    """The day on which a local clock ("02:00") shows a moment of universal time; None where the zone is another."""
    if not moment.endswith("Z") or not re.match(r"\d\d:\d\d", clock):
        return None
    universal = datetime.fromisoformat(moment[:-1])
    shown = universal.replace(hour=int(clock[:2]) % 24, minute=int(clock[3:5]))
    for days in (0, 1, -1):
        local = shown + timedelta(days)
        if _WEST <= local - universal <= _EAST:
            return local.date().isoformat()
    return None
