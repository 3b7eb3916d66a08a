"""Where claims do not go together, of what kind, and how each difference is to be read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from copydesk.compare.agreeing import says_so_too
from copydesk.compare.alignment import Pair, count_fits, pair_units
from copydesk.compare.chains import find_chained
from copydesk.compare.localities import is_elsewhere
from copydesk.compare.numbers import Count, Fit, compare_counts
from copydesk.compare.positions import find_mirrored, find_opposed, find_rebuffed
from copydesk.compare.renderings import find_speaker_clashes
from copydesk.compare.units import Unit, read_units
from copydesk.compare.voices import COUNTED, is_same_root
from copydesk.compare.wordings import find_wording_clashes
from copydesk.lexicon import World
from copydesk.record import Claim, Contradiction, Report, Statement
from copydesk.record.story import ConflictKind, ConflictReading

_VOTES = ("favouring", "opposing")
_REASONS = {
    "place": "the same is told of two places, neither of which lies in the other",
    "time": "the same is told of two days that do not meet",
}


def compare_conflicts(*, claims: Sequence[Claim], reports: Sequence[Report], world: World) -> tuple[Contradiction, ...]:
    """Typed differences between claims, or inside one, each once, in a fixed order.

    claim_ids: the earlier or replaced claim first. Counts clash where their intervals do not meet (numbers.py); a later,
    higher count of something that only grows is an update, a later one with words of correction a revision.
    """
    units = read_units(reports, world)
    return find_conflicts(units, pair_units(units), claims=claims, reports=reports, world=world)


def find_conflicts(
    units: Sequence[Unit], pairs: Sequence[Pair], *, claims: Sequence[Claim], reports: Sequence[Report], world: World,
) -> tuple[Contradiction, ...]:
    """The same, for units that are already read and paired."""
    homes = _Homes(claims)
    found = [
        *_count_conflicts(units, pairs, homes, world), *_chain_conflicts(units, homes, world),
        *_slot_conflicts(units, pairs, homes, world),
        *(positions := tuple(_position_conflicts(units, homes, world))),
        *_polarity_conflicts(claims, reports, world, {one.claim_ids for one in positions}),
        *_rebuffs(units, homes, world), *_speaker_conflicts(reports, homes, world),
        *_wording_conflicts(reports, homes, world),
    ]
    unique = {(one.kind, frozenset((one.left.lower(), one.right.lower()))): one for one in sorted(found, key=_order)}
    return tuple(unique.values())


def _order(one: Contradiction) -> tuple[str, str, str, str, tuple[str, ...]]:
    return (one.kind, one.reading, one.left, one.right, one.claim_ids)


@dataclass(frozen=True, slots=True, init=False)
class _Homes:
    """Which claim holds a stretch of a page, and which a statement."""

    by_place: dict[tuple[str, int, int], Claim]
    by_member: dict[str, Claim]

    def __init__(self, claims: Sequence[Claim]) -> None:
        object.__setattr__(self, "by_place", {(e.page_id, e.start, e.end): c for c in claims for e in c.evidence})
        object.__setattr__(self, "by_member", {member: c for c in claims for member in c.members})

    def of_unit(self, unit: Unit) -> Claim | None:
        return self.by_place.get((unit.report.page.id, unit.span.start, unit.span.end))


def _contradict(
    claims: Sequence[Claim], kind: ConflictKind, reading: ConflictReading, words: tuple[str, str], reason: str,
) -> Contradiction:
    ids = tuple(dict.fromkeys(claim.id for claim in claims))
    return Contradiction(claim_ids=ids, kind=kind, reading=reading, left=words[0], right=words[1], reason=reason)


def _count_conflicts(
    units: Sequence[Unit], pairs: Sequence[Pair], homes: _Homes, world: World,
) -> Iterator[Contradiction]:
    for pair in pairs:
        earlier, later = sorted((units[pair.first], units[pair.second]), key=lambda unit: (unit.day or "", unit.id))
        left, right = homes.of_unit(earlier), homes.of_unit(later)
        is_running = pair.bar == "time" and "running" in (earlier.tally, later.tally)  # counted "by Monday"
        if left is None or right is None or _is_of_one_root(earlier, later):
            continue
        if pair.bar in ("place", "time") and not is_running:
            continue
        if _is_forecast(earlier, world) != _is_forecast(later, world) or _is_other_vote(earlier, later, world):
            continue
        for count, against, fit in count_fits(earlier, later):
            if fit != "same":
                reading, reason = read_difference((count, against), fit, earlier, later, world)
                yield _contradict((left, right), "number", reading, (count.words, against.words), reason)


def _is_forecast(unit: Unit, world: World) -> bool:
    return unit.modality == "planned" or world.wording.find_signal("forecast", unit.text) is not None


def _is_other_vote(one: Unit, other: Unit, world: World) -> bool:
    """Whether one counts those for a thing and the other those against it."""
    texts = [[unit.text for unit in (one, other) if world.wording.find_signal(kind, unit.text)] for kind in _VOTES]
    return all(len(found) == 1 for found in texts) and texts[0] != texts[1]


def _chain_conflicts(units: Sequence[Unit], homes: _Homes, world: World) -> Iterator[Contradiction]:
    """Counts of one measure whose sentences share no wording: totals that moved on, and two answers in a row on one page."""
    for earlier, count, later, against in find_chained(units, world):
        left, right = homes.of_unit(earlier), homes.of_unit(later)
        fit = compare_counts(count, against)
        if left and right and fit is not None and fit != "same":
            reading, reason = read_difference((count, against), fit, earlier, later, world)
            yield _contradict((left, right), "number", reading, (count.words, against.words), reason)


def _is_of_one_root(one: Unit, other: Unit) -> bool:
    """Whether two units of one page come from one voice: such a difference is no dispute."""
    if one.report.page.id != other.report.page.id:
        return False
    return not {one.voice.kind, other.voice.kind} <= COUNTED or is_same_root(one.voice, other.voice)


def read_difference(
    counts: tuple[Count, Count], fit: Fit, earlier: Unit, later: Unit, world: World,
) -> tuple[ConflictReading, str]:
    """How two counts of one measure go together, and the rule that decided. `earlier` is not after `later`."""
    count, against = counts
    is_later = bool(earlier.day and later.day and earlier.day < later.day)
    is_revised = world.wording.find_signal("revision", later.text) is not None
    has_grown = against.low > (count.low if is_later else count.high)
    if has_grown and not is_revised and world.wording.find_signal("growth", later.text):
        return "update", f"the page says that the count moved on to {against.words}"
    if fit == "bound":
        return "bound", f"both can be true: {count.words} leaves room for {against.words}"
    if is_revised:
        return "revision", f"the later page uses words of correction for {against.words}"
    if not is_later and world.wording.find_signal("revision", earlier.text):
        return "revision", f"one page uses words of correction for {count.words}"
    grows = world.wording.find_signal("monotone", later.text) is not None
    if is_later and against.low > count.high and grows:
        return "update", f"a later day and a count that grows as news comes in: {count.words}, then {against.words}"
    return "conflict", f"no value fits both {count.words} and {against.words}, and nothing says one replaced the other"


def _slot_conflicts(
    units: Sequence[Unit], pairs: Sequence[Pair], homes: _Homes, world: World,
) -> Iterator[Contradiction]:
    """The same thing told of two places or two days that do not meet."""
    for pair in pairs:
        one, other = sorted((units[pair.first], units[pair.second]), key=lambda unit: (unit.day or "", unit.id))
        left, right = homes.of_unit(one), homes.of_unit(other)
        if pair.bar not in ("place", "time") or not left or not right or one.report.page.id == other.report.page.id:
            continue
        if _is_other_happening(one, other, pair.bar, world):
            continue
        is_later = bool(one.day and other.day and one.day < other.day)
        if is_later and world.wording.find_signal("extended", other.text):
            reason = "a later page says that it was moved"
            yield _contradict((left, right), pair.bar, "update", (one.text, other.text), reason)
        else:
            yield _contradict((left, right), pair.bar, "conflict", (one.text, other.text), _REASONS[pair.bar])


def _is_other_happening(one: Unit, other: Unit, bar: str, world: World) -> bool:
    """Whether two units differ in more than the one slot (counts as well), or the day of one is that of its telling."""
    if any(fit == "clash" for _, _, fit in count_fits(one, other)):
        return True
    if bar == "place":
        return False
    texts = one.text, other.text
    return any(world.wording.find_signal(kind, text) for kind in ("revision", "growth", "running") for text in texts) or (
        is_elsewhere(one.places, other.places)
    )


def _polarity_conflicts(
    claims: Sequence[Claim], reports: Sequence[Report], world: World, opposed: set[tuple[str, ...]],
) -> Iterator[Contradiction]:
    """A claim that some say and others deny, once each; who denies his own words in other words contradicts nothing.

    opposed: claims already told as opposed positions.
    Nor do two that both say it is not so, one with "not" and one with "ruled out".
    """
    for claim in claims:
        if (claim.id,) in opposed:
            continue
        said = [one for one in claim.stances if one.stance in ("asserts", "relays")]
        denied = [one for one in claim.stances if one.stance == "denies"]
        pairs = ((one, other) for one in said for other in denied if one.origin is None or one.origin != other.origin)
        pairs = (pair for pair in pairs if not says_so_too(pair[0].evidence, pair[1].evidence, reports, world))
        found = next(pairs, None)
        if found:
            left, right = found
            words = " ".join(left.evidence.words.split()), " ".join(right.evidence.words.split())
            reason = f"said by {left.origin or 'a page in its own voice'}, denied by {right.origin or 'another'}"
            yield _contradict((claim,), "polarity", "conflict", words, reason)


def _position_conflicts(units: Sequence[Unit], homes: _Homes, world: World) -> Iterator[Contradiction]:
    seen: set[frozenset[str]] = set()
    for one, other, reason in (*find_opposed(units, world), *find_mirrored(units, world)):
        left, right = homes.of_unit(one), homes.of_unit(other)
        if left and right and frozenset((left.id, right.id)) not in seen:
            seen.add(frozenset((left.id, right.id)))
            yield _contradict((left, right), "position", "opposed_positions", (one.text, other.text), reason)


def _rebuffs(units: Sequence[Unit], homes: _Homes, world: World) -> Iterator[Contradiction]:
    """What one says of another, who denies it and names him, where the two stand under different claims."""
    for said, denial, reason in find_rebuffed(units, world):
        left, right = homes.of_unit(said), homes.of_unit(denial)
        if left and right and left.id != right.id:
            yield _contradict((left, right), "polarity", "conflict", (said.text, denial.text), reason)


def _wording_conflicts(reports: Sequence[Report], homes: _Homes, world: World) -> Iterator[Contradiction]:
    """One utterance in words that do not mean the same."""
    for (_, one, words), (_, other, others), reason in find_wording_clashes(reports, world):
        claims = [claim for each in (one, other) if (claim := homes.by_member.get(each.id))]
        if claims:
            yield _contradict(claims, "wording", "conflict", (words, others), reason)


def _speaker_conflicts(reports: Sequence[Report], homes: _Homes, world: World) -> Iterator[Contradiction]:
    """One utterance given to two speakers."""
    pages = {report.page.id: report.page for report in reports}
    for (page_id, statement), (other_id, other) in find_speaker_clashes(reports, world):
        claims = [claim for one in (statement, other) if (claim := homes.by_member.get(one.id))]
        if claims:
            words = _attribution(pages[page_id].text, statement), _attribution(pages[other_id].text, other)
            yield _contradict(claims, "speaker", "conflict", words, "the same words are given to two speakers")


def _attribution(text: str, statement: Statement) -> str:
    speaker = statement.speaker
    if speaker is not None and speaker.name:
        return speaker.name
    return " ".join(text[speaker.span.start : speaker.span.end].split()) if speaker and speaker.span else "nobody named"
