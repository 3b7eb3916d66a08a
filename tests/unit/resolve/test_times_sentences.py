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
    ],
)
def test_the_interval_says_what_the_value_cannot(text: str, begin: str, end: str) -> None:
    """Small hours, fiscal years over two calendar years, the week of "all week", zones by their distance."""
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


def test_what_an_unknown_day_leaves_open_is_said_in_the_trace() -> None:
    """No anchor stands in the record, and the step says that none is known."""
    (tuesday,) = find("The mine closed on Tuesday.", None)
    assert tuesday.anchor is None
    assert tuesday.trace[1].rule == "anchor: unknown"
