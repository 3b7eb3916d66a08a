"""Which places a name may mean: rows of the tables and of the gazetteer, under each form that news gives the name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from copydesk.lexicon import World
from copydesk.lexicon.gazetteer import PlaceRow
from copydesk.lexicon.regions import Region
from copydesk.lexicon.states import StateHit
from copydesk.resolve.areas import find_areas, lies_in
from copydesk.resolve.ranking import Name
from copydesk.resolve.toponyms import Toponym

TIMES_A_NAMESAKE = 10  # a town is called by another of its names beside places of that very name if so many times their size
KNOWN_BESIDE_NAMESAKES = (5_000, 200_000)  # people: never below the first number, always from the second on
TOWN_IN_NAME = 50_000  # people: what is called after smaller towns is mostly called after persons
_FRONTS = ("downtown", "central", "eastern", "western", "northern", "southern", "city of", "town of", "greater")
_LONGEST_INITIALS = 6  # characters: "U.A.E." has no namesakes, "MALTA" in a line of capitals has
BIG = 1_000_000  # people: a town of that size is meant even by a name that is only one of its others


def list_candidates(words: str, toponyms: Sequence[Toponym], world: World) -> Name:
    """A name with all places it may mean, and the areas named right after it anywhere in the article."""
    hit, region = _known(toponyms[0], world)
    containers = {area: None for t in toponyms if t.container for area in find_areas(t.container, world)}
    held = [row for row in find_places(words, world) if lies_in(row, containers)] if region and containers else []
    rows = tuple(held or _find_rows(words, hit, region, world))
    within = tuple(_town_in_name(words, world)) if not rows and hit is None else ()
    if hit is not None and hit.kind == "capital" and not containers:
        home = [row for row in rows if row.country == hit.country][:1]
        rows = (*home, *(row for row in rows if row.country != hit.country))
    return Name(
        words=words, rows=rows or within, containers=tuple(containers), is_within=bool(within),
        expected=_expected(rows, hit, region), country=hit.country if hit else None, said=len(toponyms),
    )


def _expected(rows: Sequence[PlaceRow], hit: StateHit | None, region: Region | None) -> int | None:
    """The row of the capital, seat or region that the tables know by a name, None for other names.

    Where an area goes by a town's name and the town stands for both, it is the town: "Gaza".
    """
    country, level = None, None
    if hit is not None and hit.kind in ("capital", "metonym"):
        country = hit.country
    elif region is not None:
        country, level = region.country or "", region.level
    there = [row for row in rows if row.country == country]
    return next((row.row for row in there if row.level == level), next((row.row for row in there), None))


def _known(toponym: Toponym, world: World) -> tuple[StateHit | None, Region | None]:
    """What the tables say of a name, by its spot or, where it has none, by its words."""
    known = toponym.spot.known if toponym.spot else None
    if isinstance(known, StateHit):
        is_area = known.kind == "capital" and bool(toponym.kind)
        return (None, None) if is_area else (known, None)
    if isinstance(known, Region):
        return None, known
    if toponym.name in world.area_abbreviations:
        return None, None
    names = (toponym.name, toponym.name.title()) if toponym.name.isupper() else (toponym.name,)
    hits, regions = [world.states.find(name) for name in names], [world.regions.find(name) for name in names]
    return next(filter(None, hits), None), next(filter(None, regions), None)


def _find_rows(words: str, hit: StateHit | None, region: Region | None, world: World) -> Sequence[PlaceRow]:
    area = world.area_abbreviations.get(words)
    if area is not None:
        found = world.places.find(area.area)
        return [row for row in found if row.country == area.country and row.level in ("admin1", "city")][:1]
    if hit is not None and hit.kind in ("name", "demonym"):
        return _state_rows(words, hit, world)
    if region is not None and (words in region.adjectives or region.level not in ("admin1", "city")):
        return _region_rows(region, world)
    rows: Sequence[PlaceRow] = find_places(words, world)
    if region is not None and region.level == "admin1":
        rows = [row for row in rows if row.level != "admin2" or row.country != region.country]
    if hit is not None:  # a capital, or its seat of government: never the area around it
        rows = [row for row in rows if row.country != hit.country or row.level in ("city", "facility", "district")]
    return _without_areas_of_towns(rows)


def _region_rows(region: Region, world: World) -> Sequence[PlaceRow]:
    found = world.places.find(region.name)
    return [row for row in found if row.level == region.level and row.country == (region.country or "")][:1]


def find_places(words: str, world: World) -> Sequence[PlaceRow]:
    """The rows of the first form of a name that has any: as written, with an Arabic article, without or with its kind."""
    forms = world.place_words
    ways: tuple[Iterable[str], ...] = (
        dict.fromkeys((words, forms.in_full(words))), forms.with_article(words), _without_kind(words, world),
        forms.with_kind(words),
    )
    is_area = bool(forms.kind_of(words.rsplit(maxsplit=1)[-1])) if words else False
    for names in ways:
        found = {row.row: row for name in names for row in _likely(world.places.find(name))}
        rows = sorted(found.values(), key=lambda row: (-row.population, row.row))
        if rows:
            return [row for row in rows if is_area and row.level in ("admin1", "admin2")] or rows
    return ()


def _town_in_name(words: str, world: World) -> Sequence[PlaceRow]:
    """The towns or the county that a longer name begins with, or has after "of": "Winnipeg Railway Museum".

    The longest beginning that is a place decides: "Virginia Gateway" is called after a state, and so after no town.
    """
    parts = words.split()
    if world.place_words.kind_of(parts[-1]):
        return ()
    after = next((n + 1 for n in range(len(parts) - 1, 0, -1) if parts[n].lower() in ("of", "at", "in")), len(parts))
    for stretch in (parts[after:], *(parts[:length] for length in range(len(parts) - 1, 0, -1))):
        rows = [row for row in world.places.find(" ".join(stretch)) if row.is_main] if stretch else []
        towns = [row for row in rows if row.level == "city" and row.population >= TOWN_IN_NAME]
        if rows:
            return towns if rows[0].level == "city" else [row for row in rows if row.level == "admin2"]
    return ()


def _likely(rows: Sequence[PlaceRow]) -> list[PlaceRow]:
    """Rows that a name which is no state's may mean: beside namesakes by another name only what is much larger than they."""
    rows = [row for row in rows if row.level != "country"]
    largest = max((row.population for row in rows if row.is_main), default=None)
    least, most = KNOWN_BESIDE_NAMESAKES
    known = 0 if largest is None else min(most, max(least, TIMES_A_NAMESAKE * largest))
    return [row for row in rows if row.is_main or row.population >= known]


def _state_rows(words: str, hit: StateHit, world: World) -> Sequence[PlaceRow]:
    """The state, and places of its very name: Georgia, Lebanon; an adjective has no namesakes."""
    state = world.states.by_code(hit.country)
    found = world.places.find(state.name if state else words)
    country = [row for row in found if row.level == "country" and row.country == hit.country][:1]
    if hit.kind == "demonym" or (len(words) <= _LONGEST_INITIALS and words.isupper()):
        return country
    namesakes = (row for row in world.places.find(words) if row.level in ("city", "admin1", "admin2") and row.is_main)
    return [*country, *(row for row in namesakes if row.country != hit.country or row.level == "city")]


def _without_areas_of_towns(rows: Sequence[PlaceRow]) -> Sequence[PlaceRow]:
    """Candidates without areas that are called after a town inside them: "New York" is the town unless said otherwise."""
    towns = {(row.country, row.admin1) for row in rows if row.level == "city" and (row.is_main or row.population > BIG)}
    return [row for row in rows if row.level not in ("admin1", "admin2") or (row.country, row.admin1) not in towns]


def _without_kind(name: str, world: World) -> tuple[str, ...]:
    """A name without the word for its kind or its part: "Kherson region", "Mayo County", "the city of Odesa"."""
    words = name.split()
    for front in _FRONTS:
        if name.lower().startswith(front + " "):
            return (name[len(front) + 1 :],)
    kind = world.place_words.kind_of(words[-1]) or (words[-1].lower() if words[-1].lower() in ("city", "area") else "")
    if len(words) < 2 or not kind:
        return ()
    bare = " ".join(words[:-1])
    return (bare,) if kind in ("city", "area") else (f"{kind} {bare}", bare)
