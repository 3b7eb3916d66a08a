"""Articles made by hand for tests of times, quantities and creation days."""

from __future__ import annotations

from dataclasses import replace

from copydesk.lexicon import load_world
from copydesk.record import (
    Article,
    Block,
    BlockRole,
    CreatedCandidate,
    Layout,
    MetadataValue,
    Page,
    Quantity,
    Reading,
    Refusal,
    Span,
    TimeExpression,
)
from copydesk.resolve import find_quantities, find_times, settle_created

NO_READING = Reading(page_id="", article_id="", tokens=(), sentences=(), names=(), children=())


def make_page(text: str, *, fetched_at: str | None = None, url: str | None = None) -> Page:
    """A page of plain text."""
    return Page(
        id="page:test", text=text, url=url, outlet=None, fetched_at=fetched_at, media_type="text/plain", sha256="",
    )


def make_article(text: str, created: str | None, roles: dict[int, BlockRole] | None = None) -> Article:
    """An article whose lines are paragraphs, save those (by number, from 0) to which `roles` gives another role."""
    blocks, position = [], 0
    for number, line in enumerate(text.splitlines(keepends=True)):
        role = (roles or {}).get(number, "paragraph")
        blocks.append(Block(span=Span(start=position, end=position + len(line)), role=role))
        position += len(line)
    return Article(
        id="article:test", page_id="page:test", blocks=tuple(blocks), headline=None, bylines=(), outlet=None, wire=None,
        credits=(), canonical_url=None, created=created, created_basis="manifest" if created else "", updated=None,
        created_candidates=(), language="en", is_card=False,
    )


def read_times(text: str, created: str | None = "2023-05-10", reading: Reading = NO_READING) -> dict[str, str]:
    """Words of each expression -> its value."""
    return {text[time.span.start : time.span.end]: time.value for time in times_of(text, created, reading)}


def times_of(text: str, created: str | None, reading: Reading = NO_READING) -> tuple[TimeExpression, ...]:
    """The expressions of a text."""
    found, _ = find_times(page=make_page(text), article=make_article(text, created), reading=reading, world=load_world())
    return found


def quantities_of(text: str) -> dict[str, Quantity]:
    """Words of each quantity -> the quantity."""
    page, article, world = make_page(text), make_article(text, "2023-05-10"), load_world()
    times, _ = find_times(page=page, article=article, reading=NO_READING, world=world)
    found = find_quantities(page=page, article=article, reading=NO_READING, times=times, world=world)
    return {text[one.span.start : one.span.end]: one for one in found}


def settle(
    text: str, *, roles: dict[int, BlockRole] | None = None, metadata: tuple[tuple[str, str, str], ...] = (),
    fetched_at: str | None = None, url: str | None = None,
) -> tuple[Article, tuple[Refusal, ...]]:
    """The article with its creation time settled. metadata: (field, value, basis)."""
    layout = Layout(
        page_id="page:test", pieces=(), plain=True,
        metadata=tuple(MetadataValue(field=field, value=value, basis=basis) for field, value, basis in metadata),
    )
    page = make_page(text, fetched_at=fetched_at, url=url)
    stated = tuple(
        CreatedCandidate(value=value, basis=basis, span=None) for field, value, basis in metadata if field == "published"
    )
    article = replace(make_article(text, None, roles), created_candidates=stated)
    return settle_created(page=page, layout=layout, article=article, world=load_world())
