"""`scripts/evaluate [NAME...] --gold DIR [--gold DIR...] --json OUT`: the exams, one table, one JSON array."""

from __future__ import annotations

import argparse
import json
import os
import sys
from pathlib import Path

from evaluation.harness import FOLDER, find_regressions, load_floors, raise_floors, run_exams, write_rows, write_table


def main() -> int:
    """Run the exams; exit status 1 where something fell below its floor, else 0."""
    parser = argparse.ArgumentParser(prog="scripts/evaluate", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help="exams to run; all where none is named")
    parser.add_argument("--gold", action="append", type=Path, help="folder of gold data; may be repeated")
    parser.add_argument("--json", type=Path, metavar="OUT", help="write the rows as one JSON array")
    parser.add_argument("--raise-floors", action="store_true", help="raise evaluation/floors.json to what was reached")
    parser.add_argument("--allow-regression", action="store_true", help="do not fail below a floor (say why in the changelog)")
    given = parser.parse_args()
    folders = given.gold or [Path(os.environ.get("COPYDESK_GOLD", "../shared/gold"))]
    rows = run_exams(given.names, folders, tell=lambda line: print(line, file=sys.stderr))
    floors = load_floors()
    print(write_table(rows, floors), end="")
    if given.json:
        given.json.write_text(write_rows(rows), encoding="utf-8")
    if given.raise_floors:
        text = json.dumps(raise_floors(rows, floors), indent=1, sort_keys=True) + "\n"
        (FOLDER / "floors.json").write_text(text, encoding="utf-8")
    fallen = [] if given.allow_regression else find_regressions(rows, floors)
    for line in fallen:
        print(line, file=sys.stderr)
    return 1 if fallen else 0


if __name__ == "__main__":
    sys.exit(main())
