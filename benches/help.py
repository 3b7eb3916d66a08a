"""Processor time of `copydesk --help`, the best and the median of twenty runs: `python -m benches.help`."""

from __future__ import annotations

import resource
import subprocess
import sys
from statistics import median


def main() -> None:
    """Print milliseconds of user and system time."""
    costs = []
    for _ in range(20):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run([sys.executable, "-m", "copydesk.cli", "--help"], capture_output=True, check=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        costs.append(1000 * (after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime))
    print(f"copydesk --help: best {min(costs):.0f} ms, median {median(costs):.0f} ms of processor time")


if __name__ == "__main__":
    main()
