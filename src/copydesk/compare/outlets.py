"""Which outlets are one family: one publisher counts once, whatever the name of the page."""

from __future__ import annotations

from copydesk.lexicon import World
from copydesk.record import Article, Report


def family_of(outlet: str, world: World) -> str:
    """The publisher's family of an outlet's name or host; an outlet that no table knows is its own family."""
    known = world.outlets.find(outlet) or world.outlets.by_host(outlet)
    return " ".join((known.family if known else outlet).casefold().removeprefix("the ").split())


def is_carrier(outlet: str, world: World) -> bool:
    """Whether the table knows it as one that passes on what others wrote: an aggregator, a service that spreads releases."""
    known = world.outlets.find(outlet) or world.outlets.by_host(outlet)
    return known is not None and known.is_carrier


def writer_of(article: Article, world: World) -> str | None:
    """Whose words an article is, so far as known: its wire, else its outlet unless that only carries what others wrote."""
    outlet = article.wire or article.outlet
    return None if outlet is None or is_carrier(outlet, world) else outlet


def outlet_of(report: Report) -> str:
    """The name under which a report's article is carried: outlet, else its page's id (an unnamed outlet is its own)."""
    article = report.article
    named = article.outlet if article is not None else None
    return named or report.page.outlet or report.page.id
