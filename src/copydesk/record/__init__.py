"""WHAT WE KNOW: frozen records, ids and the JSON codec; computes nothing.

Import from here: `from copydesk.record import Page, Span`.
"""

from copydesk.record.cast import Appearance, CastMember, Merge, MergeBasis, StoryCast
from copydesk.record.coded import CodedEvent, EventMention
from copydesk.record.entity import (
    Entity,
    EntityKind,
    Mention,
    Place,
    PlaceLevel,
    Quantity,
    Role,
    TimeExpression,
    TimeType,
)
from copydesk.record.event import Category, Confidence, Event, EventStatus, Participant, Predicate
from copydesk.record.layout import Layout, MetadataValue, Piece, StatedEntry
from copydesk.record.page import Article, Block, BlockRole, CreatedCandidate, Credit, CreditKind, Page
from copydesk.record.quote import Fit, Quote, Quotes
from copydesk.record.reading import Name, Reading, Sentence, Token, Trigger
from copydesk.record.report import Question, Refusal, Report
from copydesk.record.span import Evidence, Ref, Span, Trace, TraceStep
from copydesk.record.statement import Act, Certainty, Hedge, Manner, Relay, SaidOn, SpeakerKind, Statement, Utterance
from copydesk.record.story import (
    Beside,
    BesideBasis,
    Claim,
    Contradiction,
    Coverage,
    Expectation,
    LeftOut,
    Line,
    LineKind,
    OpenQuestion,
    Original,
    Rendering,
    Section,
    SetAside,
    Stance,
    Standing,
    Story,
    Syndication,
    Tension,
    TensionRow,
    TimelineEntry,
)

__all__ = [
    "Act", "Appearance", "Article", "Beside", "BesideBasis", "Block", "BlockRole", "CastMember", "Category", "Certainty",
    "Claim", "CodedEvent", "Confidence", "Contradiction", "Coverage", "CreatedCandidate", "Credit", "CreditKind", "Entity",
    "EntityKind", "Event", "EventMention", "EventStatus", "Evidence", "Expectation", "Fit", "Hedge", "Layout", "LeftOut",
    "Line", "LineKind", "Manner", "Mention", "Merge", "MergeBasis", "MetadataValue", "Name", "OpenQuestion", "Original",
    "Page", "Participant", "Piece", "Place", "PlaceLevel", "Predicate", "Quantity", "Question", "Quote", "Quotes", "Reading",
    "Ref", "Refusal", "Relay", "Rendering", "Report", "Role", "SaidOn", "Section", "Sentence", "SetAside", "Span",
    "SpeakerKind", "Stance", "Standing", "StatedEntry", "Statement", "Story", "StoryCast", "Syndication", "Tension",
    "TensionRow", "TimeExpression", "TimeType", "TimelineEntry", "Token", "Trace", "TraceStep", "Trigger", "Utterance",
]
