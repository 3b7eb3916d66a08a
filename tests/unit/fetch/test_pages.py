"""From a server to the page that the desk reads."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from typing import Any

import pytest

from copydesk.fetch import Client
from copydesk.run import Known, read_address, read_paths
from tests.unit.fetch.conftest import answer

Make = Callable[..., Client]
FEED = b"""<rss><channel><title>Gazette</title><item><title>F\xe4hre f\xe4llt aus</title><link>/1</link></item>
<item><title>Quay reopens</title><link>https://other.test/2</link></item></channel></rss>"""
ANSWER = b"HTTP/1.1 200 OK\r\nContent-Type: %s\r\n\r\n%s"
MAIL = b"Subject: Port shut\n\nThe harbour closed.\n"
PAGE = "<html><body><h1>Fähre fällt aus</h1><p>Ferries stopped 5 hours ago, Jürgen Müller said.</p></body></html>"


def test_a_page_is_decoded_as_its_server_says_and_dated_by_the_fetch(site: Any, make_client: Make) -> None:
    """Charset of the header, final address, time of the request, hash of the bytes."""
    site.routes |= {
        "/a": answer(b"", status="301 Moved", location="/b"),
        "/b": answer(PAGE.encode("latin-1"), packed=True, content_type="text/html; charset=ISO-8859-1"),
    }
    (intake,) = read_address(site.url("/a"), client=make_client(), common=Known())
    assert "Jürgen Müller" in intake.page.text
    assert intake.refusals == ()
    assert (intake.key, intake.page.url) == (site.url("/a"), site.url("/b"))
    assert intake.page.fetched_at == "2024-03-05T14:30:00Z"
    assert intake.fetched is not None
    assert intake.fetched.sha256 == intake.page.sha256


def test_one_that_fails_leaves_the_others(site: Any, make_client: Make) -> None:
    """Each address has a page; those that were not fetched have a reason and no words."""
    client = make_client()
    site.routes["/long"] = answer(content_length="99999999999")
    asked = [site.url("/gone"), site.url("/"), "http://10.0.0.1/", site.url("/long")]
    read = list(read_paths(asked, common=Known(), fetch=lambda one: read_address(one, client=client, common=Known())))
    assert [one.page.text != "" for one in read] == [False, True, False, False]
    assert [one.refusals[0].reason.rpartition("[")[2] for one in read if one.refusals] == ["status]", "not public]", "size]"]
    assert all(one.refusals[0].reason.startswith(one.key) for one in read if one.refusals)


def record(number: int, body: bytes, kind: bytes = b"text/html") -> bytes:
    """A capture in a web archive, a year before the fetch."""
    block = ANSWER % (kind, body)
    return (
        b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:%d>\r\nWARC-Date: 2023-03-05T10:00:00Z\r\n"
        b"WARC-Target-URI: https://a.example/%d\r\nContent-Type: application/http\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n"
    ) % (number, number, len(block), block)


def test_a_fetched_feed_gives_its_entries(site: Any, make_client: Make) -> None:
    """In the charset of the header, at their own addresses (links are relative to the feed's), captured with the feed."""
    site.routes["/feed"] = answer(FEED, content_type="application/rss+xml; charset=ISO-8859-1")
    common = Known(outlet="The Ledger", fetched_at="2020-01-01")
    read = list(read_address(site.url("/feed"), client=make_client(), common=common))
    assert [one.key for one in read] == [f"{site.url('/feed')}#1", f"{site.url('/feed')}#2"]
    assert [one.page.url for one in read] == [site.url("/1"), "https://other.test/2"]
    assert read[0].page.text.startswith("Fähre fällt aus")
    assert {one.page.fetched_at for one in read} == {"2024-03-05T14:30:00Z"}
    assert {one.page.outlet for one in read} == {"The Ledger"}
    assert all(one.fetched is not None and one.fetched.address == site.url("/feed") for one in read)
    assert not site.asked("/1")


@pytest.mark.parametrize("kind", ["application/warc", "application/gzip", "application/octet-stream", ""])
def test_a_fetched_archive_keeps_the_addresses_and_times_of_its_captures(site: Any, make_client: Make, kind: str) -> None:
    """The time of the fetch is not that of the pages, nor is the archive's address theirs; one gzip member a record."""
    pages = [b"<p>The harbour closed.</p>"] * 99 + [FEED]
    kinds = [b"text/html"] * 99 + [b"application/rss+xml"]
    packed = b"".join(gzip.compress(record(n, body, k)) for n, (body, k) in enumerate(zip(pages, kinds, strict=True), 1))
    site.routes["/crawl"] = answer(packed, content_type=kind)
    read = list(read_address(site.url("/crawl"), client=make_client(), common=Known()))
    assert len({one.key for one in read}) == len({one.page.id for one in read}) == len(read) == 101
    assert (read[0].page.url, read[98].key) == ("https://a.example/1", f"{site.url('/crawl')}#99")
    assert [one.page.url for one in read[99:]] == ["https://a.example/1", "https://other.test/2"]
    assert {one.page.fetched_at for one in read} == {"2023-03-05T10:00:00Z"}


def test_the_kind_that_a_server_names_is_a_hint_where_the_bytes_do_not_tell(site: Any, make_client: Make) -> None:
    """One header makes no mail of a text, unless the server says it is one."""
    site.routes["/a"] = answer(MAIL, content_type="message/rfc822")
    site.routes["/b"] = answer(MAIL, content_type="text/plain")
    client = make_client()
    (mail,), (text,) = (list(read_address(site.url(path), client=client, common=Known())) for path in ("/a", "/b"))
    assert mail.page.text == "Port shut\nThe harbour closed."
    assert text.page.text == MAIL.decode()
    assert (mail.key, mail.page.url) == (site.url("/a"), site.url("/a"))
    assert mail.page.fetched_at == "2024-03-05T14:30:00Z"


def test_rows_at_an_address_have_no_address_unless_they_state_one(site: Any, make_client: Make) -> None:
    """The address is that of the file of rows."""
    rows = b'{"id": "a", "text": "The harbour closed."}\n{"id": "b", "text": "It opened.", "url": "https://b.example/"}\n'
    site.routes["/rows"] = answer(rows, content_type="application/x-ndjson")
    read = list(read_address(site.url("/rows"), client=make_client(), common=Known()))
    assert [(one.page.url, one.page.fetched_at) for one in read] == [
        (None, "2024-03-05T14:30:00Z"), ("https://b.example/", "2024-03-05T14:30:00Z"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("body", "kind", "rule"),
    [(gzip.compress(bytes(20_000_000)), "application/gzip", "ratio"), (gzip.compress(PAGE.encode())[:-9], "", "cut short"),
     (b"".join(gzip.compress(bytes(900_000)) for _ in range(9)), "application/warc", "ratio"),
     (gzip.compress(PAGE.encode()), "text/html", "content type")],
)  # fmt: skip
def test_gzip_files_pass_the_caps_of_the_client_or_are_refused(
    site: Any, make_client: Make, body: bytes, kind: str, rule: str
) -> None:
    """What is packed twice over is no way around them."""
    site.routes["/a"] = answer(body, content_type=kind)
    (one,) = read_address(site.url("/a"), client=make_client(), common=Known())
    assert one.refusals[0].reason.endswith(f"[{rule}]")
    assert one.fetched is None
