"""Where words stand, and what produced a record."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Span:
    """Half-open stretch [start, end) of a page's text, in Unicode code points."""

    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Evidence:
    """The exact words on a page that carry something said about the story: `page.text[start:end] == words`."""

    page_id: str
    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Ref:
    """Somebody or something referred to: where (span), who (entity_id), and as what (name); any may be unknown."""

    span: Span | None
    entity_id: str | None
    name: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TraceStep:
    """One step that led to a record: the stage, the rule in it, and the lexicon row (`file:key`) where one fired."""

    stage: str
    rule: str
    row: str | None = None


Trace = tuple[TraceStep, ...]
