"""Feeds: one entry an announced article with its date, names and address; teasers are marked, hostile XML is refused."""

import json

import pytest

from copydesk.clean import find_articles
from copydesk.lexicon import load_world
from copydesk.read.entries import Entry, Gap, read_entry
from copydesk.read.formats import read_parts
from copydesk.read.page import Stated
from copydesk.read.parcel import Parcel

SPACES = (
    'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:media="http://search.yahoo.com/mrss/" xmlns:atom="http://www.w3.org/2005/Atom"'
)
LONG = "<p>The harbour master said on Monday that no ship would leave port before the storm has passed. </p>" * 6


def read(raw: str | bytes, name: str = "feed") -> tuple[list[Entry], list[Gap]]:
    parts = list(read_parts(Parcel(name=name, raw=raw.encode() if isinstance(raw, str) else raw)) or ())
    return [p for p in parts if isinstance(p, Entry)], [p for p in parts if isinstance(p, Gap)]


def rss(entries: str, *, head: str = "<title>Harbour Gazette</title><link>https://gazette.example/</link>") -> str:
    return f'<?xml version="1.0"?><rss version="2.0" {SPACES}><channel>{head}{entries}</channel></rss>'


def test_full_text_comes_from_content_and_the_short_form_is_the_standfirst() -> None:
    """content:encoded beside a description is the body; dc:creator names the authors, several run together too."""
    (entry,), gaps = read(rss(f"""<item><title>Port &amp;amp; pier shut</title><link>https://gazette.example/1</link>
        <pubDate>Tue, 05 Mar 2024 10:00:00 +0100</pubDate><dc:creator>Ann Lee and Ben Ray</dc:creator>
        <description>Nobody leaves.</description><content:encoded><![CDATA[{LONG}]]></content:encoded></item>"""))
    assert (entry.headline, entry.url, entry.published) == (
        "Port & pier shut", "https://gazette.example/1", "2024-03-05T10:00:00+01:00",
    )
    assert entry.authors == ("Ann Lee", "Ben Ray")
    assert entry.standfirst == "Nobody leaves."
    assert entry.outlet == "Harbour Gazette"
    assert "harbour master" in (entry.markup or "")
    assert not entry.teaser
    assert gaps == []


@pytest.mark.parametrize(
    "description",
    ["Ferries stay in port, the company said.", "<![CDATA[<p>Ferries <b>stay</b> in port.</p>]]>",
     "&lt;p&gt;Ferries stay&lt;/p&gt;",
     f"<![CDATA[{LONG} [&hellip;]]]>", f"<![CDATA[{LONG}<p><a>Continue reading</a></p>]]>"],
)
def test_a_teaser_is_marked_and_says_where_its_article_stands(description: str) -> None:
    """Short ones, and long ones that break off."""
    (entry,), _ = read(rss(f"<item><title>Ferries</title><link>/2</link><description>{description}</description></item>"))
    assert entry.teaser
    assert "https://gazette.example/2" in entry.notes[-1]


@pytest.mark.parametrize("version", ["0.91", "0.92", "2.0"])
def test_older_feeds_are_read_and_a_public_document_type_is_passed_over(version: str) -> None:
    """The document type of RSS 0.91 declares nothing by itself and is never fetched; `&nbsp;` is read all the same."""
    raw = f"""<?xml version="1.0" encoding="ISO-8859-1"?>
    <!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://netscape.example/rss-0.91.dtd">
    <rss version="{version}"><channel><title>Gazette</title><item><title>Café&nbsp;shut</title>
    <link>https://g.example/1</link><description>Closed.</description></item></channel></rss>""".encode("latin-1")
    (entry,), gaps = read(raw)
    assert entry.headline == "Café shut"
    assert gaps == []


def test_rdf_feeds_have_their_entries_beside_the_channel() -> None:
    """RSS 1.0; the time is dc:date."""
    (entry,), _ = read(f"""<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" {SPACES}
        xmlns="http://purl.org/rss/1.0/">
        <channel rdf:about="https://g.example/"><title>Gazette</title></channel>
        <item rdf:about="https://g.example/1"><title>Pier shut</title><link>https://g.example/1</link>
        <dc:date>2024-03-05T10:00:00Z</dc:date><dc:creator>Ann Lee</dc:creator></item></rdf:RDF>""")
    assert (entry.headline, entry.published, entry.authors, entry.outlet) == (
        "Pier shut", "2024-03-05T10:00:00Z", ("Ann Lee",), "Gazette",
    )


def test_atom_entries_give_both_times_and_xhtml_is_kept() -> None:
    """An author of the feed stands for entries without one; addresses are made whole; relayed ones say whose."""
    (first, second, third), _ = read(f"""<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en" xml:base="https://g.example/">
        <title type="html">Gazette &amp;amp; Post</title><link href="https://g.example/"/><author><name>The desk</name></author>
        <entry><title>Pier</title><link rel="alternate" href="news/1"/><id>urn:1</id><published>2024-03-05T10:00:00Z</published>
        <updated>2024-03-06T08:00:00+02:00</updated>
        <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">{LONG}</div></content></entry>
        <entry><title>Quay</title><link href="/2"/><updated>2024-03-06T08:00:00Z</updated><author><name>Ann Lee</name></author>
        <summary>If a &lt; b the quay shuts.</summary></entry>
        <entry><title>Relayed</title><link href="/3"/><updated>2024-03-06</updated>
        <source><title>Far Times</title></source></entry>
        </feed>""")
    assert (first.url, first.published, first.modified) == (
        "https://g.example/news/1", "2024-03-05T10:00:00Z", "2024-03-06T08:00:00+02:00",
    )
    assert first.authors == ("The desk",)
    assert (first.markup or "").count("<p>") == 6
    assert (second.published, second.authors) == ("2024-03-06T08:00:00Z", ("Ann Lee",))
    assert second.text == "If a < b the quay shuts."
    assert third.outlet == "Far Times"


def test_json_feeds_of_both_versions() -> None:
    """HTML or text bodies, authors as a list or alone."""
    head = {"version": "https://jsonfeed.org/version/1.1", "title": "Gazette", "home_page_url": "https://g.example/"}
    stated = {**head, "items": [
        {"id": "1", "url": "https://g.example/1", "title": "Pier", "content_html": LONG,
         "authors": [{"name": "Ann Lee"}], "date_published": "2024-03-05T10:00:00+01:00",
         "date_modified": "2024-03-06T10:00:00+01:00"},
        {"id": "https://g.example/2", "content_text": "If a < b\nthe quay shuts.",
         "author": {"name": "Ben Ray"}},
        {"id": "3"}, 7,
    ]}
    (first, second), (gap,) = read(json.dumps(stated))
    assert (first.headline, first.authors, first.published) == ("Pier", ("Ann Lee",), "2024-03-05T10:00:00+01:00")
    assert (second.headline, second.text, second.authors) == (None, "If a < b\nthe quay shuts.", ("Ben Ray",))
    assert "entries without words (1)" in gap.reason


def test_captions_are_kept_and_media_counted() -> None:
    """media:description and media:credit are words of the article; the pictures themselves are left out and said."""
    (entry,), _ = read(rss(f"""<item><title>Pier</title><media:title>Not the headline</media:title>
        <content:encoded><![CDATA[{LONG}]]></content:encoded><media:group><media:content url="x.jpg">
        <media:description>The pier on Monday</media:description><media:credit>Cy Doe</media:credit></media:content>
        </media:group>
        <enclosure url="x.mp3" type="audio/mpeg" length="1"/></item>"""))
    assert entry.headline == "Pier"
    assert '<figcaption>The pier on Monday</figcaption><p class="credit">Cy Doe</p>' in (entry.markup or "")
    assert any("left out: 2" in note for note in entry.notes)


@pytest.mark.parametrize(
    "raw",
    [
        rss("""<item><title>Pier</title><description>Ferries stay in port.</description><media:description type="html">The pier
            &lt;b&gt;on Monday&lt;/b&gt;</media:description><media:credit role="photographer">Cy Doe</media:credit></item>"""),
        rss("""<item><title>Pier</title><description><![CDATA[<p>Ferries stay in port.</p>]]></description>
            <media:thumbnail url="a"><media:description>The pier on Monday</media:description>
            <media:credit>Cy Doe</media:credit></media:thumbnail></item>"""),
    ],
)
def test_a_teaser_has_the_caption_of_its_picture(raw: str) -> None:
    """Lines of their own, labelled as what they are though a teaser is one article without furniture."""
    (entry,), _ = read(raw)
    page, layout, _ = read_entry(entry, Stated(key="feed#1"))
    main = find_articles(page=page, layout=layout, world=load_world())[0][0]
    assert entry.teaser
    assert [(block.role, page.text[block.span.start:block.span.end].strip()) for block in main.blocks] == [
        ("headline", "Pier"), ("paragraph", "Ferries stay in port."), ("caption", "The pier on Monday"), ("credit", "Cy Doe"),
    ]
    assert [(credit.kind, credit.name) for credit in main.credits] == [("photo", "Cy Doe")]


def test_a_film_without_other_words_has_its_description_as_text() -> None:
    """As channels of films announce theirs; titles of attached files are captions."""
    (entry,), _ = read(rss(f"""<item><title>Pier</title><media:group><media:content url="x.mp4"/><media:description>
        {"Ferries stay in port. " * 30}</media:description></media:group></item>"""))
    assert (entry.text or "").startswith("Ferries stay in port.")
    assert not entry.teaser
    (entry,), _ = read(json.dumps({"version": "https://jsonfeed.org/version/1.1", "items": [
        {"id": "1", "title": "Pier", "content_html": LONG, "attachments": [{"url": "a.jpg", "title": "The pier on Monday"}]}]}))
    assert "<figcaption>The pier on Monday</figcaption>" in (entry.markup or "")


def test_what_cannot_be_used_is_told() -> None:
    """Times that are none are unknown; empty and repeated entries are counted."""
    entry = "<item><title>Pier</title><link>https://g.example/1</link><pubDate>{}</pubDate></item>"
    (first,), (gap,) = read(rss(entry.format("yesterday") + entry.format("soon") + "<item></item>"))
    assert first.published is None
    assert "repeated entries (1)" in gap.reason
    assert "entries without words (1)" in gap.reason


@pytest.mark.parametrize(
    ("raw", "word"),
    [
        ('<!DOCTYPE rss [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><rss><channel><item>&b;</item></channel></rss>', "type of its"),
        ('<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/hosts">]><rss><channel>&x;</channel></rss>', "type of its"),
        ("<rss><channel>" + "<item>" * 500, "nested"),
        ("<rss><channel><title>Empty</title></channel></rss>", "no entry"),
        ("<feed xmlns='http://www.w3.org/2005/Atom'/>", "no entry"),
        ('{"version": "https://jsonfeed.org/version/1", "items": "none"}', "no entry"),
        ('{"version": "https://jsonfeed.org/version/1", "ite', "cut off"),
        ('{"a": ' + "[" * 200_000, "nested"),
        ('{"colour": "blue"}', "no kind"),
    ],
)
def test_hostile_and_empty_files_are_refused_with_the_reason(raw: str, word: str) -> None:
    """Entities, depth, emptiness: nothing crashes, nothing is fetched."""
    entries, gaps = read(raw)
    assert entries == []
    assert word in gaps[0].reason


def test_broken_xml_keeps_what_lies_before_the_fault() -> None:
    """Bare ampersands and control characters are mended; a feed that is cut off gives the entries that are whole."""
    title = "<title>Fish & chips \x0bshut&copy;</title>"
    mended, gaps = read(rss(f"<item>{title}<link>https://g.example/?a=1&b=2</link></item>"))
    assert (mended[0].headline, mended[0].url) == ("Fish & chips shut©", "https://g.example/?a=1&b=2")
    assert gaps == []
    whole = rss("<item><title>One</title></item><item><title>Two</title></item><item><title>Three</title></item>")
    entries, gaps = read(whole[: whole.index("Three")])
    assert [entry.headline for entry in entries] == ["One", "Two"]
    assert "broken at line" in gaps[0].reason
    nulls, _ = read(rss("<item><title>One\x00 more</title></item>"))
    assert nulls[0].headline == "One more"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp1251"])
def test_the_encoding_of_a_feed_is_read_as_that_of_a_page(encoding: str) -> None:
    """Declared in the XML, or by a byte order mark."""
    raw = f'<?xml version="1.0" encoding="{encoding}"?><rss><channel><item><title>Новости порта</title></item></channel></rss>'
    entries, _ = read(raw.encode(encoding))
    assert entries[0].headline == "Новости порта"


@pytest.mark.parametrize(
    ("title", "link", "outlet"),
    [("Harbour Gazette - World &amp; more", "https://gazette.example/1", "Harbour Gazette"),
     ("Latest news | The Far Post", "https://www.farpost.example/1", "The Far Post"),
     ("Top stories: FTN", "https://ftn.example/1", "FTN"), ("World - Today", "https://x.example/1", "World - Today"),
     ("Anything at all", "https://www.reuters.com/world/1", None)],
)
def test_the_outlet_of_a_feed_is_the_part_of_its_title_that_names_its_site(title: str, link: str, outlet: str | None) -> None:
    """Where the address tells a known outlet, the title of the feed states none."""
    (entry,), _ = read(rss(f"<item><title>Pier</title><link>{link}</link></item>", head=f"<title>{title}</title>"))
    assert entry.outlet == outlet
