"""Live pages: each entry an article of its own, dated as far as the page tells; other pages stay as they are."""

import json
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from copydesk.clean import explain_blocks, find_articles
from copydesk.lexicon import load_world
from copydesk.read import read_page, read_text_page
from copydesk.record import Article, Page

WORLD = load_world()
HEAD = """Grain ship aground in the Orme strait: live updates
The Port Ansel Post
Published 3 March 2025, 09:00
A ship with grain for three countries has stood on a sandbank since dawn, and traffic in the strait is at rest.
"""
TUG = "Two tugs have put lines on the grain ship, the harbour master said."
CREW = "The crew of nineteen stayed on board, its owner told the Post."
FISH = "Fishermen were asked to keep away from the sandbank."
STAMPS = [
    ("14:02", "13:20", "12:45"),
    ("2.15 p.m. ET", "1.40 p.m. ET", "11.05 a.m. ET"),
    ("Posted at 14:02", "Posted at 13:20", "Posted at 12:45"),
    ("12 minutes ago", "1 hour ago", "3 hours ago"),
    ("3 March 2025, 14:02", "3 March 2025, 13:20", "3 March 2025, 12:45"),
    ("14:02 GMT", "13:20 GMT", "12:45 GMT"),
]


def _read(text: str, **given: str) -> tuple[Page, tuple[Article, ...]]:
    page, layout, _ = read_text_page(text, key="t", **given)  # type: ignore[arg-type]
    return page, find_articles(page=page, layout=layout, world=WORLD)[0]


def _read_html(text: str) -> tuple[Page, tuple[Article, ...]]:
    page, layout, _ = read_page(text.encode(), key="t.html")
    return page, find_articles(page=page, layout=layout, world=WORLD)[0]


def _words(page: Page, article: Article, role: str) -> list[str]:
    return [page.text[b.span.start : b.span.end].strip() for b in article.blocks if b.role == role]


def _told(page: Page, articles: tuple[Article, ...]) -> list[tuple[str | None, list[str]]]:
    """Headline and paragraphs of each entry."""
    return [
        (page.text[a.headline.start : a.headline.end] if a.headline else None, _words(page, a, "paragraph"))
        for a in articles if a.entry_of
    ]


@pytest.mark.parametrize("stamps", STAMPS)
@pytest.mark.parametrize("is_above", [False, True])
def test_repeated_stamps_part_entries(stamps: tuple[str, ...], is_above: bool) -> None:
    """Each entry keeps its headline, above or below its stamp, and its text; the main article keeps what stands above."""
    titles = ("Tugs arrive", "Crew stays on board", "Boats warned off")
    heads = [(title, stamp) if is_above else (stamp, title) for stamp, title in zip(stamps, titles, strict=True)]
    text = HEAD + "".join("\n".join([*head, line, ""]) for head, line in zip(heads, (TUG, CREW, FISH), strict=True))
    page, articles = _read(text)
    assert _told(page, articles) == list(zip(titles, ([TUG], [CREW], [FISH]), strict=True))
    main = articles[0]
    assert main.headline is not None
    assert page.text[main.headline.start : main.headline.end].startswith("Grain ship aground")
    assert {article.entry_of for article in articles[1:]} == {main.id}
    assert not any(article.is_card for article in articles)
    blocks = sorted((b.span.start, b.span.end) for a in articles for b in a.blocks)
    assert (blocks[0][0], blocks[-1][1]) == (0, len(page.text))
    assert all(left[1] == right[0] for left, right in pairwise(blocks))


def test_an_entry_needs_no_headline_and_furniture_stays_with_the_page() -> None:
    """A mark is the entry's section, a name its writer; sharing words between entries and cards below belong to the page."""
    first, second = f"14:02\nKey event\n{TUG}\nShare\n", f"13:20\nIvo Marr\n{CREW}\nShare\n"
    text = f"{HEAD}{first}{second}12:45\n{FISH}\nRelated stories\nBread prices rise"
    page, articles = _read(text)
    assert _told(page, articles) == [(None, [TUG]), (None, [CREW]), (None, [FISH])]
    assert _words(page, articles[1], "section") == ["Key event"]
    assert [ref.name for ref in articles[2].bylines] == ["Ivo Marr"]
    assert _words(page, articles[0], "navigation").count("Share") == 2
    assert page.text[articles[0].blocks[-1].span.start :] == "Bread prices rise"


def test_an_entry_keeps_its_own_times() -> None:
    """A time of day alone has no day yet, an age stays an age, a full date is whole; the page keeps its own date."""
    wanted = {0: ("T14:02", "clock"), 3: ("PT12M", "age"), 4: ("2025-03-03T14:02", "timestamp")}
    for number, first in wanted.items():
        entries = zip(STAMPS[number], (TUG, CREW, FISH), strict=True)
        _, articles = _read(HEAD + "".join(f"{stamp}\n{line}\n" for stamp, line in entries))
        assert first in [(each.value, each.basis) for each in articles[1].created_candidates]
        assert [(each.value, each.basis) for each in articles[0].created_candidates] == [("2025-03-03T09:00", "timestamp")]


def test_a_day_line_holds_for_the_entries_below_it() -> None:
    """Where days part the entries, each time of day is read on the day above it."""
    text = f"{HEAD}Tuesday 4 March 2025\n08:10\n{TUG}\nMonday 3 March 2025\n22:40\n{CREW}\n18:05\n{FISH}\n"
    _, articles = _read(text)
    assert [a.created_candidates[0].value for a in articles[1:]] == ["2025-03-04T08:10", "2025-03-03T22:40", "2025-03-03T18:05"]
    _, torn = _read(text.replace("22:40", "00:10").replace("18:05", "00:05").replace("08:10\n", f"00:30\n{TUG}\n23:10\n", 1))
    assert "clock" in {each.basis for each in torn[1].created_candidates}


@pytest.mark.parametrize(
    "text",
    [
        # cards with an age and one teaser each
        f"Grain ship aground\nBy Ivo Marr\n{TUG}\n{CREW}\nMore stories\nIda Roe\n2 hours ago - Sport\nCup goes north\n"
        "The cup went north.\nBen Ray\n3 hours ago - Health\nClinics full\nClinics in the north are full.\n"
        "Ada Lee\n4 hours ago - Food\nBread dear\nBread is dearer than it was.\n",
        # a list of headlines with times, and no text
        f"Grain ship aground\n{TUG}\n{CREW}\n{FISH}\nLatest\n14:02\nCup goes north\n13:20\nClinics full\n12:45\nBread dear\n",
        # times of day of a few lines in a long article
        f"Grain ship aground\n{TUG} {CREW}\n{CREW} {FISH}\n{FISH} {TUG}\n"
        "14:02\nShe slept late on that day.\n13:20\nHe ate his bread at last.\n12:45\nIt was all quiet by noon.\n",
        f"Grain ship aground\nPublished 14:02\n{TUG}\n{CREW}\n{FISH}\n",
    ],
)
def test_other_pages_have_no_entries(text: str) -> None:
    """Cards, tickers, a schedule inside an article and the article's own stamp make no live page."""
    _, articles = _read(text)
    assert not any(article.entry_of for article in articles)


ENTRY = (
    "<{tag} class='post{more}' id='p{n}'><header>{time}</header><h3>{title}</h3><p>{line}</p>"
    "<a href='#p{n}'>Share</a></{tag}>"
)


def _live_html(tag: str, times: tuple[str, ...], script: str = "") -> str:
    titles = ("Tugs arrive", "Crew stays on board", "Boats warned off")
    entries = "".join(
        ENTRY.format(tag=tag, more=" pinned" if n == 0 else "", n=n, time=time, title=title, line=line)
        for n, (time, title, line) in enumerate(zip(times, titles, (TUG, CREW, FISH), strict=True))
    )
    return (
        f"<html><head><title>Grain ship aground</title>{script}</head><body><nav><a href='/'>Home</a></nav><main>"
        "<h1>Grain ship aground in the Orme strait</h1><p>Traffic in the strait is at rest since dawn.</p>"
        f"<div class='posts'>{entries}</div></main><aside><ul><li><a href='/a'>Bread prices rise in Malen</a> "
        "<time datetime='2025-03-01'>1 March</time></li></ul></aside></body></html>"
    )


@pytest.mark.parametrize("tag", ["article", "section", "li", "div"])
def test_elements_with_a_time_side_by_side_are_entries(tag: str) -> None:
    """Each repeated element with a `<time>` and a sentence is an entry with that time; the aside's is none."""
    times = tuple(f"<time datetime='2025-03-03T{clock}:00+01:00'>{clock}</time>" for clock in ("14:02", "13:20", "12:45"))
    page, articles = _read_html(_live_html(tag, times))
    assert [title for title, _ in _told(page, articles)] == ["Tugs arrive", "Crew stays on board", "Boats warned off"]
    first = articles[1].created_candidates[0]
    assert (first.value, first.basis) == ("2025-03-03T14:02:00+01:00", "time")
    assert first.span is not None
    assert page.text[first.span.start : first.span.end] == "14:02"
    assert not any(each.basis == "time" for each in articles[0].created_candidates)


@pytest.mark.parametrize("written", ["2025-03-03 {}", "2025-03-03T{}:00+0100", "March 3, 2025 at {}"])
def test_times_in_any_spelling_are_those_of_entries(written: str) -> None:
    """A `<time>` dates its entry however it is written, and never the main article."""
    clocks = ("14:02", "13:20", "12:45")
    times = tuple(f"<time class='published' datetime='{written.format(clock)}'>{clock}</time>" for clock in clocks)
    _, articles = _read_html(_live_html("article", times))
    main, *entries = articles[:4]
    assert [each.created_candidates[0].value[:16] for each in entries] == [f"2025-03-03T{clock}" for clock in clocks]
    assert main.created_candidates == ()


def test_json_ld_finds_and_dates_entries() -> None:
    """What a LiveBlogPosting states finds entries without `<time>`, by headline or first words, and dates them."""
    stated = {"@type": "LiveBlogPosting", "headline": "Grain ship aground", "liveBlogUpdate": [
        {"headline": "Tugs arrive", "datePublished": "2025-03-03T14:02+01:00", "author": {"name": "Ivo Marr"}},
        {"articleBody": f"<p>{CREW}</p>", "datePublished": "2025-03-03T13:20+01:00"},
    ]}
    script = f"<script type='application/ld+json'>{json.dumps(stated)}</script>"
    _, articles = _read_html(_live_html("div", ("", "", ""), script))
    found = [[(each.value, each.basis) for each in a.created_candidates] for a in articles if a.entry_of]
    assert found[0] == [("2025-03-03T14:02+01:00", "json-ld")]
    assert found[1] == [("2025-03-03T13:20+01:00", "json-ld")]
    assert [ref.name for ref in articles[1].bylines] == ["Ivo Marr"]


def test_linked_teasers_and_comments_are_no_entries() -> None:
    """Elements whose headline links to another page, and comments, stay what they were."""
    times = tuple(f"<time datetime='2025-03-0{day}'>{day} March</time>" for day in (3, 2, 1))
    linked = _live_html("div", times)
    for title in ("Tugs arrive", "Crew stays on board", "Boats warned off"):
        linked = linked.replace(f"<h3>{title}", f"<h3><a href='/x'>{title} today</a>")
    assert not any(article.entry_of for article in _read_html(linked)[1])
    comments = _live_html("div", times).replace("class='post", "class='comment")
    assert not any(article.entry_of for article in _read_html(comments)[1])


@pytest.mark.parametrize(
    "own", ["Posted at 14:02\n3 March 2025", "Updated 2.02 p.m.\nMonday, 3 March 2025", "Posted 12 minutes ago\n3 March 2025"],
)
def test_a_live_page_with_its_own_stamp_alone_has_no_entries(own: str) -> None:
    """One stamp that is the page's own, beside a day, parts nothing and stops nothing."""
    page, articles = _read(f"Live: grain ship aground in the Orme strait\n{own}\n{TUG}\n{CREW}\n{FISH}\n")
    assert not any(article.entry_of for article in articles)
    assert {TUG, CREW, FISH} <= set(_words(page, articles[0], "paragraph"))


LINES = (
    "Live", "Posted at 14:02", "14:02", "00:10", "99:99", "9.15am", "2 hours ago", "3 March 2025", "Monday, 2 March 2025",
    "Updated 15:00", "Key event", "By Ivo Marr", "Tugs arrive", "Most read", "Photo: Ivo Marr/Agency", "", TUG, CREW, FISH,
)


@settings(max_examples=150, derandomize=True)
@given(st.sampled_from(["Ship aground: live updates", "Ship aground"]), st.lists(st.sampled_from(LINES), max_size=16))
def test_lines_of_live_pages_are_read_in_any_order(title: str, lines: list[str]) -> None:
    """Stamps, marks, headlines and sentences anywhere: the blocks of all articles partition the page, each with its reasons."""
    page, layout, _ = read_text_page("\n".join([title, *lines]), key="t")
    articles, _ = find_articles(page=page, layout=layout, world=WORLD)
    spans = sorted((block.span.start, block.span.end) for article in articles for block in article.blocks)
    assert [start for start, _ in spans] == [0, *(end for _, end in spans[:-1])]
    assert spans[-1][1] == len(page.text)
    reasons = explain_blocks(page=page, layout=layout, world=WORLD)
    assert sorted((span.start, span.end) for span in reasons) == spans
    assert {article.entry_of for article in articles} <= {None, articles[0].id}
