"""Whose an actor is, by words for states, by the ruler it belongs to, and by the place it is of."""

from __future__ import annotations

from copydesk.events.named import likeliest
from copydesk.lexicon import World
from copydesk.lexicon.offices import Holder

# Inhabitants from which a name alone, or at the head of an organisation's name, is taken for the place (set by hand).
TOWN, CITY = 50_000, 300_000
COMPASS = frozenset((
    "north", "south", "east", "west", "northern", "southern", "eastern", "western", "central", "northeast", "northwest",
    "southeast", "southwest", "northeastern", "northwestern", "southeastern", "southwestern", "upper", "lower",
))
ETHNIC = "ethnic"
SEVERAL = "IGO"  # what states do together
_LONGEST_STATE = 5  # words


def find_state(words: list[str], world: World) -> str | None:
    """The first state whose own the words are; longest word for it first.

    A state beside a hyphen is the actor's only where it leads ("Saudi-led"), holds or settles it: not where it backs, arms
    or opposes it. Names of parts of the world are passed over ("Latin American presidents" are not American).
    """
    begin = 0
    while begin < len(words):
        if words[begin].lower() == ETHNIC:  # "ethnic Albanians" live elsewhere
            begin += 2
            continue
        for length in range(min(_LONGEST_STATE, len(words) - begin), 0, -1):
            run = " ".join(words[begin : begin + length])
            hit = world.states.find(run)
            if hit is not None:
                return hit.country
            region = world.regions.find(run)
            if region is not None and region.country is None:
                begin += length - 1
                break
            led = _state_in_compound(run, words[begin + 1 :], world) if length == 1 and "-" in run else None
            if led is not None:
                return led
        begin += 1
    return None


def _state_in_compound(word: str, after: list[str], world: World) -> str | None:
    parts = word.split("-")
    if any(world.actor_words.has("beside", part.lower()) for part in (parts[0], parts[-1])) or parts[0].lower() == "pro":
        return None
    hit = next((hit for part in parts if (hit := world.states.find(part)) is not None), None)
    if hit is None:
        return None
    led = parts[-1].lower() == "led" and any(world.actor_words.has("several", each.lower()) for each in after)
    return SEVERAL if led else hit.country


def find_ruler(words: list[str], world: World, day: str | None) -> tuple[str, str] | None:
    """Country and row of the head of state or government to whom what the words name belongs: "the Obama administration".

    The name stands right before, or with nothing but small words between ("Putin's chief spokesman"). day: ISO 8601 prefix.
    """
    for place, word in enumerate(words[:-1]):
        if not word[:1].isupper() or not _is_rulers(words[place + 1 :], world) or not world.offices.spells(word):
            continue
        bearers = world.offices.find_surname(word)
        rows = [row for row in bearers if _leads(row, world)] or [row for row in bearers if row.duty == "state"]
        countries = {row.side for row in likeliest(tuple(rows), day)}
        if len(countries) == 1:
            return countries.pop(), rows[0].row
    return None


def _leads(row: Holder, world: World) -> bool:
    """Whether an office is that of the state's leader: a prime minister beside a ruling president leads nobody."""
    state = world.states.by_code(row.country)
    return state is not None and state.leads == row.duty


def _is_rulers(words: list[str], world: World) -> bool:
    small = all(not word[:1].isupper() for word in words)
    return small and (world.actor_words.has("ruler", words[-1].lower()) or world.actor_words.has("member", words[-1].lower()))


def find_place(words: list[str], world: World, *, of_organisation: bool) -> str | None:
    """The country of a region or large town named in the words: a whole name, or how an organisation's name begins."""
    begin = 0
    while begin < len(words):
        end = begin
        while end < len(words) and words[end][:1].isupper():
            end += 1
        run = words[begin:end]
        if world.actor_words.has("vague", " ".join(run)) or (len(run) == 1 and world.agents.find([run[0].lower()])):
            run = []  # "Union leaders" lead no town
        for length in range(len(run), 0, -1):
            if all(word.lower() in COMPASS for word in run[:length]):
                continue  # provinces are called so, but "the Southern districts" are anybody's
            rest = [word.lower() for word in run[length:]]
            if rest and not (of_organisation and world.agents.find(rest)):
                continue  # "South East" is no place in "South East Asia"; "Texas" is one in "Texas Bar Association"
            country = _country_of(" ".join(run[:length]), world, whole=length == len(run))
            if country is not None:
                return country
        tails = (" ".join(run[place:]) for place in range(1, len(run) - 1)) if of_organisation else ()
        named = next((region.country for tail in tails if (region := world.regions.find(tail)) is not None), None)
        if named is not None:  # "Women's Alliance Northern Territory"
            return named
        begin = max(end, begin + 1)
    return None


def _country_of(name: str, world: World, *, whole: bool) -> str | None:
    region = world.regions.find(name)
    if region is not None:
        return region.country
    largest = next(iter(world.places.find(name)), None)
    if largest is None or not largest.country:
        return None
    known = largest.level == "admin1" or largest.population >= (TOWN if whole else CITY)
    return largest.country if known else None
