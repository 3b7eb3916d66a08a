"""Other extractors beside ours on the same pages in one run: figures of the page exams, and pages a second of a core.

`python -m benches.page_peers [--gold DIR] [--only NAME ...]`; the peers stand in benches/requirements-peers.txt, and one
that is not installed is said to be absent. Seconds are processor time, all pages of a set once over after one that warms up.
"""

from __future__ import annotations

import argparse
import gzip
import json
import logging
import os
import statistics
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from evaluation.exam import f1
from evaluation.pages import body_lines, folded, fundus_pages, gold_lines, paragraph_f1, read, stated_title
from evaluation.rouge import rouge_lsum


@dataclass(frozen=True, slots=True)
class Peer:
    """package: on PyPI. lines: a page's paragraphs from its bytes. facts: its title, authors and day, or None."""

    package: str
    lines: Callable[[bytes], list[str]] | None
    facts: Callable[[bytes], tuple[str, list[str], str]] | None = None


def _ours(raw: bytes) -> list[str]:
    return body_lines(read(raw, "page"))


def _our_facts(raw: bytes) -> tuple[str, list[str], str]:
    result = read(raw, "page")
    article = result.article
    names = [ref.name or "" for ref in (article.bylines if article else ())]
    return stated_title(result), names, ((article.created or "") if article else "")[:10]


def _trafilatura(**options: bool) -> Callable[[bytes], list[str]]:
    def lines(raw: bytes) -> list[str]:
        text = import_module("trafilatura").extract(raw, include_comments=False, deduplicate=False, **options)
        return _split(text or "")
    return lines


def _trafilatura_facts(raw: bytes) -> tuple[str, list[str], str]:
    found = import_module("trafilatura").extract_metadata(raw)
    return found.title or "", (found.author or "").split("; "), found.date or ""


def _newspaper(raw: bytes) -> Any:
    article = import_module("newspaper").Article("https://page.example/", fetch_images=False)
    article.download(input_html=raw.decode("utf-8", "replace"))
    article.parse()
    return article


def _newspaper_facts(raw: bytes) -> tuple[str, list[str], str]:
    article = _newspaper(raw)
    return article.title or "", list(article.authors), str(article.publish_date or "")[:10]


def _readability(raw: bytes) -> list[str]:
    summary = import_module("readability").Document(raw.decode("utf-8", "replace")).summary()
    root = import_module("lxml.html").fromstring(summary)
    return [line for each in root.iter("p", "li", "h2", "h3") if (line := " ".join(each.text_content().split()))]


def _resiliparse(raw: bytes) -> list[str]:
    text = import_module("resiliparse.extract.html2text").extract_plain_text(raw.decode("utf-8", "replace"), main_content=True)
    return _split(text)


def _justext(raw: bytes) -> list[str]:
    justext = import_module("justext")
    return [each.text for each in justext.justext(raw, justext.get_stoplist("English")) if not each.is_boilerplate]


def _htmldate_facts(raw: bytes) -> tuple[str, list[str], str]:
    return "", [], import_module("htmldate").find_date(raw.decode("utf-8", "replace"), original_date=True) or ""


def _split(text: str) -> list[str]:
    return [" ".join(line.split()) for line in text.split("\n") if line.strip()]


PEERS = {
    "copydesk": Peer("copydesk", _ours, _our_facts),
    "trafilatura": Peer("trafilatura", _trafilatura(), _trafilatura_facts),
    "trafilatura fast": Peer("trafilatura", _trafilatura(fast=True)),
    "trafilatura precision": Peer("trafilatura", _trafilatura(favor_precision=True)),
    "newspaper4k": Peer("newspaper4k", lambda raw: _split(_newspaper(raw).text), _newspaper_facts),
    "readability-lxml": Peer("readability-lxml", _readability),
    "resiliparse": Peer("resiliparse", _resiliparse),
    "jusText": Peer("jusText", _justext),
    "htmldate": Peer("htmldate", None, _htmldate_facts),
}


def main() -> None:
    """Print one table of article text and one of title, authors and day."""
    parser = argparse.ArgumentParser(prog="python -m benches.page_peers", description=__doc__)
    parser.add_argument("--gold", type=Path, default=Path(os.environ.get("COPYDESK_GOLD", "../shared/gold")), help="gold data")
    parser.add_argument("--only", nargs="*", default=list(PEERS), metavar="NAME", help="which of them")
    given = parser.parse_args()
    logging.disable(logging.CRITICAL)
    there = {name: peer for name, peer in PEERS.items() if name in given.only and _is_there(name, peer)}
    pages = given.gold / "pages"
    print(f"{'fundus-eval':24}{'ROUGE-LSum':>11}{'paragraphs':>11}{'pages/s':>9}")
    for name, peer in there.items():
        if peer.lines is not None:
            rouge, paragraphs, speed = measure_text(peer.lines, pages / "fundus-eval")
            print(f"{name:24}{rouge:11.3f}{paragraphs:11.3f}{speed:9.1f}", flush=True)
    held = list(fundus_pages(pages / "fundus-pages" / "parser_test_data.tar.xz"))
    print(f"{'fundus-pages':24}{'title':>11}{'authors F1':>11}{'day':>9}{'pages/s':>9}")
    for name, peer in there.items():
        if peer.facts is not None:
            title, authors, day, speed = measure_facts(peer.facts, held)
            print(f"{name:24}{title:11.3f}{authors:11.3f}{day:9.3f}{speed:9.1f}", flush=True)


def _is_there(name: str, peer: Peer) -> bool:
    try:
        print(f"{name}: {peer.package} {version(peer.package)}")
    except PackageNotFoundError:
        print(f"{name}: absent")
        return False
    return True


def measure_text(lines: Callable[[bytes], list[str]], folder: Path) -> tuple[float, float, float]:
    """Mean ROUGE-LSum F1, mean paragraph F1, pages a second of processor time."""
    scores, seconds = [], 0.0
    held = list(_eval_pages(folder))
    _timed(lines, held[0][0])
    for raw, gold in held:
        found, took = _timed(lines, raw)
        seconds += took
        wanted = gold_lines(gold, found or [])
        scores.append((rouge_lsum(wanted, found or [])[2], paragraph_f1(wanted, found or [])))
    rouge, paragraphs = (statistics.mean(column) for column in zip(*scores, strict=True))
    return rouge, paragraphs, len(held) / seconds


def measure_facts(
    facts: Callable[[bytes], tuple[str, list[str], str]], held: list[tuple[str, bytes, dict[str, Any]]],
) -> tuple[float, float, float, float]:
    """Titles that are the same, F1 of authors, days that are right, pages a second of processor time."""
    tally, seconds = Counter[str](), 0.0
    _timed(facts, held[0][1])
    for _, raw, gold in held:
        found, took = _timed(facts, raw)
        seconds += took
        title, names, day = found or ("", [], "")
        authors, named = ({folded(name) for name in each} - {""} for each in (gold.get("authors") or [], names))
        tally += Counter(
            title=folded(title) == folded(gold["title"]), right=len(named & authors), found=len(named), gold=len(authors),
            dated=bool(gold.get("publishing_date")), day=bool(day) and day == (gold.get("publishing_date") or "")[:10],
        )
    authors_f1 = f1(tally["right"], tally["found"], tally["gold"])
    return tally["title"] / len(held), authors_f1, tally["day"] / max(1, tally["dated"]), len(held) / seconds


def _timed(read_one: Callable[[bytes], Any], raw: bytes) -> tuple[Any, float]:
    """What a peer makes of a page, None where it fails, and seconds of processor time."""
    began = time.process_time()
    try:
        found = read_one(raw)
    except Exception:  # a page that a peer cannot read scores nothing
        found = None
    return found, time.process_time() - began


def _eval_pages(folder: Path) -> Iterator[tuple[bytes, list[str]]]:
    for key, gold in sorted(json.loads((folder / "ground_truth.json").read_text(encoding="utf-8")).items()):
        yield gzip.decompress((folder / "html" / key).read_bytes()), gold["body"]


if __name__ == "__main__":
    main()
