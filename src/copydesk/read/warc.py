"""WARC and WARC.GZ archives: one entry a captured page, streamed, with its address and capture time. Imports fastwarc."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from copydesk.read.entries import Entry, Gap, Part, tell_left_out
from copydesk.read.inflate import GZIP, is_cut_off
from copydesk.read.parcel import Parcel

MAX_RECORD = 32_000_000  # bytes of one record as archived, and of one page after its transfer coding is undone
OK = 200
# What a capture must be to be a page: the start of its media type. An unstated type is sniffed.
PAGE_TYPES = ("text/", "application/xhtml", "application/pdf", "message/rfc822", "multipart/related")
NO_PAGES = ("text/css", "text/javascript", "text/csv", "text/vtt", "text/calendar", "application/javascript")
CAPTURES = ("response", "resource", "conversion")
NO_CAPTURES = ("request", "metadata", "warcinfo")
_UNREAD = {
    "revisit": "unchanged captures (their text stands with an earlier one)", "continuation": "later parts of long records",
}
_WORDS = {"image": "pictures", "audio": "sounds", "video": "films", "font": "fonts"}


def read_warc(parcel: Parcel) -> Iterator[Part]:
    """The pages of a web archive, one record in memory at a time: responses, resources and texts made of them.

    Redirects, errors, pictures, scripts and unchanged captures are counted and told at the end; a record that is cut off
    or coded wrongly is told under its number; where the file itself breaks, what lies behind is told as lost.
    """
    left_out: Counter[str] = Counter()
    number, position = 0, 0
    try:
        for record in _records(parcel.stream()):
            position = record.stream_pos
            part = _read_record(record, number + 1)
            if isinstance(part, str):
                left_out[part] += 1
            elif part is not None:
                number += 1
                yield part
    except (OSError, ValueError) as fault:
        where = f"after byte {position:,}" if number or left_out else "from its beginning"
        yield Gap(reason=f"the web archive cannot be read {where} ({fault}): what lies there is lost, fetch the file again")
        number += 1
    if _ends_early(parcel, position):
        yield Gap(reason="the web archive is cut off within its last record: fetch the file again")
    elif not number and not left_out:
        yield Gap(reason="the web archive holds no captured page")
    yield from tell_left_out(left_out, of="the archive")


def _records(archive: bytes | Path) -> Iterator[Any]:
    from fastwarc.warc import ArchiveIterator

    given = str(archive.absolute()) if isinstance(archive, Path) else io.BytesIO(archive)
    # A path is opened as a file, never as an address (fsspec_args); bodies are decoded one by one, as a wrong coding
    # would otherwise end the walk over all records.
    return iter(ArchiveIterator(given, parse_http=False, auto_decode="none", fsspec_args=False))


def _ends_early(parcel: Parcel, position: int) -> bool:
    """A gzipped archive that ends within a record's headers ends without a word of the library. position: of the last."""
    archive = parcel.stream()
    with archive.open("rb") if isinstance(archive, Path) else io.BytesIO(archive) as file:
        return file.read(2) == GZIP and is_cut_off(file, position)


def _read_record(record: Any, number: int) -> Part | str | None:
    """An entry; a Gap with its reason; the kind of what is left out; None for what is no capture at all."""
    kind = str(record.record_type)
    address = _address(record)
    if kind in NO_CAPTURES or (address or "").startswith(("dns:", "whois:", "metadata:", "filedesc:")):
        return None
    if not record.headers.get("Content-Length"):
        return Gap(reason=f"{address or 'a record'}: cut off within its headers", number=number)
    if kind not in CAPTURES:
        return _UNREAD.get(kind, "records of no known kind")
    if record.content_length > MAX_RECORD:
        return Gap(reason=f"{address}: the record is larger than {MAX_RECORD:,} bytes", number=number)
    stored = record.reader.read(record.content_length)
    capture = _decode(stored, record) if kind == "response" else _Capture(stored, OK, record.headers.get("Content-Type"), None)
    return _judge(capture, record, number)


@dataclass(frozen=True, slots=True)
class _Capture:
    """A body with its transfer coding undone. fault: why it could not be, or what is missing; None where nothing is."""

    body: bytes
    status: int | None
    media_type: str | None
    fault: str | None


def _judge(capture: _Capture, record: Any, number: int) -> Part | str:
    address = _address(record)
    kind = (capture.media_type or "").lower().split(";")[0].strip()
    if capture.status not in (OK, None):
        return _status_words(capture.status)
    if not _is_page(kind) or (address or "").rsplit("/", 1)[-1] == "robots.txt":
        return _WORDS.get(kind.split("/")[0], "scripts, styles and other pieces")
    if not capture.body:
        return Gap(reason=f"{address}: {capture.fault or 'the capture is empty'}", number=number)
    return Entry(
        number=number, basis="warc", media_type=capture.media_type or "", raw=capture.body, url=address,
        fetched_at=record.headers.get("WARC-Date"), notes=(capture.fault,) if capture.fault else (),
    )


def _address(record: Any) -> str | None:
    """The address of a capture; some crawlers write it in angle brackets."""
    stated = record.headers.get("WARC-Target-URI")
    return stated.strip("<> ") or None if stated else None


def _is_page(kind: str) -> bool:
    if kind.startswith(NO_PAGES):
        return False
    return not kind or kind.startswith(PAGE_TYPES) or kind.endswith(("xml", "json"))


def _status_words(status: int | None) -> str:
    if status and 300 <= status < 400:
        return "redirects"
    return f"answers with status {status}"


def _decode(stored: bytes, record: Any) -> _Capture:
    """The body of an HTTP answer, inflated to at most MAX_RECORD bytes; a wrong coding is told, never raised."""
    from fastwarc.warc import WarcRecord, WarcRecordType

    alone = WarcRecord()
    alone.init_headers(WarcRecordType.response)
    alone.set_bytes_content(stored)
    alone.is_http = True
    try:
        alone.parse_http(auto_decode="all")
        headers = alone.http_headers
        status, media_type = headers.status_code, headers.get("Content-Type")
    except (OSError, ValueError) as fault:
        return _Capture(b"", None, "text/html", f"the answer has no readable headers ({fault})")
    try:
        body = alone.reader.read(MAX_RECORD + 1)
    except (OSError, ValueError) as fault:
        return _Capture(b"", status, media_type, f"the body is not coded as its headers say ({fault})")
    if len(body) > MAX_RECORD:
        return _Capture(b"", status, media_type, f"the body swells to more than {MAX_RECORD:,} bytes when it is inflated")
    return _Capture(body, status, media_type, _missing(stored, record))


def _missing(stored: bytes, record: Any) -> str | None:
    stated = record.headers.get("Content-Length") or ""
    if stated.isascii() and stated.isdigit() and len(stored) < int(stated):
        return f"the record is cut off: {len(stored):,} of {int(stated):,} bytes are there"
    reason = record.headers.get("WARC-Truncated")
    return f"the capture was cut off when it was made ({reason})" if reason else None
