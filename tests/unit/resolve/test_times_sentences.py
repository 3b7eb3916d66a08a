"""Expressions of all kinds in sentences of our own, read with trees: time_sentences.tsv, and what its values do not show.

Columns: group, creation day ("" for unknown), text, expressions as words=TIMEX3 value in order. 10 May 2023 was a Wednesday,
12 May a Friday, 29 February 2024 a Thursday.
"""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

import pytest
from time_articles import make_article, make_page

from copydesk.language import Reader, find_reading, load_reader
from copydesk.lexicon import load_world
from copydesk.record import BlockRole, TimeExpression
from copydesk.resolve import find_times

with (Path(__file__).parent / "time_sentences.tsv").open(encoding="utf-8", newline="") as table:
    SENTENCES = [tuple(row.values()) for row in csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE)]


@cache
def reader() -> Reader:
    """The product's reader, loaded once."""
    return load_reader()


def find(text: str, created: str | None, roles: dict[int, BlockRole] | None = None) -> tuple[TimeExpression, ...]:
    """The expressions of a text that the reader has read."""
    page, article = make_page(text), make_article(text, created, roles)
    reading, _ = find_reading(page=page, article=article, reader=reader())
    return find_times(page=page, article=article, reading=reading, world=load_world())[0]


@pytest.mark.parametrize(("group", "created", "text", "times"), SENTENCES)
def test_a_sentence_has_just_these_times(group: str, created: str, text: str, times: str) -> None:
    """Every expression with its exact words and value, and nothing else."""
    found = find(text, created or None)
    assert "; ".join(f"{text[one.span.start : one.span.end]}={one.value}" for one in found) == times


@pytest.mark.parametrize(
    ("text", "begin", "end"),
    [
        ("It was hit in the early hours of Tuesday.", "2023-05-09T00:00", "2023-05-09T05:59"),
        ("Losses grew in fiscal 2021/22.", "2021-01-01", "2022-12-31"),
        ("It rained all week.", "2023-05-08", "2023-05-14"),
        ("The dam opened at 18:00 UTC+2 on Tuesday.", "2023-05-09T18:00+02:00", "2023-05-09T18:00+02:00"),
        ("The dam opened at 18:00 GMT-5 on Tuesday.", "2023-05-09T18:00-05:00", "2023-05-09T18:00-05:00"),
        ("He will speak a week from Thursday.", "2023-05-18", "2023-05-18"),
        ("Prices rose during Ramadan.", "2023-03-23", "2023-04-20"),
        ("The truce held through Passover.", "2023-04-06", "2023-04-12"),
        ("Losses grew in India's fiscal year 2021-22.", "2021-04-01", "2022-03-31"),
        ("The US fiscal year 2024 budget passed.", "2023-10-01", "2024-09-30"),
        ("Japan's current fiscal year was good.", "2023-04-01", "2024-03-31"),
        ("The Australian summer of 2020 was hot.", "2020-12-01", "2021-02-28"),
        ("Fires raged last summer in Chile.", "2022-12-01", "2023-02-28"),
        ("It rained all summer of 2021 in Norway.", "2021-06-01", "2021-08-31"),
        ("The dam opened at 8 p.m. Moscow time on Tuesday.", "2023-05-09T20:00+03:00", "2023-05-09T20:00+03:00"),
        ("The dam opened at 9 p.m. Eastern time on January 5, 2012.", "2012-01-05T21:00-05:00", "2012-01-05T21:00-05:00"),
        ("The dam opened at 9 p.m. Moscow time on January 5, 2012.", "2012-01-05T21:00+04:00", "2012-01-05T21:00+04:00"),
    ],
)
def test_the_interval_says_what_the_value_cannot(text: str, begin: str, end: str) -> None:
    """Small hours, fiscal years and seasons of states, the week of "all week", feasts of several days, zones."""
    (time,) = find(text, "2023-05-10")
    assert (time.begin, time.end) == (begin, end)


@pytest.mark.parametrize("role", ["headline", "caption"])
def test_the_present_tense_of_headlines_and_captions_tells_what_is_over(role: BlockRole) -> None:
    """The same words in a paragraph are a timetable: "the council meets on Monday"."""
    text = "The council meets on Monday in Sarn.\n"
    (told,) = find(text, "2023-05-10", {0: role})
    assert told.value == "2023-05-08"
    (planned,) = find(text, "2023-05-10")
    assert planned.value == "2023-05-15"


def test_a_trace_says_what_decided() -> None:
    """The row, then anchor and tense with the word that told it; a word of shade; the day of the utterance."""
    (late,) = find("The court will rule in late June.", "2023-05-10")
    assert [step.rule for step in late.trace] == ["date", "anchor: creation day", "tense: future by rule", "mod: END"]
    assert late.trace[0].row == "time_patterns.tsv:edge_month"
    tomorrow, monday = find("“I will resign tomorrow,” the mayor said on Monday.", "2023-05-10")
    assert tomorrow.anchor == monday.value
    assert tomorrow.trace[-1].rule == "anchor: the day of the utterance"
    *_, friday = find("The office is open Monday through Friday.", "2023-05-10")
    assert friday.trace[-1].rule == "anchor: the date told before"


def test_a_local_clock_has_the_zone_that_universal_time_in_brackets_shows() -> None:
    """8:15 p.m. where it is 16:45 at Greenwich lies three and a half hours east."""
    local, *_ = find("The mine caved in at 8:15 p.m. (1645 GMT) on Monday.", "2023-05-10")
    assert local.begin == "2023-05-08T20:15+03:30"


def test_a_feast_says_by_which_calendar_it_was_dated() -> None:
    """Where the sight of the moon decides, a reader must know whose reckoning a day rests on."""
    (eid,) = find("The ceasefire began on Eid al-Adha.", "2023-07-10")
    assert eid.value == "2023-06-28"
    assert eid.trace[-1].rule == "calendar: Umm al-Qura"


def test_a_caption_neither_moves_the_tale_nor_takes_its_day() -> None:
    """It is read on the full date that it gives, and the paragraphs around go on as if it were not there."""
    text = "The mill burned on April 3.\nA crew in Sarn, March 7, 2022; the roof fell on Sunday.\nTwo days later it rained.\n"
    *_, sunday, later = find(text, "2023-05-10", {1: "caption"})
    assert sunday.value == "2022-03-06"
    assert later.value == "2023-04-05"


def test_a_weekday_that_does_not_fit_its_date_is_told() -> None:
    """In no year around did that day fall on that weekday: the words are read by the date, and the page is flagged."""
    text = "The envoys will sign on Monday, March 8."
    page, article = make_page(text), make_article(text, "2024-03-01")
    reading, _ = find_reading(page=page, article=article, reader=reader())
    times, refusals = find_times(page=page, article=article, reading=reading, world=load_world())
    assert [time.value for time in times] == ["2024-03-08"]
    assert [refusal.reason for refusal in refusals] == ["“Monday, March 8” is read as 2024-03-08, which is another weekday"]


def test_what_an_unknown_day_leaves_open_is_said_in_the_trace() -> None:
    """No anchor stands in the record, and the step says that none is known."""
    (tuesday,) = find("The mine closed on Tuesday.", None)
    assert tuesday.anchor is None
    assert tuesday.trace[1].rule == "anchor: unknown"
