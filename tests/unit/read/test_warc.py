"""Web archives: one entry a captured page, with its address and capture time; what is no page is counted, never lost."""

import gzip
import zlib
from pathlib import Path

import pytest

from copydesk.read.entries import Entry, Gap
from copydesk.read.formats import read_parts
from copydesk.read.parcel import Parcel

DATE = "2024-03-05T10:00:00Z"


def record(address: str, body: bytes, *, kind: str = "response", headers: str = "Content-Type: text/html",
           status: str = "200 OK", date: str = DATE, more: str = "") -> bytes:
    """One record as bytes, written by hand; headers: of the HTTP answer."""
    if kind == "response":
        body = f"HTTP/1.1 {status}\r\n{headers}\r\n\r\n".encode() + body
        more += "Content-Type: application/http;msgtype=response\r\n"
    else:
        more += f"{headers}\r\n"
    opening = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:{zlib.crc32(body):032x}>\r\nWARC-Date: {date}\r\n"
        f"WARC-Target-URI: {address}\r\n{more}Content-Length: {len(body)}\r\n\r\n"
    )
    return opening.encode() + body + b"\r\n\r\n"


def html(words: str) -> bytes:
    return f"<html><body><p>{words}</p></body></html>".encode()


def read(raw: bytes | list[bytes], *, packed: bool = False, name: str = "crawl.warc") -> tuple[list[Entry], list[Gap]]:
    records = [raw] if isinstance(raw, bytes) else raw
    joined = b"".join(gzip.compress(each) for each in records) if packed else b"".join(records)
    parts = list(read_parts(Parcel(name=name, raw=joined)) or ())
    return [p for p in parts if isinstance(p, Entry)], [p for p in parts if isinstance(p, Gap)]


@pytest.mark.parametrize("packed", [False, True])
def test_each_captured_page_is_an_entry_with_its_address_and_capture_time(packed: bool) -> None:
    """Plain and gzipped archives give the same, addresses in angle brackets too; bytes come without the answer's headers."""
    pages, gaps = read(
        [record("<https://a.example/1>", html("One")), record("https://a.example/2", html("Two"), date="2024-03-06T11:30:05Z")],
        packed=packed,
    )
    assert [(p.number, p.url, p.fetched_at) for p in pages] == [
        (1, "https://a.example/1", DATE), (2, "https://a.example/2", "2024-03-06T11:30:05Z"),
    ]
    assert [p.raw for p in pages] == [html("One"), html("Two")]
    assert gaps == []


def test_what_is_no_page_is_counted_and_said() -> None:
    """Pictures, scripts, redirects, errors and unchanged captures are named with their number."""
    pages, (gap,) = read([
        record("https://a.example/a.png", b"\x89PNG", headers="Content-Type: image/png"),
        record("https://a.example/b.png", b"\x89PNG", headers="Content-Type: image/png"),
        record("https://a.example/c.css", b"p {}", headers="Content-Type: text/css"),
        record("https://a.example/moved", b"", status="301 Moved Permanently"),
        record("https://a.example/gone", html("Not found"), status="404 Not Found"),
        record("https://a.example/same", b"", kind="revisit", headers="Content-Type: message/http"),
        record("https://a.example/robots.txt", b"User-agent: *", headers="Content-Type: text/plain"),
        record("https://a.example/1", html("One")),
    ])
    assert [p.url for p in pages] == ["https://a.example/1"]
    assert gap.number is None
    for words in ("pictures (2)", "scripts, styles and other pieces (2)", "redirects (1)", "status 404 (1)", "unchanged"):
        assert words in gap.reason


def test_bodies_are_freed_from_their_coding() -> None:
    """gzip, chunks, and both at once; feeds and resources are captured pages too."""
    chunked = b"6\r\n<html>\r\n8\r\n<p>Three\r\n0\r\n\r\n"
    pages, gaps = read([
        record("https://a.example/1", gzip.compress(html("One")), headers="Content-Type: text/html\r\nContent-Encoding: gzip"),
        record("https://a.example/3", chunked, headers="Content-Type: text/html\r\nTransfer-Encoding: chunked"),
        record("https://a.example/4", html("Four"), kind="resource"),
        record("https://a.example/5", b"Five as text", kind="conversion", headers="Content-Type: text/plain"),
    ], packed=True)
    assert [p.raw for p in pages] == [html("One"), b"<html><p>Three", html("Four"), b"Five as text"]
    assert gaps == []


def test_a_wrong_coding_and_a_bomb_lose_only_their_own_record() -> None:
    """A body that is not gzip as its header says, and one that swells without end, are told; the next pages are read."""
    packed = "Content-Type: text/html\r\nContent-Encoding: gzip"
    pages, gaps = read([
        record("https://a.example/wrong", b"no gzip at all", headers=packed),
        record("https://a.example/bomb", gzip.compress(b"a" * 40_000_000), headers=packed),
        record("https://a.example/3", html("Three")),
    ])
    assert [(p.number, p.raw) for p in pages] == [(3, html("Three"))]
    assert [gap.number for gap in gaps] == [1, 2]
    assert "https://a.example/wrong" in gaps[0].reason
    assert "swells" in gaps[1].reason


def test_a_record_that_is_cut_off_says_so_and_keeps_what_is_there() -> None:
    """The last record of a file that was not copied whole; a capture that the crawler itself cut."""
    whole = record("https://a.example/1", html("One and more words"))
    pages, gaps = read(whole[:-20])
    assert "cut off" in pages[0].notes[0]
    assert (pages[0].raw or b"").startswith(b"<html><body><p>One")
    assert gaps == []
    pages, _ = read(record("https://a.example/1", html("One"), more="WARC-Truncated: length\r\n"))
    assert "length" in pages[0].notes[0]
    pages, gaps = read(gzip.compress(whole) + gzip.compress(whole)[:60])
    assert len(pages) == 1
    assert "cut off" in gaps[0].reason


@pytest.mark.parametrize("raw", [b"just words, no archive", b"\x1f\x8bno gzip behind this", b"\x00" * 500, b"WARC/1.0\r\n"])
def test_a_file_that_is_only_named_an_archive_says_so(raw: bytes) -> None:
    """Neither a crash nor an empty answer."""
    pages, gaps = read(raw, name="crawl.warc.gz")
    assert pages == []
    assert len(gaps) == 1
    assert "web archive" in gaps[0].reason or "cut off" in gaps[0].reason


def test_damage_in_the_middle_is_told_with_its_place() -> None:
    """What lies before the damage is read."""
    one, two = (gzip.compress(record(f"https://a.example/{n}", html("Words"))) for n in (1, 2))
    pages, gaps = read(one + two[:15] + b"\xff" * 20 + two[35:])
    assert [p.url for p in pages] == ["https://a.example/1"]
    assert any("cannot be read after byte" in gap.reason for gap in gaps)


def test_an_archive_on_disk_is_streamed_from_its_path(tmp_path: Path) -> None:
    """The path goes to the reader of archives, so that no more than one record is in memory."""
    path = tmp_path / "http:crawl.warc"
    path.write_bytes(record("https://a.example/1", html("One")))
    parts = list(read_parts(Parcel(name=str(path), path=path)) or ())
    assert isinstance(parts[0], Entry)
    assert parts[0].raw == html("One")
