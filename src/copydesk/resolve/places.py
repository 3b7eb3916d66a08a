"""Places of an article: found, resolved together, and recorded with both readings where a capital stands for a government."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from copydesk.lexicon import World
from copydesk.lexicon.gazetteer import PlaceRow
from copydesk.lexicon.regions import Region
from copydesk.lexicon.states import StateHit, plain_words
from copydesk.record import Article, Page, Place, PlaceLevel, Reading, Span
from copydesk.resolve.cast import Cast, slug
from copydesk.resolve.organisations import stands_for_government
from copydesk.resolve.places_trace import trace_place
from copydesk.resolve.ranking import Area, Choice, Name, Setting, choose_places
from copydesk.resolve.spots import Spot, find_spots
from copydesk.resolve.toponyms import Toponym, find_toponyms, with_containers

KNOWN_BY_OTHER_NAMES = 5_000  # people: smaller places are not called by their alternate names
KNOWN_BESIDE_NAMESAKES = 200_000  # people: the same where another place bears the name as its own
TOWN_IN_NAME = 50_000  # people: what is called after smaller towns is mostly called after persons
BIG = 1_000_000  # people: a town of that size is meant even by a name that is only one of its others


def resolve_places(
    page: Page, article: Article, reading: Reading, spots: tuple[Spot, ...], cast: Cast,
) -> tuple[tuple[Place, ...], tuple[Spot, ...]]:
    """The places named, in page order, and the spots without those that turned out to be places.

    A place named without an entry keeps its words and the country of the area named after it; it has no coordinates.
    """
    toponyms = find_toponyms(page, reading, spots, cast.world)
    acting = frozenset(plain_words(t.name) for t in toponyms if _acts(reading, t, cast))
    choices = locate(toponyms, cast.world, home=_home(article, cast.world), acting=acting)
    places, gone = [], set()
    for toponym, choice in zip(toponyms, choices, strict=True):
        spot, row = toponym.spot, choice.row if choice else None
        government = _government(reading, spot, row, cast)
        places.append(_record(toponym, choice, government, cast.world))
        if spot is not None and toponym.rule == "name" and government is None and _is_plain_place(spot, row):
            _mention(toponym, spot, row, cast)
            gone.add(spot)
    return tuple(places), tuple(spot for spot in spots if spot not in gone)


def locate_spans(
    *, page: Page, article: Article, reading: Reading, spans: tuple[Span, ...], world: World,
) -> tuple[Place, ...]:
    """One place for each given span, for those who find toponyms by other means; without an entry it has no point."""
    named = {(spot.start, spot.end): spot for spot in find_spots(page, reading, world, outlet=article.outlet)}
    given = [_given(page, span, named.get((span.start, span.end))) for span in spans]
    order = sorted(range(len(given)), key=lambda place: given[place].start)
    toponyms = with_containers(page, [given[place] for place in order])
    choices = locate(toponyms, world, home=_home(article, world))
    recorded = {place: _record(t, choice, None, world) for place, t, choice in zip(order, toponyms, choices, strict=True)}
    return tuple(recorded[place] for place in range(len(given)))


def _given(page: Page, span: Span, spot: Spot | None) -> Toponym:
    return Toponym(start=span.start, end=span.end, name=page.text[span.start : span.end], rule="name", spot=spot)


def locate(
    toponyms: Sequence[Toponym], world: World, *, home: str | None = None, acting: frozenset[str] = frozenset(),
) -> list[Choice | None]:
    """The row chosen for each toponym, None without an entry; one name means one place throughout an article.

    acting: names (plain words) of capitals that somewhere in the article do what governments do.
    """
    grouped: dict[str, list[Toponym]] = {}
    for toponym in toponyms:
        grouped.setdefault(plain_words(toponym.name), []).append(toponym)
    alone = [list_candidates(words, mine, world) for words, mine in grouped.items()]
    held = _held(toponyms, {name.words: name for name in alone})
    names = [replace(name, acts=name.words in acting, holds=held.get(name.words, frozenset())) for name in alone]
    settled = dict(zip(grouped, choose_places(names, _setting(names, world, home)), strict=True))
    return [settled[plain_words(toponym.name)] for toponym in toponyms]


def _held(toponyms: Sequence[Toponym], names: Mapping[str, Name]) -> dict[str, frozenset[str]]:
    """Name after a comma -> countries of the names before it that have candidates in one country alone."""
    held: dict[str, frozenset[str]] = {}
    for toponym in toponyms:
        inner, outer = names[plain_words(toponym.name)], plain_words(toponym.container)
        countries = frozenset(row.country for row in inner.rows if row.country)
        if outer in names and len(countries) == 1 and not inner.is_within:
            held[outer] = held.get(outer, frozenset()) | countries
    return held


def list_candidates(words: str, toponyms: Sequence[Toponym], world: World) -> Name:
    """A name with all places it may mean, and the areas named right after it anywhere in the article."""
    hit, region = _known(toponyms[0], world)
    rows = tuple(_find_rows(words, hit, region, world))
    within = tuple(_town_in_name(words, world)) if not rows and hit is None else ()
    containers = {area: None for t in toponyms if t.container for area in find_areas(t.container, world)}
    if hit is not None and hit.kind == "capital" and not containers:
        home = [row for row in rows if row.country == hit.country][:1]
        rows = (*home, *(row for row in rows if row.country != hit.country))
    return Name(
        words=words, rows=rows or within, containers=tuple(containers), is_within=bool(within),
        expected=hit.country if hit and hit.kind in ("capital", "metonym") else region.country if region else None,
        country=hit.country if hit else None, said=len(toponyms),
    )


def _known(toponym: Toponym, world: World) -> tuple[StateHit | None, Region | None]:
    """What the tables say of a name, by its spot or, where it has none, by its words."""
    known = toponym.spot.known if toponym.spot else None
    if isinstance(known, StateHit):
        return known, None
    if isinstance(known, Region):
        return None, known
    if toponym.name in world.area_abbreviations:
        return None, None
    return world.states.find(toponym.name), world.regions.find(toponym.name)


def _find_rows(words: str, hit: StateHit | None, region: Region | None, world: World) -> Sequence[PlaceRow]:
    area = world.area_abbreviations.get(words)
    if area is not None:
        found = world.places.find(area.area)
        return [row for row in found if row.country == area.country and row.level in ("admin1", "city")][:1]
    if hit is not None and hit.kind in ("name", "demonym"):
        return _state_rows(words, hit, world)
    if region is not None and (words in region.adjectives or region.level != "admin1"):
        return [row for row in world.places.find(region.name) if row.level == region.level][:1]
    rows = _likely(world.places.find(words) or _shorter(words, world))
    if hit is not None:  # a capital, or its seat of government: never the area around it
        rows = [row for row in rows if row.country != hit.country or row.level in ("city", "facility", "district")]
    return _without_areas_of_towns(rows)


def _town_in_name(words: str, world: World) -> Sequence[PlaceRow]:
    """The towns that a longer name without an entry begins with, or has after "of": "Winnipeg Railway Museum"."""
    parts = words.split()
    after = next((n + 1 for n in range(len(parts) - 1, 0, -1) if parts[n].lower() in ("of", "at", "in")), len(parts))
    for stretch in (parts[after:], *(parts[:length] for length in range(len(parts) - 1, 0, -1))):
        rows = world.places.find(" ".join(stretch)) if stretch else ()
        towns = [row for row in rows if row.is_main and row.level == "city" and row.population >= TOWN_IN_NAME]
        if towns:
            return towns
    return ()


def _likely(rows: Sequence[PlaceRow]) -> list[PlaceRow]:
    """Rows that a name which is no state's may mean: places by another name than their own only if they are known."""
    known = KNOWN_BESIDE_NAMESAKES if any(row.is_main for row in rows) else KNOWN_BY_OTHER_NAMES
    return [row for row in rows if row.level != "country" and (row.is_main or row.population >= known)]


def _state_rows(words: str, hit: StateHit, world: World) -> Sequence[PlaceRow]:
    """The state, and places of its very name: Georgia, Lebanon; an adjective has no namesakes."""
    state = world.states.by_code(hit.country)
    found = world.places.find(state.name if state else words)
    country = [row for row in found if row.level == "country" and row.country == hit.country][:1]
    if hit.kind == "demonym" or words.replace(".", "").isupper():
        return country
    namesakes = (row for row in world.places.find(words) if row.level in ("city", "admin1", "admin2") and row.is_main)
    return [*country, *(row for row in namesakes if row.country != hit.country or row.level == "city")]


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


def find_areas(name: str, world: World) -> list[Area]:
    """States and first-level areas that a name after a comma may mean."""
    short = world.area_abbreviations.get(name)
    if short is not None:
        return [(short.country, short.area)]
    areas = [
        (row.country, row.admin1 or row.name) for row in world.places.find(plain_words(name))
        if row.level in ("admin1", "admin2")
    ]
    hit = world.states.find(name)
    return [*areas, (hit.country, "")] if hit and hit.kind == "name" else areas


def _setting(names: Sequence[Name], world: World, home: str | None) -> Setting:
    countries: Counter[str] = Counter()
    areas: dict[Area, set[str]] = {}
    for name in names:
        if name.country is not None:
            countries[name.country] += name.said
        for area in _areas_said(name, world):
            areas.setdefault(area, set()).add(name.words)
            countries[area[0]] += name.said
    named = {area: frozenset(words) for area, words in areas.items()}
    return Setting(countries=countries, areas=named, home=home)


def _areas_said(name: Name, world: World) -> list[Area]:
    """First-level areas a name names without doubt: short forms, areas and counties nothing else is called like."""
    short = world.area_abbreviations.get(name.words)
    if short is not None:
        return [(short.country, short.area)]
    first = name.rows[0] if name.rows else None
    if name.country is not None or first is None or not first.is_main:
        return list(name.containers[:1])
    if first.level == "admin1" or (first.level == "admin2" and len(name.rows) == 1):
        return [(first.country, first.admin1 or first.name)]
    return list(name.containers[:1])


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


def _acts(reading: Reading, toponym: Toponym, cast: Cast) -> bool:
    """Whether a capital does here what governments do ("Moscow denied"), and no area is named after it."""
    spot = toponym.spot
    is_capital = spot is not None and spot.kind == "capital" and isinstance(spot.known, StateHit) and not toponym.container
    return is_capital and spot is not None and stands_for_government(reading, spot, cast)


def _is_plain_place(spot: Spot, row: PlaceRow | None) -> bool:
    """Whether a spot is mentioned as a place: not a state, unless the name turned out to be another place."""
    if spot.kind == "state":
        return row is not None and row.level != "country"
    return spot.kind in ("place", "capital", "region")


def _is_within(toponym: Toponym, row: PlaceRow | None, world: World) -> bool:
    """Whether a row is only the town a longer name begins with: its point serves, its identity does not."""
    words = plain_words(toponym.name)
    if row is None or " " not in words or row.name.lower() not in words.lower():
        return False
    return row.name.lower() != words.lower() and not (world.places.find(words) or _shorter(words, world))


def _mention(toponym: Toponym, spot: Spot, row: PlaceRow | None, cast: Cast) -> None:
    row = None if _is_within(toponym, row, cast.world) else row
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


def _record(toponym: Toponym, choice: Choice | None, government: str | None, world: World) -> Place:
    row = choice.row if choice else None
    container = toponym.container if toponym.container and find_areas(toponym.container, world) else ""
    rule = f"toponym: {toponym.rule}" if government is None else "toponym: stands for its government"
    within = _is_within(toponym, row, world)
    level: PlaceLevel | None = "facility" if within else row.level if row else None
    return Place(
        span=Span(start=toponym.start, end=toponym.end),
        name=row.name if row and not within else plain_words(toponym.name),
        country=(row.country or None) if row else _country_of(container, world),
        latitude=row.latitude if row else None, longitude=row.longitude if row else None, level=level,
        gazetteer_id=str(row.geonames) if row and row.geonames and not within else None, metonym_for=government,
        trace=trace_place("in the town of its name" if within else rule, choice, container),
    )


def _country_of(container: str, world: World) -> str | None:
    """The country of the area named right after a name, None where it may lie in several."""
    countries = {country for country, _ in find_areas(container, world)} if container else set()
    return countries.pop() if len(countries) == 1 else None
