"""Articles for tests of mentions and places, read with the shipped model."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import pytest
from time_articles import make_article, make_page

from copydesk.language import Reader, find_reading, load_reader
from copydesk.language.weights import FOLDER, MANIFEST
from copydesk.lexicon import load_world
from copydesk.record import Entity, Mention, Place, Refusal
from copydesk.resolve import resolve_mentions


@dataclass(frozen=True)
class Resolved:
    """What the stage wrote, and lookups by words."""

    text: str
    entities: tuple[Entity, ...]
    mentions: tuple[Mention, ...]
    places: tuple[Place, ...]
    refusals: tuple[Refusal, ...] = ()

    def who(self, words: str, nth: int = 0) -> str | None:
        """Entity id of the nth mention of exactly these words."""
        return self.mention(words, nth).entity_id

    def mention(self, words: str, nth: int = 0) -> Mention:
        """The nth mention of exactly these words."""
        return [m for m in self.mentions if self.text[m.span.start : m.span.end] == words][nth]

    def entity(self, entity_id: str) -> Entity:
        """The entity of an id."""
        return next(entity for entity in self.entities if entity.id == entity_id)

    def place(self, words: str, nth: int = 0) -> Place:
        """The nth place named by exactly these words."""
        return [p for p in self.places if self.text[p.span.start : p.span.end] == words][nth]

    def has_place(self, words: str) -> bool:
        """Whether exactly these words are a place."""
        return any(self.text[p.span.start : p.span.end] == words for p in self.places)


@cache
def _reader() -> Reader:
    if not (FOLDER / MANIFEST).exists():
        pytest.skip("the reader model's weights are not in this checkout: make them with `python -m training`")
    return load_reader()


@cache
def resolve(text: str, created: str | None = "2023-05-10") -> Resolved:
    """The text as one article, created on a day, resolved."""
    page, article = make_page(text), make_article(text, created)
    reading, _ = find_reading(page=page, article=article, reader=_reader())
    written = resolve_mentions(page=page, article=article, reading=reading, times=(), world=load_world())
    return Resolved(text, *written)
