"""Captions and credits that only attributes hold are lines of the page; what is shown anyway is not said twice."""

import pytest

from copydesk.clean import find_articles
from copydesk.lexicon import load_world
from copydesk.read import PageFile, read_page
from copydesk.record import Span

TEXT = "The mill at Tamsin burned down on Monday night, and four people were hurt, the fire brigade said in a statement."


def read(middle: str) -> tuple[str, list[tuple[str, str]], PageFile]:
    raw = f"<html><body><article><h1>Mill burns down</h1><p>{TEXT}</p>{middle}<p>{TEXT}</p></article></body></html>".encode()
    page, layout, _ = read_page(raw, key="a.html")
    main = find_articles(page=page, layout=layout, world=load_world())[0][0]
    blocks = [(block.role, page.text[block.span.start:block.span.end].strip()) for block in main.blocks]
    told = [(role, words) for role, words in blocks if role in ("caption", "credit")]
    return page.text, told, PageFile(raw, page, layout.pieces)


@pytest.mark.parametrize(
    ("middle", "told"),
    [
        ('<figure><img src="a.jpg" data-caption="Smoke over the mill on Monday" data-credit="Jo Anders/Norrfoto"></figure>',
         [("caption", "Smoke over the mill on Monday"), ("credit", "Jo Anders/Norrfoto")]),
        ('<div><img data-image-caption="&lt;p&gt;Men at the sluice&lt;/p&gt;"></div>', [("caption", "Men at the sluice")]),
        ('<figure><img alt="Firemen carry a hose along the sluice"></figure>',
         [("caption", "Firemen carry a hose along the sluice")]),
        ('<figure><img alt="A hose lies along the "><figcaption>The sluice</figcaption></figure>', [("caption", "The sluice")]),
        ('<figure><img data-caption="The sluice"><figcaption>The sluice</figcaption></figure>', [("caption", "The sluice")]),
        ('<figure><img alt="mill"></figure>', []),
        ('<div><img alt="Firemen carry a hose along the sluice"></div>', []),
        ('<figure><a href="/big.jpg?w=2"><img alt="Firemen carry a hose along the sluice"></a></figure>',
         [("caption", "Firemen carry a hose along the sluice")]),
        ('<a href="/2"><figure><img alt="Fish market opens again after strike"></figure></a>', []),
        ('<div><img data-caption="Smoke over the mill"></div><div><img data-caption="Smoke over the mill"></div>',
         [("caption", "Smoke over the mill")]),
    ],
)
def test_a_caption_in_an_attribute_is_a_line(middle: str, told: list[tuple[str, str]]) -> None:
    """Of galleries and lightboxes; an alternative text only where a figure shows no caption, and not in a card."""
    assert read(middle)[1] == told


def test_a_picture_within_a_paragraph_does_not_break_it() -> None:
    """Its caption follows below, and is shown where it stands in the file."""
    text, told, file = read('<p>Four people <img data-caption="The sluice &amp; the mill"> were hurt when the roof fell.</p>')
    assert "Four people were hurt when the roof fell.\nThe sluice & the mill\n" in text
    assert told == [("caption", "The sluice & the mill")]
    start = text.index("The sluice")
    place = file.find(Span(start=start, end=start + len("The sluice & the mill")))
    assert place is not None
    assert file.text[place.start:place.end] == "The sluice &amp; the mill"
