"""What the user gives becomes pages, with what is stated about them."""

import json
from pathlib import Path

import pytest

from copydesk.errors import BadManifest
from copydesk.run.intake import Known, load_manifest, read_json_lines, read_paths

NOTHING = Known()


def test_folders_are_searched_in_order_and_standard_input_is_a_page(tmp_path: Path) -> None:
    """Files of a folder come sorted; `-` is the bytes of standard input; what is no page is not passed over silently."""
    (tmp_path / "b.txt").write_text("The harbour reopened.", encoding="utf-8")
    (tmp_path / "a.txt").write_text("The harbour closed.", encoding="utf-8")
    read = list(read_paths([str(tmp_path), "-"], common=NOTHING, standard_input=b"A third page."))
    assert [Path(intake.key).name for intake in read] == ["a.txt", "b.txt", "-"]
    assert [intake.page.text for intake in read] == ["The harbour closed.", "The harbour reopened.", "A third page."]


def test_the_same_bytes_under_two_names_are_two_pages(tmp_path: Path) -> None:
    """A copy is carried by one more page; read twice under one name it is one."""
    for name in ("one.txt", "two.txt"):
        (tmp_path / name).write_text("The harbour closed.", encoding="utf-8")
    first, second = read_paths([str(tmp_path)], common=NOTHING)
    again, _ = read_paths([str(tmp_path)], common=NOTHING)
    assert first.page.id != second.page.id
    assert first.page.id == again.page.id


def test_a_path_that_is_not_there_is_refused_and_the_others_go_through(tmp_path: Path) -> None:
    """A typing slip is listed with its reason; so is a file of another kind in a folder."""
    (tmp_path / "a.txt").write_text("The harbour closed.", encoding="utf-8")
    (tmp_path / "b.zip").write_bytes(b"PK")
    read = list(read_paths(["gone.txt", str(tmp_path)], common=NOTHING))
    told = {Path(intake.key).name: [refusal.reason for refusal in intake.refusals] for intake in read}
    assert "no such file" in told["gone.txt"][0]
    assert told["a.txt"] == []
    assert len(told["b.zip"]) == 1


@pytest.mark.parametrize("name", ["pages.csv", "pages.toml"])
def test_a_manifest_states_what_pages_do_not(tmp_path: Path, name: str) -> None:
    """CSV or TOML; paths are relative to the manifest; its rows win over what is said of all pages."""
    (tmp_path / "a.txt").write_text("The harbour closed.", encoding="utf-8")
    rows = {
        "pages.csv": "path,outlet,created\na.txt,The Ledger,2024-03-05\n",
        "pages.toml": '[[page]]\npath = "a.txt"\noutlet = "The Ledger"\ncreated = "2024-03-05"\n',
    }
    (tmp_path / name).write_text(rows[name], encoding="utf-8")
    stated = load_manifest(tmp_path / name)
    (intake,) = read_paths(
        [str(tmp_path / "a.txt")], common=Known(outlet="Another", url="https://a.example/1"), manifest=stated
    )
    assert intake.page.outlet == "The Ledger"
    assert intake.page.url == "https://a.example/1"
    assert ("published", "2024-03-05", "manifest") in [(m.field, m.value, m.basis) for m in intake.layout.metadata]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("path,colour\na.txt,blue\n", "unknown column 'colour'"),
        ("path,created\na.txt,last week\n", "row 2: created 'last week'"),
        ("outlet\nThe Ledger\n", "no path"),
    ],
)
def test_a_manifest_row_that_does_not_fit_is_named(tmp_path: Path, text: str, message: str) -> None:
    """Bad input gets a clear error that says what, where and what to do."""
    (tmp_path / "m.csv").write_text(text, encoding="utf-8")
    with pytest.raises(BadManifest, match=message):
        load_manifest(tmp_path / "m.csv")


def test_json_lines_are_articles_unless_they_say_page() -> None:
    """Each row keeps its id; text is used unchanged."""
    rows = [
        {"id": 7, "text": "Port shut\nThe harbour closed.", "created": "2024-03-05", "headline": "Port shut", "outlet": None},
        {"id": "b", "text": "Share this\nThe harbour closed.", "page": True},
    ]
    read = list(read_json_lines(map(json.dumps, rows), name="rows.jsonl", common=NOTHING))
    assert [(i.key, i.layout.whole_article) for i in read] == [("7", True), ("b", False)]
    assert read[0].page.text == rows[0]["text"]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{not json", "not JSON"),
        ('{"id": 1}', "a row is an object"),
        ('{"id": 1, "text": "x", "outlet": 5}', '"outlet"'),
        ('{"id": 1, "text": "x", "created": "soon"}', "'soon'"),
    ],
)
def test_a_json_row_that_does_not_fit_is_named_and_the_others_go_through(line: str, message: str) -> None:
    """The row comes as a page without words under its line number, with the reason."""
    good = '{"id": "good", "text": "The harbour closed."}'
    bad, after = read_json_lines([line, good], name="rows.jsonl", common=NOTHING)
    assert bad.key == "rows.jsonl:1"
    assert message in bad.refusals[0].reason
    assert after.key == "good"
