"""States and first-level areas: what a name after a comma or "in" may hold, and what lies in it."""

from __future__ import annotations

from collections.abc import Iterable

from copydesk.lexicon import World
from copydesk.lexicon.gazetteer import PlaceRow
from copydesk.lexicon.states import plain_words

Area = tuple[str, str]  # country (alpha-3) and first-level area, "" for the whole country


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


def lies_in(row: PlaceRow, areas: Iterable[Area]) -> bool:
    """Whether a place is in one of some areas; a state is in none."""
    return row.level != "country" and any(row.country == country and area in ("", row.admin1) for country, area in areas)
