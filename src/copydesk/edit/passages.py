"""The sentences of an article as the editor's desk sees them: each with its place, its role and its neighbours."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from copydesk.lexicon.editing import Editing
from copydesk.record import BlockRole, Evidence, Report

# Roles whose sentences may carry a line; a body sentence is accounted for when it is left out.
BODY: frozenset[BlockRole] = frozenset({"standfirst", "paragraph", "list_item", "pull_quote"})
SHOWN: frozenset[BlockRole] = BODY | {"headline", "subheading", "caption", "table"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """One sentence of an article. number: its place among the article's sentences, from 0; start, end: code points.

    block_start: where its block begins, so that a label or dateline there can be told from the sentence.
    """

    page_id: str
    article_id: str
    start: int
    end: int
    role: BlockRole
    number: int
    block_start: int

    @property
    def opens_block(self) -> bool:
        """Whether it is the first sentence of its block."""
        return self.start == self.block_start


def find_passages(report: Report, editing: Editing) -> tuple[Passage, ...]:
    """The sentences of a report's article in page order, furniture aside; () where it has no article."""
    return tuple(_passages(report, editing))


def _passages(report: Report, editing: Editing) -> Iterator[Passage]:
    text, number = report.page.text, 0
    for block in report.article.blocks if report.article else ():
        if block.role not in SHOWN:
            continue
        opening = None
        for start, end in editing.sentences.find_sentences(text, block.span.start, block.span.end):
            opening = start if opening is None else opening
            yield Passage(
                page_id=report.page.id, article_id=report.article.id if report.article else "", start=start, end=end,
                role=block.role, number=number, block_start=opening,
            )
            number += 1


def cite(text: str, page_id: str, start: int, end: int) -> Evidence:
    """The words of a page from start to end as evidence."""
    return Evidence(page_id=page_id, start=start, end=end, words=text[start:end])
