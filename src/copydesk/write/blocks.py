"""Each block of a page with its role."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from copydesk.record import Article, Block, Page, Refusal, Span
from copydesk.write.leaves import row_of
from copydesk.write.sheet import shorten

WORDS = 96  # characters of a block shown in a row


def write_blocks(
    page: Page, articles: Sequence[Article], *, reasons: Mapping[Span, Sequence[str]] | None = None, key: str = "",
    refusals: Sequence[Refusal] = (), places: Mapping[Span, str] | None = None,
) -> str:
    """A row a block in page order: article, line of the page, role, words; then what was refused.

    Article 1 is the main one and holds the page's furniture; entries ("2e") and cards ("3c") follow.

    reasons: what spoke for a block's role; places: where a block's words begin in the file that the page came from.
    """
    told = {span: f"why: {', '.join(each)}" for span, each in (reasons or {}).items()}
    beside = (told, {span: f"in the file: {place}" for span, place in (places or {}).items()})
    return "\n".join(_rows(page, articles, beside, key or page.id, refusals)) + "\n"


def _rows(
    page: Page, articles: Sequence[Article], beside: Sequence[Mapping[Span, str]], key: str,
    refusals: Sequence[Refusal],
) -> Iterator[str]:
    yield f"{key}: {len(articles)} article{'' if len(articles) == 1 else 's'}"
    blocks = sorted(
        ((block, number, article) for number, article in enumerate(articles, 1) for block in article.blocks),
        key=lambda row: row[0].span,
    )
    width = max((len(block.role) for block, _, _ in blocks), default=0)
    for block, number, article in blocks:
        words = " ".join(page.text[block.span.start : block.span.end].split())
        if words:
            mark = f"{number}{'c' if article.is_card else 'e' if article.entry_of else ' '}"
            yield f"{mark} {_row(page, block):>4}  {block.role:<{width}}  {shorten(words, WORDS)}"
            yield from (f"{'':9}{'':<{width}}  {told[block.span]}" for told in beside if block.span in told)
    yield from (f"refused by {refusal.stage}: {refusal.reason}" for refusal in refusals)


def _row(page: Page, block: Block) -> int:
    words = page.text[block.span.start : block.span.end]
    return row_of(page, block.span.start + len(words) - len(words.lstrip()))
