"""One polite request at a time for each host."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.errors import NotFetched
from copydesk.fetch import Client, client
from copydesk.fetch.dialing import open_channel
from copydesk.fetch.manners import Manners, seconds_asked
from tests.unit.fetch.conftest import START, answer

Make = Callable[..., Client]


def test_two_pages_of_one_host_are_a_second_apart(site: Any, make_client: Make, clock: Any) -> None:
    """Another host is asked at once."""
    client = make_client(gap=1.0)
    client.fetch(site.url("/"))
    client.fetch(site.url("/", host="other.test"))
    assert clock.waits == []
    client.fetch(site.url("/"))
    assert len(clock.waits) == 1
    assert 0.5 < clock.waits[0] <= 1.0


def test_a_crawl_delay_is_kept(site: Any, make_client: Make, clock: Any) -> None:
    """Where it is longer than our own gap."""
    site.routes["/robots.txt"] = answer(b"User-agent: *\nCrawl-delay: 20\n")
    client = make_client(gap=1.0)
    client.fetch(site.url("/"))
    client.fetch(site.url("/"))
    assert 19 < sum(clock.waits) <= 20


def test_a_crawl_delay_beyond_our_patience_refuses_the_next_page(site: Any, make_client: Make, clock: Any) -> None:
    """The first page comes; the second is told when to ask again, and then comes."""
    site.routes["/robots.txt"] = answer(b"User-agent: *\nCrawl-delay: 600\n")
    client = make_client()
    client.fetch(site.url("/"))
    with pytest.raises(NotFetched, match="600 s") as fault:
        client.fetch(site.url("/"))
    assert fault.value.rule == "wait"
    assert len(site.asked("/")) == 1
    clock.moved += 600
    client.fetch(site.url("/"))


def test_a_redirect_within_a_slow_host_is_followed_as_soon_as_we_wait_at_most(site: Any, make_client: Make, clock: Any) -> None:
    """It is one visit; the next page is another."""
    site.routes["/robots.txt"] = answer(b"User-agent: *\nCrawl-delay: 600\n")
    site.routes["/a"] = answer(b"", status="301 Moved", location="/")
    client = make_client()
    assert client.fetch(site.url("/a")).address == site.url("/")
    assert 59 < sum(clock.waits) <= 60
    with pytest.raises(NotFetched, match="wait"):
        client.fetch(site.url("/a"))


@pytest.mark.parametrize("status", ["429 Too Many", "503 Busy"])
@pytest.mark.parametrize("told", ["30", "Tue, 05 Mar 2024 14:30:30 GMT"])
def test_a_busy_host_is_asked_again_when_it_says(site: Any, make_client: Make, clock: Any, status: str, told: str) -> None:
    """In seconds or as a date; once, not for ever."""

    def busy_once(channel: Any, _request: bytes) -> None:
        channel.sendall(answer(b"", status=status, retry_after=told) if len(site.asked("/a")) == 1 else answer())

    site.routes["/a"] = busy_once
    assert make_client().fetch(site.url("/a")).status == 200
    assert 29 < sum(clock.waits) <= 30
    site.routes["/b"] = answer(b"", status=status, retry_after="3")
    with pytest.raises(NotFetched, match="retry-after"):
        make_client().fetch(site.url("/b"))
    assert len(site.asked("/b")) == 2


@pytest.mark.parametrize(("told", "hold"), [("3600", 3600), ("", 60), ("soon", 60)])
def test_a_host_that_asks_for_long_is_left_alone(site: Any, make_client: Make, clock: Any, told: str, hold: int) -> None:
    """No second request to it, for any page, until then; without a time, for a minute."""
    site.routes["/a"] = answer(b"", status="503 Busy", retry_after=told)
    client = make_client(patience=59.0)
    with pytest.raises(NotFetched, match="retry-after"):
        client.fetch(site.url("/a"))
    clock.moved += hold - 60 if hold > 60 else 0
    if hold > 60:
        with pytest.raises(NotFetched, match="wait"):
            client.fetch(site.url("/"))
        assert site.asked("/") == []
        clock.moved += 61
    client.fetch(site.url("/"))
    assert len(site.asked("/a")) == 1


@pytest.mark.parametrize(
    ("told", "seconds"),
    [("5", 5.0), ("0", 0.0), (" 7 ", 7.0), ("Tue, 05 Mar 2024 14:31:00 GMT", 60.0), ("Tue, 05 Mar 2024 14:00:00 GMT", 0.0),
     ("-5", None), ("5.5", None), ("soon", None), ("", None), (None, None), ("²", None), ("9" * 40, 999_999_999.0),
     ("Tue, 99 Mar 2024 14:31:00 GMT", None), ("Tue, 05 Mar 99999 14:31:00 GMT", None)],
)  # fmt: skip
def test_a_retry_after_is_seconds_a_date_or_nothing(told: str | None, seconds: float | None) -> None:
    """Nothing that makes no sense is obeyed or crashes."""
    assert seconds_asked(told, START) == seconds


class Counted:
    """A connection of the client, counted from before it is opened until after it is closed.

    The server's side can not tell: its thread may learn long after the client that a connection is closed.
    """

    lock, open, most = threading.Lock(), 0, 0

    def __init__(self, channel: Any) -> None:
        self._channel = channel

    def __getattr__(self, name: str) -> Any:
        return getattr(self._channel, name)

    def __enter__(self) -> Counted:
        return self

    def __exit__(self, *_: object) -> None:
        self._channel.close()
        self.count(-1)

    @classmethod
    def count(cls, step: int) -> None:
        with cls.lock:
            cls.open += step
            cls.most = max(cls.most, cls.open)


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> type[Counted]:
    def open_counted(*arguments: Any, **named: Any) -> tuple[Any, str]:
        Counted.count(1)
        channel, ip = open_channel(*arguments, **named)
        return Counted(channel), ip

    monkeypatch.setattr(Counted, "open", 0)
    monkeypatch.setattr(Counted, "most", 0)
    monkeypatch.setattr(client, "open_channel", open_counted)
    return Counted


def test_threads_take_turns_at_one_host(site: Any, make_client: Make, counted: type[Counted]) -> None:
    """Six threads, one connection open at a time."""

    def slow(channel: Any, _request: bytes) -> None:
        time.sleep(0.03)
        channel.sendall(answer())

    site.routes["/a"] = slow
    asking = make_client()
    threads = [threading.Thread(target=asking.fetch, args=(site.url("/a"),)) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(site.asked("/a")) == 6
    assert (counted.most, counted.open) == (1, 0)


def test_two_hosts_are_asked_at_once(site: Any, make_client: Make, counted: type[Counted]) -> None:
    """Each answers only once the other is asked."""
    both = threading.Barrier(2, timeout=10)

    def together(channel: Any, _request: bytes) -> None:
        both.wait()
        channel.sendall(answer())

    site.routes["/a"] = together
    asking = make_client()
    hosts = ("one.test", "two.test")
    threads = [threading.Thread(target=asking.fetch, args=(site.url("/a", host=host),)) for host in hosts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (counted.most, counted.open) == (2, 0)


def test_a_turn_that_fails_still_counts(clock: Any) -> None:
    """A fault is no way around the gap."""
    manners = Manners(clock, patience=60)
    with pytest.raises(ValueError, match="fault"), manners.turn("a", gap=10):
        raise ValueError("fault")
    with manners.turn("a", gap=10):
        assert 9 < sum(clock.waits) <= 10


DATES = st.from_regex(r"Tue, \d{1,3} [A-Z][a-z]{2} \d{1,6} \d\d:\d\d:\d\d [+-]?\w{0,5}")


@given(st.one_of(st.text(max_size=40), DATES))
def test_any_retry_after_is_seconds_or_nothing(told: str) -> None:
    """No other exception, never less than nothing."""
    seconds = seconds_asked(told, START)
    assert seconds is None or seconds >= 0
