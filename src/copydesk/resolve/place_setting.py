"""Where an article plays, by its words: states and areas named, words at home in one state, the outlet's country."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from copydesk.lexicon import World
from copydesk.record import Article, Reading
from copydesk.resolve.areas import Area
from copydesk.resolve.ranking import Name, Setting

NO_CLUES: Mapping[str, float] = MappingProxyType({})


def make_setting(
    names: Sequence[Name], world: World, *, home: str | None, clues: Mapping[str, float],
) -> Setting:
    """The states that the names themselves name, or areas of, with what else says where the article plays."""
    countries: Counter[str] = Counter()
    for name in names:
        if name.country is not None:
            countries[name.country] += name.said
        for country, _ in _areas_said(name, world):
            countries[country] += name.said
    return Setting(countries=countries, home=home, clues=clues)


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


def find_home(article: Article, world: World) -> str | None:
    """The state of the article's outlet, alpha-3, None where the table does not list it."""
    outlet = world.outlets.find(article.outlet) if article.outlet else None
    return outlet.country if outlet else None


def find_clues(reading: Reading, world: World) -> Mapping[str, float]:
    """State -> share of the words at home in some states ("sheriff") that are at home there; few words weigh little.

    Each word counts once however often it stands; one of several states counts for a part in each.
    """
    said = dict(world.country_clues.find([token.lemma.lower() for token in reading.tokens]))
    votes: Counter[str] = Counter()
    for countries in said.values():
        for country in countries:
            votes[country] += 1 / len(countries)  # type: ignore[assignment]
    return {country: count / (1 + len(said)) for country, count in votes.items()}
