"""What happened, as PLOVER codes it, and whether it did."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from copydesk.record.entity import Place, Quantity, TimeExpression
from copydesk.record.span import Span, Trace

Category = Literal[
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN",
    "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
]
EventStatus = Literal["asserted", "historical", "planned", "conditional", "denied"]
Confidence = Literal["high", "medium", "low"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant:
    """An actor or recipient: a Ref with its PLOVER code. country: alpha-3 or IGO, NGO...; sectors: primary first."""

    span: Span | None
    entity_id: str | None
    name: str | None
    country: str | None
    sectors: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Predicate:
    """Did it happen: value from -3 (surely not) to 3 (surely), on the scale of Universal Decompositional Semantics."""

    span: Span
    value: float
    trace: Trace


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One coded event. span: its clause; trigger: the words that name it; statement_id: the statement it stands in.

    confidence: how sure the coding is, its reasons in the trace (rule "confidence", a row each); None where nobody judged it.
    """

    id: str
    span: Span
    trigger: Span
    category: Category
    modes: tuple[str, ...]
    contexts: tuple[str, ...]
    actors: tuple[Participant, ...]
    recipients: tuple[Participant, ...]
    status: EventStatus
    statement_id: str | None
    date: TimeExpression | None
    place: Place | None
    quantities: tuple[Quantity, ...]
    trace: Trace
    confidence: Confidence | None = None
