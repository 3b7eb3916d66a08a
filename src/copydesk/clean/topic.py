"""What a line is about: what it shares with its neighbours, and whether anything below it still speaks of the story."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from copydesk.clean.features import Sight

STEM = 5  # letters of a word that are held against each other
LEAST_STEMS = 3  # of a line of running text that can be on or off the story
WARM = 0.2  # share of a line's stems that the story has too
DISTANCES = ((0, "here"), (2, "1-2"), (5, "3-5"), (12, "6-12"))  # units below the last that is on the story, upper edges
PROSE = frozenset(("prose", "talk"))


def see_topics(sights: Sequence[Sight], places: tuple[int, int]) -> list[frozenset[str]]:
    """For each unit its features. places: first and last unit of the main run of prose."""
    stems = [frozenset(word[:STEM] for word in sight.content) for sight in sights]
    counts = Counter(stem for i in range(max(0, places[0]), places[1] + 1) if sights[i].kind == "prose" for stem in stems[i])
    inside = [sight.kind == "prose" and places[0] <= i <= places[1] for i, sight in enumerate(sights)]
    shares = [sum(counts[stem] > inside[i] for stem in own) / max(1, len(own)) for i, own in enumerate(stems)]
    told = [sight.kind in PROSE and len(own) >= LEAST_STEMS for sight, own in zip(sights, stems, strict=True)]
    warm = [i for i, share in enumerate(shares) if told[i] and share >= WARM]
    last = warm[-1] if warm else -1
    told_of = [stem if is_inside else frozenset[str]() for stem, is_inside in zip(stems, inside, strict=True)]
    return [
        frozenset((*_pairs(stems, told_of, counts, i), *(_below(i, last, sights[i].kind) if warm else ())))
        for i in range(len(sights))
    ]


def _pairs(stems: Sequence[frozenset[str]], told_of: Sequence[frozenset[str]], counts: Counter[str], i: int) -> list[str]:
    """Whether a unit shares a word with the line above or below: "pair.above", and "pair.above.off" where the rest of the
    story has none of its words. told_of: of each unit the stems that it adds to the story's counts.
    """
    found = []
    beside = told_of[max(0, i - 1):i + 2]
    is_on = any(counts[stem] > sum(stem in each for each in beside) for stem in stems[i])
    for name, j in (("above", i - 1), ("below", i + 1)):
        if 0 <= j < len(stems) and stems[i] & stems[j]:
            found += [f"pair.{name}", f"pair.{name}.{'on' if is_on else 'off'}"]
    return found


def _below(i: int, last: int, kind: str) -> tuple[str, ...]:
    """How far below the last line that is on the story a unit stands."""
    name = "above" if i < last else next((name for edge, name in DISTANCES if i - last <= edge), "13+")
    return f"story.{name}", f"story.{name}&kind.{kind}"
