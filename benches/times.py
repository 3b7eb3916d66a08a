"""Documents a second of the time stage alone, reading done, on the demo pages: `python -m benches.times [ROUNDS]`."""

from __future__ import annotations

import sys
import time
from typing import Any

from benches.stages import load_demo
from copydesk.clean import find_articles
from copydesk.resolve import find_times
from copydesk.run import STAGES, Desk, load_desk
from copydesk.run.stages import run_stages

ROUNDS = 20
NEEDED = ("page", "article", "reading", "world")  # what the stage reads


def read_demo(desk: Desk) -> list[dict[str, Any]]:
    """Every article of the demo pages after the stages before `times`."""
    before = STAGES[: [stage.name for stage in STAGES].index("times")]
    states = []
    for intake in load_demo():
        articles, refusals = find_articles(page=intake.page, layout=intake.layout, world=desk.world)
        for article in articles:
            given = {"page": intake.page, "layout": intake.layout, "article": article, "refusals": refusals}
            state = run_stages({**given, "world": desk.world, "reader": desk.reader}, before)
            states.append({name: state[name] for name in NEEDED})
    return states


def time_round(states: list[dict[str, Any]]) -> float:
    """Seconds of processor time of the stage over all articles."""
    begun = time.process_time()
    for state in states:
        find_times(**state)
    return time.process_time() - begun


def main() -> None:
    """Print the quickest round; a pass before it compiles the tables."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS
    states = read_demo(load_desk())
    words = sum(len(text.split()) for text in {state["page"].id: state["page"].text for state in states}.values())
    found = sum(len(find_times(**state)[0]) for state in states)
    seen = [time_round(states) for _ in range(rounds)]
    print(f"{len(states)} articles, {words} words, {found} expressions; the quickest of {rounds} rounds, one core")
    print(f"{len(states) / min(seen):8.0f} articles a second, {1e6 * min(seen) / found:6.0f} microseconds an expression")


if __name__ == "__main__":
    main()
