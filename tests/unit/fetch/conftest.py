"""Servers that the tests start on 127.0.0.1, and a client that may ask them."""

from __future__ import annotations

import gzip
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from copydesk.fetch import Client, FetchRules
from copydesk.fetch.keeping import Keeping

TLS = Path(__file__).parent / "tls"
START = datetime(2024, 3, 5, 14, 30, tzinfo=UTC)
Route = bytes | Callable[[socket.socket, bytes], None]


PAGE = b"<p>The harbour reopened.</p>"


def answer(body: bytes = PAGE, *, status: str = "200 OK", packed: bool = False, **headers: str) -> bytes:
    """A whole response; header names with _ for -."""
    body = gzip.compress(body) if packed else body
    named = {"content_type": "text/html", "content_length": str(len(body)), **({"content_encoding": "gzip"} if packed else {})}
    lines = [f"{name.replace('_', '-')}: {value}" for name, value in (named | headers).items() if value]
    return "\r\n".join([f"HTTP/1.1 {status}", *lines, "", ""]).encode() + body


class Site:
    """One server. routes: path to bytes, or to what writes to the connection; requests: what was asked, in order."""

    def __init__(self, *, secure: bool = False) -> None:
        self.routes: dict[str, Route] = {}
        self.requests: list[tuple[str, dict[str, str]]] = []
        self.names: list[str | None] = []
        self.hang_up = threading.Event()
        self._tls = self._context() if secure else None
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]
        threading.Thread(target=self._serve, daemon=True).start()

    def url(self, path: str = "/", host: str = "news.test") -> str:
        return f"http{'s' if self._tls else ''}://{host}:{self.port}{path}"

    def asked(self, path: str) -> list[dict[str, str]]:
        """The headers of each request for a path."""
        return [headers for target, headers in self.requests if target == path]

    def close(self) -> None:
        self.hang_up.set()
        self._listener.close()

    def _context(self) -> ssl.SSLContext:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(TLS / "server.pem")
        context.sni_callback = lambda _channel, name, _context: self.names.append(name)
        return context

    def _serve(self) -> None:
        while True:
            try:
                channel, _ = self._listener.accept()
            except OSError:
                return
            threading.Thread(target=self._answer, args=(channel,), daemon=True).start()

    def _answer(self, channel: socket.socket) -> None:
        try:
            channel = self._tls.wrap_socket(channel, server_side=True) if self._tls else channel
            with channel:
                request = b""
                while b"\r\n\r\n" not in request and (piece := channel.recv(65536)):
                    request += piece
                self._route(channel, request)
        except OSError:
            pass

    def _route(self, channel: socket.socket, request: bytes) -> None:
        first, *rest = request.decode("latin-1").split("\r\n")
        target = first.split(" ")[1]
        self.requests.append((target, dict(line.lower().split(": ", 1) for line in rest if ": " in line)))
        missing = answer(b"none", status="404 Not Found")
        route = self.routes.get(target, missing)
        if callable(route):
            route(channel, request)
        else:
            channel.sendall(route)


class Hourglass:
    """A clock whose waits take no time: they are counted, and the clock is then later by as much."""

    def __init__(self) -> None:
        self.waits: list[float] = []
        self.moved = 0.0

    def now(self) -> datetime:
        return START + timedelta(seconds=self.moved)

    def monotonic(self) -> float:
        return time.monotonic() + self.moved

    def sleep(self, seconds: float) -> None:
        self.waits.append(seconds)
        self.moved += seconds


@pytest.fixture
def start_site() -> Iterator[Callable[..., Site]]:
    started: list[Site] = []

    def start(**kinds: Any) -> Site:
        started.append(Site(**kinds))
        return started[-1]

    yield start
    for one in started:
        one.close()


@pytest.fixture
def site(start_site: Callable[..., Site]) -> Site:
    one = start_site()
    one.routes["/"] = answer()
    return one


@pytest.fixture
def clock() -> Hourglass:
    return Hourglass()


@pytest.fixture
def make_client(clock: Hourglass) -> Callable[..., Client]:
    """A client that may ask 127.0.0.1 and any port, and finds every name of `.test` there."""

    def make(*, keep: Path | None = None, resolver: Any = None, **numbers: Any) -> Client:
        names = resolver or (lambda host, port: ["127.0.0.1"] if host.endswith(".test") else [])
        rules = FetchRules(**{"ports": frozenset(range(1, 65536)), "loopback_for_tests": True, "gap": 0.0, **numbers})
        keeping = Keeping(keep, agent="copydesk/test") if keep else None
        trusted = ssl.create_default_context(cafile=str(TLS / "authority.pem"))
        return Client(agent="copydesk/test", clock=clock, rules=rules, keeping=keeping, resolver=names, tls=trusted)

    return make
