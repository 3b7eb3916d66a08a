"""Why an expression of time has its value: the row, what it was read against and why, the tense, words that shade it."""

from __future__ import annotations

from copydesk.lexicon.timepatterns import Found
from copydesk.record import Trace, TraceStep
from copydesk.resolve.times_setting import Setting, Value
from copydesk.resolve.times_tense import Told

STAGE = "times"
_TENSES = {"over": "past", "timetable": "present"}  # what a reader is told of a tense
_SHADES = ("edge", "limit", "earlyword", "mid", "bound")  # classes whose value is a TIMEX3 mod: START, MID, END, APPROX ...


def trace_time(found: Found, value: Value, told: Told, setting: Setting) -> Trace:
    """The steps to a value: operation and row first, then anchor and tense where it was read against a day, then shades.

    Rules: "anchor: creation day", "anchor: the date told before", "anchor: unknown"; "tense: future by due"; "mod: END";
    "calendar: Hebrew".
    """
    steps = [TraceStep(stage=STAGE, rule=found.row.operation, row=f"time_patterns.tsv:{found.row.name}")]
    if basis := _basis(value, setting):
        steps.append(TraceStep(stage=STAGE, rule=f"anchor: {basis}"))
        if told.tense:
            steps.append(TraceStep(stage=STAGE, rule=f"tense: {_TENSES.get(told.tense, told.tense)} by {told.by}"))
    shade = next((found.values[name][0] for name in _SHADES if name in found.values), None)
    if shade:
        steps.append(TraceStep(stage=STAGE, rule=f"mod: {shade}"))
    if value.note:
        steps.append(TraceStep(stage=STAGE, rule=value.note))
    return tuple(steps)


def _basis(value: Value, setting: Setting) -> str | None:
    """What an expression was read against; None where it needs nothing else."""
    if value.anchor is None:
        return "unknown" if value.value.startswith("XXXX") and value.type in ("DATE", "TIME") else None
    return "creation day" if value.anchor == setting.created else "the date told before"
