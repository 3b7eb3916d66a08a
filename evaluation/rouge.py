"""ROUGE-LSum F1 over lines, as the article extraction literature counts it: union of longest common subsequences."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

_WORD = re.compile(r"[a-z0-9]+")


def rouge_lsum(gold: Sequence[str], found: Sequence[str]) -> tuple[float, float, float]:
    """Precision, recall and F1 of lines of text against gold lines; tokens are runs of a-z and 0-9, without stemming."""
    gold_lines = [_WORD.findall(line.lower()) for line in gold]
    found_lines = [_WORD.findall(line.lower()) for line in found]
    left, right = (Counter(word for line in lines for word in line) for lines in (gold_lines, found_lines))
    gold_size, found_size = left.total(), right.total()
    if not gold_size or not found_size:
        return 0.0, 0.0, 0.0
    known = {tuple(line) for line in found_lines}
    hits = 0
    for line in gold_lines:
        union = range(len(line)) if tuple(line) in known else _union(line, found_lines)
        for i in union:
            if left[line[i]] > 0 and right[line[i]] > 0:
                left[line[i]] -= 1
                right[line[i]] -= 1
                hits += 1
    precision, recall = hits / found_size, hits / gold_size
    return precision, recall, 2 * precision * recall / (precision + recall) if hits else 0.0


def _union(line: list[str], others: list[list[str]]) -> list[int]:
    """Positions of `line` in its longest common subsequence with any of the other lines."""
    words = set(line)
    found: set[int] = set()
    for other in others:
        shared = [word for word in other if word in words]
        if shared:
            found.update(_common(line, shared))
    return sorted(found)


def _common(line: list[str], other: list[str]) -> list[int]:
    """Positions in `line` of one longest common subsequence."""
    table = [[0] * (len(other) + 1) for _ in range(len(line) + 1)]
    for i, word in enumerate(line, 1):
        above, row = table[i - 1], table[i]
        for j, peer in enumerate(other, 1):
            row[j] = above[j - 1] + 1 if word == peer else max(above[j], row[j - 1])
    i, j, found = len(line), len(other), []
    while i and j:
        if line[i - 1] == other[j - 1]:
            found.append(i - 1)
            i, j = i - 1, j - 1
        elif table[i - 1][j] >= table[i][j - 1]:
            i -= 1
        else:
            j -= 1
    return found
