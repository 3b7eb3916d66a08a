"""What was announced for a day, and what became of it: settled only by the words of a later article."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from copydesk.follow.announced import find_announced
from copydesk.follow.homes import find_homes, gather_times
from copydesk.lexicon import World
from copydesk.lexicon.calendar import day_of, interval_of
from copydesk.record import Claim, Evidence, Expectation, Report, Span, TimeExpression
from copydesk.record.ids import derive_id
from copydesk.record.story import ExpectationStatus

_FORWARD_ACTS = frozenset({"schedule", "expectation"})
_OUTCOMES: tuple[tuple[str, ExpectationStatus], ...] = (
    ("extended", "extended"), ("cancelled", "withdrawn"), ("failed", "missed"),
)
_Named = Mapping[str, Sequence[TimeExpression]]  # page id -> the times it names
SAME_MATTER = 0.5  # share of the announcement's content words that a later claim must repeat to settle it
SURELY_SAME = 0.6  # share from which one act in common is enough


@dataclass(frozen=True, slots=True)
class _Announcement:
    """One place where something is announced, on the `day` of its article. due: last day of what is announced, or None.

    keys: all content keys; acts: those that are no names.
    """

    evidence: Evidence
    day: str | None
    due: str | None
    keys: frozenset[str]
    acts: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Settled:
    """What became of an announcement, by which claim, in which words."""

    status: ExpectationStatus
    claim_id: str
    evidence: Evidence


def find_expectations(
    *, reports: Sequence[Report], claims: Sequence[Claim], as_of: str | None, world: World,
) -> tuple[Expectation, ...]:
    """What the articles announce, soonest first; undated ones last. Announcements under one claim are one expectation.

    What puts off ("was postponed to Friday") settles the earlier ones under its claim and is an expectation of its own.

    Found: sentences that announce something for a day (`find_announced`), statements of expectation and schedule, planned
    events. What is called off in the same words opens none. Open unless an article created later, and not after `as_of`,
    says what became of it: a day that merely passed settles nothing, nor does a page whose day is not known.
    """
    grouped: dict[tuple[str, bool], list[_Announcement]] = defaultdict(list)
    for report in sorted(reports, key=lambda report: report.page.id):
        for one in _announcements(report, world):
            home = _around(one.evidence, claims)
            words = " ".join(one.evidence.words.lower().split())
            anew = world.wording.find_signal("extended", one.evidence.words) is not None
            grouped[home[0].id if home else words, anew].append(replace(one, evidence=home[1]) if home else one)
    homes = find_homes(reports, (one for claim in claims for one in claim.evidence))
    days = {one: day for one, home in homes.items() if (day := _day_of(home)) and (as_of is None or day <= as_of)}
    named = gather_times(reports)
    found = [_expectation(group, claims, days, named, world) for group in grouped.values()]
    return tuple(sorted(found, key=lambda one: (one.due or "~", one.evidence[0], one.id)))


def _announcements(report: Report, world: World) -> Iterator[_Announcement]:
    if report.article is None or report.article.is_card:
        return
    dated = dict(find_announced(report, world))
    taken: list[Span] = []
    for span in (*sorted(dated), *sorted(set(_undated(report, world)))):
        words = report.page.text[span.start : span.end]
        is_told = any(span.start < other.end and other.start < span.end for other in taken)
        if is_told or world.wording.find_signal("cancelled", words):
            continue
        taken.append(span)
        evidence = Evidence(page_id=report.page.id, start=span.start, end=span.end, words=words)
        acts = frozenset(stem.key for stem in world.wording.find_stems(words) if not stem.is_name and stem.key[0] != "#")
        due = dated.get(span) or _due(report, span)
        yield _Announcement(evidence, _day_of(report), due, world.wording.find_keys(words), acts)


def _undated(report: Report, world: World) -> Iterator[Span]:
    """Statements of schedule and expectation, and planned events told with forward words or a day."""
    for one in report.statements:
        if one.act in _FORWARD_ACTS or one.utterance == "expected":
            yield one.span
    for event in report.events:
        words = report.page.text[event.span.start : event.span.end]
        if event.status == "planned" and (_due(report, event.span) or world.wording.find_signal("announcing", words)):
            yield event.span


def _day_of(report: Report) -> str | None:
    """The creation day of a report's article, None where it is not known to the day."""
    created = report.article.created if report.article else None
    return created[:10] if created and day_of(created) else None


def _due(report: Report, span: Span) -> str | None:
    """The latest day named in the span that is not before the article's own; None where there is none.

    When somebody spoke ("... , he said on Tuesday") is no day of what was said.
    """
    created = _day_of(report)
    days = [
        interval[1][:10] if len(time.value) < 10 else time.value[:10]
        for time in report.times
        if span.start <= time.span.start and time.span.end <= span.end and time.begin and time.end
        and not _is_of_saying(time.span, report)
        and (interval := interval_of(time.value)) is not None and created is not None and time.end[:10] >= created
    ]
    return max(days, default=None)


def _is_of_saying(time: Span, report: Report) -> bool:
    """Whether a time stands in an attribution outside what is said."""
    return any(
        one.cue is not None and one.span.start <= time.start < one.span.end
        and not any(content.start <= time.start < content.end for content in one.content)
        for one in report.statements
    )


def _around(evidence: Evidence, claims: Iterable[Claim]) -> tuple[Claim, Evidence] | None:
    """The claim, and the evidence of it, that shares most with this stretch; None where none shares any."""
    found = [
        (min(one.end, evidence.end) - max(one.start, evidence.start), claim, one)
        for claim in claims for one in claim.evidence if one.page_id == evidence.page_id
    ]
    best = max(found, key=lambda each: (each[0], each[2]), default=None)
    return (best[1], best[2]) if best and best[0] > 0 else None


def _expectation(
    group: Sequence[_Announcement], claims: Sequence[Claim], days: Mapping[Evidence, str], named: _Named, world: World,
) -> Expectation:
    first = min(group, key=lambda one: (one.due is None, -len(one.keys), one.evidence))
    told = tuple(dict.fromkeys((first.evidence, *sorted(one.evidence for one in group))))
    settled = _settle(group, claims, days, named, world)
    return Expectation(
        id=derive_id("expectation", *sorted(f"{one.page_id}:{one.start}:{one.end}" for one in told)),
        gist=" ".join(first.evidence.words.split()),
        due=_last_due(group),
        status=settled.status if settled else "open",
        evidence=(*told, settled.evidence) if settled else told,
        settled_by=settled.claim_id if settled else None,
    )


def _settle(
    group: Sequence[_Announcement], claims: Sequence[Claim], days: Mapping[Evidence, str], named: _Named, world: World,
) -> _Settled | None:
    """What the first later article that tells of the matter says became of it; None while it is open."""
    announced = [one.day for one in group if one.day]
    if not announced:
        return None
    own = {one.evidence for one in group}
    later = sorted(
        (days[one], one, claim.id) for claim in claims for one in claim.evidence
        if one not in own and days.get(one, "") > max(announced)
    )
    for day, evidence, claim_id in later:
        keys = world.wording.find_keys(evidence.words)
        is_that_day = any(
            time.value == _last_due(group) and evidence.start <= time.span.start and time.span.end <= evidence.end
            for time in named.get(evidence.page_id, ())
        )
        if any(_is_same_matter(one, keys, is_that_day) for one in group):
            status = _outcome(evidence.words, day, _last_due(group), world)
            if status is not None:
                return _Settled(status, claim_id, evidence)
    return None


def _is_same_matter(announced: _Announcement, keys: frozenset[str], is_that_day: bool) -> bool:
    """Whether a later wording repeats enough of the announcement, of what is to happen as well as of the names.

    Where it names the day that was announced, one act and one more word in common are enough.
    """
    if is_that_day and announced.acts & keys and len(announced.keys & keys) > 1:
        return True
    if announced.acts & keys and len(announced.keys & keys) >= SURELY_SAME * len(announced.keys):
        return True
    parts = [part for part in (announced.keys, announced.acts) if part]
    return bool(parts) and all(len(part & keys) / len(part) >= SAME_MATTER for part in parts)


def _last_due(group: Sequence[_Announcement]) -> str | None:
    return max((one.due for one in group if one.due), default=None)


def _outcome(words: str, day: str, due: str | None, world: World) -> ExpectationStatus | None:
    """What a later mention says became of the announcement: extended, withdrawn, missed, met, or nothing yet (None)."""
    for signal, status in _OUTCOMES:
        if world.wording.find_signal(signal, words):
            return status
    if world.wording.find_signal("forward", words) or (due is not None and day < due):
        return None
    return "met"
