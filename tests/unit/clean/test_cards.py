"""Cards from labels: where one begins and ends is in the labels; too little for a card is a link or text."""

import pytest

from copydesk.clean import find_articles
from copydesk.clean.cards import sort_units
from copydesk.lexicon import load_world
from copydesk.read import read_page
from copydesk.record import Article, Page


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


def _articles(raw: str) -> tuple[Page, tuple[Article, ...]]:
    page, layout, _ = read_page(raw.encode(), key="a.html")
    return page, find_articles(page=page, layout=layout, world=load_world())[0]


def _lines(page: Page, article: Article, role: str) -> list[str]:
    return [page.text[b.span.start:b.span.end].strip() for b in article.blocks if b.role == role]


PROSE = "".join(f"<p>The {word} ferry left the port of Skarvik on Monday with its crew aboard, the harbour master said.</p>"
                for word in ("first", "second", "third", "fourth"))
MARKED_CARDS = (
    '<aside><h2>Related stories</h2>'
    '<article><span class="tag">Politics</span><h3><a href="/1">Minister rejects call for ferry subsidy</a></h3>'
    '<p>By Ola Frey</p><time datetime="2031-04-07T18:00:00+02:00">2 days ago</time></article>'
    '<article><span class="tag">Weather</span><h3><a href="/2">Gale warning for the northern coast</a></h3>'
    '<p>The weather office expects gusts of 100 km/h.</p><span class="age">3 hours ago</span></article></aside>'
)


def test_the_section_above_a_cards_headline_is_the_cards() -> None:
    """Each card's own element says so; the heading above all cards stays with the page."""
    page, articles = _articles(f"<html><body><article><h1>Ferries leave port</h1>{PROSE}</article>{MARKED_CARDS}</body></html>")
    cards = [article for article in articles if article.is_card]
    assert [_lines(page, card, "section") for card in cards] == [["Politics"], ["Weather"]]
    assert _lines(page, articles[0], "related_link") == ["Related stories"]


@pytest.mark.parametrize("level", ["h2", "h3"])
def test_a_heading_right_below_the_headline_is_the_standfirst(level: str) -> None:
    """Of a lower level than the headline, with nothing between the two."""
    second = f"<{level}>Crews vote to go back to work on all routes</{level}>"
    head = f"<h1>Ferries leave port after long strike</h1>{second}<p>By Ola Frey</p>"
    page, articles = _articles(f"<html><body><article>{head}{PROSE}</article></body></html>")
    assert _lines(page, articles[0], "headline") == ["Ferries leave port after long strike"]
    assert _lines(page, articles[0], "standfirst") == ["Crews vote to go back to work on all routes"]
