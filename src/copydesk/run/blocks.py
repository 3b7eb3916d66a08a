"""The blocks of a page and why each has its role: what `copydesk clean` shows."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path

from copydesk.clean import explain_blocks, find_articles
from copydesk.lexicon import World
from copydesk.read import PageFile
from copydesk.record import Article, Refusal, Span
from copydesk.run.intake import Intake

Blocks = tuple[tuple[Article, ...], tuple[Refusal, ...], dict[Span, tuple[str, ...]]]


def find_places(intake: Intake, articles: Sequence[Article]) -> dict[Span, str]:
    """For each block of a page that a file of its own gave, where its words begin there: "line 12, column 5"."""
    path = Path(intake.key)
    raw = path.read_bytes() if path.is_file() else b""
    if hashlib.sha256(raw).hexdigest() != intake.page.sha256:
        return {}  # a file of many pages, or one that has changed since
    file, text = PageFile(raw, intake.page, intake.layout.pieces), intake.page.text
    places = {}
    for span in (block.span for article in articles for block in article.blocks):
        words = text[span.start:span.end]
        start = span.start + len(words) - len(words.lstrip())
        if place := file.find(Span(start=start, end=span.start + len(words.rstrip()))):
            places[span] = f"line {place.line}, column {place.column}"
    return places


def find_blocks(intake: Intake, world: World, *, why: bool = False) -> Blocks:
    """The articles of a page, what was refused, and (with `why`) for each block what spoke for its role."""
    articles, refusals = find_articles(page=intake.page, layout=intake.layout, world=world)
    reasons = explain_blocks(page=intake.page, layout=intake.layout, world=world) if why else {}
    return articles, refusals, reasons
