"""Addresses that a page states of itself, made whole and without what only counts readers."""

from __future__ import annotations

import re
from urllib.parse import urljoin, urlsplit, urlunsplit

_COUNTING = re.compile(r"(?:utm_\w+|fbclid|gclid|dclid|msclkid|mc_cid|mc_eid|igshid|ocid|cmpid|ref_src|at_campaign|at_medium)=")


def tidy_address(address: str, base: str | None = None) -> str | None:
    """An http address made whole by the one it stands under, without fragment and tags of campaigns; None for all else.

    Relative ones without a base, scripts and mail addresses are None.
    """
    try:
        parts = urlsplit(urljoin(base or "", address.strip()))
    except ValueError:  # "http://["
        return None
    if parts.scheme.lower() not in ("http", "https") or not parts.hostname:
        return None
    query = "&".join(each for each in parts.query.split("&") if not _COUNTING.match(each))
    return urlunsplit((parts.scheme.lower(), parts.netloc.lower(), parts.path, query, ""))


def is_front(address: str) -> bool:
    """Whether an address is that of a whole site, such as pages give that call every story by one address."""
    parts = urlsplit(address)
    return parts.path in ("", "/") and not parts.query
