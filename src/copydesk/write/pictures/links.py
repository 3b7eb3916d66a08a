"""Where a picture's evidence is linked to: the page at its address, or the words in a brief."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from urllib.parse import quote

from copydesk.record import Evidence, Story
from copydesk.write.leaves import row_of
from copydesk.write.proof import Proof, find_proofs
from copydesk.write.sheet import Sheet, lay_out

Link = Callable[[Evidence], str | None]
_WORDS = 6  # words of the evidence by which a browser finds it on its page


def link_to_pages(story: Story) -> Link:
    """To the address that a page came from, with the first words of the evidence as a text fragment; None without one."""
    addresses = {report.page.id: report.page.url or "" for report in story.reports}

    def link(evidence: Evidence) -> str | None:
        address = addresses.get(evidence.page_id, "")
        if not address.startswith(("http://", "https://")):
            return None
        words = " ".join(evidence.words.split()[:_WORDS])
        return f"{address.partition('#')[0]}#:~:text={quote(words, safe='')}"

    return link


def link_to_brief(sheet: Sheet, proofs: Sequence[Proof] = (), *, brief: str = "") -> Link:
    """To the words in the brief: evidence number, else the block of the page that holds them, else the page.

    proofs: the pages as the HTML brief shows them; without them evidence that has no number has no link.
    brief: the address of the brief, "" inside it.
    """
    rows = {f"{proof.leaf.letter}{block.row}" for proof in proofs for block in proof.blocks if block.is_first}
    leaves = {leaf.page.id: leaf for leaf in sheet.leaves}

    def link(evidence: Evidence) -> str | None:
        leaf = leaves.get(evidence.page_id)
        if leaf is None:
            return None
        for note in sheet.notes:
            one = note.evidence
            if one.page_id == evidence.page_id and one.start < evidence.end and evidence.start < one.end:
                return f"{brief}#e{note.number}"
        row = row_of(leaf.page, evidence.start)
        begun = next((f"{leaf.letter}{each}" for each in range(row, 0, -1) if f"{leaf.letter}{each}" in rows), None)
        return f"{brief}#row-{begun}" if begun else f"{brief}#page-{leaf.letter}" if rows else None

    return link


def link_to_words(story: Story, *, brief: str, is_html: bool = False) -> Link:
    """As `link_to_brief`, for the brief of this story at an address. is_html: else Markdown,
    where only numbers have a place.
    """
    sheet = lay_out(story)
    return link_to_brief(sheet, find_proofs(story, sheet) if is_html else (), brief=brief)
