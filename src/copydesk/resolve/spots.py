"""Where an article names something: known names, institutions with their state, and the names the reader found."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from copydesk.lexicon import World
from copydesk.lexicon.known import Person
from copydesk.lexicon.outlets import Outlet
from copydesk.lexicon.regions import Region
from copydesk.lexicon.register import Actor, Institution
from copydesk.lexicon.states import StateHit
from copydesk.lexicon.trie import split_words
from copydesk.record import Name, Page, Reading, Span
from copydesk.resolve.bare_towns import find_unnamed_towns, is_town_alone

SpotKind = Literal[
    "state", "demonym", "capital", "seat", "region", "region_adjective", "actor", "institution", "person", "outlet",
    "organisation", "place", "facility", "group", "event", "document", "weapon",
]  # fmt: skip
Known = StateHit | Actor | Region | Person | Outlet | Institution | None
LABELS: dict[str, SpotKind] = {
    "person": "person", "organisation": "organisation", "state": "place", "place": "place", "group": "group",
    "facility": "facility", "event": "event", "weapon": "weapon", "law": "document", "work": "document",
    "outlet": "outlet",
}  # fmt: skip
STATE_KINDS: dict[str, SpotKind] = {"name": "state", "demonym": "demonym", "capital": "capital", "metonym": "seat"}
GEOGRAPHIC = ("state", "demonym", "capital", "region", "region_adjective")
_MISTAKEN = ("organisation", "group", "event", "person", "facility", "outlet")  # what the reader takes towns for
BETWEEN_STATE_AND_INSTITUTION = 2  # words such as "federal" or "own" that may stand between the two
DANGLING = re.compile(r"[ ,;:–—-]+$")
POSSESSIVE = re.compile(r"['’]s?$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """Words that name something. start, end: code points; first, last: tokens, half-open. known: the table's row.

    country: of an institution, the state whose it is. inside: geographic words within a longer name.
    """

    start: int
    end: int
    first: int
    last: int
    kind: SpotKind
    known: Known = None
    country: str | None = None
    inside: tuple[Spot, ...] = ()

    @property
    def span(self) -> Span:
        """The characters named."""
        return Span(start=self.start, end=self.end)

    def covers(self, other: Spot) -> bool:
        """Whether the other lies wholly within this one."""
        return self.start <= other.start and other.end <= self.end


def find_spots(page: Page, reading: Reading, world: World, *, outlet: str | None = None) -> tuple[Spot, ...]:
    """All spots of an article in page order, none overlapping another. outlet: the article's own, as it calls itself."""
    if not reading.tokens:
        return ()
    hits: list[Spot] = []
    institutions: list[Spot] = []
    for sentence in reading.sentences:
        words = split_words(page.text, sentence.start, sentence.end)
        for found in world.known_names.names.find(words):
            if page.text[found.end : found.end + 1] in ("$", "€", "£"):
                continue  # "US$" is a currency
            meaning = found.meanings[0]
            if isinstance(meaning, Outlet) and not _is_outlet(page.text, (found.start, found.end), outlet, world):
                continue
            hits.append(_known(reading, found.start, found.end, meaning))
        for place in world.known_names.institutions.find(words):
            institutions.append(_spot(reading, place.start, place.end, "institution", place.meanings[0]))
    owned = [spot for hit in institutions if (spot := _own(page, reading, hit, hits))]
    bare = [spot for hit in institutions if (spot := _bare(reading, hit))]
    hits = [_with_state(page.text, reading, hit, world) for hit in hits]
    named = [
        spot for name in reading.names
        if (spot := _named(page, reading, name, hits)) and not _is_part_of_state(page.text, spot, world)
    ]
    settled = _settle(owned, hits, [*named, *bare])
    taken = {index for spot in settled for index in range(spot.first, spot.last)}
    towns = [
        _spot(reading, token.start, token.end, "place", None) for token in find_unnamed_towns(reading, taken, world)
    ]
    return _relabel(page, reading, tuple(sorted((*settled, *towns), key=lambda spot: spot.start)), world)


def _known(reading: Reading, start: int, end: int, meaning: Known) -> Spot:
    if isinstance(meaning, StateHit):
        return _spot(reading, start, end, STATE_KINDS[meaning.kind], meaning)
    if isinstance(meaning, Region):
        spot = _spot(reading, start, end, "region", meaning)
        is_adjective = reading.tokens[spot.last - 1].text in meaning.adjectives
        return replace(spot, kind="region_adjective") if is_adjective else spot
    kind: SpotKind = "actor" if isinstance(meaning, Actor) else "person" if isinstance(meaning, Person) else "outlet"
    return _spot(reading, start, end, kind, meaning)


def _is_outlet(text: str, place: tuple[int, int], own: str | None, world: World) -> bool:
    """Whether a name of the table stands for that outlet here, not for a common word or for the page's own outlet.

    "Time" names an outlet only beside a word that says so, and "the Courier" on the pages of a Lakeside Courier is that.
    """
    name = text[place[0]:place[1]].removeprefix("The ")
    if not world.outlets.is_plain(name) and own is not None and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", own):
        return False
    return world.outlets.is_said(text, *place)


def _spot(reading: Reading, start: int, end: int, kind: SpotKind, known: Known) -> Spot:
    first = max(bisect_right(reading.tokens, start, key=lambda token: token.start) - 1, 0)
    last = first + 1
    while last < len(reading.tokens) and reading.tokens[last].start < end:
        last += 1
    if reading.tokens[last - 1].text.endswith(".") and reading.tokens[last - 1].end == end + 1:
        end += 1  # the full stop of an abbreviation that is one token
    return Spot(start=start, end=end, first=first, last=last, kind=kind, known=known)


def _own(page: Page, reading: Reading, hit: Spot, hits: list[Spot]) -> Spot | None:
    """An institution together with the word for its state, before it or after "of"; None where no state is named."""
    if reading.tokens[hit.last - 1].tag == "ADJ":
        return None
    before = next((s for s in reversed(hits) if s.end <= hit.start), None)
    if before and _is_state(before) and _joins(reading, before, hit):
        return replace(hit, start=before.start, first=before.first, country=_country(before), inside=(before,))
    after = next((s for s in hits if s.start >= hit.end), None)
    gap = page.text[hit.end : after.start].split() if after else []
    if after and _is_state(after) and [word.lower() for word in gap] in (["of"], ["of", "the"]):
        return replace(hit, end=after.end, last=after.last, country=_country(after), inside=(after,))
    return None


def _bare(reading: Reading, hit: Spot) -> Spot | None:
    """An institution named like a name, without its state: "the Foreign Ministry"."""
    tokens = reading.tokens[hit.first : hit.last]
    is_name = len(tokens) > 1 and all(token.text[0].isupper() or token.tag in ("ADP", "DET") for token in tokens)
    return replace(hit, kind="organisation", known=None) if is_name else None


def _joins(reading: Reading, before: Spot, hit: Spot) -> bool:
    between = reading.tokens[before.last : hit.first]
    if between and between[0].text in ("'s", "’s", "'", "’"):
        between = between[1:]
    return len(between) <= BETWEEN_STATE_AND_INSTITUTION and all(
        token.tag == "ADJ" or (token.tag in ("NOUN", "PROPN") and token.text[0].isupper()) for token in between
    )


def _is_state(spot: Spot) -> bool:
    return spot.kind in ("state", "demonym") and isinstance(spot.known, StateHit)


def _country(spot: Spot) -> str | None:
    return spot.known.country if isinstance(spot.known, StateHit) else None


def _named(page: Page, reading: Reading, name: Name, hits: list[Spot]) -> Spot | None:
    """A name the reader found, without possessive and without marks at its end; None where it is nothing but a known name."""
    words = DANGLING.sub("", page.text[name.start : name.end])
    end = name.start + len(POSSESSIVE.sub("", words))
    spot = _spot(reading, name.start, end, LABELS[name.label], None)
    inside = tuple(hit for hit in hits if spot.covers(hit))
    if any(hit.start == spot.start and hit.end == spot.end for hit in inside):
        return None
    if any(hit.covers(spot) for hit in hits) or spot.end <= spot.start:
        return None
    return replace(spot, inside=tuple(hit for hit in inside if hit.kind in GEOGRAPHIC))


def _with_state(text: str, reading: Reading, hit: Spot, world: World) -> Spot:
    """An actor of the register with the state that its name begins with: "the Sudanese army"."""
    if hit.kind != "actor" or hit.last - hit.first < 2:
        return hit
    words = split_words(text, hit.start, reading.tokens[hit.last - 2].end)
    states = (found for found in world.known_names.names.find(words) if isinstance(found.meanings[0], StateHit))
    return replace(hit, inside=tuple(_known(reading, found.start, found.end, found.meanings[0]) for found in states))


def _is_part_of_state(text: str, spot: Spot, world: World) -> bool:
    """Whether a name is only the part of a state that a sentence begins with: "Southern Malawi", not "Western Australia"."""
    if spot.kind != "place" or len(spot.inside) != 1 or not _is_state(spot.inside[0]) or spot.inside[0].end != spot.end:
        return False
    front = text[spot.start : spot.inside[0].start].strip().lower()
    return front.endswith("ern") and front in world.place_words.bare and not world.places.find(text[spot.start : spot.end])


def _settle(owned: list[Spot], hits: list[Spot], named: list[Spot]) -> tuple[Spot, ...]:
    """Of overlapping spots the better: institutions with their state, then longer known names, then the reader's."""
    order: list[tuple[int, int, Spot]] = []
    for spot in owned:
        order.append((0, spot.start - spot.end, spot))
    for spot in hits:
        over = [name for name in named if name.covers(spot)]
        order.append((3 if any(_beats(name, spot) for name in over) else 1, spot.start - spot.end, spot))
    for spot in named:
        order.append((2, spot.start - spot.end, spot))
    order.sort(key=lambda entry: (entry[0], entry[1], entry[2].start))
    kept: list[Spot] = []
    for spot in (entry[2] for entry in order):
        if not any(spot.start < other.end and other.start < spot.end for other in kept):
            kept.append(spot)
    return tuple(sorted(kept, key=lambda spot: spot.start))


def _relabel(page: Page, reading: Reading, spots: tuple[Spot, ...], world: World) -> tuple[Spot, ...]:
    """Spots with the reader's slips mended: what is a place elsewhere in the article, or stands after "in", is one here."""
    words = {spot: page.text[spot.start : spot.end] for spot in spots}
    surnames = {words[spot].split()[-1] for spot in spots if spot.kind == "person" and " " in words[spot]}
    places = {words[spot] for spot in spots if spot.kind == "place"} - surnames
    return tuple(
        replace(spot, kind="place")
        if spot.known is None and spot.kind in _MISTAKEN and (
            _is_place_after_all(reading, spot, words[spot], places, world)
            or (spot.kind != "group" and words[spot] not in surnames and is_town_alone(words[spot], world))
        ) else spot
        for spot in spots
    )  # fmt: skip


def _is_place_after_all(reading: Reading, spot: Spot, words: str, places: set[str], world: World) -> bool:
    """Whether a name is a place's elsewhere in the article, or stands after "in"."""
    before = reading.tokens[spot.first - 1].text.lower() if spot.first else ""
    located = before in ("in", "near", "outside") and (spot.kind != "person" or " " not in words)
    return (words in places or located) and any(row.is_main for row in world.places.find(words))


def _beats(name: Spot, hit: Spot) -> bool:
    """Whether a longer name of the reader's is another thing than the known name inside it."""
    if hit.kind == "demonym" and hit.start == name.start and name.kind in ("person", "group", "place"):
        return False
    if hit.kind in ("actor", "outlet") and hit.end == name.end and name.kind == "organisation":
        return False  # "Western NATO"
    return not isinstance(hit.known, Person)


def list_between(spots: Iterable[Spot], first: int, last: int) -> Iterator[Spot]:
    """The spots that lie within the tokens [first, last)."""
    return (spot for spot in spots if first <= spot.first and spot.last <= last)
