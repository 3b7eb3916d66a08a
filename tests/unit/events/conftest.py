"""A reader and a coder for the tests of this room; they skip where the reader's weights are not installed."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from copydesk.errors import BrokenInstallation
from copydesk.events import code_events
from copydesk.language import Reader, load_reader
from copydesk.lexicon import World, load_world
from copydesk.record import Article, Block, Event, Page, Reading, Span

Coder = Callable[..., tuple[Event, ...]]


@pytest.fixture(scope="session")
def world() -> World:
    """The shipped tables."""
    return load_world()


@pytest.fixture(scope="session")
def reader() -> Reader:
    """The shipped reader model."""
    try:
        return load_reader()
    except BrokenInstallation as fault:
        pytest.skip(f"the reader model is not here: {fault}")


@pytest.fixture(scope="session")
def read(reader: Reader) -> Callable[[str], Reading]:
    """A text read as one stretch."""
    return lambda text: reader.read(text, [Span(start=0, end=len(text))])[0]


def article_of(text: str, created: str | None = "2023-05-10") -> tuple[Page, Article]:
    """A page that is one article of one paragraph."""
    page = Page(id="page:1", text=text, url=None, outlet=None, fetched_at=None, media_type="text/plain", sha256="")
    block = Block(span=Span(start=0, end=len(text)), role="paragraph")
    article = Article(
        id="article:1", page_id=page.id, blocks=(block,), headline=None, bylines=(), outlet=None, wire=None, credits=(),
        canonical_url=None, created=created, created_basis="given", created_candidates=(), updated=None, language="en",
        is_card=False,
    )
    return page, article


@pytest.fixture(scope="session")
def code(read: Callable[[str], Reading], world: World) -> Coder:
    """Events of a text, coded without the other rooms' records unless some are given."""

    def coder(text: str, *, created: str | None = "2023-05-10", **given: object) -> tuple[Event, ...]:
        page, article = article_of(text, created)
        records = dict.fromkeys(("times", "quantities", "entities", "mentions", "places", "statements", "predicates"), ())
        return code_events(
            page=page, article=article, reading=read(text), world=world, **{**records, **given},  # type: ignore[arg-type]
        )[0]

    return coder
