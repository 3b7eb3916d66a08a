"""Where the time of reading and cleaning a page goes: `python -m benches.page_speed [--gold DIR] [--rounds N]`.

Milliseconds of processor time a page, each stage without those inside it, on the pages of fundus-eval; trafilatura's default
mode runs on the same pages in the same rounds. Of each the quickest round counts; one page before the rounds warms up.
"""

from __future__ import annotations

import argparse
import gzip
import json
import logging
import os
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import trafilatura

from copydesk.clean import articles, scores
from copydesk.read import html
from evaluation import pages

# The functions that are timed, where their callers look them up; "rest" is what none of them does.
STAGES: tuple[tuple[str, Any, str], ...] = (
    ("parse", html, "parse_markup"), ("walk", html._Walk, "run"), ("metadata", html, "find_metadata"),
    ("units", articles, "find_units"), ("features", scores, "find_families"), ("markup", scores, "find_evidence"),
    ("outside", scores, "ask_extractor"), ("labels", articles, "label_units"), ("clean", pages, "find_articles"),
    ("read", pages, "read_page"), ("dates", pages, "settle_created"),
)


class Clock:
    """Seconds of processor time by stage; time inside a stage that another one calls is the inner one's alone."""

    def __init__(self) -> None:
        self.spent: defaultdict[str, float] = defaultdict(float)
        self._open: list[float] = []  # seconds that stages inside each open one have taken

    def timed(self, stage: str, function: Callable[..., Any]) -> Callable[..., Any]:
        """The function, its time counted under a stage."""

        def run(*given: Any, **named: Any) -> Any:
            self._open.append(0.0)
            began = time.process_time()
            try:
                return function(*given, **named)
            finally:
                took = time.process_time() - began
                self.spent[stage] += took - self._open.pop()
                if self._open:
                    self._open[-1] += took

        return run


def time_stages(held: Sequence[bytes]) -> dict[str, float]:
    """Seconds of each stage over all pages."""
    clock = Clock()
    kept = [getattr(home, name) for _, home, name in STAGES]
    for (stage, home, name), function in zip(STAGES, kept, strict=True):
        setattr(home, name, clock.timed(stage, function))
    try:
        whole = clock.timed("rest", lambda: [pages.read(raw, "page") for raw in held])
        whole()
    finally:
        for (_, home, name), function in zip(STAGES, kept, strict=True):
            setattr(home, name, function)
    return clock.spent


def time_peer(held: Sequence[bytes]) -> float:
    """Seconds that trafilatura takes for the article text of all pages."""
    began = time.process_time()
    for raw in held:
        trafilatura.extract(raw, include_comments=False, deduplicate=False)
    return time.process_time() - began


def main() -> None:
    """Print a row a stage, and the pages a second of both."""
    parser = argparse.ArgumentParser(prog="python -m benches.page_speed", description=__doc__)
    parser.add_argument("--gold", type=Path, default=Path(os.environ.get("COPYDESK_GOLD", "../shared/gold")), help="gold data")
    parser.add_argument("--rounds", type=int, default=3, help="rounds, of which the quickest counts")
    given = parser.parse_args()
    logging.disable(logging.CRITICAL)
    folder = given.gold / "pages" / "fundus-eval"
    keys = sorted(json.loads((folder / "ground_truth.json").read_text(encoding="utf-8")))
    held = [gzip.decompress((folder / "html" / key).read_bytes()) for key in keys]
    time_stages(held[:1])
    time_peer(held[:1])
    rounds = [(time_stages(held), time_peer(held)) for _ in range(given.rounds)]
    spent = min((spent for spent, _ in rounds), key=lambda each: sum(each.values()))
    whole = sum(spent.values())
    for stage, seconds in sorted(spent.items(), key=lambda pair: -pair[1]):
        print(f"{stage:12}{1000 * seconds / len(held):8.2f} ms a page{seconds / whole:8.1%}")
    ours, theirs = (len(held) / seconds for seconds in (whole, min(peer for _, peer in rounds)))
    print(f"copydesk {ours:.1f} pages a second, trafilatura {theirs:.1f}: {ours / theirs:.2f} times as many")


if __name__ == "__main__":
    main()
