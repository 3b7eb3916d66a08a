"""The commands of a ledger from end to end: add, stories, search, judge, history, brief, backup and restore."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from copydesk.cli import group
from copydesk.errors import BadLedger, BadOption, CopydeskError, NothingToRead
from copydesk.record.codec import read_story
from tests.unit.store.texts import FERRY, LATER, WHEAT


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with three pages and a ledger of them."""
    folder = tmp_path_factory.mktemp("desk")
    (folder / "pages").mkdir()
    for name, text in (("a.txt", FERRY), ("b.txt", LATER), ("w.txt", WHEAT)):
        (folder / "pages" / name).write_text(text, encoding="utf-8")
    done = run(folder, "add", folder / "pages", folder / "nowhere.txt")
    assert done.exit_code == 0
    assert "nowhere.txt: there is no such file" in done.stdout
    assert "3 new, 1 refused; stories changed: 2" in done.stdout
    return folder


def run(folder: Path, *arguments: object, by: str = "Ada Fenn") -> Result:
    """The command line with these arguments, the ledger of the folder and somebody's name."""
    names = {"COPYDESK_LEDGER": str(folder / "copydesk.db"), "COPYDESK_NAME": by}
    return CliRunner(env=names).invoke(group, [str(each) for each in arguments], standalone_mode=False)


def rows(result: Result) -> list[dict[str, object]]:
    """The rows of JSON Lines."""
    assert result.exit_code == 0, result.exception
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_adding_again_says_that_nothing_changed(desk: Path) -> None:
    """And takes no edition."""
    assert run(desk, "add", desk / "pages").stdout == "3 unchanged; stories changed: 0\n"
    assert run(desk, "add").stdout == "nothing given; stories changed: 0\n"


def test_stories_are_listed_and_told_by_id(desk: Path) -> None:
    """What the list calls a story, brief and its kin tell, in every form; as JSON it is a story file like any other."""
    listed = rows(run(desk, "stories", "--json"))
    assert [one["number"] for one in listed] == [1, 2]
    ids = [one["story"]["id"] for one in listed]  # type: ignore[index]
    table = run(desk, "stories").stdout
    assert all(one in table for one in ids)
    story = read_story(run(desk, "brief", "--ledger", desk / "copydesk.db", "--story", ids[0], "--json").stdout)
    assert story.id == ids[0]
    assert len(story.reports) == 2
    for command in ("brief", "compare", "timeline", "watchlist"):
        told = run(desk, command, "--ledger", desk / "copydesk.db", "--story", ids[0][:12])
        assert told.exit_code == 0
        assert "Nine hurt in Kalvar ferry accident" in told.stdout
    every = run(desk, "brief", "--ledger", desk / "copydesk.db", "--all", "--json")
    assert len(every.stdout.splitlines()) == 2


@pytest.mark.parametrize(("options", "fault"), [
    (("--ledger", "copydesk.db", "pages/a.txt"), BadOption), (("--edition", "1", "pages/a.txt"), BadOption),
    (("--ledger", "missing.db"), BadLedger), (("--ledger", "copydesk.db", "--story", "9"), BadOption),
    (("--ledger", "copydesk.db", "--edition", "9"), BadOption), (("--story", "story:ab", "pages/a.txt"), BadOption),
])
def test_what_does_not_go_together_is_refused(
    desk: Path, options: tuple[str, ...], fault: type[CopydeskError], monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Pages and a ledger, an edition of pages, a ledger or story that is not there."""
    monkeypatch.chdir(desk)
    assert isinstance(run(desk, "brief", *options).exception, fault)


def test_search_tells_place_and_story(desk: Path) -> None:
    """As a table and as rows; what is left out is told on stderr."""
    (one, *_) = rows(run(desk, "search", "subsidy", "--kind", "statement", "--json"))
    assert (one["kind"], one["line"], one["page_id"] is not None) == ("statement", 5, True)
    assert str(one["story"]).startswith("Ostrava millers")
    told = run(desk, "search", "ran aground", "--limit", "1")
    assert "a.txt:" in told.stdout or "b.txt:" in told.stdout
    assert "--limit shows more" in told.stderr
    assert run(desk, "search", "zeppelin").stdout == "nothing found\n"
    assert run(desk, "search", "zeppelin", "--json").stdout == ""


def test_a_judgement_is_kept_shown_and_undone(desk: Path) -> None:
    """With its name, in the list of stories, and taken back by another person."""
    given = run(desk, "judge", "tag", "1", "maritime")
    one = given.stdout.split()[0]
    assert "#maritime (Ada Fenn)" in run(desk, "stories").stdout
    assert run(desk, "judge", "undo", one, by="Bo Lindqvist").exit_code == 0
    assert "#maritime" not in run(desk, "stories").stdout
    told = rows(run(desk, "judge", "list", "--all", "--json"))
    assert [each["state"] for each in told][:2] == ["undone", "stands"]
    assert isinstance(run(desk, "judge", "star", "1", by="").exception, BadOption)
    assert isinstance(run(desk, "judge", "praise", "1").exception, BadOption)


def test_a_corrections_file_is_taken_over(desk: Path, tmp_path: Path) -> None:
    """Each row is a judgement, by whom the row says; a row that does not fit keeps the others out too."""
    rows_of = tmp_path / "own.toml"
    rows_of.write_text('[[outlet]]\npage = "b.txt"\noutlet = "Kalvar Star"\nby = "Cy Moro"\n', encoding="utf-8")
    done = run(desk, "judge", "import", rows_of)
    assert "b.txt is Kalvar Star" in done.stdout
    assert "edition" in done.stdout
    assert "Cy Moro: the outlet of" in run(desk, "judge", "list").stdout
    before = run(desk, "judge", "list").stdout
    row = '[[outlet]]\npage = "{}"\noutlet = "X"\n'
    rows_of.write_text(row.format("a.txt") + row.format("gone.txt"), encoding="utf-8")
    assert isinstance(run(desk, "judge", "import", rows_of).exception, BadOption)
    assert run(desk, "judge", "list").stdout == before


def test_history_goes_on_from_a_number(desk: Path) -> None:
    """All rows once, and none after the last."""
    every = rows(run(desk, "history", "--json"))
    assert [one["number"] for one in every] == list(range(1, len(every) + 1))
    assert run(desk, "history", "--since", len(every)).stdout == ""
    assert len(rows(run(desk, "history", "--since", len(every) - 2, "--json"))) == 2


def test_a_copy_is_written_and_put_back(desk: Path, tmp_path: Path) -> None:
    """Under another name it tells the same."""
    assert run(desk, "backup", tmp_path / "copy.db").exit_code == 0
    assert run(desk, "restore", tmp_path / "copy.db", "--ledger", tmp_path / "again.db").exit_code == 0
    assert run(desk, "stories", "--ledger", tmp_path / "again.db").stdout == run(desk, "stories").stdout
    assert isinstance(run(desk, "restore", tmp_path / "copy.db").exception, BadLedger)


def test_without_a_page_or_a_ledger_nothing_is_begun(tmp_path: Path) -> None:
    """No empty file is left behind."""
    assert isinstance(run(tmp_path, "add").exception, NothingToRead)
    assert isinstance(run(tmp_path, "stories").exception, BadLedger)
    assert list(tmp_path.iterdir()) == []
