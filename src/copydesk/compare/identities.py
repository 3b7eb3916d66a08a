"""Who is who across articles: the same person or body under one key, whichever page names it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from copydesk.compare.persons import find_person_pairs
from copydesk.compare.unions import Unions
from copydesk.record import Entity, Report

_SMALL = frozenset({"the", "of", "and", "for", "a", "in", "to", "from", "by", "on", "at", "its", "'s", "s"})
_SPELLINGS = {"defence": "defense", "labour": "labor", "centre": "center"}


@dataclass(slots=True)
class Identities:
    """Keys of entities. `keys` maps an entity id to its key; `named` a key to its fullest entity."""

    keys: dict[str, str] = field(default_factory=dict)
    named: dict[str, Entity] = field(default_factory=dict)

    def key_of(self, entity_id: str | None) -> str | None:
        """The key of an entity id, None for None."""
        return None if entity_id is None else self.keys.get(entity_id, entity_id)

    def entity_of(self, entity_id: str | None) -> Entity | None:
        """The fullest entity known under this id, None where the id is unknown."""
        key = self.key_of(entity_id)
        return None if key is None else self.named.get(key)


def resolve_identities(reports: Iterable[Report]) -> Identities:
    """Join entities of several reports that have one id, one full name of one kind, or a surname only one bearer has.

    Of several bearers, a surname goes to the one whose office is the same; two spellings of one name go together where
    the office is the same. Never joins by a bare given name, nor two kinds, nor a surname with a bearer whom its own page
    tells from it; the order of reports does not matter.
    """
    given = tuple(reports)
    entities = {entity.id: entity for report in given for entity in report.entities}
    by_name: dict[tuple[str, str], set[str]] = defaultdict(set)
    for entity in entities.values():
        for name in (entity.name, *entity.aliases):
            if len(plain_name(name)) > 1 and _is_telling(entity, name):
                by_name[_kind(entity), plain_name(name)].add(entity.id)
    joined = Unions(entities)
    for ids in by_name.values():
        first, *others = sorted(ids)
        for other in others:
            joined.join(first, other)
    for one, other in find_person_pairs(given, joined):
        joined.join(one, other)
    return _identities(entities, joined)


def plain_name(name: str) -> str:
    """A name for matching: lower case, no possessive, no small words, one spelling ("Ministry of Defence" and its like)."""
    words = name.lower().replace("’", "'").replace("'s", "").replace(".", "").replace("-", " ").split()
    return " ".join(sorted(_SPELLINGS.get(word, word) for word in words if word not in _SMALL))


def _is_telling(entity: Entity, name: str) -> bool:
    return entity.kind != "person" or " " in name.strip()


def _kind(entity: Entity) -> str:
    """States, places and organisations may share a name without being one: kind tells them apart."""
    return {"armed_group": "organisation", "group": "organisation"}.get(entity.kind, entity.kind)


def _identities(entities: dict[str, Entity], joined: Unions) -> Identities:
    result = Identities()
    for one in sorted(entities):
        key = joined.top(one)
        result.keys[one] = key
        known = result.named.get(key)
        if known is None or _fullness(entities[one]) > _fullness(known):
            result.named[key] = entities[one]
    return result


def _fullness(entity: Entity) -> tuple[int, int, str]:
    return (len(entity.roles) + (entity.country is not None), len(entity.name), entity.name)
