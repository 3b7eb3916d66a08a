"""Pages with markup: the same article in many builds, its text told from what stands around it and between."""

import pytest

from copydesk.clean import explain_blocks, find_articles
from copydesk.lexicon import load_world
from copydesk.read import read_page

WORLD = load_world()
BODY = frozenset(("paragraph", "list_item", "subheading", "standfirst", "pull_quote"))
TEXT = (
    "The ferry between Skarvik and the outer islands will stop running on Monday, its owner said, after two engines failed.",
    "About 400 people depend on the boat for work, school and medicine, and no road leads to the islands.",
    "“We have asked the county for a second vessel since 2016,” said Lea Brun, who heads the islands' council.",
    "The county said on Friday that it would hire a fishing boat until the engines are repaired, which may take a month.",
    "Until then, the shop on the largest island will sell bread that is baked on the spot, its owner told the local radio.",
)
TOP = ('<header><nav><ul><li><a href="/">Home</a></li><li><a href="/w">World</a></li><li><a href="/s">Sport</a></li></ul></nav>'
       "</header>")
SIDE = ('<aside><h3>Most read</h3><ul><li><a href="/1">Council approves harbour plan</a></li><li><a href="/2">Rail workers '
        "call off</a></li></ul><p>Our journalism is free because readers like you pay for it. Become a member today.</p>"
        "</aside>")
FOOT = '<footer><p>© 2024 Skarvik Post. All rights reserved.</p><ul><li><a href="/p">Privacy</a></li></ul></footer>'
HEAD = "<h1>Islands lose their ferry</h1><div class='byline'>By Tilda Roe</div><div class='date'>March 8, 2024</div>"


def _boxed(opening: str, closing: str) -> str:
    return "\n".join(f"{opening}{line}{closing}" for line in TEXT)


BUILDS = {
    "named": f"<article>{HEAD}<div class='article-body'>{_boxed('<p>', '</p>')}</div></article>",
    "hashed": f"<div class='xq1'><div class='zz8'>{HEAD}</div><div class='kq7'>{_boxed('<p class=pk3>', '</p>')}</div></div>",
    "boxed": f"<main>{HEAD}{_boxed('<div class=block><p>', '</p></div>')}</main>",
    "divs": f"<div id='story'>{HEAD}<div class='text'>{_boxed('<div>', '</div>')}</div></div>",
    "breaks": f"<div>{HEAD}<div class='content'>{'<br><br>'.join(TEXT)}</div></div>",
    "table": f"<table><tr><td>{HEAD}{_boxed('<p>', '</p>')}</td></tr></table>",
    "misnamed": f"<div class='paywall widget card'>{HEAD}<div class='premium related-on'>{_boxed('<p>', '</p>')}</div></div>",
}
INTRUDERS = {
    "letter": "<div class='newsletter'><h3>The island note</h3><p>Sign up for our morning briefing, the news you need in five "
              "minutes.</p></div>",
    "picture": "<figure><img src='a.jpg'><figcaption>The ferry at its quay in Skarvik on Friday. <span>Photo: Arne Bakk/AFP"
               "</span></figcaption></figure>",
    "link": "<div class='related'><a href='/x'>Read more: Bridge to the islands put off again</a></div>",
    "advert": "<div class='ad'>Advertisement</div>",
    "author": "<div class='author-bio'><p>Tilda Roe is a reporter at the Skarvik Post covering the islands.</p></div>",
}


def _kept(markup: str) -> list[str]:
    page, layout, _ = read_page(f"<html><body>{TOP}{markup}{SIDE}{FOOT}</body></html>".encode(), key="m")
    articles, _ = find_articles(page=page, layout=layout, world=WORLD)
    assert [block.role for block in articles[0].blocks].count("headline") == 1
    return [page.text[block.span.start:block.span.end].strip() for block in articles[0].blocks if block.role in BODY]


@pytest.mark.parametrize("build", sorted(BUILDS))
def test_the_text_is_found_in_whatever_build(build: str) -> None:
    """Every paragraph and nothing else: no menu, no list of other stories, no appeal beside the article, no footer."""
    assert _kept(BUILDS[build]) == list(TEXT)


@pytest.mark.parametrize("build", ["named", "hashed", "boxed"])
@pytest.mark.parametrize("intruder", sorted(INTRUDERS))
def test_what_stands_between_paragraphs_is_no_part_of_them(build: str, intruder: str) -> None:
    """A letter's box, a picture, a link, an advert, the author's box between the second and the third paragraph."""
    place = BUILDS[build].index(TEXT[2])
    place = BUILDS[build].rindex("<div" if build == "boxed" else "<p", 0, place)
    assert _kept(BUILDS[build][:place] + INTRUDERS[intruder] + BUILDS[build][place:]) == list(TEXT)


@pytest.mark.xfail(strict=True, reason="a link to another story in a paragraph of the body like any other is taken for text")
def test_a_linked_story_in_a_paragraph_of_the_body_is_no_part_of_it() -> None:
    """Its opener is bold, its title is the link, and its element is that of the paragraphs."""
    build, link = BUILDS["named"], "<p><strong>Read more: <a href='/x'>Bridge to the islands put off again</a></strong></p>"
    place = build.rindex("<p", 0, build.index(TEXT[2]))
    assert _kept(build[:place] + link + build[place:]) == list(TEXT)


def test_a_page_without_trafilaturas_voice_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is one voice of several: where it is not heard, markup and text decide."""
    monkeypatch.setattr("copydesk.read.html.ask_extractor", lambda markup, text, pieces: tuple(pieces))
    assert _kept(BUILDS["named"]) == list(TEXT)


def test_a_role_is_explained_by_text_and_markup() -> None:
    """`copydesk clean --why` names features of markup ("m.") among the reasons for paragraphs."""
    page, layout, _ = read_page(f"<html><body>{TOP}{BUILDS['named']}{FOOT}</body></html>".encode(), key="m")
    reasons = explain_blocks(page=page, layout=layout, world=WORLD)
    told = next(why for span, why in reasons.items() if page.text[span.start:span.end].startswith("About 400"))
    assert told[0] == "paragraph"
    assert any(reason.startswith("m.") for reason in told[1:])


def test_the_paragraphs_of_a_card_stay_in_it() -> None:
    """Below the article, a story told in full in an element of its own: none of it is given to the article."""
    card = ("<section><div class='story-card'><div class='author'>Omar Vogt</div><div class='time'>2 hours ago - Business</div>"
            "<h2><a href='/f'>Shipyard wins order for two boats</a></h2><p>A shipyard in Malmby will build two boats for the "
            "county of Torvany, its owner said.</p><p><b>Why it matters:</b> One in five people in the town works at the yard, "
            "the owner says.</p></div></section>")
    assert _kept(BUILDS["named"] + card) == list(TEXT)
