"""A page read by the real reader, once a session, for every test of this room."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import pytest

from copydesk.attribute import find_predicates, find_statements
from copydesk.clean import find_articles
from copydesk.language import find_reading, load_reader
from copydesk.lexicon import load_world
from copydesk.read import read_text_page
from copydesk.record import Predicate, Question, Span, Statement

CREATED = "2023-05-17"


@dataclass(frozen=True, slots=True)
class Told:
    """What the room found in a text."""

    text: str
    statements: tuple[Statement, ...]
    questions: tuple[Question, ...]
    predicates: tuple[Predicate, ...]

    def words(self, span: Span | None) -> str:
        """The words of a span, "" for none."""
        return self.text[span.start:span.end] if span else ""

    def content(self, statement: Statement) -> str:
        """The content's stretches, joined by " ... "."""
        return " ... ".join(self.words(span) for span in statement.content)

    def value(self, word: str) -> float:
        """The value of the first predicate that is this word."""
        return next(each.value for each in self.predicates if self.words(each.span) == word)


@pytest.fixture(scope="session")
def tell() -> Callable[[str], Told]:
    """A function from clean text, a paragraph a line, to what the room finds in it."""
    world, reader = load_world(), load_reader()

    def read(text: str, *, headline: bool = False) -> Told:
        page, layout, _ = read_text_page(text, key="test", created=CREATED, outlet=None, whole_article=True)
        found, _ = find_articles(page=page, layout=layout, world=world)
        article = replace(found[0], created=CREATED, outlet="The Quay Ledger")
        reading, _ = find_reading(page=page, article=article, reader=reader)
        statements, questions, refusals = find_statements(
            page=page, article=article, reading=reading, times=(), entities=(), mentions=(), places=(), world=world,
        )
        assert refusals == ()
        predicates = find_predicates(page=page, article=article, reading=reading, statements=statements, world=world)
        return Told(page.text, statements, questions, predicates)

    return read
