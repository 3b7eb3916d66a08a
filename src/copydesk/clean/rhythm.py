"""Lines whose lengths come again in one order (a title, a name, a title, a name): the strongest sign of a list of cards."""

from __future__ import annotations

from collections.abc import Sequence

from copydesk.clean.features import Sight

SHORT, TITLE = 3, 22  # words of a label and of a title, upper edges
FAR = 5  # lines between two of one shape; further off they say nothing of each other
PERIODS = (2, 3, 4, 5)  # lines of one card
STOPS = frozenset(("end.stop", "end.mark", "end.ellipsis", "end.colon"))


def see_rhythm(sights: Sequence[Sight]) -> list[frozenset[str]]:
    """For each unit: the shapes beside it, how far the next lines of its own shape are, and the period in which shapes come
    again.
    """
    shapes = [_shape(sight) for sight in sights]
    above, below = _distances(shapes), _distances(shapes[::-1])[::-1]
    periods = _periods(shapes)
    edged = ["edge", *shapes, "edge"]
    return [
        frozenset((
            f"beat.{shape}.{above[i]}.{below[i]}", f"turn.{'.'.join(edged[i:i + 3])}",
            *periods[i], *(f"{each}.{shape}" for each in periods[i]),
        ))
        for i, shape in enumerate(shapes)
    ]


def _shape(sight: Sight) -> str:
    """A time, a label of a few words, a sentence or a title."""
    count = sum(word[0].isalnum() for word in sight.unit.words)
    if sight.kind == "time":
        return "time"
    if count <= SHORT:
        return "label"
    return "sentence" if count > TITLE or sight.features & STOPS else "title"


def _distances(shapes: Sequence[str]) -> list[str]:
    """How many lines back the last one of the same shape stands; "far" where it is not near."""
    last: dict[str, int] = {}
    found = []
    for i, shape in enumerate(shapes):
        back = i - last.get(shape, -FAR)
        found.append(str(back) if back < FAR and shape in last else "far")
        last[shape] = i
    return found


def _periods(shapes: Sequence[str]) -> list[tuple[str, ...]]:
    """ "rhythm.3", whether it comes three times or more, and whether a unit opens it: the shortest period that holds."""
    found: list[tuple[str, ...]] = [()] * len(shapes)
    for period in PERIODS:
        start = 0
        for i in range(len(shapes) - period + 1):
            if i < len(shapes) - period and shapes[i] == shapes[i + period]:
                continue
            end = i + period
            if end - start >= 2 * period and len(set(shapes[start:end])) > 1:
                often = "often" if end - start >= 3 * period else "twice"
                for j in range(start, end):
                    place = "opens" if (j - start) % period == 0 else "inner"
                    found[j] = found[j] or (f"rhythm.{period}", f"rhythm.{often}", f"rhythm.{period}.{place}")
            start = i + 1
    return found
