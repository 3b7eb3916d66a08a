"""Invented HTML: what is read of a page is what was written, line by line, with a known label each."""

from typing import get_args

from copydesk.clean.cards import plain_role
from copydesk.clean.units import find_units
from copydesk.lexicon import load_world
from copydesk.read import read_page
from copydesk.record import BlockRole
from training.markup_pages import MarkupMaker
from training.markup_roles import label_units
from training.page_layouts import Story

STORIES = [
    Story("The ferry stops", tuple(f"The boat to island {n} stopped. Its owner said so. It was so." for n in "12345")),
    Story("A mill burns down.", ("The old mill burned on Sunday & fell.", "“It was loud,” said Ann Lee. She lives near it.")),
]


def test_a_page_read_is_the_page_written() -> None:
    """Over many pages, each unit has a label of the record, and the first paragraph of the story is a paragraph."""
    world, maker = load_world(), MarkupMaker(STORIES, 3)
    seen = set()
    for _ in range(25):
        markup, lines = maker.make()
        page, layout, _ = read_page(markup.encode(), key="invented")
        units = find_units(page, layout, world)
        labels = label_units(units, page.text, lines)
        assert {plain_role(label) for label in labels} <= set(get_args(BlockRole))
        seen.update(labels)
    assert {"paragraph", "headline", "caption", "related_link", "promotion", "navigation", "legal", "card:headline"} <= seen


def test_one_seed_makes_one_row_of_pages() -> None:
    """The same seed gives the same pages, another one others."""
    def first(seed: int) -> list[str]:
        maker = MarkupMaker(STORIES, seed)
        return [maker.make()[0] for _ in range(3)]

    assert first(1) == first(1)
    assert first(1) != first(2)
