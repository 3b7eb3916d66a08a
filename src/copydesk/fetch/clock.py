"""The clock, given as an argument: a test can wait for an hour in no time."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from typing import Protocol


class Clock(Protocol):
    """What the client asks of time."""

    def now(self) -> datetime:
        """The moment, with its zone: for what is recorded."""

    def monotonic(self) -> float:
        """Seconds that never run back: for deadlines."""

    def sleep(self, seconds: float) -> None:
        """Wait: for manners."""


class SystemClock:
    """The machine's clock."""

    def now(self) -> datetime:
        """The moment in UTC."""
        return datetime.now(UTC)

    def monotonic(self) -> float:
        """Seconds since some moment."""
        return time.monotonic()

    def sleep(self, seconds: float) -> None:
        """Wait that many seconds."""
        time.sleep(seconds)


def stamp(moment: datetime) -> str:
    """ISO 8601 in UTC to the second, as records and WARC write it: 2024-03-05T14:30:00Z."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
