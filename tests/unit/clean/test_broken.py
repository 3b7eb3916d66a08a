"""Lines that a narrow page has broken become one block where they are one paragraph; the text is not changed."""

from itertools import pairwise, repeat

import pytest

from copydesk.clean import explain_blocks, find_articles
from copydesk.clean.broken import join_broken
from copydesk.clean.cards import Sorted
from copydesk.clean.units import find_units
from copydesk.lexicon import load_world
from copydesk.read import read_text_page

WORLD = load_world()
PAGE = """Weir to be mended before the rains, board says

By Asta Grund

The river board of Nether Tarn said on Monday that the weir would be
mended before the autumn rains came, and that the mill could stay where
it was for now.

"We have waited for nine years, and we shall not wait for a tenth," the
chairman, Joss Arkwright, told reporters at the mill. The ministry had
refused to pay for the work in March.

The minister of works denied on Tuesday that he had ever promised money
for the weir.
"""
LIST = """* the first load of stone came up the river on Monday evening before it
  was too dark to see the bank, and the second on Tuesday
* the third load of stone is not to be had for money in this county, the
* clerk of works said, and the fourth lies at the bottom of the lake
"""


def test_a_broken_paragraph_is_one_block() -> None:
    """Three paragraphs of three, three and two lines; the line breaks stay inside the spans."""
    page, layout, _ = read_text_page(PAGE, key="t")
    articles, _ = find_articles(page=page, layout=layout, world=WORLD)
    texts = [page.text[block.span.start:block.span.end] for block in articles[0].blocks if block.role == "paragraph"]
    assert [text.count("\n") for text in texts] == [4, 4, 2]
    assert texts[0].startswith("The river board of Nether Tarn said on Monday that the weir would be\nmended")


@pytest.mark.parametrize(
    "title",
    [
        "River board of Nether Tarn to have the old weir mended before the\nrains",
        "Nine years on: river board to mend the weir and leave the mill as\nit is, chairman says",
        "Death toll from the flood at Nether Tarn rises from fourteen up to\n19 as search goes on",
    ],
)
def test_a_broken_headline_is_one_headline(title: str) -> None:
    """Its second line is no standfirst, whatever it looks like by itself."""
    page, layout, _ = read_text_page(PAGE.replace("Weir to be mended before the rains, board says", title), key="t")
    articles, _ = find_articles(page=page, layout=layout, world=WORLD)
    headline = articles[0].headline
    assert headline is not None
    assert page.text[headline.start:headline.end] == title


def test_the_blocks_still_cover_the_page() -> None:
    """Each code point stands in one block, and `clean --why` speaks of the same blocks."""
    page, layout, _ = read_text_page(PAGE, key="t")
    articles, _ = find_articles(page=page, layout=layout, world=WORLD)
    spans = [block.span for block in articles[0].blocks]
    assert spans[0].start == 0
    assert spans[-1].end == len(page.text)
    assert all(one.end == other.start for one, other in pairwise(spans))
    assert list(explain_blocks(page=page, layout=layout, world=WORLD)) == spans


@pytest.mark.parametrize(
    ("sorting", "expected"),
    [
        (Sorted(("paragraph",) * 8, ()), [0, 3, 6]),
        (Sorted(("paragraph", "caption", *repeat("paragraph", 6)), ()), [0, 1, 2, 3, 6]),
        (Sorted(("paragraph",) * 8, ((0, 1),)), [0, 2, 3, 6]),
    ],
)
def test_lines_of_two_roles_or_two_articles_stay_apart(sorting: Sorted, expected: list[int]) -> None:
    """A role of its own, or a card that ends within the paragraph, begins a new block."""
    page, layout, _ = read_text_page(PAGE.split("Grund\n\n")[1], key="t")
    units = find_units(page, layout, WORLD)
    joined, _ = join_broken(units, sorting, page.text)
    assert [unit.start for unit in joined] == [units[i].start for i in expected]


def test_cards_point_to_the_joined_units() -> None:
    """The last paragraph is a card: its two units become the third."""
    page, layout, _ = read_text_page(PAGE.split("Grund\n\n")[1], key="t")
    _, moved = join_broken(find_units(page, layout, WORLD), Sorted(("paragraph",) * 8, ((6, 7),)), page.text)
    assert moved.cards == ((2,),)


def test_a_line_that_opens_with_a_bullet_begins_a_block() -> None:
    """Though the line above is full."""
    page, layout, _ = read_text_page(LIST * 2, key="t")
    units = find_units(page, layout, WORLD)
    joined, _ = join_broken(units, Sorted(("list_item",) * len(units), ()), page.text)
    assert [unit.text.count("\n") for unit in joined] == [1, 0, 0, 1, 0, 0]
