"""Times seen from the day of an utterance: "tomorrow" in a quotation, "Thursday" in what somebody said would happen."""

from __future__ import annotations

from dataclasses import dataclass, replace

from copydesk.lexicon.timepatterns import Found
from copydesk.lexicon.timewords import Tokens
from copydesk.record import TimeExpression, TraceStep
from copydesk.resolve.times_algebra import Tense
from copydesk.resolve.times_quotes import Quotations
from copydesk.resolve.times_reported import Reported
from copydesk.resolve.times_setting import Setting
from copydesk.resolve.times_trace import STAGE
from copydesk.resolve.times_values import OPERATIONS

_SEEN_FROM_TODAY = frozenset(("dayword", "ago", "neighbour", "overnight", "this_time"))
_DAY = 10  # characters of an ISO day


@dataclass(frozen=True, slots=True)
class Said:
    """An expression seen from the day on which it is said.

    place: of its TimeExpression; tense: of its clause; token: its first of the reading's, None where nothing was read.
    """

    place: int
    found: Found
    tokens: Tokens
    tense: Tense
    token: int | None

    @property
    def is_deictic(self) -> bool:
        """Whether it is seen from the day on which it is said ("tomorrow", "last week", "two days ago")."""
        return is_deictic(self.found)


def is_anchored(found: Found) -> bool:
    """Whether a quotation or a report may move an expression: it is deictic or names a weekday."""
    return is_deictic(found) or "weekday" in found.values


def is_deictic(found: Found) -> bool:
    """Whether an expression is seen from the day on which it is said ("tomorrow", "last week", "two days ago")."""
    if found.row.operation == "near":
        return bool({"near", "dayword", "tonight"} & set(found.values))
    return found.row.operation in _SEEN_FROM_TODAY or "upnext" in found.values


def anchor_said(
    times: list[TimeExpression], said: list[Said], *, created: str | None, quotations: Quotations, reported: Reported,
) -> None:
    """Read what was said on a day against that day, in place."""
    for one in said:
        found = one.found
        day = quotations.said_on(found.start, times, created) or _reported_on(one, said, times, created, reported=reported)
        words = tuple(one.tokens.word(index).lower() for index in range(found.first, found.last))
        setting = Setting(created=day, tense=one.tense)
        value = OPERATIONS[found.row.operation](found, words, setting) if day else None
        if value:
            begin, end = value.interval()
            step = TraceStep(stage=STAGE, rule="anchor: the day of the utterance")
            trace = (*times[one.place].trace[:1], step)
            times[one.place] = replace(times[one.place], value=value.value, begin=begin, end=end, anchor=day, trace=trace)


def _reported_on(
    one: Said, said: list[Said], times: list[TimeExpression], created: str | None, *, reported: Reported,
) -> str | None:
    """The past weekday on which somebody said what would happen on another; None where the clause is no such report."""
    if one.token is None or created is None or one.tense not in ("future", "coming") or one.is_deictic:
        return None
    saying = reported.find_saying(one.token)
    if saying is None:
        return None
    days = {times[other.place].value for other in said if other.token is not None and other is not one
            and not other.is_deictic and reported.hangs_on(other.token, saying)}
    day = days.pop() if len(days) == 1 else ""
    return day if len(day) == _DAY and day < created[:_DAY] else None
