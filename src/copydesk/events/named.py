"""The registered name or person in an actor's words, and what the tables say of it on a day."""

from __future__ import annotations

from dataclasses import dataclass

from copydesk.lexicon import World
from copydesk.lexicon.offices import RANKS, Holder, code_stays, first_day, last_day

_LONGEST_NAME = 7  # words of the longest name looked up
_SHORT = 6  # letters below which a lone surname must be spelled as in the tables: by sound "See" would be somebody's
_LEADING = 2  # ranks of offices, from the top, whose holders a surname alone may mean alike


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A name's country and sectors. first, end: its words; row: the table's row; is_body: an actor of the register."""

    country: str | None
    sectors: tuple[str, ...]
    first: int
    end: int
    row: str
    is_body: bool


def find_named(words: list[str], world: World, day: str | None) -> Named | None:
    """The longest registered name or person in an actor's words; None where there is none. day: ISO 8601 prefix or None."""
    for length in range(min(len(words), _LONGEST_NAME), 0, -1):
        for begin in range(len(words) - length + 1):
            run, after = words[begin : begin + length], words[begin + length : begin + length + 1]
            if any(word[:1].isupper() for word in (run[0], run[0].partition("-")[2])):
                found = _look_up(run, begin, world, day, follower=after[0] if after else None)
                if found is not None:
                    return found
    return None


def _look_up(run: list[str], first: int, world: World, day: str | None, *, follower: str | None) -> Named | None:
    """follower: the next word; a capitalised one makes the name a longer one ("Juan Carlos" in "Juan Carlos Jobet"), and a
    surname alone must end its phrase.
    """
    name, end = " ".join(run), first + len(run)
    actor = world.register.find(name)
    if actor is not None:
        return Named(
            country=actor.country, sectors=actor.sectors, first=first, end=end, row=f"register.tsv:{actor.id}", is_body=True,
        )
    if (follower is not None and (follower[:1].isupper() or len(run) == 1)) or world.states.find(name) is not None:
        return None
    if len(run) > 1:
        rows = world.offices.find_name(name)
    else:
        is_word = world.agents.find([name.lower()]) is not None
        is_short = len(name) < _SHORT and not world.offices.spells(name)
        rows = () if is_word or is_short else likeliest(world.offices.find_surname(name), day)
        if world.places.find(name):  # "Lagos" is a town unless somebody of that name serves
            rows = tuple(row for row in rows if day is not None and row.held(first_day(day), last_day(day)))
    return _code_bearers(rows, first, end, day)


def likeliest(rows: tuple[Holder, ...], day: str | None) -> tuple[Holder, ...]:
    """Of the bearers of a surname those who serve on the day, of these those of the highest office."""
    serving = tuple(row for row in rows if day is None or row.held(first_day(day), last_day(day))) or rows
    highest = min((RANKS.index(row.duty) for row in serving), default=0)
    return tuple(row for row in serving if RANKS.index(row.duty) <= max(highest, _LEADING - 1))


def _code_bearers(rows: tuple[Holder, ...], first: int, end: int, day: str | None) -> Named | None:
    """What all persons that a name may mean have in common: one person's code, or the country of several."""
    codes = {code_stays((row for row in rows if row.name == name), day) for name in {row.name for row in rows}}
    countries, sectors = {country for country, _ in codes}, {sectors for _, sectors in codes}
    if len(countries) != 1:
        return None
    told = sectors.pop() if len(sectors) == 1 else ()
    return Named(country=countries.pop(), sectors=told, first=first, end=end, row=rows[0].row, is_body=False)
