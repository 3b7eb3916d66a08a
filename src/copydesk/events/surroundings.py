"""What stands in an event's own clause: its span, date, place and quantities. What does not stand there stays empty."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol, TypeVar

from copydesk.events.frames import preposition_of
from copydesk.events.subjects import is_relation
from copydesk.record import Participant, Place, Reading, Span, TimeExpression

LOCATIVE = frozenset((
    "in", "at", "near", "around", "outside", "inside", "across", "on", "over", "along", "into", "to", "from", "off", "toward",
    "towards", "through", "throughout", "within", "by", "of",
))
_OTHER_CLAUSES = ("ccomp", "advcl", "parataxis", "csubj")


class _Spanned(Protocol):
    @property
    def span(self) -> Span: ...


_Record = TypeVar("_Record", bound=_Spanned)


def list_clause(reading: Reading, head: int, keep: int | None = None) -> frozenset[int]:
    """Token indices of the clause around a head, other clauses below it left out but the one that holds `keep`."""
    found = {head}
    pending = [head]
    while pending:
        for child in reading.children[pending.pop()]:
            token = reading.tokens[child]
            another = is_relation(token, *_OTHER_CLAUSES) or token.relation == "acl:relcl" or (
                is_relation(token, "conj") and token.tag == "VERB"
            )
            if not another or child == keep:
                found.add(child)
                pending.append(child)
    return frozenset(found)


def find_clause_head(reading: Reading, index: int) -> int:
    """The verb (or root) whose clause a token stands in."""
    for _ in range(12):
        token = reading.tokens[index]
        if token.tag == "VERB" or token.head == index:
            return index
        index = token.head
    return index


def find_clause_span(reading: Reading, clause: Iterable[int]) -> Span:
    """From the first to the last character of a clause's words, outer punctuation left out."""
    words = sorted(index for index in clause if reading.tokens[index].tag != "PUNCT") or sorted(clause)
    return Span(start=reading.tokens[words[0]].start, end=reading.tokens[words[-1]].end)


def list_in_clause(records: Iterable[_Record], reading: Reading, clause: frozenset[int]) -> tuple[_Record, ...]:
    """The records that begin at or inside a word of the clause."""
    found = []
    for record in records:
        begin, end = record.span.start, record.span.end
        if any(begin <= reading.tokens[index].start < end for index in clause):
            found.append(record)
    return tuple(found)


def pick_time(times: tuple[TimeExpression, ...], trigger: Span) -> TimeExpression | None:
    """The date of the clause: of those with a calendar interval the one nearest to the trigger."""
    dated = [time for time in times if time.begin is not None and time.type in ("DATE", "TIME")]
    return min(dated, key=lambda time: abs(time.span.start - trigger.start), default=None)


def pick_place(
    places: tuple[Place, ...], reading: Reading, clause: frozenset[int], cast: tuple[Participant, ...],
) -> Place | None:
    """The place where it happened: one behind a preposition of place that is no participant; None where none is named."""
    taken = [p.span for p in cast if p.span is not None]
    for place in places:
        if place.metonym_for or any(s.start < place.span.end and place.span.start < s.end for s in taken):
            continue
        heads = [index for index in clause if place.span.start <= reading.tokens[index].start < place.span.end]
        if any(preposition_of(reading, head) in LOCATIVE for head in heads):
            return place
    return None
