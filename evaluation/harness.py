"""Runs the exams whose gold data is there, prints one table, writes the JSON array, and holds the floors."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict
from importlib import import_module
from pathlib import Path
from typing import Any

from evaluation.exam import Row

FOLDER = Path(__file__).parent
# Every module that holds exams; each has EXAMS (names) and run(folder) -> rows. NEEDS_GOLD = False: it runs without a folder.
MODULES = (
    "pages", "roles", "trees", "names", "times", "places", "coreference", "statements", "own_statements", "events", "across",
    "own_resolution", "own_events", "event_behaviour", "across_conflicts",
)  # fmt: skip


def exam_modules() -> dict[str, str]:
    """Name of each exam -> the module that runs it."""
    return {exam: name for name in MODULES for exam in import_module(f"evaluation.{name}").EXAMS}


def run_exams(names: Sequence[str], folders: Iterable[Path], tell: Callable[[str], None]) -> list[Row]:
    """The rows of the named exams (all where none is named) over all folders. Raises SystemExit for an unknown name."""
    known = exam_modules()
    unknown = [name for name in names if name not in known]
    if unknown:
        raise SystemExit(f"no exam is called {unknown[0]}; there are {', '.join(sorted(known))}")
    wanted = set(names or known)
    filled = [folder for folder in folders if folder.is_dir() and any(folder.iterdir())]  # absent data gives no row
    rows: dict[tuple[str, str, str], Row] = {}  # our own cases belong to no folder: they are told once
    for module in dict.fromkeys(known[name] for name in known if name in wanted):
        exams = import_module(f"evaluation.{module}")
        for folder in filled if getattr(exams, "NEEDS_GOLD", True) else [FOLDER]:
            tell(f"{module} on {folder}")
            for row in exams.run(folder):
                if row.exam in wanted:
                    rows.setdefault((row.exam, row.part, row.corpus_sha256), row)
    return list(rows.values())


def write_rows(rows: Sequence[Row]) -> str:
    """The JSON array, one object a row, keys in the order of the record."""
    return json.dumps([asdict(row) for row in rows], indent=1) + "\n"


def write_table(rows: Sequence[Row], floors: dict[str, Any]) -> str:
    """One Markdown table: exam, part, n, metric, ours, our floor, floor seen in the field, best peer seen."""
    lines = ["| exam | part | n | metric | ours | floor held | simple floor | best peer |", "|---|---|---|---|---|---|---|---|"]
    for row in rows:
        for metric, value in row.metrics.items():
            held = floors_of(row, floors).get(metric)
            seen = floors.get("seen", {}).get(row.exam, {}).get(metric, {})
            shown = "" if held is None else f"{held:.3f}"
            lines.append(
                f"| {row.exam} | {row.part} | {row.n} | {metric} | {value:.3f} | {shown} "
                f"| {seen.get('floor', '')} | {seen.get('peer', '')} |"
            )
    return "\n".join(lines) + "\n"


def load_floors() -> dict[str, Any]:
    """evaluation/floors.json: {exam: {part: {corpus_sha256, metric: floor...}}, "seen": {exam: {metric: {floor, peer}}}}.

    A floor holds for the very files it was reached on: other files of the same part name are another examination.
    """
    floors: dict[str, Any] = json.loads((FOLDER / "floors.json").read_text(encoding="utf-8"))
    return floors


LOWER_IS_BETTER = {
    "furniture_kept", "contamination", "refused", "mae", "false_independence", "missed_independence",
    "false_pairs", "false_pairs_unnamed", "paired_alone", "false_on_traps", "false_on_none",
}


def floors_of(row: Row, floors: dict[str, Any]) -> dict[str, float]:
    """The floors that hold for a row: those of its exam and part, if they were reached on the same files."""
    held = dict(floors.get(row.exam, {}).get(row.part, {}))
    return held if held.pop("corpus_sha256", None) == row.corpus_sha256 else {}


def find_regressions(rows: Sequence[Row], floors: dict[str, Any]) -> list[str]:
    """What fell below its floor (or rose above it, where lower is better), in words."""
    fallen = []
    for row in rows:
        for metric, floor in floors_of(row, floors).items():
            value = row.metrics.get(metric)
            worse = value is None or (value > floor + 5e-4 if metric in LOWER_IS_BETTER else value < floor - 5e-4)
            if worse:
                fallen.append(f"{row.exam} {row.part} {metric}: {value} is worse than its floor {floor}")
    return fallen


def raise_floors(rows: Sequence[Row], floors: dict[str, Any]) -> dict[str, Any]:
    """The floors, each raised to what these rows reached; none is lowered."""
    for row in rows:
        held = floors_of(row, floors)
        for metric, value in row.metrics.items():
            if metric.endswith("_per_s") or metric.endswith("_unread"):
                continue  # speeds belong to benches; the unread half is reported, not held
            better = min if metric in LOWER_IS_BETTER else max
            held[metric] = round(better(value, held.get(metric, value)), 4)
        floors.setdefault(row.exam, {})[row.part] = {"corpus_sha256": row.corpus_sha256, **held}
    return floors
