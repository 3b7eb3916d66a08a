"""Cookies within one fetch: what an origin sets on the way goes back to that origin and nowhere else, then is forgotten."""

from __future__ import annotations

import re

from copydesk.fetch.addresses import Address
from copydesk.fetch.wire import Head

_PAIR = re.compile(r"\s*([!#$%&'*+.^_`|~0-9A-Za-z-]{1,256})\s*=\s*([!-+\--:<-\[\]-~]{0,4096})\s*(?:;|$)")  # RFC 6265, 4.1.1
_GONE = re.compile(r";\s*max-age\s*=\s*(?:0|-\d+)\s*(?:;|$)", re.IGNORECASE)
_MOST = 20  # of one origin


class Cookies:
    """Names and values by origin (scheme, host and port); Domain and Path are not honoured, so nothing reaches further."""

    def __init__(self) -> None:
        self._jars: dict[str, dict[str, str]] = {}

    def learn(self, address: Address, head: Head) -> None:
        """Take what a response sets."""
        jar = self._jars.setdefault(address.origin, {})
        for name, value in head.headers:
            if name == "set-cookie" and (pair := _PAIR.match(value)):
                jar.pop(pair[1], None)
                if not _GONE.search(value) and len(jar) < _MOST:
                    jar[pair[1]] = pair[2]

    def headers_for(self, address: Address) -> list[tuple[str, str]]:
        """The Cookie header for an address, or nothing."""
        jar = self._jars.get(address.origin)
        return [("Cookie", "; ".join(f"{name}={value}" for name, value in jar.items()))] if jar else []
