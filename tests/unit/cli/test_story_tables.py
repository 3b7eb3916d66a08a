"""`copydesk compare`, `timeline`, `watchlist` and `diff` on pages of our own: nothing lost, every line with its place."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import copydesk
from copydesk.cli import group
from copydesk.errors import BadOption

FIRST = """Ferry runs aground off Kalvar
By Rhea Dunmore
The Kalvar Herald
March 4, 2024

A ferry with 140 people aboard ran aground off Kalvar on Sunday, the coast guard said.

The coast guard said two people were hurt.

The transport minister, Ilan Sorrel, will inspect the harbour on Thursday, her ministry said.

The coast guard did not say how many crew members were aboard.
"""
COPIED = """Ferry runs aground off Kalvar
The Sound Mirror
March 4, 2024

A ferry with 140 people aboard ran aground off Kalvar on Sunday, the coast guard said.

The coast guard said two people were hurt.

(The Kalvar Herald)
"""
LATER = """Nine hurt in Kalvar ferry accident
The Northern Post
March 5, 2024

Nine people were hurt when a ferry with 140 people aboard ran aground off Kalvar on Sunday, the coast guard said.

The transport minister, Ilan Sorrel, put off her inspection of the harbour planned for Thursday to March 11, her ministry said.
"""


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of two pages and a copy, one story."""
    folder = tmp_path_factory.mktemp("ferry")
    for name, text in (("a.txt", FIRST), ("b.txt", COPIED), ("c.txt", LATER)):
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def story_file(pages: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The story of all pages."""
    path = tmp_path_factory.mktemp("story") / "new.json"
    assert run("brief", pages, "--json", "-o", path).exit_code == 0
    return path


@pytest.fixture(scope="module")
def old_file(pages: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The story before the third page."""
    path = tmp_path_factory.mktemp("story") / "old.json"
    assert run("brief", pages / "a.txt", pages / "b.txt", "--json", "-o", path).exit_code == 0
    return path


def run(*arguments: object) -> Result:
    """The command line with these arguments."""
    return CliRunner().invoke(group, [str(each) for each in arguments], standalone_mode=False)


def rows_of(result: Result) -> list[dict[str, object]]:
    """The rows of JSON Lines."""
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_the_matrix_has_a_column_a_page_and_counts_no_copy_as_an_origin(story_file: Path) -> None:
    """The claim that three pages carry is traced to the one coast guard; its cells say that each relays it."""
    table = run("compare", story_file).stdout
    row = next(line for line in table.splitlines() if "ran aground" in line and line.split()[0].isdigit())
    assert row.split()[1:5] == ["~", "~", "~", "3/1"]
    assert [line[:4] for line in table.splitlines() if line[1:4] == " = "] == ["A = ", "B = ", "C = "]


def test_conflicts_and_copies_are_told_with_their_reasons(story_file: Path) -> None:
    """Two hurt against nine is an update or a conflict with its reason; the credited copy is named by its letter."""
    rows = rows_of(run("compare", story_file, "--json"))
    numbers = [row for row in rows if row["kind"] == "conflict" and row["of"] == "number"]
    assert [sorted((str(row["left"]), str(row["right"]))) for row in numbers] == [["Nine people", "two people"]]
    table = run("compare", story_file).stdout
    assert "copy: A B" in table or "copy: B A" in table
    assert "article:" not in table


def test_every_form_of_the_comparison_holds_every_claim(story_file: Path) -> None:
    """JSON, CSV and the table with --every have a row for each claim; without it the table says how many it leaves."""
    claims = [row for row in rows_of(run("compare", story_file, "--json")) if row["kind"] == "claim"]
    sheet = list(csv.DictReader(io.StringIO(run("compare", story_file, "--csv").stdout)))
    whole = run("compare", story_file, "--every").stdout
    assert len(claims) == len(sheet)
    assert f"claims: {len(claims)} on 3 pages" in whole
    assert f"\n{len(claims):4}  " in whole
    assert "--every lists them" not in whole
    assert "--every lists them" in run("compare", story_file).stdout


def test_what_was_put_off_is_extended_with_the_words_that_say_so(story_file: Path) -> None:
    """The visit of Thursday is settled by the later page, and its new day is awaited."""
    rows = rows_of(run("watchlist", story_file, "--json"))
    visits = {row["due"]: row for row in rows if row["kind"] == "expectation"}
    assert visits["2024-03-07"]["status"] == "extended"
    assert "put off" in str(visits["2024-03-07"]["settled_words"])
    assert visits["2024-03-11"]["status"] == "open"


def test_questions_that_pages_leave_open_are_listed(story_file: Path) -> None:
    """The number of the crew, which nobody told."""
    rows = rows_of(run("watchlist", story_file, "--json"))
    assert [row["words"] for row in rows if row["kind"] == "question"] == ["how many crew members were aboard"]
    assert "left open by the pages: 1" in run("watchlist", story_file).stdout


def test_a_day_that_is_over_without_a_word_is_told(pages: Path, tmp_path: Path) -> None:
    """Seen from a later day, the inspection is overdue and still open: a day that passes settles nothing."""
    later = "Ferry towed away\nThe Sound Mirror\nMarch 20, 2024\n\nThe ferry off Kalvar was towed away, the coast guard said.\n"
    (tmp_path / "d.txt").write_text(later)
    (tmp_path / "a.txt").write_text(FIRST)
    told = run("watchlist", tmp_path).stdout
    assert "the day is over, and no page says what came of it" in " ".join(told.split())


def test_the_timeline_parts_what_happened_from_what_is_ahead(story_file: Path) -> None:
    """Sunday comes before the line "ahead", the inspection after it; CSV and JSON say the same."""
    table = run("timeline", story_file).stdout
    before, after = table.split("\nahead\n")
    assert "2024-03-03" in before
    assert "2024-03-11" in after
    rows = rows_of(run("timeline", story_file, "--json"))
    assert {row["begin"]: row["ahead"] for row in rows}["2024-03-03"] is False
    sheet = list(csv.DictReader(io.StringIO(run("timeline", story_file, "--csv").stdout)))
    assert [(row["begin"], row["end"]) for row in sheet] == [(row["begin"], row["end"]) for row in rows]


def test_every_row_has_the_words_of_its_page(story_file: Path) -> None:
    """Evidence is page, line, offsets and words that stand there."""
    story = json.loads(story_file.read_text())
    texts = {report["page"]["id"]: report["page"]["text"] for report in story["reports"]}
    found = 0
    for command in ("timeline", "watchlist", "compare"):
        for row in rows_of(run(command, story_file, "--json")):
            for one in row.get("evidence", ()):  # type: ignore[attr-defined]
                assert texts[one["page_id"]][one["start"] : one["end"]] == one["words"]
                found += 1
    assert found > 10


def test_a_story_file_and_its_pages_tell_the_same(pages: Path, story_file: Path) -> None:
    """What was written down is read back as it was."""
    for command in ("compare", "timeline", "watchlist"):
        assert run(command, story_file).stdout == run(command, pages).stdout
    assert run("brief", story_file).stdout == run("brief", pages).stdout


def test_a_story_file_is_not_seen_from_another_day(story_file: Path) -> None:
    """What would change it needs the pages, and that is said."""
    result = run("timeline", story_file, "--as-of", "2024-03-04")
    assert isinstance(result.exception, BadOption)
    assert "need pages" in str(result.exception)


def test_the_difference_tells_the_number_that_changed_and_what_was_settled(old_file: Path, story_file: Path) -> None:
    """Two editions: a new page, the visit put off; the same edition twice has no difference."""
    rows = rows_of(run("diff", old_file, story_file, "--json"))
    kinds = {row["kind"] for row in rows}
    assert {"new_article", "settled_expectation"} <= kinds
    table = run("diff", old_file, story_file).stdout
    assert "open → extended" in " ".join(table.split())
    assert "Nothing changed" in run("diff", story_file, story_file).stdout
    assert run("diff", story_file, story_file, "--json").stdout == ""


def test_python_writes_what_the_commands_write(pages: Path, story_file: Path) -> None:
    """The functions of the package give the tables of the commands, and name the forms that there are."""
    read = [copydesk.read_page(pages / name) for name in ("a.txt", "b.txt", "c.txt")]
    story = copydesk.build_story(copydesk.read_report(page) for page in read)
    assert copydesk.write_timeline(story, form="json") == run("timeline", story_file, "--json").stdout
    assert copydesk.write_watchlist(story) == run("watchlist", story_file).stdout
    assert copydesk.write_comparison(story) == run("compare", story_file, "--every").stdout
    assert "Nothing changed" in copydesk.write_difference(story, story)
    with pytest.raises(BadOption, match="text, json"):
        copydesk.write_difference(story, story, form="csv")
