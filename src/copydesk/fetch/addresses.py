"""Addresses as typed: which are addresses at all, and which break a rule before anything is asked."""

from __future__ import annotations

import ipaddress
import re
from dataclasses import dataclass
from urllib.parse import quote, urljoin, urlsplit

from copydesk.errors import NotFetched

PORTS = {"http": 80, "https": 443}
LONGEST = 4096  # characters; servers commonly refuse longer ones
_HOST = re.compile(r"(?=.{1,253}$)[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?(?:\.[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?)*")
_NUMBER = re.compile(r"(?:\d+|0x[0-9a-f]*)")
_UNPRINTABLE = re.compile(r"[\x00-\x20\x7f\x85\xa0\u2028\u2029]")
_KEPT = "%/:@!$&'()*+,;=-._~?[]"  # what may stand in a path and query unquoted


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """One http or https address in its parts. host: ASCII, lower case, without brackets; resource: path and query."""

    scheme: str
    host: str
    port: int
    resource: str

    @property
    def authority(self) -> str:
        """Host, and port where it is not the scheme's own: what the Host header says."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == PORTS[self.scheme] else f"{host}:{self.port}"

    @property
    def origin(self) -> str:
        """Scheme, host and port: what has one robots.txt and one set of cookies."""
        return f"{self.scheme}://{self.authority}"

    @property
    def url(self) -> str:
        """The whole address as it is asked for, without a fragment."""
        return self.origin + self.resource


def parse_address(given: str, *, ports: frozenset[int]) -> Address:
    """The address in its parts. Raises NotFetched where a rule forbids to ask for it."""
    given = given.strip()
    if len(given) > LONGEST or _UNPRINTABLE.search(given):
        raise NotFetched("address", f"is longer than {LONGEST} characters or holds a space or control character")
    try:
        parts = urlsplit(given)
        port = parts.port
    except ValueError as fault:
        raise NotFetched("address", f"is no address ({fault}): check its spelling") from fault
    if parts.scheme not in PORTS:
        raise NotFetched("scheme", f"begins with {parts.scheme or 'nothing'}:, and only http and https are fetched")
    if "@" in parts.netloc:
        raise NotFetched("user info", "holds a user name or password: give the address without it")
    port = PORTS[parts.scheme] if port is None else port
    if port not in ports:
        raise NotFetched("port", f"names port {port}, which is not open: allow it with --allow-port {port} if you trust it")
    resource = quote((parts.path or "/") + (f"?{parts.query}" if parts.query else ""), safe=_KEPT)
    return Address(scheme=parts.scheme, host=_host(parts.hostname or ""), port=port, resource=resource)


def join_address(address: Address, location: str, *, ports: frozenset[int]) -> Address:
    """Where a redirect leads. Raises NotFetched where it breaks a rule, a step from https down to http among them."""
    try:
        joined = urljoin(address.url, location.strip().replace(" ", "%20"))
    except ValueError as fault:
        raise NotFetched("address", f"redirects to what is no address ({fault})") from fault
    following = parse_address(joined, ports=ports)
    if (address.scheme, following.scheme) == ("https", "http"):
        raise NotFetched("downgrade", f"leads from https down to {following.url}: open that address itself if you trust it")
    return following


def _host(name: str) -> str:
    try:
        return ipaddress.ip_address(name).compressed if "%" not in name else _no_host(name)
    except ValueError:
        pass
    try:
        host = name.encode("idna").decode("ascii").lower().removesuffix(".") if not name.isascii() else name.removesuffix(".")
    except UnicodeError:
        return _no_host(name)
    if not _HOST.fullmatch(host) or _NUMBER.fullmatch(host.rpartition(".")[2]):
        return _no_host(name)
    return host


def _no_host(name: str) -> str:
    raise NotFetched("address", f"names no host that can be asked ({name[:80]!r}): check its spelling")
