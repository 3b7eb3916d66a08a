"""What the labeller sees around each unit: its place, its neighbours, lists, repetition, and what it shares with the text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from copydesk.clean.course import see_course
from copydesk.clean.features import BY, Sight, folded, see_units
from copydesk.clean.lists import see_lists
from copydesk.clean.rhythm import see_rhythm
from copydesk.clean.stamps import Stamps
from copydesk.clean.topic import see_topics
from copydesk.clean.units import Unit
from copydesk.lexicon import World

PAGE_SIZES = ((2, "1-2"), (5, "3-5"), (12, "6-12"))  # units on the page, upper edges
LONGEST_GAP = 4  # units without prose inside one run of prose
LONG_RUN = 120  # words after which a time line ends a run
OWNER_WORDS, SHORT_NAME = 5, 6  # words and marks of an outlet's name, and letters of the shortest with its edges
NEIGHBOURHOOD = 3  # units on each side in which prose is counted
SEEN_BESIDE = re.compile(
    r"(?:counted\.\w+|words\.[\d+-]+|end\.\w+|case\.\w+|start\.bullet|mark\.colon|name\.role|shape\.wordless)$",
)


def find_features(
    units: Sequence[Unit], world: World, stamps: Stamps, title: str | None = None,
) -> list[frozenset[str]]:
    """The features of each unit. title: the headline that metadata states, where it states one."""
    sights = see_units(units, world, stamps)
    places = _prose_places(sights)
    repeated, lists, course = _repetitions(units), see_lists(sights), see_course(sights)
    topic = _Topic(sights, places)
    rhythm, topics = see_rhythm(sights), see_topics(sights, places)
    writers, owners = _writers(sights), _owners(sights)
    titled = folded(title) if title else ""
    seen = [_seen_beside(sight) for sight in sights]
    return [
        sight.features | _position(sights, i, places) | _context(sights, i, places) | _beside(sights, i, seen) | repeated[i]
        | lists[i] | course[i] | rhythm[i] | topics[i] | topic.features(i) | _titled(sight.unit, titled)
        | _echoes(sight, writers) | _owned(sight, owners)
        for i, sight in enumerate(sights)
    ]


def _seen_beside(sight: Sight) -> list[str]:
    """What the lines before and after see of a line: what it looks like and opens with."""
    opened = [f"opens.{kind}" for kind in sight.opened or ("nothing",)]
    return [each for each in sight.features if SEEN_BESIDE.match(each)] + opened


def _beside(sights: list[Sight], i: int, seen: list[list[str]]) -> frozenset[str]:
    features = {f"prev.{each}" for each in seen[i - 1]} if i else set()
    if i + 1 < len(sights):
        features.update([f"next.{each}" for each in seen[i + 1]])
    if sights[i].unit.blank:
        features.add("edge.blank")
    if sights[i].unit.wrapped:
        features.add("edge.wrapped")
    return frozenset(features)


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


def _position(sights: list[Sight], i: int, places: tuple[int, int]) -> frozenset[str]:
    first, last = places
    count, sight = len(sights), sights[i]
    zone = "none" if first < 0 else "before" if i < first else "after" if i > last else "inside"
    features = {f"zone.{zone}", f"quarter.{4 * i // max(1, count)}"}
    if zone == "before":
        features.add(f"before.{_distance(first - i)}")
    if zone == "after":
        features.add(f"after.{_distance(i - last)}")
    if i in places:
        features.add("prose.first" if i == first else "prose.last")
    features.add(f"page.{next((name for edge, name in PAGE_SIZES if count <= edge), '13+')}")
    if i == 0:
        features.add("edge.first")
    if i == count - 1:
        features.add("edge.last")
    features |= {f"opens.{kind}&zone.{zone}" for kind in sight.opened}
    features |= {f"{each}&zone.{zone}" for each in sight.features if each.startswith(("like.", "name.only.", "time.whole"))}
    return frozenset(features)


def _distance(units: int) -> str:
    return next((name for edge, name in ((1, "1"), (3, "2-3"), (8, "4-8")) if units <= edge), "9+")


def _context(sights: list[Sight], i: int, places: tuple[int, int]) -> frozenset[str]:
    def kind(j: int) -> str:
        return sights[j].kind if 0 <= j < len(sights) else "edge"

    own = sights[i].kind
    near = range(max(0, i - NEIGHBOURHOOD), min(len(sights), i + NEIGHBOURHOOD + 1))
    prose = sum(sights[j].kind == "prose" for j in near if j != i)
    features = {
        f"kind.{own}", f"last.{kind(i - 1)}", f"next.{kind(i + 1)}", f"next2.{kind(i + 2)}", f"last2.{kind(i - 2)}",
        f"kind.{own}&last.{kind(i - 1)}", f"kind.{own}&next.{kind(i + 1)}", f"near.{min(prose, 4)}",
        f"kind.{own}&near.{min(prose, 4)}",
    }
    zone = "before" if i < places[0] else "after" if i > places[1] >= 0 else "inside"
    features.add(f"kind.{own}&zone.{zone}")
    if sights[i].unit.glued:
        features.add("edge.glued")
    return frozenset(features)


def _repetitions(units: Sequence[Unit]) -> list[frozenset[str]]:
    """Lines that stand twice, and lines most of whose word triples stand in another line (a repeated caption)."""
    whole = Counter(unit.folded for unit in units)
    triples: Counter[tuple[str, ...]] = Counter()
    own = []
    for unit in units:
        mine = {unit.words[i:i + 3] for i in range(len(unit.words) - 2)}
        own.append(mine)
        triples.update(mine)
    found = []
    for unit, mine in zip(units, own, strict=True):
        features = set()
        if whole[unit.folded] > 1:
            features.add("repeat.whole")
        elif len(mine) > 3 and sum(triples[triple] > 1 for triple in mine) > 0.6 * len(mine):
            features.add("repeat.part")
        found.append(frozenset(features))
    return found


class _Topic:
    """How much of a unit's content words stand in the main run of prose: teasers of other stories share little."""

    def __init__(self, sights: list[Sight], places: tuple[int, int]) -> None:
        self.sights, self.places = sights, places
        self.counts: Counter[str] = Counter()
        for sight in sights[max(0, places[0]):places[1] + 1]:
            if sight.kind == "prose":
                self.counts.update(sight.content)

    def features(self, i: int) -> frozenset[str]:
        sight = self.sights[i]
        inside = sight.kind == "prose" and self.places[0] <= i <= self.places[1]
        features = set()
        if len(sight.content) >= 2 and self.counts:
            shared = sum(self.counts[word] > inside for word in sight.content) / len(sight.content)
            level = "none" if not shared else "low" if shared < 0.2 else "mid" if shared < 0.45 else "high"
            features |= {f"topic.{level}", f"kind.{sight.kind}&topic.{level}"}
        following = next((other for other in self.sights[i + 1:i + 6] if other.kind == "prose"), None)
        if following and len(sight.content) >= 2:
            shared = len(sight.content & following.content) / len(sight.content)
            features.add(f"opening.{'none' if not shared else 'low' if shared < 0.3 else 'high'}")
        return frozenset(features)


def _writers(sights: list[Sight]) -> frozenset[str]:
    """Names that stand alone on a line or after "by", folded: whoever they are, a line about them may be a biography."""
    found = set()
    for sight in sights:
        if sight.features & {"name.only", "name.by", "name.role"}:
            for part in re.split(r",| and | & |\||\sin\s|\(", BY.sub("", sight.unit.text)):
                if 2 <= len(part.split()) <= 4:
                    found.add(folded(part))
    return frozenset(found)


def _echoes(sight: Sight, writers: frozenset[str]) -> frozenset[str]:
    if sight.features & {"name.only", "name.by"} or not writers:
        return frozenset()
    text = sight.unit.folded
    if any(text.startswith(name) for name in writers):
        return frozenset(("echo.opens", f"echo.opens&{sight.kind}"))
    return frozenset(("echo.inside",)) if any(name in text for name in writers) else frozenset()


def _owners(sights: list[Sight]) -> list[str]:
    """The legal lines of the page, folded: short lines that stand in one are the outlet's name."""
    return [f" {sight.unit.folded} " for sight in sights if "legal" in sight.opened or "mark.copyright" in sight.features]


def _owned(sight: Sight, owners: list[str]) -> frozenset[str]:
    if not owners or len(sight.unit.words) > OWNER_WORDS or "mark.copyright" in sight.features:
        return frozenset()
    own = f" {sight.unit.folded} "
    return frozenset(("echo.owner",)) if len(own) > SHORT_NAME and any(own in line for line in owners) else frozenset()


def _titled(unit: Unit, title: str) -> frozenset[str]:
    if not title:
        return frozenset()
    own = unit.folded
    if own == title:
        return frozenset(("title.same",))
    if len(own) > 20 and (own in title or title in own) and len(own) < 2 * len(title):
        return frozenset(("title.part",))
    return frozenset()
