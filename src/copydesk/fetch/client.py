"""The guarded client: one address in, one page's bytes or one stated reason out."""

from __future__ import annotations

import hashlib
import socket
import ssl
from dataclasses import dataclass, replace
from functools import partial

from copydesk.errors import NotFetched
from copydesk.fetch.addresses import Address, join_address, parse_address
from copydesk.fetch.clock import Clock, stamp
from copydesk.fetch.cookies import Cookies
from copydesk.fetch.dialing import open_channel
from copydesk.fetch.inflating import check_packed
from copydesk.fetch.keeping import Earlier, Keeping, Kept
from copydesk.fetch.kinds import check_declared, check_sniffed, is_packed
from copydesk.fetch.manners import Manners, seconds_asked
from copydesk.fetch.resolving import Resolver, resolve_host, resolve_public
from copydesk.fetch.robots import Answer, Robots
from copydesk.fetch.rules import FetchRules
from copydesk.fetch.wire import Exchange, Head, Line, check_length, exchange_on, write_request

REDIRECTS = frozenset((301, 302, 303, 307, 308))
BUSY = frozenset((429, 503))
ACCEPT = "text/html, application/xhtml+xml, application/xml;q=0.9, text/plain;q=0.8, */*;q=0.5"
WORDS = {
    401: "asks for a login", 402: "asks for payment", 403: "refuses programs like this one", 404: "has no such page",
    410: "has removed the page", 429: "asks for fewer requests", 451: "withholds the page for legal reasons",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """A page as it came. body: unpacked; sha256: of body, hex. fetched_at: ISO 8601 in UTC.

    address: the final one, asked: as given, redirects: the addresses asked before the final one. unchanged: the server
    said that the kept page still holds; then body and fetched_at are those of the kept one, for its ages count from then.
    """

    asked: str
    address: str
    redirects: tuple[str, ...]
    status: int
    ip: str
    headers: tuple[tuple[str, str], ...]
    body: bytes
    sha256: str
    fetched_at: str
    unchanged: bool = False
    kept_in: str | None = None

    @property
    def media_type(self) -> str | None:
        """What the server said of the body's kind, with its charset."""
        return next((value for name, value in self.headers if name == "content-type"), None)


@dataclass(slots=True, kw_only=True)
class _Walk:
    """One fetch under way: the seconds left for its requests, and what it has met."""

    asked: str
    at: str
    left: float
    passed: list[str]
    cookies: Cookies
    status: int | None = None
    place: tuple[str, int, int] | None = None


class Client:
    """Fetches one address after another, or several at once from several threads.

    agent: the User-Agent line; resolver and tls: what asks for names and checks certificates, those of the system by default.
    """

    def __init__(
        self, *, agent: str, clock: Clock, rules: FetchRules | None = None, keeping: Keeping | None = None,
        resolver: Resolver = resolve_host, tls: ssl.SSLContext | None = None,
    ) -> None:
        self._agent, self._clock, self._keeping = agent, clock, keeping
        self._rules = rules or FetchRules()
        self._resolver, self._tls = resolver, tls
        self._manners = Manners(clock, patience=self._rules.patience)
        self._robots = Robots(self._ask_robots, clock, self._rules)

    def fetch(self, asked: str) -> Fetched:
        """The page at an address. Raises NotFetched with the rule or fault that stands against it."""
        walk = _Walk(asked=asked, at=asked, left=self._rules.total, passed=[], cookies=Cookies())
        began = stamp(self._clock.now())
        try:
            fetched = self._follow(walk)
        except NotFetched as fault:
            self._note_refused(walk, began, fault)
            raise
        if self._keeping:
            row = _row(fetched, walk)
            self._keeping.note(replace(row, fetched_at=began) if fetched.unchanged else row)
        return fetched

    def _follow(self, walk: _Walk) -> Fetched:
        address = parse_address(walk.asked, ports=self._rules.ports)
        while True:
            walk.at, walk.status = address.url, None
            gap = self._robots.check(address)
            earlier = self._keeping.find_earlier(address, self._rules) if self._keeping else None
            exchange = self._ask_politely(address, walk, gap=gap, earlier=earlier)
            head = exchange.head
            if exchange.fault or head is None:
                raise exchange.fault or NotFetched("answer", "gives no answer")
            walk.cookies.learn(address, head)
            if head.status == 304 and earlier is not None:
                return _unchanged(earlier, exchange, walk)
            if head.status not in REDIRECTS:
                return _fetched(exchange, head, walk, self._rules)
            walk.passed.append(address.url)
            address = self._next(address, head, walk)

    def _next(self, address: Address, head: Head, walk: _Walk) -> Address:
        location = head.get("location")
        if not location:
            raise NotFetched("redirects", f"answers with status {head.status} and does not say where to go")
        following = join_address(address, _as_utf8(location), ports=self._rules.ports)
        if len(walk.passed) > self._rules.redirects:
            circle = " in a circle" if following.url in walk.passed else ""
            told = f"redirects more than {self._rules.redirects} times{circle}"
            raise NotFetched("redirects", f"{told}: open it yourself and give the last address")
        return following

    def _ask_politely(self, address: Address, walk: _Walk, *, gap: float, earlier: Earlier | None) -> Exchange:
        """One request in the host's turn; asked once more where the host says when, and that is soon."""
        for again in (False, True):
            with self._manners.turn(address.host, gap=min(gap, self._rules.patience)):
                exchange = self._ask(address, walk, self._headers(address, walk, earlier), page=True)
                if self._keeping:
                    since = earlier.row if earlier and exchange.head and exchange.head.status == 304 else None
                    walk.place = self._keeping.keep(exchange, since=since)
            walk.status = exchange.head.status if exchange.head else None
            if walk.status not in REDIRECTS:  # a redirect on the same host is part of one visit, and is waited for
                self._manners.hold(address.host, gap)
            if exchange.head is None or exchange.head.status not in BUSY:
                break
            wait = seconds_asked(exchange.head.get("retry-after"), self._clock.now())
            self._manners.hold(address.host, self._rules.patience if wait is None else wait)
            if again or wait is None or wait > self._rules.patience:
                when = f"for {wait:g} s" if wait is not None else "without saying until when"
                raise NotFetched("retry-after", f"answers with status {exchange.head.status}, too busy {when}: try again then")
        return exchange

    def _headers(self, address: Address, walk: _Walk, earlier: Earlier | None) -> list[tuple[str, str]]:
        headers = [("User-Agent", self._agent), ("Accept", ACCEPT), *walk.cookies.headers_for(address)]
        return [*headers, *earlier.conditions()] if earlier else headers

    def _ask(self, address: Address, walk: _Walk, headers: list[tuple[str, str]], *, page: bool) -> Exchange:
        """One request to one of the checked addresses of a host. Raises NotFetched where no connection comes about."""
        started = self._clock.monotonic()
        rules = self._rules if page else replace(self._rules, wire=self._rules.robots, body=self._rules.robots)
        try:
            ips = resolve_public(address, self._resolver, rules=rules, seconds=walk.left)
            until = started + walk.left
            channel, ip = open_channel(address, ips, rules=rules, clock=self._clock, until=until, tls=self._tls)
            request = write_request(address, headers)
            exchange = Exchange(address=address, ip=ip, began=stamp(self._clock.now()), request=request)
            with channel:
                self._run(channel, exchange, until, rules, page=page)
            return exchange
        finally:
            walk.left -= self._clock.monotonic() - started

    def _run(self, channel: socket.socket, exchange: Exchange, until: float, rules: FetchRules, *, page: bool) -> None:
        line = Line(channel=channel, rules=rules, clock=self._clock, until=until, limit=rules.head)
        exchange_on(channel, exchange, line, wanted=partial(_wants_page, rules=rules) if page else _wants_robots)

    def _ask_robots(self, address: Address) -> Answer:
        """The robots.txt of an origin, its redirects followed under the same rules."""
        walk = _Walk(asked=address.url, at=address.url, left=self._rules.total, passed=[], cookies=Cookies())
        address = replace(address, resource="/robots.txt")
        try:
            while True:
                headers = [("User-Agent", self._agent), ("Accept", "text/plain, */*;q=0.5")]
                with self._manners.turn(address.host, gap=0.0):
                    exchange = self._ask(address, walk, headers, page=False)
                if self._keeping:
                    self._keeping.keep(exchange)
                if exchange.head is None or exchange.head.status not in REDIRECTS:
                    return self._robots_answer(exchange)
                walk.passed.append(address.url)
                address = self._next(address, exchange.head, walk)
        except NotFetched as fault:
            return Answer(status=None, fault=fault, elsewhere=bool(walk.passed))

    def _robots_answer(self, exchange: Exchange) -> Answer:
        large = exchange.fault is not None and exchange.fault.rule == "size" and exchange.body
        if exchange.head is None or (exchange.fault and not large):
            return Answer(status=None, fault=exchange.fault or NotFetched("answer", "gives no answer"))
        wait = seconds_asked(exchange.head.get("retry-after"), self._clock.now())
        return Answer(status=exchange.head.status, body=exchange.body, wait=wait)

    def _note_refused(self, walk: _Walk, began: str, fault: NotFetched) -> None:
        if self._keeping:
            self._keeping.note(Kept(
                asked=walk.asked, address=walk.at, redirects=tuple(walk.passed), status=walk.status, fetched_at=began,
                refused=f"{fault.rule}: {fault.reason}",
            ))


def _unchanged(earlier: Earlier, exchange: Exchange, walk: _Walk) -> Fetched:
    row = earlier.row
    return Fetched(
        asked=walk.asked, address=row.address, redirects=tuple(walk.passed), status=304, ip=exchange.ip,
        headers=earlier.headers, body=earlier.body,
        sha256=hashlib.sha256(earlier.body).hexdigest(), fetched_at=row.fetched_at, unchanged=True,
        kept_in=row.warc,
    )


def _fetched(exchange: Exchange, head: Head, walk: _Walk, rules: FetchRules) -> Fetched:
    if head.status != 200:
        told = WORDS.get(head.status, "cannot give the page now" if head.status >= 500 else "gives no page")
        raise NotFetched("status", f"{told} (status {head.status}): check the address, or save the page")
    check_sniffed(exchange.body, head.get("content-type"))
    if is_packed(exchange.body, head.get("content-type")):
        check_packed(exchange.body, rules)
    return Fetched(
        asked=walk.asked, address=exchange.address.url, redirects=tuple(walk.passed), status=head.status, ip=exchange.ip,
        headers=head.headers, body=exchange.body, sha256=hashlib.sha256(exchange.body).hexdigest(), fetched_at=exchange.began,
        kept_in=walk.place[0] if walk.place else None,
    )


def _row(fetched: Fetched, walk: _Walk) -> Kept:
    headers = dict(reversed(fetched.headers))
    warc, offset, size = walk.place or (None, None, None)
    return Kept(
        asked=fetched.asked, address=fetched.address, redirects=fetched.redirects, status=fetched.status, ip=fetched.ip,
        fetched_at=fetched.fetched_at, media_type=fetched.media_type, sha256=fetched.sha256, etag=headers.get("etag"),
        last_modified=headers.get("last-modified"), warc=warc, offset=offset, size=size,
    )


def _wants_page(head: Head, *, rules: FetchRules) -> bool:
    if head.status == 200:
        check_declared(head.get("content-type"))
        check_length(head, rules)
    return head.status == 200


def _wants_robots(head: Head) -> bool:
    return 200 <= head.status < 300


def _as_utf8(location: str) -> str:
    """Headers come as Latin-1; addresses in them that are not ASCII are in UTF-8 nearly always."""
    try:
        return location.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return location
