"""Exam `event-coreference`: which of the given event mentions of ECB+ are one event; stories are found, not given."""

from __future__ import annotations

import hashlib
import json
import time
from pathlib import Path
from typing import Any

from copydesk.compare import compare_stories
from copydesk.compare.occurrences import Occurrence, group_occurrences
from copydesk.lexicon import load_world
from evaluation.across_texts import join_words, load_columns, report_of
from evaluation.exam import Row, hash_files, part_of
from evaluation.partitions import Partition, conll, without_singletons

_HALF = 8  # first hexadecimal digit of a topic's hash from which it belongs to the half that nobody reads


def examine_coreference(folder: Path) -> list[Row]:
    """One row for each file of mentions that has its text beside it."""
    rows = []
    for path in sorted(folder.glob("stories/ecbplus_mentions/ECB_*_Event_gold_mentions.json")):
        corpus = path.with_name(path.name.split("_Event")[0] + "_corpus.txt")
        if corpus.exists():
            rows.append(_examine(path, corpus))
    return rows


def _examine(path: Path, corpus: Path) -> Row:
    documents = load_columns(corpus)
    mentions = json.loads(path.read_text(encoding="utf-8"))
    world = load_world()
    begun = time.perf_counter()
    reports = [
        report_of("\n".join(join_words(words) for words in sentences.values()), name, world)
        for name, sentences in documents.items()
    ]
    names = {report.article.id: report.key for report in reports if report.article}
    stories = {
        names[one]: number for number, story in enumerate(compare_stories(reports=reports, world=world)) for one in story
    }
    occurrences = [
        Occurrence(mention["doc_id"], _words(mention, documents), join_words(documents[mention["doc_id"]][mention["sent_id"]]))
        for mention in mentions
    ]
    groups = group_occurrences(occurrences, stories, world)
    seconds = time.perf_counter() - begun
    found = {index: number for number, group in enumerate(groups) for index in group}
    gold = {index: mention["coref_chain"] for index, mention in enumerate(mentions)}
    unread = [index for index, mention in enumerate(mentions) if _is_unread(mention["doc_id"])]
    metrics = _score(gold, found)
    metrics |= {
        f"{key}_unread": value
        for key, value in _score({i: gold[i] for i in unread}, {i: found[i] for i in unread}).items()
    }
    return Row(
        exam="event-coreference", part=part_of(path).lower(), n=len(mentions), metrics=metrics,
        corpus_sha256=hash_files([path, corpus]), seconds=round(seconds, 3),
    )


def _score(gold: Partition, found: Partition) -> dict[str, float]:
    return {"conll": conll(gold, found), "conll_without_singletons": conll(*without_singletons(gold, found))}


def _words(mention: dict[str, Any], documents: dict[str, dict[int, list[str]]]) -> str:
    sentence = documents[mention["doc_id"]][mention["sent_id"]]
    return " ".join(sentence[number] for number in mention["tokens_number"])


def _is_unread(document: str) -> bool:
    topic = document.partition("_")[0]
    return int(hashlib.sha256(topic.encode()).hexdigest()[0], 16) >= _HALF
