"""What the brief rests on, with its evidence: pages, copies, dates and their basis, cards, what editors announce."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from copydesk.edit.galley import Galley
from copydesk.edit.holdings import Holdings
from copydesk.edit.passages import SHOWN, cite
from copydesk.lexicon.days import write_when
from copydesk.record import Evidence, LeftOut, Merge, Report, Story, Syndication
from copydesk.record.page import BlockRole
from copydesk.record.story import CopyKind

_NOTES: dict[BlockRole, str] = {
    "editors_note": "Editors' note", "update_note": "Update note", "correction": "Correction",
}
_COPIES: dict[CopyKind, str] = {
    "copy": "one text", "partial": "part of one text", "rewrite": "one text, reworded",
    "translation": "one text, translated",
}
# How a creation day is known, for a reader; a basis that is not here is shown as it is.
_BASES = {
    "json-ld": "the page's metadata", "microdata": "the page's metadata", "opengraph": "the page's metadata",
    "meta": "the page's metadata", "time": "the page's metadata", "metadata": "the page's metadata",
    "feed": "the feed", "agency": "the agency's file", "post": "the post", "mail": "the mail", "sitemap": "the list of news",
    "manifest": "the manifest", "timestamp": "the date shown on the page",
    "clock+page": "times of day shown with the entries of a live page, on its day", "dateline": "the dateline",
    "month_day+weekday": "a day and month that fit the weekday named", "url": "the address",
    "age+fetched_at": "an age counted back from the capture", "text_date+today": "a full date that the text calls today",
    "text_date+weekday": "a full date in the text that fits a weekday named",
}
SENTENCE = 8  # words; furniture of fewer is no sentence that anybody could miss
_MERGES_TOLD = 5  # joins named in the line of coverage; the record holds all
_OPENING = 90  # characters cited of a page that has no headline


def write_coverage(galley: Galley, story: Story) -> None:
    """The lines of coverage. What was refused and left out has no words to point at: `Coverage` itself holds it."""
    holdings = galley.holdings
    _write_pages(galley, holdings)
    for syndication in story.syndications:
        _write_copies(galley, syndication)
    _write_dates(galley, holdings)
    _write_cards(galley, story)
    _write_merges(galley, story)
    _write_notes(galley, holdings)


def _write_pages(galley: Galley, holdings: Holdings) -> None:
    evidence = [head for report in holdings.reports.values() for head in _head(report)]
    if not evidence:
        return
    copies = len(holdings.copies)
    names = "; ".join(dict.fromkeys(f"{holdings.letter(r.page.id)} {_outlet(r)}" for r in holdings.reports.values()))
    counts = [_count(len(holdings.pages), "page"), _count(len(holdings.reports), "article"),
              f"{copies} {'copy' if copies == 1 else 'copies'} found"]
    galley.set_line("coverage", f"{', '.join(counts)}. {names}.", evidence)


def _write_copies(galley: Galley, syndication: Syndication) -> None:
    holdings = galley.holdings
    members = [holdings.reports[i] for i in syndication.article_ids if i in holdings.reports]
    evidence = [head for report in members for head in _head(report)]
    if not evidence:
        return
    origin = holdings.label(syndication.origin) if syndication.origin in holdings.reports else syndication.origin
    names = " and ".join(holdings.label(report.article.id) for report in members if report.article)
    why = "; ".join(_named(reason, holdings) for reason in syndication.reasons)
    galley.set_line(
        "coverage", f"{names} carry {_COPIES[syndication.kind]}, that of {origin}. Our inference: {why}.", evidence,
        kind="inference",
    )


def _named(reason: str, holdings: Holdings) -> str:
    """A reason with articles named as a reader knows them."""
    reason = reason.replace("month_day+agreement", "a day and month without a year, by agreement")
    for article_id in holdings.reports:
        reason = reason.replace(article_id, holdings.label(article_id))
    return reason


def _write_dates(galley: Galley, holdings: Holdings) -> None:
    """When each page was written and how that is known; pages with one basis share a line."""
    groups: dict[str, list[Report]] = defaultdict(list)
    for report in holdings.reports.values():
        if report.article:
            basis = report.article.created_basis if report.article.created else ""
            groups[_BASES.get(basis, _named(basis, holdings))].append(report)
    for basis, reports in groups.items():
        told = ", ".join(dict.fromkeys(_dated(report, holdings) for report in reports))
        text = f"Dates by {basis}: {told}." if basis else f"Date unknown: {told}."
        evidence = [one for report in reports for one in _date_evidence(report)]
        if evidence:
            galley.set_line("coverage", text, evidence)


def _dated(report: Report, holdings: Holdings) -> str:
    letter, article = holdings.letter(report.page.id), report.article
    if article is None or article.created is None:
        return letter
    told = f"{letter} {write_when(article.created)}"
    is_newer = article.updated and article.updated != article.created
    return f"{told}, updated {write_when(article.updated)}" if article.updated and is_newer else told


def _date_evidence(report: Report) -> Iterator[Evidence]:
    """The words that gave the date; the headline where metadata or another page gave it."""
    article = report.article
    found = [
        candidate.span for candidate in (article.created_candidates if article else ())
        if candidate.span and article and candidate.value[:10] == (article.created or "")[:10]
    ]
    if found:
        yield cite(report.page.text, report.page.id, found[0].start, found[0].end)
    else:
        yield from _head(report)


def _write_cards(galley: Galley, story: Story) -> None:
    """Cards and articles of other stories, by the reason for which they were set aside."""
    reasons: dict[str, list[str]] = defaultdict(list)
    heads: dict[str, list[Evidence]] = defaultdict(list)
    by_id = {report.article.id: report for report in story.reports if report.article}
    for aside in story.set_aside:
        known = by_id.get(aside.article_id)
        evidence = list(_head(known)) if known else _find_words(aside.headline, galley)
        if evidence:
            reasons[aside.why].append(aside.headline or evidence[0].words)
            heads[aside.why] += evidence
    for why, headlines in reasons.items():
        told = "; ".join(f"“{' '.join(headline.split())}”" for headline in headlines)
        galley.set_line("coverage", f"{len(headlines)} set aside ({why}): {told}.", heads[why])


def _find_words(words: str | None, galley: Galley) -> list[Evidence]:
    """Where a card's headline stands on one of the story's pages."""
    for page in galley.holdings.pages.values() if words else ():
        start = page.text.find(words or "")
        if start >= 0:
            return [cite(page.text, page.id, start, start + len(words or ""))]
    return []


def _write_merges(galley: Galley, story: Story) -> None:
    """Who was taken for one, or kept apart, though somebody may see it otherwise; the record holds how to undo each."""
    told: dict[str, None] = {}
    evidence: list[Evidence] = []
    for merge in story.merges:
        found = list(_merge_evidence(merge, story))
        if found:
            told[_merge_words(merge, found[0], galley.holdings)] = None
            evidence += found
    if evidence:
        names = [*list(told)[:_MERGES_TOLD], *([f"and {len(told) - _MERGES_TOLD} more"] if len(told) > _MERGES_TOLD else [])]
        text = f"Who is who, open to doubt: {'; '.join(names)}. Rows that decide otherwise: `copydesk who`."
        galley.set_line("coverage", text, list(dict.fromkeys(evidence)), kind="inference")


def _merge_words(merge: Merge, found: Evidence, holdings: Holdings) -> str:
    if merge.basis == "kept apart":
        return f"{' and '.join(merge.names)} kept apart"
    words = " ".join(found.words.split())
    return f"“{words}” of {holdings.letter(found.page_id)} is {merge.names[0]} ({merge.why})"


def _merge_evidence(merge: Merge, story: Story) -> Iterator[Evidence]:
    """The words in question: the mention itself, else the first that names what was joined on its page."""
    if merge.where:
        pages = {report.page.id: report.page for report in story.reports}
        span, page = merge.where.mention.span, pages[merge.where.page_id]
        yield cite(page.text, page.id, span.start, span.end)
        return
    for report in story.reports:
        if merge.key in ("", report.key):
            ids = merge.entity_ids[-1:] if merge.key else merge.entity_ids
            mention = next((one for one in report.mentions if one.entity_id in ids), None)
            if mention:
                yield cite(report.page.text, report.page.id, mention.span.start, mention.span.end)


def _write_notes(galley: Galley, holdings: Holdings) -> None:
    """Notes of editors in their words; pages with the same note share a line."""
    noted: dict[tuple[str, str], list[Evidence]] = defaultdict(list)
    for report in holdings.reports.values():
        for note, one in _notes(report):
            noted[note, " ".join(one.words.split())].append(one)
    for (note, words), evidence in noted.items():
        letters = ", ".join(dict.fromkeys(holdings.letter(one.page_id) for one in evidence))
        galley.set_line("coverage", f"{note} of {letters}: “{words}”", evidence)


def _notes(report: Report) -> Iterator[tuple[str, Evidence]]:
    text = report.page.text
    for block in report.article.blocks if report.article else ():
        words = text[block.span.start : block.span.end]
        if block.role in _NOTES and words.strip():
            start = block.span.start + len(words) - len(words.lstrip())
            yield _NOTES[block.role], cite(text, report.page.id, start, start + len(words.strip()))


def find_furniture(holdings: Holdings) -> Iterator[LeftOut]:
    """What stands between the sentences of an article, is no note of editors, and reads like a sentence itself."""
    for report in holdings.reports.values():
        text = report.page.text
        for block in report.article.blocks if report.article else ():
            words = text[block.span.start : block.span.end]
            if block.role in SHOWN or block.role in _NOTES or not _is_sentence(words):
                continue
            start = block.span.start + len(words) - len(words.lstrip())
            evidence = cite(text, report.page.id, start, start + len(words.strip()))
            yield LeftOut(evidence=evidence, why=f"labelled {block.role.replace('_', ' ')}")


def _is_sentence(words: str) -> bool:
    return len(words.split()) >= SENTENCE and words.rstrip().rstrip("\"”’»)").endswith((".", "!", "?"))


def _head(report: Report) -> Iterator[Evidence]:
    """The headline of a report's article, else the first words of its page (of an entry, its own); nothing where blank."""
    span, text = (report.article.headline if report.article else None), report.page.text
    if span is not None:
        yield cite(text, report.page.id, span.start, span.end)
        return
    opening = report.article.blocks[0].span.start if report.article and report.article.entry_of else 0
    start = len(text) - len(text[opening:].lstrip())
    end = text.find("\n", start)
    end = min(len(text) if end < 0 else end, start + _OPENING)
    if start < end:
        yield cite(text, report.page.id, start, end)


def _outlet(report: Report) -> str:
    return (report.article.outlet if report.article else None) or report.page.outlet or "outlet unnamed"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
