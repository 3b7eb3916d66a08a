"""The final golden pages were written last and are measured on only: their files never change, and marks part each page."""

import hashlib
import json
from pathlib import Path

import pytest

FINAL_PAGES = "a5ff837252afef267f7f78e094853f155705b9a27537e5fd4d49e0b8beb45c7c"


def test_the_final_pages_are_those_that_were_written(root: Path) -> None:
    """SHA-256 over the files of tests/pages/final in order of name; a mark found wrong is told in tests/pages/README.md."""
    digest = hashlib.sha256()
    for path in sorted((root / "tests" / "pages" / "final").iterdir()):
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    assert digest.hexdigest() == FINAL_PAGES


def test_nothing_is_trained_on_the_final_pages(root: Path) -> None:
    """No file of training/ names their folder."""
    for path in (root / "training").glob("*.py"):
        assert "pages/final" not in path.read_text(encoding="utf-8"), path.name


@pytest.mark.parametrize("folder", ["tests/pages", "tests/pages/second", "tests/pages/final"])
def test_marks_part_every_golden_page(root: Path, folder: str) -> None:
    """Each letter of a golden page stands in one stretch, and the text is the one that was marked."""
    for row in (root / folder / "gold.jsonl").read_text(encoding="utf-8").splitlines():
        gold = json.loads(row)
        text = (root / folder / f"{gold['doc']}.txt").read_text(encoding="utf-8")
        assert hashlib.sha256(text.encode()).hexdigest() == gold["sha256"], gold["doc"]
        covered = 0
        for line in gold["lines"]:
            assert text[covered:line["start"]].strip() == "", (gold["doc"], line)
            assert line["start"] < line["end"], (gold["doc"], line)
            covered = line["end"]
        assert text[covered:].strip() == "", gold["doc"]
