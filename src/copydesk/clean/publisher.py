"""Who published a page: stated, its address, or, with care, signs on the page itself."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from copydesk.clean.masthead import MOST_TEXT, find_masthead
from copydesk.clean.units import Unit
from copydesk.lexicon import World
from copydesk.record import Layout, Page

LEAST_SIGNS = 2  # signs on the page that must agree, a copyright line counting double
_NAME = r"(?:the )?[A-Z][\w.&’'-]*(?: (?:of |and |the )?[A-Z][\w.&’'-]*){0,4}"
_SIGNS = (
    (1, re.compile(rf"(?:[Ii]llustration|[Cc]hart|[Gg]raphic|[Mm]ap)s?(?: by)?: [^/\n]{{3,60}}/(?P<name>{_NAME})")),
    (1, re.compile(rf"\b(?:writing|reporting) for (?P<name>{_NAME})")),
    (1, re.compile(rf"\b(?:told|tells) (?P<name>{_NAME}) in (?:an? )?(?:\w+ )?(?:interview|statement|email)")),
    (1, re.compile(
        rf"\b(?:is|as) (?:an? |the )?[\w' -]{{0,40}}(?:reporter|correspondent|editor|columnist|writer) (?:at|for|with) "
        rf"(?P<name>{_NAME})",
    )),
    (1, re.compile(rf"(?:[Ss]ign up for|[Ss]ubscribe to|[Dd]ownload the|[Ff]ollow|[Mm]ore from|[Ss]upport) (?P<name>{_NAME})")),
    (2, re.compile(rf"(?:©|[Cc]opyright)\s*(?:©\s*)?(?:\d{{4}}\s*)?(?P<name>{_NAME})")),
)


def find_outlet(page: Page, layout: Layout, units: Sequence[Unit], world: World) -> str | None:
    """The outlet of a page: from the manifest, its metadata, its address, or at least two signs on the page that agree.

    A name inferred from signs is no wire and no aggregator: copyright lines and credits of agencies stand on many pages
    that are not theirs. An outlet that is not in the table needs signs of two kinds (clean/masthead.py).
    """
    stated = {value.basis: value.value for value in reversed(layout.metadata) if value.field == "outlet"}
    if "manifest" in stated:
        return stated["manifest"]
    address = page.url or next((value.value for value in layout.metadata if value.field == "canonical_url"), "")
    if stated:
        return _known(next(value.value for value in layout.metadata if value.field == "outlet"), address, world)
    by_host = world.outlets.by_host(address) if address else None
    return by_host.name if by_host else _by_signs(page.text[:MOST_TEXT], world) or find_masthead(units, page.text, world)


def _known(name: str, address: str, world: World) -> str:
    """The table's own name for a stated one; for a common word ("Gazette") only where the address is the same outlet's."""
    row = world.outlets.find(name)
    is_meant = row and (world.outlets.is_plain(name) or (address and world.outlets.by_host(address) is row))
    return row.name if row and is_meant else name


def _by_signs(text: str, world: World) -> str | None:
    counts: Counter[str] = Counter()
    for weight, pattern in _SIGNS:
        for match in pattern.finditer(text):
            row = _longest_outlet(match["name"], world)
            if row:
                counts[row] += weight
    best = counts.most_common(2)
    if not best or best[0][1] < LEAST_SIGNS or (len(best) > 1 and best[1][1] == best[0][1]):
        return None
    return best[0][0]


def _longest_outlet(name: str, world: World) -> str | None:
    """The outlet that the most of the leading words name: "Axon Latin America" is no outlet, "Axon" may be one."""
    words = name.rstrip(".,").split()
    for count in range(len(words), 0, -1):
        row = world.outlets.find(" ".join(words[:count]).rstrip(".,"))
        if row and row.is_publisher:
            return row.name
    return None
