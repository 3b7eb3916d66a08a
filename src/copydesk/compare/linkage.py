"""Average-link grouping over sparse scores: chains of half-likeness do not grow, and no order of input matters."""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping

Score = Mapping[tuple[int, int], float]


def group_by_average(
    count: int, scores: Score, threshold: float, is_forbidden: Callable[[int, int], bool] | None = None,
) -> tuple[tuple[int, ...], ...]:
    """Members 0..count-1 in groups, each sorted, by their first member.

    scores: (i, j) with i < j -> 0..1; an absent pair scores 0. Two groups join, best first, while the mean score between
    their members reaches `threshold` and no pair across them is forbidden. Time grows with the number of scores.
    """
    groups: dict[int, tuple[int, ...]] = {index: (index,) for index in range(count)}
    near: dict[int, dict[int, float]] = defaultdict(dict)
    for (one, other), score in scores.items():
        near[one][other] = near[other][one] = score
    queue = [(-score, one, other) for (one, other), score in scores.items() if score >= threshold]
    heapq.heapify(queue)
    sizes = dict.fromkeys(groups, 1)
    while queue:
        score, one, other = heapq.heappop(queue)
        if one not in groups or other not in groups or -score != _mean(near, sizes, one, other):
            continue
        if is_forbidden is not None and _has_forbidden(groups[one], groups[other], is_forbidden):
            del near[one][other], near[other][one]
            continue
        groups[one] = tuple(sorted((*groups[one], *groups.pop(other))))
        sizes[one] += sizes.pop(other)
        _join_neighbours(near, one, other)
        for third in near[one]:
            mean = _mean(near, sizes, one, third)
            if mean >= threshold:
                heapq.heappush(queue, (-mean, min(one, third), max(one, third)))
    return tuple(sorted(groups.values()))


def _mean(near: dict[int, dict[int, float]], sizes: dict[int, int], one: int, other: int) -> float:
    return near[one].get(other, 0.0) / (sizes[one] * sizes[other])


def _has_forbidden(left: Iterable[int], right: Iterable[int], is_forbidden: Callable[[int, int], bool]) -> bool:
    right = tuple(right)
    return any(is_forbidden(one, other) for one in left for other in right)


def _join_neighbours(near: dict[int, dict[int, float]], one: int, other: int) -> None:
    """Give `one` the sums of `other`, which is gone."""
    for third, score in near.pop(other).items():
        near[third].pop(other, None)
        if third != one:
            near[one][third] = near[third][one] = near[one].get(third, 0.0) + score
    near[one].pop(other, None)
