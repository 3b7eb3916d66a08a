"""Servers that mean harm, or are broken as if they did: each ends soon, with its reason."""

from __future__ import annotations

import gzip
import random
import socket
import time
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import pytest

from copydesk.errors import NotFetched
from copydesk.fetch import Client

Make = Callable[..., Client]
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"


def drip(first: bytes, piece: bytes, pause: float = 0.02) -> Callable[[socket.socket, bytes], None]:
    """A route that sends `first` and then `piece` again and again."""

    def route(channel: socket.socket, _request: bytes) -> None:
        with suppress(OSError):
            channel.sendall(first)
            for _ in range(int(20 / max(pause, 0.002))):
                channel.sendall(piece)
                time.sleep(pause)

    return route


def refused(client: Client, url: str, within: float = 3.0) -> NotFetched:
    began = time.monotonic()
    with pytest.raises(NotFetched) as fault:
        client.fetch(url)
    assert time.monotonic() - began < within
    return fault.value


@pytest.mark.parametrize(
    "route",
    [drip(b"", b""), drip(HEAD, b""), drip(HEAD + b"Content-Length: 500\r\n\r\nabc", b"")],
    ids=["no answer", "half a head", "half a body"],
)
def test_a_server_that_falls_silent_is_left_at_the_read_deadline(site: Any, make_client: Make, route: Any) -> None:
    """Wherever it stops."""
    site.routes["/a"] = route
    assert refused(make_client(read=0.2), site.url("/a")).rule == "read deadline"


@pytest.mark.parametrize(
    "route",
    [drip(b"HTTP/1.1 200 OK\r\nX: ", b"a"), drip(HEAD, b"X: y\r\n"), drip(HEAD + b"\r\n", b"a"),
     drip(HEAD + b"Transfer-Encoding: chunked\r\n\r\n", b"1\r\na\r\n"), drip(b"", b"HTTP/1.1 103 Wait\r\n\r\n")],
    ids=["header", "headers", "body", "chunks", "hints"],
)  # fmt: skip
def test_a_slow_drip_ends_at_the_total_deadline(site: Any, make_client: Make, route: Any) -> None:
    """Each byte comes in time, and the whole does not."""
    site.routes["/a"] = route
    assert refused(make_client(total=0.4, read=0.3), site.url("/a")).rule == "total deadline"


def test_a_slow_drip_ends_at_the_minimum_rate(site: Any, make_client: Make) -> None:
    """50 bytes a second are too few, long before the total deadline."""
    site.routes["/a"] = drip(HEAD + b"\r\n", b"a")
    assert refused(make_client(grace=0.3, rate=5000), site.url("/a")).rule == "rate"


def test_a_server_that_thinks_before_it_answers_is_not_called_slow(site: Any, make_client: Make) -> None:
    """The rate counts from the first byte."""

    def thinking(channel: socket.socket, _request: bytes) -> None:
        time.sleep(0.4)
        channel.sendall(HEAD + b"\r\n<p>Late.</p>")

    site.routes["/a"] = thinking
    assert make_client(grace=0.2, rate=5000).fetch(site.url("/a")).body == b"<p>Late.</p>"


def test_all_redirects_together_have_one_total_deadline(site: Any, make_client: Make) -> None:
    """Five slow redirects are not five pages."""

    def slow(channel: socket.socket, _request: bytes) -> None:
        time.sleep(0.2)
        channel.sendall(b"HTTP/1.1 302 Found\r\nLocation: /b\r\n\r\n")

    site.routes |= {"/a": slow, "/b": slow}
    assert refused(make_client(total=0.5), site.url("/a")).rule == "total deadline"


@pytest.mark.parametrize("framing", [b"", b"Transfer-Encoding: chunked\r\n"])
def test_an_endless_body_is_cut_at_the_cap(site: Any, make_client: Make, framing: bytes) -> None:
    """What is held is not much more than the cap."""
    piece = b"2000\r\n" + b"a" * 0x2000 + b"\r\n" if framing else b"a" * 0x2000
    site.routes["/a"] = drip(HEAD + framing + b"\r\n", piece, pause=0.0)
    assert refused(make_client(wire=200_000), site.url("/a")).rule == "size"


def test_a_length_over_the_cap_is_refused_unread(site: Any, make_client: Make) -> None:
    """The server says so itself."""
    site.routes["/a"] = drip(HEAD + b"Content-Length: 99999999999\r\n\r\n", b"", pause=1.0)
    assert refused(make_client(), site.url("/a")).rule == "size"


def test_a_bomb_is_cut(site: Any, make_client: Make) -> None:
    """20 kB that would be 20 MB."""
    bomb = gzip.compress(bytes(20_000_000))
    site.routes["/a"] = HEAD + b"Content-Encoding: gzip\r\n\r\n" + bomb
    assert refused(make_client(), site.url("/a")).rule == "ratio"
    assert refused(make_client(ratio=10_000, body=1_000_000), site.url("/a")).rule == "size"


@pytest.mark.parametrize(
    "flood",
    [b"X: y\r\n" * 50_000, b"X-%d: " + b"y" * 300_000 + b"\r\n", b"".join(b"X%d: %s\r\n" % (n, b"y" * 900) for n in range(90))],
    ids=["many", "long", "large"],
)
def test_a_flood_of_headers_is_cut(site: Any, make_client: Make, flood: bytes) -> None:
    """More than a hundred, or more than 64 KiB of them."""
    site.routes["/a"] = HEAD + flood + b"\r\n<p>x</p>"
    assert refused(make_client(), site.url("/a")).rule in {"size", "answer"}


@pytest.mark.parametrize(
    ("response", "rule"),
    [
        (HEAD + b"Content-Length: 500\r\n\r\n<p>short</p>", "cut short"),
        (HEAD + b"Transfer-Encoding: chunked\r\n\r\n50\r\nshort", "cut short"),
        (HEAD + b"Transfer-Encoding: chunked\r\n\r\nzz\r\nshort", "cut short"),
        (HEAD + b"Transfer-Encoding: chunked\r\n\r\n-5\r\nshort\r\n0\r\n\r\n", "answer or cut short"),
        (HEAD + b"Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n", "answer"),
        (HEAD + b"Content-Length: 5\r\nContent-Length: 50\r\n\r\nshort", "answer"),
        (HEAD + b"Content-Encoding: br\r\n\r\nshort", "encoding"),
        (HEAD + b"Content-Encoding: gzip, gzip\r\n\r\nshort", "encoding"),
        (HEAD + b"Content-Encoding: gzip\r\n\r\nshort", "encoding"),
        (HEAD + b"Content-Encoding: gzip\r\n\r\n" + gzip.compress(random.Random(1).randbytes(999))[:-300], "cut short"),
        (b"", "answer"),
        (b"SSH-2.0-OpenSSH_9.6\r\n", "answer"),
        (b"HTTP/3.9 200 OK\r\n\r\n", "answer"),
        (b"HTTP/1.1 two hundred\r\n\r\n", "answer"),
        (b"\0" * 5000, "answer"),
    ],
)
def test_an_answer_that_is_not_as_it_says_is_refused(site: Any, make_client: Make, response: bytes, rule: str) -> None:
    """Half a page is never taken for a page, nor another protocol for this one."""
    site.routes["/a"] = response
    assert refused(make_client(), site.url("/a")).rule in rule.split(" or ")


def test_what_follows_the_stated_length_is_not_the_page(site: Any, make_client: Make) -> None:
    """A second response behind the first is never read."""
    site.routes["/a"] = HEAD + b"Content-Length: 8\r\n\r\n<p>a</p>" + HEAD + b"\r\n<p>smuggled</p>"
    assert make_client().fetch(site.url("/a")).body == b"<p>a</p>"


def test_a_connection_that_is_reset_is_a_fault(site: Any, make_client: Make) -> None:
    """In the middle of the body."""

    def reset(channel: socket.socket, _request: bytes) -> None:
        channel.sendall(HEAD + b"Content-Length: 500\r\n\r\nabc")
        channel.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")

    site.routes["/a"] = reset
    assert refused(make_client(), site.url("/a")).rule in {"connection", "cut short"}


def test_a_host_where_nobody_listens_is_a_fault_with_advice(site: Any, make_client: Make) -> None:
    """The reason names the host."""
    site.close()
    time.sleep(0.05)
    fault = refused(make_client(), site.url("/"))
    assert fault.rule == "connection"
    assert "news.test" in fault.reason


def test_random_answers_give_a_page_or_a_reason(site: Any, make_client: Make) -> None:
    """Bytes of a good answer changed at random: no other exception, no hang."""
    random_bytes = random.Random(11)
    good = HEAD + b"Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\n"
    packed = gzip.compress(b"<p>The harbour reopened.</p>")
    whole = good + b"%x\r\n%s\r\n0\r\n\r\n" % (len(packed), packed)
    client = make_client(read=0.5, total=2.0)
    for number in range(150):
        changed = bytearray(whole)
        for _ in range(random_bytes.randint(1, 6)):
            changed[random_bytes.randrange(len(changed))] = random_bytes.randrange(256)
        site.routes[f"/{number}"] = bytes(changed)
        try:
            told = bool(client.fetch(site.url(f"/{number}")))
        except NotFetched as fault:
            told = bool(fault.rule and fault.reason)
        assert told, number
