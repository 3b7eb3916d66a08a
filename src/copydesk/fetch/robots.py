"""What a site's robots.txt allows (RFC 9309), read by Protego and kept for a while."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from threading import Lock
from typing import TYPE_CHECKING

from copydesk.errors import NotFetched
from copydesk.fetch.addresses import Address
from copydesk.fetch.clock import Clock
from copydesk.fetch.rules import FetchRules

if TYPE_CHECKING:
    from protego import Protego

UNREACHED = frozenset(("not public", "name", "connect deadline", "connection", "certificate"))  # the page would fare the same
AGENT = "copydesk"  # the name that a robots.txt calls us by
# Agents times rules in one file: Protego copies each rule to each agent of its group (25,000 lines of half each would
# make 150 million). The largest real files hold some hundreds of each.
_MOST_PAIRS = 2_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What came of asking for a robots.txt: a status with its body, or None and the fault that stood against it.

    wait: the seconds that a Retry-After asks for. elsewhere: the fault is that of another host, met after a redirect.
    """

    status: int | None
    body: bytes = b""
    wait: float | None = None
    fault: NotFetched | None = None
    elsewhere: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What holds for an origin until a time: rules, None for "all is allowed", or why nothing is."""

    rules: Protego | None
    denied: NotFetched | None
    until: float


class Robots:
    """The verdicts of a run, by origin. ask: fetches an origin's robots.txt."""

    def __init__(self, ask: Callable[[Address], Answer], clock: Clock, limits: FetchRules) -> None:
        self._ask, self._clock, self._limits = ask, clock, limits
        self._verdicts: dict[str, Verdict] = {}
        self._guard = Lock()

    def check(self, address: Address) -> float:
        """The seconds between two requests that the site asks for. Raises NotFetched where it does not allow the address."""
        with self._guard:
            verdict = self._verdicts.get(address.origin)
            if verdict is None or verdict.until <= self._clock.monotonic():
                verdict = self._verdicts[address.origin] = self._judge(address)
        if verdict.denied:
            raise NotFetched(verdict.denied.rule, verdict.denied.reason)
        if verdict.rules is None:
            return self._limits.gap
        if not verdict.rules.can_fetch(address.url, AGENT):
            raise NotFetched("robots", "is closed to programs by its site's robots.txt: open it yourself and save the page")
        return max(self._limits.gap, verdict.rules.crawl_delay(AGENT) or 0.0)

    def _judge(self, address: Address) -> Verdict:
        answer = self._ask(address)
        now, limits = self._clock.monotonic(), self._limits
        denied_until = now + max(limits.robots_denied, min(answer.wait or 0.0, limits.robots_kept))
        if answer.status is not None and 200 <= answer.status < 300:
            return self._read(answer.body, now, denied_until)
        if answer.status is not None and 400 <= answer.status < 500 and answer.status != 429:
            return Verdict(rules=None, denied=None, until=now + limits.robots_kept)
        fault = answer.fault
        if fault is None or answer.elsewhere or fault.rule not in UNREACHED:
            fault = _deny(f"fails (status {answer.status})" if fault is None else f"cannot be fetched (it {fault.reason})")
        return Verdict(rules=None, denied=fault, until=denied_until)

    def _read(self, body: bytes, now: float, denied_until: float) -> Verdict:
        from protego import Protego

        text = body[: self._limits.robots].decode("utf-8-sig", "replace")
        lines = text.lower().splitlines()
        agents = sum(line.lstrip().startswith(("user-agent", "useragent", "user agent")) for line in lines)
        if agents * (len(lines) - agents) > _MOST_PAIRS:
            return Verdict(rules=None, denied=_deny("is too large to be judged"), until=denied_until)
        return Verdict(rules=Protego.parse(text), denied=None, until=now + self._limits.robots_kept)


def _deny(why: str) -> NotFetched:
    return NotFetched("robots", f"is left alone for now, for its site's robots.txt {why}: try again later, or save the page")
