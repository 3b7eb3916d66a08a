"""`copydesk code` and `copydesk audit` on pages of our own: the tables users of other projects read, and what they lose."""

import csv
import io
import json
from dataclasses import fields
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from copydesk.cli import group
from copydesk.lexicon import load_world
from copydesk.write.delimited import write_delimited
from copydesk.write.events.acled import COLUMNS as ACLED
from copydesk.write.events.audit import find_interval
from copydesk.write.events.codebook import COLUMNS as CODEBOOK
from copydesk.write.events.codebooksections import EXPORTS
from copydesk.write.events.gdelt import EVENT_COLUMNS, MENTION_COLUMNS
from copydesk.write.events.polecat import COLUMNS as POLECAT
from copydesk.write.events.rows import EventRow

ONE = """Kenyan troops shell Garissa depot
By Dana Whitlock, Tarn News
March 4, 2025

Kenyan troops shelled a depot in Garissa on Tuesday, killing at least nine people, the Kenyan defence ministry said.

France will send aid to Kenya, its foreign minister said.

Kenya expelled two Somali diplomats on Monday.
"""
TWO = """Depot in Garissa shelled
Courier staff
March 5, 2025

Kenyan troops shelled a depot in Garissa on Tuesday, the Kenyan defence ministry said.
"""


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """Two pages that tell of one shelling."""
    folder = tmp_path_factory.mktemp("pages")
    for name, text in (("one.txt", ONE), ("two.txt", TWO)):
        (folder / name).write_text(text, encoding="utf-8")
    return [str(folder / "one.txt"), str(folder / "two.txt")]


def run(*arguments: str) -> Result:
    done = CliRunner().invoke(group, list(arguments))
    assert done.exit_code == 0, done.output
    return done


def rows_of(text: str, delimiter: str = "\t") -> list[list[str]]:
    quoting = csv.QUOTE_NONE if delimiter == "\t" else csv.QUOTE_MINIMAL
    return list(csv.reader(io.StringIO(text), delimiter=delimiter, quoting=quoting))


def test_one_event_of_two_pages_is_one_row_with_its_counts(pages: list[str]) -> None:
    """The shelling: told on both pages, carried by two, traced to one."""
    rows = [json.loads(line) for line in run("code", *pages, "--json").stdout.splitlines()]
    (strike,) = [row for row in rows if row["category"] == "ASSAULT"]
    assert (strike["outlets"], strike["origins"]) == (2, 1)
    assert strike["killed"] == "9-"
    assert strike["mentions"] == len(strike["mention_rows"])


def test_why_shows_the_words_the_rule_and_what_joined_the_mentions(pages: list[str]) -> None:
    """Every row can be checked against its page."""
    told = run("code", *pages, "--why").stdout
    assert "trigger “shelled”" in told
    assert "construction events/assault.tsv:shell.v" in told
    assert "one claim" in told or "same " in told


def test_why_gives_the_reasons_of_the_confidence_with_their_points(pages: list[str]) -> None:
    """A reader sees what speaks for and against each row."""
    told = run("code", *pages, "--why").stdout
    assert "one-meaning +1" in told
    rows = [json.loads(line) for line in run("code", *pages, "--json").stdout.splitlines()]
    assert {row["confidence"] for row in rows} <= {"high", "medium", "low"}
    assert all(row["reasons"] for row in rows)
    assert not any("confidence" in row["rules"] for row in rows)


def test_at_least_leaves_out_what_is_less_sure_and_says_how_many(tmp_path: Path) -> None:
    """Nothing is lost silently: the count and the words of what is left out stand on stderr."""
    page = tmp_path / "one.txt"
    page.write_text("Rebels staged a raid.\n\nKenyan troops shelled a Somali depot on Tuesday.\n", encoding="utf-8")
    every = run("code", str(page), "--json", "--created", "2025-03-05")
    sure = run("code", str(page), "--json", "--created", "2025-03-05", "--at-least", "high")
    bands = [json.loads(line)["confidence"] for line in every.stdout.splitlines()]
    assert sorted(bands) == ["high", "low"]
    assert [json.loads(line)["confidence"] for line in sure.stdout.splitlines()] == ["high"]
    assert "1 of 2 events are less sure than high and left out: 1 low" in sure.stderr
    drawn = run("audit", "5", str(page), "--created", "2025-03-05", "--at-least", "medium")
    assert len(list(csv.DictReader(io.StringIO(drawn.stdout)))) == 1


def test_confidence_goes_where_another_table_has_room_for_it(pages: list[str]) -> None:
    """GDELT's mentions hold a percentage, ACLED's tags the word; POLECAT says that it has no column."""
    mentions = rows_of(run("code", *pages, "--format", "gdelt-mentions").stdout)
    assert {row[MENTION_COLUMNS.index("Confidence")] for row in mentions} <= {"80", "60", "30"}
    _, strike = rows_of(run("code", *pages, "--format", "acled").stdout, ",")
    assert strike[ACLED.index("tags")] == "confidence=high"
    assert "confidence" in run("code", *pages, "--format", "polecat").stderr


def test_polecat_rows_have_forty_cells_and_planned_events_are_told_as_losses(pages: list[str]) -> None:
    """POLECAT has no status: what is only planned is left out, and said so."""
    done = run("code", *pages, "--format", "polecat")
    header, *rows = rows_of(done.stdout)
    assert header == list(POLECAT)
    assert {len(row) for row in rows} == {40}
    assert not any("AGREE" in row for row in rows)
    assert "row (planned)" in done.stderr


def test_polecat_names_countries_by_their_correlates_of_war_number(pages: list[str]) -> None:
    """Kenya is 501, Somalia 520."""
    _, *rows = rows_of(run("code", *pages, "--format", "polecat").stdout)
    numbers = {(row[POLECAT.index("Actor COW")], row[POLECAT.index("Recipient COW")]) for row in rows}
    assert ("501", "520") in numbers


def test_gdelt_tables_have_their_widths_and_share_ids(pages: list[str]) -> None:
    """61 and 16 columns without a header; each mention belongs to an event."""
    events = rows_of(run("code", *pages, "--format", "gdelt").stdout)
    mentions = rows_of(run("code", *pages, "--format", "gdelt-mentions").stdout)
    assert {len(row) for row in events} == {61} == {len(EVENT_COLUMNS)}
    assert {len(row) for row in mentions} == {16} == {len(MENTION_COLUMNS)}
    assert {row[0] for row in mentions} == {row[0] for row in events}
    (strike,) = [row for row in events if row[EVENT_COLUMNS.index("EventCode")] == "194"]
    assert strike[EVENT_COLUMNS.index("Day")] == "20250304"
    assert strike[EVENT_COLUMNS.index("ActionGeo_CountryCode")] == "KE"
    assert strike[EVENT_COLUMNS.index("NumMentions")] == str(sum(row[0] == strike[0] for row in mentions))


def test_acled_rows_say_how_exact_day_and_place_are(pages: list[str]) -> None:
    """A named town and a named day: precision 1 and 1; the dead as the least that is told."""
    header, *rows = rows_of(run("code", *pages, "--format", "acled").stdout, ",")
    assert header == list(ACLED)
    (strike,) = rows
    assert strike[ACLED.index("sub_event_type")] == "Shelling/artillery/missile attack"
    names = ("time_precision", "geo_precision", "fatalities", "iso")
    assert [strike[ACLED.index(name)] for name in names] == ["1", "1", "9", "404"]


def test_cameo_rows_keep_the_status_of_every_event(pages: list[str]) -> None:
    """The map to CAMEO loses no row."""
    header, *rows = rows_of(run("code", *pages, "--format", "cameo").stdout)
    told = [json.loads(line) for line in run("code", *pages, "--json").stdout.splitlines()]
    assert [row[header.index("status")] for row in rows] == [row["status"] for row in told]


def test_tension_shows_each_value_as_the_sum_of_the_rows_below_it(pages: list[str]) -> None:
    """Kenya and Somalia on the day of the expulsion; what counts for no score is told by number."""
    told = run("code", *pages, "--tension").stdout
    assert "2025-03-03  KEN and SOM: sum -5.5, mean -5.5" in told
    assert "SANCTION expel" in told
    assert "1 planned" in told
    for line in run("code", *pages, "--tension", "--json").stdout.splitlines():
        row = json.loads(line)
        assert row["total"] == pytest.approx(sum(each["score"] for each in row["rows"]))
        assert all(each["events"] for each in row["rows"])
    refused = CliRunner().invoke(group, ["code", *pages, "--tension", "--format", "gdelt"])
    assert refused.exit_code != 0


def test_parquet_holds_what_the_json_holds(pages: list[str], tmp_path: Path) -> None:
    """The same rows, typed; numbers stay numbers."""
    parquet = pytest.importorskip("pyarrow.parquet")
    run("code", *pages, "--format", "parquet", "-o", str(tmp_path / "events.parquet"))
    told = [json.loads(line) for line in run("code", *pages, "--json").stdout.splitlines()]
    held = parquet.read_table(tmp_path / "events.parquet").to_pylist()
    assert held == [{name: row[name] for name in held[0]} for row in told]


def test_the_codebook_names_every_column() -> None:
    """Nothing in a table without a line in the codebook."""
    assert {field.name for field in fields(EventRow)} == set(CODEBOOK)
    told = run("code", "--codebook").stdout
    assert [name for name in CODEBOOK if f"| {name} |" not in told] == []
    assert "| ASSAULT | drone | MX | -9.5 |" in told


def test_the_codebook_holds_every_table_in_use() -> None:
    """Categories, modes, sectors, tie-breaks with their examples, contexts, reasons and words of confidence, CAMEO codes."""
    told, world = run("code", "--codebook").stdout, load_world()
    plover = world.plover
    wanted = [
        *(f"| {row.category} | {plover.quad(row.category)} |" for row in plover.category_rows),
        *(f"| {row.category} | {mode} |" for row in plover.category_rows for mode in plover.modes(row.category)),
        *(f"| {row.sector} | {row.meaning} |" for row in plover.sector_rows),
        *(f"| {row.rule} | {row.meaning} | {row.example} | {row.outcome} |" for row in plover.tie_break_rows),
        *(f"| {row.context} | {row.words[0]}" for row in plover.context_rows),
        *(f"| {row.reason} | {row.points and f'{row.points:+d}'} | {row.meaning} |" for row in world.grading.reasons),
        *(f"| {row.band} |" for row in world.grading.bands),
        *(f"| {code} | {row.category} |" for code, row in world.event_codes.plover.items()),
    ]
    assert [line for line in wanted if line not in told] == []
    assert len({row.context for row in plover.context_rows}) == 37
    assert len(plover.category_rows) == 16


@pytest.mark.parametrize("form", list(EXPORTS))
def test_the_codebook_tells_each_tables_columns_and_losses(pages: list[str], form: str) -> None:
    """What a run tells as lost stands in the codebook, and so does every column."""
    section = run("code", "--codebook").stdout.split(f"### {form}\n", 1)[1].split("###", 1)[0]
    columns, _ = EXPORTS[form]
    assert ", ".join(columns) in section
    told = run("code", *pages, "--format", form).stderr
    reasons = [line.split("  ")[-1].strip() for line in told.splitlines()[1:]]
    assert reasons
    assert [reason for reason in reasons if f"| {reason} |" not in section] == []


@pytest.mark.parametrize("command", [["code"], ["code", "--json"], ["code", "--tension"], ["audit", "3"]])
def test_a_page_that_no_event_can_come_from_is_told(pages: list[str], tmp_path: Path, command: list[str]) -> None:
    """A file that is not there and an article in another language: each with its reason on stderr, the others go through."""
    other = tmp_path / "fr.txt"
    words = "Les dockers ont manifesté lundi dans le port, et la police a arrêté trois hommes selon le maire de la ville."
    other.write_text(f"La grève continue\n\n{words}\n", encoding="utf-8")
    done = run(*command, *pages, str(other), str(tmp_path / "nowhere.txt"))
    assert "nowhere.txt: there is no such file" in done.stderr
    assert "fr.txt: in the language fr; only English is coded" in done.stderr
    assert done.stdout


def test_two_forms_at_once_are_refused(pages: list[str]) -> None:
    """Neither is silently left aside."""
    assert CliRunner().invoke(group, ["code", *pages, "--json", "--format", "gdelt"]).exit_code != 0


def test_a_users_constructions_win_over_ours(pages: list[str], tmp_path: Path) -> None:
    """A folder with one row codes a word that ours does not know; a file that is no category is named."""
    mine, broken = tmp_path / "mine", tmp_path / "broken"
    for folder, name in ((mine, "protest.tsv"), (broken, "shelling.tsv")):
        folder.mkdir()
        row = "shell.v obj\tdemo\t\tBoys shelled the wall with eggs.\tmine"
        (folder / name).write_text(f"construction\tmodes\troles\texample\torigin\n{row}\n", encoding="utf-8")
    told = [json.loads(line) for line in run("code", *pages, "--json", "--lexicon", str(mine)).stdout.splitlines()]
    assert "PROTEST" in {row["category"] for row in told}
    failed = CliRunner().invoke(group, ["code", *pages, "--lexicon", str(broken)])
    assert failed.exit_code != 0
    assert "shelling" in str(failed.exception)


@pytest.mark.parametrize(("row", "told"), [
    ("shell obj\tdemo\t\tBoys shelled the wall.\tmine", "protest.tsv:3: 'shell obj' does not begin with word.v"),
    ("shell.v obj=@eggs\tdemo\t\tBoys shelled the wall.\tmine", "protest.tsv:3: no class @eggs"),
    ("shell.v obj\tegging\t\tBoys shelled the wall.\tmine", "PROTEST has no mode egging; its modes: boycott, demo"),
    ("shell.v obj\tdemo", "protest.tsv:3: 2 cells"),
])
def test_a_row_of_ours_that_cannot_be_used_is_named_by_its_line(pages: list[str], tmp_path: Path, row: str, told: str) -> None:
    """An error of the input, exit status 2, not a damaged installation."""
    head = "# mine\nconstruction\tmodes\troles\texample\torigin\n"
    (tmp_path / "protest.tsv").write_text(f"{head}{row}\n", encoding="utf-8")
    failed = CliRunner().invoke(group, ["code", *pages, "--lexicon", str(tmp_path)])
    assert told in str(failed.exception)
    assert getattr(failed.exception, "exit_status", None) == 2


def test_an_audit_sheet_is_drawn_by_its_seed_and_read_back(pages: list[str], tmp_path: Path) -> None:
    """The sample is the same for a seed; a filled sheet gives precision with its interval."""
    sheet = tmp_path / "sheet.csv"
    run("audit", "2", *pages, "--seed", "7", "-o", str(sheet))
    again = run("audit", "2", *pages, "--seed", "7").stdout
    assert again == sheet.read_text(encoding="utf-8")
    rows = list(csv.DictReader(io.StringIO(again)))
    assert len(rows) == 2
    assert all(row["clause"] in row["sentence"] for row in rows)
    for row, verdict in zip(rows, ("y", "n"), strict=True):
        row["event_right"] = verdict
    filled = [[row[name] for name in rows[0]] for row in rows]
    sheet.write_text(write_delimited(filled, header=list(rows[0])), encoding="utf-8")
    told = run("audit", "--filled", str(sheet)).stdout
    assert "1 of 2" in told
    semicolons = io.StringIO()
    csv.writer(semicolons, delimiter=";").writerows([list(rows[0]), *filled])
    sheet.write_text(semicolons.getvalue(), encoding="utf-8")
    assert run("audit", "--filled", str(sheet)).stdout == told
    assert any(line.startswith(("high", "medium", "low")) for line in told.splitlines())
    assert "0.095 to 0.905" in told


def test_a_sheet_with_another_verdict_is_refused_by_row(pages: list[str], tmp_path: Path) -> None:
    """The message says row, column and what may stand there."""
    sheet = tmp_path / "sheet.csv"
    run("audit", "1", *pages, "-o", str(sheet))
    header, row = sheet.read_text(encoding="utf-8").splitlines()[:2]
    sheet.write_text(f"{header}\n{row[: row.rindex(',,')]},,maybe\n".replace(",,,maybe", ",maybe,"), encoding="utf-8")
    failed = CliRunner().invoke(group, ["audit", "--filled", str(sheet)])
    assert "row 2" in str(failed.exception)
    assert "maybe" in str(failed.exception)


@pytest.mark.parametrize(("right", "judged", "low", "high"), [(1, 2, 0.095, 0.905), (10, 10, 0.722, 1.0), (0, 10, 0.0, 0.278)])
def test_the_interval_is_wilsons(right: int, judged: int, low: float, high: float) -> None:
    """Known values of the score interval at 95 %."""
    found = find_interval(right, judged)
    assert [round(bound, 3) for bound in found] == [low, high]


@pytest.mark.parametrize(("cell", "written"), [
    ("=SUM(A1)", "'=SUM(A1)"), ("-cmd", "'-cmd"), ("-12", "-12"), ("---", "---"), ("plain", "plain"), ("@here", "'@here"),
])
def test_no_cell_is_a_formula(cell: str, written: str) -> None:
    """What a spreadsheet would run is written as words."""
    assert write_delimited([[cell]], header=["a"]) == f"a\n{written}\n"


def test_a_row_of_another_width_is_a_fault() -> None:
    """Every row of a table is as wide as its header."""
    with pytest.raises(ValueError, match="1 cells in a table of 2"):
        write_delimited([["x"]], header=["a", "b"])


def test_explain_tells_how_sure_an_events_coding_is(pages: list[str], tmp_path: Path) -> None:
    """The word with its reasons, and the words that gave each context, beside the rule that fired."""
    story = tmp_path / "story.json"
    run("brief", *pages, "--json", "-o", str(story))
    told = run("explain", str(story), "1").stdout
    assert "confidence: high (" in told
    assert "contexts: military: " in told
    assert "rule confidence" not in told
