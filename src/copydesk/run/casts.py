"""Who the stories in some reports speak of: entities joined across pages, and the joins that somebody may see otherwise."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from copydesk.compare import compare_stories
from copydesk.compare.identities import Identities, resolve_identities
from copydesk.lexicon.folding import name_sound
from copydesk.record import Appearance, CastMember, Entity, Merge, MergeBasis, Report, Role, StoryCast
from copydesk.run.desk import Desk
from copydesk.run.stories import find_title, is_comparable

_OF_SEVERAL = "surname of the last full name"  # the rule of mentions by which one of several bearers was taken
# Rules by which one page's words were taken for a person without a full name, and what they rest on.
_DOUBTED = {
    _OF_SEVERAL: "several persons of the page bear this surname; the one named last before it was taken",
    "surname of a holder": "the page gives no full name; a holder of a listed office bears this surname",
}

_LAST = ("place", "facility")  # kinds that stand after the others; the rest keep the order of their first mentions


def build_casts(reports: Iterable[Report], desk: Desk) -> tuple[StoryCast, ...]:
    """One cast a story, the largest first; articles that cannot be compared (another language) make one of their own each."""
    given = [report for report in reports if report.article]
    comparable = {report.article.id: report for report in given if report.article and is_comparable(report)}
    groups = compare_stories(reports=tuple(comparable.values()), world=desk.world)
    stories = [tuple(comparable[one] for one in group) for group in groups]
    stories += [(report,) for report in given if not is_comparable(report)]
    return tuple(_cast(members) for members in stories)


def _cast(reports: tuple[Report, ...]) -> StoryCast:
    identities = resolve_identities(reports)
    found: dict[str | None, list[Appearance]] = defaultdict(list)
    for report in reports:
        for appearance in list_appearances(report):
            found[identities.key_of(appearance.mention.entity_id)].append(appearance)
    unnamed = tuple(found.pop(None, ()))
    held = {key: _entities(key, reports, identities) for key in found if key is not None}
    members = tuple(sorted((_member(held[key], tuple(found[key])) for key in held), key=lambda one: one.entity.kind in _LAST))
    return StoryCast(
        title=find_title(reports), keys=tuple(dict.fromkeys(report.key for report in reports)), members=members,
        unnamed=unnamed, kept_apart=tuple(find_kept_apart([member.entity for member in members])),
    )


def list_appearances(report: Report) -> Iterator[Appearance]:
    """Every mention of a report with the page and article it stands in."""
    for mention in report.mentions if report.article else ():
        yield Appearance(
            key=report.key, page_id=report.page.id, article_id=report.article.id if report.article else "", mention=mention,
        )


def _entities(key: str, reports: Sequence[Report], identities: Identities) -> list[tuple[str, Entity]]:
    """The records that pages hold of one entity, each with the key of its report."""
    return [(r.key, entity) for r in reports for entity in r.entities if identities.key_of(entity.id) == key]


def _member(records: list[tuple[str, Entity]], appearances: tuple[Appearance, ...]) -> CastMember:
    entities = [entity for _, entity in records]
    fullest = max(entities, key=lambda one: (len(one.roles) + (one.country is not None), len(one.name), one.name))
    names = dict.fromkeys(name for one in entities for name in (one.name, *one.aliases))
    roles: dict[tuple[str, str | None], Role] = {}
    for role in (role for one in entities for role in one.roles):
        roles.setdefault((role.office.lower(), role.organisation), role)
    entity = Entity(
        id=fullest.id, kind=fullest.kind, name=fullest.name, roles=tuple(roles.values()),
        aliases=tuple(name for name in names if name != fullest.name),
        country=next((one.country for one in (fullest, *entities) if one.country), None),
        sector=next((one.sector for one in (fullest, *entities) if one.sector), None),
    )
    return CastMember(
        entity=entity, entity_ids=tuple(dict.fromkeys(one.id for one in entities)), appearances=appearances,
        merges=(*_joined(fullest, records), *_within_articles(entity, appearances)),
    )


def _joined(fullest: Entity, records: list[tuple[str, Entity]]) -> Iterator[Merge]:
    """What joined the records of other pages to the fullest one, once for each id and each other country."""
    told = set()
    for key, other in records:
        clash = bool(other.country and fullest.country and other.country != fullest.country)
        if (other.id == fullest.id and not clash) or (other.id, clash) in told:
            continue
        told.add((other.id, clash))
        by_surname = other.kind == "person" and " " not in other.name
        basis: MergeBasis = "one id" if other.id == fullest.id else "surname" if by_surname else "name"
        why = "only one person of the story bears it" if basis == "surname" else "the names are one"
        why += f", though of {other.country} there and of {fullest.country} elsewhere" if clash else ""
        yield Merge(
            names=(fullest.name, other.name), entity_ids=(fullest.id, other.id), basis=basis, why=why, key=key,
            contested=clash or basis == "surname",
        )


def _within_articles(entity: Entity, appearances: Iterable[Appearance]) -> Iterator[Merge]:
    for one in appearances:
        rule = next((step.rule for step in one.mention.trace if step.rule in _DOUBTED), None)
        if rule:
            yield Merge(
                names=(entity.name,), entity_ids=(entity.id,), basis="in the article", contested=rule == _OF_SEVERAL,
                why=_DOUBTED[rule], key=one.key, where=one,
            )


def find_kept_apart(entities: Iterable[Entity]) -> Iterator[Merge]:
    """Persons whose surnames sound alike and whose given names begin alike, but who were not taken for one."""
    persons = [one for one in entities if one.kind == "person" and " " in one.name]
    for left, right in combinations(persons, 2):
        first, second = left.name.split(), right.name.split()
        if name_sound(first[-1]) == name_sound(second[-1]) and name_sound(first[0])[:1] == name_sound(second[0])[:1]:
            yield Merge(
                names=(left.name, right.name), entity_ids=(left.id, right.id), basis="kept apart", contested=True,
                why="the surnames sound alike and the given names begin alike",
            )
