"""How a page runs: what stood above a line and what is still to come, its length among the paragraphs, its group of lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from statistics import median

from copydesk.clean.features import Sight

SIGNS = ("time", "name", "credit")  # kinds of line that open an article or a card
COUNTS = ((0, "0"), (1, "1"), (3, "2-3"), (8, "4-8"))  # upper edges
SHORT, LONG = 0.5, 1.4  # of the median length of the page's paragraphs
AIRY = 0.8  # share of lines below an empty one above which all lines stand apart


def see_course(sights: Sequence[Sight]) -> list[frozenset[str]]:
    """For each unit its features; one pass down, one up."""
    down, up = _pass(sights, "above"), _pass(sights[::-1], "below")[::-1]
    lengths, groups = _lengths(sights), list(_groups(sights))
    return [frozenset((*down[i], *up[i], *lengths[i], *groups[i])) for i in range(len(sights))]


def _pass(sights: Sequence[Sight], where: str) -> list[set[str]]:
    """What was seen since the last paragraph and since the edge of the page, before each unit in this order."""
    found: list[set[str]] = []
    since: set[str] = set()
    prose = titles = lines = 0
    for sight in sights:
        near = {f"{where}.{sign}" for sign in SIGNS if sign in since}
        found.append({
            *near, f"{where}.prose.{_count(prose)}", f"{where}.titles.{_count(titles)}", f"{where}.lines.{_count(lines)}",
            f"{where}.prose.{_count(prose)}&kind.{sight.kind}", f"{where}.titles.{_count(titles)}&kind.{sight.kind}",
            *(f"{each}&kind.{sight.kind}" for each in near),
        })
        since.add(sight.kind)
        titles += sight.kind in ("title", "talk")
        lines += 1
        if sight.kind == "prose":
            since, titles, lines = set(), 0, 0
            prose += 1
    return found


def _lengths(sights: Sequence[Sight]) -> list[set[str]]:
    """Whether a line is short or long beside the page's paragraphs."""
    sizes = [len(sight.unit.words) for sight in sights if sight.kind == "prose"]
    if len(sizes) < 3:
        return [set() for _ in sights]
    middle = median(sizes)
    found = []
    for sight in sights:
        share = len(sight.unit.words) / middle
        level = "short" if share < SHORT else "long" if share > LONG else "like"
        found.append({f"length.{level}", f"length.{level}&kind.{sight.kind}"})
    return found


def _groups(sights: Sequence[Sight]) -> Iterator[set[str]]:
    """ "group.2-3.first": how many lines stand together without an empty line, and where among them this one does."""
    starts = [i for i, sight in enumerate(sights) if i == 0 or sight.unit.blank]
    if len(starts) < 3 or len(starts) > AIRY * len(sights):
        yield from (set[str]() for _ in sights)
        return
    for start, end in zip(starts, [*starts[1:], len(sights)], strict=True):
        size = _count(end - start)
        for i in range(start, end):
            place = "first" if i == start else "last" if i == end - 1 else "middle"
            yield {f"group.{size}", f"group.{size}.{place}", f"group.{place}&kind.{sights[i].kind}"}


def _count(number: int) -> str:
    return next((name for edge, name in COUNTS if number <= edge), "9+")
