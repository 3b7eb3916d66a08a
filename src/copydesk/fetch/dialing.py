"""Connections to the numeric addresses that were judged, and to no others."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Sequence
from functools import cache

from copydesk.errors import NotFetched
from copydesk.fetch.addresses import Address
from copydesk.fetch.clock import Clock
from copydesk.fetch.rules import FetchRules

_MOST_TRIED = 4  # numeric addresses of one name


def open_channel(
    address: Address, ips: Sequence[str], *, rules: FetchRules, clock: Clock, until: float, tls: ssl.SSLContext | None,
) -> tuple[socket.socket, str]:
    """A connection to one of the numeric addresses that were checked, with TLS for https; and which one it is.

    The name is not resolved again; it is what the certificate must be for (and the SNI). Raises NotFetched.
    """
    by = min(until, clock.monotonic() + rules.connect)
    fault: OSError | None = None
    tried = ips[:_MOST_TRIED]
    for number, ip in enumerate(tried):
        seconds = (by - clock.monotonic()) / (len(tried) - number)
        if seconds <= 0:
            break
        try:
            return _dial(address, ip, seconds, tls), ip
        except ssl.SSLCertVerificationError as wrong:
            raise NotFetched("certificate", f"shows a certificate that does not hold ({wrong.verify_message})") from wrong
        except OSError as wrong:
            fault = wrong
    if fault is None or isinstance(fault, TimeoutError):
        raise NotFetched("connect deadline", f"does not answer within {rules.connect:g} s ({address.host}): try later")
    raise NotFetched("connection", f"cannot be reached ({address.host}: {fault.strerror or fault}): try later")


@cache
def load_trust() -> ssl.SSLContext:
    """The system's certificates, loaded once: names are checked, TLS 1.2 is the oldest that is spoken."""
    context = ssl.create_default_context()
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    return context


def _dial(address: Address, ip: str, seconds: float, tls: ssl.SSLContext | None) -> socket.socket:
    channel = socket.create_connection((ip, address.port), timeout=seconds)
    if address.scheme == "http":
        return channel
    try:
        return (tls or load_trust()).wrap_socket(channel, server_hostname=address.host)
    except BaseException:
        channel.close()
        raise
