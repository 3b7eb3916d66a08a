"""What JSON-LD states of the entries of a live page."""

import json

import pytest

from copydesk.read import read_page
from copydesk.record import Layout

ENTRY = {
    "@type": "BlogPosting", "headline": "Tugs arrive", "articleBody": "<p>Two tugs &amp; a barge.</p>",
    "datePublished": "2025-03-03T14:02Z",
}


def _layout(stated: object) -> Layout:
    script = f"<script type='application/ld+json'>{json.dumps(stated)}</script>"
    return read_page(f"<html><head>{script}</head><body><p>Grain ship aground.</p></body></html>".encode(), key="t.html")[1]


@pytest.mark.parametrize(
    "stated",
    [
        {"@type": "LiveBlogPosting", "liveBlogUpdate": [ENTRY]},
        {"@type": ["LiveBlogPosting", "NewsArticle"], "liveBlogUpdate": ENTRY},
        {"@graph": [{"@type": "WebPage"}, {"@type": "LiveBlogPosting", "liveBlogUpdate": [ENTRY, {}, "lost"]}]},
    ],
)
def test_entries_are_read_wherever_they_stand(stated: object) -> None:
    """One or a list, in a graph or alone; text without its tags; what holds no words is left out."""
    layout = _layout(stated)
    (entry,) = layout.entries
    assert layout.is_live
    assert (entry.headline, entry.opening, entry.created) == ("Tugs arrive", "Two tugs & a barge.", "2025-03-03T14:02Z")


@pytest.mark.parametrize(
    ("written", "created"),
    [
        ("March 3, 2025 2:02 PM", "2025-03-03T14:02"), ("2025-03-03 14:02:00 +0100", "2025-03-03T14:02:00+01:00"),
        ("after lunch", "after lunch"),
    ],
)
def test_the_time_of_an_entry_is_read_in_other_spellings(written: str, created: str) -> None:
    """As the page's own times are; what is no time stays as it is, for a Refusal to say so."""
    (entry,) = _layout({"@type": "LiveBlogPosting", "liveBlogUpdate": [{**ENTRY, "datePublished": written}]}).entries
    assert entry.created == created


def test_an_article_is_no_live_page() -> None:
    """Another type of article states no entries, even where it holds parts."""
    layout = _layout({"@type": "NewsArticle", "headline": "LiveBlogPosting explained", "hasPart": [ENTRY]})
    assert (layout.is_live, layout.entries) == (False, ())


def test_a_time_element_stays_with_its_piece() -> None:
    """`<time>` of a piece is kept; pieces of one element share its number, those of its neighbour do not."""
    first, second = "<time datetime='2025-03-03'>3 March</time><p>One.</p>", "<p>Two.</p>"
    raw = f"<html><body><main><div class='a'>{first}</div><div class='a'>{second}</div></main></body></html>".encode()
    stamp, one, two = read_page(raw, key="t.html")[1].pieces
    assert (stamp.time, one.time, two.time) == ("2025-03-03", None, None)
    depth = one.path.index("div.a")
    assert stamp.elements[depth] == one.elements[depth] != two.elements[depth]
