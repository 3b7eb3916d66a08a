"""The sentences of an article's own text, without furniture: the units in which copies and claims are compared."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

from copydesk.language.sentences import Splitter
from copydesk.language.tokens import load_tokeniser
from copydesk.record import BlockRole, Page, Report, Span

NARRATIVE: frozenset[BlockRole] = frozenset({
    "headline", "standfirst", "subheading", "paragraph", "list_item", "pull_quote", "caption", "table",
})
BODY: frozenset[BlockRole] = frozenset({"standfirst", "paragraph", "list_item", "pull_quote"})
_OPENING, _CLOSING = "\"“«„", "\"”»“"


@dataclass(frozen=True, slots=True)
class Passage:
    """One sentence of an article. role: that of its block."""

    span: Span
    role: BlockRole


def find_passages(report: Report, roles: frozenset[BlockRole] = NARRATIVE) -> tuple[Passage, ...]:
    """The sentences of the report's article in page order, of blocks with these roles; () where it has no article."""
    if report.article is None:
        return ()
    return tuple(
        Passage(span, block.role)
        for block in report.article.blocks if block.role in roles
        for span in _sentences(report.page.text, block.span)
    )


def words_of(page: Page, span: Span) -> str:
    """The words of a span, white space evened."""
    return " ".join(page.text[span.start : span.end].split())


def find_quotations(text: str, longest: int = 1200) -> tuple[Span, ...]:
    """Stretches between quotation marks of one paragraph, marks included; without its partner within `longest` a mark opens
    none."""
    spans, index = [], 0
    while index < len(text):
        if text[index] in _OPENING:
            close = _find_close(text, index, longest)
            if close:
                spans.append(Span(start=index, end=close))
                index = close
                continue
        index += 1
    return tuple(spans)


def _find_close(text: str, start: int, longest: int) -> int:
    closing = {"\"": "\"", "“": "”", "«": "»", "„": "“”"}[text[start]]
    for index in range(start + 1, min(len(text), start + longest)):
        if text[index] in closing:
            return index + 1
    return 0


def without(text: str, spans: tuple[Span, ...]) -> str:
    """A text with these spans blanked out, offsets kept."""
    for span in spans:
        text = text[: span.start] + " " * (span.end - span.start) + text[span.end :]
    return text


def overlaps(one: Span, other: Span) -> bool:
    """Whether two spans share a character."""
    return one.start < other.end and other.start < one.end


def is_inside(inner: Span, outer: Span) -> bool:
    """Whether `inner` lies wholly in `outer`."""
    return outer.start <= inner.start and inner.end <= outer.end


@lru_cache(maxsize=4096)
def _sentences(text: str, block: Span) -> tuple[Span, ...]:
    """The sentences of one block; kept for a while, because copies and claims both ask for them."""
    words = load_tokeniser().find_words(text, start=block.start, end=block.end)
    ends = _load_splitter().find_ends(words)
    return tuple(
        Span(start=words[first].start, end=words[end - 1].end) for first, end in zip([0, *ends], ends, strict=False)
    )


@cache
def _load_splitter() -> Splitter:
    """Sentence ends by rule alone: a stretch cut one word off changes no comparison, and no model need be loaded."""
    return Splitter(load_tokeniser())
