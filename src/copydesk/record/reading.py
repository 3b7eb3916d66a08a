"""The English of an article, read once: in memory only, written by the stage `reading`, read by all that follow."""

from __future__ import annotations

from dataclasses import dataclass

from copydesk.record.event import Category


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """A word of Universal Dependencies. start, end: code points of page.text; head: index into `Reading.tokens`.

    tag: UPOS; fine: Penn tag; relation: UD relation with subtype; a root's head is its own index.
    """

    start: int
    end: int
    text: str
    lemma: str
    tag: str
    fine: str
    head: int
    relation: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """start, end: code points of page.text. first, last: token indices, half-open. root: index of its root token."""

    start: int
    end: int
    first: int
    last: int
    root: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A proper name. label: person organisation state place group facility event weapon law work outlet."""

    start: int
    end: int
    first: int
    last: int
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Trigger:
    """A word that may tell of an event, as the reader's head sees it. token: index into `Reading.tokens`.

    category: PLOVER's likeliest; probability: that the word tells of an event of this category, 0-1.
    """

    token: int
    category: Category
    probability: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """Sentences, tokens, trees and names of one article, in page order. children[i]: dependents of token i, in order.

    triggers: likely ones only, in text order; empty where the reader has no head for them.
    """

    page_id: str
    article_id: str
    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    names: tuple[Name, ...]
    children: tuple[tuple[int, ...], ...]
    triggers: tuple[Trigger, ...] = ()
