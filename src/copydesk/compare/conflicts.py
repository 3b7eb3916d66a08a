"""Where claims do not go together, of what kind, and how each difference is to be read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from copydesk.compare.alignment import Pair, count_fits, pair_units
from copydesk.compare.numbers import Count, Fit
from copydesk.compare.units import Unit, read_units
from copydesk.lexicon import World
from copydesk.record import Claim, Contradiction, Report
from copydesk.record.story import ConflictReading


def compare_conflicts(*, claims: Sequence[Claim], reports: Sequence[Report], world: World) -> tuple[Contradiction, ...]:
    """Typed differences between claims, or inside one, each once, in a fixed order.

    claim_ids: the earlier or replaced claim first. Counts clash where their intervals do not meet (numbers.py); a later,
    higher count of something that only grows is an update, a later one with words of correction a revision.
    """
    units = read_units(reports, world)
    homes = {(one.page_id, one.start, one.end): claim for claim in claims for one in claim.evidence}
    found = [
        *_count_conflicts(units, pair_units(units, world), homes, world),
        *_polarity_conflicts(claims),
    ]
    unique = {(one.kind, frozenset(one.claim_ids), frozenset((one.left, one.right))): one for one in found}
    values = {(one.kind, one.left.lower(), one.right.lower()): one for one in reversed(list(unique.values()))}
    return tuple(sorted(values.values(), key=lambda one: (one.kind, one.reading, one.left, one.right, one.claim_ids)))


def _home(unit: Unit, homes: dict[tuple[str, int, int], Claim]) -> Claim | None:
    return homes.get((unit.report.page.id, unit.span.start, unit.span.end))


def _count_conflicts(
    units: Sequence[Unit], pairs: Sequence[Pair], homes: dict[tuple[str, int, int], Claim], world: World,
) -> Iterator[Contradiction]:
    for pair in pairs:
        earlier, later = sorted((units[pair.first], units[pair.second]), key=lambda unit: (unit.created or "", unit.id))
        left, right = _home(earlier, homes), _home(later, homes)
        if left is None or right is None or earlier.report.page.id == later.report.page.id:
            continue
        for count, against, fit in count_fits(earlier, later, world):
            if fit == "same":
                continue
            reading, reason = read_difference(count, against, fit, earlier, later, world)
            yield Contradiction(
                claim_ids=tuple(dict.fromkeys((left.id, right.id))), kind="number", reading=reading,
                left=count.words, right=against.words, reason=reason,
            )


def read_difference(
    count: Count, against: Count, fit: Fit, earlier: Unit, later: Unit, world: World,
) -> tuple[ConflictReading, str]:
    """How two counts of one measure go together, and the rule that decided. `earlier` is not after `later`."""
    if fit == "bound":
        return "bound", f"both can be true: {count.words} leaves room for {against.words}"
    is_later = bool(earlier.created and later.created and earlier.created[:10] < later.created[:10])
    words = later.report.page.text[later.span.start : later.span.end]
    if world.wording.find_signal("revision", words):
        return "revision", f"the later page uses words of correction for {against.words}"
    if world.wording.find_signal("revision", earlier.text) and not is_later:
        return "revision", f"one page uses words of correction for {count.words}"
    grows = world.wording.find_signal("monotone", words) is not None
    if is_later and against.low > count.high and grows:
        return "update", f"a later day and a count that grows as news comes in: {count.words}, then {against.words}"
    if against.low > count.high and world.wording.find_signal("growth", words):
        return "update", f"the page says that the count moved on to {against.words}"
    return "conflict", f"no value fits both {count.words} and {against.words}, and nothing says that one replaced the other"


def _polarity_conflicts(claims: Sequence[Claim]) -> Iterator[Contradiction]:
    """A claim that some say and others deny, once each."""
    for claim in claims:
        said = [one for one in claim.stances if one.stance in ("asserts", "relays")]
        denied = [one for one in claim.stances if one.stance == "denies"]
        if said and denied:
            left, right = said[0], denied[0]
            yield Contradiction(
                claim_ids=(claim.id,), kind="polarity", reading="conflict",
                left=" ".join(left.evidence.words.split()), right=" ".join(right.evidence.words.split()),
                reason=f"said by {left.origin or 'a page in its own voice'}, denied by {right.origin or 'another'}",
            )
