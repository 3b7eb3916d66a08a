"""Lists on a page as the labeller sees them: what heads them, runs of short lines, rows that follow one pattern."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from copydesk.clean.features import Sight
from copydesk.clean.steps import Steps

HEADS = frozenset(("related_link", "comment", "promotion", "legal", "navigation", "points", "caption"))
HEAD_WORDS = 8  # words and marks: a longer line heads no list
ENDING_PROSE = 2  # paragraphs in a row that end what a line has headed
BRIEF_WORDS = 6
PERIODS = (2, 3, 4, 5)  # lines of one row of a pattern
RUNS = Steps((1, "1"), (3, "2-3"), (8, "4-8"), beyond="9+")  # lines
KEPT = 16_384  # sets of features that are remembered
BULLETS = "•▪◦●■*–—-→>"


def see_lists(sights: Sequence[Sight]) -> tuple[Iterable[frozenset[str]], ...]:
    """Four families of features: heads that lines stand under, runs of short lines, patterns, bullets."""
    return _heads(sights), _runs(sights), _rows(sights), _bullets(sights)


def _heads(sights: Sequence[Sight]) -> Iterator[frozenset[str]]:
    """ "under.comment": the last short line above that opens like furniture of a kind, and how far above it stands."""
    heads: frozenset[str] = frozenset()
    distance = prose = 0
    for sight in sights:
        distance += 1
        yield _under(heads, RUNS.name(distance), sight.kind) if heads else heads
        prose = prose + 1 if sight.kind == "prose" else 0
        kinds = sight.opened & HEADS if sight.opened and len(sight.unit.words) <= HEAD_WORDS else None
        if kinds:
            heads, distance = kinds, 0
        elif prose >= ENDING_PROSE:
            heads = frozenset()


@lru_cache(maxsize=KEPT)
def _under(heads: frozenset[str], near: str, kind: str) -> frozenset[str]:
    return frozenset(each for head in heads for each in (f"under.{head}", f"under.{head}.{near}", f"under.{head}&kind.{kind}"))


def _runs(sights: Sequence[Sight]) -> list[frozenset[str]]:
    """ "run.4-8.first": how many short lines without a full stop stand together, and where in them this one is."""
    found = [frozenset[str]()] * len(sights)
    start = 0
    for i in range(len(sights) + 1):
        if i < len(sights) and _is_brief(sights[i]):
            continue
        length = RUNS.name(i - start)
        for j in range(start, i):
            found[j] = _run(length, "first" if j == start else "last" if j == i - 1 else "middle", sights[j].kind)
        start = i + 1
    return found


@lru_cache(maxsize=KEPT)
def _run(length: str, place: str, kind: str) -> frozenset[str]:
    return frozenset((f"run.{length}", f"run.{place}&kind.{kind}", f"run.{length}.{place}"))


def _is_brief(sight: Sight) -> bool:
    return len(sight.unit.words) <= BRIEF_WORDS and "end.stop" not in sight.features


def _bullets(sights: Sequence[Sight]) -> list[frozenset[str]]:
    """Whether the lines beside open with the same bullet, or count on."""
    marks = [mark if (mark := sight.unit.text[0]) in BULLETS else "1" if mark.isdigit() else "" for sight in sights]
    found = [frozenset[str]()] * len(sights)
    for i, mark in enumerate(marks):
        if mark and i and marks[i - 1] == mark:
            found[i] = _BEFORE
        elif mark and marks[i + 1:i + 2] == [mark]:
            found[i] = _BEHIND
    return found


_BEFORE, _BEHIND = frozenset(("bullet.company", "bullet.before")), frozenset(("bullet.company", "bullet.behind"))


def _rows(sights: Sequence[Sight]) -> list[frozenset[str]]:
    """ "row.3": the coarse kinds of three lines, not all of one kind, come again in the three lines below or above."""
    letters: dict[str, str] = {}
    kinds = "".join([letters.setdefault(sight.kind, chr(97 + len(letters))) for sight in sights])  # a letter a line
    held = [""] * len(sights)
    for period in PERIODS:
        inside = 0  # lines from here up that are part of a pattern of this period
        for i in range(len(kinds) - 2 * period + 1):
            row = kinds[i:i + period]
            if row == kinds[i + period:i + 2 * period] and row != row[0] * period:
                for j in range(max(i, inside), i + 2 * period):
                    held[j] += str(period)
                inside = i + 2 * period
    return [_row(periods, sight.kind) if periods else frozenset() for periods, sight in zip(held, sights, strict=True)]


@lru_cache(maxsize=KEPT)
def _row(periods: str, kind: str) -> frozenset[str]:
    """periods: one figure each."""
    return frozenset(each for period in periods for each in (f"row.{period}", f"row.{period}&kind.{kind}"))
