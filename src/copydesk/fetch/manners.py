"""One polite request at a time for each host, and no host asked before the time it names."""

from __future__ import annotations

import math
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from threading import Lock

from copydesk.errors import NotFetched
from copydesk.fetch.clock import Clock


class Manners:
    """Whose turn it is, by host. Times are the clock's monotonic seconds."""

    def __init__(self, clock: Clock, *, patience: float) -> None:
        self._clock, self._patience = clock, patience
        self._locks: dict[str, Lock] = {}
        self._free_from: dict[str, float] = {}
        self._guard = Lock()

    @contextmanager
    def turn(self, host: str, *, gap: float) -> Iterator[None]:
        """The host to oneself, once it is free; afterwards it is left alone for `gap` seconds.

        Raises NotFetched where the wait would be longer than the client's patience.
        """
        with self._guard:
            lock = self._locks.setdefault(host, Lock())
        with lock:
            wait = self._free_from.get(host, -math.inf) - self._clock.monotonic()
            if wait > self._patience:
                raise NotFetched("wait", f"is on a host that asks to be left alone for {math.ceil(wait)} s: try again then")
            if wait > 0:
                self._clock.sleep(wait)
            try:
                yield
            finally:
                self.hold(host, gap)

    def hold(self, host: str, seconds: float) -> None:
        """Leave a host alone for so long; never shortens an earlier hold."""
        self._free_from[host] = max(self._free_from.get(host, -math.inf), self._clock.monotonic() + seconds)


def seconds_asked(retry_after: str | None, now: datetime) -> float | None:
    """The seconds that a Retry-After header asks for (a number or a date), or None where it says nothing that makes sense."""
    told = (retry_after or "").strip()
    if told.isascii() and told.isdigit():
        return float(told[:9])
    try:
        moment = parsedate_to_datetime(told)
    except (ValueError, TypeError, OverflowError):
        return None
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return max(0.0, (moment - now).total_seconds())
