"""Records of entities joined across the pages of a story, what joined them, and how a person undoes a join."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from copydesk.compare.identities import Identities, plain_name, resolve_identities
from copydesk.compare.persons import fit_offices, sounds_alike
from copydesk.record import Appearance, CastMember, Entity, Merge, MergeBasis, Report, Role

_OF_SEVERAL = "surname of the last full name"  # the rule of mentions by which one of several bearers was taken
_CONTESTED = (_OF_SEVERAL, "lone surname of a holder")
# Rules by which one page's words were taken for a person without a full name, and what they rest on.
_DOUBTED = {
    _OF_SEVERAL: "several persons of the page bear this surname; the one named last before it was taken",
    "surname of a holder": "the page gives no full name; a holder of a listed office bears this surname",
    "lone surname of a holder": "the page gives no full name, state or office; a holder of a listed office bears this surname",
}


def join_members(reports: Sequence[Report]) -> tuple[tuple[CastMember, ...], tuple[Appearance, ...]]:
    """Each entity that the reports name, in the order of first mentions, and the mentions that name nobody."""
    identities = resolve_identities(reports)
    found: dict[str | None, list[Appearance]] = defaultdict(list)
    for report in reports:
        for appearance in list_appearances(report):
            found[identities.key_of(appearance.mention.entity_id)].append(appearance)
    unnamed = tuple(found.pop(None, ()))
    held = {key: _entities(key, reports, identities) for key in found if key is not None}
    pages = {report.key: report.page.text for report in reports}
    return tuple(_member(held[key], tuple(found[key]), pages) for key in held), unnamed


def find_contested(reports: Sequence[Report]) -> tuple[Merge, ...]:
    """What somebody may see otherwise among the joins of a story, and the persons kept apart though alike."""
    members, _ = join_members(reports)
    contested = (merge for member in members for merge in member.merges if merge.contested)
    return (*contested, *find_kept_apart([member.entity for member in members]))


def list_appearances(report: Report) -> Iterator[Appearance]:
    """Every mention of a report with the page and article it stands in."""
    for mention in report.mentions if report.article else ():
        yield Appearance(
            key=report.key, page_id=report.page.id, article_id=report.article.id if report.article else "", mention=mention,
        )


def _entities(key: str, reports: Sequence[Report], identities: Identities) -> list[tuple[str, Entity]]:
    """The records that pages hold of one entity, each with the key of its report."""
    return [(r.key, entity) for r in reports for entity in r.entities if identities.key_of(entity.id) == key]


def _member(
    records: list[tuple[str, Entity]], appearances: tuple[Appearance, ...], pages: Mapping[str, str],
) -> CastMember:
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
        merges=(*_joined(fullest, records), *_within_articles(entity, appearances, pages)),
    )


def _joined(fullest: Entity, records: list[tuple[str, Entity]]) -> Iterator[Merge]:
    """What joined the records of other pages to the fullest one, once for each id and each other country."""
    told = set()
    for key, other in records:
        clash = bool(other.country and fullest.country and other.country != fullest.country)
        if (other.id == fullest.id and not clash) or (other.id, clash) in told:
            continue
        told.add((other.id, clash))
        basis, why = _basis(fullest, other)
        why += f", though of {other.country} there and of {fullest.country} elsewhere" if clash else ""
        contested = clash or basis == "spelling" or (basis == "surname" and not fit_offices(fullest, other))
        yield Merge(
            names=(fullest.name, other.name), entity_ids=(fullest.id, other.id), basis=basis, why=why, key=key,
            contested=contested, undo=_row("apart", page=key, name=other.name) if contested else None,
        )


def _basis(fullest: Entity, other: Entity) -> tuple[MergeBasis, str]:
    """What made two records one, and that in words for a reader."""
    if other.id == fullest.id:
        return "one id", "the names are one"
    if other.kind == "person" and " " not in other.name:
        is_fit = fit_offices(fullest, other)
        return "surname", "surname and office fit" if is_fit else "only one person of the story bears it"
    if other.kind == "person" and sounds_alike(fullest.name, other.name) and plain_name(fullest.name) != plain_name(other.name):
        return "spelling", "the names sound alike and the office is the same"
    return "name", "the names are one"


def _within_articles(entity: Entity, appearances: Iterable[Appearance], pages: Mapping[str, str]) -> Iterator[Merge]:
    for one in appearances:
        rule = next((step.rule for step in one.mention.trace if step.rule in _DOUBTED), None)
        if rule:
            words = " ".join(pages[one.key][one.mention.span.start : one.mention.span.end].split())
            contested = rule in _CONTESTED
            yield Merge(
                names=(entity.name,), entity_ids=(entity.id,), basis="in the article", contested=contested,
                why=_DOUBTED[rule], key=one.key, where=one,
                undo=_row("who", page=one.key, words=words, name=entity.name) + "  # write who it is" if contested else None,
            )


def find_kept_apart(entities: Iterable[Entity]) -> Iterator[Merge]:
    """Persons whose surnames sound alike and whose given names begin alike, but who were not taken for one."""
    persons = [one for one in entities if one.kind == "person" and " " in one.name]
    for left, right in combinations(persons, 2):
        if sounds_alike(left.name, right.name):
            names = f"names = [{_quote(left.name)}, {_quote(right.name)}]"
            yield Merge(
                names=(left.name, right.name), entity_ids=(left.id, right.id), basis="kept apart", contested=True,
                why="the surnames sound alike and the given names begin alike", undo=f"[[same]]\n{names}",
            )


def _row(kind: str, **cells: str) -> str:
    """A row of a corrections file, in TOML."""
    return "\n".join([f"[[{kind}]]", *(f"{name} = {_quote(cell)}" for name, cell in cells.items())])


def _quote(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
