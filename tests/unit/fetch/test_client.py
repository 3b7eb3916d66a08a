"""One page through the client, with each rule of the way: redirects, TLS, statuses, kinds, cookies, pins."""

from __future__ import annotations

import hashlib
import socket
from collections.abc import Callable
from typing import Any

import pytest

from copydesk.errors import NotFetched
from copydesk.fetch import Client
from copydesk.fetch.addresses import parse_address
from copydesk.fetch.wire import write_request
from tests.unit.fetch.conftest import PAGE, answer

Make = Callable[..., Client]


def refused(client: Client, url: str) -> NotFetched:
    with pytest.raises(NotFetched) as fault:
        client.fetch(url)
    return fault.value


def test_a_page_comes_with_where_when_and_hash(site: Any, make_client: Make) -> None:
    """Final address, status, IP, time of the request, media type and the hash of the bytes."""
    site.routes["/a?b=1"] = answer(content_type="text/html; charset=utf-8")
    fetched = make_client().fetch(site.url("/a?b=1#part"))
    assert fetched.body == PAGE
    assert fetched.sha256 == hashlib.sha256(PAGE).hexdigest()
    assert (fetched.status, fetched.ip, fetched.redirects) == (200, "127.0.0.1", ())
    assert fetched.address == site.url("/a?b=1")
    assert fetched.fetched_at == "2024-03-05T14:30:00Z"
    assert fetched.media_type == "text/html; charset=utf-8"


def test_a_request_says_who_asks_and_takes_gzip_alone(site: Any, make_client: Make) -> None:
    """User-Agent, Host with its port, one packing, no cookie, no referrer, nothing about the machine."""
    make_client().fetch(site.url("/"))
    (headers,) = site.asked("/")
    assert headers["user-agent"] == "copydesk/test"
    assert headers["host"] == f"news.test:{site.port}"
    assert headers["accept-encoding"] == "gzip"
    assert set(headers) == {"user-agent", "host", "accept-encoding", "accept", "connection"}


def test_no_header_line_can_be_smuggled_into_a_request() -> None:
    """Line ends and other control characters never reach the wire, wherever a value came from."""
    address = parse_address("http://news.test/a", ports=frozenset((80,)))
    written = write_request(address, [("If-None-Match", '"7"\r\nX-Evil: 1\x00\x1b'), ("Cookie", "ключ")])
    assert b"\r\nX-Evil" not in written
    assert written.count(b"\r\n") == 7
    assert written.endswith(b"Cookie: ????\r\nAccept-Encoding: gzip\r\nConnection: close\r\n\r\n")


@pytest.mark.parametrize("kind", ["whole", "chunked", "until closed", "gzip", "gzip chunked", "early hints"])
def test_bodies_come_whole_however_they_are_framed(site: Any, make_client: Make, kind: str) -> None:
    """With a length, in chunks, until the end, packed, and after an interim answer."""
    long = PAGE * 5000

    def chunked(body: bytes) -> bytes:
        pieces = [body[i : i + 7000] for i in range(0, len(body), 7000)]
        return b"".join(b"%x;x=y\r\n%s\r\n" % (len(piece), piece) for piece in pieces) + b"0\r\nTrailer: x\r\n\r\n"

    packed = answer(long, packed=True)
    routes = {
        "whole": answer(long),
        "chunked": answer(b"", content_length="", transfer_encoding="chunked") + chunked(long),
        "until closed": answer(long, content_length=""),
        "gzip": packed,
        "gzip chunked": answer(b"", content_length="", transfer_encoding="chunked", content_encoding="gzip")
        + chunked(packed.split(b"\r\n\r\n", 1)[1]),
        "early hints": b"HTTP/1.1 103 Early Hints\r\nLink: </a.css>\r\n\r\n" * 3 + answer(long),
    }
    site.routes["/"] = routes[kind]
    assert make_client().fetch(site.url("/")).body == long


def test_the_environment_names_no_proxy(site: Any, start_site: Any, make_client: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither http_proxy nor its brothers have a say."""
    proxy = start_site()
    for name in ("http_proxy", "HTTP_PROXY", "https_proxy", "all_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, f"http://127.0.0.1:{proxy.port}")
    assert make_client().fetch(site.url("/")).body == PAGE
    assert proxy.requests == []


def test_the_loopback_address_is_refused_unless_a_test_opens_it(site: Any, make_client: Make) -> None:
    """By number and by name, and no connection is made."""
    client = make_client(loopback_for_tests=False)
    for host in ("127.0.0.1", "[::1]", "news.test"):
        assert refused(client, site.url("/", host=host)).rule == "not public"
    assert site.requests == []


# Names: resolved once, pinned.


def test_what_was_checked_is_what_is_connected_to(site: Any, make_client: Make) -> None:
    """A name whose answer changes between two questions is asked for once a request, and the first answer is used."""
    asked = []

    def rebinding(host: str, port: int) -> list[str]:
        asked.append(host)
        return ["127.0.0.1"] if len(asked) == 1 else ["10.0.0.1"]

    client = make_client(resolver=rebinding)
    assert refused(client, site.url("/")).rule == "not public"  # the second request, that for the page, is judged anew
    assert asked == ["news.test", "news.test"]
    assert [target for target, _ in site.requests] == ["/robots.txt"]


def test_no_name_is_resolved_a_second_time_for_the_connection(
    site: Any, make_client: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The system's resolver is only ever given numbers."""
    real, given = socket.getaddrinfo, []

    def watched(host: Any, *rest: Any, **named: Any) -> Any:
        given.append(host)
        return real(host, *rest, **named)

    monkeypatch.setattr(socket, "getaddrinfo", watched)
    make_client().fetch(site.url("/"))
    assert set(given) == {"127.0.0.1"}


def test_the_next_answer_is_tried_where_the_first_is_deaf(site: Any, make_client: Make) -> None:
    """A host with several addresses is reached if one of them answers."""
    assert make_client(resolver=lambda *_: ["::1", "127.0.0.1"]).fetch(site.url("/")).ip == "127.0.0.1"


def test_a_port_that_is_not_open_is_refused(site: Any, make_client: Make) -> None:
    """80 and 443 unless another is allowed."""
    assert refused(make_client(ports=frozenset((80, 443))), site.url("/")).rule == "port"
    assert make_client(ports=frozenset((80, 443, site.port))).fetch(site.url("/")).status == 200


# TLS.


def test_https_keeps_the_name_in_certificate_and_host(start_site: Any, make_client: Make) -> None:
    """The number is pinned; SNI, Host and the certificate's check are for the name."""
    site = start_site(secure=True)
    site.routes["/"] = answer()
    assert make_client().fetch(site.url("/")).body == PAGE
    assert set(site.names) == {"news.test"}
    assert site.asked("/")[0]["host"] == f"news.test:{site.port}"


def test_a_certificate_for_another_name_is_refused(start_site: Any, make_client: Make) -> None:
    """Signed by one that is trusted, but not for this host."""
    site = start_site(secure=True)
    assert refused(make_client(), site.url("/", host="elsewhere.test")).rule == "certificate"
    assert refused(make_client(), site.url("/", host="127.0.0.1")).rule == "certificate"
    assert site.requests == []


def test_a_server_that_speaks_no_tls_is_refused(site: Any, make_client: Make) -> None:
    """https to a plain server is a fault of the connection, not a plain request."""
    fault = refused(make_client(connect=0.3), site.url("/").replace("http:", "https:"))
    assert fault.rule in {"connection", "connect deadline"}
    assert not any(target.startswith("/") for target, _ in site.requests)


# Redirects.


def redirect(to: str, status: str = "302 Found", **headers: str) -> bytes:
    return answer(b"", status=status, location=to, **headers)


@pytest.mark.parametrize("status", ["301 Moved", "302 Found", "303 See Other", "307 Temporary", "308 Permanent"])
def test_a_redirect_is_followed_and_told(site: Any, make_client: Make, status: str) -> None:
    """The final address is the page's; those before it are kept in order."""
    site.routes |= {"/a": redirect("/b", status), "/b": redirect(f"//other.test:{site.port}/c", status), "/c": answer()}
    fetched = make_client().fetch(site.url("/a"))
    assert fetched.address == site.url("/c", host="other.test")
    assert fetched.redirects == (site.url("/a"), site.url("/b"))


def test_five_redirects_pass_and_six_do_not(site: Any, make_client: Make) -> None:
    """The cap counts what was followed."""
    site.routes |= {f"/{n}": redirect(f"/{n + 1}") for n in range(9)} | {"/5": answer()}
    assert len(make_client().fetch(site.url("/0")).redirects) == 5
    site.routes |= {"/5": redirect("/6"), "/6": answer()}
    assert refused(make_client(), site.url("/0")).rule == "redirects"
    assert site.asked("/6") == []


def test_a_circle_of_redirects_ends(site: Any, make_client: Make) -> None:
    """And is called one."""
    site.routes |= {"/a": redirect("/b"), "/b": redirect("/a")}
    assert "in a circle" in refused(make_client(), site.url("/a")).reason
    assert len(site.asked("/a")) == 3


@pytest.mark.parametrize(
    ("location", "rule"),
    [
        ("http://10.0.0.1/", "not public"),
        ("http://169.254.169.254/latest/meta-data/", "not public"),
        ("http://[::ffff:127.0.0.1]/", "not public"),
        ("http://inside.example/", "not public"),
        ("http://2130706433/", "address"),
        ("http://me:secret@news.test/", "user info"),
        ("file:///etc/passwd", "scheme"),
        ("ftp://news.test/", "scheme"),
        ("http://nowhere.example/", "name"),
        ("", "redirects"),
        ("http://[::1", "address"),
        ("http://news.test\x01/", "address"),
    ],
)
def test_each_redirect_is_judged_like_a_typed_address(site: Any, make_client: Make, location: str, rule: str) -> None:
    """A public page cannot lead inside."""
    answers = {"news.test": ["127.0.0.1"], "inside.example": ["192.168.1.1"]}
    client = make_client(resolver=lambda host, port: answers.get(host, []))
    site.routes["/a"] = redirect(location)
    assert refused(client, site.url("/a")).rule == rule


def test_https_never_leads_down_to_http(site: Any, start_site: Any, make_client: Make) -> None:
    """The way up is open, the way down is not."""
    secure = start_site(secure=True)
    secure.routes |= {"/down": redirect(site.url("/")), "/": answer()}
    site.routes["/up"] = redirect(secure.url("/"))
    assert make_client().fetch(site.url("/up")).address == secure.url("/")
    assert refused(make_client(), secure.url("/down")).rule == "downgrade"


# Cookies.


def test_a_cookie_goes_back_to_its_origin_and_nowhere_else(site: Any, start_site: Any, make_client: Make) -> None:
    """Not to another host, not to another port, whatever Domain says, and not into the next fetch."""
    other = start_site()
    site.routes |= {
        "/a": redirect("/b", set_cookie="seen=1; Domain=test; Path=/"),
        "/b": redirect(other.url("/c", host="other.test")),
        "/d": answer(),
    }
    other.routes["/c"] = redirect(site.url("/d"))
    client = make_client()
    client.fetch(site.url("/a"))
    assert site.asked("/b")[0]["cookie"] == "seen=1"
    assert "cookie" not in other.asked("/c")[0]
    assert site.asked("/d")[0]["cookie"] == "seen=1"
    client.fetch(site.url("/d"))
    assert "cookie" not in site.asked("/d")[1]


def test_a_cookie_that_is_taken_back_or_malformed_is_not_sent(site: Any, make_client: Make) -> None:
    """Max-Age=0 ends it; control characters and nameless ones never were."""
    site.routes |= {
        "/a": redirect("/b", set_cookie="one=1"),
        "/b": redirect("/c", set_cookie="one=; Max-Age=0"),
        "/c": redirect("/", set_cookie="two=a\x01b"),
    }
    make_client().fetch(site.url("/a"))
    assert site.asked("/c")[0].get("cookie") is None
    assert site.asked("/")[0].get("cookie") is None


# Statuses and kinds.


@pytest.mark.parametrize(
    ("status", "words"),
    [
        ("404 Not Found", "no such page"), ("403 No", "refuses"), ("410 Gone", "removed"), ("500 Oops", "cannot"),
        ("204 None", "no page"), ("304 Not Modified", "no page"), ("999 Odd", "page"),
    ],
)  # fmt: skip
def test_a_status_without_a_page_is_refused_with_its_meaning(site: Any, make_client: Make, status: str, words: str) -> None:
    """An error page is not taken for news."""
    site.routes["/a"] = answer(b"<p>Sorry!</p>", status=status)
    fault = refused(make_client(), site.url("/a"))
    assert fault.rule == "status"
    assert words in fault.reason


@pytest.mark.parametrize(
    "kind",
    [
        "text/html", "TEXT/HTML; charset=x", "application/xhtml+xml", "text/plain", "application/rss+xml", "application/json",
        "application/pdf", "", "application/octet-stream",
    ],
)  # fmt: skip
def test_kinds_that_can_be_read_are_taken(site: Any, make_client: Make, kind: str) -> None:
    """Pages, feeds, letters; where the server says nothing useful, the bytes do."""
    site.routes["/a"] = answer(content_type=kind)
    assert make_client().fetch(site.url("/a")).body == PAGE


@pytest.mark.parametrize("kind", ["image/png", "video/mp4", "application/zip", "font/woff2", "text/css", "text/javascript"])
def test_other_kinds_are_refused_before_their_body_comes(site: Any, make_client: Make, kind: str) -> None:
    """A film is not loaded to be thrown away."""
    site.routes["/a"] = answer(b"", content_type=kind, content_length="9000000")
    assert refused(make_client(), site.url("/a")).rule == "content type"


@pytest.mark.parametrize("body", [opening + bytes(99) for opening in (b"\x89PNG\r\n\x1a\n", b"PK\x03\x04", b"\x7fELF", b"")])
@pytest.mark.parametrize("kind", ["text/html", ""])
def test_bytes_that_are_no_text_are_refused_whatever_they_are_called(
    site: Any, make_client: Make, kind: str, body: bytes
) -> None:
    """A picture served as a page is no page."""
    site.routes["/a"] = answer(body, content_type=kind)
    assert refused(make_client(), site.url("/a")).rule == "content type"


@pytest.mark.parametrize(
    "body", ["Порт открыт.".encode("utf-16"), "港は再開した。".encode("iso-2022-jp"), b"%PDF-1.7 \x00\x01\x02\x03"]
)
def test_text_in_any_encoding_and_pdf_pass_the_sniffing(site: Any, make_client: Make, body: bytes) -> None:
    """Wide characters and escapes are no sign of a program."""
    site.routes["/a"] = answer(body, content_type="text/plain")
    assert make_client().fetch(site.url("/a")).body == body
