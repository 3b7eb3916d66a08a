"""The coded events of some reports, story by story, each once however many articles and copies tell it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from copydesk.compare import compare_claims, compare_copies, compare_renderings, compare_stories
from copydesk.compare.casting import grow_parties
from copydesk.compare.happenings import Happening, group_happenings, read_happenings
from copydesk.compare.outlets import outlet_of
from copydesk.lexicon import World
from copydesk.record import Article, Claim, CodedEvent, Confidence, Event, EventMention, Report, Statement
from copydesk.record.ids import derive_id
from copydesk.run.desk import Desk
from copydesk.run.stories import ENGLISH, find_story_id, find_title, is_comparable, report_order


def build_codings(reports: Iterable[Report], desk: Desk) -> tuple[CodedEvent, ...]:
    """Every event that the reports' articles were coded with, the largest story first, by day of its first telling.

    Articles that cannot be compared have no events. The order of reports does not matter.
    """
    comparable = {one.article.id: one for one in reports if one.article and is_comparable(one)}
    groups = compare_stories(reports=tuple(comparable.values()), world=desk.world)
    return tuple(event for group in groups for event in _code_story(tuple(comparable[one] for one in group), desk))


def list_uncoded(reports: Iterable[Report]) -> Iterator[str]:
    """Each page or article that no event can come from, with why: no article in it, another language, no running text."""
    for report in reports:
        article = report.article
        if article is None:
            yield next((_with_key(report.key, one.reason) for one in report.refusals), f"{report.key}: no article was found")
        elif not is_comparable(report):
            foreign = article.language not in (None, ENGLISH)
            why = f"in the language {article.language}; only English is coded" if foreign else "no running text"
            yield f"{report.key}: {why}"


def _with_key(key: str, reason: str) -> str:
    return reason if reason.startswith(key) else f"{key}: {reason}"


def part_sure(
    events: Iterable[CodedEvent], least: Confidence, world: World,
) -> tuple[tuple[CodedEvent, ...], tuple[CodedEvent, ...]]:
    """The events whose coding is at least so sure, and those that are less, both in their order."""
    kept: list[CodedEvent] = []
    rest: list[CodedEvent] = []
    for one in events:
        (kept if world.grading.is_at_least(one.event.confidence, least) else rest).append(one)
    return tuple(kept), tuple(rest)


def _code_story(members: tuple[Report, ...], desk: Desk) -> Iterator[CodedEvent]:
    members = grow_parties(sorted(members, key=report_order))
    happenings = read_happenings(members, desk.world)
    if not happenings:
        return
    copies = compare_copies(reports=members, world=desk.world)
    renderings = compare_renderings(reports=members, world=desk.world)
    claims = compare_claims(reports=members, syndications=copies, renderings=renderings, world=desk.world)
    standing = _claims_of_events(claims)
    named = {event_id: frozenset(claim.id for claim in found) for event_id, found in standing.items()}
    for group in group_happenings(happenings, named):
        yield _coded(group, members, standing)


def _claims_of_events(claims: Iterable[Claim]) -> dict[str, list[Claim]]:
    found: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        for member in claim.members:
            found[member].append(claim)
    return found


def _coded(
    group: Sequence[tuple[Happening, str]], members: tuple[Report, ...], standing: dict[str, list[Claim]],
) -> CodedEvent:
    """One event, coded from its fullest telling; ids follow the earliest, so that later articles change none."""
    best = max(group, key=lambda pair: _fullness(pair[0]))
    ordered = [best, *(pair for pair in group if pair is not best)]
    mentions = tuple(_mention(one) for one, _ in ordered)
    claims = [claim for one, _ in ordered for claim in standing.get(one.event.id, ())]
    articles = {mention.article_id for mention in mentions}
    return CodedEvent(
        id=derive_id("coded", group[0][0].event.id), story_id=find_story_id(members), story=find_title(members),
        mentions=mentions, outlets=tuple(sorted({one.outlet for one in mentions})),
        origins=tuple(sorted({origin for claim in claims for origin in claim.origins})),
        own_voice=tuple(sorted({one for claim in claims for one in claim.own_voice if one in articles})),
        why=tuple(why or best[1] for _, why in ordered[1:]),
    )


def _fullness(one: Happening) -> tuple[int, int]:
    """How much of an event is told: parties, day, place, numbers and mode; of two alike the one in the longer clause."""
    event = one.event
    told = len(event.actors) + len(event.recipients) + 2 * bool(event.date) + 2 * bool(event.place) + bool(event.modes)
    known = sum(participant.entity_id is not None for participant in (*event.actors, *event.recipients))
    return told + known + bool(event.quantities), event.span.end - event.span.start


def _mention(one: Happening) -> EventMention:
    report, article = one.report, one.report.article
    assert article is not None
    headline, outlet = article.headline, outlet_of(report)
    return EventMention(
        key=report.key, page=report.page, article_id=article.id, created=article.created,
        outlet=outlet if outlet != report.page.id else f"unnamed ({report.key})",
        headline=report.page.text[headline.start : headline.end] if headline else None, sentence=one.sentence,
        event=one.event, speaker=_name_speaker(report, one.event.statement_id), is_lead=_is_lead(article, one.event),
    )


def _is_lead(article: Article, event: Event) -> bool:
    """Whether an event is told at the top of its article: up to the end of the first paragraph."""
    first = next((block.span.end for block in article.blocks if block.role == "paragraph"), 0)
    return event.trigger.start < first


def _name_speaker(report: Report, statement_id: str | None) -> str | None:
    """Who is named for it: the speaker of the statement it stands in, "unnamed" where that has none."""
    statement: Statement | None = next((one for one in report.statements if one.id == statement_id), None)
    if statement is None:
        return None
    speaker = statement.speaker
    entity = next((one for one in report.entities if speaker and one.id == speaker.entity_id), None)
    return entity.name if entity else (speaker.name if speaker else None) or "unnamed"
