"""Exam `copies`: translations of MEANTIME, cut and reworded copies of its English articles (CC BY 4.0), and ECB+.

All articles of a run lie in one heap; recall is the share of copies paired with their original, false_pairs the share of
reported pairs that are no copies. Articles of one language count as one outlet's, as they are (Wikinews); false_pairs_unnamed
is the figure where no page names its outlet, so that passages which an outlet repeats count. paired_alone: in a heap in which
no text has its partner, the share of texts that were given one. kept_apart: of ECB+ pairs of reports on one event that share
no long passage, the share not called copies. `..._unread`: what touches a document of the half, by hash of its id, whose
failures nobody looks at.
"""

from __future__ import annotations

import hashlib
import random
import re
import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import combinations
from pathlib import Path

from copydesk.compare import compare_copies
from copydesk.compare.copies import BORROWED
from copydesk.compare.fingerprints import longest_run, narrative_words
from copydesk.lexicon import World, load_world
from copydesk.record import Report
from evaluation.across_texts import join_words, load_columns, load_ecbplus, report_of
from evaluation.exam import Row, hash_files

Pair = frozenset[str]
_LOWER = re.compile(r"\b[a-z]{4,}\b")


def examine_copies(folder: Path) -> list[Row]:
    """One row a language: translated; one for English alone: cut and reworded; one for ECB+: kept apart."""
    world = load_world()
    return [*_examine_meantime(folder, world), *_examine_ecbplus(folder, world)]


def _examine_meantime(folder: Path, world: World) -> list[Row]:
    paths = {path.parent.name: path for path in sorted(folder.glob("stories/meantime/*/meantime.conll"))}
    if "en" not in paths:
        return []
    texts = {language: load_texts(path) for language, path in paths.items()}
    rows = []
    for language in sorted(set(paths) - {"en"}):
        begun = time.perf_counter()
        metrics = _measure({"en": texts["en"], language: texts[language]}, "translated", world)
        rows.append(_row(f"meantime_{language}", len(texts[language]), metrics, [paths["en"], paths[language]], begun))
    begun = time.perf_counter()
    parts = []
    for name, change in (("cut", cut), ("reworded", reword)):
        copies = {key: change(text, random.Random(key)) for key, text in texts["en"].items()}
        parts.append(_measure({"en": texts["en"], name: copies}, name, world))
    metrics = {name: max(part[name] for part in parts if name in part) for name in sorted({*parts[0], *parts[1]})}
    rows.append(_row("meantime_en", len(texts["en"]), metrics, [paths["en"]], begun))
    return rows


def _examine_ecbplus(folder: Path, world: World) -> list[Row]:
    begun = time.perf_counter()
    documents = load_ecbplus(folder)
    if not documents:
        return []
    reports = [report_of("\n".join(lines), key, world, outlet=key) for key, lines in documents.items()]
    found = find_pairs(reports, world)
    words = {report.key: narrative_words(report) for report in reports}
    apart = [
        (one, other) for one, other in combinations(sorted(words), 2)
        if _event_of(one) == _event_of(other) and longest_run(words[one], words[other]) < BORROWED
    ]
    metrics = {
        f"kept_apart{suffix}": 1 - sum(frozenset(pair) in found for pair in pairs) / len(pairs)
        for suffix, pairs in (("", apart), ("_unread", [pair for pair in apart if is_unread(_event_of(pair[0])[0])]))
    }
    return [_row("ecbplus", len(apart), metrics, sorted(folder.glob("stories/ecbplus/*/*.xml")), begun)]


def _event_of(document: str) -> tuple[str, bool]:
    """Topic of a document, and whether it is of ECB+'s second event."""
    return document.partition("_")[0], document.endswith("plus")


def is_unread(key: str) -> bool:
    """Whether a document is of the half that nobody reads."""
    return hashlib.sha256(key.encode()).hexdigest()[0] >= "8"


def find_pairs(reports: Sequence[Report], world: World) -> set[Pair]:
    """Keys of the reports of every two articles that are said to carry one text."""
    names = {report.article.id: report.key for report in reports if report.article}
    found = compare_copies(reports=reports, world=world)
    return {frozenset((names[one], names[other])) for each in found for one, other in combinations(each.article_ids, 2)}


def score_pairs(found: set[Pair], gold: set[Pair], name: str) -> dict[str, float]:
    """Recall of the gold pairs and share of false ones among those found, over all and over the unread half.

    Keys are "PART DOCUMENT"; the unread half is what touches one of its documents.
    """

    def unread(pairs: set[Pair]) -> set[Pair]:
        return {pair for pair in pairs if any(is_unread(key.partition(" ")[2]) for key in pair)}

    return {
        key: value
        for suffix, seen, right in (("", found, gold), ("_unread", unread(found), unread(gold)))
        for key, value in ((f"recall_{name}{suffix}", len(seen & right) / len(right)),
                           (f"false_pairs{suffix}", len(seen - right) / len(seen) if seen else 0.0))
    }


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


def _measure(parts: Mapping[str, Mapping[str, str]], name: str, world: World) -> dict[str, float]:
    """The figures of a heap of two parts, whose texts of one document belong together."""
    first, second = parts
    reports = [
        report_of(text, f"{part} {key}", world, outlet=part) for part, texts in parts.items() for key, text in texts.items()
    ]
    gold = {frozenset((f"{first} {key}", f"{second} {key}")) for key in parts[first].keys() & parts[second].keys()}
    metrics = score_pairs(find_pairs(reports, world), gold, name)
    unnamed = find_pairs([_without_outlet(report) for report in reports], world)
    alone = [
        report for report in reports
        if is_unread(report.key.partition(" ")[2]) == report.key.startswith(f"{first} ")
    ]
    paired = frozenset().union(*find_pairs(alone, world))
    return metrics | {"false_pairs_unnamed": len(unnamed - gold) / len(unnamed), "paired_alone": len(paired) / len(alone)}


def _without_outlet(report: Report) -> Report:
    article = report.article and replace(report.article, outlet=None)
    return replace(report, page=replace(report.page, outlet=None), article=article)


def _row(part: str, n: int, metrics: dict[str, float], paths: Iterable[Path], begun: float) -> Row:
    return Row(
        exam="copies", part=part, n=n, metrics=metrics, corpus_sha256=hash_files(paths),
        seconds=round(time.perf_counter() - begun, 3),
    )
