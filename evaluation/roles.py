"""The exam `roles`: what each line of a plain-text page is, on silver labels of real pages and on golden pages written here."""

from __future__ import annotations

import json
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from copydesk.clean import find_articles
from copydesk.lexicon import load_world
from copydesk.read import read_text_page
from copydesk.record import Article
from evaluation.exam import Row, f1, hash_files
from evaluation.pages import is_unread
from evaluation.silver import (
    BODY,
    CHOSEN,
    CORRECTED,
    SILVER,
    SilverPage,
    choose_pages,
    corrected_roles,
    hash_text,
    is_body,
    load_rows,
    load_silver,
    silver_label,
)

EXAMS = ("roles",)
OWN = {
    "own-pages": Path("tests/pages/gold.jsonl"), "own-pages-second": Path("tests/pages/second/gold.jsonl"),
    "own-pages-final": Path("tests/pages/final/gold.jsonl"),
}
WHOLE = frozenset(("own-pages-final",))  # nothing is trained on any page of these
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
    """Rows for the silver labels (both views), those corrected by hand, and the golden pages, where they are there."""
    own = [row for part, path in OWN.items() for row in _run_own(part, path)]
    return [*_run_silver(folder / SILVER), *_run_corrected(folder / SILVER, CORRECTED), *own]


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
    pages = [page for page in load_silver(path) if len(page.lines) >= LEAST_LINES]
    return [_run_view(path, view, [page for page in pages if page.view == view]) for view in ("loose", "full")]


def _run_view(path: Path, view: str, pages: list[SilverPage]) -> Row:
    """The silver labels of one view, and of the half of its pages that nobody reads."""
    tallies = {"": Counter[str](), "_unread": Counter[str]()}
    began = time.perf_counter()
    for page in pages:
        tally = _count_lines(_label_lines(page), [label for _, label in page.lines])
        tallies[""] += tally
        if is_unread(page.key):
            tallies["_unread"] += tally
    metrics = {name + suffix: value for suffix, tally in tallies.items() for name, value in _silver_rates(tally).items()}
    return Row("roles", f"furniture_silver-{view}", len(pages), metrics, hash_files([path]), time.perf_counter() - began)


def _run_corrected(path: Path, corrected: Path) -> list[Row]:
    """The silver pages whose labels were corrected by hand, and those of the unread half; corrected: their rows."""
    rows = load_rows(corrected)
    if not path.exists() or not rows:
        return []
    pages = choose_pages(load_silver(path))
    parts = {"furniture_corrected": pages[:CHOSEN], "furniture_corrected-unread": pages[CHOSEN:]}
    sha256 = hash_files([path, corrected])
    return [row for part, chosen in parts.items() for row in _corrected_part(part, chosen, rows, sha256)]


def _corrected_part(part: str, pages: list[SilverPage], rows: dict[str, dict[str, Any]], sha256: str) -> Iterator[Row]:
    """Line rates and roles of those pages that have a row; nothing where none has."""
    pages = [page for page in pages if hash_text(page.key) in rows]
    tally, roles = Counter[str](), Counter[tuple[str, str]]()
    began = time.perf_counter()
    for page in pages:
        gold, found = corrected_roles(rows[hash_text(page.key)], page), _label_lines(page)
        tally += _count_lines(found, [silver_label(role, card) for role, card in gold])
        roles.update((role, stretch.role) for (role, _), stretch in zip(gold, found, strict=True))
    if pages:
        yield Row("roles", part, len(pages), _silver_rates(tally) | _role_rates(roles), sha256, time.perf_counter() - began)


def _label_lines(page: SilverPage) -> list[Stretch]:
    """What the product says of each line; the headline of an entry is a heading of the page's text."""
    found = find_stretches(page.text)
    lines = [role_at(found, start, end) for start, end in page.spans]
    return [replace(line, role="subheading") if line.is_entry and line.role == "headline" else line for line in lines]


def _count_lines(found: list[Stretch], labels: list[str]) -> Counter[str]:
    """Counts over lines: kept as body by us, body in the labels, both; title lines are left out."""
    tally: Counter[str] = Counter()
    for stretch, label in zip(found, labels, strict=True):
        if label != "title":
            kept, body = is_body(stretch.role, 0 if stretch.is_entry else stretch.article), label == "body"
            leaked = kept and not body
            tally.update({"kept": kept, "body": body, "right": kept and body, "furniture": not body, "leaked": leaked})
    return tally


def _silver_rates(tally: Counter[str]) -> dict[str, float]:
    return {
        "line_f1": f1(tally["right"], tally["kept"], tally["body"]),
        "furniture_kept": tally["leaked"] / max(1, tally["furniture"]),
    }


def _run_own(part: str, path: Path) -> list[Row]:
    """Golden pages of the half that the labeller is not trained on; of the set written last, all."""
    if not path.exists():
        return []
    tally: Counter[str] = Counter()
    roles: Counter[tuple[str, str]] = Counter()
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    rows = [row for row in rows if part in WHOLE or is_unread(row["doc"])]
    began = time.perf_counter()
    for row in rows:
        text = path.with_name(row["doc"] + ".txt").read_text(encoding="utf-8")
        found = find_stretches(text)
        tally += _own_page(row["lines"], found, roles)
    metrics = _role_rates(roles) | {
        "card_f1": f1(tally["cards_right"], tally["cards_found"], tally["cards_gold"]),
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


def _role_rates(roles: Counter[tuple[str, str]]) -> dict[str, float]:
    right = sum(count for (gold, ours), count in roles.items() if gold == ours)
    return {"role_f1": right / max(1, roles.total()), "role_macro_f1": _macro(roles)}


def _macro(roles: Counter[tuple[str, str]]) -> float:
    """Mean F1 of the roles that stand in the gold pages."""
    names = sorted({gold for gold, _ in roles})
    scores = []
    for name in names:
        gold = sum(count for (theirs, _), count in roles.items() if theirs == name)
        ours = sum(count for (_, mine), count in roles.items() if mine == name)
        scores.append(f1(roles[name, name], ours, gold))
    return sum(scores) / max(1, len(scores))
