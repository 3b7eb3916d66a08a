"""Lists of addresses: news sitemaps give headlines with times, OPML names feeds, of which only local files are read."""

from pathlib import Path

import pytest

from copydesk.clean import find_articles
from copydesk.lexicon import load_world
from copydesk.read.entries import Entry, Gap, read_entry
from copydesk.read.formats import read_parts
from copydesk.read.page import Stated
from copydesk.read.parcel import Parcel

SPACES = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"'


def read(raw: str, path: Path | None = None) -> tuple[list[Entry], list[Gap]]:
    parts = list(read_parts(Parcel(name="list.xml", raw=raw.encode(), path=path)) or ())
    return [p for p in parts if isinstance(p, Entry)], [p for p in parts if isinstance(p, Gap)]


def news(address: str, title: str, more: str = "") -> str:
    return f"""<url><loc>{address}</loc>{more}<news:news><news:publication><news:name>Harbour Gazette</news:name>
        <news:language>en</news:language></news:publication><news:publication_date>2024-03-05T10:00:00+01:00</news:publication_date>
        <news:title>{title}</news:title></news:news></url>"""


def test_a_news_sitemap_gives_headlines_that_are_marked_as_teasers() -> None:
    """Address, time, outlet and language; the page is the headline alone."""
    modified = "<lastmod>2024-03-06</lastmod>"
    (entry,), gaps = read(f"<urlset {SPACES}>{news('https://g.example/1', 'Port &amp; pier shut', modified)}</urlset>")
    page, layout, refusals = read_entry(entry, Stated(key="list.xml#1"))
    assert page.text == "Port & pier shut"
    assert (page.url, entry.published, entry.modified, entry.outlet, entry.language) == (
        "https://g.example/1", "2024-03-05T10:00:00+01:00", "2024-03-06", "Harbour Gazette", "en",
    )
    assert ("extent", "teaser") in [(value.field, value.value) for value in layout.metadata]
    assert "https://g.example/1" in refusals[0].reason
    assert gaps == []


def test_captions_of_a_sitemap_are_lines() -> None:
    """The headline alone is told as such once: nothing says that a list of links or a wall was read."""
    image = "<i:image xmlns:i='http://www.google.com/schemas/sitemap-image/1.1'><i:caption>The pier</i:caption></i:image>"
    (entry,), _ = read(f"<urlset {SPACES}>{news('https://g.example/1', 'Port shut', image)}</urlset>")
    page, layout, _ = read_entry(entry, Stated(key="list.xml#1"))
    (main,), refusals = find_articles(page=page, layout=layout, world=load_world())
    assert [(block.role, page.text[block.span.start:block.span.end].strip()) for block in main.blocks] == [
        ("headline", "Port shut"), ("caption", "The pier"),
    ]
    assert refusals == ()


def test_addresses_without_a_headline_are_told() -> None:
    """A plain sitemap, one without addresses, and a list of sitemaps."""
    image = '<image xmlns="http://www.google.com/schemas/sitemap-image/1.1"><title>A picture</title></image>'
    entries, (gap, more) = read(
        f"<urlset {SPACES}><url><loc>https://g.example/1</loc>{image}</url><url><loc>ftp://x</loc></url></urlset>"
    )
    assert entries == []
    assert "1 addresses come without a headline: https://g.example/1" in gap.reason
    assert "without an address (1)" in more.reason
    assert "lists no address" in read(f"<urlset {SPACES}/>")[1][0].reason
    index = "<sitemapindex><sitemap><loc>https://g.example/a.xml</loc></sitemap></sitemapindex>"
    assert "https://g.example/a.xml" in read(index)[1][0].reason


def test_a_list_of_feeds_reads_local_files_and_tells_the_rest(tmp_path: Path) -> None:
    """Below its own folder only: a list from elsewhere must not open other files of this machine."""
    (tmp_path / "lists").mkdir()
    (tmp_path / "lists" / "a b.xml").write_text("<rss><channel><item><title>Pier shut</title></item></channel></rss>")
    (tmp_path / "secret.xml").write_text("<rss/>")
    path = tmp_path / "lists" / "feeds.opml"
    outlines = "".join(f'<outline text="F" type="rss" xmlUrl="{address}"/>' for address in (
        "a%20b.xml", path.with_name("a%20b.xml").as_uri().replace("%2520", "%20"), "https://g.example/feed", "../secret.xml",
        "gone.xml", "http://[",
    ))
    raw = f'<opml version="2.0"><body><outline text="News">{outlines}</outline><outline text="x"/></body></opml>'
    path.write_text(raw)
    entries, gaps = read(raw, path)
    assert [entry.number for entry in entries] == [1, 2]
    assert b"Pier shut" in (entries[0].raw or b"")
    assert [gap.number for gap in gaps] == [3, 4, 5, 6]
    assert "https://g.example/feed is not fetched" in gaps[0].reason
    assert all("there is no file" in gap.reason for gap in gaps[1:3])


@pytest.mark.parametrize(
    "raw", ["<opml><body/></opml>", '<!DOCTYPE opml [<!ENTITY a "b">]><opml>&a;</opml>', "<opml", "<urlset"]
)
def test_empty_and_hostile_lists_say_why(raw: str) -> None:
    """Nothing crashes."""
    entries, gaps = read(raw)
    assert entries == []
    assert gaps[0].reason
