"""What markup says of a line, menus, and when an outside extractor is asked."""

import pytest

from copydesk.clean import explain_blocks, find_articles, scores
from copydesk.lexicon import load_world
from copydesk.read import read_page
from copydesk.record import Layout, Page

WORLD = load_world()
SENTENCES = (
    "The harbour board said on Monday that the new breakwater would open to small boats before the end of the month.",
    "Engineers had found two cracks in the northern wall after the storm, and both have now been filled, the board added.",
    "Fishing crews complained that the temporary moorings were too far from the market where they sell their catch.",
    "A spokeswoman for the port said the cost had risen by a fifth because steel had become more expensive since the spring.",
    "The council will vote on the remaining payment in two weeks, and nobody on either side expects it to be refused.",
)


def _open(body: str, *, head: str = "") -> tuple[Page, Layout]:
    page, layout, _ = read_page(f"<html><head>{head}</head><body>{body}</body></html>".encode(), key="page.html")
    return page, layout


def _roles(body: str, *, head: str = "") -> dict[str, str]:
    """The role of each block by its words, all articles together."""
    page, layout = _open(body, head=head)
    articles, _ = find_articles(page=page, layout=layout, world=WORLD)
    return {page.text[block.span.start:block.span.end].strip(): block.role for each in articles for block in each.blocks}


def _story(inside: str, *, above: str = "") -> str:
    paragraphs = "".join(f"<p>{sentence}</p>" for sentence in SENTENCES)
    return f"<main><h1>New breakwater to open this month</h1>{above}<div class='story'>{paragraphs}{inside}</div></main>"


@pytest.mark.parametrize("tag", ["nav", "footer", "aside"])
def test_what_stands_inside_a_menu_is_navigation(tag: str) -> None:
    """Short links in a row in a navigation element are navigation, whatever their words; --why says so."""
    links = "".join(f"<li><a href='/{word}'>{word}</a></li>" for word in ("Harbour", "Killed", "Weather", "Monday", "Ports"))
    page, layout = _open(_story("") + f"<{tag}><ul>{links}</ul></{tag}>")
    reasons = explain_blocks(page=page, layout=layout, world=WORLD)
    told = {page.text[span.start:span.end].strip(): why for span, why in reasons.items()}
    assert [told[word] for word in ("Killed", "Weather", "Monday")] == [("navigation", "menu.inside")] * 3
    assert told["Harbour"] != ("navigation", "menu.inside")


@pytest.mark.parametrize("name", ["paywall", "promo-text", "widget-copy", "caption"])
def test_a_class_word_of_furniture_takes_no_paragraph_away(name: str) -> None:
    """Where most paragraphs of a page carry the class, it says nothing against them."""
    body = "".join(f"<p class='{name}'>{sentence}</p>" for sentence in SENTENCES)
    roles = _roles(f"<main><h1>New breakwater to open this month</h1><div>{body}</div></main>")
    assert [roles[sentence] for sentence in SENTENCES] == ["paragraph"] * len(SENTENCES)


def test_a_cookie_table_longer_than_the_article_is_not_its_text() -> None:
    """Running text under an element of legal words does not say where the body is."""
    rows = "".join(
        f"<tr class='cookie-row'><td>id{i}</td><td>This entry is set by the plugin and stores whether the visitor has agreed "
        f"to the use of entries in the category number {i} of this long list.</td></tr>" for i in range(30)
    )
    roles = _roles(_story("") + f"<div class='cookie-policy'><table class='cookie-table'>{rows}</table></div>")
    assert [roles[sentence] for sentence in SENTENCES] == ["paragraph"] * len(SENTENCES)
    assert not any("entry is set by" in text for text, role in roles.items() if role == "paragraph")


@pytest.mark.parametrize("where", ["og:description", "description"])
def test_the_summary_in_the_metadata_is_the_standfirst(where: str) -> None:
    """The same words below the title are the standfirst, also without a class that says so."""
    summary = "Small boats first, ferries later: what the board decided and what it will cost"
    key = "property" if where.startswith("og:") else "name"
    roles = _roles(_story("", above=f"<h2>{summary}</h2>"), head=f"<meta {key}='{where}' content='{summary}'>")
    assert roles[summary] == "standfirst"


def test_a_line_below_the_title_in_its_header_is_the_standfirst() -> None:
    """Neither class words nor metadata say so: its place beside the only h1 does."""
    summary = "Small boats come first, and the ferries will have to wait until the spring, the harbour board decided"
    paragraphs = "".join(f"<p>{sentence}</p>" for sentence in SENTENCES)
    header = f"<header><div><h1>New breakwater to open this month</h1></div><div><h2>{summary}</h2></div></header>"
    roles = _roles(f"<article>{header}<div>{paragraphs}</div></article>")
    assert roles[summary] == "standfirst"


def test_a_link_among_paragraphs_leads_elsewhere() -> None:
    """A paragraph that is one link is a related link; one that introduces a quotation by a link is text."""
    link = "<p><a href='/x'>PORT FEES TO RISE AGAIN AFTER THREE QUIET YEARS</a></p>"
    credit = "<p><a href='/y'>The Kelmoor Gazette wrote of it</a> on Sunday:</p>"
    roles = _roles(_story(link + credit + f"<p>{SENTENCES[0]} It gave no day.</p>"))
    assert roles["PORT FEES TO RISE AGAIN AFTER THREE QUIET YEARS"] == "related_link"
    assert roles["The Kelmoor Gazette wrote of it on Sunday:"] == "paragraph"


@pytest.mark.parametrize("marks", ["___", "* * *", "—"])
def test_a_row_of_marks_is_no_text(marks: str) -> None:
    """Marks that part two sections are no heading and no paragraph."""
    assert _roles(_story(f"<h2>{marks}</h2><p>{SENTENCES[1]} The wall is old.</p>"))[marks] not in (
        "subheading", "paragraph", "standfirst", "list_item",
    )


def test_a_card_in_the_body_s_own_path_stays_a_card() -> None:
    """Where teasers are marked up like paragraphs, that most paragraphs stand there does not bind them to the article."""
    cards = "".join(
        f"<div class='story-card'><div class='author'>Ada Verrin</div><div class='time'>{i} hours ago</div>"
        f"<h2><a href='/{i}'>Market halls {i} to close for repairs</a></h2><p>The hall will be shut for a year while its roof "
        f"is replaced, the owners said in a letter to the {i} traders.</p></div>" for i in (2, 5, 7)
    )
    page, layout = _open(_story("") + f"<section class='feed'>{cards}</section>")
    articles, _ = find_articles(page=page, layout=layout, world=WORLD)
    assert sum(each.is_card for each in articles) == 3


def _count_questions(monkeypatch: pytest.MonkeyPatch, body: str) -> int:
    asked: list[str] = []

    def ask(markup: str, *_: object) -> None:
        asked.append(markup)

    monkeypatch.setattr(scores, "ask_extractor", ask)
    page, layout = _open(body)
    find_articles(page=page, layout=layout, world=WORLD)
    return len(asked)


def test_a_clear_page_asks_no_outside_extractor(monkeypatch: pytest.MonkeyPatch) -> None:
    """An article whose paragraphs stand together in one element leaves no doubt."""
    assert _count_questions(monkeypatch, _story("")) == 0


def test_a_page_in_two_halves_asks_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where much running text is labelled as something else, the extractor is heard."""
    aside = "".join(f"<p>{sentence} It was the other harbour, where nobody had asked.</p>" for sentence in SENTENCES[:2])
    assert _count_questions(monkeypatch, _story("") + f"<div class='related'><div class='sidebar'>{aside}</div></div>") == 1


def test_why_shows_what_markup_says() -> None:
    """The evidence of elements stands among the reasons, with its pull."""
    page, layout = _open(_story(""))
    reasons = explain_blocks(page=page, layout=layout, world=WORLD)
    told = {page.text[span.start:span.end].strip(): why for span, why in reasons.items()}
    assert "path.prose +5.6" in told[SENTENCES[2]]


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("Editor's note: the name of the mill was wrong in an earlier version of this page.", "editors_note"),
        ("Correction: An earlier version of this story gave the wrong number of workers.", "correction"),
        ("Sign up for our daily newsletter and never miss a story from the valley.", "promotion"),
        ("Reporting by Mara Quill; Editing by Sten Oll", "credit"),
        ("Read also: Fish market opens again after a long strike", "related_link"),
        ("© 2031 The Tamsin Post. All rights reserved.", "legal"),
        ("Correction fluid was found in the mill's office on Friday, the police said in a statement.", "paragraph"),
    ],
)
def test_what_opens_like_a_note_is_one_within_the_texts_own_elements(line: str, role: str) -> None:
    """Many sites print notes, credits and offers as paragraphs of the article; one word alone opens no note."""
    text = "The mill at Tamsin was closed on Monday after its wheel broke, and forty workers went home, the owner said."
    body = f"<article><h1>Mill closed</h1><p>{text}</p><p>{text[:90]}.</p><p>{line}</p></article>"
    assert _roles(body, head="<title>Mill closed</title>")[line] == role
