"""Days that a plan puts ahead, and moments told on two clocks. 10 May 2023 was a Wednesday."""

from __future__ import annotations

from functools import cache

import pytest
from time_articles import make_article, make_page, read_times

from copydesk.language import Reader, find_reading, load_reader


@cache
def reader() -> Reader:
    """The product's reader, loaded once."""
    return load_reader()


def values_of(text: str) -> list[str]:
    """Values of the times in a text that the reader has read."""
    reading, _ = find_reading(page=make_page(text), article=make_article(text, "2023-05-10"), reader=reader())
    return list(read_times(text, reading=reading).values())


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("They have not decided whether they will attend Friday's meeting.", ["2023-05-12"]),
        ("The premier refused to say whether he would go to Sunday's funeral.", ["2023-05-14"]),
        ("Friday's summit will decide the matter.", ["2023-05-12"]),
        ("Leaders will discuss the plan at the summit on Friday.", ["2023-05-12"]),
        ("The envoy offered to reopen the talks on Friday.", ["2023-05-12"]),
        ("Commanders expected shelling on Saturday.", ["2023-05-13"]),
        ("The governor cancelled a trip planned for Monday.", ["2023-05-15"]),
        ("The walkout, which had been scheduled for Friday, is off.", ["2023-05-12"]),
        ("A debate slated for Friday was dropped.", ["2023-05-12"]),
        ("The visit, due on Thursday, has been called off.", ["2023-05-11"]),
        ("The court set a hearing for Thursday.", ["2023-05-11"]),
        ("The match was postponed to Sunday.", ["2023-05-14"]),
        ("The strike was put off until Monday.", ["2023-05-15"]),
        ("The union called off a walkout set for May 20.", ["2023-05-20"]),
        ("The minister met miners on Monday and promised to return on Friday.", ["2023-05-08", "2023-05-12"]),
        ("Police said on Sunday they would question him on Friday.", ["2023-05-07", "2023-05-12"]),
    ],
)
def test_a_planned_day_lies_ahead(text: str, values: list[str]) -> None:
    """Planning words and what will be attended put a day ahead, though the clause around them is past."""
    assert values_of(text) == values


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The hearing was postponed on Tuesday.", "2023-05-09"),
        ("The board will review Monday's vote.", "2023-05-08"),
        ("He said Tuesday's flood would cost millions.", "2023-05-09"),
        ("Ministers condemned Monday's meeting.", "2023-05-08"),
        ("He was arrested on Monday after he refused to pay.", "2023-05-08"),
    ],
)
def test_what_is_told_of_a_day_does_not_put_it_ahead(text: str, value: str) -> None:
    """A day of the telling or of what is judged stays the last one, though a planning or future word is near."""
    assert values_of(text) == [value]


def test_a_planning_word_needs_no_tree() -> None:
    """Without a tree the words right before the day tell."""
    assert read_times("The match was postponed to Sunday.") == {"Sunday": "2023-05-14"}


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("The tanker began to sink about 3 a.m. (1900 GMT Saturday).", "3 a.m.", "2023-05-07T03:00"),
        ("It sank on Sunday at 3 a.m. (1900 GMT Saturday), they said.", "Sunday at 3 a.m.", "2023-05-07T03:00"),
        ("The blast came at 11 p.m. (0400 GMT Tuesday) in the port.", "11 p.m.", "2023-05-08T23:00"),
        ("It began at 9:40 a.m. (0640 GMT) on Friday.", "9:40 a.m.", "2023-05-05T09:40"),
    ],
)
def test_a_day_in_brackets_is_of_the_other_clock(text: str, words: str, value: str) -> None:
    """The local clock shows the same moment as the universal time in brackets, on its own day."""
    assert read_times(text)[words] == value


@pytest.mark.parametrize("text", ["Drivers of the federation FEB joined.", "The MAR and the DEC agreed.", "He leads the FEB."])
def test_a_month_in_capitals_alone_is_a_name(text: str) -> None:
    """Short months all in capitals are bodies, save among other capitals."""
    assert read_times(text) == {}


def test_a_short_month_stays_a_month() -> None:
    """With small letters, a year or a headline in capitals it is one."""
    assert read_times("They met in Feb. 2021.") == {"Feb. 2021": "2021-02"}
    assert read_times("TALKS IN FEB") == {"FEB": "2023-02"}
