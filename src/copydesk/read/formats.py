"""Which format a file is in, told by its first bytes and then by its name; and its pages, one after another.

A format is one row of `FORMATS`: how its beginning looks, and the reader that makes entries and gaps of it. What fits no
row is a page of its own (`read_page`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from copydesk.read.agency import ROOTS, read_agency
from copydesk.read.entries import Entry, Gap, Part
from copydesk.read.feeds import read_feed
from copydesk.read.inflate import GZIP, inflate, peek
from copydesk.read.jsonfile import read_json
from copydesk.read.mail import is_mail, read_mail
from copydesk.read.mhtml import is_mhtml, read_mhtml
from copydesk.read.opml import read_opml
from copydesk.read.parcel import Parcel
from copydesk.read.pdf import is_pdf, read_pdf
from copydesk.read.sitemap import read_sitemap
from copydesk.read.telegram import is_telegram_page, read_telegram_page
from copydesk.read.warc import read_warc
from copydesk.read.xposts import is_archive, read_archive

# What may stand before the root element of an XML document. A document type names the root itself.
_PROLOGUE = re.compile(r"(?>\s|\ufeff|<\?.*?\?>|<!--.*?-->)*+(?:<!DOCTYPE\s+|<)([\w:.-]+)", re.DOTALL)
_JSON = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:\{\s*[\"}]|\[\s*[\[{\]\"])")
# What a server may call a file whose bytes alone do not tell, as the name that its kind would have.
_NAMED = {
    "application/warc": ".warc", "message/rfc822": ".eml", "multipart/related": ".mhtml", "application/x-mimearchive": ".mhtml",
}
_WARC_NAME = re.compile(r"\.(?:warc|wet)(?:\.gz|\.zst)?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """fits: whether the first bytes (gzip undone) and the name are of this format. read: its pages."""

    name: str
    fits: Callable[[bytes, str], bool]
    read: Callable[[Parcel], Iterator[Part]]
    unpacks: bool = False  # the reader undoes gzip itself


def _is_warc(head: bytes, name: str) -> bool:
    return head.startswith(b"WARC/") or (_WARC_NAME.search(name) is not None and not head.lstrip().startswith(b"<"))


def _has_root(*names: str) -> Callable[[bytes, str], bool]:
    """Whether the first bytes are XML whose root element has one of the local names, in small letters."""
    return lambda head, _name: _root_of(head) in names


def _root_of(head: bytes) -> str | None:
    wide = "utf-16" if head.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8"
    match = _PROLOGUE.match(head.decode(wide, "replace"))
    return match[1].rpartition(":")[2].lower() if match else None


def _is_json(head: bytes, _name: str) -> bool:
    return _JSON.match(head) is not None


FORMATS = (
    Format(name="web archive", fits=_is_warc, read=read_warc, unpacks=True),
    Format(name="PDF", fits=is_pdf, read=read_pdf),
    Format(name="feed", fits=_has_root("rss", "rdf", "feed"), read=read_feed),
    Format(name="sitemap", fits=_has_root("urlset", "sitemapindex"), read=read_sitemap),
    Format(name="agency copy", fits=_has_root(*ROOTS), read=read_agency),
    Format(name="list of feeds", fits=_has_root("opml"), read=read_opml),
    Format(name="JSON", fits=_is_json, read=read_json),
    Format(name="posts of X", fits=is_archive, read=read_archive),
    Format(name="Telegram page", fits=is_telegram_page, read=read_telegram_page),
    Format(name="saved page (MHTML)", fits=is_mhtml, read=read_mhtml),
    Format(name="mail", fits=is_mail, read=read_mail),
)


def read_parts(parcel: Parcel) -> Iterator[Part] | None:
    """The entries and gaps of a file in a format of `FORMATS`; None where it is one page to be sniffed by `read_page`.

    A gzip file of anything else than a web archive is inflated within caps. Raises OSError where it cannot be opened.
    """
    head = parcel.head()
    packed = head.startswith(GZIP)
    shape = peek(head) if packed else head
    name = parcel.name + _NAMED.get((parcel.media_type or "").partition(";")[0].strip().lower(), "")
    form = next((row for row in FORMATS if row.fits(shape, name)), None)
    if packed and not (form and form.unpacks):
        return _unpacked(parcel)
    return form.read(parcel) if form else None


def _unpacked(parcel: Parcel) -> Iterator[Part]:
    inflated = inflate(parcel.load())
    if not inflated.raw:
        yield Gap(reason=inflated.fault or "the gzip file holds nothing")
        return
    name = re.sub(r"\.gz$", "", parcel.name, flags=re.IGNORECASE)
    inner = replace(parcel, name=name, raw=inflated.raw)
    parts = read_parts(inner) if not inflated.raw.startswith(GZIP) else iter((Gap(reason="gzip within gzip is not unpacked"),))
    fault = (inflated.fault,) if inflated.fault else ()
    if parts is None:
        yield Entry(number=None, basis="file", media_type=parcel.media_type or "", raw=inflated.raw, notes=fault)
        return
    yield from (Gap(reason=each) for each in fault)
    yield from parts
