"""Opposed positions: one side denies planning what another warns of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from copydesk.compare.alignment import blames_other
from copydesk.compare.units import Unit
from copydesk.compare.voices import COUNTED, is_same_root
from copydesk.lexicon import World
from copydesk.lexicon.wording import stem_word

SHARED = 2  # content words that are no names, from which a denial and an alarm speak of one thing
_ALARMS = frozenset({"warning", "accusation", "assessment"})


def find_opposed(units: Sequence[Unit], world: World) -> Iterator[tuple[Unit, Unit, str]]:
    """(denial, alarm, reason): a statement that denies, and a warning, accusation or assessment of the same kind by another.

    Both must speak of one kind of act (a PLOVER category of a content word) and the alarm must name the side that denies,
    or both the same country or body.
    """
    alarms: dict[str, list[Unit]] = defaultdict(list)
    every: dict[str, Unit] = {}
    for unit in units:
        if unit.is_body and unit.act in _ALARMS and not unit.negated and unit.voice.kind in COUNTED:
            every[unit.id] = unit
            for kind in find_kinds(unit, world):
                alarms[kind].append(unit)
    for denial in units:
        if not denial.negated or denial.answers or denial.act is None or denial.voice.kind not in COUNTED:
            continue
        kinds = frozenset() if denial.is_negative else find_kinds(denial, world, loose=True)
        found = {alarm.id: alarm for kind in kinds for alarm in alarms.get(kind, ())}
        found |= {one.id: one for one in every.values() if len((one.words & denial.words) - one.names - denial.names) >= SHARED}
        for alarm_id in sorted(found):
            if not is_same_root(denial.voice, found[alarm_id].voice) and _is_aimed(found[alarm_id], denial):
                alarm = found[alarm_id]
                yield denial, alarm, f"{denial.voice.name} denies what {alarm.voice.name} warns of or alleges"


def find_rebuffed(units: Sequence[Unit], world: World) -> Iterator[tuple[Unit, Unit, str]]:
    """(said, denial, reason): somebody tells a thing of another by name, who denies it and names him ("he had paid her").

    Told from two ends the sentences need share but one word that is no name.
    """
    said = [unit for unit in units if unit.is_body and not unit.negated and unit.voice.kind in COUNTED]
    for denial in units:
        if denial.act != "denial" or denial.voice.kind not in COUNTED:
            continue
        for one in said:
            is_of_one_thing = bool((one.words & denial.words) - one.names - denial.names) and one.act not in _ALARMS
            is_answered = _is_spoken_of(denial, one) and _is_spoken_of(one, denial)
            if is_of_one_thing and is_answered and not is_same_root(one.voice, denial.voice):
                yield one, denial, f"said by {one.voice.name}, denied by {denial.voice.name}"


def _is_spoken_of(speaking: Unit, other: Unit) -> bool:
    """Whether another unit names the one who speaks, or describes him in the same two words or more."""
    described = frozenset(stem_word(word) for word in speaking.voice.name.split())
    return bool(_speaker_words(speaking) & other.names) or (len(described) > 1 and described <= other.words)


def _speaker_words(unit: Unit) -> frozenset[str]:
    """Stems of the name of the one who speaks; none for a description."""
    return frozenset(stem_word(word) for word in unit.voice.name.split()) if unit.voice.is_named else frozenset()


def find_mirrored(units: Sequence[Unit], world: World) -> Iterator[tuple[Unit, Unit, str]]:
    """(one, other, reason): two sides that each say the other did it ("their troops fired first").

    Both are quoted, each of a state whose own acts the other tells of, and the acts are of one hostile kind or wording.
    """
    blaming = [one for one in units if one.is_body and one.voice.kind in COUNTED and one.voice.country and not one.negated]
    for one, other in combinations(blaming, 2):
        if blames_other(one, other) and blames_other(other, one) and _tells_like_act(one, other, world):
            yield one, other, f"{one.voice.name} and {other.voice.name} each say that the other side did it"


def _tells_like_act(one: Unit, other: Unit, world: World) -> bool:
    """Whether two units tell of one hostile kind of act: of one category, or in a word that names one."""
    shared = (one.words - one.names) & (other.words - other.names)
    kinds = find_kinds(one, world) & find_kinds(other, world)
    named = {category for key in shared for category in _only(world.plover.category_of_lemma(key))}
    return any(world.plover.score(category, ()) < 0 for category in kinds | named)


def find_kinds(unit: Unit, world: World, *, loose: bool = False) -> frozenset[str]:
    """PLOVER categories of the unit's events and of those of its content words that can name but one category.

    loose: of words that can name several ("attack"), all: enough on one side where the other is definite.
    """
    words = (unit.report.page.text[unit.span.start : unit.span.end]).lower().split()
    found = (world.plover.category_of_lemma(word.strip(".,;:\"'“”’")) for word in words)
    named = {category for categories in found for category in (categories if loose else _only(categories))}
    return unit.categories | named


def _only(categories: tuple[str, ...]) -> tuple[str, ...]:
    return categories if len(categories) == 1 else ()


def _is_aimed(alarm: Unit, denial: Unit) -> bool:
    """Whether the alarm speaks of the side that denies."""
    side = {denial.voice.country, denial.voice.key} - {None}
    named = _speaker_words(denial)
    return bool(side & (alarm.countries | alarm.parties | alarm.entities)) or bool(named & alarm.names) or bool(
        (denial.entities & alarm.entities) | (denial.words & alarm.names)
    )
