"""Quantities: numbers with what they count, and the words that bound them."""

from __future__ import annotations

import pytest
from time_articles import make_article, make_page, quantities_of

from copydesk.clean import find_articles
from copydesk.language import find_reading, load_reader
from copydesk.lexicon import load_world
from copydesk.read import read_text_page
from copydesk.resolve import find_quantities


@pytest.mark.parametrize(
    ("text", "words", "unit", "low", "high"),
    [
        ("More than 4,000 soldiers crossed the river.", "More than 4,000 soldiers", "troops", 4000, None),
        ("At least 9 people were killed in the blast.", "At least 9 people were killed", "killed", 9, None),
        ("Up to 60 homes burned.", "Up to 60 homes", "buildings", None, 60),
        ("About 500 residents left.", "About 500 residents", "people", 450, 550),
        ("Dozens of drones fell.", "Dozens of drones", "drones", 24, 99),
        ("Hundreds were arrested.", "Hundreds were arrested", "arrested", 200, 999),
        ("Two dozen tanks stood there.", "Two dozen tanks", "tanks", 24, 24),
        ("Some 1.5 million refugees came.", "Some 1.5 million refugees", "refugees", 1_350_000, 1_650_000),
        ("It cost $3 billion.", "$3 billion", "dollars", 3e9, 3e9),
        ("Twenty-five sailors are missing; 30 percent voted.", "30 percent", "percent", 30, 30),
        ("Between 10 and 20 fighters were wounded.", "10 and 20 fighters were wounded", "injured", 10, 20),
        ("Two hundred thousand people fled.", "Two hundred thousand people fled", "displaced", 200_000, 200_000),
        ("The town lies 12 km from the sea.", "12 km", "km", 12, 12),
        ("No fewer than three hostages were freed.", "No fewer than three hostages were freed", "released", 3, None),
        ("The storm killed 7 people and hurt dozens.", "7 people", "killed", 7, 7),
        ("A blast, killing at least 12 civilians, shook it.", "at least 12 civilians", "killed", 12, None),
        ("The death toll rose to 41.", "41", "killed", 41, 41),
        ("Officials lowered the toll by two to 39, the mayor said.", "39", "killed", 39, 39),
        ("The toll rose from 28 to more than 40.", "more than 40", "killed", 40, None),
        ("They put the death toll at 120 people.", "120 people", "killed", 120, 120),
        ("The number of people injured climbed to 52.", "52", "injured", 52, 52),
        ("The number of migrants in the camp rose from 200 to 300.", "300", "refugees", 300, 300),
        ("Divers rescued 14.", "14", "rescued", 14, 14),
        ("Fourteen were rescued.", "Fourteen were rescued", "rescued", 14, 14),
        ("It left 30 dead and dozens missing.", "dozens missing", "missing", 24, 99),
        ("Thirteen more were being treated.", "Thirteen more were being treated", "injured", 13, 13),
        ("Unions said 15,000 took part in the march.", "15,000 took part", "protesters", 15_000, 15_000),
        ("About 900 people marched. Unions said 2,000 took part.", "2,000 took part", "protesters", 2000, 2000),
        ("Nearly 400 students took part in the race.", "Nearly 400 students took part", "participants", None, 400),
        ("Sales rose 6 per cent.", "6 per cent", "percent", 6, 6),
        ("Police arrested 5 and 10 were hurt.", "10 were hurt", "injured", 10, 10),
        ("Fewer than 40 villages were flooded.", "Fewer than 40 villages were flooded", "flooded", None, 40),
    ],
)
def test_a_quantity_has_unit_and_bounds(text: str, words: str, unit: str, low: float | None, high: float | None) -> None:
    """Unit by what befell those counted, else by their noun; bounds by the words before; tenths for "about"."""
    quantity = quantities_of(text)[words]
    assert (quantity.unit, quantity.low, quantity.high) == (
        unit, pytest.approx(low) if low is not None else None, pytest.approx(high) if high is not None else None,
    )


@pytest.mark.parametrize(
    "text",
    [
        "It was a 40-minute call in 1998.", "A 44-year-old man died.", "Resolution 425 was adopted.",
        "The temperature fell to 41.", "The number of tickets sold rose to 41.", "The storm killed nine sheep.",
        "She came second on the 5th of May.", "He left at 6:30 a.m.",
    ],
)
def test_times_ages_and_names_are_no_quantities(text: str) -> None:
    """A number that belongs to a time, an age or a name counts nothing."""
    assert quantities_of(text) == {}


def test_an_exact_number_has_no_qualifier() -> None:
    """qualifier holds the bounding words as they stand, None where the number is exact."""
    exact = quantities_of("The storm reached 7 people.")
    bounded = quantities_of("The storm reached more than 70 people.")
    assert [one.qualifier for one in exact.values()] == [None]
    assert [one.qualifier for one in bounded.values()] == ["more than"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("About 60 percent of drivers stayed home.", "About 60 percent of drivers"),
        ("Unions demand a 4 percent pay rise.", "4 percent pay rise"),
        ("Sales rose 6 percent on Monday.", "6 percent"),
    ],
)
def test_a_share_keeps_what_it_is_of(text: str, words: str) -> None:
    """The span of a share or price runs on to what it is of, where the tree tells."""
    page, article = make_page(text), make_article(text, "2023-05-10")
    reading, _ = find_reading(page=page, article=article, reader=load_reader())
    (found,) = find_quantities(page=page, article=article, reading=reading, times=(), world=load_world())
    assert text[found.span.start : found.span.end] == words
    assert found.unit == "percent"


def test_a_verb_counts_a_number_by_itself() -> None:
    """ "killed nine" counts the killed; the sheep of "killed nine sheep" are no people."""
    text = "Gunmen killed nine in the market. The storm killed six sheep."
    page, article = make_page(text), make_article(text, "2023-05-10")
    reading, _ = find_reading(page=page, article=article, reader=load_reader())
    found = find_quantities(page=page, article=article, reading=reading, times=(), world=load_world())
    assert [(one.unit, one.low) for one in found] == [("killed", 9)]


BROKEN = """RIVERTON, May 8 (Far News) - The death toll from the
flood in the eastern valleys of Nether Tarn rose to 41
on Wednesday, the ministry said, after boats reached
the last of the farms that had been cut off since the
dam gave way in the night.

By the time that the water fell the number of injured
people had climbed to 52, doctors at the hospital said
in a note that was read out to reporters in Riverton.
"""


def test_a_tally_runs_on_over_a_broken_line() -> None:
    """Where a page's width has broken the lines, what a number is the state of may stand a line above."""
    page, layout, _ = read_text_page(BROKEN, key="t")
    articles, _ = find_articles(page=page, layout=layout, world=load_world())
    reading, _ = find_reading(page=page, article=articles[0], reader=load_reader())
    found = find_quantities(page=page, article=articles[0], reading=reading, times=(), world=load_world())
    assert [(each.unit, each.low) for each in found if each.unit in ("killed", "injured")] == [("killed", 41), ("injured", 52)]


def test_a_tally_of_the_line_above_is_not_this_block_s() -> None:
    """A block that goes on with a number says nothing of the tally that ended the one before it."""
    found = quantities_of("Nobody knew the death toll\nIt rose to 41, they said.")
    assert "killed" not in [each.unit for each in found.values()]
