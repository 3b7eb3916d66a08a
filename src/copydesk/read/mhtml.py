"""MHTML: a page saved by a browser with its pieces in one file; the page is read, the pieces are counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from copydesk.read.entries import Entry, Gap, Part, clean_line, tell_left_out
from copydesk.read.mime import Unreadable, body_of, header, is_cut_off, leaves, read_headers, read_message
from copydesk.read.parcel import Parcel
from copydesk.read.stamps import iso_of

_WORDS = {"image": "pictures", "audio": "sounds", "video": "films", "font": "fonts"}


def is_mhtml(head: bytes, name: str) -> bool:
    """Whether the first bytes are the headers of a saved page, or of anything in a file that is named so."""
    headers = read_headers(head)
    if headers is None:
        return False
    related = (headers.get_content_type() if "content-type" in headers else "") == "multipart/related"
    saved = "snapshot-content-location" in headers or "saved by" in (header(headers, "From") or "").lower()
    mailed = "received" in headers or "to" in headers
    return related and (saved or name.lower().endswith((".mht", ".mhtml")) or not mailed)


def read_mhtml(parcel: Parcel) -> Iterator[Part]:
    """The saved page: its address, the time it was saved as capture time, and its bytes to be sniffed."""
    try:
        message = read_message(parcel.load())
    except Unreadable as fault:
        yield Gap(reason=str(fault))
        return
    pages, left_out = [], Counter[str]()
    for part in leaves(message):
        kind = part.get_content_type()
        if kind in ("text/html", "application/xhtml+xml", "text/plain"):
            pages.append(part)
        else:
            left_out[_WORDS.get(kind.split("/")[0], "scripts, styles and other pieces")] += 1
    if not pages:
        yield Gap(reason="the saved page holds no HTML: save it again")
        return
    page = next((part for part in pages if part.get("Content-Location") == message.get("Snapshot-Content-Location")), pages[0])
    if len(pages) > 1:
        left_out["frames within the page"] += len(pages) - 1
    notes = ["the file is cut off: what lies behind is lost"] if is_cut_off(message) else []
    notes += [gap.reason for gap in tell_left_out(left_out, of="the saved page")]
    charset = page.get_content_charset()
    address = clean_line(header(message, "Snapshot-Content-Location") or header(page, "Content-Location"))
    yield Entry(
        number=None, basis="mhtml", raw=body_of(page), url=address if (address or "").startswith("http") else None,
        media_type=page.get_content_type() + (f"; charset={charset}" if charset else ""),
        fetched_at=iso_of(header(message, "Date")), notes=tuple(notes),
    )
