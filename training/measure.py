"""The exported model sits the exams of `evaluation/trees.py` and `evaluation/names.py` on their development parts."""

from __future__ import annotations

from pathlib import Path

from copydesk.language import load_reader
from evaluation import names, own_news, trees
from evaluation.exam import Row


def measure_export(gold: Path, weights: Path) -> list[Row]:
    """Rows of both exams, with the weights of a folder."""
    reader = load_reader(weights)
    rows = [trees.examine(reader, part, path) for part, path in trees.find_parts(gold, trees.GLOB).items()]
    for part, (files, scheme, labels) in names.SETS.items():
        for path in trees.find_parts(gold, f"reader/{part}/{files}").values():
            rows.append(names.examine(load_reader(weights, scheme=scheme), part, path, labels))
    return [*rows, *own_news.examine_names(reader), *own_news.examine_sentences(reader)]
