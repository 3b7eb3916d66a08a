"""One page: bytes or text in, `Page` and `Layout` out, with a `Refusal` for whatever could not be used."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from pathlib import PurePath

from copydesk.read.decode import decode
from copydesk.read.html import Markup, read_markup
from copydesk.record import Layout, MetadataValue, Page, Piece, Refusal, Span
from copydesk.record.ids import derive_id

ReadPage = tuple[Page, Layout, tuple[Refusal, ...]]

TEXT, HTML, BINARY = "text/plain", "text/html", "application/octet-stream"
_LINE = re.compile(r"[^\n\r\v\f\x85\u2028\u2029]+")
_MARKUP = re.compile(
    r"\s*(?><!--.{0,2000}?-->\s*)*+<(?:!doctype\s+html|html|head|body|\?xml[^>]*\?>\s*<(?:!doctype\s+)?html)\b",
    re.IGNORECASE | re.DOTALL,
)
_ELEMENT = re.compile(
    r"</?(?:html|head|body|div|p|span|article|section|meta|script|h[1-6]|ul|li|table|br|a)\b[^<>]*>", re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """What a manifest or the caller states about a page; it outranks what the page says of itself.

    key: path or row id; its last part stands for the address where that is unknown (docs/decisions/0002-page-ids.md).
    """

    key: str
    url: str | None = None
    outlet: str | None = None
    created: str | None = None
    headline: str | None = None
    fetched_at: str | None = None

    def metadata(self) -> tuple[MetadataValue, ...]:
        """The values as metadata with basis "manifest"."""
        fields = (("title", self.headline), ("published", self.created), ("outlet", self.outlet),
                  ("canonical_url", self.url))
        return tuple(MetadataValue(field=field, value=value, basis="manifest") for field, value in fields if value)


def read_text_page(
    text: str, *, key: str, created: str | None = None, outlet: str | None = None, url: str | None = None,
    headline: str | None = None, fetched_at: str | None = None, whole_article: bool = False,
) -> ReadPage:
    """A page from text that is already decoded; `page.text` is `text`, unchanged.

    whole_article: the text is one article, a paragraph a line, without furniture. key: names the page in messages.
    """
    stated = Stated(key=key, url=url, outlet=outlet, created=created, headline=headline, fetched_at=fetched_at)
    sha256 = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    page = build_page(text, TEXT, sha256, stated)
    layout = Layout(
        page_id=page.id, pieces=find_lines(text), metadata=stated.metadata(), plain=True, whole_article=whole_article,
    )
    return page, layout, refuse_empty(page, layout, key)


def read_page(
    raw: bytes, *, key: str, media_type: str | None = None, url: str | None = None, outlet: str | None = None,
    created: str | None = None, fetched_at: str | None = None,
) -> ReadPage:
    """A page from raw bytes: sniffed, decoded once, and cut into pieces.

    Text keeps its decoded form unchanged; HTML gets a text made once from its elements. What is no text (a picture, an
    archive) or has none gives a page with text "" and a refusal that says what to do. media_type: what a server said,
    with its charset; the bytes are believed before it.
    """
    stated = Stated(key=key, url=url, outlet=outlet, created=created, fetched_at=fetched_at)
    sha256 = hashlib.sha256(raw).hexdigest()
    decoded = decode(raw, declared=charset_of(media_type))
    if decoded.encoding is None:
        page = build_page("", BINARY, sha256, stated)
        layout = Layout(page_id=page.id, pieces=(), metadata=stated.metadata(), plain=True)
        return page, layout, (_refusal(page, f"{key}: {decoded.note}"),)
    notes = (decoded.note,) if decoded.note else ()
    if is_markup(decoded.text, media_type):
        markup = read_markup(decoded.text, url=url)
        page, layout = _markup_page(markup, decoded.text, sha256, stated)
        notes = (*notes, *markup.notes)
    else:
        page = build_page(decoded.text, TEXT, sha256, stated)
        layout = Layout(
            page_id=page.id, pieces=find_lines(page.text), metadata=stated.metadata(), plain=True,
        )
    return page, layout, (*(_refusal(page, f"{key}: {note}") for note in notes), *refuse_empty(page, layout, key))


def is_markup(text: str, media_type: str | None = None) -> bool:
    """Whether text is HTML: it opens like a document, or its first 4,000 characters hold several known elements."""
    if _MARKUP.match(text):
        return True
    found = len(_ELEMENT.findall(text[:4000]))
    return found >= (1 if media_type and "html" in media_type.lower() else 3)


def find_lines(text: str) -> tuple[Piece, ...]:
    """The lines of plain text that hold more than white space, without the white space around them."""
    pieces = []
    for number, match in enumerate(_LINE.finditer(text), 1):
        line = match.group()
        start = match.start() + len(line) - len(line.lstrip())
        end = match.end() - (len(line) - len(line.rstrip()))
        if start < end:
            pieces.append(Piece(span=Span(start=start, end=end), tag="line", source_line=number))
    return tuple(pieces)


def _markup_page(markup: Markup, html: str, sha256: str, stated: Stated) -> tuple[Page, Layout]:
    page = build_page(markup.text, HTML, sha256, stated)
    metadata = (*stated.metadata(), *markup.metadata)
    return page, Layout(
        page_id=page.id, pieces=markup.pieces, metadata=metadata, plain=False, entries=markup.entries, is_live=markup.is_live,
        markup=html,
    )


def build_page(text: str, media_type: str, sha256: str, stated: Stated) -> Page:
    """A page with its id, derived from its bytes and its address or name (docs/decisions/0002-page-ids.md)."""
    return Page(
        id=derive_id("page", sha256, stated.url or PurePath(stated.key).name), text=text, url=stated.url, outlet=stated.outlet,
        fetched_at=stated.fetched_at, media_type=media_type, sha256=sha256,
    )


def charset_of(media_type: str | None) -> str | None:
    """The charset that a media type names; None where it names none."""
    match = re.search(r"charset\s*=\s*[\"']?([\w.:-]+)", media_type or "", re.IGNORECASE)
    return match.group(1) if match else None


def refuse_empty(page: Page, layout: Layout, key: str) -> tuple[Refusal, ...]:
    """A refusal where a page holds no words at all."""
    if layout.pieces:
        return ()
    return (_refusal(page, f"{key}: the page holds no words: check that the whole page was saved"),)


def _refusal(page: Page, reason: str) -> Refusal:
    return Refusal(page_id=page.id, stage="read", reason=reason)
