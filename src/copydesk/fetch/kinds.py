"""Which kinds of body are taken: by what the server says, and by the first bytes where it says nothing useful."""

from __future__ import annotations

from copydesk.errors import NotFetched

# What `read` knows: pages, feeds, sitemaps, outlines, letters, saved pages, PDF with a text layer, exports, web archives.
KINDS = frozenset((
    "text/html", "application/xhtml+xml", "text/plain", "text/markdown", "text/xml", "application/xml", "application/rss+xml",
    "application/atom+xml", "application/rdf+xml", "application/feed+json", "application/json", "application/x-ndjson",
    "text/x-opml", "application/opml+xml", "message/rfc822", "multipart/related", "application/x-mimearchive",
    "application/pdf", "application/mbox", "application/activity+json", "application/jsonl", "application/warc",
    "application/gzip", "application/x-gzip",
))
PACKED = frozenset(("application/gzip", "application/x-gzip", "application/warc"))
UNSAID = frozenset(("", "application/octet-stream", "binary/octet-stream", "application/unknown", "unknown/unknown"))
_BINARY = (
    b"PK\x03\x04", b"\x1f\x8b", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"RIFF", b"\xd0\xcf\x11\xe0", b"\x7fELF", b"MZ\x90",
    b"bplist", b"OggS", b"ID3", b"\x00\x00\x01\x00", b"7z\xbc\xaf", b"BZh", b"\xfd7zXZ", b"wOF", b"Rar!",
)
_BOMS = (b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf", b"\x00\x00\xfe\xff")
_SAMPLE = 1024
_CONTROL = frozenset(range(32)) - frozenset(b"\t\n\r\f\x1b")
_MOST_CONTROL = 0.05  # the share above which read/decode.py, too, takes bytes for no text


def check_declared(media_type: str | None) -> None:
    """Raises NotFetched where the server names a kind that is not taken: its body is then not read at all."""
    kind = _kind(media_type)
    if kind not in KINDS and kind not in UNSAID:
        raise NotFetched("content type", f"is {kind[:60]!r}, and only pages, feeds, letters, PDF and archives are taken")


def check_sniffed(body: bytes, media_type: str | None) -> None:
    """Raises NotFetched where the first bytes are those of a picture, an archive or a program, whatever the server says."""
    sample = body[:_SAMPLE]
    if sample.startswith((b"%PDF-", b"WARC/")) or is_packed(body, media_type):
        return
    odd = sum(byte in _CONTROL for byte in sample)
    wide = sample.startswith(_BOMS) or "utf-16" in (media_type or "").lower()
    if sample.startswith(_BINARY) or (odd > _MOST_CONTROL * len(sample) and not wide):
        raise NotFetched("content type", "holds no text although it is served as such: only pages and feeds are taken")


def is_packed(body: bytes, media_type: str | None) -> bool:
    """Whether the page is a gzip file in its own right, and the server does not call it something else."""
    return body.startswith(b"\x1f\x8b") and _kind(media_type) in PACKED | UNSAID


def _kind(media_type: str | None) -> str:
    return (media_type or "").partition(";")[0].strip().lower()
