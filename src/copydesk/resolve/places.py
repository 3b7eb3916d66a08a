"""Places of an article: found, resolved together, and recorded with both readings where a capital stands for a government."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from copydesk.lexicon import World
from copydesk.lexicon.gazetteer import PlaceRow
from copydesk.lexicon.states import StateHit, plain_words
from copydesk.record import Article, Page, Place, PlaceLevel, Reading, Span
from copydesk.resolve.areas import find_areas
from copydesk.resolve.candidates import list_candidates
from copydesk.resolve.cast import Cast, slug
from copydesk.resolve.datelines import find_dateline_places
from copydesk.resolve.organisations import stands_for_government
from copydesk.resolve.place_setting import NO_CLUES, find_clues, find_home, make_setting
from copydesk.resolve.places_trace import trace_place
from copydesk.resolve.ranking import Choice, Name, choose_places
from copydesk.resolve.spots import Spot, find_spots
from copydesk.resolve.toponyms import Toponym, find_toponyms, with_surroundings


def resolve_places(
    page: Page, article: Article, reading: Reading, spots: tuple[Spot, ...], cast: Cast,
) -> tuple[tuple[Place, ...], tuple[Spot, ...]]:
    """The places named, in page order, and the spots without those that turned out to be places.

    A place named without an entry keeps its words and the country of the area named after it; it has no coordinates.
    """
    datelines = [block.span for block in article.blocks if block.role == "dateline"]
    filed = [toponym for span in datelines for toponym in find_dateline_places(page, span, cast.world)]
    found = [*filed, *find_toponyms(page, reading, spots, cast.world)]
    toponyms = with_surroundings(page, reading, found, cast.world)
    acting = frozenset(t.sought.casefold() for t in toponyms if _acts(reading, t, cast))
    home, clues = find_home(article, cast.world), find_clues(reading, cast.world)
    choices = locate(toponyms, cast.world, home=home, clues=clues, acting=acting)
    places, gone = [], set()
    for toponym, choice in zip(toponyms, choices, strict=True):
        spot, row = toponym.spot, choice.row if choice else None
        government = _government(reading, spot, row, cast)
        places.append(_record(toponym, choice, government, cast.world))
        if spot is not None and toponym.rule == "name" and government is None and _is_plain_place(spot, row):
            _mention(toponym, spot, choice, cast)
            gone.add(spot)
    return tuple(places), tuple(spot for spot in spots if spot not in gone)


def locate_spans(
    *, page: Page, article: Article, reading: Reading, spans: tuple[Span, ...], world: World,
) -> tuple[Place, ...]:
    """One place for each given span, for those who find toponyms by other means; without an entry it has no point."""
    named = {(spot.start, spot.end): spot for spot in find_spots(page, reading, world, outlet=article.outlet)}
    given = [_given(page, span, named.get((span.start, span.end))) for span in spans]
    order = sorted(range(len(given)), key=lambda place: given[place].start)
    toponyms = with_surroundings(page, reading, [given[place] for place in order], world)
    choices = locate(toponyms, world, home=find_home(article, world), clues=find_clues(reading, world))
    recorded = {place: _record(t, choice, None, world) for place, t, choice in zip(order, toponyms, choices, strict=True)}
    return tuple(recorded[place] for place in range(len(given)))


def _given(page: Page, span: Span, spot: Spot | None) -> Toponym:
    return Toponym(start=span.start, end=span.end, name=page.text[span.start : span.end], rule="name", spot=spot)


def locate(
    toponyms: Sequence[Toponym], world: World, *, home: str | None = None, clues: Mapping[str, float] = NO_CLUES,
    acting: frozenset[str] = frozenset(),
) -> list[Choice | None]:
    """The row chosen for each toponym, None without an entry; one name means one place throughout an article.

    home, clues: see `find_home`, `find_clues`.
    acting: names (`sought`, in small letters) of capitals that somewhere in the article do what governments do.
    """
    grouped: dict[str, list[Toponym]] = {}
    for toponym in toponyms:
        grouped.setdefault(toponym.sought.casefold(), []).append(toponym)
    alone = {key: list_candidates(_best_written(mine), mine, world) for key, mine in grouped.items()}
    held = _held(toponyms, alone)
    names = [replace(name, acts=key in acting, holds=held.get(key, frozenset())) for key, name in alone.items()]
    settled = dict(zip(grouped, choose_places(names, make_setting(names, world, home=home, clues=clues)), strict=True))
    return [_in_its_area(toponym, settled) or _in_town(toponym, settled, world) for toponym in toponyms]


def _in_its_area(toponym: Toponym, settled: Mapping[str, Choice | None]) -> Choice | None:
    """The place chosen, None where the area named after it holds none of that name: "Orsova, Texas" is not in Romania."""
    choice, area = settled[toponym.sought.casefold()], settled.get(plain_words(toponym.container).casefold())
    if choice is None or area is None or area.row.level != "admin1" or area.row.admin1 != area.row.name:
        return choice
    is_inside = (choice.row.country, choice.row.admin1) == (area.row.country, area.row.admin1)
    return choice if is_inside or choice.row.level != "city" else None


def _best_written(toponyms: Sequence[Toponym]) -> str:
    """The words of a name, of several ways to write it one that is not all capitals."""
    return next((toponym.sought for toponym in toponyms if not toponym.name.isupper()), toponyms[0].sought)


def _in_town(toponym: Toponym, settled: Mapping[str, Choice | None], world: World) -> Choice | None:
    """The town that a building or street without an entry is said to be in: "the Fennel Hall in Leeds"; else None."""
    town = settled.get(plain_words(toponym.container).casefold()) if world.place_words.is_built(toponym.name) else None
    return replace(town, is_within=True) if town is not None and town.row.level in ("city", "district") else None


def _held(toponyms: Sequence[Toponym], names: Mapping[str, Name]) -> dict[str, frozenset[str]]:
    """Name after a comma -> countries of the names before it that have candidates in one country alone."""
    held: dict[str, frozenset[str]] = {}
    for toponym in toponyms:
        inner, outer = names[toponym.sought.casefold()], plain_words(toponym.container).casefold()
        countries = frozenset(row.country for row in inner.rows if row.country)
        if outer in names and len(countries) == 1 and not inner.is_within:
            held[outer] = held.get(outer, frozenset()) | countries
    return held


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


def _mention(toponym: Toponym, spot: Spot, choice: Choice | None, cast: Cast) -> None:
    row = None if choice is None or choice.is_within else choice.row
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
    within = choice is not None and choice.is_within
    level: PlaceLevel | None = "facility" if within else row.level if row else None
    return Place(
        span=Span(start=toponym.start, end=toponym.end),
        name=row.name if row and not within else plain_words(toponym.name),
        country=(row.country or None) if row else _country_of(container, world),
        latitude=row.latitude if row else None, longitude=row.longitude if row else None, level=level,
        gazetteer_id=str(row.geonames) if row and row.geonames and not within else None, metonym_for=government,
        trace=trace_place(_within(container) if within else rule, choice, container),
    )


def _within(container: str) -> str:
    return "in the town beside it" if container else "in the town of its name"


def _country_of(container: str, world: World) -> str | None:
    """The country of the area named right after a name, None where it may lie in several."""
    countries = {country for country, _ in find_areas(container, world)} if container else set()
    return countries.pop() if len(countries) == 1 else None
