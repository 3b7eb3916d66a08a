"""The exam `roles`: what each line of a plain-text page is, on silver labels of real pages and on golden pages written here."""

from __future__ import annotations

import gzip
import json
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from copydesk.clean import find_articles
from copydesk.lexicon import load_world
from copydesk.read import read_text_page
from copydesk.record import Article
from evaluation.exam import Row, f1, hash_files
from evaluation.pages import ENGLISH, is_unread

EXAMS = ("roles",)
OWN = {"own-pages": Path("tests/pages/gold.jsonl"), "own-pages-second": Path("tests/pages/second/gold.jsonl")}
BODY = frozenset(("paragraph", "list_item", "subheading", "standfirst", "pull_quote", "table"))
LEAST_LINES = 4  # silver pages with fewer lines hold nothing to tell apart
SAME_CARD = 0.8  # share of characters that two cards must share, of both together, to be the same card


@dataclass(frozen=True, slots=True)
class Stretch:
    """[start, end) of a page with its role; article: 0 for the main one, 1 and up for live entries and cards."""

    start: int
    end: int
    role: str
    article: int
    is_entry: bool = False


def run(folder: Path) -> list[Row]:
    """Rows for the silver labels (both views) and the golden pages, where they are there."""
    own = [row for part, path in OWN.items() for row in _run_own(part, path)]
    return [*_run_silver(folder / "pages/furniture_silver.json.gz"), *own]


def find_stretches(text: str) -> list[Stretch]:
    """The blocks of a plain-text page as the product finds them, in page order."""
    page, layout, _ = read_text_page(text, key="exam")
    articles, _ = find_articles(page=page, layout=layout, world=load_world())
    return sorted(_stretches(articles), key=lambda stretch: stretch.start)


def _stretches(articles: tuple[Article, ...]) -> Iterator[Stretch]:
    for number, article in enumerate(articles):
        for block in article.blocks:
            yield Stretch(block.span.start, block.span.end, block.role, number, article.entry_of is not None)


def role_at(found: list[Stretch], start: int, end: int) -> Stretch:
    """The stretch that covers most of [start, end)."""
    return max(found, key=lambda each: min(each.end, end) - max(each.start, start))


def _run_silver(path: Path) -> list[Row]:
    if not path.exists():
        return []
    rows = json.loads(gzip.decompress(path.read_bytes()))
    english = [row for row in rows if row["src"] == "fundus-eval" or row.get("cc") in ENGLISH]
    found = []
    for view in ("loose", "full"):
        tallies = {"": Counter[str](), "_unread": Counter[str]()}
        began, count = time.perf_counter(), 0
        for row in english:
            if row["view"] == view and len(row["lines"]) >= LEAST_LINES:
                tally = _silver_page(row["lines"])
                count += 1
                tallies[""] += tally
                if is_unread(row["id"]):
                    tallies["_unread"] += tally
        metrics = {name + suffix: value for suffix, tally in tallies.items() for name, value in _silver_rates(tally).items()}
        found.append(Row("roles", f"furniture_silver-{view}", count, metrics, hash_files([path]), time.perf_counter() - began))
    return found


def _silver_page(lines: list[list[str]]) -> Counter[str]:
    """Counts over lines: kept as body by us, body in the labels, both; title lines are left out."""
    found = find_stretches("\n".join(line for line, _ in lines))
    tally: Counter[str] = Counter()
    start = 0
    for line, label in lines:
        stretch = role_at(found, start, start + len(line))
        start += len(line) + 1
        if label == "title":
            continue
        role = "subheading" if stretch.is_entry and stretch.role == "headline" else stretch.role
        kept, body = role in BODY and (stretch.article == 0 or stretch.is_entry), label == "body"
        tally.update({"kept": kept, "body": body, "right": kept and body, "furniture": not body, "leaked": kept and not body})
    return tally


def _silver_rates(tally: Counter[str]) -> dict[str, float]:
    return {
        "line_f1": f1(tally["right"], tally["kept"], tally["body"]),
        "furniture_kept": tally["leaked"] / max(1, tally["furniture"]),
    }


def _run_own(part: str, path: Path) -> list[Row]:
    """Golden pages of the half that the labeller is not trained on."""
    if not path.exists():
        return []
    tally: Counter[str] = Counter()
    roles: Counter[tuple[str, str]] = Counter()
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    rows = [row for row in rows if is_unread(row["doc"])]
    began = time.perf_counter()
    for row in rows:
        text = path.with_name(row["doc"] + ".txt").read_text(encoding="utf-8")
        found = find_stretches(text)
        tally += _own_page(row["lines"], found, roles)
    metrics = {
        "role_f1": sum(count for (gold, ours), count in roles.items() if gold == ours) / roles.total(),
        "role_macro_f1": _macro(roles), "card_f1": f1(tally["cards_right"], tally["cards_found"], tally["cards_gold"]),
        "contamination": tally["foreign"] / max(1, tally["narrative"]),
    }
    texts = [path, *(path.with_name(row["doc"] + ".txt") for row in rows)]
    return [Row("roles", part, len(rows), metrics, hash_files(texts), time.perf_counter() - began)]


def _own_page(lines: list[dict[str, Any]], found: list[Stretch], roles: Counter[tuple[str, str]]) -> Counter[str]:
    tally: Counter[str] = Counter()
    for line in lines:
        ours = role_at(found, line["start"], line["end"])
        roles[line["role"], ours.role] += 1
        if ours.role in BODY and ours.article == 0:
            size = line["end"] - line["start"]
            tally["narrative"] += size
            tally["foreign"] += size if line["role"] not in BODY or line["article"] else 0
    gold = [Stretch(line["start"], line["end"], line["role"], line["article"]) for line in lines]
    found_cards, gold_cards = _cards(found), _cards(gold)
    tally.update({"cards_found": len(found_cards), "cards_gold": len(gold_cards)})
    tally["cards_right"] += sum(any(_share(one, other) >= SAME_CARD for other in found_cards) for one in gold_cards)
    return tally


def _cards(stretches: list[Stretch]) -> list[set[int]]:
    """The characters of each card."""
    numbers = sorted({each.article for each in stretches if each.article})
    return [{i for each in stretches if each.article == number for i in range(each.start, each.end)} for number in numbers]


def _share(left: set[int], right: set[int]) -> float:
    return len(left & right) / max(1, len(left | right))


def _macro(roles: Counter[tuple[str, str]]) -> float:
    """Mean F1 of the roles that stand in the gold pages."""
    names = sorted({gold for gold, _ in roles})
    scores = []
    for name in names:
        gold = sum(count for (theirs, _), count in roles.items() if theirs == name)
        ours = sum(count for (_, mine), count in roles.items() if mine == name)
        scores.append(f1(roles[name, name], ours, gold))
    return sum(scores) / max(1, len(scores))
