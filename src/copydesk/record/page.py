"""What was fetched, and the articles found on it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from copydesk.record.span import Ref, Span

BlockRole = Literal[
    "headline", "standfirst", "subheading", "paragraph", "list_item", "pull_quote", "table", "byline", "dateline",
    "timestamp", "section", "caption", "credit", "editors_note", "update_note", "correction", "promotion",
    "related_link", "comment", "legal", "navigation",
]
CreditKind = Literal["wire", "photo", "illustration", "reporting", "editing", "copyright", "first_published", "other"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page as it came. `text` is decoded once and never changed; every span points into it.

    id: derived from sha256 and url. fetched_at: ISO 8601 or None where unknown. sha256: of the raw bytes, hex.
    translation_of: path or name of the page that this is a translation of, as the user states it; None for all else.
    """

    id: str
    text: str
    url: str | None
    outlet: str | None
    fetched_at: str | None
    media_type: str
    sha256: str
    translation_of: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A stretch of the page with its role. The blocks of all articles of a page partition `page.text`."""

    span: Span
    role: BlockRole


@dataclass(frozen=True, slots=True, kw_only=True)
class Credit:
    """Whose work something on the page is: "Reporting by ...", a photo agency, a wire's copyright line."""

    kind: CreditKind
    name: str
    span: Span | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CreatedCandidate:
    """A possible creation time of an article. value: ISO 8601 prefix; basis: see time-place page of the docs."""

    value: str
    basis: str
    span: Span | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One news item of a page. `is_card`: a teaser of another story, never evidence for its host.

    entry_of: id of the page's main article where this is a dated entry of its live page, else None; an entry is
    no card, and evidence like any article (docs/decisions/0011-entries-of-live-pages.md).

    created, updated: ISO 8601 prefixes whose length is their precision, None where unknown; created_basis says why.
    outlet: who published; wire: the agency whose copy it is, where the page says so.
    """

    id: str
    page_id: str
    blocks: tuple[Block, ...]
    headline: Span | None
    bylines: tuple[Ref, ...]
    outlet: str | None
    wire: str | None
    credits: tuple[Credit, ...]
    canonical_url: str | None
    created: str | None
    created_basis: str
    created_candidates: tuple[CreatedCandidate, ...]
    updated: str | None
    language: str | None
    is_card: bool
    entry_of: str | None = None
