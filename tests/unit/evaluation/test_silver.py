"""Silver pages corrected by hand: which pages, the marks, rows without text, and what the exam counts of them."""

from __future__ import annotations

import gzip
import json
import re
from itertools import pairwise
from pathlib import Path

import pytest

from evaluation.mark_pages import ROLES
from evaluation.mark_silver import count_changes, mark_file, mark_page, show_page, write_rows
from evaluation.pages import is_unread
from evaluation.roles import Stretch, run
from evaluation.silver import (
    CHOSEN,
    CORRECTED,
    SILVER,
    UNREAD,
    SilverPage,
    choose_pages,
    corrected_roles,
    hash_text,
    load_rows,
    load_silver,
    make_row,
    silver_label,
)

LINES = (
    ("Skip to content", "furniture"),
    ("Ferry to Port Belisar is stopped", "title"),
    ("The ferry has a hole in its side, the harbour master said on Monday.", "body"),
    ("It will be in the yard for a month, and nobody knows who will pay.", "body"),
    ("Read more: The bridge that was never built", "body"),
    ("The harbour master’s notice asked all hauliers to drive around the lake.", "furniture"),
)
PAGE = SilverPage("Belisar_1.html.gz", "loose", LINES)
MARKS = "1 v; 5 a\n6 p"


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    """A folder of gold data with one page in both views, and one page of a folder that is not English."""
    lines = [list(line) for line in LINES]
    rows = [{"src": "fundus-test", "id": PAGE.key, "cc": "uk", "view": view, "lines": lines} for view in ("full", "loose")]
    rows.append({"src": "fundus-test", "id": "Ufer_1.html.gz", "cc": "de", "view": "loose", "lines": lines})
    path = tmp_path / SILVER
    path.parent.mkdir()
    path.write_bytes(gzip.compress(json.dumps(rows).encode()))
    return tmp_path


def test_pages_are_chosen_by_the_hash_of_their_ids(gold: Path) -> None:
    """English pages in one view, the lowest hashes first, whatever their order in the file."""
    assert choose_pages(load_silver(gold / SILVER)) == [PAGE]
    many = [SilverPage(f"{number}", view, LINES) for number in range(4 * CHOSEN) for view in ("full", "loose")]
    chosen = choose_pages(many)
    assert chosen == choose_pages(many[::-1])
    assert len(chosen) == CHOSEN + UNREAD
    assert {page.view for page in chosen} == {"loose"}
    assert all(hash_text(one.key) < hash_text(other.key) for one, other in pairwise(chosen))
    assert [is_unread(page.key) for page in chosen] == [False] * CHOSEN + [True] * UNREAD


def test_marks_become_a_row_without_text() -> None:
    """Lines that are named get their role, others what their label says; spans cut the very lines out of the text."""
    row = mark_page(PAGE, hash_text(PAGE.text)[:12], MARKS)
    assert [PAGE.text[start:end] for start, end, _ in row["lines"]] == [line for line, _ in LINES]
    assert [role for _, _, role in row["lines"]] == [
        "navigation", "headline", "paragraph", "paragraph", "related_link", "paragraph",
    ]  # fmt: skip
    assert set(row) == {"id_sha256", "view", "sha256", "lines"}
    assert "ferry" not in json.dumps(row).lower()


@pytest.mark.parametrize(
    ("digest", "marks", "message"),
    [
        ("0123456789ab", MARKS, "the text of this page is not"),
        ("", MARKS, "the text of this page is not"),
        (hash_text(PAGE.text)[:12], "1 v", "furniture without a role: 6"),
        (hash_text(PAGE.text)[:12], "1 v; 6-7 p", "no mark: 6-7 p"),
        (hash_text(PAGE.text)[:12], "1 z; 6 p", "no mark: 1 z"),
    ],
)
def test_marks_that_do_not_fit_are_refused(digest: str, marks: str, message: str) -> None:
    """Another text, furniture that is not named, a line that is not there, an unknown letter; the page is named."""
    with pytest.raises(ValueError, match=f"page 1: {message}"):
        mark_file([PAGE], f"### 1 {digest or 'ab'}\n{marks}\n")


def test_a_row_of_another_text_is_refused() -> None:
    """A page whose lines changed is not the one that was corrected."""
    row = make_row(PAGE, ["paragraph"] * len(LINES))
    assert corrected_roles(row, PAGE) == [("paragraph", 0)] * len(LINES)
    with pytest.raises(ValueError, match="is not the one that was corrected"):
        corrected_roles(row, SilverPage(PAGE.key, "loose", (("Skip it", "furniture"), *LINES[1:])))


def test_a_part_of_another_story_is_furniture() -> None:
    """Its role is kept with the number of its card; a heading of the page's own text is body."""
    row = mark_page(PAGE, hash_text(PAGE.text), "1 u; 5 h1; 6 p1")
    assert corrected_roles(row, PAGE)[4:] == [("headline", 1), ("paragraph", 1)]
    labels = [silver_label(role, card) for role, card in corrected_roles(row, PAGE)]
    assert labels == ["body", "title", "body", "body", "furniture", "furniture"]


def test_changes_are_counted_and_shown() -> None:
    """Two lines changed, both from or to body; a page is shown with its marks under the head that `mark` reads."""
    row = mark_page(PAGE, hash_text(PAGE.text), MARKS)
    assert count_changes(PAGE, row) == (6, 2, 2)
    shown = show_page(1, PAGE, row).splitlines()
    assert shown[0] == f"### 1 {hash_text(PAGE.text)[:12]}"
    assert shown[5] == "   5 body      a | Read more: The bridge that was never built"


def test_the_exam_counts_corrected_lines(gold: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The part is there where the gold and the rows are, and its rates are of the corrected lines; absent gold gives no row."""
    rows = gold / "corrected.jsonl"
    row = mark_page(PAGE, hash_text(PAGE.text), MARKS)
    rows.write_text(write_rows({row["id_sha256"]: row}), encoding="utf-8")
    monkeypatch.setattr("evaluation.roles.CORRECTED", rows)
    monkeypatch.setattr("evaluation.roles.OWN", {})
    said = ("navigation", "headline", "paragraph", "paragraph", "paragraph", "navigation")
    found = [Stretch(start, end, role, 0) for (start, end), role in zip(PAGE.spans, said, strict=True)]
    monkeypatch.setattr("evaluation.roles.find_stretches", lambda text: found)
    parts = {each.part: each for each in run(gold)}
    assert parts["furniture_corrected"].n == 1
    assert parts["furniture_corrected"].metrics["line_f1"] == pytest.approx(2 / 3)
    assert parts["furniture_corrected"].metrics["furniture_kept"] == pytest.approx(1 / 2)
    assert parts["furniture_corrected"].metrics["role_f1"] == pytest.approx(4 / 6)
    assert parts["furniture_silver-loose"].metrics["line_f1"] == pytest.approx(1.0)
    assert run(gold / "gone") == []


def test_committed_rows_hold_hashes_offsets_and_roles_only() -> None:
    """Each line of a page in one stretch, parted by newlines; roles of the record; rows in order of their ids."""
    rows = load_rows(CORRECTED)
    assert list(rows) == sorted(rows)
    for row in rows.values():
        assert set(row) == {"id_sha256", "view", "sha256", "lines"}
        assert row["view"] == "loose"
        assert all(re.fullmatch("[0-9a-f]{64}", row[name]) for name in ("id_sha256", "sha256"))
        assert row["lines"][0][0] == 0
        assert all(left[1] + 1 == right[0] < right[1] for left, right in pairwise(row["lines"]))
        assert all(role.partition(":")[0] in ROLES.values() for _, _, role in row["lines"])
        assert all(re.fullmatch(r"[a-z_]+(:[1-9]\d*)?", role) for _, _, role in row["lines"])
