"""Who an actor's words stand for: its country and sectors, from names, offices, demonyms and agent words."""

from __future__ import annotations

import re
from functools import lru_cache

from copydesk.lexicon import World
from copydesk.lexicon.agents import FORMER, VAGUE
from copydesk.lexicon.offices import Holder

Code = tuple[str | None, tuple[str, ...]]

_WORD = re.compile(r"[\w.&]+(?:[-'’][\w]+)*")
_CUT = frozenset((
    "in", "to", "from", "with", "at", "on", "against", "for", "near", "by", "who", "which", "that", "as", "after",
    "over", "into",
))
# Inhabitants from which a name alone, or at the head of an organisation's name, is taken for the place (set by hand).
TOWN, CITY = 50_000, 300_000
COMPASS = frozenset((
    "north", "south", "east", "west", "northern", "southern", "eastern", "western", "central", "northeast", "northwest",
    "southeast", "southwest", "northeastern", "northwestern", "southeastern", "southwestern", "upper", "lower",
))
_LONGEST_NAME = 7  # words of the longest name looked up
# A person's duty in office is executive; organisations that act like states have their own "country".
_ORGANISATIONS = {"NATO": "IGO"}


def code_actor(phrase: str, world: World, day: str | None = None) -> Code:
    """Country and PLOVER sectors (primary first) of an actor's words: "Russian warplanes" is RUS, MIL.

    day: ISO 8601 prefix, for who held office then. Unknown parts are None and (). A pronoun is (None, ("UNK",)).
    """
    return _code(phrase, world, day)


@lru_cache(maxsize=65_536)
def _code(phrase: str, world: World, day: str | None) -> Code:
    words = [re.sub(r"(?:'s|’s|['’])$", "", word) for word in _WORD.findall(phrase)]
    if words and words[0].lower() in ("the", "a", "an", "some", "several"):
        words = words[1:]
    if not words:
        return None, ()
    named = _code_named(words, world, day)
    head = _head_part(words)
    agent = world.agents.find([word.lower() for word in head])
    former = any(word.lower() in FORMER or word.lower().startswith("ex-") for word in words)
    country = (named[0] if named else None) or _find_country(words, world) or (agent.country if agent else None)
    if country is None:
        country = _find_place(words, world, of_organisation=agent is not None)
    sectors = named[1] if named is not None else (agent.sectors if agent else ())
    if former and sectors[:1] in (("GOV",), ("LEG",), ("MIL",), ("SPY",), ("JUD",)):
        sectors = ("ELI",)
    if not sectors and country:
        sectors = _bare_sectors(words, world)
    return (world.states.sovereign(country) if country else None), sectors


def _head_part(words: list[str]) -> list[str]:
    """The words up to the first preposition but "of"; of "X of Y" only X where X says something."""
    for place, word in enumerate(words):
        if place and word.lower() in _CUT:
            return words[:place]
    return words


def _code_named(words: list[str], world: World, day: str | None) -> Code | None:
    """The code of the longest registered name or office holder in the words; None where there is none.

    A sector word inside the name says nothing: the African Union is no labour union.
    """
    head = _head_part(words)
    for length in range(min(len(head), _LONGEST_NAME), 0, -1):
        for begin in range(len(head) - length + 1):
            run = head[begin : begin + length]
            if not run[0][:1].isupper():
                continue
            after = head[begin + length : begin + length + 1]
            code = _lookup_name(
                " ".join(run), length, world, day, ends=not (after and after[0][:1].isupper()), whole=not after,
            )
            if code is not None:
                return _with_own_words(code, head[:begin] + head[begin + length :], world)
    return None


def _lookup_name(
    name: str, length: int, world: World, day: str | None, *, ends: bool, whole: bool,
) -> Code | None:
    """ends: no capitalised word follows, so the name is whole ("Juan Carlos" is no name in "Juan Carlos Jobet").

    whole: nothing follows at all, as a surname alone must end its phrase.
    """
    actor = world.register.find(name)
    if actor is not None:
        return actor.country, actor.sectors
    if not ends or (length == 1 and not whole):
        return None
    rows = world.offices.find_name(name) if length > 1 else world.offices.find_surname(name)
    if rows and (length > 1 or (world.states.find(name) is None and _one_person(rows, day))):
        return _code_holder(rows, day)
    return None


def _one_person(rows: tuple[Holder, ...], day: str | None) -> bool:
    held = [row for row in rows if day is None or row.held(day, day)] or list(rows)
    return len({row.name for row in held}) == 1


def _code_holder(rows: tuple[Holder, ...], day: str | None) -> Code:
    """GOV while in office (or where no day is given), ELI after it; before it only the country is known."""
    country = _ORGANISATIONS.get(rows[0].country, rows[0].country)
    if day is None or any(row.held(day, day) for row in rows):
        return country, ("GOV",)
    if all(row.since > day for row in rows):
        return country, ()
    return country, ("ELI",)


def _with_own_words(code: Code, others: list[str], world: World) -> Code:
    """Other words of the phrase tell the sector better than the name: "European Union legislators" are LEG."""
    agent = world.agents.find([word.lower() for word in others]) if others else None
    country, sectors = code
    if agent is not None and agent.sectors and agent.sectors not in (("CVL",), VAGUE):
        sectors = agent.sectors
    return country, sectors


def _find_country(words: list[str], world: World) -> str | None:
    """The first state named in the words, before any preposition if possible; longest name first."""
    head = _head_part(words)
    return _first_state(head, world) or _first_state(words[len(head) :], world)


def _first_state(words: list[str], world: World) -> str | None:
    for begin in range(len(words)):
        for length in range(min(5, len(words) - begin), 0, -1):
            run = " ".join(words[begin : begin + length])
            hit = world.states.find(run)
            if hit is not None:
                return hit.country
            if length == 1 and "-" in run:
                for part in run.split("-"):
                    hit = world.states.find(part)
                    if hit is not None:
                        return hit.country
    return None


def _find_place(words: list[str], world: World, *, of_organisation: bool) -> str | None:
    """The country of a region or large town named in the words: a whole name, or how an organisation's name begins."""
    begin = 0
    while begin < len(words):
        end = begin
        while end < len(words) and words[end][:1].isupper():
            end += 1
        run = words[begin:end]
        for length in range(len(run), 0, -1):
            if all(word.lower() in COMPASS for word in run[:length]):
                continue  # provinces are called so, but "the Southern districts" are anybody's
            rest = [word.lower() for word in run[length:]]
            if rest and not (of_organisation and world.agents.find(rest)):
                continue  # "South East" is no place in "South East Asia"; "Texas" is one in "Texas Bar Association"
            country = _country_of(" ".join(run[:length]), world, whole=length == len(run)) if run else None
            if country is not None:
                return country
        begin = max(end, begin + 1)
    return None


def _country_of(name: str, world: World, *, whole: bool) -> str | None:
    region = world.regions.find(name)
    if region is not None and region.country:
        return region.country
    largest = next(iter(world.places.find(name)), None)
    if largest is None or not largest.country:
        return None
    known = largest.level == "admin1" or largest.population >= (TOWN if whole else CITY)
    return largest.country if known else None


def _bare_sectors(words: list[str], world: World) -> tuple[str, ...]:
    """A seat of government alone stands for the government; nationals alone are civilians; a state alone is neither."""
    hit = world.states.find(" ".join(words))
    if hit is None:
        return ()
    if hit.kind in ("capital", "metonym"):
        return ("GOV",)
    return ("CVL",) if hit.kind == "demonym" and words[-1].endswith("s") else ()
