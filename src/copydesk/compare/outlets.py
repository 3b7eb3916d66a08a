"""Which outlets are one family: one publisher counts once, whatever the name of the page."""

from __future__ import annotations

from copydesk.lexicon import World
from copydesk.record import Report


def family_of(outlet: str, world: World) -> str:
    """The publisher's family of an outlet's name or host; an outlet that no table knows is its own family."""
    known = world.outlets.find(outlet) or world.outlets.by_host(outlet)
    return known.family.casefold() if known else " ".join(outlet.casefold().removeprefix("the ").split())


def outlet_of(report: Report) -> str:
    """The name under which a report's article is carried: outlet, else its page's id (an unnamed outlet is its own)."""
    article = report.article
    named = article.outlet if article is not None else None
    return named or report.page.outlet or report.page.id
