"""What the labeller sees around a line: lists and their heads, rows that come again, lines that a narrow page has broken."""

import pytest

from copydesk.clean.stamps import stamps_of
from copydesk.clean.surroundings import find_families, find_features
from copydesk.clean.units import find_units
from copydesk.lexicon import load_world
from copydesk.read import read_text_page

WORLD = load_world()
BROKEN = """The river board said on Monday that the weir
at Nether Tarn would be mended before the
autumn rains, though it could not say who
would pay for the stones, the lime and the
two masons who know how to set them there.

A spokeswoman said the parish had offered
half of the sum and a barn to keep it all
dry until the work begins in late August.
"""


def _features(text: str) -> list[frozenset[str]]:
    page, layout, _ = read_text_page(text, key="t")
    return find_features(find_units(page, layout, WORLD), WORLD, stamps_of(WORLD))


@pytest.mark.parametrize(
    ("head", "kind"), [("Most read", "related_link"), ("Comments (12)", "comment"), ("Key points", "points")],
)
def test_lines_know_the_head_that_they_stand_under(head: str, kind: str) -> None:
    """The first two lines below a head, until running text ends its reach."""
    lines = _features(f"{head}\nA ferry ran late at Kolvik\nThe mayor found his hat")
    assert f"under.{kind}" in lines[1]
    assert f"under.{kind}" in lines[2]
    assert not any(name.startswith("under.") for name in lines[0])


def test_rows_that_come_again_are_seen() -> None:
    """Headline and age, three times; running text is no row."""
    rows = _features("Ferry runs late at Kolvik pier\n2 hours ago\nMayor of Tarn finds his hat\n3 hours ago\nHens cross road")
    assert all("row.2" in names for names in rows[:4])
    assert not any("row.2" in names for names in _features("One thing was said.\nThen a second thing was said.\nThen a third."))


def test_lines_broken_to_a_width_go_on_with_the_line_above() -> None:
    """Each line of a block but the first; an empty line begins a new block."""
    broken = ["edge.wrapped" in names for names in _features(BROKEN)]
    assert broken == [False, True, True, True, True, False, True, True]
    assert "edge.blank" in _features(BROKEN)[5]


def test_short_lines_of_an_ordinary_page_are_not_broken_ones() -> None:
    """Paragraphs of ordinary length among short lines."""
    text = "The board said that the weir would be mended before the rains came. " * 3
    assert not any("edge.wrapped" in names for names in _features(f"Tarn Ledger\nWeir to be mended\n{text}\nShare"))


@pytest.mark.parametrize(
    ("line", "kind"),
    [("Get our weekly newsletter by email", "promotion"), ("Our terms and privacy rules", "legal")],
)
def test_a_line_may_use_the_words_of_a_kind_though_no_phrase_fits(line: str, kind: str) -> None:
    """By its words, not by a phrase; a sentence of a report is like none."""
    assert any(name.startswith(f"like.{kind}") for name in _features(line)[0])
    sentence = "Three men crossed the frozen river before dawn."
    assert not any(name.startswith(f"like.{kind}.high") for name in _features(sentence)[0])


def test_lines_know_what_stood_above_and_what_is_to_come() -> None:
    """A byline before the text, a sentence of usual length in it, and a line after three paragraphs."""
    text = "The board said that the weir would be mended before the autumn rains came down.\n"
    lines = _features(f"Weir to be mended\nBy Asta Grund\n{text * 3}More from Tarn")
    assert "above.name" in lines[2]
    assert "below.prose.2-3" in lines[1]
    assert "length.like" in lines[3]
    assert "above.prose.2-3" in lines[5]


def test_lines_know_their_group_where_empty_lines_part_some() -> None:
    """Two groups of two lines and one of one; a page without empty lines has no groups."""
    lines = _features("Tarn Ledger\nNews\n\nWeir to be mended\nBy Asta Grund\n\nThe board met on Monday.")
    assert "group.2-3.first" in lines[0]
    assert "group.2-3.last" in lines[3]
    assert "group.1.first" in lines[4]
    assert not any(name.startswith("group.") for names in _features("Tarn Ledger\nNews\nWeir to be mended") for name in names)


@pytest.mark.parametrize(("line", "kind"), [("187 Comments", "comment"), ("3 replies", "comment")])
def test_a_count_is_told_by_what_it_counts(line: str, kind: str) -> None:
    """The words after the number are looked up."""
    assert f"counted.{kind}" in _features(line)[0]
    assert not any(name.startswith("counted.") for name in _features("187 men crossed")[0])


def test_the_name_in_the_legal_line_is_the_outlets() -> None:
    """At the top of the page as in its copyright line."""
    lines = _features("The Tarn Ledger\nWeir to be mended\n© 2023 The Tarn Ledger Ltd")
    assert "echo.owner" in lines[0]
    assert "echo.owner" not in lines[1]


@pytest.mark.parametrize(
    "text",
    [
        BROKEN, "Most read\n1. A ferry ran late at Kolvik\n2 hours ago\n2. The mayor found his hat\n3 hours ago\nAdvertisement",
        "Tarn Ledger\n\nWeir to be mended\nBy Asta Grund\n\nThe board met on Monday and chose a mason for the weir at last.\n"
        "© 2023 Tarn Ledger. All rights reserved.\nTarn Ledger",
    ],
)
def test_no_feature_stands_in_two_families(text: str) -> None:
    """The labeller sums what families weigh: a name in two would count twice."""
    page, layout, _ = read_text_page(text, key="t")
    for families in find_families(find_units(page, layout, WORLD), WORLD, stamps_of(WORLD), "Weir to be mended"):
        names = [name for family in families for name in family]
        assert len(names) == len(set(names))


def test_a_line_that_comes_again_is_seen_with_its_own_neighbours() -> None:
    """What is remembered of a short line is its words alone."""
    sentence = "The weir at Nether Tarn will be mended before the rains, the board said."
    first, _, last = _features(f"Advertisement\n{sentence}\nAdvertisement")
    assert "edge.first" in first
    assert "edge.last" in last
    assert {name for name in first if name.startswith("phrase.")} == {name for name in last if name.startswith("phrase.")}
