"""Writes the model card that ships beside the weights, from the template and what was measured."""

from __future__ import annotations

import platform
from collections.abc import Sequence
from pathlib import Path

from evaluation.exam import Row
from training.base import NAME, SHA256
from training.export import hash_file
from training.prepare import load_sources
from training.train import Plan

TEMPLATE = Path(__file__).with_name("card.md")
CARD = "MODEL_CARD.md"


def write_card(folder: Path, rows: Sequence[Row], plan: Plan, *, without_gum: bool, note: str = "") -> None:
    """Fill the template: data and licences, files with hashes, how it was trained, figures.

    note: what else a reader of the card must know of this run.
    """
    text = TEMPLATE.read_text(encoding="utf-8")
    values = {
        "SOURCES": list_sources(without_gum=without_gum),
        "FILES": list_files(folder),
        "FIGURES": list_figures(rows),
        "BASE": NAME,
        "BASE_SHA256": SHA256,
        "EPOCHS": f"{plan.epochs:g}",
        "SEED": str(plan.seed),
        "MACHINE": f"{platform.machine()}, Python {platform.python_version()}, {plan.device}, {plan.workers} process(es)",
        "NOTE": note,
        "COMMAND": "python -m training GOLD OUT" + (" --without-gum" if without_gum else ""),
    }
    for name, value in values.items():
        text = text.replace(f"@{name}@", value)
    (folder / CARD).write_text(text, encoding="utf-8")


def list_sources(*, without_gum: bool) -> str:
    """The sets that were trained on, as a Markdown table."""
    rows = ["| set | licence | what |", "|---|---|---|"]
    for source in load_sources():
        if source.use in ("train", "own") and not (without_gum and source.name == "ud_gum_open"):
            rows.append(f"| {source.name} | {source.licence} | {source.note} |")
    return "\n".join(rows)


def list_files(folder: Path) -> str:
    """The files with sizes and hashes, as a Markdown table."""
    rows = ["| file | bytes | SHA-256 |", "|---|---|---|"]
    for path in sorted(folder.iterdir()):
        if path.suffix in (".npy", ".onnx", ".tsv", ".txt"):
            rows.append(f"| {path.name} | {path.stat().st_size} | {hash_file(path)} |")
    return "\n".join(rows)


def list_figures(rows: Sequence[Row]) -> str:
    """The exams' rows, as a Markdown table; the sets' hashes say what they were measured on."""
    lines = ["| exam | part | sentences | figures | set's SHA-256 |", "|---|---|---|---|---|"]
    for row in rows:
        figures = ", ".join(f"{name} {value:.4f}" for name, value in row.metrics.items())
        lines.append(f"| {row.exam} | {row.part} | {row.n} | {figures} | {row.corpus_sha256[:12]} |")
    return "\n".join(lines)
