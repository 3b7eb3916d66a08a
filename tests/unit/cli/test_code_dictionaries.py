"""`copydesk code --lexicon` with a folder of CAMEO dictionaries of states that do not exist."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

import copydesk
from copydesk.cli import group
from copydesk.write.events.gdelt import EVENT_COLUMNS

PAGE = """Estravia severs links
By Mara Lind, Harbour Post
March 4, 2025

Estravia severed links with Valdoria on Monday over the oyster beds. Bron Halden met Valdorian senators.

The Grey League raided a Valdorian police post. Valdoria signed a treaty with Estravia.

Estravian gunmen raided a village two years ago. Valdoria will ferry grain to Estravia. The Heron raided Valdoria.
"""
FILES = {
    "our.actors.txt": """# states that do not exist
ESTRAVIA [EST]
+ESTRAVIAN
VALDORIA [VAL]
+VALDORIAN
BRON_HALDEN
\t[ESTREB <20200101]
\t[ESTGOV >20200101]
GREY_LEAGUE [ESTREB]
THE_HERON [---]
""",
    "our.agents.txt": "SENATOR [~LEG]\nGUNMAN {GUNMEN} [~UAF]\nPOLICE {} [~COP]\n",
    "our.discards.txt": "YEARS AGO\n+WORLD CUP\n",
    "our.issues.txt": "OYSTER_BEDS [FISHERY]\n",
    "our.verbs.txt": """&TIES
+RELATIONS
+LINKS

--- SEVER [160] ---
SEVER {SEVERS SEVERED}
- * &TIES [161]

--- MEET [040:040] ---
MEET

--- RAID [190] ---
RAID

--- SIGN [---] ---
SIGN

--- FERRY [073] ---
FERRY

--- DRUB [999] ---
DRUB
""",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The dictionaries."""
    made = tmp_path / "dictionaries"
    made.mkdir()
    for name, text in FILES.items():
        (made / name).write_text(text, encoding="utf-8")
    return made


@pytest.fixture
def page(tmp_path: Path) -> str:
    """One page."""
    path = tmp_path / "one.txt"
    path.write_text(PAGE, encoding="utf-8")
    return str(path)


def run(*arguments: str) -> Result:
    done = CliRunner().invoke(group, ["code", *arguments])
    assert done.exit_code == 0, done.output
    return done


def rows(page: str, folder: Path) -> dict[str, dict[str, Any]]:
    """Rows by their trigger."""
    told = [json.loads(line) for line in run(page, "--lexicon", str(folder), "--json").stdout.splitlines()]
    return {row["trigger"]: row for row in told}


def test_their_verbs_and_actors_code_events_of_plover(page: str, folder: Path) -> None:
    """Pattern, actor, agent and code limited in time: category, countries and sectors follow."""
    found = rows(page, folder)
    severed = found["severed"]
    assert (severed["category"], severed["modes"], severed["actor_countries"], severed["recipient_countries"]) == (
        "SANCTION", "withdraw", "EST", "VAL",
    )
    assert found["met"]["category"] == "CONSULT"
    assert found["met"]["actor_sectors"] == "GOV; LEG"
    assert found["raided"]["actor_sectors"] == "REB"


def test_code_row_and_actors_stand_in_the_trace(page: str, folder: Path) -> None:
    """Which line of which file fired, the code as the dictionary has it, the actors' codes and the issue."""
    rules = rows(page, folder)["severed"]["rules"]
    fired = ("construction our.verbs.txt:7 [161]", "cameo 161", "cameo-actors EST", "cameo-recipients VAL", "issues FISHERY")
    assert [told for told in fired if told not in rules] == []


def test_a_verb_coded_as_nothing_is_no_event_though_ours_would_be(page: str, folder: Path) -> None:
    """"---" switches our own row off; an actor coded so acts for nobody."""
    found = rows(page, folder)
    assert "signed" not in found
    ours = [json.loads(line)["trigger"] for line in run(page, "--json").stdout.splitlines()]
    assert "signed" in ours
    assert [row["actors"] for row in found.values() if row["trigger"] == "raided"] == ["Grey League"]


def test_a_discarded_sentence_is_told_and_not_coded(page: str, folder: Path) -> None:
    """Nothing is lost silently."""
    told = run(page, "--lexicon", str(folder), "--why").stdout
    assert "the dictionary discards sentences with “years ago”" in " ".join(told.split())


def test_a_discarded_article_has_no_events(page: str, folder: Path) -> None:
    """One phrase with "+" anywhere in it."""
    path = Path(page)
    path.write_text(PAGE.replace("over the oyster beds", "at the World Cup"), encoding="utf-8")
    done = run(page, "--lexicon", str(folder), "--why").stdout
    assert "no event was coded" in done
    assert "discards articles with “world cup”" in " ".join(done.split())


def test_tables_of_cameo_and_gdelt_show_the_dictionarys_codes(page: str, folder: Path) -> None:
    """Their code, not the nearest to the category; a tie-break takes the nearest again."""
    lines = run(page, "--lexicon", str(folder), "--format", "cameo").stdout.splitlines()
    told = list(csv.DictReader(lines, delimiter="\t"))
    codes = {(row["actor"], row["code"], row["recipient"]) for row in told}
    assert {("EST", "161", "VAL"), ("ESTGOV", "040", "VALLEG"), ("ESTREB", "190", "VALCOP")} <= codes
    assert [row["code"] for row in told if row["category"] == "AGREE"] == ["03"]
    gdelt = list(csv.reader(io.StringIO(run(page, "--lexicon", str(folder), "--format", "gdelt").stdout), delimiter="\t"))
    places = [EVENT_COLUMNS.index(name) for name in ("Actor1Code", "EventCode", "EventRootCode", "Actor2Code")]
    assert ["ESTREB", "190", "19", "VALCOP"] in [[row[i] for i in places] for row in gdelt]


def test_what_was_read_and_what_cannot_be_used_is_told(page: str, folder: Path) -> None:
    """Counts by kind, and codes that CAMEO does not have with their line."""
    told = run(page, "--lexicon", str(folder)).stderr
    assert "names of actors 7" in told
    assert "999 (our.verbs.txt:21)" in told


@pytest.mark.parametrize(("name", "text", "told"), [
    ("our.actors.txt", "ESTRAVIA\nVALDORIA [VAL]\n", "our.actors.txt:1"),
    ("our.verbs.txt", "--- SEVER [160] ---\nSEVER\n- &TIES [161]\n", "our.verbs.txt:3"),
    ("protest.tsv", "construction\tmodes\troles\texample\torigin\n", "both CAMEO dictionaries"),
])
def test_a_broken_or_mixed_folder_is_an_error_of_the_input(page: str, folder: Path, name: str, text: str, told: str) -> None:
    """Exit status 2, and the message names file and line."""
    (folder / name).write_text(text, encoding="utf-8")
    failed = CliRunner().invoke(group, ["code", page, "--lexicon", str(folder)])
    assert told in str(failed.exception)
    assert getattr(failed.exception, "exit_status", None) == 2


def test_the_python_interface_takes_the_folder_too(page: str, folder: Path) -> None:
    """The same events as on the command line."""
    (report,) = copydesk.read_report(copydesk.read_page(page), lexicon=folder)
    categories = {event.category for event in report.events}
    assert {"SANCTION", "CONSULT", "ASSAULT", "AGREE"} <= categories
