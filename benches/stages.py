"""Words a second of each stage on the demo pages, one process: `python -m benches.stages [ROUNDS]`."""

from __future__ import annotations

import sys
import time
from collections import defaultdict
from statistics import median

from copydesk.clean import find_articles
from copydesk.cli.brief import demo_pages
from copydesk.run import STAGES, build_stories, load_desk, read_manifest_pages, read_reports
from copydesk.run.intake import Intake, Known


def load_demo() -> list[Intake]:
    """The pages of the demo story."""
    return list(read_manifest_pages(demo_pages()["manifest"], common=Known()))


def time_stages(intakes: list[Intake]) -> dict[str, float]:
    """Seconds of each stage over all articles of the pages."""
    desk, spent = load_desk(), defaultdict[str, float](float)
    for intake in intakes:
        started = time.perf_counter()
        articles, refusals = find_articles(page=intake.page, layout=intake.layout, world=desk.world)
        spent["clean"] += time.perf_counter() - started
        for article in articles:
            state = {
                "page": intake.page, "layout": intake.layout, "article": article, "world": desk.world,
                "reader": desk.reader, "refusals": refusals,
            }
            for stage in STAGES:
                started = time.perf_counter()
                result = stage.function(**{name: state[name] for name in stage.reads})
                spent[stage.name] += time.perf_counter() - started
                written = result if len(stage.writes) > 1 else (result,)
                state.update(zip(stage.writes, written, strict=True))
    started = time.perf_counter()
    build_stories([r for intake in intakes for r in read_reports(intake, desk)], desk)
    spent["all, and one story"] = time.perf_counter() - started
    return spent


def main() -> None:
    """Print the median of several rounds after one that warms up."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    intakes = load_demo()
    words = sum(len(intake.page.text.split()) for intake in intakes)
    time_stages(intakes)
    seen = [time_stages(intakes) for _ in range(rounds)]
    print(f"{len(intakes)} pages, {words} words, median of {rounds} rounds")
    for name in seen[0]:
        seconds = median(one[name] for one in seen)
        print(f"{name:20} {seconds:8.3f} s {words / seconds:10.0f} words/s")


if __name__ == "__main__":
    main()
