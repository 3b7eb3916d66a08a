"""Days said inside a quotation: "today" there is the day on which it was said, where the sentence around names that day."""

from __future__ import annotations

import re

from copydesk.lexicon.calendar import day_of
from copydesk.record import Span, TimeExpression

_QUOTED = re.compile(r"“[^”\n]*(?:”|$)|\"[^\"\n]*(?:\"|$)|``[^\n]*?(?:''|$)|«[^»\n]*(?:»|$)", re.MULTILINE)
_SENTENCE_END = re.compile(r"[.!?](?:\s|$)|\n")
_LONGEST_DELAY = 7  # days between an utterance and the article that a bare weekday can bridge
_WRITTEN_OUT = frozenset(("date", "iso", "slashed"))  # operations of days that need no such bridge


class Quotations:
    """The quoted stretches of a text."""

    def __init__(self, text: str, stretches: tuple[Span, ...]) -> None:
        self._text = text
        self._quoted = [
            match.span() for span in stretches for match in _QUOTED.finditer(text, span.start, span.end)
        ]

    def said_on(self, start: int, around: list[TimeExpression], created: str | None) -> str | None:
        """The day of the utterance that holds a position: the one past day named outside the quotation in its sentence.

        None where the position is not quoted, or where no day or more than one is named beside the quotation.
        """
        quotation = next(((begin, end) for begin, end in self._quoted if begin <= start < end), None)
        if quotation is None or created is None:
            return None
        days = {time.value for time in around if self._is_beside(quotation, time) and _is_before(time, created)}
        return days.pop() if len(days) == 1 else None

    def _is_beside(self, quotation: tuple[int, int], time: TimeExpression) -> bool:
        """Whether an unquoted expression stands in the sentence that a quotation is part of."""
        if any(begin <= time.span.start < end for begin, end in self._quoted):
            return False
        begin, end = quotation
        after = time.span.start >= end
        between = self._text[end : time.span.start] if after else self._text[time.span.end : begin]
        closed = after and self._text[end - 2 : end - 1] in ".!?"
        return not closed and not _SENTENCE_END.search(between)


def _is_before(time: TimeExpression, created: str) -> bool:
    """Whether a time is a day before the creation day: shortly before, or one written out."""
    day, today = day_of(time.value), day_of(created)
    if day is None or today is None or len(time.value) != 10 or day >= today:
        return False
    return time.trace[0].rule in _WRITTEN_OUT or (today - day).days <= _LONGEST_DELAY
