"""Expressions of time: what is found, what it is worth, what it is read against. 10 May 2023 was a Wednesday."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from time_articles import make_article, make_page, read_times, times_of

from copydesk.lexicon import load_world
from copydesk.record import Reading, Sentence, Token
from copydesk.resolve import find_times


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The dam burst on Tuesday.", "2023-05-09"),
        ("The mayor said on Wednesday that the dam held.", "2023-05-10"),
        ("Engineers will inspect the dam on Friday.", "2023-05-12"),
        ("Engineers will inspect the dam on Wednesday.", "2023-05-10"),
        ("The inspection is due to end on June 3.", "2023-06-03"),
        ("The inspectors are due to visit the dam on Friday.", "2023-05-12"),
        ("The exercise is due to finish on Monday.", "2023-05-15"),
        ("The road was closed on Monday due to flooding.", "2023-05-08"),
        ("The valley flooded on April 28.", "2023-04-28"),
        ("The lake froze in December.", "2022-12"),
        ("The ferry sank last Saturday.", "2023-05-06"),
        ("The ferry sails again next Saturday.", "2023-05-13"),
        ("It rained yesterday.", "2023-05-09"),
        ("Rain is forecast for tomorrow.", "2023-05-11"),
        ("The council met last week.", "2023-W18"),
        ("The council meets next month.", "2023-06"),
        ("The bridge opened last year.", "2022"),
        ("Prices fell last October.", "2022-10"),
        ("The harvest failed last autumn.", "2022-FA"),
        ("The harbour closed three days ago.", "2023-05-07"),
        ("The harbour closed four years ago.", "2019"),
        ("The port reopened six weeks ago.", "2023-W13"),
    ],
)
def test_days_are_read_against_creation_day_and_tense(text: str, value: str) -> None:
    """A weekday is the nearest not after the creation day, or not before it where the clause is future; months alike."""
    assert list(read_times(text).values()) == [value]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("They signed on 4 March 1977.", "4 March 1977", "1977-03-04"),
        ("They signed on March 4th, 1977.", "March 4th, 1977", "1977-03-04"),
        ("They signed on Friday, March 4, 1977.", "Friday, March 4, 1977", "1977-03-04"),
        ("Since 2022-11-03T08:15:00Z nothing came.", "2022-11-03T08:15:00Z", "2022-11-03T08:15"),
        ("They left on 31.12.1999.", "31.12.1999", "1999-12-31"),
        ("They left on 12/31/99.", "12/31/99", "1999-12-31"),
        ("It began in late May 2019.", "late May 2019", "2019-05"),
        ("It ended in the winter of 1988.", "the winter of 1988", "1988-WI"),
        ("It ended in the winter of nineteen eighty-eight.", "the winter of nineteen eighty-eight", "1988-WI"),
        ("Sales fell in the third quarter of 2021.", "the third quarter of 2021", "2021-Q3"),
        ("Sales fell in the first half of 2021.", "the first half of 2021", "2021-H1"),
        ("He wrote in the early 1970s.", "the early 1970s", "197"),
        ("He wrote in the nineties.", "the nineties", "199"),
        ("The abbey dates from the 12th century.", "the 12th century", "11"),
        ("The city fell in 146 BC.", "146 BC", "BC0146"),
        ("They talked for more than two weeks.", "more than two weeks", "P2W"),
        ("They talked for two and a half years.", "two and a half years", "P2Y6M"),
        ("It was a 90-minute debate.", "90-minute", "PT90M"),
        ("They waited several hours.", "several hours", "PTXH"),
        ("They waited over the past three months.", "the past three months", "P3M"),
        ("A ferry leaves every Thursday.", "every Thursday", "XXXX-WXX-4"),
        ("A ferry leaves every two days.", "every two days", "P2D"),
        ("Doors open at 7:30 p.m. on Friday.", "7:30 p.m. on Friday", "2023-05-05T19:30"),
        ("The plane left on Monday night.", "Monday night", "2023-05-08TNI"),
        ("The plane left last night.", "last night", "2023-05-09TNI"),
        ("They met on Christmas Eve 2020.", "Christmas Eve 2020", "2020-12-24"),
        ("They met on Good Friday 2022.", "Good Friday 2022", "2022-04-15"),
        ("They met on Orthodox Easter 2022.", "Orthodox Easter 2022", "2022-04-24"),
        ("They met on Thanksgiving 2022.", "Thanksgiving 2022", "2022-11-24"),
        ("It has recently rained.", "recently", "PAST_REF"),
        ("The lake is now full.", "now", "PRESENT_REF"),
        ("Nobody can tell the future.", "the future", "FUTURE_REF"),
        ("He came in June last year.", "June last year", "2022-06"),
    ],
)
def test_an_expression_has_its_exact_words_and_value(text: str, words: str, value: str) -> None:
    """Extent and value of dates, times, durations, sets, holidays and vague times."""
    assert read_times(text) == {words: value}


@pytest.mark.parametrize(
    "text",
    [
        "The mayor may resign.",
        "Theresa Bell saw the second of two cars march past.",
        "The Sun reported it; Sat Rawal denied it.",
        "She is a 44-year-old nurse.",
        "The nurse, 44 years old, stayed.",
        "The Winter Palace stood empty.",
        "They paid $2010 for it.",
        "Flight 1987 was late.",
        "They found 2000 shells.",
        "USA Today had the story.",
        "Mrs May spoke to them.",
    ],
)
def test_what_only_looks_like_a_time_is_none(text: str) -> None:
    """Case and context decide: verbs, names, ages, prices and counts are no times."""
    assert read_times(text) == {}


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("They met on May 3-5.", ["2023-05-03", "2023-05-05"]),
        ("They met on Nov. 3-5, 2019.", ["2019-11-03", "2019-11-05"]),
        ("They met from 3 to 5 November 2019.", ["2019-11-03", "2019-11-05"]),
        ("He ruled 1988-92.", ["1988", "1992"]),
        ("It lasted from June to August 2019.", ["2019-06", "2019-08"]),
        ("Profit rose in Q3 2021.", ["2021-Q3"]),
        ("They met this past Tuesday.", ["2023-05-09"]),
        ("It took 12 to 18 months.", ["PXM"]),
    ],
)
def test_a_range_gives_both_ends(text: str, values: list[str]) -> None:
    """What one end leaves out the other end tells."""
    assert list(read_times(text).values()) == values


def test_a_tale_goes_on_from_its_last_date() -> None:
    """ "Two days later" and "that year" go on from the date told before them."""
    text = "The fort fell on 3 March 1871. Two days later, a truce was signed. Later that year the fort was sold."
    assert read_times(text) == {"3 March 1871": "1871-03-03", "Two days later": "1871-03-05", "Later that year": "1871"}


def test_a_history_reads_months_in_its_own_years() -> None:
    """Where a text names years long past, a month goes on from them; a look back does not move the tale."""
    text = (
        "The siege began in June 1810. In August the wall broke. The war, planned since 1795, spread in October 1810.\n"
        "In February 1811 the king fled. In May he came back. By 1812 it was over."
    )
    values = read_times(text)
    assert values["August"] == "1810-08"
    assert values["May"] == "1811-05"


def test_an_unknown_creation_day_is_never_today() -> None:
    """Weekdays then keep X for what is unknown, have no interval, and one Refusal says so."""
    text = "The dam burst on Tuesday. It was repaired by yesterday."
    times, refusals = find_times(
        page=make_page(text), article=make_article(text, None), world=load_world(),
        reading=Reading(page_id="", article_id="", tokens=(), sentences=(), names=(), children=()),
    )
    assert [(time.value, time.begin, time.end) for time in times] == [
        ("XXXX-WXX-2", None, None), ("XXXX-XX-XX", None, None),
    ]
    assert [refusal.stage for refusal in refusals] == ["times"]


def test_furniture_is_never_content() -> None:
    """An age or date outside the article's own words is no expression of it."""
    text = "3 hours ago\nBY ANNA REED, MAY 9\nThe dam burst on Monday.\n"
    article = make_article(text, "2023-05-10", {0: "timestamp", 1: "byline"})
    reading = Reading(page_id="", article_id="", tokens=(), sentences=(), names=(), children=())
    times, _ = find_times(page=make_page(text), article=article, reading=reading, world=load_world())
    assert [text[time.span.start : time.span.end] for time in times] == ["Monday"]


def test_a_time_of_day_is_of_the_day_named_with_it() -> None:
    """Of the day right after it, brackets between or not; else of the day told last."""
    text = "The dam broke at 9:40 a.m. (0640 GMT) on Monday. At noon the town was under water."
    assert read_times(text) == {
        "9:40 a.m.": "2023-05-08T09:40", "0640 GMT": "2023-05-08T06:40", "Monday": "2023-05-08", "noon": "2023-05-08T12:00",
    }


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ('"We reopen today," the harbour master said on Monday.', "2023-05-08"),
        ("On Monday the harbour master said: “We reopen tomorrow.”", "2023-05-09"),
        ('"We reopen today," the harbour master said.', "2023-05-10"),
        ('The storm came on Monday. "We reopen today," the harbour master said.', "2023-05-10"),
        ("The harbour master said on Monday that it reopens today.", "2023-05-10"),
    ],
)
def test_a_quoted_today_is_the_day_of_the_utterance(text: str, value: str) -> None:
    """Inside a quotation a day is read against the day named with it; outside, against the creation day."""
    values = read_times(text)
    assert values[next(words for words in values if words in {"today", "tomorrow"})] == value


def test_an_interval_has_both_ends() -> None:
    """Intervals include both ends; a named zone is kept in them; a vague time has none."""
    by_words = {time.value: (time.begin, time.end) for time in times_of(
        "In April 2020 it was 9 p.m. GMT on Monday, and recently it was the week of March 6, 2023.", "2023-05-10"
    )}
    assert by_words["2020-04"] == ("2020-04-01", "2020-04-30")
    assert by_words["2023-05-08T21:00"] == ("2023-05-08T21:00Z", "2023-05-08T21:00Z")
    assert by_words["PAST_REF"] == (None, None)


@pytest.mark.parametrize("days", [0, 7, 14, 21, 364])
def test_shifting_the_creation_day_by_weeks_shifts_weekdays_alike(days: int) -> None:
    """Seven days more make every resolved weekday seven days later."""
    from copydesk.lexicon.calendar import add_days

    text = "He left on Monday, rested on Tuesday and will return on Sunday."
    base = list(read_times(text, "2023-05-10").values())
    shifted = list(read_times(text, add_days("2023-05-10", days)).values())
    assert shifted == [add_days(value, days) for value in base]


def test_the_tree_gives_the_tense() -> None:
    """A future auxiliary on the governing verb makes the weekday one to come, though a past verb stands nearer."""
    text = "The council will, said aides, meet Monday."
    words = [("The", 1, "det"), ("council", 7, "nsubj"), ("will", 7, "aux"), (",", 4, "punct"), ("said", 7, "parataxis"),
             ("aides", 4, "nsubj"), (",", 4, "punct"), ("meet", 7, "root"), ("Monday", 7, "obl:tmod"), (".", 7, "punct")]
    tags = {"will": ("AUX", "MD"), "said": ("VERB", "VBD"), "meet": ("VERB", "VB"), "Monday": ("PROPN", "NNP")}
    tokens, position = [], 0
    for word, head, relation in words:
        start = text.index(word, position)
        position = start + len(word)
        tag, fine = tags.get(word, ("NOUN", "NN"))
        tokens.append(Token(start=start, end=position, text=word, lemma=word, tag=tag, fine=fine, head=head,
                            relation=relation))
    children = tuple(tuple(i for i, token in enumerate(tokens) if token.head == n and i != n) for n in range(len(tokens)))
    reading = Reading(
        page_id="", article_id="", tokens=tuple(tokens), names=(), children=children,
        sentences=(Sentence(start=0, end=len(text), first=0, last=len(tokens), root=7),),
    )
    assert read_times(text, reading=reading) == {"Monday": "2023-05-15"}
    assert read_times(text) == {"Monday": "2023-05-08"}


def test_a_leap_day_finds_its_year() -> None:
    """29 February is of the nearest year that has one; a day that no year has is no date."""
    assert read_times("They will meet on February 29.") == {"February 29": "2024-02-29"}
    assert read_times("It snowed on February 31.") == {}


_PIECES = ("Feb. 30", "Monday", "last", "99", "hundred", "years", "ago", "century", "Easter", "-", "25:61", "2100", "BC",
           "quarter", "“", "today", "$5", "next", "day", "BC", "31", "May", "the", "a", "of", "in", ",", "13/13/2013")


@given(st.lists(st.sampled_from(_PIECES), max_size=12),
       st.sampled_from([None, "", "2022", "2022-99-99", "0001-01-01", "9999-12-31", "nonsense", "2024-02-29T10:00Z"]))
def test_no_text_breaks_the_engine(pieces: list[str], created: str | None) -> None:
    """Whatever stands in a text or as creation time: spans hold words without space around, ends are in order."""
    text = " ".join(pieces)
    for time in times_of(text, created):
        words = text[time.span.start : time.span.end]
        assert words
        assert words == words.strip()
        assert (time.begin is None) == (time.end is None)
        assert time.begin is None or time.end is None or time.begin <= time.end
