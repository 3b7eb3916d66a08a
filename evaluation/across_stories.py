"""Exam `stories`: ECB+ as a shuffled stream; each of its subtopics (ecb, ecbplus) is one story."""

from __future__ import annotations

import random
import time
from pathlib import Path

from copydesk.compare import compare_stories
from copydesk.lexicon import load_world
from evaluation.across_texts import load_ecbplus, report_of
from evaluation.exam import Row, hash_files
from evaluation.partitions import b_cubed

SHUFFLES = (1, 2, 3)


def examine_stories(folder: Path) -> list[Row]:
    """One row; b3_f is the mean over three shuffles, which must not differ."""
    documents = load_ecbplus(folder)
    if not documents:
        return []
    world = load_world()
    reports = [report_of("\n".join(sentences), name, world) for name, sentences in documents.items()]
    names = {report.article.id: report.key for report in reports if report.article}
    gold = {key: key.split("_")[0] + ("+" if key.endswith("plus") else "") for key in names.values()}
    scores, begun = [], time.perf_counter()
    for seed in SHUFFLES:
        random.Random(seed).shuffle(reports)
        stories = compare_stories(reports=reports, world=world)
        scores.append(b_cubed(gold, {names[one]: number for number, story in enumerate(stories) for one in story}))
    return [Row(
        exam="stories", part="ecbplus", n=len(documents),
        metrics={"b3_f": sum(scores) / len(scores), "spread": max(scores) - min(scores)},
        corpus_sha256=hash_files(folder.glob("stories/ecbplus/*/*.xml")),
        seconds=round((time.perf_counter() - begun) / len(SHUFFLES), 3),
    )]
