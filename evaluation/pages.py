"""The exams `pages` (article text from HTML) and `metadata` (title, authors, time): raw bytes in, the product's records out."""

from __future__ import annotations

import gzip
import hashlib
import json
import re
import statistics
import tarfile
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from copydesk.clean import find_articles
from copydesk.lexicon import load_world
from copydesk.read import read_page
from copydesk.record import Article, Block, Layout, Page
from copydesk.resolve import settle_created
from evaluation.exam import Row, f1, hash_files
from evaluation.rouge import rouge_lsum

EXAMS = ("pages", "metadata")
BODY = frozenset(("paragraph", "standfirst", "list_item", "subheading", "pull_quote"))
ENGLISH = frozenset(("us", "uk", "ca", "au", "ind", "za"))  # folders of the Fundus pages in English (some in isiZulu)


@dataclass(frozen=True, slots=True)
class Read:
    """What the product makes of one page: its layout and main article, and how long that took, in seconds.

    entries: those of a live page, whose text is the page's text too.
    """

    page: Page
    layout: Layout
    article: Article | None
    seconds: float
    entries: tuple[Article, ...] = ()


def run(folder: Path) -> list[Row]:
    """Rows for fundus-eval (pages), fundus-pages (both) and htmldate (metadata), where they are there."""
    pages = folder / "pages"
    return [*_run_pages(pages / "fundus-eval"), *_run_fundus(pages / "fundus-pages"), *_run_days(pages / "htmldate")]


def read(raw: bytes, key: str, url: str | None = None) -> Read:
    """One page through the product: bytes, articles, creation time."""
    began = time.perf_counter()
    world = load_world()
    page, layout, _ = read_page(raw, key=key, url=url)
    articles, _ = find_articles(page=page, layout=layout, world=world)
    article = articles[0] if articles else None
    if article is not None:
        article, _ = settle_created(page=page, layout=layout, article=article, world=world)
    entries = tuple(each for each in articles if each.entry_of)
    return Read(page, layout, article, time.perf_counter() - began, entries)


def body_lines(result: Read) -> list[str]:
    """The paragraphs of the main article, and of a live page's entries, in page order, white space made single.

    The headline of an entry is a heading inside the page's text.
    """
    if result.article is None:
        return []
    lines: list[str] = []
    filed = ""  # a dateline, shown as one line with its paragraph
    blocks = [*result.article.blocks, *(_as_text(block) for entry in result.entries for block in entry.blocks)]
    for block in sorted(blocks, key=lambda block: block.span):
        line = filed + " ".join(result.page.text[block.span.start:block.span.end].split())
        filed = line + " " if block.role == "dateline" else ""
        if block.role in BODY and line:
            lines.append(line)
    return lines


def _as_text(block: Block) -> Block:
    return replace(block, role="subheading") if block.role == "headline" else block


def is_unread(key: str) -> bool:
    """Whether a document is of the half that nobody reads."""
    return hashlib.sha256(key.encode()).hexdigest()[0] >= "8"


def _run_pages(folder: Path) -> list[Row]:
    truth = folder / "ground_truth.json"
    if not truth.exists():
        return []
    scores: dict[str, tuple[float, float]] = {}
    seconds = 0.0
    for key, gold in sorted(json.loads(truth.read_text(encoding="utf-8")).items()):
        result = read(gzip.decompress((folder / "html" / key).read_bytes()), key)
        scores[key] = _score(result, gold["body"])
        seconds += result.seconds
    return [Row("pages", "fundus-eval", len(scores), _both_halves(scores), hash_files([truth]), seconds)]


def _score(result: Read, body: list[str]) -> tuple[float, float]:
    """ROUGE-LSum F1 and paragraph F1 of one page against its gold paragraphs."""
    found = body_lines(result)
    lines = gold_lines(body, found)
    return rouge_lsum(lines, found)[2], paragraph_f1(lines, found)


def _both_halves(scores: dict[str, tuple[float, float]]) -> dict[str, float]:
    return _means(list(scores.values()), "") | _means([pair for key, pair in scores.items() if is_unread(key)], "_unread")


def gold_lines(body: list[str], found: list[str]) -> list[str]:
    """Gold paragraphs; those in brackets are optional and count only where most of their word triples were found."""
    words = re.findall(r"\w+", " ".join(found).lower())
    triples = {tuple(words[i:i + 3]) for i in range(len(words))}
    lines = []
    for each in body:
        line = " ".join(each.split())
        if line.startswith("[") and line.endswith("]"):
            line = line[1:-1].strip()
            own = re.findall(r"\w+", line.lower())
            mine = [tuple(own[i:i + 3]) for i in range(max(1, len(own) - 2))]
            if sum(triple in triples for triple in mine) < 0.5 * len(mine):
                continue
        if line:
            lines.append(line)
    return lines


def paragraph_f1(gold: list[str], found: list[str]) -> float:
    """F1 of paragraphs that are the same, each counted as often as it stands."""
    right = (Counter(gold) & Counter(found)).total()
    return f1(right, len(found), len(gold))


def _means(pairs: list[tuple[float, float]], suffix: str) -> dict[str, float]:
    if not pairs:
        return {}
    names = (f"rouge_lsum_f1{suffix}", f"paragraph_f1{suffix}")
    return dict(zip(names, (statistics.mean(column) for column in zip(*pairs, strict=True)), strict=True))


def _run_fundus(folder: Path) -> list[Row]:
    archive = folder / "parser_test_data.tar.xz"
    if not archive.exists():
        return []
    tallies = {"": Counter[str](), "_unread": Counter[str]()}
    scores: dict[str, tuple[float, float]] = {}
    seconds = 0.0
    for key, raw, gold in fundus_pages(archive):
        result = read(raw, key)
        seconds += result.seconds
        scores[key] = _score(result, _fundus_body(gold["body"]))
        marks = _mark(result, gold)
        tallies[""] += marks
        if is_unread(key):
            tallies["_unread"] += marks
    metrics = {name + suffix: value for suffix, tally in tallies.items() for name, value in _rates(tally).items()}
    sha256 = hash_files([archive])
    return [Row("pages", "fundus-pages", len(scores), _both_halves(scores), sha256, seconds),
            Row("metadata", "fundus-pages", tallies[""]["pages"], metrics, sha256, seconds)]


def _fundus_body(body: dict[str, Any]) -> list[str]:
    """Gold paragraphs of one version: its summary, which is optional, its headings and its paragraphs."""
    lines = [f"[{line}]" for line in _listed(body.get("summary"))]
    for section in body.get("sections", []):
        lines += [*_listed(section.get("headline")), *_listed(section.get("paragraphs"))]
    return [line for line in lines if line.strip("[]")]


def _listed(value: Any) -> list[str]:
    return [value] if isinstance(value, str) else list(value or [])


def fundus_pages(archive: Path) -> Iterator[tuple[str, bytes, dict[str, Any]]]:
    """(file name, bytes, gold) of English pages whose gold version can be told by its first paragraphs."""
    with tarfile.open(archive) as tar:
        files = {member.name: tar.extractfile(member) for member in tar.getmembers() if member.isfile()}
        held = {name: stream.read() for name, stream in files.items() if stream is not None}
    for name in sorted(each for each in held if each.endswith(".json")):
        if name.split("/")[-2] not in ENGLISH:
            continue
        versions = [each for each in json.loads(held[name]).values() if isinstance(each, dict) and each.get("title")]
        for page in sorted(each for each in held if each.startswith(name[:-5] + "_") and each.endswith(".html.gz")):
            raw = gzip.decompress(held[page])
            text = folded(raw.decode("utf-8", "replace"))
            best = max(versions, key=lambda version: _share_found(version, text), default=None)
            if best is not None and _share_found(best, text) >= 0.5:
                yield page.split("/")[-1], raw, best


def _share_found(version: dict[str, Any], text: str) -> float:
    sections = version["body"].get("sections", [])
    lines = [line for section in sections for line in section.get("paragraphs", [])][:6]
    return sum(folded(line)[:60] in text for line in lines) / max(1, len(lines))


def stated_title(result: Read) -> str:
    """The title that metadata states, else the headline on the page, else ""."""
    titles = [value.value for value in result.layout.metadata if value.field == "title"]
    span = result.article.headline if result.article else None
    return titles[0] if titles else result.page.text[span.start:span.end] if span else ""


def _mark(result: Read, gold: dict[str, Any]) -> Counter[str]:
    """Counts for one page: title, authors, time."""
    marks = Counter({"pages": 1})
    marks["title"] += folded(stated_title(result)) == folded(gold["title"])
    named = {folded(ref.name or "") for ref in (result.article.bylines if result.article else ())}
    authors = {folded(name) for name in gold.get("authors") or []}
    marks["authors_right"] += len(named & authors)
    marks["authors_found"] += len(named)
    marks["authors_gold"] += len(authors)
    published = _moment(gold.get("publishing_date") or "")
    if published:
        marks["dated"] += 1
        created = _moment((result.article.created or "") if result.article else "")
        marks["day"] += created is not None and created.date() == published.date()
        if created and created.tzinfo and published.tzinfo:
            marks["minute"] += abs((created - published).total_seconds()) <= 60
    return marks


def _rates(tally: Counter[str]) -> dict[str, float]:
    return {
        "title_exact": tally["title"] / max(1, tally["pages"]),
        "authors_f1": f1(tally["authors_right"], tally["authors_found"], tally["authors_gold"]),
        "time_1min": tally["minute"] / max(1, tally["dated"]), "day": tally["day"] / max(1, tally["dated"]),
    }


def _run_days(folder: Path) -> list[Row]:
    """Day accuracy on the htmldate sets whose pages are in the folder."""
    rows = []
    for truth in sorted(folder.glob("*.json")):
        pages = _day_pages(folder, truth)
        if not pages:
            continue
        tallies = {"": [0, 0], "_unread": [0, 0]}
        seconds = 0.0
        for key, (url, raw, day) in sorted(pages.items()):
            result = read(raw, key, url)
            seconds += result.seconds
            right = bool(result.article and (result.article.created or "")[:10] == day)
            for suffix in ("", "_unread") if is_unread(key) else ("",):
                tallies[suffix][0] += right
                tallies[suffix][1] += 1
        metrics = {f"day{suffix}": right / max(1, count) for suffix, (right, count) in tallies.items()}
        rows.append(Row("metadata", f"htmldate-{truth.stem}", len(pages), metrics, hash_files([truth]), seconds))
    return rows


def _day_pages(folder: Path, truth: Path) -> dict[str, tuple[str, bytes, str]]:
    gold = {row["file"]: (url, row["date"]) for url, row in json.loads(truth.read_text(encoding="utf-8")).items()}
    found: dict[str, tuple[str, bytes, str]] = {}
    for archive in sorted(folder.glob("*.tar.*")):
        with tarfile.open(archive) as tar:
            for member in tar.getmembers():
                key = member.name.split("/")[-1]
                stream = tar.extractfile(member) if member.isfile() and key in gold else None
                if stream is not None:
                    found[key] = (gold[key][0], stream.read(), gold[key][1])
    return found


def _moment(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text.replace("Z", "+00:00"))
    except ValueError:
        return None


def folded(text: str) -> str:
    """The words of a text in small letters, without marks."""
    return " ".join(re.findall(r"\w+", text.lower()))
