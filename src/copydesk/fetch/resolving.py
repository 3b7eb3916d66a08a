"""Names to numeric addresses: resolved once, every answer checked, so that what was checked is what is connected to."""

from __future__ import annotations

import ipaddress
import queue
import socket
import threading
from collections.abc import Callable

from copydesk.errors import NotFetched
from copydesk.fetch.addresses import Address
from copydesk.fetch.networks import find_fault
from copydesk.fetch.rules import FetchRules

Resolver = Callable[[str, int], list[str]]


def resolve_host(host: str, port: int) -> list[str]:
    """The system's answer, in its order. Raises OSError where the name is unknown."""
    return list(dict.fromkeys(str(row[4][0]) for row in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)))


def resolve_public(address: Address, resolver: Resolver, *, rules: FetchRules, seconds: float) -> list[str]:
    """The numeric addresses of a host, asked for once, in the resolver's order.

    Raises NotFetched where the name is unknown, no answer comes in time, or one answer of several is not public.
    """
    answers = _answers(address, resolver, min(rules.connect, seconds))
    if not answers:
        raise NotFetched("name", f"names a host without an address ({address.host}): check its spelling")
    for answer in answers:
        try:
            ip = ipaddress.ip_address(answer)
        except ValueError as fault:
            raise NotFetched("name", f"has a host whose address makes no sense ({answer!r})") from fault
        kind = find_fault(ip)
        if kind and not (rules.loopback_for_tests and ip.compressed in ("127.0.0.1", "::1")):
            raise NotFetched("not public", f"leads to {ip} ({kind}), and only public addresses are asked: save the page")
    return answers


def _answers(address: Address, resolver: Resolver, seconds: float) -> list[str]:
    try:
        return [ipaddress.ip_address(address.host).compressed]
    except ValueError:
        pass
    told: queue.Queue[list[str] | OSError] = queue.Queue()

    def ask() -> None:
        try:
            told.put(resolver(address.host, address.port))
        except (OSError, UnicodeError) as fault:
            told.put(fault if isinstance(fault, OSError) else OSError(str(fault)))

    threading.Thread(target=ask, daemon=True).start()  # the system's resolver knows no deadline
    try:
        answer = told.get(timeout=max(seconds, 0.001))
    except queue.Empty:
        raise NotFetched("connect deadline", f"has a host that is not found in time ({address.host}): try later") from None
    if isinstance(answer, OSError):
        raise NotFetched("name", f"names a host that is not found ({address.host}): check spelling and connection")
    return answer
