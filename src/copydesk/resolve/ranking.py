"""Which place a name means: features of every candidate, weighed by hand-set constants.

The weights were set on sentences of our own, then moved by a sweep on the read halves of LGL and GeoWebNews; the sweep is
in docs/steps/people-and-places.md. Distances are great-circle kilometres.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from copydesk.lexicon.gazetteer import PlaceRow
from copydesk.resolve.areas import Area, lies_in
from copydesk.resolve.neighbours import Neighbours, distance_km

Parts = dict[str, float]  # feature -> what it adds to a candidate's score


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """What each feature adds to a candidate's score."""

    people: float = 1.1  # for a tenfold population
    country: float = 2.7  # the candidate is a state
    region: float = 3.5  # a part of the world, a water, a facility: names the tables list by hand
    area: float = 1.8  # a first-level area
    county: float = -3.0  # a second-level area
    main_name: float = 1.5  # the name is the place's own
    country_said: float = 2.0  # share of the country words of the article that name its country
    area_shared: float = 1.65  # other names have candidates there too, per logarithm of their number
    country_shared: float = 1.1  # the same for its country
    inside: float = 8.5  # it lies in the area named right after it
    acts: float = 3.0  # it is a capital that does what governments do; by reason, not swept
    holds: float = 4.0  # a name right before it ("Batumi, Georgia") can lie in its country alone; by reason, not swept
    expected: float = 3.0  # it is the capital, seat or known region of that name
    clue: float = 4.0  # share of the article's words at home in some states ("sheriff") that are at home in its country
    home: float = 2.0  # it lies in the outlet's country
    agreed: float = 0.4  # what is chosen for other names lies in its area too, per logarithm of their number
    beside: float = 2.0  # other names have candidates beside it, per logarithm of their number
    near: float = 3.0  # another town of the article is at hand
    near_km: float = 160.0  # the distance at which that pull has fallen to a third


WEIGHTS = Weights()
SHARING = 0.7  # 1: a name has one vote to share out; 0: one for each area


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """One name of an article with its candidates. containers: areas named right after it. said: how often it is there.

    is_within: the candidates are only the towns a longer name begins with; they speak for no other name.
    expected: the row of the capital, seat or known region of that name. country: the state whose word the name
    is, None for other names. acts: it does what governments do. holds: countries of names that stand right before it and
    have candidates in that country alone.
    """

    words: str
    rows: tuple[PlaceRow, ...]
    containers: tuple[Area, ...]
    expected: int | None
    is_within: bool
    country: str | None
    said: int
    acts: bool = False
    holds: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What the article says of where it plays. countries: words for each and its areas; home: alpha-3.

    clues: alpha-3 -> share of the words at home in some states that are at home there, below 1 and lower for few words.
    """

    countries: Mapping[str, int]
    home: str | None
    clues: Mapping[str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """The place that a name means. score: sum of `parts`, feature -> what it added, those that added nothing left out.

    rival: the candidate that came second, with its score and parts; None where there was one candidate.
    is_within: it is only the town or county that something without an entry lies in.
    """

    row: PlaceRow
    score: float
    parts: Parts
    rival: Choice | None = None
    is_within: bool = False


def choose_places(names: Sequence[Name], setting: Setting, weights: Weights = WEIGHTS) -> list[Choice | None]:
    """The best candidate of each name: first each by itself, then once more with the pull of the others' best."""
    shared = _Shared(names)
    neighbours = Neighbours([() if name.is_within else name.rows for name in names])
    parts = [
        [
            each | {"beside": weights.beside * math.log1p(neighbours.pull(number, row))}
            for each, row in zip(_weigh_all(name, setting, shared, weights), name.rows, strict=True)
        ]
        for number, name in enumerate(names)
    ]
    anchors = [
        _ranked(each, name.rows)[0].row if each and not name.is_within else None
        for each, name in zip(parts, names, strict=True)
    ]
    chosen: list[Choice | None] = []
    for number, name in enumerate(names):
        others = [anchor for n, anchor in enumerate(anchors) if anchor is not None and n != number]
        pulled = [each | _drawn(row, others, weights) for each, row in zip(parts[number], name.rows, strict=True)]
        ranked = _ranked(pulled, name.rows)
        rival = ranked[1] if len(ranked) > 1 else None
        chosen.append(replace(ranked[0], rival=rival, is_within=name.is_within) if ranked else None)
    return chosen


def _ranked(parts: Sequence[Parts], rows: Sequence[PlaceRow]) -> list[Choice]:
    """Candidates with their scores, the best first; of equals the one that stands first in the gazetteer."""
    choices = [
        Choice(row=row, score=sum(each.values()), parts={name: part for name, part in each.items() if part})
        for each, row in zip(parts, rows, strict=True)
    ]
    return sorted(choices, key=lambda choice: (-choice.score, choice.row.row))


def _drawn(row: PlaceRow, others: Sequence[PlaceRow], weights: Weights) -> Parts:
    """How much what was chosen for the other names speaks for a candidate: nearness, and a shared area."""
    if row.level in ("country", "region_of_world"):
        return {}
    towns = [other for other in others if other.level in ("city", "admin2", "district", "facility")]
    shared = sum(1 for other in others if row.admin1 and (other.country, other.admin1) == (row.country, row.admin1))
    return {"near": weights.near * _pull(row, towns, weights.near_km), "agreed": weights.agreed * math.log1p(shared)}


class _Shared:
    """How many other names have a candidate in an area or country; a name of many areas counts for little in each."""

    def __init__(self, names: Sequence[Name]) -> None:
        self.areas: Counter[Area] = Counter()
        self.countries: Counter[str] = Counter()
        self.own: dict[str, tuple[float, float]] = {}
        for name in names:
            if name.is_within:
                self.own[name.words] = (0.0, 0.0)
                continue
            meant = None if name.expected is not None else name.country  # the namesakes of states speak for nothing
            rows = [row for row in name.rows if meant is None or row.country == meant]
            areas = {(row.country, row.admin1) for row in rows if row.admin1}
            countries = {row.country for row in rows if row.country}
            self.own[name.words] = (_vote(len(areas)), _vote(len(countries)))
            for area in areas:
                self.areas[area] += self.own[name.words][0]  # type: ignore[assignment]
            for country in countries:
                self.countries[country] += self.own[name.words][1]  # type: ignore[assignment]

    def others(self, name: Name, row: PlaceRow) -> tuple[float, float]:
        """Votes of the other names for a candidate's area and for its country."""
        area, country = self.own[name.words]
        in_area = self.areas[row.country, row.admin1] - area if row.admin1 else 0.0
        return max(in_area, 0.0), max(self.countries[row.country] - country, 0.0) if row.country else 0.0


def _vote(count: int) -> float:
    """What a name's candidates in `count` areas are worth in each of them."""
    return 1 / count**SHARING if count else 0.0


def _weigh_all(name: Name, setting: Setting, shared: _Shared, weights: Weights) -> list[Parts]:
    said = dict(setting.countries)
    if name.country is not None:
        said[name.country] = max(said.get(name.country, 0) - name.said, 0)
    total = sum(said.values()) or 1
    shares = {country: count / total for country, count in said.items()}
    return [
        _weigh(row, name, setting, weights) | {
            "country_said": weights.country_said * shares.get(row.country, 0.0),
            "area_shared": weights.area_shared * math.log1p(in_area),
            "country_shared": weights.country_shared * math.log1p(in_country),
        }
        for row in name.rows for in_area, in_country in (shared.others(name, row),)
    ]


def _weigh(row: PlaceRow, name: Name, setting: Setting, weights: Weights) -> Parts:
    return {
        "people": weights.people * math.log10(row.population + 1), "level": _level(row, weights),
        "main_name": weights.main_name * row.is_main,
        "inside": weights.inside * lies_in(row, name.containers),
        "expected": weights.expected * (row.row == name.expected),
        "acts": weights.acts * (name.acts and row.row == name.expected),
        "holds": weights.holds * (row.country in name.holds),
        "clue": weights.clue * setting.clues.get(row.country, 0.0),
        "home": weights.home * (row.country == setting.home),
    }


def _level(row: PlaceRow, weights: Weights) -> float:
    levels = {"country": weights.country, "admin1": weights.area, "admin2": weights.county, "city": 0.0}
    return levels.get(row.level, weights.region)


def _pull(place: PlaceRow, others: Sequence[PlaceRow], near_km: float) -> float:
    return max((math.exp(-distance_km(place, other) / near_km) for other in others), default=0.0)
