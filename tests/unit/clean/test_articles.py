"""Pages to articles: roles, cards, bylines, credits, times, outlet and language, on pages written for this test."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from copydesk.clean import explain_blocks, find_articles
from copydesk.clean.bylines import find_bylines
from copydesk.clean.units import find_units
from copydesk.lexicon import load_world
from copydesk.read import read_page, read_text_page
from copydesk.record import Article, Page

WORLD = load_world()

CARDS = """Ministers agree on fishing quota after all-night talks

Tilda Roe

Boats tied up in the harbour of Skarvik on Dec. 9. Photo: Arne Bakk/AFP

Fisheries ministers agreed on a smaller cod quota on Saturday after talks that lasted through the night, officials said.

"Nobody is happy, so it must be fair," the Danish minister told reporters in Brussels.

The quota falls by a fifth, according to a draft that was seen by reporters. Environmental groups had asked for a third.

Editor's note: This is a developing story and will be updated.

Pia Sund
11 mins ago - Health

Clinics run short of vaccine

Clinics in three counties said on Saturday that they had no vaccine left for children.

Omar VogtLea Brun
2 hours ago - Business

Shipyard wins ferry order

Photo: Kim Dahl/Getty Images

A shipyard in Skarvik will build two electric ferries, its owner said.
"""


def _read(text: str, **given: str) -> tuple[Page, tuple[Article, ...]]:
    page, layout, _ = read_text_page(text, key="t", **given)  # type: ignore[arg-type]
    articles, _ = find_articles(page=page, layout=layout, world=WORLD)
    return page, articles


def _words(page: Page, article: Article, role: str) -> list[str]:
    return [page.text[b.span.start:b.span.end].strip() for b in article.blocks if b.role == role]


def test_cards_become_articles_of_their_own() -> None:
    """Two teasers with byline, age and headline follow the main article; each keeps its own writers and age."""
    page, articles = _read(CARDS)
    main, first, second = articles
    assert [article.is_card for article in articles] == [False, True, True]
    assert page.text[main.headline.start:main.headline.end].startswith("Ministers agree")
    assert [ref.name for ref in main.bylines] == ["Tilda Roe"]
    assert [ref.name for ref in second.bylines] == ["Omar Vogt", "Lea Brun"]
    assert [(c.value, c.basis) for c in first.created_candidates] == [("PT11M", "age")]
    assert "vaccine" not in " ".join(_words(page, main, "paragraph"))
    assert _words(page, main, "editors_note")
    assert main.created is None
    assert main.created_basis == ""


def test_a_photographers_agency_makes_no_wire_copy() -> None:
    """The agency in a photo credit is a credit of kind photo; the article has no wire."""
    _, articles = _read(CARDS)
    assert articles[0].wire is None
    assert [credit.kind for credit in articles[0].credits] == ["photo"]


@pytest.mark.parametrize(
    ("text", "wire"),
    [
        ("SKARVIK, Dec 9 (Reuters) - Ministers agreed on a quota on Saturday, two officials said.\n"
         "The quota falls by a fifth, according to a draft.", "Reuters"),
        ("SKARVIK (AP) — Ministers agreed on a quota on Saturday, two officials said.\nIt falls by a fifth.",
         "Associated Press"),
        ("Ministers agreed on a quota on Saturday, two officials said.\nIt falls by a fifth, according to a draft.\n© 2021 AFP",
         "Agence France-Presse"),
        ("Ministers agreed on a quota on Saturday, two officials said.\nIt falls by a fifth, according to a draft.", None),
    ],
)
def test_wires_are_told_by_dateline_and_copyright(text: str, wire: str | None) -> None:
    """A dateline, a copyright line; nothing where the page says nothing."""
    _, articles = _read(text)
    assert articles[0].wire == wire


def test_blocks_of_all_articles_partition_the_page() -> None:
    """Every code point stands in exactly one block, white space at both ends of the page too."""
    page, articles = _read("\n\n  " + CARDS + "\n \n")
    blocks = sorted((b.span.start, b.span.end) for a in articles for b in a.blocks)
    assert blocks[0][0] == 0
    assert blocks[-1][1] == len(page.text)
    assert all(left[1] == right[0] for left, right in pairwise(blocks))


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=400))
def test_any_text_partitions_and_reads_the_same_twice(text: str) -> None:
    """Whatever the characters, nothing crashes, blocks partition the text, and a second reading changes nothing."""
    page, articles = _read(text)
    spans = sorted((b.span.start, b.span.end) for a in articles for b in a.blocks)
    assert "".join(page.text[start:end] for start, end in spans) == (page.text if articles else "")
    assert _read(text)[1] == articles


def test_a_whole_article_is_taken_as_it_is() -> None:
    """Every line of a text given as one article is a paragraph; the first is the headline if it equals the one given."""
    text = "Quota agreed\nShare\nMinisters agreed on a quota."
    page, layout, _ = read_text_page(text, key="t", headline="Quota agreed", created="2021-12-11", whole_article=True)
    (article,), _ = find_articles(page=page, layout=layout, world=WORLD)
    assert [block.role for block in article.blocks] == ["headline", "paragraph", "paragraph"]
    assert [(c.value, c.basis) for c in article.created_candidates] == [("2021-12-11", "manifest")]


def test_another_language_is_said_and_refused() -> None:
    """A French page keeps its article, with its language and a refusal that names it."""
    text = "Le ministre a déclaré samedi que les quotas seraient réduits. Les pêcheurs ne sont pas d'accord avec lui."
    page, layout, _ = read_text_page(text, key="fr")
    articles, refusals = find_articles(page=page, layout=layout, world=WORLD)
    assert articles[0].language == "fr"
    assert "French" in refusals[0].reason


def test_an_outlet_is_inferred_only_from_signs_that_agree() -> None:
    """One mention of an outlet is no sign; two credits of its own artists are."""
    body = "\nMinisters agreed on a quota on Saturday, officials told Reuters.\nIt falls by a fifth, says a draft.\n"
    assert _read("Quota agreed\nIllustration: Ann Lee/Vox" + body)[1][0].outlet is None
    assert _read("Quota agreed\nIllustration: Ann Lee/Vox" + body + "Chart: Ben Ray/Vox")[1][0].outlet == "Vox"
    assert _read("Quota agreed" + body, outlet="My Paper")[1][0].outlet == "My Paper"
    assert _read("Quota agreed" + body, url="https://www.bbc.co.uk/news/1")[1][0].outlet == "BBC News"


ROPEWAY = "The ropeway above Ostrand stopped on Thursday with forty people on board, the operator said."
RESCUE = "Two teams climbed the masts and brought the first children down before dark, according to the fire brigade."


@pytest.mark.parametrize(
    "line",
    [
        "Our reporter saw three cabins hang above the gorge.",
        "Our correspondent in Ostrand heard two bangs from the upper station.",
        "It is unclear who switched off the brake.",
        "It was not known who had checked the cable.",
        "«They promised us a new cable. Our guests had to wait in the cold.»",
        "Nobody could tell us when the last cabin would come down.",
        "Mayor Runa Feld asked people to keep away from the station.",
    ],
)
@pytest.mark.parametrize("last", [False, True])
def test_a_report_that_says_our_or_us_is_no_promotion(line: str, last: bool) -> None:
    """A sentence of the report is a paragraph inside the body and at its end, whatever small words it shares with adverts."""
    lines = [ROPEWAY, RESCUE, line] if last else [ROPEWAY, line, RESCUE]
    page, articles = _read("\n".join(["Ropeway stops above Ostrand", *lines]))
    assert line in _words(page, articles[0], "paragraph")


@pytest.mark.parametrize(
    "line",
    ["Sign up for our weekly letter and get the news of Ostrand by email.", "Become a member today and support our work."],
)
def test_an_offer_is_a_promotion(line: str) -> None:
    """An offer to the reader stays out of the text."""
    page, articles = _read("\n".join(["Ropeway stops above Ostrand", ROPEWAY, RESCUE, line]))
    assert _words(page, articles[0], "promotion") == [line]


@pytest.mark.parametrize("text", [ROPEWAY, f"{ROPEWAY}\n{RESCUE}", "The ropeway stopped on Thursday.\nNobody was hurt."])
def test_a_page_of_a_line_or_two_is_text(text: str) -> None:
    """Sentences alone on a page are paragraphs."""
    page, articles = _read(text)
    assert _words(page, articles[0], "paragraph") == text.split("\n")


@pytest.mark.parametrize("before", ["", "<nav><a href='/'>Home</a> <a href='/sport'>Sport</a></nav>"])
@pytest.mark.parametrize("count", [1, 2])
def test_the_h1_of_a_small_page_is_its_headline(before: str, count: int) -> None:
    """A short h1 over one or two short paragraphs is the headline, navigation above it or not."""
    body = ("<p>The ropeway stopped on Thursday.</p>", "<p>Nobody was hurt, the operator said.</p>")[:count]
    raw = f"<html><body>{before}<h1>Ropeway stops</h1>{''.join(body)}</body></html>".encode()
    page, layout, _ = read_page(raw, key="s.html")
    articles, _ = find_articles(page=page, layout=layout, world=WORLD)
    assert _words(page, articles[0], "headline") == ["Ropeway stops"]
    assert len(_words(page, articles[0], "paragraph")) == count


@pytest.mark.parametrize(
    ("above", "below", "outlet"),
    [
        ("The Ostrand Sentinel", "Copyright 2019 The Ostrand Sentinel. All rights reserved.", "The Ostrand Sentinel"),
        ("Ostrand Sentinel, 4 March 2019", "A nurse told the Ostrand Sentinel that all were well.", "Ostrand Sentinel"),
        ("By Runa Feld, Ostrand Sentinel", "The report was seen by the Ostrand Sentinel.", "Ostrand Sentinel"),
        ("By Ostrand Sentinel staff", "© Ostrand Sentinel 2019", "Ostrand Sentinel"),
        ("By Runa Feld | Ostrand Sentinel | 4 March 2019", "Ostrand Sentinel Page 12", "Ostrand Sentinel"),
        ("March 4, 2019", "Ostrand Sentinel | 12", None),
        ("The Ostrand Sentinel", "", None),
        ("March 4, 2019", "A nurse told the Ostrand Sentinel that all were well.", None),
        ("March 4, 2019", "A nurse told the Ostrand Sentinel so. The log was seen by the Ostrand Sentinel.", None),
        ("Runa Feld", "A friend told Runa Feld about it.", None),
        ("By Runa Feld, Associated Press", "Copyright 2019 Associated Press", None),
    ],
)
def test_an_unknown_outlet_needs_two_kinds_of_sign(above: str, below: str, outlet: str | None) -> None:
    """Masthead, date line, byline and copyright place a page; a mention only confirms; one sign, a person, a wire do not."""
    _, articles = _read("\n".join(["Ropeway stops above Ostrand", above, ROPEWAY, RESCUE, below]))
    assert articles[0].outlet == outlet


@pytest.mark.parametrize("line", ["By Olaf Brun 3 hours ago", "Olaf Brun · 5 March 2031, 14:02", "By Olaf Brun, March 5, 2031"])
def test_a_time_behind_a_writer_is_no_part_of_the_name(line: str) -> None:
    """Writer and time share one line on many cards."""
    unit = find_units(*read_text_page(line, key="a.txt")[:2], WORLD)
    assert [ref.name for ref in find_bylines(unit, (), WORLD)] == ["Olaf Brun"]


@pytest.mark.parametrize(
    ("line", "language", "names"),
    [
        ("Par Claire Dumont et Jean Roux", "fr", ["Claire Dumont", "Jean Roux"]),
        ("Von Anna Kern und Uwe Thal", "de", ["Anna Kern", "Uwe Thal"]),
        ("Por Inés Vela", "es", ["Inés Vela"]), ("Di Carla Renzi, Roma", "it", ["Carla Renzi"]),
        ("By Von Holt", "en", ["Von Holt"]),
    ],
)
def test_writers_of_pages_in_other_languages(line: str, language: str, names: list[str]) -> None:
    """The words before and between names are those of the page's language alone: "Von" may be a name elsewhere."""
    unit = find_units(*read_text_page(line, key="a.txt")[:2], WORLD)
    assert [ref.name for ref in find_bylines(unit, (), WORLD, language=language)][: len(names)] == names
    stated = find_bylines((), (line.removeprefix("By "),), WORLD, language=language)
    assert [ref.name for ref in stated][: len(names)] == names


def test_the_place_of_a_writer_is_no_writer() -> None:
    """What follows "in" or "for" in a byline is no name, nor is a masthead alone on its line."""
    _, articles = _read("\n".join(["Ropeway stops", "By Runa Feld in Nether Ostrand Dale", "March 4, 2019", ROPEWAY, RESCUE]))
    assert [ref.name for ref in articles[0].bylines] == ["Runa Feld"]
    _, articles = _read("\n".join(["Ropeway stops above Ostrand", "Ostrand Sentinel", "March 4, 2019", ROPEWAY, RESCUE]))
    assert articles[0].bylines == ()


def test_markup_tells_body_from_furniture() -> None:
    """The navigation, the newsletter box and the footer of an HTML page are no paragraphs; caption and list are told."""
    raw = b"""<html><head><title>Quota agreed</title></head><body><nav><a href="/">Home</a> <a href="/w">World</a></nav>
<main><article class="article-body"><h1>Quota agreed after night of talks</h1><p class="byline">By Tilda Roe</p>
<figure><img><figcaption>Boats in the harbour of Skarvik</figcaption></figure>
<p>Fisheries ministers agreed on a smaller cod quota on Saturday after talks that lasted through the night, officials said.</p>
<div class="newsletter-signup"><p>Sign up for our newsletter and get the news every morning.</p></div>
<p>The quota falls by a fifth, according to a draft that was seen by reporters. Environmental groups had asked for a third.</p>
<p>The deal still has to be approved by the parliament, which meets in the second week of January.</p></article></main>
<footer><p>All rights reserved.</p></footer></body></html>"""
    page, layout, _ = read_page(raw, key="q.html")
    articles, _ = find_articles(page=page, layout=layout, world=WORLD)
    main = articles[0]
    assert len(_words(page, main, "paragraph")) == 3
    assert _words(page, main, "caption") == ["Boats in the harbour of Skarvik"]
    assert _words(page, main, "headline") == ["Quota agreed after night of talks"]
    assert [ref.name for ref in main.bylines] == ["Tilda Roe"]


@pytest.mark.parametrize(
    ("raw", "key"), [(b"", "t.txt"), (b" \n\n", "t.txt"), (b"<html><body><h1></h1></body></html>", "t.html")],
)
def test_a_page_without_words_has_no_reasons_either(raw: bytes, key: str) -> None:
    """`clean --why` says nothing of a page that holds nothing."""
    page, layout, refusals = read_page(raw, key=key)
    assert find_articles(page=page, layout=layout, world=WORLD)[0] == ()
    assert explain_blocks(page=page, layout=layout, world=WORLD) == {}
    assert refusals


@pytest.mark.parametrize(
    ("masthead", "outlet"), [("Business", None), ("Middle East", None), ("The Skarvik Gazette", "The Skarvik Gazette")],
)
def test_a_section_is_no_outlet(masthead: str, outlet: str | None) -> None:
    """ "More from Business" stands above links as "More from The Gazette" does; only words of papers tell an outlet."""
    text = f"{masthead}\n\nFerry crews go back to work\n\nFerry crews went back to work on Monday, their union said in Skarvik."
    _, articles = _read(f"{text}\n\nMore from {masthead}\nShipyard wins ferry order\n2 hours ago\n")
    assert articles[0].outlet == outlet
