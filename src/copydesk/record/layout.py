"""How a page was laid out, in memory only: written by `read`, used by `clean` and `resolve`."""

from __future__ import annotations

from dataclasses import dataclass

from copydesk.record.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One block of markup, or one line of plain text, that holds text of its own.

    span: into page.text, without surrounding white space. tag: the HTML element ("p", "li", "h1"; "line" for text).
    path: the elements above it with class and id words, outermost first. link_share: share of its characters in links.
    source_line: the line in the markup, 0 where unknown. elements: a number for each element of `path`, the same
    for two pieces only where they stand in the same element. time: what the first `<time>` in it states, made ISO
    8601 where it can be read.
    """

    span: Span
    tag: str
    path: tuple[str, ...] = ()
    link_share: float = 0.0
    href: str | None = None
    source_line: int = 0
    elements: tuple[int, ...] = ()
    time: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StatedEntry:
    """An entry of a live page as its JSON-LD states it; "" and () where it does not say.

    headline, opening (the first words of its text) tell which words of the page are meant; created: made ISO 8601 where
    it can be read, else as written there.
    """

    headline: str
    opening: str
    created: str
    authors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MetadataValue:
    """One value a page or a manifest states about an article. basis: "manifest", "json-ld", "opengraph", "meta", "time"...

    field: title, author, published, modified, outlet, canonical_url, language, section, standfirst.
    """

    field: str
    value: str
    basis: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """The pieces of a page in reading order, and what its metadata states. plain: the page came without markup.

    whole_article: the text is one article's text, a paragraph a line, without furniture (`read --jsonl`).
    entries: what it states of its entries; is_live: it calls itself a live page in its JSON-LD. markup: the decoded HTML
    that the pieces were cut from, "" for text, kept so that an outside extractor can be asked where labels are in doubt.
    """

    page_id: str
    pieces: tuple[Piece, ...]
    metadata: tuple[MetadataValue, ...]
    plain: bool
    whole_article: bool = False
    entries: tuple[StatedEntry, ...] = ()
    is_live: bool = False
    markup: str = ""
