"""The pages of a story as a brief names them: by letter, and places on them by line."""

from __future__ import annotations

from dataclasses import dataclass

from copydesk.lexicon.days import write_when
from copydesk.record import Beside, Evidence, Page, Report, Story


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf:
    """A page of the story: its letter in the brief, what a reader calls it, and when it was written."""

    letter: str
    name: str
    created: str
    page: Page


def find_leaves(story: Story) -> tuple[Leaf, ...]:
    """The story's pages in order, lettered A, B, C ...; cards share the letter of their page."""
    found: dict[str, Leaf] = {}
    for report in story.reports:
        if report.page.id not in found:
            article = report.article
            name = (article.outlet if article else None) or report.page.outlet or "outlet unnamed"
            if report.page.translation_of:
                name = f"{name}, translation of {report.page.translation_of}"
            created = write_when(article.created) if article and article.created else "date unknown"
            found[report.page.id] = Leaf(letter=_letter(len(found) + 1), name=name, created=created, page=report.page)
    return tuple(found.values())


def find_holders(story: Story, evidence: Evidence) -> tuple[Report, ...]:
    """The reports whose article holds the first of the words; every report of the page where none does."""
    of_page = tuple(report for report in story.reports if report.page.id == evidence.page_id)
    holding = tuple(
        report for report in of_page if report.article
        and any(block.span.start <= evidence.start < block.span.end for block in report.article.blocks)
    )
    return holding or of_page


def find_beside(story: Story) -> dict[Evidence, Beside]:
    """What stands on original pages beside the evidence that was read on their translations."""
    return {one.evidence: one for original in story.originals for one in original.beside}


def write_beside(story: Story, beside: Beside) -> str:
    """"original, fr.txt, line 3, at the same place": where the words beside stand, and why just those are shown."""
    report = next(o.report for o in story.originals if o.report.page.id == beside.original.page_id)
    place = f"line {row_of(report.page, beside.original.start)}"
    if beside.basis == "position":
        return f"original, {report.key}, {place}, at the same place"
    return f"original, {report.key}, {place}, its headline, as no block pairs off with this one"


def row_of(page: Page, start: int) -> int:
    """The line of the page's text on which a place stands, from 1."""
    return page.text.count("\n", 0, start) + 1


def _letter(number: int) -> str:
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
