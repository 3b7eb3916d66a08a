"""`python -m evaluation.fuzz [--inputs N] [--seed N] [--folder DIR] [--cases | --counts]`: damaged files of every format.

Runs in chunks; a chunk that is done is not run again, so a run that was stopped goes on where it was. What failed stands in
the folder, with its traceback; `now.bin` is the file that was being read, should the process itself die.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
import warnings
from collections import Counter
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis.errors import HypothesisWarning

from evaluation.fuzz.cases import CASES
from evaluation.fuzz.check import Outcome, check_file
from evaluation.fuzz.mutate import damaged_files

CHUNK = 1000  # inputs
SIZE = 1_000_000  # characters of a case


def main() -> int:
    """Run what is missing, print the counts; exit status 1 where anything failed."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.fuzz", description=__doc__)
    parser.add_argument("--inputs", type=int, default=200_000, help="files to damage and read")
    parser.add_argument("--seed", type=int, default=1, help="the same seed gives the same files")
    parser.add_argument("--folder", type=Path, default=Path("build/fuzz/hypothesis"), help="where counts and faults are kept")
    parser.add_argument("--cases", action="store_true", help="read the named cases, a megabyte each, instead")
    parser.add_argument("--counts", action="store_true", help="print the counts of what has been run, and run nothing")
    told = parser.parse_args()
    if told.cases:
        return run_cases()
    folder: Path = told.folder
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(0 if told.counts else -(-told.inputs // CHUNK)):
        done = folder / f"chunk-{number:05}.json"
        if not done.exists():
            counts = run_chunk(told.seed * 1_000_003 + number, min(CHUNK, told.inputs - number * CHUNK), folder)
            done.write_text(json.dumps(counts), encoding="utf-8")
            print(f"chunk {number}: {sum(counts.values())} files", file=sys.stderr)
    return print_counts(folder)


def run_cases() -> int:
    """One row a case of a megabyte: seconds of processor time and how it ended; 1 where anything failed, else 0."""
    faults = 0
    for case, (name, make) in CASES.items():
        raw = make(SIZE)
        outcome = check_file(raw, name)
        faults += outcome.is_fault
        print(f"{case:20} {len(raw):9} bytes {outcome.seconds:7.2f} s  {outcome.kind}", flush=True)
    print(f"{len(CASES)} files, {faults} faults")
    return 1 if faults else 0


def run_chunk(number: int, inputs: int, folder: Path) -> Counter[str]:
    """Counts of "format outcome" over so many damaged files; those that fail are kept in the folder."""
    counts: Counter[str] = Counter()

    @seed(number)
    @settings(max_examples=inputs, database=None, deadline=None, phases=[Phase.generate], suppress_health_check=[*HealthCheck])
    @given(damaged_files())
    def read_one(named: tuple[str, bytes]) -> None:
        name, raw = named
        counts[f"{name} {watch_file(raw, name, folder).kind}"] += 1

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", HypothesisWarning)
        read_one()
    return counts


def watch_file(raw: bytes, name: str, folder: Path) -> Outcome:
    """Reads one file, kept in the folder while it is read, and for good where it fails."""
    now = folder / "now.bin"
    now.write_bytes(name.encode() + b"\n" + raw)
    outcome = check_file(raw, name)
    if outcome.is_fault:
        stem = f"{outcome.kind}-{hashlib.sha256(raw).hexdigest()[:12]}"
        (folder / f"{stem}-{name}").write_bytes(raw)
        (folder / f"{stem}.log").write_text(outcome.detail, encoding="utf-8")
    return outcome


def print_counts(folder: Path) -> int:
    """One row a format; 1 where a chunk holds a fault, else 0."""
    total: Counter[str] = Counter()
    for path in sorted(folder.glob("chunk-*.json")):
        total.update(json.loads(path.read_text(encoding="utf-8")))
    names = sorted({key.split()[0] for key in total})
    faults = sorted({key.split()[1] for key in total} - {"read", "refused"})
    print(f"{'format':16}" + "".join(f"{kind:>12}" for kind in ("read", "refused", *faults)))
    for name in names:
        print(f"{name:16}" + "".join(f"{total[f'{name} {kind}']:12}" for kind in ("read", "refused", *faults)))
    print(f"{total.total()} files, {sum(total[f'{name} {kind}'] for name in names for kind in faults)} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
