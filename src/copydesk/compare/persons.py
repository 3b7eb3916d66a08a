"""Persons whom pages name differently: a surname alone, and two spellings of one name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from copydesk.compare.unions import Unions
from copydesk.lexicon.folding import fold_name, name_sound
from copydesk.record import Entity, Report


@dataclass(slots=True)
class _Bearers:
    """Who bears a surname. full: ids of full names; alone: ids of the surname by itself; apart: of those, whom a page tells
    from a full-named bearer; offices: the offices of each, small letters."""

    full: set[str] = field(default_factory=set)
    alone: set[str] = field(default_factory=set)
    apart: set[str] = field(default_factory=set)
    offices: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))


def find_person_pairs(reports: Sequence[Report], joined: Unions) -> Iterator[tuple[str, str]]:
    """Pairs of ids that are one person, as far as surname and office tell. joined: what is one by its name already."""
    names = {entity.id: entity.name for report in reports for entity in report.entities}
    for bearers in _find_bearers(reports).values():
        people: dict[str, set[str]] = defaultdict(set)
        for one in bearers.full:
            people[joined.top(one)].add(one)
        spelled = list(_same_spellings(people, bearers, names))
        yield from spelled
        together = Unions(people)
        for one, other in spelled:
            together.join(joined.top(one), joined.top(other))
        groups = [set().union(*(people[top] for top in group)) for group in together.sets()] if people else []
        for lone in sorted(bearers.alone):
            found = _whose(lone, groups, bearers)
            if found:
                yield lone, min(found)


def fit_offices(left: Entity, right: Entity) -> bool:
    """Whether an office of both ends in the same word: "spokeswoman" and "coastguard spokeswoman"."""
    return bool(_heads(role.office.lower() for role in left.roles) & _heads(role.office.lower() for role in right.roles))


def sounds_alike(left: str, right: str) -> bool:
    """Whether two full names may be spellings of one: surnames of one sound, given names of one first letter."""
    first, second = fold_name(left).split(), fold_name(right).split()
    return len(first) > 1 < len(second) and name_sound(first[-1]) == name_sound(second[-1]) and first[0][0] == second[0][0]


def _find_bearers(reports: Sequence[Report]) -> dict[str, _Bearers]:
    found: dict[str, _Bearers] = defaultdict(_Bearers)
    for report in reports:
        here: dict[str, set[str]] = defaultdict(set)
        persons = [entity for entity in report.entities if entity.kind == "person" and entity.name.split()]
        for entity in persons:
            words = entity.name.split()
            bearers = found[name_sound(words[-1])]
            (bearers.full if len(words) > 1 else bearers.alone).add(entity.id)
            bearers.offices[entity.id] |= {role.office.lower() for role in entity.roles}
            if len(words) > 1:
                here[name_sound(words[-1])].add(entity.id)
        for entity in persons:
            if " " not in entity.name and here.get(name_sound(entity.name)):
                found[name_sound(entity.name)].apart.add(entity.id)
    return found


def _same_spellings(
    people: dict[str, set[str]], bearers: _Bearers, names: dict[str, str],
) -> Iterator[tuple[str, str]]:
    """Full names that sound alike, where an office is the same."""
    for left, right in combinations(sorted(people), 2):
        one, other = min(people[left]), min(people[right])
        shared = _offices(people[left], bearers) & _offices(people[right], bearers)
        if shared and sounds_alike(names[one], names[other]):
            yield one, other


def _whose(lone: str, groups: Sequence[set[str]], bearers: _Bearers) -> set[str] | None:
    """The one of several persons whom a surname alone means: by office, else the only one; None where nothing tells."""
    heads = _heads(bearers.offices[lone])
    fitting = [group for group in groups if heads & _heads(_offices(group, bearers))]
    if len(fitting) == 1:
        return fitting[0]
    return groups[0] if len(groups) == 1 and lone not in bearers.apart else None


def _offices(ids: set[str], bearers: _Bearers) -> set[str]:
    return {office for one in ids for office in bearers.offices[one]}


def _heads(offices: Iterable[str]) -> set[str]:
    return {office.split()[-1] for office in offices if office.split()}
