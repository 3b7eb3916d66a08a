"""`copydesk when`, `where` and `who` on pages of our own: what was resolved, why, and how a person decides otherwise."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from copydesk.cli import group
from copydesk.lexicon.calendar import interval_of

FIRST = """Ferry sinks off Batumi
By Dana Whitlock, Tarn News
May 10, 2023

A ferry sank on Tuesday evening off Batumi, Georgia, and nine people drowned, Interior Minister Davit Karev said.

Karev said the ship had left Odessa, Ukraine, at 0300 GMT on Monday. Divers will go down again on Friday.

Rescue crews came from Paris, Texas, and from Qworzelby, Idaho. Washington urged Georgia to open an inquiry within two weeks.

Anna Karev, a surgeon, said the wounded were stable. Karev had slept two hours.
"""
SECOND = """Nine drown as ferry sinks near Batumi
The Harbour Post
Tuesday, May 10, 2023

Nine people drowned when a ferry sank off Batumi on Tuesday night, Georgia's Interior Minister David Karev said on Wednesday.

The minister said divers would go down again on Friday. The German leader sent his condolences to Batumi.
"""


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("ferry")
    (folder / "first.txt").write_text(FIRST, encoding="utf-8")
    (folder / "second.txt").write_text(SECOND, encoding="utf-8")
    return folder


def run(*arguments: object) -> Result:
    return CliRunner().invoke(group, [str(each) for each in arguments], standalone_mode=False, catch_exceptions=True)


def rows_of(result: Result) -> list[dict[str, Any]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_when_tells_value_anchor_tense_precision_and_row(pages: Path) -> None:
    """An expression has its row in the table, and below it what it was read against and why."""
    told = run("when", pages / "first.txt").stdout
    assert "created: 2023-05-10 (timestamp)" in told
    assert "candidate: 2023-05-10 by timestamp, line 3 “May 10, 2023”" in told
    row = next(line for line in told.splitlines() if "Friday" in line)
    assert row.split() == ["7", "Friday", "DATE", "2023-05-12"]
    why = " ".join(told[told.index(row) + len(row) :].split())
    assert why.startswith(
        "read against 2023-05-10, creation day · future clause by “go” · day · rule near, time_patterns.tsv:weekday"
    )


def test_when_tells_a_weekday_that_does_not_fit_its_date(pages: Path) -> None:
    """10 May 2023 was a Wednesday: the page that calls it a Tuesday is told so."""
    assert "refused: line 3: weekday and date do not fit: 'Tuesday, May 10, 2023'" in run("when", pages / "second.txt").stdout


def test_when_as_json_has_a_row_for_each_row_of_the_table(pages: Path) -> None:
    """Counts on the screen are rows of the export; words are exactly those of the span; intervals fit their values."""
    rows = rows_of(run("when", pages, "--json"))
    times = [row for row in rows if row["kind"] == "time"]
    table = run("when", pages).stdout
    assert [row["page"].rsplit("/", 1)[-1] for row in rows if row["kind"] == "created"] == ["first.txt", "second.txt"]
    assert sum(int(line.split()[-1]) for line in table.splitlines() if line.startswith("  times: ")) == len(times)
    texts = {"first.txt": FIRST, "second.txt": SECOND}
    for row in times:
        text = texts[row["page"].rsplit("/", 1)[-1]]
        assert text[row["span"]["start"] : row["span"]["end"]] == row["words"]
        assert (interval_of(row["value"]) is None) == (row["begin"] is None)
        assert row["precision"] != "other"
        assert row["trace"][0]["row"].startswith("time_patterns.tsv:")


def test_an_unknown_creation_day_is_told_with_what_is_lacking(tmp_path: Path) -> None:
    """Nothing is guessed: the weekday keeps its X, and the refusal says why."""
    undated = "Ferry sinks off Sarn\n\nA ferry sank off Sarn on Tuesday, the harbour office said.\n\nNine people drowned.\n"
    (tmp_path / "undated.txt").write_text(undated, encoding="utf-8")
    told = run("when", tmp_path).stdout
    assert "created: unknown (unknown)" in told
    assert "refused: creation time unknown: no metadata, timestamp or address names a day" in told
    assert "XXXX-WXX-2" in told
    assert "the creation day is unknown" in told


def test_where_tells_the_point_and_what_decided(pages: Path) -> None:
    """The town in Texas, with the features that put it before the capital of France, and the area named after it."""
    rows = rows_of(run("where", pages, "--json"))
    paris = next(row for row in rows if row["words"] == "Paris")
    assert (paris["name"], paris["admin1"], paris["country"], paris["level"]) == ("Paris", "Texas", "USA", "city")
    assert paris["gazetteer_id"] == "4717560"
    assert paris["container"] == "Texas"
    told = " ".join(run("where", pages).stdout.split())
    assert "name · GeoNames 4717560 · chosen by inside +8.5" in told
    assert "before Paris, Ile-de-France, FRA (" in told
    washington = next(row for row in rows if row["words"] == "Washington")
    assert washington["metonym_for"] == "state:USA"


def test_where_keeps_a_name_without_an_entry_with_its_container(pages: Path) -> None:
    """It has no point, but the country of the area named right after it."""
    row = next(row for row in rows_of(run("where", pages, "--json")) if row["words"] == "Qworzelby")
    assert row["latitude"] is None
    assert (row["country"], row["container"]) == ("USA", "Idaho")
    assert "no entry in the gazetteer, so no point · container: Idaho" in run("where", pages).stdout


def test_where_as_geojson_is_a_feature_collection(pages: Path) -> None:
    """RFC 7946: longitude before latitude, a Feature a place with all its mentions, geometry null without a point."""
    collection = json.loads(run("where", pages, "--geojson").stdout)
    assert collection["type"] == "FeatureCollection"
    batumi = next(each for each in collection["features"] if each["properties"]["name"] == "Batumi")
    assert batumi["type"] == "Feature"
    assert [round(number) for number in batumi["geometry"]["coordinates"]] == [42, 42]
    assert {mention["page"].rsplit("/", 1)[-1] for mention in batumi["properties"]["mentions"]} == {"first.txt", "second.txt"}
    unplaced = next(each for each in collection["features"] if each["properties"]["name"] == "Qworzelby")
    assert unplaced["geometry"] is None
    found = sum(len(each["properties"]["mentions"]) for each in collection["features"])
    assert found == len(rows_of(run("where", pages, "--json")))


def test_who_tells_roles_mentions_and_their_basis_across_pages(pages: Path) -> None:
    """One story, one entry for each; an office held on the day is told with that day."""
    rows = rows_of(run("who", pages, "--json"))
    assert {row["story"] for row in rows} == {1}
    entities = {row["entity"]["name"]: row for row in rows if row["kind"] == "entity"}
    batumi = entities["Batumi"]["mentions"]
    assert {mention["page"].rsplit("/", 1)[-1] for mention in batumi} == {"first.txt", "second.txt"}
    leader = entities["Olaf Scholz"]
    assert leader["mentions"][0]["basis"] == "office@2023-05-10"
    assert leader["entity"]["roles"][0]["from"] == "2021-12-08"
    minister = entities["David Karev"]  # "Davit" on the other page, and interior minister there too
    assert {"David Karev", "Davit Karev", "The minister"} <= {mention["words"] for mention in minister["mentions"]}
    assert minister["entity"]["country"] == "GEO"


def test_who_shows_contested_joins_with_rows_that_undo_them(pages: Path, tmp_path: Path) -> None:
    """A surname two persons bear, and two spellings taken for one: each with its row for a corrections file."""
    told = run("who", pages).stdout
    assert "contested: “Karev” is David Karev" in " ".join(told.split())
    assert "contested: David Karev and Davit Karev" in " ".join(told.split())
    rows = told[told.index("rows for --corrections FILE:") :].split("\n", 1)[1]
    undo = tmp_path / "undo.toml"
    undo.write_text(rows.replace('name = "David Karev"', 'name = "Ilan Karev"'), encoding="utf-8")
    corrected = run("who", pages, "--corrections", undo).stdout
    assert "correction: who" in corrected
    assert "kept apart" not in corrected
    assert "contested" not in corrected


@pytest.mark.parametrize("width", [80, 100, 120])
def test_tables_fit_their_terminal(pages: Path, width: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """No row is wider than the columns given, but for rows that name a page by its path."""
    monkeypatch.setattr("copydesk.cli.output.PLAIN_WIDTH", width)
    for command in ("when", "where", "who"):
        rows = [row for row in run(command, pages).stdout.splitlines() if str(pages) not in row]
        assert max(map(len, rows)) <= width


def test_a_page_that_names_nobody_says_so(tmp_path: Path) -> None:
    """No head of an empty table."""
    (tmp_path / "rain.txt").write_text("Rain and more rain\n\nIt rained all day, and the wind grew.\n", encoding="utf-8")
    assert "nobody was named" in run("who", tmp_path).stdout


def test_a_page_that_is_not_there_is_listed_and_no_failure(tmp_path: Path) -> None:
    """The reason stands where the page's rows would."""
    for command in ("when", "where"):
        result = run(command, tmp_path / "none.txt")
        assert result.exit_code == 0
        assert "no article was read" in result.stdout
    assert run("who", tmp_path / "none.txt").stdout == "No article names anybody.\n"
