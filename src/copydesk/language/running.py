"""The text of an article as it runs: lines that a width has broken are one, so that a line break ends a paragraph only."""

from __future__ import annotations

import re

from copydesk.record import Article, Page

_BREAK = re.compile(r"[\r\n]")


def run_lines(page: Page, article: Article) -> str:
    """page.text with a space in place of each line break inside a block; every offset stays."""
    parts, at = [], 0
    for block in article.blocks:
        text = page.text[block.span.start : block.span.end]
        inner = len(text.rstrip())
        if "\n" in text[:inner]:
            parts += [page.text[at : block.span.start], _BREAK.sub(" ", text[:inner])]
            at = block.span.start + inner
    return "".join((*parts, page.text[at:])) if parts else page.text
