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
_STATES = frozenset({"country", "region_of_world", None})
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


def list_outcomes(reading: Reading, head: int) -> frozenset[int]:
    """Token indices of the participles that tell what came of a verb's act: "shelled the bridge, killing two"."""
    found: set[int] = set()
    pending = [child for child in reading.children[head] if child > head and reading.tokens[head].fine != "VBG"]
    while pending:
        child = pending.pop()
        token = reading.tokens[child]
        if token.fine == "VBG" and is_relation(token, "advcl", "conj") and not _has_own_subject(reading, child):
            found |= list_clause(reading, child)
            pending += reading.children[child]
    return frozenset(found)


def _has_own_subject(reading: Reading, verb: int) -> bool:
    return any(is_relation(reading.tokens[child], "nsubj", "mark") for child in reading.children[verb])


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
    places: tuple[Place, ...], reading: Reading, clause: frozenset[int],
    actors: tuple[Participant, ...], recipients: tuple[Participant, ...],
) -> Place | None:
    """The place where it happened: one behind a preposition of place that acts in no part of it; None where none is named.

    A town that was hit is both recipient and place; a state on the receiving side is a party alone.
    """
    for place in places:
        is_party = _holds(actors, place) or (_holds(recipients, place) and place.level in _STATES)
        if place.metonym_for or is_party:
            continue
        heads = [index for index in clause if place.span.start <= reading.tokens[index].start < place.span.end]
        if any(preposition_of(reading, head) in LOCATIVE for head in heads):
            return place
    return None


def _holds(participants: tuple[Participant, ...], place: Place) -> bool:
    return any(one.span and one.span.start < place.span.end and place.span.start < one.span.end for one in participants)
