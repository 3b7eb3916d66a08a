"""Pages that hold no article, or the first lines of one: walls, missing pages, checks for robots."""

from __future__ import annotations

from copydesk.lexicon import World
from copydesk.record import Article, Page, Refusal, Span

STAGE = "clean"
LITTLE = 60  # words of prose; with more a page is an article, whatever else it prints
CUT = 150  # words of prose that a paywall may let through
OPENING = 4  # words of a line among which a sign begins
LONG_PROSE = 2_000  # characters of prose, signs and all, on a page that needs no look
LONGEST_PAGE = 20_000  # characters in which signs are looked for


def find_wall(page: Page, main: Article, world: World) -> Refusal | None:
    """A Refusal where a page of little prose says that something else stands in the article's place; else None.

    A paywall may stand behind the first paragraphs: then the page breaks off there. The first sign that fits is named.
    """
    prose = [block.span for block in main.blocks if block.role in ("paragraph", "list_item", "pull_quote")]
    if sum(span.end - span.start for span in prose) > LONG_PROSE:
        return None
    signs = [sign for sign in world.page_states.find(page.text[:LONGEST_PAGE]) if _opens_line(page.text, sign.start)]
    words = sum(
        len(page.text[span.start:span.end].split()) for span in prose
        if not any(span.start <= sign.start < span.end for sign in signs)
    )
    for sign in signs:
        if words < LITTLE:
            return _refusal(page, f"the page is a {sign.kind}, with no article or only its first words", (sign.start, sign.end))
        if sign.kind == "paywall" and words < CUT and prose and sign.start >= prose[-1].start:
            return _refusal(page, "the article breaks off at a paywall", (sign.start, sign.end))
    return None


def _opens_line(text: str, start: int) -> bool:
    """Whether a phrase stands among the first words of its line: a report may quote it further on."""
    return len(text[:start].rpartition("\n")[2].split()) < OPENING


def _refusal(page: Page, reason: str, place: tuple[int, int]) -> Refusal:
    return Refusal(page_id=page.id, stage=STAGE, reason=reason, span=Span(start=place[0], end=place[1]))
