"""Exams about several articles: event coreference, stories, copies, origins."""

from __future__ import annotations

from pathlib import Path

from evaluation.across_copies import examine_copies
from evaluation.across_coreference import examine_coreference
from evaluation.across_origins import examine_origins
from evaluation.across_stories import examine_stories
from evaluation.exam import Row
from evaluation.own_copies import examine_own_copies

EXAMS = ("event-coreference", "stories", "copies", "origins")


def run(folder: Path) -> list[Row]:
    """The rows of every exam whose files are in the folder; own cases run where there are stories at all."""
    if not (folder / "stories").is_dir():
        return []
    return [
        *examine_coreference(folder), *examine_stories(folder), *examine_copies(folder), *examine_own_copies(),
        *examine_origins(),
    ]
