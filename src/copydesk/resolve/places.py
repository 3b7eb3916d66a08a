"""Places of an article: found, resolved together, and recorded with both readings where a capital stands for a government."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from copydesk.lexicon import World
from copydesk.lexicon.gazetteer import PlaceRow
from copydesk.lexicon.regions import Region
from copydesk.lexicon.states import StateHit, plain_words
from copydesk.record import Article, Page, Place, PlaceLevel, Reading, Span, TraceStep
from copydesk.resolve.cast import STAGE, Cast, slug
from copydesk.resolve.organisations import stands_for_government
from copydesk.resolve.ranking import Choice, Setting, score_places, settle_by_nearness
from copydesk.resolve.spots import Spot
from copydesk.resolve.toponyms import Toponym, find_toponyms


BIG = 1_000_000  # people: a town of that size is meant even by a name that is only one of its others


def resolve_places(
    page: Page, article: Article, reading: Reading, spots: tuple[Spot, ...], cast: Cast,
) -> tuple[tuple[Place, ...], tuple[Spot, ...]]:
    """The places named, in page order, and the spots without those that turned out to be places.

    A place named without an entry keeps its words and the country of the area named after it; it has no coordinates.
    """
    toponyms = find_toponyms(page, reading, spots, cast.world)
    rows = locate(toponyms, cast.world, home=_home(article, cast.world))
    places, gone = [], set()
    for toponym, row in zip(toponyms, rows, strict=True):
        spot = toponym.spot
        government = _government(reading, spot, row, cast)
        places.append(_record(toponym, row, government))
        if spot is not None and toponym.rule == "name" and government is None and _is_plain_place(spot, row):
            _mention(toponym, spot, row, cast)
            gone.add(spot)
    return tuple(places), tuple(spot for spot in spots if spot not in gone)


def locate(toponyms: Sequence[Toponym], world: World, *, home: str | None = None) -> list[PlaceRow | None]:
    """The gazetteer's row for each toponym, None without an entry; one name means one place throughout an article."""
    names = list(dict.fromkeys(_key(toponym) for toponym in toponyms))
    setting = _setting(toponyms, world, home)
    choices: list[Sequence[Choice]] = []
    for name in names:
        mine = [toponym for toponym in toponyms if _key(toponym) == name]
        containers = [c for toponym in mine if toponym.container for c in find_containers(toponym.container, world)]
        choices.append(score_places(find_rows(mine[0], world), setting, containers, capital_of=_capital_of(mine[0])))
    settled = dict(zip(names, settle_by_nearness(choices), strict=True))
    return [settled[_key(toponym)] for toponym in toponyms]


def _capital_of(toponym: Toponym) -> str | None:
    known = toponym.spot.known if toponym.spot else None
    return known.country if isinstance(known, StateHit) and known.kind in ("capital", "metonym") else None


def _key(toponym: Toponym) -> str:
    return f"{plain_words(toponym.name)}/{toponym.rule == 'area after a town'}"


def find_rows(toponym: Toponym, world: World) -> Sequence[PlaceRow]:
    """Candidates: what the tables say of states, regions and short forms, else the gazetteer by name."""
    known = toponym.spot.known if toponym.spot else None
    if toponym.rule == "area after a town":
        area = world.area_abbreviations[toponym.name]
        return [row for row in world.places.find(area.area) if row.country == area.country and row.level != "admin2"][:1]
    name = plain_words(toponym.name)
    if isinstance(known, StateHit) and known.kind in ("name", "demonym"):
        state = world.states.by_code(known.country)
        country = [r for r in world.places.find(state.name if state else name) if r.level == "country"][:1]
        if known.kind == "demonym":
            return country
        namesakes = [row for row in world.places.find(name) if row.level != "country" and row.is_main]
        return [*country, *namesakes]
    if isinstance(known, Region) and (name in known.adjectives or known.level != "admin1"):
        return [row for row in world.places.find(known.name) if row.level == known.level][:1]
    rows = world.places.find(name) or _shorter(name, world)
    if isinstance(known, StateHit):  # a capital, or its seat of government: never the area around it
        rows = tuple(row for row in rows if row.country != known.country or row.level in ("city", "facility", "district"))
    return _without_areas_of_towns(rows)


def _without_areas_of_towns(rows: Sequence[PlaceRow]) -> Sequence[PlaceRow]:
    """Candidates without areas that are called after a town inside them: "New York" is the town unless said otherwise."""
    towns = {(row.country, row.admin1) for row in rows if row.level == "city" and (row.is_main or row.population > BIG)}
    return [row for row in rows if row.level not in ("admin1", "admin2") or (row.country, row.admin1) not in towns]


def _shorter(name: str, world: World) -> Sequence[PlaceRow]:
    """A name without the word for its kind: "Kherson region", "the city of Odesa", "downtown Cairo"."""
    words = name.split()
    for front in ("downtown", "central", "eastern", "western", "northern", "southern", "city of", "greater"):
        if name.lower().startswith(front + " "):
            return world.places.find(name[len(front) + 1 :])
    if len(words) > 1 and words[-1].lower() in ("region", "province", "oblast", "city", "state", "district", "area"):
        return world.places.find(" ".join(words[:-1]))
    return ()


def find_containers(name: str, world: World) -> list[tuple[str, str]]:
    """(country, first-level area or "") that a name after a comma may mean."""
    short = world.area_abbreviations.get(name)
    if short is not None:
        return [(short.country, short.area)]
    containers = [
        (row.country, row.admin1 or row.name) for row in world.places.find(plain_words(name))
        if row.level in ("admin1", "admin2")
    ]
    hit = world.states.find(name)
    return [*containers, (hit.country, "")] if hit and hit.kind == "name" else containers


def _setting(toponyms: Sequence[Toponym], world: World, home: str | None) -> Setting:
    countries: Counter[str] = Counter()
    areas: set[tuple[str, str]] = set()
    for toponym in toponyms:
        known = toponym.spot.known if toponym.spot else None
        if isinstance(known, StateHit):
            countries[known.country] += 1
        elif isinstance(known, Region) and known.country:
            countries[known.country] += 1
        for country, area in _areas_named(toponym, world):
            areas.add((country, area))
            countries[country] += 1
    return Setting(countries=countries, areas=frozenset(areas), home=home)


def _areas_named(toponym: Toponym, world: World) -> list[tuple[str, str]]:
    """First-level areas a toponym names without doubt: short forms after a comma, and areas nothing else is called like."""
    short = world.area_abbreviations.get(toponym.name) if toponym.rule == "area after a town" else None
    if short is not None:
        return [(short.country, short.area)]
    if toponym.rule != "name" or (toponym.spot and isinstance(toponym.spot.known, StateHit)):
        return []
    rows = _without_areas_of_towns(world.places.find(plain_words(toponym.name)))
    return [(rows[0].country, rows[0].name)] if rows and rows[0].level == "admin1" and rows[0].is_main else []


def _home(article: Article, world: World) -> str | None:
    outlet = world.outlets.find(article.outlet) if article.outlet else None
    return outlet.country if outlet else None


def _government(reading: Reading, spot: Spot | None, row: PlaceRow | None, cast: Cast) -> str | None:
    """Entity id of the government that a capital or a seat stands for here."""
    if spot is None or not isinstance(spot.known, StateHit) or spot.kind not in ("capital", "seat"):
        return None
    if spot.kind == "capital" and (row is None or row.country not in ("", spot.known.country)):
        return None
    stands = spot.kind == "seat" or stands_for_government(reading, spot, cast)
    return f"state:{spot.known.country}" if stands else None


def _is_plain_place(spot: Spot, row: PlaceRow | None) -> bool:
    """Whether a spot is mentioned as a place: not a state, unless the name turned out to be another place."""
    if spot.kind == "state":
        return row is not None and row.level != "country"
    return spot.kind in ("place", "capital", "region")


def _mention(toponym: Toponym, spot: Spot, row: PlaceRow | None, cast: Cast) -> None:
    name = row.name if row else plain_words(toponym.name)
    member = cast.place(place_id(row, name), "place", name, row.country or None if row else None)
    member.call(toponym.name)
    basis = "alias" if row else "name"
    rule = "place of the gazetteer" if row else "place without an entry"
    cast.mention(member, (spot.first, spot.last), spot.span, basis=basis, rule=rule, row=None)


def place_id(row: PlaceRow | None, name: str) -> str:
    """Entity id of a place: its GeoNames id, or country and name where it has none."""
    if row is None:
        return f"place:{slug(name)}"
    return f"place:{row.geonames}" if row.geonames else f"place:{row.country or 'world'}:{slug(row.name)}"


def _record(toponym: Toponym, row: PlaceRow | None, government: str | None) -> Place:
    level: PlaceLevel | None = row.level if row else None
    rule = f"toponym: {toponym.rule}" if government is None else "toponym: stands for its government"
    return Place(
        span=Span(start=toponym.start, end=toponym.end), name=row.name if row else plain_words(toponym.name),
        country=(row.country or None) if row else None, latitude=row.latitude if row else None,
        longitude=row.longitude if row else None, level=level,
        gazetteer_id=str(row.geonames) if row and row.geonames else None, metonym_for=government,
        trace=(TraceStep(stage=STAGE, rule=rule, row=f"places.bin:{row.row}" if row else None),),
    )
