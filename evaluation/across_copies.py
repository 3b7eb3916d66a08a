"""Exam `copies`: translations of MEANTIME, and cut or reworded copies made from its English articles (CC BY 4.0).

All articles of a run lie in one heap; recall is the share of copies paired with their original, false_pairs the share of
reported pairs that are no copies.
"""

from __future__ import annotations

import random
import re
import time
from collections.abc import Iterable
from itertools import combinations
from pathlib import Path

from copydesk.compare import compare_copies
from copydesk.lexicon import load_world
from copydesk.record import Report
from evaluation.across_texts import join_words, load_columns, report_of
from evaluation.exam import Row, hash_files

_LOWER = re.compile(r"\b[a-z]{4,}\b")


def examine_copies(folder: Path) -> list[Row]:
    """One row a language: translated; one for English alone: cut and reworded."""
    paths = {path.parent.name: path for path in sorted(folder.glob("stories/meantime/*/meantime.conll"))}
    if "en" not in paths:
        return []
    texts = {language: load_texts(path) for language, path in paths.items()}
    rows = []
    for language in sorted(set(paths) - {"en"}):
        recall, false, seconds = _examine({"en": texts["en"], language: texts[language]})
        rows.append(_row(f"meantime_{language}", len(texts[language]), {"recall_translated": recall, "false_pairs": false},
                         [paths["en"], paths[language]], seconds))
    metrics: dict[str, float] = {}
    seconds = 0.0
    for name, change in (("cut", cut), ("reworded", reword)):
        copies = {key: change(text, random.Random(key)) for key, text in texts["en"].items()}
        recall, false, took = _examine({"en": texts["en"], name: copies})
        metrics |= {f"recall_{name}": recall, "false_pairs": max(false, metrics.get("false_pairs", 0.0))}
        seconds += took
    rows.append(_row("meantime_en", len(texts["en"]), metrics, [paths["en"]], seconds))
    return rows


def cut(text: str, chance: random.Random) -> str:
    """The first 60 % of the sentences, one of them dropped."""
    sentences = text.split("\n")
    kept = sentences[: max(4, round(0.6 * len(sentences)))]
    kept.pop(chance.randrange(1, len(kept)))
    return "\n".join(kept)


def reword(text: str, chance: random.Random) -> str:
    """Three in four of the longer lower-case words exchanged for others of the text: nothing but names, numbers and
    small words keeps its place; every sixth sentence is left out.
    """
    sentences = text.split("\n")
    words = sorted(set(_LOWER.findall(text)))
    spun = [_LOWER.sub(lambda match: match.group() if chance.random() < 0.25 else chance.choice(words), one)
            for number, one in enumerate(sentences) if number % 6 != 5]
    return "\n".join(spun)


def load_texts(path: Path) -> dict[str, str]:
    """Article id -> its text, a sentence a line."""
    return {
        name: "\n".join(join_words(words) for _, words in sorted(sentences.items()))
        for name, sentences in load_columns(path).items()
    }


def _examine(parts: dict[str, dict[str, str]]) -> tuple[float, float, float]:
    """Recall, share of false pairs, seconds."""
    world = load_world()
    reports: list[Report] = [
        report_of(text, f"{part} {key}", world, outlet=part) for part, texts in parts.items() for key, text in texts.items()
    ]
    names = {report.article.id: report.key for report in reports if report.article}
    begun = time.perf_counter()
    found = compare_copies(reports=reports, world=world)
    seconds = time.perf_counter() - begun
    pairs = {
        frozenset((names[one], names[other])) for copy in found for one, other in combinations(copy.article_ids, 2)
    }
    first, second = parts
    gold = {frozenset((f"{first} {key}", f"{second} {key}")) for key in parts[first].keys() & parts[second].keys()}
    right = len(pairs & gold)
    return right / len(gold), (len(pairs) - right) / len(pairs) if pairs else 0.0, seconds


def _row(part: str, n: int, metrics: dict[str, float], paths: Iterable[Path], seconds: float) -> Row:
    return Row(
        exam="copies", part=part, n=n, metrics=metrics, corpus_sha256=hash_files(paths), seconds=round(seconds, 3),
    )
