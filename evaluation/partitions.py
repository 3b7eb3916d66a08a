"""How alike two partitions of mentions are: MUC, B-cubed, CEAF-e and their mean, as for CoNLL 2012.

Partitions are dicts mention -> cluster name. Bagga and Baldwin 1998 (B-cubed), Vilain et al. 1995 (MUC), Luo 2005 (CEAF).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Mapping
from typing import Any

Partition = Mapping[Any, Hashable]
_Clusters = list[set[Hashable]]


def conll(gold: Partition, found: Partition) -> float:
    """Mean F1 of MUC, B-cubed and CEAF-e, 0-1. A mention that only one side holds counts against both of its measures."""
    return (muc(gold, found) + b_cubed(gold, found) + ceaf_e(gold, found)) / 3


def without_singletons(gold: Partition, found: Partition) -> tuple[Partition, Partition]:
    """Both partitions without the mentions that are alone in the gold one."""
    kept = {mention for cluster in _clusters(gold) if len(cluster) > 1 for mention in cluster}
    return {m: c for m, c in gold.items() if m in kept}, {m: c for m, c in found.items() if m in kept}


def drop_singletons(partition: Partition) -> Partition:
    """A partition without its own mentions that are alone."""
    counts = Counter(partition.values())
    return {mention: cluster for mention, cluster in partition.items() if counts[cluster] > 1}


def muc(gold: Partition, found: Partition) -> float:
    """F1 of the links that join clusters."""
    return _f1(_links(gold, found), _links(found, gold))


def b_cubed(gold: Partition, found: Partition) -> float:
    """F1 of the mean share of each mention's cluster that is right."""
    return _f1(_overlap(gold, found), _overlap(found, gold))


def ceaf_e(gold: Partition, found: Partition) -> float:
    """F1 under the best one-to-one pairing of clusters, each pair weighed by its Dice overlap."""
    left, right = _clusters(gold), _clusters(found)
    total = _best_pairing(left, right)
    return _f1(total / len(left), total / len(right)) if left and right else 0.0


def _links(gold: Partition, found: Partition) -> float:
    kept = possible = 0
    for cluster in _clusters(gold):
        kept += len(cluster) - len({found.get(mention, ("alone", mention)) for mention in cluster})
        possible += len(cluster) - 1
    return kept / possible if possible else 0.0


def _overlap(gold: Partition, found: Partition) -> float:
    homes = {mention: cluster for cluster in _clusters(found) for mention in cluster}
    shares = [
        len(cluster & homes.get(mention, set())) / len(cluster) for cluster in _clusters(gold) for mention in cluster
    ]
    return sum(shares) / len(shares) if shares else 0.0


def _best_pairing(left: _Clusters, right: _Clusters) -> float:
    """Sum of Dice overlaps under the best one-to-one pairing, worked out for each set of clusters that touch."""
    homes = {mention: number for number, cluster in enumerate(right) for mention in cluster}
    scores: dict[int, dict[int, float]] = {}
    for row, cluster in enumerate(left):
        shared = Counter(homes[mention] for mention in cluster if mention in homes)
        scores[row] = {column: 2 * n / (len(cluster) + len(right[column])) for column, n in shared.items()}
    return sum(_pair_up(rows, scores) for rows in _touching(scores))


def _touching(scores: dict[int, dict[int, float]]) -> list[list[int]]:
    """Rows grouped by the columns they share."""
    rows_of: dict[int, list[int]] = defaultdict(list)
    for row, columns in scores.items():
        for column in columns:
            rows_of[column].append(row)
    seen: set[int] = set()
    groups = []
    for start in scores:
        group, waiting = [], [start]
        while waiting:
            row = waiting.pop()
            if row not in seen:
                seen.add(row)
                group.append(row)
                waiting += [other for column in scores[row] for other in rows_of[column]]
        if group:
            groups.append(group)
    return groups


def _pair_up(rows: list[int], scores: dict[int, dict[int, float]]) -> float:
    """Best total of a small assignment problem: shortest augmenting paths (Kuhn and Munkres), costs negated."""
    columns = sorted({column for row in rows for column in scores[row]})
    if len(rows) == 1 or len(columns) <= 1:
        return max((scores[row].get(column, 0.0) for row in rows for column in columns), default=0.0)
    if len(rows) > len(columns):
        columns += [-1 - extra for extra in range(len(rows) - len(columns))]
    costs = [[-scores[row].get(column, 0.0) for column in columns] for row in rows]
    return -_least_cost(costs)


def _least_cost(costs: list[list[float]]) -> float:
    """Least total of one column a row, rows <= columns; O(rows^2 x columns)."""
    many = len(costs[0])
    of_row, of_column = [0.0] * (len(costs) + 1), [0.0] * (many + 1)
    match = [0] * (many + 1)  # row (from 1) of each column; column 0 holds the row being placed
    for row in range(1, len(costs) + 1):
        match[0] = row
        column, slack, back = 0, [float("inf")] * (many + 1), [0] * (many + 1)
        used = [False] * (many + 1)
        while match[column]:
            used[column] = True
            here, step, onward = match[column], float("inf"), 0
            for other in range(1, many + 1):
                if used[other]:
                    continue
                value = costs[here - 1][other - 1] - of_row[here] - of_column[other]
                if value < slack[other]:
                    slack[other], back[other] = value, column
                if slack[other] < step:
                    step, onward = slack[other], other
            for other in range(many + 1):
                if used[other]:
                    of_row[match[other]] += step
                    of_column[other] -= step
                else:
                    slack[other] -= step
            column = onward
        while column:
            match[column] = match[back[column]]
            column = back[column]
    return -of_column[0]


def _clusters(partition: Partition) -> _Clusters:
    clusters: dict[Hashable, set[Hashable]] = defaultdict(set)
    for mention, cluster in partition.items():
        clusters[cluster].add(mention)
    return list(clusters.values())


def _f1(one: float, other: float) -> float:
    return 2 * one * other / (one + other) if one + other else 0.0
