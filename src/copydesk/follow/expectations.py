"""What was announced for a day, and what became of it: settled only by the words of a later article."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from copydesk.lexicon import World
from copydesk.lexicon.calendar import interval_of
from copydesk.record import Claim, Evidence, Expectation, Report, Span
from copydesk.record.ids import derive_id
from copydesk.record.story import ExpectationStatus

_FORWARD_ACTS = frozenset({"schedule", "expectation"})
SAME_MATTER = 0.5  # share of the announcement's content words that a later claim must repeat to settle it


@dataclass(frozen=True, slots=True)
class _Announcement:
    """One place where something is announced. due: last day of the interval announced, ISO 8601, or None.

    keys: all content keys; acts: those that are no names.
    """

    evidence: Evidence
    created: str | None
    due: str | None
    keys: frozenset[str]
    acts: frozenset[str]


def find_expectations(
    *, reports: Sequence[Report], claims: Sequence[Claim], as_of: str | None, world: World,
) -> tuple[Expectation, ...]:
    """What the articles announce, soonest first; undated ones last. Announcements under one claim are one expectation.

    Found: statements of expectation and schedule, planned events, and forward words ("due to") beside a day after the
    article's own. Open unless an article created later says what became of it: a day that merely passed settles nothing.
    """
    grouped: dict[str, list[_Announcement]] = defaultdict(list)
    for report in sorted(reports, key=lambda report: report.page.id):
        for one in _announcements(report, world):
            home = _around(one.evidence, claims)
            words = " ".join(one.evidence.words.lower().split())
            grouped[home[0].id if home else words].append(replace(one, evidence=home[1]) if home else one)
    created = {report.page.id: report.article.created for report in reports if report.article}
    found = [_expectation(group, claims, created, world) for group in grouped.values()]
    return tuple(sorted(found, key=lambda one: (one.due or "~", one.evidence[0], one.id)))


def _announcements(report: Report, world: World) -> Iterator[_Announcement]:
    if report.article is None or report.article.is_card:
        return
    created = report.article.created
    taken: list[Span] = []
    spans = [one.span for one in report.statements if one.act in _FORWARD_ACTS or one.utterance == "expected"]
    spans += [one.span for one in report.events if one.status == "planned"]
    spans += _dated_sentences(report, world)
    for span in sorted(set(spans)):
        if any(span.start < other.end and other.start < span.end for other in taken):
            continue
        taken.append(span)
        words = report.page.text[span.start : span.end]
        evidence = Evidence(page_id=report.page.id, start=span.start, end=span.end, words=words)
        acts = frozenset(stem.key for stem in world.wording.find_stems(words) if not stem.is_name and stem.key[0] != "#")
        yield _Announcement(evidence, created, _due(report, span), world.wording.find_keys(words), acts)


def _dated_sentences(report: Report, world: World) -> Iterator[Span]:
    """Statements and events beside forward words that name a day after the article's own."""
    for span in {one.span for one in report.statements} | {one.span for one in report.events}:
        words, due = report.page.text[span.start : span.end], _due(report, span)
        if due is not None and due > str(report.article and report.article.created)[:10] and world.wording.find_signal(
            "forward", words
        ):
            yield span


def _due(report: Report, span: Span) -> str | None:
    """The latest day named in the span that is not before the article's own; None where there is none."""
    created = (report.article.created or "")[:10] if report.article else ""
    days = [
        interval[1][:10] if len(time.value) < 10 else time.value[:10]
        for time in report.times
        if span.start <= time.span.start and time.span.end <= span.end and time.begin and time.end
        and (interval := interval_of(time.value)) is not None and time.end[:10] >= created
    ]
    return max(days, default=None) if created else None


def _around(evidence: Evidence, claims: Iterable[Claim]) -> tuple[Claim, Evidence] | None:
    """The claim, and the evidence of it, that shares most with this stretch; None where none shares any."""
    found = [
        (min(one.end, evidence.end) - max(one.start, evidence.start), claim, one)
        for claim in claims for one in claim.evidence if one.page_id == evidence.page_id
    ]
    best = max(found, key=lambda each: (each[0], each[2]), default=None)
    return (best[1], best[2]) if best and best[0] > 0 else None


def _expectation(
    group: Sequence[_Announcement], claims: Sequence[Claim], created: dict[str, str | None], world: World,
) -> Expectation:
    first = min(group, key=lambda one: (one.due is None, -len(one.keys), one.evidence))
    status, settled_by = _settle(group, claims, created, world)
    evidence = tuple(dict.fromkeys((first.evidence, *sorted(one.evidence for one in group))))
    return Expectation(
        id=derive_id("expectation", *sorted(f"{one.page_id}:{one.start}:{one.end}" for one in evidence)),
        gist=" ".join(first.evidence.words.split()),
        due=max((one.due for one in group if one.due), default=None),
        status=status, evidence=(*evidence, *settled_by[1:]), settled_by=settled_by[0],  # type: ignore[arg-type]
    )


def _settle(
    group: Sequence[_Announcement], claims: Sequence[Claim], created: dict[str, str | None], world: World,
) -> tuple[ExpectationStatus, tuple[object, ...]]:
    """Status, and (claim id, evidence) that settled it; (None,) while open."""
    days = [one.created for one in group if one.created]
    own = {one.evidence for one in group}
    if not days:
        return "open", (None,)
    last = max(day[:10] for day in days)
    later = [
        (str(created[one.page_id]), claim, one) for claim in claims for one in claim.evidence
        if one not in own and (created.get(one.page_id) or "")[:10] > last
    ]
    for _, claim, one in sorted(later, key=lambda found: (found[0], found[2])):
        if any(_is_same_matter(announced, world.wording.find_keys(one.words)) for announced in group):
            status = _outcome(one, group, created, world)
            if status != "open":
                return status, (claim.id, one)
    return "open", (None,)


def _is_same_matter(announced: _Announcement, keys: frozenset[str]) -> bool:
    """Whether a later wording repeats enough of the announcement, of what is to happen as well as of the names."""
    parts = [part for part in (announced.keys, announced.acts) if part]
    return bool(parts) and all(len(part & keys) / len(part) >= SAME_MATTER for part in parts)


def _outcome(
    evidence: Evidence, group: Sequence[_Announcement], created: dict[str, str | None], world: World,
) -> ExpectationStatus:
    """What a later mention says became of the announcement: extended, withdrawn, missed, met, or nothing yet (open)."""
    signals: tuple[tuple[str, ExpectationStatus], ...] = (
        ("extended", "extended"), ("cancelled", "withdrawn"), ("failed", "missed"),
    )
    for kind, status in signals:
        if world.wording.find_signal(kind, evidence.words):
            return status
    due = max((one.due for one in group if one.due), default=None)
    if world.wording.find_signal("forward", evidence.words) or (due and (created[evidence.page_id] or "")[:10] < due):
        return "open"
    return "met"
