"""The gazetteer: time to open, memory, time of a name, levels and scripts: `python -m benches.gazetteer`."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from copydesk.lexicon.gazetteer import Gazetteer
from copydesk.lexicon.tables import FOLDER

FILE = FOLDER / "world" / "places.bin"
LOAD_MS, MEMORY_MB = 300.0, 250.0  # what is allowed
ROUNDS = 20
# One name a script, and the GeoNames id that it must find.
NAMES = (
    ("Latin", "Kyiv", 703448), ("Cyrillic", "Київ", 703448), ("Greek", "Αθήνα", 264371), ("Arabic", "الخرطوم", 379252),
    ("Hebrew", "חיפה", 294801), ("Armenian", "Երևան", 616052), ("Georgian", "თბილისი", 611717), ("Devanagari", "मुंबई", 1275339),
    ("Bengali", "ঢাকা", 1185241), ("Tamil", "சென்னை", 1264527), ("Thai", "เชียงใหม่", 1153671), ("Burmese", "ရန်ကုန်", 1298824),
    ("Khmer", "ភ្នំពេញ", 1821306), ("Han", "上海", 1796236), ("Kana", "さいたま", 6940394), ("Hangul", "부산", 1838524),
    ("Ethiopic", "አዲስ አበባ", 344979),
)  # fmt: skip


def memory_mb() -> float:
    """Resident memory of this process in MB, mapped pages of files included (Linux)."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def cpu_us(work: Callable[[], object], times: int) -> float:
    """Median processor microseconds of one of `times` calls, over some rounds."""
    rounds = []
    for _ in range(5):
        began = time.process_time()
        for _ in range(times):
            work()
        rounds.append(1e6 * (time.process_time() - began) / times)
    return median(rounds)


def main() -> int:
    """Print what opening and using the gazetteer costs; 1 where a limit is broken or a script's name is not found."""
    at_first = memory_mb()
    opened = cpu_us(lambda: Gazetteer(FILE), ROUNDS) / 1000
    places = Gazetteer(FILE)
    at_open = memory_mb() - at_first
    names = list(places.list_towns(0))
    began = time.process_time()
    unfound = sum(not places.find(name) for name in names)
    each = 1e6 * (time.process_time() - began) / len(names)
    used = memory_mb() - at_first
    lost = [script for script, name, geonames in NAMES if geonames not in {row.geonames for row in places.find(name)}]
    print(f"{len(places):,} places, {places.names:,} names, {FILE.stat().st_size / 1e6:.1f} MB")
    print(f"open: {opened:.1f} ms of processor time (allowed {LOAD_MS:.0f})")
    print(f"memory: {at_open:.0f} MB opened, {used:.0f} MB after {len(names):,} names were looked up (allowed {MEMORY_MB:.0f})")
    print(f"a name: {each:.0f} microseconds; towns not found by their own name: {unfound}")
    print("levels: " + ", ".join(f"{level} {count:,}" for level, count in places.count_levels().items()))
    print(f"scripts: {len(NAMES) - len(lost)} of {len(NAMES)}" + (f"; not found: {', '.join(lost)}" if lost else ""))
    return int(opened > LOAD_MS or used > MEMORY_MB or bool(lost) or unfound > 0)


if __name__ == "__main__":
    sys.exit(main())
