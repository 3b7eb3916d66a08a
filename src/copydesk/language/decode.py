"""From scores to a proper tree and to well-formed names.

Tree: where the best head of every word already makes one tree with one root, it is taken; otherwise the best tree is
found (Chu and Liu 1965, Edmonds 1967) and, if it has several roots, found again with a price on every root so high that
one of them remains.
Names: the best label of every word where the BIO marks fit together; otherwise the best fitting row (Viterbi).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache

ROOT_PRICE = 1e6  # far above any sum of scores, so that no tree buys a second root
NEVER = -1e9


def is_tree(heads: Sequence[int]) -> bool:
    """Whether 1-based heads (0: root) have exactly one root and no cycle."""
    if heads.count(0) != 1:
        return False
    settled = [False] * (len(heads) + 1)
    settled[0] = True
    for start in range(1, len(heads) + 1):
        node, path = start, []
        while not settled[node]:
            settled[node] = True
            path.append(node)
            node = heads[node - 1]
            if node in path:
                return False
    return True


def settle_tree(heads: list[int], list_arcs: Callable[[int], list[list[float]]], sentence: int) -> list[int]:
    """The best proper tree: 1-based heads, one root. list_arcs: words x (1 + words) scores of a sentence, if needed."""
    if is_tree(heads):
        return heads
    scores = [[NEVER] * (len(heads) + 1), *([*row] for row in list_arcs(sentence))]  # scores[dependent][head]
    for word, row in enumerate(scores):
        row[word] = NEVER
    found = find_best_tree(scores)[1:]
    if found.count(0) == 1:
        return found
    for row in scores[1:]:
        row[0] -= ROOT_PRICE
    return find_best_tree(scores)[1:]


def find_best_tree(scores: list[list[float]]) -> list[int]:
    """The best tree hanging from node 0: heads[dependent], heads[0] is 0. scores[dependent][head]."""
    size = len(scores)
    heads = [0] + [max(range(size), key=scores[node].__getitem__) for node in range(1, size)]
    cycle = find_cycle(heads)
    if not cycle:
        return heads
    inside = set(cycle)
    kept = [node for node in range(size) if node not in inside]
    place = {node: number for number, node in enumerate(kept)}
    merged = len(kept)
    smaller = [[NEVER] * (merged + 1) for _ in range(merged + 1)]
    entered: dict[int, int] = {}  # head outside -> the node of the cycle it would enter by
    left: dict[int, int] = {}  # dependent outside -> the node of the cycle it would hang on
    for node in kept:
        for head in kept:
            smaller[place[node]][place[head]] = scores[node][head]
        left[node] = max(cycle, key=scores[node].__getitem__)
        smaller[place[node]][merged] = scores[node][left[node]]
        entered[node] = max(cycle, key=lambda within: scores[within][node] - scores[within][heads[within]])
        gain = scores[entered[node]][node] - scores[entered[node]][heads[entered[node]]]
        smaller[merged][place[node]] = gain
    found = find_best_tree(smaller)
    for node in kept[1:] if kept[0] == 0 else kept:
        number = found[place[node]]
        heads[node] = left[node] if number == merged else kept[number]
    outside = kept[found[merged]]
    heads[entered[outside]] = outside
    return heads


def find_cycle(heads: Sequence[int]) -> list[int]:
    """The nodes of one cycle among heads, or [] where every path leads to node 0."""
    state = [0] * len(heads)  # 0 new, 1 on the path at hand, 2 done
    state[0] = 2
    for start in range(1, len(heads)):
        node, path = start, []
        while state[node] == 0:
            state[node] = 1
            path.append(node)
            node = heads[node]
        if state[node] == 1:
            return path[path.index(node) :]
        for each in path:
            state[each] = 2
    return []


def is_fitting(before: str, label: str) -> bool:
    """Whether a BIO label may follow another: I- only inside a name of its kind."""
    return label[0] != "I" or (before[0] != "O" and before[2:] == label[2:])


def settle_names(
    best: list[int], list_names: Callable[[int], list[list[float]]], sentence: int, labels: tuple[str, ...]
) -> list[int]:
    """The best row of label numbers in which every I- follows its kind. list_names: scores of a sentence, if needed."""
    before = "O"
    for number in best:
        if not is_fitting(before, labels[number]):
            return find_best_row(list_names(sentence), labels)
        before = labels[number]
    return best


@lru_cache(maxsize=8)
def find_befores(labels: tuple[str, ...]) -> tuple[tuple[int, ...], ...]:
    """For each label the numbers of those that may stand before it."""
    return tuple(tuple(number for number, label in enumerate(labels) if is_fitting(label, after)) for after in labels)


def find_best_row(rows: Sequence[Sequence[float]], labels: tuple[str, ...]) -> list[int]:
    """Viterbi over the labels, no weights on the steps but the rule of `is_fitting`."""
    befores = find_befores(labels)
    totals = [score if is_fitting("O", label) else NEVER for score, label in zip(rows[0], labels, strict=True)]
    steps: list[list[int]] = []
    for row in rows[1:]:
        chosen = [max(allowed, key=totals.__getitem__) for allowed in befores]
        totals = [totals[number] + score for number, score in zip(chosen, row, strict=True)]
        steps.append(chosen)
    path = [max(range(len(labels)), key=totals.__getitem__)]
    for chosen in reversed(steps):
        path.append(chosen[path[-1]])
    return path[::-1]


def find_runs(labels: Sequence[str]) -> list[tuple[int, int, str]]:
    """Names of a row of fitting BIO labels: (first word, word after the last, kind)."""
    runs: list[tuple[int, int, str]] = []
    for index, label in enumerate(labels):
        if label[0] == "B":
            runs.append((index, index + 1, label[2:]))
        elif label[0] == "I":
            first, _, kind = runs[-1]
            runs[-1] = (first, index + 1, kind)
    return runs
