"""The articles of a page: the main one first, then cards in page order; their blocks partition the page's text."""

from __future__ import annotations

import itertools

from copydesk.lexicon import World
from copydesk.record import Article, Block, CreatedCandidate, Layout, Page, Refusal, Span
from copydesk.record.ids import derive_id


def find_articles(*, page: Page, layout: Layout, world: World) -> tuple[tuple[Article, ...], tuple[Refusal, ...]]:
    """The articles of a page, and what could not be read. No article where the page holds no text."""
    if not layout.pieces:
        return (), ()
    title = _stated(layout, "title")
    first = layout.pieces[0].span
    headline = first if title and page.text[first.start:first.end].strip() == title.strip() else None
    bounds = [piece.span.start for piece in layout.pieces[1:]]
    edges = [0, *bounds, len(page.text)]
    blocks = tuple(
        Block(span=Span(start=start, end=end), role="headline" if headline and not i else "paragraph")
        for i, (start, end) in enumerate(itertools.pairwise(edges))
    )
    article = Article(
        id=derive_id("article", page.id, 0), page_id=page.id, blocks=blocks, headline=headline, bylines=(),
        outlet=_stated(layout, "outlet"), wire=None, credits=(), canonical_url=_stated(layout, "canonical_url"),
        created=None, created_basis="", updated=None, language="en", is_card=False,
        created_candidates=tuple(
            CreatedCandidate(value=each.value, basis=each.basis, span=None)
            for each in layout.metadata if each.field == "published"
        ),
    )
    return (article,), ()


def _stated(layout: Layout, field: str) -> str | None:
    return next((each.value for each in layout.metadata if each.field == field), None)
