"""Lists on a page as the labeller sees them: what heads them, runs of short lines, rows that follow one pattern."""

from __future__ import annotations

from collections.abc import Sequence

from copydesk.clean.features import Sight

HEADS = frozenset(("related_link", "comment", "promotion", "legal", "navigation", "points", "caption"))
HEAD_WORDS = 8  # words and marks: a longer line heads no list
ENDING_PROSE = 2  # paragraphs in a row that end what a line has headed
BRIEF_WORDS = 6
PERIODS = (2, 3, 4, 5)  # lines of one row of a pattern
RUNS = ((1, "1"), (3, "2-3"), (8, "4-8"))  # lines, upper edges
BULLETS = "•▪◦●■*–—-→>"


def see_lists(sights: Sequence[Sight]) -> list[frozenset[str]]:
    """For each unit: the head it stands under, its run of short lines, its bullet's company, the pattern it is part of."""
    heads, runs, rows = _heads(sights), _runs(sights), _rows(sights)
    return [
        frozenset(heads[i] | runs[i] | rows[i] | _bullets(sights, i) | {f"{each}&kind.{sights[i].kind}" for each in rows[i]})
        for i in range(len(sights))
    ]


def _heads(sights: Sequence[Sight]) -> list[set[str]]:
    """ "under.comment": the last short line above that opens like furniture of a kind, and how far above it stands."""
    found: list[set[str]] = []
    heads: list[str] = []
    distance = prose = 0
    for sight in sights:
        distance += 1
        near = next((name for edge, name in RUNS if distance <= edge), "9+")
        under = [f"under.{head}" for head in heads]
        found.append({*under, *(f"{each}.{near}" for each in under), *(f"{each}&kind.{sight.kind}" for each in under)})
        prose = prose + 1 if sight.kind == "prose" else 0
        kinds = sorted(sight.opened & HEADS) if len(sight.unit.words) <= HEAD_WORDS else []
        if kinds:
            heads, distance = kinds, 0
        elif prose >= ENDING_PROSE:
            heads = []
    return found


def _runs(sights: Sequence[Sight]) -> list[set[str]]:
    """ "run.4-8.first": how many short lines without a full stop stand together, and where in them this one is."""
    found: list[set[str]] = [set() for _ in sights]
    start = 0
    for i in range(len(sights) + 1):
        if i < len(sights) and _is_brief(sights[i]):
            continue
        length = next((name for edge, name in RUNS if i - start <= edge), "9+")
        for j in range(start, i):
            place = "first" if j == start else "last" if j == i - 1 else "middle"
            found[j] = {f"run.{length}", f"run.{place}&kind.{sights[j].kind}", f"run.{length}.{place}"}
        start = i + 1
    return found


def _is_brief(sight: Sight) -> bool:
    return len(sight.unit.words) <= BRIEF_WORDS and "end.stop" not in sight.features


def _bullets(sights: Sequence[Sight], i: int) -> set[str]:
    """Whether the lines beside open with the same bullet, or count on."""
    mark = sights[i].unit.text[:1]
    if mark in BULLETS or mark.isdigit():
        for name, j in (("before", i - 1), ("behind", i + 1)):
            other = sights[j].unit.text[:1] if 0 <= j < len(sights) else ""
            if other == mark or (mark.isdigit() and other.isdigit()):
                return {"bullet.company", f"bullet.{name}"}
    return set()


def _rows(sights: Sequence[Sight]) -> list[set[str]]:
    """ "row.3": the coarse kinds of three lines, not all of one kind, come again in the three lines below or above."""
    kinds = [sight.kind for sight in sights]
    found: list[set[str]] = [set() for _ in sights]
    for period in PERIODS:
        for i in range(len(kinds) - 2 * period + 1):
            row = kinds[i:i + period]
            if len(set(row)) > 1 and row == kinds[i + period:i + 2 * period]:
                for j in range(i, i + 2 * period):
                    found[j] |= {f"row.{period}"}
    return found
