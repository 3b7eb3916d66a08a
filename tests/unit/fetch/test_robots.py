"""A site's robots.txt is asked for first, and holds."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

import pytest

from copydesk.errors import NotFetched
from copydesk.fetch import Client
from tests.unit.fetch.conftest import PAGE, answer

Make = Callable[..., Client]


def robots(*lines: str, status: str = "200 OK", **headers: str) -> bytes:
    return answer("\n".join(lines).encode(), status=status, content_type="text/plain", **headers)


def allowed(client: Client, site: Any, path: str) -> bool:
    site.routes[path] = answer()
    try:
        return client.fetch(site.url(path)).body == PAGE
    except NotFetched as fault:
        if fault.rule != "robots":
            raise
        return False


@pytest.mark.parametrize(
    ("path", "open_"),
    [("/news/a", True), ("/private/a", False), ("/private/open", True), ("/a.pdf", False), ("/a.pdf?x", True),
     ("/x/y/print", False), ("/%D7%A9", False)],
)  # fmt: skip
def test_rules_are_read_as_the_standard_says(site: Any, make_client: Make, path: str, open_: bool) -> None:
    """The longest rule wins; * and $ are wildcards; percent signs are matched."""
    site.routes["/robots.txt"] = robots(
        "User-agent: *", "Disallow: /private/", "Allow: /private/open", "Disallow: /*.pdf$", "Disallow: /*/print",
        "Disallow: /ש",
    )
    assert allowed(make_client(), site, path) is open_
    assert bool(site.asked(path)) is open_


def test_a_group_of_our_own_name_wins(site: Any, make_client: Make) -> None:
    """Over the group for all; another's is not ours."""
    site.routes["/robots.txt"] = robots("User-agent: *", "Disallow: /", "User-agent: Copydesk", "Disallow: /no")
    assert allowed(make_client(), site, "/yes")
    assert not allowed(make_client(), site, "/no")
    site.routes["/robots.txt"] = robots("User-agent: otherbot", "Disallow: /")
    assert allowed(make_client(), site, "/no")


def test_it_is_asked_for_once_by_origin(site: Any, start_site: Any, make_client: Make) -> None:
    """Two pages of one origin, one question; another port is another origin."""
    other, client = start_site(), make_client()
    assert allowed(client, site, "/a")
    assert allowed(client, site, "/b")
    assert allowed(client, other, "/a")
    assert (len(site.asked("/robots.txt")), len(other.asked("/robots.txt"))) == (1, 1)


def test_it_is_asked_for_again_after_a_day(site: Any, make_client: Make, clock: Any) -> None:
    """RFC 9309: not kept longer."""
    client = make_client()
    assert allowed(client, site, "/a")
    site.routes["/robots.txt"] = robots("User-agent: *", "Disallow: /")
    clock.sleep(86_000)
    assert allowed(client, site, "/a")
    clock.sleep(500)
    assert not allowed(client, site, "/a")


@pytest.mark.parametrize("status", ["400 Bad", "401 Login", "403 No", "404 Not Found", "410 Gone"])
def test_a_site_without_rules_is_open(site: Any, make_client: Make, status: str) -> None:
    """4xx: there are none."""
    site.routes["/robots.txt"] = robots("User-agent: *", "Disallow: /", status=status)
    assert allowed(make_client(), site, "/a")


@pytest.mark.parametrize("status", ["500 Oops", "503 Busy", "429 Many"])
def test_a_site_whose_rules_fail_is_left_alone_for_a_while(site: Any, make_client: Make, clock: Any, status: str) -> None:
    """5xx: they are unknown, so all is closed; the site is asked again later."""
    client = make_client()
    site.routes["/robots.txt"] = robots(status=status)
    assert not allowed(client, site, "/a")
    site.routes["/robots.txt"] = robots()
    clock.sleep(500)
    assert not allowed(client, site, "/a")
    assert len(site.asked("/robots.txt")) == 1
    clock.sleep(200)
    assert allowed(client, site, "/a")


def test_a_failing_site_that_names_a_time_is_left_alone_until_then(site: Any, make_client: Make, clock: Any) -> None:
    """Retry-After counts for robots.txt too."""
    client = make_client()
    site.routes["/robots.txt"] = robots(status="503 Busy", retry_after="7200")
    assert not allowed(client, site, "/a")
    clock.sleep(3600)
    site.routes["/robots.txt"] = robots()
    assert not allowed(client, site, "/a")
    clock.sleep(3700)
    assert allowed(client, site, "/a")


@pytest.mark.parametrize("fault", [b"", b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\nshort", b"HTTP/1.1 302 Found\r\n\r\n"])
def test_rules_that_do_not_come_whole_close_the_site(site: Any, make_client: Make, fault: bytes) -> None:
    """Half of the rules may lack the one that matters."""
    site.routes["/robots.txt"] = fault
    assert not allowed(make_client(), site, "/a")


def test_redirects_of_the_rules_are_followed_under_the_same_rules(site: Any, start_site: Any, make_client: Make) -> None:
    """To another host, and never inside."""
    other = start_site()
    other.routes["/rules"] = robots("User-agent: *", "Disallow: /no")
    site.routes["/robots.txt"] = answer(b"", status="301 Moved", location=other.url("/rules", host="other.test"))
    client = make_client()
    assert allowed(client, site, "/a")
    assert not allowed(client, site, "/no")
    site.routes["/robots.txt"] = answer(b"", status="301 Moved", location="http://10.0.0.1/")
    assert not allowed(make_client(), site, "/a")


def test_a_page_that_redirects_is_judged_where_it_leads(site: Any, start_site: Any, make_client: Make) -> None:
    """The rules of the other host hold there."""
    other = start_site()
    other.routes |= {"/robots.txt": robots("User-agent: *", "Disallow: /"), "/b": answer()}
    site.routes["/a"] = answer(b"", status="302 Found", location=other.url("/b", host="other.test"))
    with pytest.raises(NotFetched, match="robots"):
        make_client().fetch(site.url("/a"))
    assert other.asked("/b") == []


def test_of_endless_rules_the_beginning_holds(site: Any, make_client: Make) -> None:
    """500 KiB are read, as the standard asks."""
    lines = ["User-agent: *", "Disallow: /no", *("# " + "x" * 998 for _ in range(700)), "Disallow: /late"]
    site.routes["/robots.txt"] = robots(*lines)
    client = make_client()
    assert not allowed(client, site, "/no")
    assert allowed(client, site, "/late")


@pytest.mark.parametrize(
    "lines",
    [
        [f"User-agent: a{n}" for n in range(12_000)] + ["Disallow: /a"] * 12_000,
        ["User-agent: *", "Disallow: /" + "*a" * 9000 + "b"],
        ["\0\x01\x02" * 9000], ["<html>"] * 5000, ["User-agent"] * 9000,
    ],
)  # fmt: skip
def test_rules_that_mean_harm_cost_little(site: Any, make_client: Make, lines: list[str]) -> None:
    """Many agents times many rules, many wildcards, no rules at all: judged or refused within two seconds."""
    site.routes["/robots.txt"] = robots(*lines)
    began = time.process_time()
    allowed(make_client(), site, "/" + "a" * 3000)
    assert time.process_time() - began < 2.0
