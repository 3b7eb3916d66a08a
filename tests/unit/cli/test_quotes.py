"""`copydesk quotes` on pages of our own: who said what, by a name in any of its forms, and nothing lost between the forms."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from copydesk.cli import group

FIRST = """Quarry at Sarn to close
By Dana Whitlock, Tarn News
May 10, 2023

The quarry at Sarn will close, Interior Minister Oleksii Danyliv said on Tuesday.

"We cannot run it for another year," Danyliv told reporters.

Ida Holm, a spokeswoman for the Interior Ministry, said Moldova had been warned.

Anna Danyliv, a surgeon, said the wounded were stable. A senior officer said the road might be mined.
"""
SECOND = """Quarry shuts as minister gives up
The Harbour Post
Wednesday, May 10, 2023

Interior Minister Oleksiy Danyliv said the quarry at Sarn would shut, according to Tarn News.

"=SUM of all lies," the miners' union said.
"""


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with two pages of one story."""
    folder = tmp_path_factory.mktemp("quarry")
    (folder / "first.txt").write_text(FIRST, encoding="utf-8")
    (folder / "second.txt").write_text(SECOND, encoding="utf-8")
    return folder


def run(*arguments: object) -> Result:
    """The command with these arguments."""
    return CliRunner().invoke(group, ["quotes", *(str(each) for each in arguments)], standalone_mode=False)


def rows_of(result: Result) -> list[dict[str, Any]]:
    """The statements of JSON Lines."""
    rows = [json.loads(line) for line in result.stdout.splitlines()]
    return [row for row in rows if row["kind"] == "statement"]


def test_statements_stand_under_their_speakers_with_chain_and_place(pages: Path) -> None:
    """A block a speaker; each statement with offsets, day and the hands that passed it on."""
    told = run(pages).stdout
    block = told[told.index("Oleksiy Danyliv · person") :].split("\n\n")[0]
    assert "Minister" in block.splitlines()[0]
    assert '"We cannot run it for another year,"' in block
    assert "Oleksiy Danyliv > this page · to reporters" in " ".join(block.split())
    start = FIRST.index("The quarry at Sarn will close")
    assert f"{start}-" in block
    assert "2023-05-09 stated" in block


@pytest.mark.parametrize("name", ["Oleksii Danyliv", "oleksiy danyliv", "Oleksij Daniliv", "DANYLIV"])
def test_by_takes_a_name_in_any_of_its_forms(pages: Path, name: str) -> None:
    """Case, transliteration and the bare surname all find the minister, on both pages."""
    said = rows_of(run(pages, "--by", name, "--json"))
    assert {row["page"].rsplit("/", 1)[-1] for row in said if "Oleksi" in row["speaker"]} == {"first.txt", "second.txt"}
    assert all(row["fits"] for row in said)


def test_a_name_that_fits_several_says_so(pages: Path) -> None:
    """A surname of several gives the statements of all and names them; two spellings of one minister are one."""
    told = " ".join(run(pages, "--by", "Danyliv").stdout.split())
    assert "by “Danyliv” (2 different): " in told
    assert "Anna Danyliv (a part of the name)" in told


def test_by_a_body_takes_whoever_speaks_for_it(pages: Path) -> None:
    """A spokeswoman's statement is found under her ministry, and the reason is told."""
    said = rows_of(run(pages, "--by", "Interior Ministry", "--json"))
    assert [row["speaker"] for row in said] == ["Ida Holm"]
    assert said[0]["fits"] == ["by Ida Holm: speaks for Interior Ministry"]


def test_about_looks_into_what_is_said(pages: Path) -> None:
    """A state by any word for it, and with --by both must hold."""
    assert [row["speaker"] for row in rows_of(run(pages, "--about", "Moldova", "--json"))] == ["Ida Holm"]
    assert rows_of(run(pages, "--about", "Moldova", "--by", "Oleksii Danyliv", "--json")) == []
    assert "statements: 1 of " in run(pages, "--about", "Moldova").stdout


def test_a_name_that_fits_nobody_is_told_with_who_speaks(pages: Path) -> None:
    """Nothing comes back silently: the speakers of the pages are named."""
    result = run(pages, "--by", "Quentin Nobody")
    assert "by “Quentin Nobody”: nobody on these pages" in result.stdout
    assert "statements: 0 of " in result.stdout
    assert "“Quentin Nobody” fits no speaker; there are Oleksii Danyliv" in result.stderr


def test_counts_and_words_are_the_same_in_every_form(pages: Path) -> None:
    """As many rows in the table as in CSV and JSON Lines, and spans hold exactly the words given."""
    said = rows_of(run(pages, "--json"))
    table = run(pages).stdout
    sheet = list(csv.DictReader(io.StringIO(run(pages, "--csv").stdout)))
    assert table.startswith(f"statements: {len(said)}\n")
    assert len([line for line in table.splitlines() if line.endswith(".txt")]) == len(said) == len(sheet)
    texts = {"first.txt": FIRST, "second.txt": SECOND}
    for row, cells in zip(said, sheet, strict=True):
        text = texts[row["page"].rsplit("/", 1)[-1]]
        for part in row["content"]:
            assert text[part["span"]["start"] : part["span"]["end"]] == part["words"]
        assert (cells["id"], int(cells["start"]), int(cells["end"])) == (row["id"], row["span"]["start"], row["span"]["end"])
        assert cells["chain"] == row["chain"]


def test_relay_named_after_the_speaker_is_in_the_chain(pages: Path) -> None:
    """ "According to" an outlet makes it a hand of the chain, not the speaker."""
    said = rows_of(run(pages / "second.txt", "--json"))
    assert "Oleksiy Danyliv > Tarn News > this page" in [row["chain"] for row in said]
    assert "Tarn News" not in [row["speaker"] for row in said]


def test_csv_holds_no_formula(tmp_path: Path) -> None:
    """A cell that a spreadsheet would run begins with an apostrophe; the words in JSON Lines are the page's."""
    (tmp_path / "a.txt").write_text("Sums of the town\n\nThe clerk of the town said the sum was wrong.\n", encoding="utf-8")
    named = (tmp_path, "--outlet", "=SUM(A1:A9)")
    cells = [cell for row in csv.reader(io.StringIO(run(*named, "--csv").stdout)) for cell in row]
    assert not [cell for cell in cells if cell[:1] in ("=", "+", "-", "@")]
    assert "'=SUM(A1:A9)" in cells
    assert rows_of(run(*named, "--json"))[0]["outlet"] == "=SUM(A1:A9)"


def test_why_tells_rule_row_and_cue(pages: Path) -> None:
    """Every statement has its trace."""
    told = run(pages, "--why", "--by", "Ida Holm").stdout
    assert "rule clause, cues.tsv:say · cue “said” · by Ida Holm: the name" in " ".join(told.split())
    assert "cues.tsv" not in run(pages).stdout


def test_a_page_without_an_article_is_listed(pages: Path, tmp_path: Path) -> None:
    """What could not be read is told in the table, in JSON Lines and beside the CSV."""
    (tmp_path / "empty.txt").write_text("", encoding="utf-8")
    assert "pages without an article: 1" in run(pages, tmp_path).stdout
    last = json.loads(run(pages, tmp_path, "--json").stdout.splitlines()[-1])
    assert last["kind"] == "unread"
    assert "no article was read" in run(tmp_path, "--csv").stderr


def test_unnamed_speakers_come_last(pages: Path) -> None:
    """Speakers with an entity first, then the words of the pages."""
    told = run(pages).stdout
    assert told.index("“A senior officer” · anonymous") > told.index("Anna Danyliv · person")
