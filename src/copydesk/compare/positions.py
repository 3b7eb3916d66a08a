"""Opposed positions: one side denies planning what another warns of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from copydesk.compare.units import Unit
from copydesk.compare.voices import COUNTED, is_same_root
from copydesk.lexicon import World

_ALARMS = frozenset({"warning", "accusation", "assessment"})


def find_opposed(units: Sequence[Unit], world: World) -> Iterator[tuple[Unit, Unit]]:
    """(denial, alarm): a statement that denies, and a warning, accusation or assessment of the same kind of act by another.

    Both must speak of one kind of act (a PLOVER category of a content word) and the alarm must name the side that denies,
    or both the same country or body.
    """
    alarms: dict[str, list[Unit]] = defaultdict(list)
    for unit in units:
        if unit.act in _ALARMS and not unit.negated and unit.voice.kind in COUNTED:
            for kind in find_kinds(unit, world):
                alarms[kind].append(unit)
    for denial in units:
        if not denial.negated or denial.act is None or denial.voice.kind not in COUNTED:
            continue
        found = {alarm.id: alarm for kind in find_kinds(denial, world) for alarm in alarms.get(kind, ())}
        for alarm_id in sorted(found):
            if not is_same_root(denial.voice, found[alarm_id].voice) and _is_aimed(found[alarm_id], denial):
                yield denial, found[alarm_id]


def find_kinds(unit: Unit, world: World) -> frozenset[str]:
    """PLOVER categories of the unit's events and of those of its content words that can name but one category."""
    words = (unit.report.page.text[unit.span.start : unit.span.end]).lower().split()
    named = {category for word in words for category in _only(world.plover.category_of_lemma(word.strip(".,;:\"'“”’")))}
    return unit.categories | named


def _only(categories: tuple[str, ...]) -> tuple[str, ...]:
    return categories if len(categories) == 1 else ()


def _is_aimed(alarm: Unit, denial: Unit) -> bool:
    """Whether the alarm speaks of the side that denies."""
    side = {denial.voice.country, denial.voice.key} - {None}
    return bool(side & (alarm.countries | alarm.parties | alarm.entities)) or bool(
        (denial.entities & alarm.entities) | (denial.words & alarm.names)
    )
