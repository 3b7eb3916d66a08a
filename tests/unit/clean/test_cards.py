"""Cards from labels: where one begins and ends is in the labels; too little for a card is a link or text."""

import pytest

from copydesk.clean.cards import sort_units


@pytest.mark.parametrize(
    ("labels", "cards"),
    [
        (["paragraph", "new:timestamp", "card:headline", "new:timestamp", "card:headline"], ((1, 2), (3, 4))),
        (["related_link", "new:timestamp", "card:headline", "credit", "card:paragraph"], ((1, 2, 3, 4),)),
        (["paragraph", "new:headline", "card:timestamp", "new:headline", "card:timestamp"], ((1, 2), (3, 4))),
        (["related_link", "new:headline", "card:byline", "card:paragraph", "legal"], ((1, 2, 3),)),
        (["new:headline", "card:timestamp", "headline", "byline", "paragraph"], ((0, 1),)),
        (["new:headline", "card:byline", "card:timestamp", "card:headline", "card:paragraph"], ((1, 2, 3, 4),)),
        (["new:headline", "card:timestamp", "card:headline", "card:timestamp"], ((0, 1), (2, 3))),
        (["related_link", "new:headline", "promotion", "card:timestamp", "navigation"], ((1, 3),)),
    ],
)
def test_a_card_opens_at_its_first_unit_whatever_that_is(labels: list[str], cards: tuple[tuple[int, ...], ...]) -> None:
    """Age first, headline first, with a teaser, above the article, with an advertisement in the middle."""
    assert sort_units(labels).cards == cards


def test_a_headline_alone_is_a_link_and_between_paragraphs_a_subheading() -> None:
    """A card needs a second part."""
    after = sort_units(["paragraph", "related_link", "new:headline", "new:headline"])
    assert (after.cards, after.roles[2:]) == ((), ("related_link", "related_link"))
    inside = sort_units(["promotion", "paragraph", "new:headline", "paragraph"], set_off_needed=False)
    assert (inside.cards, inside.roles[2]) == ((), "subheading")


def test_headings_that_nothing_sets_off_from_the_text_are_no_cards() -> None:
    """Right below a paragraph, with neither byline nor time nor section."""
    labels = ["paragraph", "new:headline", "card:paragraph", "paragraph"]
    assert sort_units(labels).cards == ()
    assert sort_units(labels).roles[1] == "subheading"
    assert sort_units(labels, set_off_needed=False).cards == ((1, 2),)
