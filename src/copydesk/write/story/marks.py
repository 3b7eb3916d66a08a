"""Where evidence stands: pages by letter, lines by number, and the legend that says which page a letter is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from copydesk.record import Claim, Evidence, Story
from copydesk.write.columns import write_notes
from copydesk.write.leaves import Leaf, find_leaves, row_of
from copydesk.write.sheet import FLAG

STANDINGS = {
    "origins_agree": "origins agree", "one_origin": "one origin", "unattributed": "origin unstated", "disputed": "disputed",
    "denied": "denied", "superseded": "superseded",
}
_PAGE_ID = re.compile(r"\b(?:article|page):[0-9a-f]{16}\b")


class Marks:
    """The pages of a story by letter."""

    def __init__(self, story: Story) -> None:
        self.leaves = find_leaves(story)
        self._by_page: dict[str, Leaf] = {leaf.page.id: leaf for leaf in self.leaves}
        self._by_article = {
            report.article.id: self._by_page[report.page.id] for report in story.reports
            if report.article and report.page.id in self._by_page
        }
        self._keys = {report.page.id: report.key for report in story.reports}
        self.named = {claim.id: claim for claim in story.claims}

    def claims_of(self, ids: Iterable[str]) -> tuple[Claim, ...]:
        """The claims of these ids that the story has."""
        return tuple(self.named[one] for one in ids if one in self.named)

    def place(self, evidence: Evidence) -> str:
        """"A12": page A, line 12; "?" for a page that the story does not hold."""
        leaf = self._by_page.get(evidence.page_id)
        return f"{leaf.letter}{row_of(leaf.page, evidence.start)}" if leaf else "?"

    def places(self, evidence: Iterable[Evidence]) -> str:
        """"A12 B3": each place once."""
        return " ".join(dict.fromkeys(self.place(one) for one in evidence))

    def letter(self, article_id: str) -> str | None:
        """The letter of an article's page."""
        leaf = self._by_article.get(article_id)
        return leaf.letter if leaf else None

    def name_ids(self, words: str) -> str:
        """Words in which ids of articles and pages are told as letters, for a reader."""
        return _PAGE_ID.sub(self._name_id, words)

    def _name_id(self, found: re.Match[str]) -> str:
        leaf = self._by_article.get(found[0]) or self._by_page.get(found[0])
        return f"page {leaf.letter}" if leaf else found[0]

    def row(self, evidence: Evidence) -> dict[str, Any]:
        """Page, line, offsets and words, for JSON."""
        leaf = self._by_page.get(evidence.page_id)
        return {
            "page": self._keys.get(evidence.page_id), "page_id": evidence.page_id,
            "outlet": leaf.name if leaf else None, "line": row_of(leaf.page, evidence.start) if leaf else None,
            "start": evidence.start, "end": evidence.end, "words": evidence.words,
        }

    def legend(self, width: int) -> Iterator[str]:
        """Which page each letter is."""
        yield ""
        for leaf in self.leaves:
            address = leaf.page.url or self._keys[leaf.page.id]
            yield from write_notes([f"{leaf.letter} = {leaf.name}, {leaf.created}, {address}"], indent=0, width=width)


def tell_standing(claims: Iterable[Claim]) -> list[str]:
    """How a matter stands: "one origin", "carried by 3, traced to 1"; nothing where no claim tells it."""
    told = list(claims)
    if not told:
        return []
    outlets = {outlet for claim in told for outlet in claim.outlets}
    origins = {origin for claim in told for origin in claim.origins}
    standing = dict.fromkeys(STANDINGS[claim.standing] for claim in told)
    traced = f"traced to {len(origins)}" if origins else "origin unstated"
    flag = f" {FLAG}" if any(claim.interested_party for claim in told) else ""
    counts = f"carried by {len(outlets)}, {traced}{flag}"
    return [counts] if traced in standing and len(standing) == 1 else [", ".join(standing), counts]


def head_story(story: Story) -> Iterator[str]:
    """Its title, and what day it is seen from."""
    yield " ".join(story.title.split())
    yield f"as of {story.as_of}" if story.as_of else "as of an unknown day: no page says its own"
