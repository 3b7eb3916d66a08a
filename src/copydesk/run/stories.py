"""Reports to stories: dates settled across pages, copies, claims, conflicts, what is open, and the lines of the brief."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from copydesk.compare import (
    compare_claims,
    compare_conflicts,
    compare_copies,
    compare_renderings,
    compare_stories,
    propose_created,
)
from copydesk.edit import write_lines
from copydesk.errors import BadOption, NothingToRead
from copydesk.follow import build_timeline, find_expectations, find_open_questions, score_tension
from copydesk.language.stage import NARRATIVE
from copydesk.lexicon.calendar import interval_of
from copydesk.record import Coverage, Refusal, Report, SetAside, Story, Syndication
from copydesk.record.ids import derive_id
from copydesk.record.story import STORY_SCHEMA
from copydesk.run.corrections import STATED, Correction, apply_corrections, find_removed
from copydesk.run.desk import Desk
from copydesk.run.joins import find_contested
from copydesk.run.local import reread_report
from copydesk.run.originals import link_originals, set_beside

ENGLISH = "en"


@dataclass(frozen=True, slots=True)
class _Sorted:
    """Reports that can be compared, in an order that does not depend on how they came, and those that cannot."""

    readable: tuple[Report, ...]
    refusals: tuple[Refusal, ...]
    set_aside: tuple[SetAside, ...]


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What the user asked of every story: its day, its length in lines a section, and the corrections it shows.

    originals: reports of original pages by the page ids of their translations.
    """

    as_of: str | None
    told: tuple[str, ...]
    length: int | None
    originals: dict[str, Report]


@dataclass(frozen=True, slots=True)
class Grouped:
    """Reports as stories see them, in groups of one matter each, largest first. rest: what `build_story` needs beside."""

    groups: tuple[tuple[Report, ...], ...]
    rest: tuple[_Sorted, _Wanted]

    @property
    def reports(self) -> tuple[Report, ...]:
        """Every report that was compared."""
        return self.rest[0].readable

    def alone(self, members: Sequence[Report], *, told: Sequence[str]) -> Grouped:
        """One group as if nothing but its pages had been given: what is set aside, refused and counted is theirs.

        told: the corrections that it shows.
        """
        sorted_, wanted = self.rest
        pages = {report.page.id for report in members}
        kept = tuple(report for report in sorted_.readable if report.page.id in pages)
        return Grouped((tuple(members),), (_Sorted(kept, (), ()), replace(wanted, told=tuple(told))))


def build_stories(
    reports: Iterable[Report],
    desk: Desk,
    *,
    as_of: str | None = None,
    corrections: Sequence[Correction] = (),
    length: int | None = None,
) -> tuple[Story, ...]:
    """Every story in the reports, the largest first (articles, then earliest day, then id).

    as_of: an ISO day; later articles are set aside. None means the latest creation day of each story.
    Raises NothingToRead where no report has an article in English.
    """
    grouped = group_reports(reports, desk, as_of=as_of, corrections=corrections, length=length)
    return tuple(build_story(group, grouped, desk) for group in grouped.groups)


def group_reports(
    reports: Iterable[Report], desk: Desk, *, as_of: str | None = None, corrections: Sequence[Correction] = (),
    length: int | None = None,
) -> Grouped:
    """The reports with corrections applied and days settled across pages, in groups; for the rest see `build_stories`."""
    given = tuple(reports)
    if as_of is not None and interval_of(as_of) is None:
        raise BadOption(f"--as-of {as_of!r} is no ISO 8601 date such as 2022-02-15")
    stated = apply_corrections(given, [row for row in corrections if row.kind in STATED], desk)
    linked, originals = link_originals(stated.reports)
    sorted_ = _sort(linked, find_removed(linked, corrections), as_of)
    if not sorted_.readable:
        raise NothingToRead(_why_nothing(sorted_, as_of))
    settled = settle_across(sorted_.readable, desk)
    judged = apply_corrections(settled, [row for row in corrections if row.kind not in STATED], desk)
    by_id = {report.article.id: report for report in judged.reports if report.article}
    groups = _only_main(compare_stories(reports=judged.reports, world=desk.world), by_id)
    wanted = _Wanted(as_of=as_of, told=(*stated.told, *judged.told), length=length, originals=originals)
    return Grouped(
        tuple(tuple(by_id[i] for i in group) for group in groups), (replace(sorted_, readable=judged.reports), wanted),
    )


def _why_nothing(sorted_: _Sorted, as_of: str | None) -> str:
    if sorted_.set_aside and all(aside.why.startswith("created ") for aside in sorted_.set_aside):
        days = sorted(aside.why.split(",")[0].removeprefix("created ") for aside in sorted_.set_aside)
        return f"every article is later than --as-of {as_of}: the first was created {days[0]}"
    reasons = sorted({*(one.reason for one in sorted_.refusals), *(aside.why for aside in sorted_.set_aside)})
    return "nothing here can be read: " + ("; ".join(reasons) or "no page was given")


def settle_across(reports: tuple[Report, ...], desk: Desk) -> tuple[Report, ...]:
    """The reports, those without a creation day read again with the day that pages of their story agree on."""
    proposals = propose_created(reports=reports, world=desk.world)
    return tuple(
        reread_report(report, desk, created=proposals[report.article.id])
        if report.article and report.article.id in proposals
        else report
        for report in reports
    )


def _sort(reports: tuple[Report, ...], removed: frozenset[str], as_of: str | None) -> _Sorted:
    readable, refusals, set_aside = {}, [], []
    for report in sorted(reports, key=report_order):
        article = report.article
        if article is None or not is_comparable(report):
            refusals += [_name_page(refusal, report.key) for refusal in report.refusals]
        elif article.id in removed:
            set_aside.append(_aside(report, "no article, says a correction"))
        elif as_of and article.created and article.created[: len(as_of)] > as_of:
            set_aside.append(_aside(report, f"created {article.created}, after {as_of}"))
        elif article.id in readable:
            refusals.append(
                Refusal(
                    page_id=report.page.id,
                    stage="read",
                    reason=f"{report.key}: the same bytes under the same name were given twice",
                )
            )
        else:
            readable[article.id] = report
    return _Sorted(readable=tuple(readable.values()), refusals=tuple(refusals), set_aside=tuple(set_aside))


def is_comparable(report: Report) -> bool:
    """Whether its article is English and holds running text or a headline: links alone or damaged bytes tell nothing."""
    article = report.article
    return article is not None and article.language in (None, ENGLISH) and any(b.role in NARRATIVE for b in article.blocks)


def _name_page(refusal: Refusal, key: str) -> Refusal:
    """The refusal with the page's key in front, so that it can be found by its file."""
    return refusal if refusal.reason.startswith(key) else replace(refusal, reason=f"{key}: {refusal.reason}")


def report_order(report: Report) -> tuple[str, str, str]:
    """Sort key of reports in a story: by creation time, those without one last, then by article and key."""
    article = report.article
    return ((article.created or "~") if article else "~~", article.id if article else report.page.id, report.key)


def _aside(report: Report, why: str) -> SetAside:
    assert report.article is not None
    span = report.article.headline
    return SetAside(
        article_id=report.article.id,
        headline=report.page.text[span.start : span.end] if span else None,
        why=why,
    )


def _only_main(groups: Iterable[Sequence[str]], by_id: dict[str, Report]) -> list[Sequence[str]]:
    """The groups that hold at least one article that is no card: a teaser alone makes no story of its own."""
    return [group for group in groups if any(not _is_card(by_id[i]) for i in group)]


def _is_card(report: Report) -> bool:
    return report.article is not None and report.article.is_card


def build_story(members: Sequence[Report], grouped: Grouped, desk: Desk) -> Story:
    """The story that a group of reports tells; what its pages hold beside it is set aside."""
    world = desk.world
    sorted_, wanted = grouped.rest
    members = tuple(sorted(members, key=report_order))
    days = [r.article.created[:10] for r in members if r.article and r.article.created]
    as_of = wanted.as_of or max(days, default=None)
    copies = compare_copies(reports=members, world=world)
    renderings = compare_renderings(reports=members, world=world)
    claims = compare_claims(reports=members, syndications=copies, renderings=renderings, world=world)
    story = Story(
        schema=STORY_SCHEMA,
        id=find_story_id(members),
        title=find_title(members),
        as_of=as_of,
        reports=members,
        set_aside=_set_aside(members, sorted_),
        syndications=copies,
        renderings=renderings,
        claims=claims,
        contradictions=compare_conflicts(claims=claims, reports=members, world=world),
        expectations=find_expectations(reports=members, claims=claims, as_of=as_of, world=world),
        questions=find_open_questions(reports=members, claims=claims),
        timeline=build_timeline(reports=members, claims=claims),
        tension=score_tension(reports=members, world=world),
        brief=(),
        coverage=_coverage(members, copies, sorted_),
        corrections=wanted.told,
        merges=find_contested(members),
    )
    lines, left_out = write_lines(story=story, world=world, length=wanted.length)
    originals = set_beside(members, wanted.originals, lines)
    return replace(story, brief=lines, coverage=replace(story.coverage, left_out=left_out), originals=originals)


def find_story_id(members: tuple[Report, ...]) -> str:
    """The id of the story that these reports make, in their order: that of its earliest article."""
    first = members[0]
    return derive_id("story", first.article.id if first.article else first.page.id)


def find_title(members: tuple[Report, ...]) -> str:
    """The headline of the latest article that has one, an entry's only where no other has; else the first line."""
    full = [r for r in members if r.article and r.article.headline and not r.article.is_card]
    whole = [r for r in full if r.article and r.article.entry_of is None] or full
    headed = [r for r in whole if r.article and r.article.created] or whole
    if headed:
        report = max(headed, key=lambda r: ((r.article.created or "")[:10], r.article.id) if r.article else ("", ""))
        span = report.article.headline if report.article else None
        return report.page.text[span.start : span.end] if span else ""
    article, text = members[0].article, members[0].page.text
    first = next((b.span for b in article.blocks if b.role in ("standfirst", "paragraph")), None) if article else None
    return text[first.start : first.end].strip() if first else members[0].key


def _set_aside(members: tuple[Report, ...], sorted_: _Sorted) -> tuple[SetAside, ...]:
    """The cards of the story's pages that tell something else, the articles of other stories, and what was ruled out."""
    inside = {report.article.id for report in members if report.article}
    pages = {report.page.id for report in members}
    found = list(sorted_.set_aside)
    for report in sorted_.readable:
        if report.article is None or report.article.id in inside:
            continue
        if report.article.is_card and report.page.id in pages:
            found.append(_aside(report, "a card: teaser of another story on the page"))
        elif not report.article.is_card:
            found.append(_aside(report, "tells another story"))
    return tuple(found)


def _coverage(members: tuple[Report, ...], copies: tuple[Syndication, ...], sorted_: _Sorted) -> Coverage:
    inside = {report.article.id for report in members if report.article}
    pages = {report.page.id for report in members}
    cards = [
        r
        for r in sorted_.readable
        if r.article and r.article.is_card and r.page.id in pages and r.article.id not in inside
    ]
    refusals = [*sorted_.refusals, *(_name_page(refusal, r.key) for r in members for refusal in r.refusals)]
    return Coverage(
        outlets=tuple(sorted({r.article.outlet for r in members if r.article and r.article.outlet})),
        articles=sum(not _is_card(report) for report in members),
        copies=len(_copied(copies)),
        cards=len(cards),
        refusals=tuple(refusals),
        left_out=(),
    )


def _copied(copies: tuple[Syndication, ...]) -> set[str]:
    """The articles that carry another's text; where a wire is credited, its first carrier stands for the wire's own."""
    return {
        article_id
        for one in copies
        for position, article_id in enumerate(one.article_ids)
        if article_id != one.origin and (one.origin in one.article_ids or position > 0)
    }
