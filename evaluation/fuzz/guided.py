"""`python -m evaluation.fuzz.guided [--inputs N] [--seed N] [--folder DIR]`: damaged files, led by the code that they reach.

atheris changes the files, and keeps a change that reaches code not reached before. It is no part of the development
environment: `pip install atheris==3.0.0` (Linux and macOS). What it keeps stays in the folder and starts the next run.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from pathlib import Path

from evaluation.fuzz.seeds import load_seeds

LONGEST = 6000  # bytes of a file


def main() -> None:
    """Run so many files, the first byte of each naming its format; `python -m evaluation.fuzz --counts` prints the counts."""
    import atheris

    parser = argparse.ArgumentParser(prog="python -m evaluation.fuzz.guided", description=__doc__)
    parser.add_argument("--inputs", type=int, default=100_000, help="files to damage and read")
    parser.add_argument("--seed", type=int, default=1, help="where chance begins")
    parser.add_argument("--folder", type=Path, default=Path("build/fuzz/atheris"), help="where counts and faults are kept")
    given = parser.parse_args()
    with atheris.instrument_imports(include=["copydesk"]):
        from evaluation.fuzz.__main__ import watch_file
    names = sorted(load_seeds())
    corpus = _write_seeds(given.folder / "corpus", names)
    counts: Counter[str] = Counter()
    done = given.folder / f"chunk-{len(list(given.folder.glob('chunk-*.json'))):05}.json"

    def read_one(raw: bytes) -> None:
        name = names[raw[0] % len(names)] if raw else names[0]
        counts[f"{name} {watch_file(raw[1:] or bytes(1), name, given.folder).kind}"] += 1
        if counts.total() % 500 == 0 or counts.total() >= given.inputs:
            done.write_text(json.dumps(counts), encoding="utf-8")

    options = (f"-runs={given.inputs}", f"-seed={given.seed}", f"-max_len={LONGEST}", "-len_control=0",
               f"-artifact_prefix={given.folder}/")
    atheris.Setup([sys.argv[0], *options, str(corpus)], read_one)
    atheris.Fuzz()


def _write_seeds(folder: Path, names: list[str]) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for number, name in enumerate(names):
        for place, raw in enumerate(load_seeds()[name]):
            (folder / f"seed-{number:02}-{place:02}").write_bytes(bytes([number]) + raw)
    return folder


if __name__ == "__main__":
    main()
