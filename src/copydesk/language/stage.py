"""The stage `reading`: what an article tells, read as English."""

from __future__ import annotations

import dataclasses

from copydesk.language.reader import LONGEST, Reader
from copydesk.record import Article, Page, Reading, Refusal

NARRATIVE = frozenset(
    {"headline", "standfirst", "subheading", "paragraph", "list_item", "pull_quote", "caption", "table"}
)


def find_reading(*, page: Page, article: Article, reader: Reader) -> tuple[Reading, tuple[Refusal, ...]]:
    """Read the narrative blocks of one article in page order; no sentence crosses a block.

    An article without narrative, or in another language, gives an empty Reading (`clean` says which language it seems to
    be in). A sentence of more than `LONGEST` words is read in pieces and
    leaves a Refusal that says so.
    """
    is_english = article.language in (None, "en")
    read = (block for block in article.blocks if is_english and block.role in NARRATIVE)
    blocks = sorted(read, key=lambda block: block.span.start)
    reading, cuts = reader.read(page.text, [block.span for block in blocks])
    refusals = tuple(
        Refusal(
            page_id=page.id,
            stage="reading",
            reason=f"a sentence of {cut.words} words was cut every {LONGEST} words; its tree is unreliable",
            span=cut.span,
        )
        for cut in cuts
    )
    return dataclasses.replace(reading, page_id=page.id, article_id=article.id), refusals
