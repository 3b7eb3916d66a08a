"""Outlets: names, handles and hosts of wires, newspapers, broadcasters and aggregators (world/outlets.tsv)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

_ARTICLE = re.compile(r"^the\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlet:
    """One publisher. family: the house it belongs to, so that sister outlets are not counted apart.

    kind: a wire's copy runs elsewhere; an aggregator carries others' copy and is no origin. country: alpha-3 of its
    seat. domains: registered hosts without "www."; aliases: other names and social handles.
    """

    name: str
    domains: tuple[str, ...]
    family: str
    kind: Literal["wire", "outlet", "aggregator"]
    country: str
    aliases: tuple[str, ...]
    origin: str


class Outlets:
    """The table of outlets with its two lookups. rows: in file order."""

    def __init__(self, rows: Iterable[Outlet]) -> None:
        self.rows = tuple(rows)
        self._hosts = {host: row for row in self.rows for host in row.domains}
        self._exact: dict[str, Outlet] = {}
        self._folded: dict[str, Outlet] = {}
        for row in self.rows:
            for name in (row.name, *row.aliases):
                bare = _bare(name)
                self._exact.setdefault(bare, row)
                if len(bare) > 4 or " " in bare:
                    self._folded.setdefault(bare.casefold(), row)

    def find(self, name_or_alias: str) -> Outlet | None:
        """The outlet of that name, alias or handle; a leading "the" and white space do not matter.

        Names of up to four letters without a space ("AP", "Time") must match in case, others need not.
        """
        bare = _bare(name_or_alias)
        return self._exact.get(bare) or self._folded.get(bare.casefold())

    def by_host(self, host: str) -> Outlet | None:
        """The outlet of a host, a subdomain of one, or an address: "www.bbc.co.uk", "https://apnews.com/article/x"."""
        name = host.lower().split("://", 1)[-1].split("/", 1)[0].split("@")[-1].split(":", 1)[0].rstrip(".")
        labels = name.split(".")
        return next((row for i in range(len(labels) - 1) if (row := self._hosts.get(".".join(labels[i:])))), None)

    def are_sisters(self, left: str, right: str) -> bool:
        """Whether two names stand for outlets of one family. An unknown outlet is its own family."""
        one, other = self.find(left), self.find(right)
        if one is None or other is None:
            return _bare(left).casefold() == _bare(right).casefold()
        return one.family == other.family


def _bare(name: str) -> str:
    return _ARTICLE.sub("", " ".join(name.replace("’", "'").split()))
