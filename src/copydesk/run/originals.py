"""Translations and the pages that they are translations of: which page is meant, and which of its words stand beside."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from copydesk.record import Beside, BesideBasis, Evidence, Line, Original, Refusal, Report, Span

BODY = frozenset({"standfirst", "subheading", "paragraph", "list_item", "pull_quote", "table"})


def link_originals(reports: Sequence[Report]) -> tuple[tuple[Report, ...], dict[str, Report]]:
    """The reports, and the report of the original by the page id of its translation.

    A translation is linked where one page alone is the one its user names: by key, by address, or by the path that the
    key ends with, as paths of a manifest are relative to it. Where no page is, or several are, its report has a Refusal.
    """
    main = [report for report in reports if _is_main(report)]
    told: list[Report] = []
    found: dict[str, Report] = {}
    for report in reports:
        if report.page.translation_of is None or not _is_main(report):
            told.append(report)
            continue
        original, reason = _choose(_find(report.page.translation_of, [m for m in main if m.page.id != report.page.id]))
        if original:
            found[report.page.id] = original
        refused = () if original else (_refuse(report, reason),)
        told.append(replace(report, refusals=(*report.refusals, *refused)))
    return tuple(told), found


def _is_main(report: Report) -> bool:
    return report.article is None or (not report.article.is_card and report.article.entry_of is None)


def _find(named: str, reports: Sequence[Report]) -> list[Report]:
    """The reports of the pages that are so named: exactly, or else by the end of their path."""
    exact = [report for report in reports if named in _names(report)]
    return exact or [report for report in reports if report.key.endswith("/" + named.removeprefix("./"))]


def _names(report: Report) -> tuple[str | None, ...]:
    return report.key, report.page.url, report.article.canonical_url if report.article else None


def _choose(fitting: Sequence[Report]) -> tuple[Report | None, str]:
    """The one original, or why there is none."""
    pages = len({report.page.id for report in fitting})
    if pages > 1:
        return None, f"{pages} of the pages given fit that name"
    if not fitting:
        return None, "that page is not among those given"
    return (fitting[0], "") if fitting[0].article else (None, "no article was read on that page")


def _refuse(report: Report, reason: str) -> Refusal:
    told = f"stated to be a translation of {report.page.translation_of}, whose words cannot be shown: {reason}"
    return Refusal(page_id=report.page.id, stage="read", reason=told)


def set_beside(reports: Iterable[Report], found: dict[str, Report], lines: Iterable[Line]) -> tuple[Original, ...]:
    """The originals of the translations among a story's reports, with their words for the evidence of its lines."""
    cited = tuple(dict.fromkeys(one for line in lines for one in line.evidence))
    return tuple(
        Original(
            page_id=report.page.id, report=found[report.page.id],
            beside=tuple(
                beside for one in cited if one.page_id == report.page.id
                if (beside := _beside(one, report, found[report.page.id]))
            ),
        )
        for report in reports if report.page.id in found and _is_main(report)
    )


def _beside(evidence: Evidence, translation: Report, original: Report) -> Beside | None:
    """The headline beside the headline, a block beside that at its place where both articles have as many blocks.

    Failing that the headline of the original; None where it has none.
    """
    ours, theirs = _body(translation), _body(original)
    span = original.article.headline if original.article else None
    place = next((i for i, block in enumerate(ours) if block.start <= evidence.start < block.end), None)
    basis: BesideBasis = "position" if _is_in_headline(evidence, translation) else "headline"
    if place is not None and len(ours) == len(theirs):
        basis, span = "position", theirs[place]
    return Beside(evidence=evidence, original=_quote(original, span), basis=basis) if span else None


def _is_in_headline(evidence: Evidence, report: Report) -> bool:
    span = report.article.headline if report.article else None
    return span is not None and span.start <= evidence.start < span.end


def _body(report: Report) -> list[Span]:
    """The blocks of an article's running text, in page order."""
    return [block.span for block in report.article.blocks if block.role in BODY] if report.article else []


def _quote(report: Report, span: Span) -> Evidence:
    """The words of a span without the white space around them."""
    words = report.page.text[span.start : span.end]
    start = span.start + len(words) - len(words.lstrip())
    return Evidence(page_id=report.page.id, start=start, end=start + len(words.strip()), words=words.strip())
