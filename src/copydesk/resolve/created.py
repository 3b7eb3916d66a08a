"""The stage `created`: on which day an article was written, with the reason; unknown is said, never guessed, never today."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from copydesk.lexicon import World
from copydesk.lexicon.calendar import day_of, days_between, interval_of, moment_of
from copydesk.record import Article, CreatedCandidate, Layout, Page, Refusal, Span
from copydesk.resolve.created_age import count_back
from copydesk.resolve.created_clues import Clue, find_clues
from copydesk.resolve.created_entries import CLOCK

STAGE = "created"
UNKNOWN = "unknown"
# Bases in order of trust: what the user states, what the page states of itself, what it shows, what follows.
TRUST = (
    "manifest", "feed", "agency", "post", "mail", "json-ld", "microdata", "opengraph", "meta", "time", "metadata", "sitemap",
    "timestamp", "clock+page", "dateline",
    "month_day+weekday", "age+fetched_at", "url", "script", "update", "shown", "text_date+today", "text_date+weekday",
    "htmldate",  # another program's guess
)
# Bases whose disagreement with the one chosen is worth a word; a date told in the text need not be the creation day.
_STATED = frozenset(TRUST[: TRUST.index("url") + 1])
_SAME_DAY = 1  # days two statements may lie apart: one may be in another time zone
_SAME_TIME = 30 * 60  # seconds two moments with their zones may lie apart: one may be that of the first save
_URL_DAY = re.compile(r"(?<!\d)(19\d\d|20\d\d)[/_-]?(\d\d|[A-Za-z]{3,9})(?:[/_-](\d\d?)|(\d\d))(?!\d)")
_MONTH_IN_URL = re.compile(r"(?<!\d)(20\d\d)/(\d\d)/(?!\d)")
_UTC = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?(?:Z|\+00:00)$")
_MINUTE = re.compile(r".{10}T\d\d:\d\d")
_LOCAL = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d$")
MOST_WEST, MOST_EAST = 12 * 60, 14 * 60  # minutes that a place's clock may lie behind UTC, or before it
_ISO = re.compile(r"\d{4}(?:-\d\d(?:-\d\d(?:[T ]\d\d(?::?\d\d(?::?\d\d(?:\.\d+)?)?)?\s?(?:Z|[+-]\d\d:?\d\d)?)?)?)?$")


def settle_created(
    *, page: Page, layout: Layout, article: Article, world: World,
) -> tuple[Article, tuple[Refusal, ...]]:
    """The article with `created` settled from everything seen, or left None with basis "unknown" and a Refusal.

    Runs before the text is read, on the words alone. Candidates that disagree by more than a day, and weekdays that do
    not fit their date, are told in Refusals; the most trusted candidate still wins.
    """
    clues = tuple(find_clues(page, article, world))
    candidates = _complete(page, layout, article, clues)
    usable = sorted((each for each in candidates if each.basis in TRUST), key=_rank)
    usable[:1] = [_localised(each, usable) for each in usable[:1]]
    is_main = not article.is_card and article.entry_of is None
    updated = article.updated or next((v.value for v in layout.metadata if v.field == "modified" and is_main), None)
    settled = replace(
        article, created=usable[0].value if usable else None, created_basis=usable[0].basis if usable else UNKNOWN,
        created_candidates=candidates, updated=updated,
    )
    return settled, tuple(_refusals(page, settled, usable, clues))


def _complete(page: Page, layout: Layout, article: Article, clues: tuple[Clue, ...]) -> tuple[CreatedCandidate, ...]:
    """Every candidate once, in the order seen: given, metadata, shown on the page, in the address, in the text."""
    seen = [*(_given(page, each) for each in article.created_candidates)]
    if not article.is_card and article.entry_of is None:
        seen += [_candidate(value, "url") for value in _url_days(page.url or article.canonical_url or "")]
    seen += [_from_clue(page, clue) for clue in clues]
    kept: dict[tuple[str, str], CreatedCandidate] = {}
    for each in seen:
        if each is not None:
            kept.setdefault((each.value, each.basis), each)
    return tuple(kept.values())


def _given(page: Page, candidate: CreatedCandidate) -> CreatedCandidate | None:
    """A candidate of an earlier stage: an age is counted back from the capture time, a basis nobody knows is metadata."""
    if candidate.value.startswith("P"):
        value = count_back(page.fetched_at, candidate.value)
        return replace(candidate, value=value, basis="age+fetched_at") if value else replace(candidate, basis="age")
    value = _iso(candidate.value)
    if value is None:
        basis = CLOCK if candidate.basis == CLOCK else "unread"
        return replace(candidate, basis=basis) if candidate.value else None
    return replace(candidate, value=value, basis=candidate.basis if candidate.basis in TRUST else "metadata")


def _from_clue(page: Page, clue: Clue) -> CreatedCandidate | None:
    if clue.basis == "age":
        value = count_back(page.fetched_at, clue.value)
        return CreatedCandidate(value=value or clue.value, basis="age+fetched_at" if value else "age", span=clue.span)
    if clue.basis == "month_day+weekday" and clue.value.startswith("XXXX"):
        value = _year_by_weekday(page, clue)
        return CreatedCandidate(value=value or clue.value, basis=clue.basis if value else "month_day", span=clue.span)
    return CreatedCandidate(value=clue.value, basis=clue.basis, span=clue.span) if clue.basis != "clash" else None


def _year_by_weekday(page: Page, clue: Clue) -> str | None:
    """The year in which a month and day fall on the weekday named: the last one before the page was fetched."""
    fetched = day_of(page.fetched_at)
    if fetched is None or clue.weekday is None:
        return None
    for year in range(fetched.year, fetched.year - 7, -1):
        day = day_of(f"{year}{clue.value[4:]}")
        if day and day <= fetched and day.isoweekday() == clue.weekday:
            return day.isoformat()
    return None


def _url_days(url: str) -> Iterator[str]:
    for match in _URL_DAY.finditer(url):
        month = match[2] if match[2].isdigit() else _month_number(match[2])
        value = f"{match[1]}-{month}-{int(match[3] or match[4]):02d}"
        if day_of(value):
            yield value
            return
    if month_only := _MONTH_IN_URL.search(url):
        yield f"{month_only[1]}-{month_only[2]}"


def _month_number(name: str) -> str:
    """ "02" for "feb": addresses use the first three letters of the English month."""
    names = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
    return f"{names.index(name[:3].lower()) + 1:02d}" if name[:3].lower() in names else "00"


def _iso(value: str) -> str | None:
    """A metadata value as an ISO 8601 prefix with a T; the day alone where no clock shows its time; None for all else."""
    text = value.strip()
    if not _ISO.match(text) or (len(text) >= 10 and day_of(text) is None):
        return None
    moment = text[:10] + "T" + text[11:].replace(" ", "")
    return text[:10] if len(text) <= 10 or interval_of(moment) is None else moment


def _candidate(value: str | None, basis: str) -> CreatedCandidate | None:
    return CreatedCandidate(value=value, basis=basis if basis in TRUST else "metadata", span=None) if value else None


def _localised(chosen: CreatedCandidate, usable: list[CreatedCandidate]) -> CreatedCandidate:
    """The same moment by the clock of the place, where it is told in UTC and the page shows a local time of another day.

    The two are the same moment where they lie a whole number of quarters of an hour apart, as time zones do.
    """
    moment = moment_of(chosen.value[:16]) if _UTC.match(chosen.value) else None
    for other in usable if moment else ():
        shown = moment_of(other.value) if other.basis == "timestamp" and _LOCAL.match(other.value) else None
        if moment and shown and shown.date() != moment.date():
            minutes = round((shown - moment).total_seconds() / 60)
            if minutes % 15 == 0 and -MOST_WEST <= minutes <= MOST_EAST:
                offset = f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02d}:{abs(minutes) % 60:02d}"
                seconds = chosen.value[16:19] if chosen.value[16] == ":" else ""
                return replace(chosen, value=f"{other.value}{seconds}{offset}")
    return chosen


def _rank(candidate: CreatedCandidate) -> tuple[int, int]:
    """Trust first; of one basis the more precise first."""
    return TRUST.index(candidate.basis), -min(len(candidate.value), 10)


def _refusals(
    page: Page, article: Article, usable: list[CreatedCandidate], clues: tuple[Clue, ...],
) -> Iterator[Refusal]:
    for clue in clues:
        if clue.basis == "clash":
            yield _refusal(page, clue.span, f"weekday and date do not fit: {page.text[clue.span.start:clue.span.end]!r}")
    if article.created is None:
        yield _refusal(page, None, _lacking(page, article))
        return
    for other in usable[1:]:
        if other.basis in _STATED and _disagree(other.value, article.created):
            reason = (f"creation time candidates disagree: {article.created} ({article.created_basis}), "
                      f"{other.value} ({other.basis})")
            yield _refusal(page, other.span, reason)


def _disagree(one: str, other: str) -> bool:
    """Whether two statements of one time differ: moments with zones by half an hour, others by more than a day."""
    left, right = (moment_of(value) if _MINUTE.match(value) else None for value in (one, other))
    if left and right and left.tzinfo and right.tzinfo:
        return abs((left - right).total_seconds()) > _SAME_TIME
    apart = days_between(one, other)
    return apart is not None and abs(apart) > _SAME_DAY


def _lacking(page: Page, article: Article) -> str:
    bases = {each.basis for each in article.created_candidates}
    reasons = ["no metadata, timestamp or address names a day"]
    if "age" in bases:
        reasons.append("an age is given, but the capture time is unknown")
    if CLOCK in bases:
        reasons.append("a time of day is given, but the days that the page states do not tell its day")
    if "month_day" in bases:
        reasons.append("a month and day are given, but no year")
    reasons.append("no full date in the text agrees with a weekday named")
    return "creation time unknown: " + "; ".join(reasons)


def _refusal(page: Page, span: Span | None, reason: str) -> Refusal:
    return Refusal(page_id=page.id, stage=STAGE, reason=reason, span=span)


