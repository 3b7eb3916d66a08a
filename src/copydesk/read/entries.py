"""What a file of many pages (an archive, a feed, an export) holds, before it becomes pages: entries and gaps."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from urllib.parse import urljoin, urlsplit

from copydesk.read.html import read_markup
from copydesk.read.links import tidy_address
from copydesk.read.page import ReadPage, Stated, build_page, find_lines, read_page, refuse_empty
from copydesk.record import Layout, MetadataValue, Page, Piece, Refusal, Span

# Longest text of one entry, in characters; a longer one is cut there and told.
MAX_TEXT = 5_000_000
OPENING = 12  # pieces at the top of a body among which its headline may stand already
MAX_TOLD = 6  # kinds of left-out parts that are named one by one
_BLANK = re.compile(r"[ \t\n\r\f\u00a0]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One page as a file of many holds it: raw bytes of a page of its own, or a body with what the file states of it.

    number: counts the entries of a file from 1, None where the file is one page. raw: bytes to be sniffed like a file;
    else `markup` (a fragment of HTML) or `text`, under `headline`. basis: where the stated values come from ("feed").
    teaser: the body is only an announcement of an article that stands elsewhere. has_furniture: a text is no article
    line by line, `clean` labels it. is_short: a post; its markup too is an article without furniture. notes: what was
    refused or left out.
    """

    number: int | None
    basis: str
    media_type: str
    raw: bytes | None = None
    markup: str | None = None
    text: str | None = None
    headline: str | None = None
    url: str | None = None
    fetched_at: str | None = None
    published: str | None = None
    modified: str | None = None
    authors: tuple[str, ...] = ()
    outlet: str | None = None
    section: str | None = None
    standfirst: str | None = None
    language: str | None = None
    teaser: bool = False
    has_furniture: bool = False
    is_short: bool = False
    notes: tuple[str, ...] = ()

    def metadata(self) -> tuple[MetadataValue, ...]:
        """What the file states about this entry, under its basis."""
        named = (
            ("title", self.headline), ("published", self.published), ("modified", self.modified), ("outlet", self.outlet),
            ("canonical_url", tidy_address(self.url or "") or self.url), ("section", self.section), ("language", self.language),
            ("standfirst", self.standfirst),
            *(("author", name) for name in self.authors), ("extent", "teaser" if self.teaser else None),
        )
        return tuple(MetadataValue(field=field, value=value, basis=self.basis) for field, value in named if value)


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """What could not be read, or was left out: of one entry (number), or of the file as a whole (None)."""

    reason: str
    number: int | None = None


Part = Entry | Gap


def tell_left_out(counts: Counter[str], *, of: str) -> Iterator[Gap]:
    """One Gap that names what was left out and how often; none where nothing was. of: "the archive", "the chat"."""
    if not counts:
        return
    common = counts.most_common(MAX_TOLD)
    rest = counts.total() - sum(number for _, number in common)
    named = [f"{kind} ({number})" for kind, number in (*common, *((("other things", rest),) if rest else ()))]
    told = ", ".join(named)
    yield Gap(reason=f"left out of {of}: {told}")


def clean_line(text: str | None) -> str | None:
    """A stated value on one line without white space around it; None where nothing is left."""
    line = _BLANK.sub(" ", (text or "").replace("\x00", "")).strip()
    return line or None


def join_address(base: str | None, link: str | None) -> str | None:
    """A link made whole by the address it stands under; None where there is none, or where they are no addresses."""
    try:
        return urljoin(base or "", link) if link else None
    except ValueError:  # "http://["
        return None


def scheme_of(address: str) -> str | None:
    """The scheme of an address in small letters, "" where it is a path; None where it is no address at all."""
    try:
        return urlsplit(address).scheme.lower()
    except ValueError:  # "http://["
        return None


def read_entry(entry: Entry, stated: Stated) -> ReadPage:
    """The page of an entry. stated: what the user states; it wins over what the file states, that over what the page does.

    Of a body that is no page of its own the text is made once: the headline as the first line, then the body. A teaser,
    and a plain text, is one article without furniture; a body of markup keeps its pieces, which `clean` labels.
    """
    if entry.raw is not None:
        return _read_raw(entry.raw, entry, stated)
    return _compose(entry, stated)


def _read_raw(raw: bytes, entry: Entry, stated: Stated) -> ReadPage:
    page, layout, refusals = read_page(
        raw, key=stated.key, media_type=entry.media_type or None, url=stated.url or entry.url, outlet=stated.outlet,
        created=stated.created, fetched_at=stated.fetched_at or entry.fetched_at,
    )
    own = tuple(v for v in layout.metadata if v.basis != "manifest")  # an archive's address is no manifest's
    layout = replace(layout, metadata=(*stated.metadata(), *own, *entry.metadata()))
    return page, layout, (*_tell(page, entry, stated), *refusals)


def _tell(page: Page, entry: Entry, stated: Stated, *more: str) -> tuple[Refusal, ...]:
    told = (*entry.notes, *more)
    return tuple(Refusal(page_id=page.id, stage="read", reason=f"{stated.key}: {note}") for note in told)


def _compose(entry: Entry, user: Stated) -> ReadPage:
    stated = replace(user, url=user.url or entry.url, fetched_at=user.fetched_at or entry.fetched_at)
    headline = clean_line(entry.headline)
    text, pieces, notes = _body(entry, headline)
    sha256 = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    page = build_page(text, entry.media_type, sha256, stated)
    plain = entry.markup is None
    layout = Layout(
        page_id=page.id, pieces=pieces, metadata=(*user.metadata(), *entry.metadata()), plain=plain,
        whole_article=entry.teaser or entry.is_short or (plain and not entry.has_furniture),
    )
    return page, layout, (*_tell(page, entry, stated, *notes), *refuse_empty(page, layout, stated.key))


def _body(entry: Entry, headline: str | None) -> tuple[str, tuple[Piece, ...], list[str]]:
    notes = []
    if entry.markup is not None:
        markup = read_markup(f"<html><body><article>{entry.markup[:MAX_TEXT]}</article></body></html>")
        body, pieces, notes = markup.text, markup.pieces, list(markup.notes)
        if not body and entry.markup.strip():
            notes.append("the body holds no words")
    else:
        body = (entry.text or "")[:MAX_TEXT].replace("\x00", "")
        pieces = find_lines(body)
    if len(entry.markup or entry.text or "") > MAX_TEXT:
        notes.append(f"only the first {MAX_TEXT:,} characters were read")
    opening = {clean_line(body[piece.span.start:piece.span.end]) for piece in pieces[:OPENING]}
    if headline is None or headline in opening:
        return body, pieces, notes
    head = Piece(span=Span(start=0, end=len(headline)), tag="h1" if entry.markup is not None else "line",
                 path=("html", "body", "article", "h1") if entry.markup is not None else ())
    return f"{headline}\n{body}" if body else headline, (head, *_shift(pieces, len(headline) + 1)), notes


def _shift(pieces: Iterable[Piece], by: int) -> Iterator[Piece]:
    for piece in pieces:
        yield replace(piece, span=Span(start=piece.span.start + by, end=piece.span.end + by))
