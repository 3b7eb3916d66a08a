"""The story's pages as proofs: every block with its role, the evidence marked in it, other stories set apart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from copydesk.record import Block, Evidence, Span, Story
from copydesk.write.leaves import Leaf, find_beside, row_of, write_beside
from copydesk.write.sheet import Note, Sheet

ASIDE = "aside"  # text of a page that no article of the story covers: cards and other stories
_STYLES = {
    "headline": "head", "standfirst": "body", "subheading": "body", "paragraph": "body", "list_item": "body",
    "pull_quote": "body", "table": "body", "byline": "meta", "dateline": "meta", "timestamp": "meta", "section": "meta",
    "caption": "meta", "credit": "meta", "editors_note": "meta", "update_note": "meta", "correction": "meta",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Text of one block between two borders of evidence. anchors: notes that begin here; ended: lines to go back to."""

    text: str
    is_marked: bool
    anchors: tuple[int, ...]
    ended: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OriginalWords:
    """Words of an original page, for a block of its translation. place: where they stand; language: ISO 639-1 or None."""

    place: str
    language: str | None
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProofBlock:
    """A block of a page. style: head, body, meta, furniture or aside; row: its line in the page's text.

    is_first: the first block that begins on that line, so that a link can lead to it. originals: beside its evidence.
    """

    style: str
    role: str
    row: int
    is_first: bool
    stretches: tuple[Stretch, ...]
    originals: tuple[OriginalWords, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """A page with its blocks in reading order."""

    leaf: Leaf
    blocks: tuple[ProofBlock, ...]


def find_proofs(story: Story, sheet: Sheet) -> tuple[Proof, ...]:
    """A proof of each of the story's pages: all of its text, none of it changed."""
    cited: dict[int, list[int]] = {}
    for section in sheet.sections:
        for line in section.lines:
            for note in line.notes:
                cited.setdefault(note.number, []).append(line.number)
    return tuple(
        Proof(leaf=leaf, blocks=tuple(_blocks(story, leaf, [n for n in sheet.notes if n.leaf is leaf], cited)))
        for leaf in sheet.leaves
    )


def _blocks(story: Story, leaf: Leaf, notes: Sequence[Note], cited: dict[int, list[int]]) -> Iterator[ProofBlock]:
    text, seen = leaf.page.text, set[int]()
    for span, role in _covered(story, leaf):
        words = text[span.start : span.end]
        if not words.strip():
            continue
        start = span.start + len(words) - len(words.lstrip())
        end = start + len(words.strip())
        inside = [n for n in notes if n.evidence.start < end and start < n.evidence.end]
        row = row_of(leaf.page, start)
        is_first = row not in seen
        seen.add(row)
        yield ProofBlock(
            style=_STYLES.get(role, ASIDE if role == ASIDE else "furniture"), role=role.replace("_", " "),
            row=row, is_first=is_first, stretches=tuple(_stretches(text, start, end, inside, cited)),
            originals=_originals(story, [n.evidence for n in inside if start <= n.evidence.start]),
        )


def _originals(story: Story, cited: Sequence[Evidence]) -> tuple[OriginalWords, ...]:
    """What stands beside the evidence that begins in a block, each piece once."""
    beside = find_beside(story)
    languages = {one.report.page.id: one.report.article.language for one in story.originals if one.report.article}
    found = (beside[one] for one in cited if one in beside)
    return tuple(dict.fromkeys(
        OriginalWords(
            place=write_beside(story, one), language=languages.get(one.original.page_id), words=one.original.words,
        )
        for one in found
    ))


def _covered(story: Story, leaf: Leaf) -> Iterator[tuple[Span, str]]:
    """The blocks of the story's articles on a page in order, and the paragraphs between them as `aside`."""
    blocks: list[Block] = sorted(
        (block for report in story.reports if report.page.id == leaf.page.id and report.article
         for block in report.article.blocks),
        key=lambda block: block.span,
    )
    at = 0
    for block in blocks:
        yield from _paragraphs(leaf.page.text, at, block.span.start)
        yield block.span, block.role
        at = max(at, block.span.end)
    yield from _paragraphs(leaf.page.text, at, len(leaf.page.text))


def _paragraphs(text: str, start: int, end: int) -> Iterator[tuple[Span, str]]:
    while start < end:
        stop = text.find("\n", start, end)
        stop = end if stop < 0 else stop + 1
        yield Span(start=start, end=stop), ASIDE
        start = stop


def _stretches(
    text: str, start: int, end: int, notes: Sequence[Note], cited: dict[int, list[int]],
) -> Iterator[Stretch]:
    edges = {start, end, *(max(start, n.evidence.start) for n in notes), *(min(end, n.evidence.end) for n in notes)}
    for low, high in pairwise(sorted(edges)):
        ending = [n for n in notes if low < n.evidence.end <= high or (high == end and low < n.evidence.end)]
        yield Stretch(
            text=text[low:high],
            is_marked=any(n.evidence.start <= low and high <= n.evidence.end for n in notes),
            anchors=tuple(n.number for n in notes if max(n.evidence.start, start) == low and n.evidence.start >= start),
            ended=tuple(sorted({number for n in ending for number in cited.get(n.number, ())})),
        )
