"""A live page through the whole line: entries are dated, are evidence, and are carried by one page."""

from pathlib import Path

import pytest

from copydesk.record import Report, Story
from copydesk.run import build_stories, load_desk, read_paths, read_reports
from copydesk.run.intake import Known
from copydesk.write import write_explanation

LIVE = """Flood at Ostrand: live updates
The Ostrand Herald
Published 4 March 2025, 11:00. Updated 5 March 2025, 00:50.
The Malen broke its banks at Ostrand, and three villages are without power.
00:41
Power is back
Power is back in two of the three villages, the operator Malen Grid said.
23:10
Governor visits
"We will rebuild the bridge," the governor of the county, Alma Dorn, told reporters on Tuesday.
12:05
Bridge closed
The army closed the bridge at Ostrand, a spokesman for the army said.
11:20
Sirens in Lower Malen
Sirens were heard in Lower Malen, the fire brigade said.
Related stories
Bread prices rise
"""


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> tuple[Report, ...]:
    path = tmp_path_factory.mktemp("live") / "live.txt"
    path.write_text(LIVE, encoding="utf-8")
    return tuple(r for intake in read_paths([str(path)], common=Known()) for r in read_reports(intake, load_desk()))


@pytest.fixture(scope="module")
def story(reports: tuple[Report, ...]) -> Story:
    (story,) = build_stories(reports, load_desk())
    return story


def test_each_entry_is_a_report_with_its_own_day(reports: tuple[Report, ...]) -> None:
    """Midnight lies between the first and the second; the main article comes first and keeps the page's time."""
    created = [(r.article.created, r.article.created_basis) for r in reports if r.article]
    assert created == [
        ("2025-03-04T11:00", "timestamp"), ("2025-03-05T00:41", "clock+page"), ("2025-03-04T23:10", "clock+page"),
        ("2025-03-04T12:05", "clock+page"), ("2025-03-04T11:20", "clock+page"),
    ]
    assert [r.article.entry_of is None for r in reports if r.article] == [True, False, False, False, False]


def test_what_entries_say_counts_for_the_story_once_a_page(story: Story) -> None:
    """One story with all entries, the page's headline as its title; each line is carried by one page."""
    assert story.title.startswith("Flood at Ostrand")
    assert len(story.reports) == 5
    told = " ".join(line.text for line in story.brief)
    assert "Power is back in two of the three villages" in told
    assert "We will rebuild the bridge" in told
    assert {line.carried_by for line in story.brief} == {1}
    assert story.syndications == ()


def test_evidence_of_an_entry_says_when_it_was_written(story: Story) -> None:
    """`explain` names the entry's own time, and only the records of that entry."""
    number = next(n for n, line in enumerate(story.brief, 1) if "rebuild the bridge" in line.text)
    told = write_explanation(story, number)
    assert "entry of Tue 4 Mar 2025 23:10" in told
    assert "no statement or event was read here" not in told


def test_an_entry_without_a_known_day_says_why(tmp_path: Path) -> None:
    """Where the page states no day, nobody invents one."""
    undated = "\n".join(line for line in LIVE.split("\n") if "Published" not in line)
    (tmp_path / "live.txt").write_text(undated, encoding="utf-8")
    (intake,) = read_paths([str(tmp_path / "live.txt")], common=Known())
    _, *entries = read_reports(intake, load_desk())
    assert [entry.article.created for entry in entries if entry.article] == [None] * 4
    assert all(any("time of day" in refusal.reason for refusal in entry.refusals) for entry in entries)
