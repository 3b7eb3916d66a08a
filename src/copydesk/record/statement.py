"""Who said what, to whom, through whom, when, and how surely."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from copydesk.record.span import Ref, Span, Trace

SpeakerKind = Literal[
    "person", "state", "organisation", "group", "document", "outlet", "anonymous", "experts", "unspecified",
]
Manner = Literal["direct", "indirect", "mixed"]
Act = Literal[
    "statement", "warning", "denial", "demand", "refusal", "directive", "offer", "agreement", "concession",
    "assessment", "criticism", "accusation", "expectation", "schedule", "silence", "open_question",
]
Utterance = Literal["made", "refused", "expected", "attitude"]
Polarity = Literal["positive", "negative"]
Certainty = Literal["certain", "probable", "possible", "unspecified"]
RelayEvidence = Literal["explicit", "inferred"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Hedge:
    """A word that weakens or grades a statement. low, high: ICD 203 likelihood band 0-1, None where it has none."""

    span: Span
    word: str
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Relay:
    """One hand that passed the words on. kind: outlet, wire, document, person, organisation, media, page."""

    name: str
    kind: str
    evidence: RelayEvidence
    span: Span | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidOn:
    """When it was said. value: TIMEX3 value; begin, end: ISO 8601; basis: stated, created, venue."""

    value: str
    begin: str | None
    end: str | None
    basis: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One thing said. span: the whole attribution; content: what is said, possibly in several stretches.

    relays: from the speaker to the page, the page itself last. nested_in: id of the statement that reports this one.
    """

    id: str
    span: Span
    content: tuple[Span, ...]
    cue: Span | None
    speaker: Ref | None
    speaker_kind: SpeakerKind
    role: str | None
    organisation: str | None
    country: str | None
    addressee: Ref | None
    venue: Ref | None
    manner: Manner
    act: Act
    utterance: Utterance
    polarity: Polarity
    certainty: Certainty
    hedges: tuple[Hedge, ...]
    condition: Span | None
    relays: tuple[Relay, ...]
    said_on: SaidOn | None
    nested_in: str | None
    trace: Trace
