"""What is kept of a fetch: WARC records that others read, an index, and what is asked again."""

from __future__ import annotations

import gzip
import hashlib
import io
import json
import time
import tracemalloc
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from fastwarc.warc import ArchiveIterator

from copydesk.errors import BadOption, NotFetched
from copydesk.fetch import Client
from copydesk.fetch.warc import digest, read_block
from tests.unit.fetch.conftest import PAGE, answer

Make = Callable[..., Client]


def records(folder: Path) -> list[Any]:
    """Type, headers, block of each record, as an independent reader gives them; it checks both digests."""
    found = []
    for path in sorted(folder.glob("*.warc.gz")):
        for record in ArchiveIterator(str(path), parse_http=False, verify_digests=True):
            found.append((record.headers["WARC-Type"], dict(record.headers), record.reader.read()))
    return found


def index(folder: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (folder / "index.jsonl").read_text(encoding="utf-8").splitlines()]


def test_nothing_is_kept_unless_a_folder_is_named(
    site: Any, make_client: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No file appears anywhere near."""
    monkeypatch.chdir(tmp_path)
    make_client().fetch(site.url("/"))
    assert list(tmp_path.rglob("*")) == []


def test_request_and_response_are_kept_as_they_went(site: Any, make_client: Make, tmp_path: Path) -> None:
    """Every hop and the robots.txt, each with its address, IP, time and digests."""
    site.routes |= {"/a": answer(b"", status="302 Found", location="/b"), "/b": answer(PAGE, packed=True)}
    make_client(keep=tmp_path).fetch(site.url("/a"))
    kept = records(tmp_path)
    assert [kind for kind, _, _ in kept] == ["warcinfo", *["response", "request"] * 3]
    assert [headers["WARC-Target-URI"] for kind, headers, _ in kept if kind == "response"] == [
        site.url(path) for path in ("/robots.txt", "/a", "/b")
    ]
    _, headers, block = kept[-2]
    assert block == site.routes["/b"]
    assert headers["WARC-IP-Address"] == "127.0.0.1"
    assert headers["WARC-Payload-Digest"] == digest(site.routes["/b"].split(b"\r\n\r\n", 1)[1])
    assert headers["WARC-Date"] == "2024-03-05T14:30:00Z"
    assert headers["Content-Type"] == "application/http; msgtype=response"
    assert kept[-1][2].startswith(b"GET /b HTTP/1.1\r\nHost: news.test")
    assert kept[-1][1]["WARC-Concurrent-To"] == headers["WARC-Record-ID"]
    assert len({headers["WARC-Record-ID"] for _, headers, _ in kept}) == len(kept)


def test_the_payload_digest_is_that_of_the_body(site: Any, make_client: Make, tmp_path: Path) -> None:
    """Another reader checks blocks and payloads."""
    make_client(keep=tmp_path).fetch(site.url("/"))
    (path,) = tmp_path.glob("*.warc.gz")
    checked = 0
    for record in ArchiveIterator(str(path), parse_http=False):
        assert record.verify_block_digest()
    for record in ArchiveIterator(str(path)):
        if record.headers["WARC-Type"] == "response" and "WARC-Payload-Digest" in record.headers:
            assert record.verify_payload_digest()
            checked += 1
    assert checked == 1  # the 404 for robots.txt has no payload that was read
    bodies = [r.reader.read() for r in ArchiveIterator(str(path)) if r.headers["WARC-Type"] == "response"]
    assert bodies[-1] == PAGE


def test_the_index_says_what_became_of_each_address(site: Any, make_client: Make, tmp_path: Path) -> None:
    """Final address, redirects, status, hash, and where the record lies; a refusal with its rule."""
    site.routes |= {"/a": answer(b"", status="302 Found", location="/b"), "/b": answer(PAGE, etag='"7"')}
    client = make_client(keep=tmp_path)
    client.fetch(site.url("/a"))
    for wrong in (site.url("/gone"), "ftp://news.test/", "http://10.0.0.1/"):
        with pytest.raises(NotFetched):
            client.fetch(wrong)
    page, gone, scheme, inside = index(tmp_path)
    assert page["address"] == site.url("/b")
    assert page["redirects"] == [site.url("/a")]
    assert page["sha256"] == hashlib.sha256(PAGE).hexdigest()
    assert (page["status"], page["etag"], page["ip"]) == (200, '"7"', "127.0.0.1")
    packed = (tmp_path / page["warc"]).read_bytes()[page["offset"] :]
    assert next(iter(ArchiveIterator(io.BytesIO(packed)))).headers["WARC-Target-URI"] == site.url("/b")
    assert (gone["status"], gone["refused"].split(":")[0]) == (404, "status")
    assert [row["refused"].split(":")[0] for row in (scheme, inside)] == ["scheme", "not public"]


@pytest.mark.parametrize(
    ("failure", "word"),
    [
        ((b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\nshort", {}), "disconnect"),
        ((answer(b"a" * 90000, content_length=""), {"wire": 30000}), "length"),
        ((lambda channel, _: (channel.sendall(b"HTTP/1.1 200 OK\r\n\r\nab"), time.sleep(0.5)), {"read": 0.1}), "time"),
        ((answer(b"<p>Sorry!</p>", status="404 Not Found"), {}), "length"),
    ],
)
def test_what_came_of_a_failing_fetch_is_kept_and_says_why_it_is_cut(
    site: Any, make_client: Make, tmp_path: Path, failure: tuple[Any, dict[str, Any]], word: str
) -> None:
    """Evidence of a failure is evidence."""
    site.routes["/a"] = failure[0]
    with pytest.raises(NotFetched):
        make_client(keep=tmp_path, **failure[1]).fetch(site.url("/a"))
    _, headers, block = records(tmp_path)[-2]
    assert block.startswith(b"HTTP/1.1 ")
    assert headers["WARC-Truncated"] == word


def test_runs_write_files_of_their_own_and_share_the_index(site: Any, make_client: Make, tmp_path: Path) -> None:
    """Two runs that begin in the same second, too."""
    for _ in range(2):
        make_client(keep=tmp_path).fetch(site.url("/"))
    assert [path.name for path in sorted(tmp_path.glob("*.gz"))] == [
        "copydesk-20240305T143000Z-1.warc.gz",
        "copydesk-20240305T143000Z.warc.gz",
    ]
    assert len(index(tmp_path)) == 2


# Conditional requests.


def conditional(site: Any, tag: str = '"7"', body: bytes = PAGE) -> None:
    """A page that answers 304 where it is asked with its tag."""

    def route(channel: Any, request: bytes) -> None:
        same = f"If-None-Match: {tag}\r\n".encode() in request
        when = "Mon, 04 Mar 2024 10:00:00 GMT"
        channel.sendall(
            b"HTTP/1.1 304 Not Modified\r\nETag: " + tag.encode() + b"\r\n\r\n"
            if same
            else answer(body, packed=True, etag=tag, last_modified=when)
        )

    site.routes["/a"] = route


def test_a_page_that_did_not_change_is_not_sent_again(site: Any, make_client: Make, tmp_path: Path, clock: Any) -> None:
    """The kept bytes are the page; its ages count from when they came, not from today."""
    conditional(site)
    first = make_client(keep=tmp_path).fetch(site.url("/a"))
    clock.moved += 7200
    second = make_client(keep=tmp_path).fetch(site.url("/a"))
    assert site.asked("/a")[1]["if-none-match"] == '"7"'
    assert site.asked("/a")[1]["if-modified-since"] == "mon, 04 mar 2024 10:00:00 gmt"
    assert (second.body, second.sha256, second.fetched_at) == (first.body, first.sha256, "2024-03-05T14:30:00Z")
    assert (second.unchanged, second.status) == (True, 304)
    assert second.media_type == first.media_type
    kind, headers, _ = next(one for one in reversed(records(tmp_path)) if one[0] == "revisit")
    assert headers["WARC-Refers-To-Date"] == "2024-03-05T14:30:00Z"
    assert kind == "revisit"
    assert index(tmp_path)[1]["fetched_at"] == "2024-03-05T16:30:00Z"


def test_a_page_that_changed_is_sent_and_kept_anew(site: Any, make_client: Make, tmp_path: Path) -> None:
    """And the third run asks with the new tag."""
    conditional(site)
    make_client(keep=tmp_path).fetch(site.url("/a"))
    conditional(site, tag='"8"', body=b"<p>It closed again.</p>")
    client = make_client(keep=tmp_path)
    assert client.fetch(site.url("/a")).body == b"<p>It closed again.</p>"
    assert client.fetch(site.url("/a")).unchanged
    assert [one.get("if-none-match") for one in site.asked("/a")] == [None, '"7"', '"8"']


def test_another_address_or_folder_is_asked_without_conditions(site: Any, make_client: Make, tmp_path: Path) -> None:
    """Only what was kept from exactly this address is asked for conditionally."""
    conditional(site)
    make_client(keep=tmp_path / "one").fetch(site.url("/a"))
    make_client(keep=tmp_path / "two").fetch(site.url("/a"))
    make_client(keep=tmp_path / "one").fetch(site.url("/a", host="other.test"))
    assert all("if-none-match" not in one for one in site.asked("/a"))


@pytest.mark.parametrize("harm", ["cut", "changed", "gone"])
def test_a_damaged_copy_is_not_passed_off_as_the_page(site: Any, make_client: Make, tmp_path: Path, harm: str) -> None:
    """Its hash does not fit the index: the page is fetched anew, without conditions."""
    conditional(site)
    make_client(keep=tmp_path).fetch(site.url("/a"))
    (path,) = tmp_path.glob("*.gz")
    packed = bytearray(path.read_bytes())
    row = index(tmp_path)[0]
    packed[row["offset"] + 200] ^= 255
    if harm == "gone":
        path.unlink()
    else:
        path.write_bytes(packed if harm == "changed" else packed[: row["offset"] + 50])
    fetched = make_client(keep=tmp_path).fetch(site.url("/a"))
    assert (fetched.body, fetched.unchanged) == (PAGE, False)


def test_an_index_that_somebody_wrote_by_hand_does_no_harm(site: Any, make_client: Make, tmp_path: Path) -> None:
    """Rows that do not fit are passed over; paths out of the folder and header lines in a tag lead nowhere."""
    conditional(site)
    (tmp_path / "secret").write_bytes(b"secret")
    good = {"asked": "x", "address": site.url("/a"), "status": 200, "fetched_at": "2024-03-05", "offset": 0, "size": 99}
    hostile = good | {"etag": '"7"\r\nX-Evil: 1', "warc": "../secret"}
    rows = ["", "no JSON", "[1]", '{"asked": 1}', "[" * 9000, json.dumps(hostile)]
    folder = tmp_path / "kept"
    folder.mkdir()
    (folder / "index.jsonl").write_text("\n".join(rows) + "\n", encoding="utf-8")
    assert make_client(keep=folder).fetch(site.url("/a")).body == PAGE
    assert "x-evil" not in site.asked("/a")[-1]


def test_a_folder_that_cannot_be_used_is_said_before_anything_is_fetched(site: Any, make_client: Make, tmp_path: Path) -> None:
    """A file of that name, for instance."""
    (tmp_path / "file").write_text("x", encoding="utf-8")
    with pytest.raises(BadOption, match="--keep"):
        make_client(keep=tmp_path / "file")
    assert site.requests == []


def test_a_kept_copy_is_only_used_with_the_hash_that_the_index_names(site: Any, make_client: Make, tmp_path: Path) -> None:
    """Another whole record in its place is not the page that was kept."""
    conditional(site)
    make_client(keep=tmp_path).fetch(site.url("/a"))
    row = index(tmp_path)[0] | {"sha256": "0" * 64}
    (tmp_path / "index.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")
    assert not make_client(keep=tmp_path).fetch(site.url("/a")).unchanged
    assert "if-none-match" not in site.asked("/a")[1]


def test_no_file_outside_the_folder_is_read(site: Any, make_client: Make, tmp_path: Path) -> None:
    """Even where a whole record lies there."""
    conditional(site)
    make_client(keep=tmp_path).fetch(site.url("/a"))
    row = index(tmp_path)[0]
    (tmp_path / "inner").mkdir()
    (tmp_path / "inner" / "index.jsonl").write_text(json.dumps(row | {"warc": f"../{row['warc']}"}) + "\n", encoding="utf-8")
    assert not make_client(keep=tmp_path / "inner").fetch(site.url("/a")).unchanged
    assert "if-none-match" not in site.asked("/a")[1]


def test_a_record_is_not_unpacked_beyond_its_cap() -> None:
    """A bomb in the folder is cut as well."""
    bomb = gzip.compress(b"WARC/1.1\r\nContent-Length: 50000000\r\n\r\n" + bytes(50_000_000))
    tracemalloc.start()
    with pytest.raises(ValueError, match="damaged"):
        read_block(bomb, most=10_000)
    assert tracemalloc.get_traced_memory()[1] < 1_000_000
    tracemalloc.stop()
