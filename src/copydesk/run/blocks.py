"""The blocks of a page and why each has its role: what `copydesk clean` shows."""

from __future__ import annotations

from copydesk.clean import explain_blocks, find_articles
from copydesk.lexicon import World
from copydesk.record import Article, Refusal, Span
from copydesk.run.intake import Intake

Blocks = tuple[tuple[Article, ...], tuple[Refusal, ...], dict[Span, tuple[str, ...]]]


def find_blocks(intake: Intake, world: World, *, why: bool = False) -> Blocks:
    """The articles of a page, what was refused, and (with `why`) for each block what spoke for its role."""
    articles, refusals = find_articles(page=intake.page, layout=intake.layout, world=world)
    reasons = explain_blocks(page=intake.page, layout=intake.layout, world=world) if why else {}
    return articles, refusals, reasons
