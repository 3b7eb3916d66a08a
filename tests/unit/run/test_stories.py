"""What a story says of pages that tell it nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from copydesk.run import build_stories, load_desk, read_paths, read_reports
from copydesk.run.intake import Known

TOLD = "Ferry strike\n\n5 March 2024\n\nThe ferry strike went on in Lome on Tuesday, the union said. Two boats sailed.\n"
POOR = {
    "empty.txt": b"",
    "damaged.html": b"\x1f\x8b\x08\x00\xff\xfe\x00\x01corrupt\x00\x00",
    "links.html": b"<html><body><nav><a href='/a'>News</a> <a href='/b'>Sport</a></nav></body></html>",
    "french.txt": "Le ministre a déclaré mardi que les unités regagnaient leurs casernes après les exercices.\n".encode() * 3,
}


@pytest.mark.parametrize("name", list(POOR))
def test_a_page_that_tells_nothing_is_listed_as_not_read(name: str, tmp_path: Path) -> None:
    """Empty, damaged, without text or in another language: named with its reason, and no story of its own."""
    (tmp_path / "told.txt").write_text(TOLD, encoding="utf-8")
    (tmp_path / name).write_bytes(POOR[name])
    desk = load_desk()
    paths = [str(tmp_path / "told.txt"), str(tmp_path / name)]
    reports = [report for intake in read_paths(paths, common=Known()) for report in read_reports(intake, desk)]
    (story,) = build_stories(reports, desk)
    assert any(name in refusal.reason for refusal in story.coverage.refusals)
    assert story.coverage.articles == 1
