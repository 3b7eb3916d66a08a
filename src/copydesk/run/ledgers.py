"""The ledger's side of a run, apart from the rest: whoever needs no ledger loads no database library."""

from copydesk.run.capturing import Given, ReadCapture, Taken, find_given, read_captures, take
from copydesk.run.judging import find_idle
from copydesk.run.rebuilding import Edition, rebuild
from copydesk.run.verdicts import KINDS, Verdict, judge, judge_correction

__all__ = [
    "KINDS", "Edition", "Given", "ReadCapture", "Taken", "Verdict", "find_given", "find_idle", "judge", "judge_correction",
    "read_captures", "rebuild", "take",
]
