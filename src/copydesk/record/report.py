"""What one article reports: the record that travels between machines, one a line."""

from __future__ import annotations

from dataclasses import dataclass

from copydesk.record.entity import Entity, Mention, Place, Quantity, TimeExpression
from copydesk.record.event import Event, Predicate
from copydesk.record.page import Article, Page
from copydesk.record.span import Span, Trace
from copydesk.record.statement import Statement

REPORT_SCHEMA = "copydesk/report/1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """What a stage could not read, why, and where. Nothing is lost silently: it stands here instead."""

    page_id: str
    stage: str
    reason: str
    span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """Something the text itself leaves open ("did not say how many"). statement_id: the statement that says so."""

    id: str
    span: Span
    statement_id: str | None
    trace: Trace


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """All that one article says. key: the path or row id it came from. article is None where a page had none."""

    schema: str
    key: str
    page: Page
    article: Article | None
    entities: tuple[Entity, ...]
    mentions: tuple[Mention, ...]
    times: tuple[TimeExpression, ...]
    places: tuple[Place, ...]
    quantities: tuple[Quantity, ...]
    statements: tuple[Statement, ...]
    events: tuple[Event, ...]
    predicates: tuple[Predicate, ...]
    questions: tuple[Question, ...]
    refusals: tuple[Refusal, ...]
