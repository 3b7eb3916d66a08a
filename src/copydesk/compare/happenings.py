"""Which coded events of several articles are one event: the same act, sides, day and place as far as they are told."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from copydesk.compare.identities import Identities, resolve_identities
from copydesk.compare.passages import NARRATIVE, find_passages, overlaps
from copydesk.lexicon import World
from copydesk.lexicon.calendar import day_of
from copydesk.record import Event, Participant, Place, Report, Span

FRESH = timedelta(days=3)  # undated news of the day may lie this long before its article
ALIKE = 0.5  # share of content words of the shorter sentence from which on two sentences tell one thing
_ARMED = frozenset({"MIL", "COP", "GOV"})  # sectors that act for their state
_POINTS = frozenset({"city", "district", "facility"})  # levels at which two places are two


@dataclass(frozen=True, slots=True)
class Happening:
    """One event where one article tells it. sentence: the sentence around its trigger; words: its content keys."""

    report: Report
    event: Event
    sentence: Span
    words: frozenset[str]
    trigger: str


def read_happenings(reports: Iterable[Report], world: World) -> tuple[Happening, ...]:
    """Every coded event of the reports, by creation time of its article, then page and place."""
    found = [one for report in reports for one in _of_report(report, world)]
    return tuple(sorted(found, key=_order))


def _of_report(report: Report, world: World) -> Iterator[Happening]:
    passages = find_passages(report, NARRATIVE)
    text = report.page.text
    for event in report.events:
        sentence = next((one.span for one in passages if overlaps(one.span, event.trigger)), event.span)
        words = world.wording.find_keys(text[sentence.start : sentence.end])
        trigger = world.wording.key_of(text[event.trigger.start : event.trigger.end])
        yield Happening(report=report, event=event, sentence=sentence, words=frozenset(words), trigger=trigger)


def _order(one: Happening) -> tuple[str, bool, str, Span, str]:
    article = one.report.article
    created = (article.created if article else None) or "~"
    return created, bool(article and article.is_card), one.report.page.id, one.event.trigger, one.event.category


def group_happenings(
    happenings: Sequence[Happening], claims: Mapping[str, frozenset[str]],
) -> tuple[tuple[tuple[Happening, str], ...], ...]:
    """Happenings that are one event, each with why it joined (the first with ""), in order of their first.

    claims: event id -> ids of the claims it stands under. Nothing that contradicts a member joins its group.
    """
    identities = resolve_identities({one.report.key: one.report for one in happenings}.values())
    groups: list[dict[int, str]] = []  # index of each member -> why it joined
    homes: dict[tuple[str, str], list[dict[int, str]]] = defaultdict(list)
    for index, one in enumerate(happenings):
        kind = (one.event.category, one.event.status)
        found = next(filter(None, (_join(index, group, happenings, identities, claims) for group in homes[kind])), None)
        if found is None:
            group = {index: ""}
            groups.append(group)
            homes[kind].append(group)
        else:
            found[0][index] = found[1]
    return tuple(tuple((happenings[index], why) for index, why in group.items()) for group in groups)


def _join(
    index: int, group: dict[int, str], happenings: Sequence[Happening], identities: Identities,
    claims: Mapping[str, frozenset[str]],
) -> tuple[dict[int, str], str] | None:
    """The group with what joins a happening to it; None where nothing does or a member contradicts it."""
    one = happenings[index]
    if not all(_may_be_one(happenings[member], one, identities) for member in group):
        return None
    why = next(filter(None, (_why_one(happenings[member], one, identities, claims) for member in group)), "")
    return (group, why) if why else None


def _may_be_one(one: Happening, other: Happening, identities: Identities) -> bool:
    """Whether nothing told of both contradicts: category, status, sides, days, places."""
    left, right = one.event, other.event
    if (left.category, left.status) != (right.category, right.status):
        return False
    if left.modes and right.modes and not set(left.modes) & set(right.modes):
        return False
    sides = ((left.actors, right.actors), (left.recipients, right.recipients))
    if any(_fit(mine, theirs, identities) is False for mine, theirs in sides):
        return False
    return _meet(one, other) and not _are_apart(left.place, right.place)


def _why_one(
    one: Happening, other: Happening, identities: Identities, claims: Mapping[str, frozenset[str]],
) -> str:
    """What makes two happenings that do not contradict each other one event, for a reader; "" where nothing does."""
    if claims.get(one.event.id, frozenset()) & claims.get(other.event.id, frozenset()):
        return "one claim"
    shared = [name for name, holds in _shared(one.event, other.event, identities) if holds]
    alike = len(one.words & other.words) / max(1, min(len(one.words), len(other.words)))
    one_act = one.trigger == other.trigger or bool(set(one.event.modes) & set(other.event.modes))
    if len(shared) >= (2 if one_act else 3) or (one_act and shared and alike >= ALIKE):
        return ", ".join(f"same {name}" for name in [*shared, *(["words"] if alike >= ALIKE else [])])
    return ""


def _shared(left: Event, right: Event, identities: Identities) -> Iterator[tuple[str, bool]]:
    """The slots, and whether both tell the same in them."""
    yield "actor", _fit(left.actors, right.actors, identities) is True
    yield "recipient", _fit(left.recipients, right.recipients, identities) is True
    yield "day", bool(left.date and right.date and left.date.begin and right.date.begin)
    yield "place", bool(left.place and right.place and left.place.level == right.place.level)


def _fit(mine: Sequence[Participant], theirs: Sequence[Participant], identities: Identities) -> bool | None:
    """Whether one side is the other; None where nothing can be compared, as the town hit and the workers hit there.

    Of several parties all of the shorter list are in the longer.
    """
    few, many = sorted((mine, theirs), key=len)
    told = [_best([_is_same(one, other, identities) for other in many]) for one in few]
    known = [one for one in told if one is not None]
    return all(known) if known else None


def _best(answers: Sequence[bool | None]) -> bool | None:
    return True if True in answers else None if None in answers or not answers else False


def _is_same(one: Participant, other: Participant, identities: Identities) -> bool | None:
    """Whether two participants are one, or one stands for the state of the other; None where their words do not tell."""
    left, right = identities.key_of(one.entity_id), identities.key_of(other.entity_id)
    if left is not None and left == right:
        return True
    if one.country and other.country and one.country != other.country:
        return False
    stands = _stands_for_state(one, identities) or _stands_for_state(other, identities)
    if one.country and other.country and stands:
        return True
    if one.sectors and other.sectors and one.sectors[0] != other.sectors[0]:
        return False
    if left is None or right is None:  # a mere description fits whoever is of its kind
        return True if one.sectors and other.sectors else None
    return None if _is_place(one, identities) is not _is_place(other, identities) else False


def _is_place(one: Participant, identities: Identities) -> bool:
    entity = identities.entity_of(one.entity_id)
    return entity is not None and entity.kind in ("place", "facility")


def _stands_for_state(one: Participant, identities: Identities) -> bool:
    entity = identities.entity_of(one.entity_id)
    return (entity is None or entity.kind in ("state", "place")) and (not one.sectors or one.sectors[0] in _ARMED)


def _meet(one: Happening, other: Happening) -> bool:
    """Whether the days of two happenings can be one: their own dates, else the days up to their articles."""
    left, right = _days(one), _days(other)
    return left is None or right is None or (left[0] <= right[1] and right[0] <= left[1])


def _days(one: Happening) -> tuple[str, str] | None:
    date, article = one.event.date, one.report.article
    if date is not None and date.begin and date.end:
        return date.begin[:10], date.end[:10]
    created = day_of(article.created) if article and article.created else None
    if created is None or one.event.status in ("planned", "conditional"):
        return None
    return (created - FRESH).isoformat(), created.isoformat()


def _are_apart(left: Place | None, right: Place | None) -> bool:
    """Whether two places cannot be one: other countries, or two entries of a town's level or below."""
    if left is None or right is None:
        return False
    if left.country and right.country and left.country != right.country:
        return True
    both_points = left.level in _POINTS and right.level in _POINTS
    return both_points and left.gazetteer_id is not None and left.gazetteer_id != right.gazetteer_id
