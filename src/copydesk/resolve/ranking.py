"""Which place a name means: features of every candidate, weighed by hand-set constants.

Weights: chosen on sentences of our own, then adjusted once by a sweep on the development part of LGL and GeoWebNews that
docs/steps/people-and-places.md records. Distances are great-circle kilometres.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from copydesk.lexicon.gazetteer import PlaceRow

PEOPLE = 1.0  # a tenfold population
LEVEL = {"country": 6.0, "region_of_world": 4.0, "admin1": 1.5, "admin2": -1.5, "feature": 2.0, "facility": 2.0,
         "district": 2.0, "city": 0.0}
MAIN_NAME = 1.0  # the name is the place's own
COUNTRY = 3.0  # share of the article's country words that name the candidate's country
AREA = 3.0  # the candidate's first-level area is named in the article
CAPITAL = 4.0  # the candidate lies in the state whose capital or seat of government the name is
INSIDE = 12.0  # the area named right after it holds the candidate
NEAR = 2.5  # towns of the article lie around the candidate
NEAR_KM = 250.0  # distance at which another place's pull has fallen to a third
HOME = 2.0  # the candidate lies in the outlet's country


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What the article says of where it plays. countries: words for each country; areas: (country, area) named."""

    countries: Counter[str]
    areas: frozenset[tuple[str, str]]
    home: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A candidate with its score before and after the other places of the article were looked at."""

    place: PlaceRow
    score: float


def score_places(
    rows: Sequence[PlaceRow], setting: Setting, containers: Sequence[tuple[str, str]], *, capital_of: str | None = None,
) -> list[Choice]:
    """Candidates with their scores, best first. containers: (country, area or "") named right after the name.

    capital_of: the state whose capital the name is, None for other names.
    """
    total = sum(setting.countries.values()) or 1
    scored = []
    for row in rows:
        score = PEOPLE * math.log10(row.population + 1) + LEVEL[row.level] + MAIN_NAME * row.is_main
        score += COUNTRY * setting.countries[row.country] / total
        score += AREA * ((row.country, row.admin1) in setting.areas and row.level != "country")
        score += HOME * (row.country == setting.home)
        score += CAPITAL * (row.country == capital_of and row.level in ("city", "facility", "district"))
        score += INSIDE * any(_holds(container, row) for container in containers)
        scored.append(Choice(place=row, score=score))
    return sorted(scored, key=lambda choice: (-choice.score, choice.place.row))


def _holds(container: tuple[str, str], row: PlaceRow) -> bool:
    country, area = container
    return row.country == country and row.level != "country" and (not area or row.admin1 == area)


def settle_by_nearness(choices: Sequence[Sequence[Choice]]) -> list[PlaceRow | None]:
    """For each name the best candidate once the leading places of the other names pull theirs closer."""
    anchors = [options[0].place if options else None for options in choices]
    settled: list[PlaceRow | None] = []
    for number, options in enumerate(choices):
        others = [a for n, a in enumerate(anchors) if a is not None and n != number and a.level in ("city", "admin2")]
        best = max(
            options, key=lambda choice: (choice.score + NEAR * _pull(choice.place, others), -choice.place.row),
            default=None,
        )
        settled.append(best.place if best else None)
    return settled


def _pull(place: PlaceRow, others: Sequence[PlaceRow]) -> float:
    return max((math.exp(-distance_km(place, other) / NEAR_KM) for other in others), default=0.0)


def distance_km(left: PlaceRow, right: PlaceRow) -> float:
    """Great-circle distance of two places in kilometres."""
    return great_circle_km((left.latitude, left.longitude), (right.latitude, right.longitude))


def great_circle_km(left: tuple[float, float], right: tuple[float, float]) -> float:
    """Great-circle distance of two points (latitude, longitude in degrees) in kilometres, on a sphere of 6371 km."""
    first, second = math.radians(left[0]), math.radians(right[0])
    turn = math.radians(right[1] - left[1])
    half = math.sin((second - first) / 2) ** 2 + math.cos(first) * math.cos(second) * math.sin(turn / 2) ** 2
    return 2 * 6371.0 * math.asin(min(1.0, math.sqrt(half)))
