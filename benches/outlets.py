"""Loading the table of outlets and looking things up in it, the best of seven rounds: `python -m benches.outlets`."""

from __future__ import annotations

import time
from collections.abc import Callable

from copydesk.lexicon import load_world
from copydesk.lexicon.outlets import load_outlets
from copydesk.lexicon.tables import FOLDER

ROUNDS = 7
LINES = ("By STAFF, Associated Press", "AFP/Reuters", "Jane Roe | Time", "By Ann Lee and Ben Ray")


def best_time(action: Callable[[], object]) -> float:
    """Milliseconds of processor time of the quickest of several rounds."""
    spent = []
    for _ in range(ROUNDS):
        started = time.process_time()
        action()
        spent.append(1000 * (time.process_time() - started))
    return min(spent)


def main() -> None:
    """Print milliseconds to load, and microseconds for each kind of lookup."""
    world = load_world()
    outlets = world.outlets
    names = [name for row in outlets.rows for name in row.names]
    addresses = [f"https://www.{host}/2024/03/05/story" for row in outlets.rows for host in row.domains]
    outlets.find_credits(LINES[0])
    print(f"{len(outlets.rows)} outlets, {len(names)} names, {len(addresses)} hosts")
    print(f"load the table             {best_time(lambda: load_outlets(FOLDER)):8.1f} ms")
    for label, action, count in (
        ("by name", lambda: [outlets.find(name) for name in names], len(names)),
        ("by address", lambda: [outlets.by_host(address) for address in addresses], len(addresses)),
        ("by line of credit", lambda: [outlets.find_credits(line) for line in LINES * 250], 250 * len(LINES)),
    ):
        print(f"look up {label:18} {1000 * best_time(action) / count:8.2f} µs each")


if __name__ == "__main__":
    main()
