"""The stage `reading`: what an article tells, read as English."""

from __future__ import annotations

import dataclasses

from copydesk.language.choice import TextReader
from copydesk.language.reader import LONGEST
from copydesk.record import Article, Page, Reading, Refusal, Span

NARRATIVE = frozenset(
    {"headline", "standfirst", "subheading", "paragraph", "list_item", "pull_quote", "caption", "table"}
)


LONGEST_ARTICLE = 1_000_000  # code points of narrative, about 170,000 words: ten minutes of one slow core


def find_reading(*, page: Page, article: Article, reader: TextReader) -> tuple[Reading, tuple[Refusal, ...]]:
    """Read the narrative blocks of one article in page order; no sentence crosses a block.

    An article without narrative, or in another language, gives an empty Reading (`clean` says which language it seems to
    be in). A sentence of more than `LONGEST` words is read in pieces, and an article is read up to `LONGEST_ARTICLE`;
    either leaves a Refusal that says so.
    """
    is_english = article.language in (None, "en")
    told = (block.span for block in article.blocks if is_english and block.role in NARRATIVE)
    spans, refusals = _cut_article(page, sorted(told, key=lambda span: span.start))
    reading, cuts = reader.read(page.text, spans)
    pieces = tuple(
        Refusal(
            page_id=page.id,
            stage="reading",
            reason=f"a sentence of {cut.words} words was cut every {LONGEST} words; its tree is unreliable",
            span=cut.span,
        )
        for cut in cuts
    )
    return dataclasses.replace(reading, page_id=page.id, article_id=article.id), (*refusals, *pieces)


def _cut_article(page: Page, spans: list[Span]) -> tuple[list[Span], tuple[Refusal, ...]]:
    """The spans up to the longest that is read of one article, and a Refusal for the rest."""
    kept, left = [], LONGEST_ARTICLE
    for span in spans:
        if left <= 0:
            break
        kept.append(Span(start=span.start, end=min(span.end, span.start + left)))
        left -= span.end - span.start
    if left >= 0:
        return kept, ()
    rest = Span(start=kept[-1].end, end=spans[-1].end)
    reason = f"the article is longer than {LONGEST_ARTICLE:,} characters; the rest was not read: split the file"
    return kept, (Refusal(page_id=page.id, stage="reading", reason=reason, span=rest),)
