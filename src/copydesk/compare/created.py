"""Creation days that pages of one story lend each other, where an article has none of its own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from copydesk.compare.passages import find_quotations
from copydesk.compare.stories import compare_stories
from copydesk.lexicon import World
from copydesk.lexicon.calendar import days_between
from copydesk.record import Report

_MONTH_DAY = re.compile(r"XXXX-\d\d-\d\d$")
_NEAR = 7  # days between pages of one story, of which one shows no year
SHARED_RUN = 4  # consecutive words that two quotations share to be of one utterance


def propose_created(*, reports: Sequence[Report], world: World) -> dict[str, tuple[str, str]]:
    """Article id -> (day, basis) for articles without a creation day that tell the story of dated ones.

    Asks for two signs: one story, and a shared weekday name or a shared quotation. Where dated articles of the story
    that give the sign differ in day, nothing is proposed. Never today. A page that shows day and month without the year
    has the year in which they lie within a week of a dated article.
    """
    by_id = {report.article.id: report for report in reports if report.article}
    proposals = {}
    for story in compare_stories(reports=reports, world=world):
        dated = [by_id[one] for one in story if _day(by_id[one])]
        for article_id in story:
            if by_id[article_id].article.created is None:  # type: ignore[union-attr]
                found = _propose_year(by_id[article_id], dated) or _propose(by_id[article_id], dated, world)
                if found:
                    proposals[article_id] = found
    return proposals


def _propose(report: Report, dated: Iterable[Report], world: World) -> tuple[str, str] | None:
    agreeing = [other for other in dated if _has_sign(report, other, world)]
    days = {_day(other) for other in agreeing}
    if len(days) != 1 or not agreeing:
        return None
    first = min(other.article.id for other in agreeing if other.article)
    return str(days.pop()), f"agreement with {first}"


def _propose_year(report: Report, dated: Iterable[Report]) -> tuple[str, str] | None:
    """The day and month that a page shows, in the year that puts them near a dated article; None where two fit, or none."""
    shown = {one.value for one in report.article.created_candidates if _MONTH_DAY.match(one.value)} if report.article else set()
    if len(shown) != 1:
        return None
    month_day = shown.pop()[4:]
    near: dict[str, list[str]] = {}
    for other in dated:
        for year in (-1, 0, 1):
            day = f"{int((_day(other) or '0000')[:4]) + year:04d}{month_day}"
            gap = days_between(_day(other) or "", day)
            if gap is not None and abs(gap) <= _NEAR and other.article:
                near.setdefault(day, []).append(other.article.id)
    if len(near) != 1:
        return None
    day, lenders = near.popitem()
    return day, f"month_day+agreement with {min(lenders)}"


def _has_sign(report: Report, other: Report, world: World) -> bool:
    return bool(_weekdays(report) & _weekdays(other)) or bool(_runs(report, world) & _runs(other, world))


def _weekdays(report: Report) -> set[str]:
    words = {report.page.text[time.span.start : time.span.end].lower().split()[-1] for time in report.times}
    return words & _WEEKDAYS


def _runs(report: Report, world: World) -> set[tuple[str, ...]]:
    runs: set[tuple[str, ...]] = set()
    for block in report.article.blocks if report.article else ():
        text = report.page.text[block.span.start : block.span.end]
        for span in find_quotations(text):
            keys = [stem.key for stem in world.wording.find_stems(text[span.start : span.end])]
            runs.update(tuple(keys[place : place + SHARED_RUN]) for place in range(len(keys) - SHARED_RUN + 1))
    return runs


def _day(report: Report) -> str | None:
    created = report.article.created if report.article else None
    return created[:10] if created and len(created) >= 10 else None


_WEEKDAYS = frozenset(
    f"{day}day" for day in ("mon", "tues", "wednes", "thurs", "fri", "satur", "sun")
)
