"""Lines whose lengths come again in one order, and what a line shares with the story: the signs of a list of cards."""

import pytest

from copydesk.clean.stamps import stamps_of
from copydesk.clean.surroundings import find_features
from copydesk.clean.units import find_units
from copydesk.lexicon import load_world
from copydesk.read import read_text_page

WORLD = load_world()
STORY = """Ferryman of Kolvik retires
Torvald Brekke, who has rowed the Kolvik ferry across the strait since 1971, tied up his boat for the last time on Friday.
The harbour office at Kolvik said that Brekke had carried some 90,000 people and eleven pianos across the strait.
Brekke said that he would miss the pianos, and the people a little.
"""
TEASER = "A court in Melrow has cleared the baker who sold round bread as square."


def _features(text: str) -> list[frozenset[str]]:
    page, layout, _ = read_text_page(text, key="t")
    return find_features(find_units(page, layout, WORLD), WORLD, stamps_of(WORLD))


@pytest.mark.parametrize(
    "rows",
    [
        ["Who pays for the lighthouse lamp", "Money", "Council puts off its vote on gulls", "The Reed Party",
         "A hat is found in the tower", "Oddities"],
        ["Money", "Who pays for the lighthouse lamp", "Essay", "Council puts off its vote on gulls", "Harbour",
         "A hat is found today"],
    ],
)
def test_titles_and_labels_in_turn_have_a_rhythm(rows: list[str]) -> None:
    """Whatever the labels are: names, sections or words that no list knows; the first line of each turn opens it."""
    found = _features("\n".join(rows))
    assert all({"rhythm.2", "rhythm.often"} <= names for names in found)
    assert ["rhythm.2.opens" in names for names in found] == [True, False] * 3


def test_running_text_has_no_rhythm() -> None:
    """Paragraphs one after another, of whatever length."""
    assert not any(name.startswith("rhythm") for names in _features(STORY) for name in names)


def test_lines_know_how_far_the_next_of_their_shape_is() -> None:
    """Where parts are left out no period holds, but titles still come at short distances."""
    rows = ["Mayor of Tarn finds his hat", "Town hall", "Gulls to be counted on Sunday", "Nature", "Hal Brimmer",
            "Ferry is late once more", "Boats"]
    found = _features("\n".join(rows))
    assert "beat.title.2.3" in found[2]
    assert "beat.title.far.2" in found[0]


def test_lines_below_the_last_that_is_on_the_story_know_it() -> None:
    """Teasers of other stories share no word with this one."""
    teasers = f"{TEASER}\nWolves have been seen near the Sorrel quarry."
    found = _features(STORY + "More stories\n" + teasers)
    assert "story.above" in found[1]
    assert any(name.startswith("story.1-2") for name in found[5])
    assert "story.3-5" in found[6]


def test_a_headline_shares_a_word_with_its_teaser() -> None:
    """Not with the story above it: together they are off the story."""
    found = _features(f"{STORY}Baker of Melrow walks free\n{TEASER}")
    assert {"pair.below", "pair.below.off"} <= found[4]
    assert "pair.above.off" in found[5]
