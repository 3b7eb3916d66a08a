"""Which words of an article name a place: states, regions, towns, and the adjectives and capitals that go with them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from copydesk.language.tree import is_relation
from copydesk.lexicon import World
from copydesk.lexicon.states import plain_words
from copydesk.record import Page, Reading
from copydesk.resolve.areas import find_areas, lies_in
from copydesk.resolve.organisations import is_nationals
from copydesk.resolve.spots import Spot

Rule = Literal["name", "modifier", "area after a town", "inside a name", "dateline"]
TOWN_OF_BODY = 100_000  # people: bodies called after smaller towns are mostly called after persons
LONGEST_SHORT = 6  # characters of an area's short form after a comma
_HELD_BY = (", ", " (", ", in ")  # what stands between a place and the area that holds it
_LIST_GOES_ON = re.compile(r",? (?:and|or) (?:the )?[A-Z]|, [A-Z]")
_LISTING = (", ", " and ", ", and ", " or ", " & ")  # what stands between the names of a list


@dataclass(frozen=True, slots=True, kw_only=True)
class Toponym:
    """A place named. start, end: code points. container: the area named right after it ("Moscow, Idaho"), "" if none.

    spot: what the words were found as, None where only the comma before them told. kind: the kind of area that the words
    after it give it ("Ash and Holm counties": county), "" if none.
    """

    start: int
    end: int
    name: str
    rule: Rule
    spot: Spot | None
    container: str = ""
    kind: str = ""

    @property
    def sought(self) -> str:
        """What it is looked for as: its plain words, with the kind of area that they are."""
        return f"{plain_words(self.name)} {self.kind}".strip()


def find_toponyms(page: Page, reading: Reading, spots: Sequence[Spot], world: World) -> tuple[Toponym, ...]:
    """Places named, in no order. Nationals ("Russians") are none; adjectives ("Russian troops") have rule modifier."""
    found: list[Toponym] = []
    for spot in spots:
        found.extend(_of_spot(page, reading, spot, world))
    found.extend(_after_towns(page, reading, spots, world))
    return tuple(found)


def _of_spot(page: Page, reading: Reading, spot: Spot, world: World) -> list[Toponym]:
    if spot.kind in ("state", "capital", "seat", "region", "place", "facility"):
        if spot.known is None and (_is_part_of_name(reading, spot) or not _is_name(page, spot, world)):
            return []
        return [_toponym(page, spot, "name")]
    if spot.kind in ("demonym", "region_adjective"):
        return [] if is_nationals(reading, spot) else [_toponym(page, spot, "modifier")]
    inside = () if spot.kind == "person" else (*spot.inside, *_town_of_body(page, reading, spot, world))
    named = (inner for inner in inside if _is_name(page, inner, world) and page.text[inner.start : inner.end] != "Western")
    return [_toponym(page, inner, "inside a name") for inner in named]


def _is_name(page: Page, spot: Spot, world: World) -> bool:
    """Whether any word of a place the reader found is more than a kind of place, a direction or a number."""
    words = page.text[spot.start : spot.end].lower().replace(".", " ").split()
    return any(word not in world.place_words.bare and not word.isdigit() and len(word) > 1 for word in words)


def _town_of_body(page: Page, reading: Reading, spot: Spot, world: World) -> list[Spot]:
    """The town or county that an unlisted organisation's name begins with: "Winnipeg Transit", "Clark County Court"."""
    if spot.kind not in ("organisation", "facility", "event") or spot.known is not None or spot.inside:
        return []
    for last in range(spot.last - 1, spot.first, -1):
        end = reading.tokens[last - 1].end
        words = page.text[spot.start : end]
        if any(row.is_main and (row.level == "admin2" or row.population >= TOWN_OF_BODY) for row in world.places.find(words)):
            return [replace(spot, end=end, last=last, kind="place")]
    return []


def _is_part_of_name(reading: Reading, spot: Spot) -> bool:
    """Whether the word after a place the reader found belongs to the same name: "Baku" of "Baku Pipeline Two"."""
    token = reading.tokens[spot.last - 1]
    head = reading.tokens[token.head]
    return is_relation(token, ("compound", "flat")) and token.head == spot.last and head.tag == "PROPN"


def _toponym(page: Page, spot: Spot, rule: Rule) -> Toponym:
    return Toponym(start=spot.start, end=spot.end, name=page.text[spot.start : spot.end], rule=rule, spot=spot)


def _after_towns(page: Page, reading: Reading, spots: Sequence[Spot], world: World) -> list[Toponym]:
    """Short forms of areas after a place and a comma: "Macon, Ga."."""
    taken = {index for spot in spots for index in range(spot.first, spot.last)}
    found = []
    for spot in spots:
        last = spot.last
        if last + 1 >= len(reading.tokens) or reading.tokens[last].text != "," or last + 1 in taken:
            continue
        end = min(reading.tokens[last + 1].start + LONGEST_SHORT, len(page.text))
        short = _longest_short(page.text[reading.tokens[last + 1].start : end], world)
        if short:
            start = reading.tokens[last + 1].start
            found.append(
                Toponym(start=start, end=start + len(short), name=short, rule="area after a town", spot=None)
            )
    return found


def _longest_short(text: str, world: World) -> str:
    for length in range(len(text), 1, -1):
        is_whole = length == len(text) or not text[length].isalnum()
        if is_whole and text[:length] in world.area_abbreviations:
            return text[:length]
    return ""


def with_surroundings(page: Page, reading: Reading, found: Sequence[Toponym], world: World) -> list[Toponym]:
    """Toponyms in page order with what stands around them: the area or town that contains them, the kind of area."""
    found = sorted(found, key=lambda toponym: (toponym.start, -toponym.end))
    named: list[Toponym] = []
    kind = ""
    for place in range(len(found) - 1, -1, -1):
        toponym, following = found[place], found[place + 1] if place + 1 < len(found) else None
        gap = page.text[toponym.end : following.start] if following else ""
        own = _kind_after(page.text[toponym.end :], world)
        kind = own or ((kind or _kind_in(following, world)) if gap in _LISTING else "")
        container = following.name if following and _contains(page, reading, toponym, following, world) else ""
        if not container and place and world.place_words.is_built(toponym.name):
            owner = found[place - 1]
            container = owner.name if page.text[owner.end : toponym.start] in ("'s ", "’s ") else ""
        named.append(replace(toponym, container=container, kind=kind if toponym.rule != "modifier" else ""))
    return named[::-1]


def _kind_after(text: str, world: World) -> str:
    """The kind of area that the word after a name makes it, in small letters: "Harris county", "Ash and Holm counties"."""
    word = re.match(r" ([a-z]+)", text)
    return world.place_words.kind_of(word[1]) if word else ""


def _kind_in(toponym: Toponym | None, world: World) -> str:
    """The kind that a name itself gives in the plural to the names before it: "Holm counties"."""
    last = toponym.name.split()[-1] if toponym else ""
    return world.place_words.kind_of(last) if last.endswith("s") else ""


def _contains(page: Page, reading: Reading, inner: Toponym, outer: Toponym, world: World) -> bool:
    """Whether the name that follows is said to hold a place: after a comma, in parentheses, or after "in".

    In a list ("Mosul, Kirkuk and Erbil"), and after "in" where the tree hangs the one not on the other, only what holds a
    place of that name does: "London in Ontario", not "met Iran in Vienna".
    """
    gap = page.text[inner.end : outer.start]
    if outer.rule == "modifier" or (gap != " in " and gap not in _HELD_BY):
        return False
    if gap == " in " and (world.place_words.is_built(inner.name) or _hangs_on(reading, outer, inner)):
        return True
    areas, rows = find_areas(outer.name, world), world.places.find(plain_words(inner.name))
    if any(lies_in(row, areas) for row in rows):
        return True
    is_unlisted = inner.spot is None or inner.spot.known is None
    return is_unlisted and not rows if gap == " in " else not _LIST_GOES_ON.match(page.text, outer.end)


def _hangs_on(reading: Reading, outer: Toponym, inner: Toponym) -> bool:
    """Whether the tree hangs one name directly on another: "Paris in Texas"."""
    tokens = reading.tokens
    return any(
        inner.start <= tokens[token.head].start < inner.end
        for token in tokens[_token_at(reading, outer.start) : _token_at(reading, outer.end)]
    )


def _token_at(reading: Reading, offset: int) -> int:
    """The index of the first token that starts at an offset or after it."""
    return bisect_left(reading.tokens, offset, key=lambda token: token.start)
