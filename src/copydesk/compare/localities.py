"""Where units say that something happened, and whether two of them place it apart."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from copydesk.lexicon.distances import great_circle_km
from copydesk.lexicon.wording import Wording
from copydesk.record import Place

URBAN_KM = 25.0  # places so near each other belong to one urban area
_BEFORE_PLACE = 24  # characters before a place in which words may rule it out
BY_NAME = "admin1:"  # opens the key of a province that no row of the gazetteer has
WIDE = frozenset({"region_of_world", "country"})
_COARSE = frozenset({"admin1", "admin2"})  # a district may lie in the other's region: that is agreement


@dataclass(frozen=True, slots=True)
class Locality:
    """A place of the gazetteer that a unit names. country: alpha-3. point: latitude and longitude, None where unknown.

    is_ruled_out: it is where something was not ("in the port, not in Omdurman"). words: content keys of its name.
    """

    id: str
    level: str
    country: str | None
    point: tuple[float, float] | None
    is_ruled_out: bool
    words: frozenset[str] = frozenset()


def find_localities(places: Iterable[Place], text: str, wording: Wording) -> frozenset[Locality]:
    """The gazetteer's places that a page's text names, and provinces by name. wording: comparing.tsv, kind `elsewhere`."""
    return frozenset(
        Locality(
            id=place.gazetteer_id or _province_of(place, text, wording), level=place.level or "", country=place.country,
            words=wording.find_keys(text[place.span.start : place.span.end]),
            is_ruled_out=_is_ruled_out(place, text, wording),
            point=None if place.latitude is None or place.longitude is None else (place.latitude, place.longitude),
        )
        for place in places if place.gazetteer_id or _province_of(place, text, wording)
    )  # fmt: skip


def is_elsewhere(left: frozenset[Locality], right: frozenset[Locality]) -> bool:
    """Whether both name places below a country's level, none of them shared, beside the other's or holding it.

    Towns of one urban area are apart only where a text sets one place against another.
    """
    is_opposed = any(place.is_ruled_out for place in left | right)
    here = {place for place in left if place.level not in WIDE and not place.is_ruled_out}
    there = {place for place in right if place.level not in WIDE and not place.is_ruled_out}
    here, there = _by_gazetteer(here, there), _by_gazetteer(there, here)
    if not here or not there or {place.id for place in here} & {place.id for place in there}:
        return False
    if not is_opposed and any(_is_beside(one, other) for one in here for other in there):
        return False
    levels, others = {place.level for place in here}, {place.level for place in there}
    if levels == others == {"admin1"}:
        return True
    return bool(levels & others) and not _COARSE & (levels | others)


def _by_gazetteer(here: set[Locality], there: set[Locality]) -> set[Locality]:
    """The places of one side that are in the gazetteer; provinces known by name alone only where a side has nothing else."""
    known = [{place for place in side if not place.id.startswith(BY_NAME)} for side in (here, there)]
    return here if not known[0] and not known[1] else known[0]


def _province_of(place: Place, text: str, wording: Wording) -> str:
    """A key for a province or island that no row of the gazetteer has: its name without "province"; "" for others."""
    if place.level != "admin1":
        return ""
    names = [stem.key for stem in wording.find_stems(text[place.span.start : place.span.end]) if stem.is_name]
    return BY_NAME + " ".join(names) if names else ""


def _is_beside(one: Locality, other: Locality) -> bool:
    """Whether two places belong to one urban area: Omdurman and Khartoum, but not Kinshasa and Brazzaville."""
    if one.point is None or other.point is None or one.country != other.country:
        return False
    return great_circle_km(one.point, other.point) <= URBAN_KM


def _is_ruled_out(place: Place, text: str, wording: Wording) -> bool:
    before = text[max(place.span.start - _BEFORE_PLACE, 0) : place.span.start]
    found = wording.find_signal("elsewhere", before)
    return found is not None and before[found.end() :].strip() in ("", "the")
