"""One request over one connection: pinned, timed, counted, and kept as it came.

The standard library's parser of responses (http.client) reads from a stream of ours, which knows the deadlines, the rate
and the cap, and remembers each byte: docs/decisions/0009-one-guarded-client.md says why no larger library is used.
"""

from __future__ import annotations

import io
import socket
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from http.client import HTTPException, HTTPResponse, IncompleteRead
from typing import Any, cast

from copydesk.errors import NotFetched
from copydesk.fetch.addresses import Address
from copydesk.fetch.clock import Clock
from copydesk.fetch.inflating import Inflater
from copydesk.fetch.rules import FetchRules

PACKED = ("gzip", "x-gzip")
_PIECE = 64 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """Status line and headers of a response; header names in lower case, each value on one line."""

    status: int
    reason: str
    headers: tuple[tuple[str, str], ...]

    def get(self, name: str) -> str | None:
        """The first value of a header, or None."""
        return next((value for key, value in self.headers if key == name), None)


@dataclass(slots=True, kw_only=True)
class Exchange:
    """One request and what came back. entity: the body as sent, without chunk marks; body: unpacked.

    fault: why it was not read to its end; then response, entity and body hold what came until then. cut: the WARC word
    for that (length, time, disconnect), None where all of it came.
    """

    address: Address
    ip: str
    began: str
    request: bytes
    response: bytes = b""
    head: Head | None = None
    entity: bytes = b""
    body: bytes = b""
    fault: NotFetched | None = None
    cut: str | None = None


@dataclass(slots=True, kw_only=True)
class Line:
    """One connection's measure: what may come, until when, and what came."""

    channel: socket.socket
    rules: FetchRules
    clock: Clock
    until: float  # by the clock's monotonic seconds
    limit: int
    seen: bytearray = field(default_factory=bytearray)
    first: float | None = None

    def receive(self, view: memoryview) -> int:
        """Bytes into `view`; 0 at the end. Raises NotFetched where a deadline, the rate or the cap is passed."""
        room = self.limit + 1 - len(self.seen)
        left = self.until - self.clock.monotonic()
        if left <= 0:
            raise self._late(left)
        self.channel.settimeout(min(self.rules.read, left))
        try:
            got = self.channel.recv_into(view[: min(len(view), room)])
        except TimeoutError:
            raise self._late(left) from None
        except OSError as fault:
            raise NotFetched("connection", f"broke the connection ({fault.strerror or fault}): try again") from fault
        self.seen += view[:got]
        if len(self.seen) > self.limit:
            raise NotFetched("size", f"sends more than {self.limit:,} bytes: save the page instead")
        self._judge_rate()
        return got

    def _late(self, left: float) -> NotFetched:
        if left <= self.rules.read:
            return NotFetched("total deadline", f"took longer than {self.rules.total:g} s: try later, or save the page")
        return NotFetched("read deadline", f"sent nothing for {self.rules.read:g} s: try later")

    def _judge_rate(self) -> None:
        now = self.clock.monotonic()
        self.first = now if self.first is None else self.first
        spent = now - self.first
        if spent > self.rules.grace and len(self.seen) < self.rules.rate * spent:
            raise NotFetched("rate", f"sends fewer than {self.rules.rate} bytes a second: try later, or save the page")


class _Stream(io.RawIOBase):
    """A `Line` as a file, for the parser."""

    def __init__(self, line: Line) -> None:
        self.line = line

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        return self.line.receive(memoryview(buffer))


class Answers(io.BufferedReader):
    """Bytes as what http.client asks of a socket: one file, from which several heads (103, then 200) can be read."""

    def __init__(self, raw: io.RawIOBase | io.BytesIO) -> None:
        super().__init__(cast(io.RawIOBase, raw))

    def makefile(self, mode: str) -> Answers:
        """Itself; `mode` is "rb"."""
        return self

    def close(self) -> None:
        """Nothing: a response that is let go closes its file, and the next one reads on. The socket is closed elsewhere."""


def write_request(address: Address, headers: Sequence[tuple[str, str]]) -> bytes:
    """The bytes of a GET request; gzip is the only packing asked for, and the connection is used once."""
    lines = [
        f"GET {address.resource} HTTP/1.1", f"Host: {address.authority}", *(f"{name}: {value}" for name, value in headers),
        "Accept-Encoding: gzip", "Connection: close",
    ]
    safe = ("".join(letter for letter in line if letter.isprintable()) for line in lines)
    return ("\r\n".join(safe) + "\r\n\r\n").encode("latin-1", "replace")


def exchange_on(channel: socket.socket, exchange: Exchange, line: Line, *, wanted: Callable[[Head], bool]) -> None:
    """Send the request of `exchange` and fill in what comes back. wanted: whether a body with this head is read.

    A broken rule or connection ends as `exchange.fault`; nothing is raised, so that what came can be recorded.
    """

    def counted(head: Head) -> bool:
        line.limit = line.rules.wire + len(line.seen)
        return wanted(head)

    try:
        channel.settimeout(line.rules.read)
        channel.sendall(exchange.request)
        read_response(Answers(_Stream(line)), exchange, line.rules, wanted=counted)
    except NotFetched as fault:
        exchange.fault = fault
    except IncompleteRead:
        exchange.fault = NotFetched("cut short", "closed the connection before the end of the page: try again")
    except (OSError, HTTPException, ValueError) as fault:
        told = ascii(str(fault)[:100]) if str(fault) else type(fault).__name__
        exchange.fault = NotFetched("answer", f"does not answer as HTTP asks ({told}): try again")
    exchange.response = bytes(line.seen)
    if exchange.fault:
        deadline = exchange.fault.rule in ("total deadline", "read deadline", "rate")
        exchange.cut = "time" if deadline else "length" if exchange.fault.rule in ("size", "ratio") else "disconnect"


def read_response(answers: Answers, exchange: Exchange, rules: FetchRules, *, wanted: Callable[[Head], bool]) -> None:
    """Head, then body where it is wanted. Raises NotFetched, HTTPException or ValueError."""
    while True:
        with HTTPResponse(cast(socket.socket, answers), method="GET") as response:
            response.begin()
            if 100 <= response.status < 200:
                continue
            headers = tuple((name.lower(), " ".join(value.split())) for name, value in response.getheaders())
            exchange.head = Head(status=response.status, reason=response.reason[:80], headers=headers)
            if wanted(exchange.head):
                _read_body(response, exchange, Inflater(packed=check_head(exchange.head) in PACKED, rules=rules))
            elif response.length != 0:
                exchange.cut = "length"
            return


def _read_body(response: HTTPResponse, exchange: Exchange, inflater: Inflater) -> None:
    entity = bytearray()
    try:
        while piece := response.read(_PIECE):
            entity += piece
            inflater.feed(piece)
        if response.length:
            raise NotFetched("cut short", f"closed the connection {response.length:,} bytes before the end it named: try again")
        inflater.finish()
    finally:
        exchange.entity, exchange.body = bytes(entity), bytes(inflater.body)


def check_head(head: Head) -> str:
    """The packing of the body ("" where none). Raises NotFetched for packings and framings that are refused."""
    packing = (head.get("content-encoding") or "").lower()
    if packing not in ("", "identity", *PACKED):
        raise NotFetched("encoding", f"packs its body as {packing[:40]!r} although only gzip was asked for: save the page")
    framing = (head.get("transfer-encoding") or "chunked").lower()
    if framing not in ("chunked", "identity"):
        raise NotFetched("answer", f"frames its body as {framing[:40]!r}, which is not read")
    if len({value for name, value in head.headers if name == "content-length"}) > 1:
        raise NotFetched("answer", "names several lengths for one body")
    return "" if packing == "identity" else packing


def check_length(head: Head, rules: FetchRules) -> None:
    """Raises NotFetched where the server itself names a length over the cap: then nothing of the body need come."""
    length = head.get("content-length") or ""
    if length.isascii() and length.isdigit() and int(length[:20]) > rules.wire:
        raise NotFetched("size", f"is larger than {rules.wire:,} bytes: save the page instead")
