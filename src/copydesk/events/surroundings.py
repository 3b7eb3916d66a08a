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
HARMING = frozenset({"kill", "injure", "wound", "hurt", "maim"})
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
    """Token indices of the clauses that tell what came of a verb's act.

    Participles ("shelled the bridge, killing two"), verbs of harm in the same breath ("killed three and injured nine"), and
    the harm that the act is told as the cause of ("three were killed when drones hit the depot").
    """
    found: set[int] = set()
    pending = [child for child in reading.children[head] if child > head and reading.tokens[head].fine != "VBG"]
    while pending:
        child = pending.pop()
        token = reading.tokens[child]
        told_on = token.fine == "VBG" or (is_relation(token, "conj") and token.lemma.lower() in HARMING)
        if told_on and is_relation(token, "advcl", "conj") and not _has_own_subject(reading, child):
            found |= list_clause(reading, child)
            pending += reading.children[child]
    return frozenset(found) | _list_harm_above(reading, head)


def _list_harm_above(reading: Reading, head: int) -> frozenset[int]:
    """The clause "three were killed" above "when drones hit the depot", with what is coordinated with it."""
    above = reading.tokens[head].head
    if above == head or not is_relation(reading.tokens[head], "advcl") or not is_harm_told(reading, above):
        return frozenset()
    marks = (reading.tokens[child] for child in reading.children[head])
    if not any(mark.lemma.lower() in ("when", "after", "as") and mark.tag in ("SCONJ", "ADV", "ADP") for mark in marks):
        return frozenset()
    beside = (child for child in reading.children[above] if is_relation(reading.tokens[child], "conj"))
    return frozenset({*list_clause(reading, above), *(index for child in beside for index in list_clause(reading, child))})


def is_harm_told(reading: Reading, verb: int) -> bool:
    """Whether a clause tells of the dead or hurt without who did it: "were killed", "died"."""
    token = reading.tokens[verb]
    lemma = token.lemma.lower()
    return lemma == "die" or (lemma in HARMING and token.fine == "VBN")


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
    actors: tuple[Participant, ...], recipients: tuple[Participant, ...], *, hit: bool = False,
) -> Place | None:
    """The place where it happened: one behind a preposition of place that acts in no part of it; None where none is named.

    hit: a town on the receiving side is the place as well; a state there is a party alone.
    """
    for place in places:
        receives = _holds(recipients, place) and (place.level in _STATES or not hit)
        if place.metonym_for or receives or _holds(actors, place):
            continue
        heads = [index for index in clause if place.span.start <= reading.tokens[index].start < place.span.end]
        found = {preposition_of(reading, head) for head in heads}
        if found & (LOCATIVE - {"by"} if place.level in _STATES else LOCATIVE):
            return place
    return None


def _holds(participants: tuple[Participant, ...], place: Place) -> bool:
    return any(one.span and one.span.start < place.span.end and place.span.start < one.span.end for one in participants)
