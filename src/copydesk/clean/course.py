"""How a page runs: what stood above a line and what is still to come, its length among the paragraphs, its group of lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from statistics import median

from copydesk.clean.features import Sight
from copydesk.clean.steps import Steps

SIGNS = ("time", "name", "credit")  # kinds of line that open an article or a card
COUNTS = Steps((0, "0"), (1, "1"), (3, "2-3"), (8, "4-8"), beyond="9+")
SHORT, LONG = 0.5, 1.4  # of the median length of the page's paragraphs
KEPT = 16_384  # sets of features that are remembered
AIRY = 0.8  # share of lines below an empty one above which all lines stand apart


def see_course(sights: Sequence[Sight]) -> tuple[Iterable[frozenset[str]], ...]:
    """Four families of features: of a pass down and of one up, of lengths, of groups."""
    return _pass(sights, "above"), _pass(sights[::-1], "below")[::-1], _lengths(sights), _groups(sights)


def _pass(sights: Sequence[Sight], where: str) -> list[frozenset[str]]:
    """What was seen since the last paragraph and since the edge of the page, before each unit in this order."""
    found = []
    since: frozenset[str] = frozenset()
    prose = titles = lines = 0
    for sight in sights:
        counts = (("prose", COUNTS.name(prose)), ("titles", COUNTS.name(titles)), ("lines", COUNTS.name(lines)))
        found.append(_seen(where, since, counts, sight.kind))
        if sight.kind == "prose":
            since, titles, lines = frozenset(), 0, 0
            prose += 1
            continue
        if sight.kind in SIGNS:
            since |= {sight.kind}
        titles += sight.kind in ("title", "talk")
        lines += 1
    return found


@lru_cache(maxsize=KEPT)
def _seen(where: str, since: frozenset[str], counts: tuple[tuple[str, str], ...], kind: str) -> frozenset[str]:
    told = [f"{where}.{what}.{count}" for what, count in counts] + [f"{where}.{sign}" for sign in since]
    return frozenset((*told, *(f"{each}&kind.{kind}" for each in told if not each.startswith(f"{where}.lines."))))


def _lengths(sights: Sequence[Sight]) -> list[frozenset[str]]:
    """Whether a line is short or long beside the page's paragraphs."""
    sizes = [len(sight.unit.words) for sight in sights if sight.kind == "prose"]
    if len(sizes) < 3:
        return [frozenset()] * len(sights)
    middle = median(sizes)
    shares = (len(sight.unit.words) / middle for sight in sights)
    levels = ("short" if share < SHORT else "long" if share > LONG else "like" for share in shares)
    return [_length(level, sight.kind) for level, sight in zip(levels, sights, strict=True)]


@lru_cache(maxsize=KEPT)
def _length(level: str, kind: str) -> frozenset[str]:
    return frozenset((f"length.{level}", f"length.{level}&kind.{kind}"))


def _groups(sights: Sequence[Sight]) -> Iterator[frozenset[str]]:
    """ "group.2-3.first": how many lines stand together without an empty line, and where among them this one does."""
    starts = [i for i, sight in enumerate(sights) if i == 0 or sight.unit.blank]
    if len(starts) < 3 or len(starts) > AIRY * len(sights):
        yield from [frozenset[str]()] * len(sights)
        return
    for start, end in pairwise((*starts, len(sights))):
        size = COUNTS.name(end - start)
        for i in range(start, end):
            yield _group(size, "first" if i == start else "last" if i == end - 1 else "middle", sights[i].kind)


@lru_cache(maxsize=KEPT)
def _group(size: str, place: str, kind: str) -> frozenset[str]:
    return frozenset((f"group.{size}", f"group.{size}.{place}", f"group.{place}&kind.{kind}"))
