"""What the labeller sees around each unit: its place, its neighbours, lists, repetition, and what it shares with the text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from copydesk.clean.course import see_course
from copydesk.clean.features import BY, Sight, see_units
from copydesk.clean.lists import see_lists
from copydesk.clean.stamps import Stamps
from copydesk.clean.steps import Steps
from copydesk.clean.units import Unit
from copydesk.lexicon import World
from copydesk.lexicon.furniture import fold_line

PAGE_SIZES = Steps((2, "1-2"), (5, "3-5"), (12, "6-12"), beyond="13+")  # units on the page
DISTANCES = Steps((1, "1"), (3, "2-3"), (8, "4-8"), beyond="9+")  # units
LONGEST_GAP = 4  # units without prose inside one run of prose
LONG_RUN = 120  # words after which a time line ends a run
OWNER_WORDS, SHORT_NAME = 5, 6  # words and marks of an outlet's name, and letters of the shortest with its edges
NEIGHBOURHOOD = 3  # units on each side in which prose is counted
MOST_NAMED = 200  # writers, and legal lines, that are looked for in other lines
KEPT = 65_536  # places and neighbourhoods whose features are remembered
EDGE = "edge"
EDGES = ("edge.first", "edge.last", "edge.blank", "edge.wrapped", "edge.glued")
Families = tuple[frozenset[str], ...]  # the features of one unit
_NOTHING: frozenset[str] = frozenset()
_BETWEEN_WRITERS = re.compile(r",| and | & |\||\sin\s|\(")


def find_features(
    units: Sequence[Unit], world: World, stamps: Stamps, title: str | None = None,
) -> list[frozenset[str]]:
    """The features of each unit, all families together."""
    return [_NOTHING.union(*families) for families in find_families(units, world, stamps, title)]


def find_families(
    units: Sequence[Unit], world: World, stamps: Stamps, title: str | None = None,
) -> list[Families]:
    """The features of each unit by family: what is found in one pass over the page, as one set a unit.

    No name stands in two families. Sets that depend on little are made once and come again, so that the labeller knows what
    they weigh. title: the headline that metadata states, where it states one.
    """
    sights = see_units(units, world, stamps)
    places = _prose_places(sights)
    titled = fold_line(title) if title else ""
    passes = (
        [sight.features for sight in sights], _positions(sights, places), _zones(sights, places), _contexts(sights, places),
        [_NOTHING, *[sight.before for sight in sights[:-1]]], [*[sight.behind for sight in sights[1:]], _NOTHING],
        [_edges(i == 0, i == len(units) - 1, unit.blank, unit.wrapped, unit.glued) for i, unit in enumerate(units)],
        _repetitions(units), *see_lists(sights), *see_course(sights), _topics(sights, places),
        [_titled(unit, titled) for unit in units], _echoes(sights), _owned(sights),
    )
    return list(zip(*passes, strict=True))


@cache
def _edges(*held: bool) -> frozenset[str]:
    return frozenset(name for name, is_held in zip(EDGES, held, strict=True) if is_held)


def _prose_places(sights: list[Sight]) -> tuple[int, int]:
    """First and last unit of the main run of prose, by words, small gaps allowed; (-1, -1) where there is none.

    A line that is a time ends a run once it is long: there a card begins.
    """
    best, first, last, weight, gap = (-1, -1, 0), -1, -1, 0, 0
    for i, sight in enumerate(sights):
        if sight.kind in ("prose", "talk"):
            first, last, gap = (first if first >= 0 else i), i, 0
            weight += len(sight.unit.words)
            best = max(best, (first, last, weight), key=lambda run: run[2])
            continue
        gap += LONGEST_GAP if sight.kind == "time" and weight > LONG_RUN else sight.kind != "credit"
        if gap > LONGEST_GAP:
            first, weight = -1, 0
    return best[0], best[1]


def _zone(i: int, places: tuple[int, int]) -> str:
    first, last = places
    return "none" if first < 0 else "before" if i < first else "after" if i > last else "inside"


def _positions(sights: list[Sight], places: tuple[int, int]) -> Iterator[frozenset[str]]:
    (first, last), count = places, len(sights)
    size = PAGE_SIZES.name(count)
    for i in range(count):
        zone = _zone(i, places)
        distance = DISTANCES.name(first - i if zone == "before" else i - last) if zone in ("before", "after") else ""
        yield _place(zone, distance, "first" if i == first else "last" if i == last else "", f"quarter.{4 * i // count}", size)


def _zones(sights: list[Sight], places: tuple[int, int]) -> Iterator[frozenset[str]]:
    """Features of a unit by itself that count apart before, inside and after the main run of prose."""
    return (_in_zone(sight.zoned, _zone(i, places)) if sight.zoned else _NOTHING for i, sight in enumerate(sights))


@lru_cache(maxsize=KEPT)
def _place(zone: str, distance: str, edge: str, quarter: str, size: str) -> frozenset[str]:
    features = {f"zone.{zone}", quarter, f"page.{size}"}
    if distance:
        features.add(f"{zone}.{distance}")
    if edge:
        features.add(f"prose.{edge}")
    return frozenset(features)


@lru_cache(maxsize=KEPT)
def _in_zone(names: tuple[str, ...], zone: str) -> frozenset[str]:
    return frozenset([f"{name}&zone.{zone}" for name in names])


def _contexts(sights: list[Sight], places: tuple[int, int]) -> Iterator[frozenset[str]]:
    kinds = [EDGE, EDGE, *(sight.kind for sight in sights), EDGE, EDGE]
    prose = [sight.kind == "prose" for sight in sights]
    first, last = places
    for i in range(len(sights)):
        near = sum(prose[max(0, i - NEIGHBOURHOOD):i + NEIGHBOURHOOD + 1]) - prose[i]
        zone = "before" if i < first else "after" if i > last >= 0 else "inside"
        yield _context(tuple(kinds[i:i + 5]), min(near, 4), zone)


@lru_cache(maxsize=KEPT)
def _context(kinds: tuple[str, ...], near: int, zone: str) -> frozenset[str]:
    """kinds: of the two units above, the unit, and the two below."""
    last2, last, own, following, following2 = kinds
    return frozenset((
        f"kind.{own}", f"last.{last}", f"next.{following}", f"next2.{following2}", f"last2.{last2}", f"kind.{own}&last.{last}",
        f"kind.{own}&next.{following}", f"near.{near}", f"kind.{own}&near.{near}", f"kind.{own}&zone.{zone}",
    ))


def _repetitions(units: Sequence[Unit]) -> Iterator[frozenset[str]]:
    """Lines that stand twice, and lines most of whose word triples stand in another line (a repeated caption)."""
    whole = Counter(unit.folded for unit in units)
    own = [frozenset(zip(unit.words, unit.words[1:], unit.words[2:], strict=False)) for unit in units]
    counts = Counter[tuple[str, str, str]]()
    for mine in own:
        counts.update(mine)
    twice = {triple for triple, count in counts.items() if count > 1}
    for unit, mine in zip(units, own, strict=True):
        if whole[unit.folded] > 1:
            yield _WHOLE
        elif len(mine) > 3 and len(mine & twice) > 0.6 * len(mine):
            yield _PART
        else:
            yield _NOTHING


_WHOLE, _PART = frozenset(("repeat.whole",)), frozenset(("repeat.part",))


def _topics(sights: list[Sight], places: tuple[int, int]) -> Iterator[frozenset[str]]:
    """How much of a unit's content words stand in the main run of prose, and in the next paragraph: teasers share little."""
    first, last = places
    counts = Counter[str]()
    for sight in sights[max(0, first):last + 1]:
        if sight.kind == "prose":
            counts.update(sight.content)
    once, twice = counts.keys(), {word for word, count in counts.items() if count > 1}
    for i, sight in enumerate(sights):
        content = sight.content
        if len(content) < 2:
            yield _NOTHING
            continue
        level = opening = ""
        if counts:
            inside = sight.kind == "prose" and first <= i <= last
            shared = len(content & twice if inside else content & once) / len(content)
            level = "none" if not shared else "low" if shared < 0.2 else "mid" if shared < 0.45 else "high"
        following = next((other for other in sights[i + 1:i + 6] if other.kind == "prose"), None)
        if following:
            shared = len(content & following.content) / len(content)
            opening = "none" if not shared else "low" if shared < 0.3 else "high"
        yield _topic(sight.kind, level, opening)


@lru_cache(maxsize=KEPT)
def _topic(kind: str, level: str, opening: str) -> frozenset[str]:
    told = (f"topic.{level}", f"kind.{kind}&topic.{level}") if level else ()
    return frozenset((*told, f"opening.{opening}") if opening else told)


def _writers(sights: list[Sight]) -> tuple[str, ...]:
    """Names that stand alone on a line or after "by", folded: whoever they are, a line about them may be a biography."""
    found: dict[str, None] = {}
    for sight in sights:
        if not sight.features.isdisjoint(("name.only", "name.by", "name.role")):
            for part in _BETWEEN_WRITERS.split(BY.sub("", sight.unit.text)):
                if 2 <= len(part.split()) <= 4:
                    found[fold_line(part)] = None
    return tuple(found)[:MOST_NAMED]


def _echoes(sights: list[Sight]) -> Iterator[frozenset[str]]:
    writers = _writers(sights)
    for sight in sights:
        text = sight.unit.folded
        if not writers or not sight.features.isdisjoint(("name.only", "name.by")):
            yield _NOTHING
        elif text.startswith(writers):
            yield frozenset(("echo.opens", f"echo.opens&{sight.kind}"))
        else:
            yield _INSIDE if any(name in text for name in writers) else _NOTHING


def _owned(sights: list[Sight]) -> Iterator[frozenset[str]]:
    """Short lines that stand in the page's legal lines are the outlet's name."""
    lines = [f" {sight.unit.folded} " for sight in sights if "legal" in sight.opened or "mark.copyright" in sight.features]
    legal = "\n".join(lines[-MOST_NAMED:])
    for sight in sights:
        own = f" {sight.unit.folded} "
        is_short = len(sight.unit.words) <= OWNER_WORDS and len(own) > SHORT_NAME
        yield _OWNER if legal and is_short and "mark.copyright" not in sight.features and own in legal else _NOTHING


_INSIDE, _OWNER = frozenset(("echo.inside",)), frozenset(("echo.owner",))


def _titled(unit: Unit, title: str) -> frozenset[str]:
    if not title:
        return _NOTHING
    own = unit.folded
    if own == title:
        return frozenset(("title.same",))
    if len(own) > 20 and (own in title or title in own) and len(own) < 2 * len(title):
        return frozenset(("title.part",))
    return _NOTHING
