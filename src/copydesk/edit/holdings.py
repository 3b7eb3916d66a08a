"""All that a story holds, found by id: reports, statements, events, sentences, copies."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from copydesk.edit.passages import Passage, cite, find_passages
from copydesk.lexicon.editing import Editing
from copydesk.record import Article, Claim, Entity, Event, Evidence, Page, Report, Statement, Story


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A statement with the report it stands in."""

    report: Report
    statement: Statement


@dataclass(frozen=True, slots=True, kw_only=True)
class Happened:
    """An event with the report it stands in."""

    report: Report
    event: Event


class Holdings:
    """A story's records by their ids; cards are no evidence and are left out. Built once, then only read.

    copies: article id -> origin of the text it carries; roots: statement id -> the one origin it is traced to;
    changes: ids of claims that correct or update an earlier one.
    """

    def __init__(self, story: Story, editing: Editing) -> None:
        self.story = story
        self.editing = editing
        self.reports: dict[str, Report] = {
            report.article.id: report for report in story.reports if report.article and not report.article.is_card
        }
        self.pages: dict[str, Page] = {report.page.id: report.page for report in self.reports.values()}
        self.said = {s.id: Said(report=r, statement=s) for r in self.reports.values() for s in r.statements}
        self.happened = {e.id: Happened(report=r, event=e) for r in self.reports.values() for e in r.events}
        self.entities: dict[str, Entity] = {e.id: e for r in self.reports.values() for e in r.entities}
        self.passages = {key: find_passages(report, editing) for key, report in self.reports.items()}
        self.claims: dict[str, Claim] = {claim.id: claim for claim in story.claims}
        self.copies = _copies(story)
        self.changes = frozenset(
            one.claim_ids[-1] for one in story.contradictions
            if one.reading in ("update", "revision") and len(one.claim_ids) > 1
        )
        self.roots = _roots(story, self.said)
        self._by_page: dict[str, list[Passage]] = {}
        for passages in self.passages.values():
            for passage in passages:
                self._by_page.setdefault(passage.page_id, []).append(passage)

    def article_of(self, passage: Passage) -> Article:
        """The article a sentence stands in."""
        article = self.reports[passage.article_id].article
        assert article is not None
        return article

    def label(self, article_id: str) -> str:
        """How a reader is told which page: its outlet, else "page A" by the order of the story's pages."""
        return self.outlet(article_id) or f"page {self.letter(self.reports[article_id].page.id)}"

    def outlet(self, article_id: str) -> str | None:
        """Who published an article, None where that is unknown."""
        report = self.reports[article_id]
        return (report.article.outlet if report.article else None) or report.page.outlet

    def letter(self, page_id: str) -> str:
        """A, B, C ... for the story's pages in their order; AA after Z."""
        number, letters = list(self.pages).index(page_id) + 1, ""
        while number:
            number, rest = divmod(number - 1, 26)
            letters = chr(ord("A") + rest) + letters
        return letters

    def words(self, passage: Passage) -> str:
        """The sentence as it stands on its page."""
        return self.pages[passage.page_id].text[passage.start : passage.end]

    def cite(self, passage: Passage) -> Evidence:
        """The sentence as evidence."""
        return cite(self.pages[passage.page_id].text, passage.page_id, passage.start, passage.end)

    def find_passage(self, page_id: str, start: int, end: int) -> Passage | None:
        """The sentence that shares most characters with [start, end), None where that is furniture or a card."""
        best, most = None, 0
        for passage in self._by_page.get(page_id, ()):
            shared = min(passage.end, end) - max(passage.start, start)
            if shared > most:
                best, most = passage, shared
        return best

    def passages_of(self, evidence: Iterable[Evidence]) -> tuple[Passage, ...]:
        """The sentences that the evidence stands in, each once, in the order given: the main one, then any half in."""
        found: dict[Passage, None] = {}
        for one in evidence:
            main = self.find_passage(one.page_id, one.start, one.end)
            if main is not None:
                found.setdefault(main)
                found.update(dict.fromkeys(p for p in self._by_page[one.page_id] if _is_half_inside(p, one)))
        return tuple(found)

    def is_copy(self, article_id: str) -> bool:
        """Whether the article carries another article's text or a wire's."""
        return article_id in self.copies


def _is_half_inside(passage: Passage, evidence: Evidence) -> bool:
    shared = min(passage.end, evidence.end) - max(passage.start, evidence.start)
    return 2 * shared >= passage.end - passage.start


def _roots(story: Story, said: dict[str, Said]) -> dict[str, str]:
    """Statement id -> the origin that its claim names for its words, where that is one."""
    found: dict[str, str] = {}
    for claim in story.claims:
        for one in (said[i] for i in claim.members if i in said):
            span, page_id = one.statement.span, one.report.page.id
            named = {
                stance.origin for stance in claim.stances if stance.origin and stance.evidence.page_id == page_id
                and stance.evidence.start < span.end and span.start < stance.evidence.end
            }
            if len(named) == 1:
                found.setdefault(one.statement.id, named.pop())
    return found


def _copies(story: Story) -> dict[str, str]:
    """Article id -> the origin whose text it carries, for every article that is not itself that origin."""
    found = {}
    for syndication in story.syndications:
        credited = syndication.origin not in syndication.article_ids
        for position, article_id in enumerate(syndication.article_ids):
            if article_id != syndication.origin and not (credited and position == 0):
                found[article_id] = syndication.origin
    return found
