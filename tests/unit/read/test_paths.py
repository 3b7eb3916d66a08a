"""Which files are read: named ones as they are, folders sorted, the rest left out with a reason."""

from pathlib import Path

from copydesk.read import find_left_out, find_paths


def test_folders_are_searched_in_order_and_others_named(tmp_path: Path) -> None:
    """Text and HTML anywhere below a folder, sorted; hidden files are passed over, other endings are told."""
    (tmp_path / "b").mkdir()
    for name in ("z.txt", "a.HTML", "b/c.md", "b/d.csv", ".hidden.txt"):
        (tmp_path / name).write_text("x")
    assert [path.name for path in find_paths([tmp_path])] == ["a.HTML", "z.txt", "c.md"]
    assert [Path(refusal.page_id).name for refusal in find_left_out([tmp_path])] == ["d.csv"]


def test_a_named_file_is_read_whatever_its_ending_and_once(tmp_path: Path) -> None:
    """A file given twice is read once; a path that is not there is told."""
    file = tmp_path / "page.asp"
    file.write_text("x")
    assert find_paths([file, file, tmp_path / "none.txt"]) == (file,)
    assert "no such file" in find_left_out([tmp_path / "none.txt"])[0].reason
