"""The numbers of the guarded client, each with its reason. docs/steps/fetch.md says what they guard against."""

from __future__ import annotations

from dataclasses import dataclass

KIB, MIB = 1024, 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class FetchRules:
    """Limits of one fetch. Seconds, bytes, bytes a second.

    loopback_for_tests opens 127.0.0.1 and ::1 and nothing else; no option of the command line sets it.
    """

    ports: frozenset[int] = frozenset((80, 443))
    redirects: int = 5
    connect: float = 10.0  # name, connection and TLS together, each at most this
    read: float = 15.0  # between two arrivals of bytes
    total: float = 60.0  # one page with its redirects; polite waits are not counted
    grace: float = 5.0  # after the first byte, before the rate is judged
    rate: int = 500  # a page of 100 KiB at this rate would take longer than `total` anyway
    head: int = 64 * KIB  # status line and headers; browsers and servers commonly stop at 8 to 256 KiB
    wire: int = 10 * MIB  # as sent
    body: int = 30 * MIB  # after inflating
    ratio: int = 100  # inflated to sent, judged from `ratio_from` on; HTML packs 4 to 20 times, zlib's most is 1,032
    ratio_from: int = MIB
    robots: int = 500 * KIB  # RFC 9309, 2.5: at least so much is parsed; the rest is passed over
    robots_kept: float = 86_400.0  # RFC 9309, 2.4: not longer than a day
    robots_denied: float = 600.0  # how long a site whose robots.txt fails is left alone before it is asked again
    gap: float = 1.0  # between two pages of one host where its robots.txt names no Crawl-delay
    patience: float = 60.0  # the longest polite wait; a site that asks for more is refused with the time it names
    loopback_for_tests: bool = False
