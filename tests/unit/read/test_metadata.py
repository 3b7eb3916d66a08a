"""What a page states about itself: every value with its basis, the most trusted first."""

import pytest

from copydesk.read import read_page

PAGE = b"""<html lang="en-GB"><head><title>Mill burns | The Tamsin Courier</title>
<meta property="og:title" content="Mill burns | The Tamsin Courier"><meta property="og:site_name" content="The Tamsin Courier">
<meta property="article:published_time" content="2023-05-04T06:00:00+01:00"><meta name="author" content="Courier staff">
<link rel="canonical" href="https://courier.example/mill">
<script type="application/ld+json">//<![CDATA[
{"@context": "https://schema.org", "@graph": [
 {"@type": "WebSite", "name": "The Tamsin Courier"},
 {"@type": "Person", "@id": "#ann", "name": "Ann Marlow"},
 {"@type": ["NewsArticle"], "headline": "Mill burns &amp; falls", "datePublished": "2023-05-04T05:12:00Z",
  "dateModified": "2023-05-04T09:00:00Z", "author": [{"@id": "#ann"}, {"@type": "Person", "name": "Ben Okafor"}],
  "publisher": {"@type": "Organization", "name": "The Tamsin Courier"},}
]}
//]]></script></head><body><article><h1>Mill burns &amp; falls</h1>
<time datetime="2023-05-04T05:12:00Z">today</time><p>The old mill burned down.</p></article></body></html>"""


def _values(raw: bytes, field: str) -> list[tuple[str, str]]:
    _, layout, _ = read_page(raw, key="m.html")
    return [(value.value, value.basis) for value in layout.metadata if value.field == field]


def test_json_ld_comes_first_with_references_resolved() -> None:
    """Comment marks and a stray comma are forgiven; authors given by reference get their names."""
    assert _values(PAGE, "title")[0] == ("Mill burns & falls", "json-ld")
    assert _values(PAGE, "author")[:2] == [("Ann Marlow", "json-ld"), ("Ben Okafor", "json-ld")]
    assert _values(PAGE, "modified") == [("2023-05-04T09:00:00Z", "json-ld")]


def test_every_candidate_is_kept_with_its_basis() -> None:
    """OpenGraph's other time of publication stays beside that of JSON-LD, so that a disagreement can be told."""
    assert ("2023-05-04T06:00:00+01:00", "opengraph") in _values(PAGE, "published")
    assert ("2023-05-04T05:12:00Z", "time") in _values(PAGE, "published")
    assert ("https://courier.example/mill", "meta") in _values(PAGE, "canonical_url")
    assert ("en-GB", "meta") in _values(PAGE, "language")


def test_the_outlet_is_cut_off_titles() -> None:
    """A title loses " | Outlet" where another value names that outlet."""
    assert ("Mill burns", "opengraph") in _values(PAGE, "title")


def test_broken_json_ld_is_passed_over() -> None:
    """A script that is no JSON states nothing, and the page is read all the same."""
    script = b'<script type="application/ld+json">{"@type": "NewsArticle", oops</script>'
    raw = b"<html><head>" + script + b"</head><body><p>Words.</p></body></html>"
    assert _values(raw, "author") == []


@pytest.mark.parametrize(
    ("stated", "value"),
    [
        ("2021-06-09T16:02:50CDT", "2021-06-09T16:02:50-05:00"), ("2021-06-09T16:02:50 PST", "2021-06-09T16:02:50-08:00"),
        ("2021-06-09T16:02:50WIB", "2021-06-09T16:02:50"), ("20210609T130000Z", "2021-06-09T13:00:00Z"),
        ("20210609", "2021-06-09"), ("2021/6/9 13:05", "2021-06-09T13:05"), ("2021.06.09", "2021-06-09"),
        ("9.6.2021, 13:05", "2021-06-09T13:05"), ("June 9, 2021", "2021-06-09"), ("Wed, 9 Jun. 2021", "2021-06-09"),
        ("Wed Jun 09 2021 10:00:00 GMT+0800 (Malen Time)", "2021-06-09T10:00:00+08:00"),
        ("2021-06-09T16:02:50.120+0000", "2021-06-09T16:02:50+00:00"),
        ("06/09/2021", "06/09/2021"), ("2021-06-09 10:05 PM", "2021-06-09T22:05"), ("20219909", "20219909"),
    ],
)
def test_times_are_made_iso_where_they_can_be_read(stated: str, value: str) -> None:
    """Compact, marked and spelt days; zones of North America by name, others passed over; what is unclear stays as it is."""
    raw = f'<html><head><meta name="pubdate" content="{stated}"></head><body><p>The mill burned.</p></body></html>'
    assert _values(raw.encode(), "published")[0] == (value, "meta")


@pytest.mark.parametrize("name", ["datePublished", "dcterms.issued", "citation_date", "article:published", "post_date"])
def test_names_of_publication_times_vary(name: str) -> None:
    """Journals, blogs and shops name the same thing differently."""
    raw = f'<html><head><meta name="{name}" content="2021-06-09"></head><body><p>The mill burned.</p></body></html>'
    assert "2021-06-09" in [value for value, _ in _values(raw.encode(), "published")]


def test_old_blogs_mark_their_days_with_abbreviations() -> None:
    """`<abbr class="published" title=...>`, as before there was a `<time>`; other abbreviations are none."""
    raw = (b'<html><body><p>The mill burned on <abbr class="published" title="2021-06-09T10:00:00+02:00">Wednesday</abbr>.'
           b'</p><p><abbr title="2020-01-01">NYD</abbr> passed.</p></body></html>')
    assert _values(raw, "published") == [("2021-06-09T10:00:00+02:00", "time")]


def test_the_page_may_say_when_it_was_published_where_no_article_does() -> None:
    """The WebPage of a JSON-LD graph is asked last; beside an article with a time it is not asked."""
    page = '{"@type": "WebPage", "datePublished": "2021-06-09"}'
    dated = '{"@type": "NewsArticle", "headline": "Mill burns", "datePublished": "2021-06-10"}'
    for graph, expected in ((page, "2021-06-09"), (f"{page}, {dated}", "2021-06-10")):
        raw = f'<html><head><script type="application/ld+json">[{graph}]</script></head><body><p>Words.</p></body></html>'
        assert _values(raw.encode(), "published") == [(expected, "json-ld")]


@pytest.mark.parametrize(
    "picture",
    [
        '<div itemscope itemtype="https://schema.org/ImageObject"><span itemprop="author">Arne Bakk</span></div>',
        '<figure><figcaption>The mill <span itemprop="author">Arne Bakk</span></figcaption></figure>',
    ],
)
def test_who_took_the_picture_did_not_write_the_article(picture: str) -> None:
    """A property belongs to the object it stands in; one in a figure is the figure's."""
    raw = (f'<html><body><article itemscope itemtype="https://schema.org/NewsArticle">{picture}'
           '<p itemprop="author">Tilda Roe</p><p>The mill burned.</p></article></body></html>')
    assert _values(raw.encode(), "author") == [("Tilda Roe", "microdata")]


def _page(head: str = "", body: str = "") -> bytes:
    article = f"<article><h1>Mill burns in Tamsin</h1>{body}<p>The old mill burned down.</p></article>"
    return f"<html><head>{head}</head><body>{article}</body></html>".encode()


def test_a_writer_in_microdata_is_called_by_name() -> None:
    """What else stands in the writer's own object (a post, a picture's words) is no part of the name."""
    author = ('<span itemprop="author" itemscope itemtype="http://schema.org/Person"><a itemprop="url" href="/r">'
              '<b itemprop="name">Tilda Roe</b></a><i itemprop="jobTitle">Crime editor</i></span>')
    scope = f'<div itemscope itemtype="http://schema.org/NewsArticle">{author}<i itemprop="articleSection">Local</i></div>'
    raw = _page(body=scope)
    assert _values(raw, "author") == [("Tilda Roe", "microdata")]
    assert _values(raw, "section") == [("Local", "microdata")]


def test_the_address_of_a_writer_names_nobody() -> None:
    """`article:author` may be an address; then the next basis is asked."""
    head = ('<meta property="article:author" content="https://courier.example/authors/roe">'
            '<meta name="author" content="Tilda Roe">')
    assert _values(_page(head), "author") == [("Tilda Roe", "meta")]


@pytest.mark.parametrize(
    ("stated", "address"),
    [
        ("../mill?utm_source=x&id=4#top", "https://www.courier.example/mill?id=4"),
        ("//m.courier.example/mill", "https://m.courier.example/mill"),
        ("HTTPS://Other.Example/Mill", "https://other.example/Mill"), ("/", None), ("javascript:void(0)", None),
        ("http://[", None),
    ],
)
def test_a_canonical_address_is_made_whole(stated: str, address: str | None) -> None:
    """Against the address of the page; campaign tags and fragments go, and so does the address of the whole site."""
    raw = _page(f'<link rel="canonical" href="{stated}">')
    _, layout, _ = read_page(raw, key="m.html", url="https://www.courier.example/news/mill.html")
    found = [value.value for value in layout.metadata if value.field == "canonical_url" and value.basis == "meta"]
    assert found == ([address] if address else [])


def test_a_relative_address_without_a_base_is_none() -> None:
    """Where the page's own address is unknown; `<base>` may name it."""
    link = '<link rel="canonical" href="/mill">'
    assert _values(_page(link), "canonical_url") == []
    based = _page('<base href="https://courier.example/">' + link)
    assert _values(based, "canonical_url") == [("https://courier.example/mill", "meta")]


@pytest.mark.parametrize(
    "mark",
    ['Updated <time datetime="2031-04-09T11:20Z">11:20</time>',
     '<span>Zuletzt aktualisiert:</span> <time datetime="2031-04-09T11:20Z">x</time>',
     '<time class="updated" datetime="2031-04-09T11:20Z">11:20</time>'],
)
def test_the_time_of_an_update_is_told_from_that_of_publication(mark: str) -> None:
    """By the mark of its element or the word before it."""
    raw = _page(body=f'<p>By Tilda Roe <time datetime="2031-04-09T07:45Z">7:45</time> {mark}</p>')
    assert _values(raw, "published") == [("2031-04-09T07:45Z", "time")]
    assert _values(raw, "modified") == [("2031-04-09T11:20Z", "time")]


def test_the_times_of_cards_are_not_the_articles() -> None:
    """A `<time>` in another article element than the main heading's, however it is marked."""
    card = '<article><h3>Bridge shut</h3><time class="published" datetime="2031-04-01">1 April</time></article>'
    raw = _page(body='<time datetime="2031-04-09">9 April</time>').replace(b"</body>", card.encode() + b"</body>")
    assert _values(raw, "published") == [("2031-04-09", "time")]


def test_of_several_stated_articles_that_of_the_headline_is_the_pages() -> None:
    """Teasers in JSON-LD before the article's own object state nothing of it."""
    teaser = '{"@type": "NewsArticle", "headline": "Bridge shut", "datePublished": "2031-04-01"}'
    own = '{"@type": "NewsArticle", "headline": "Mill burns in Tamsin", "datePublished": "2031-04-09"}'
    raw = _page(f'<script type="application/ld+json">[{teaser}, {own}]</script>')
    assert _values(raw, "published") == [("2031-04-09", "json-ld")]


def test_times_in_a_broken_script_are_rescued() -> None:
    """A quotation mark that nobody escaped makes a script no JSON; its times can still be told."""
    script = ('{"@type": "NewsArticle", "description": "The "old" mill", "datePublished": "2031-04-09T07:45:00Z", '
              '"dateModified": "2031-04-10"}')
    raw = _page(f'<script type="application/ld+json">{script}</script>')
    assert _values(raw, "published") == [("2031-04-09T07:45:00Z", "json-ld")]
    assert _values(raw, "modified") == [("2031-04-10", "json-ld")]


@pytest.mark.parametrize(
    ("script", "expected"),
    [
        ('window.S = {"story": {"publishedAt": "2031-04-09T07:45:00Z", "updatedAt": "2031-04-12"}}', ["2031-04-09T07:45:00Z"]),
        ('var data = {\\"first_published_at\\": \\"2031-04-09 07:45\\"};', ["2031-04-09T07:45"]),
        ('[{"publishDate": "2031-04-09"}, {"publishDate": "2031-04-11"}]', []),
    ],
)
def test_the_data_of_scripts_are_asked_last(script: str, expected: list[str]) -> None:
    """Where no element states a time, and one day alone is named there; teasers in the same data have other days."""
    found = _values(_page(f"<script>{script}</script>"), "published")
    assert [value for value, basis in found if basis == "script"] == expected


def test_a_year_alone_is_no_first_of_january() -> None:
    """A copyright line names a year; what another program makes of it is no day."""
    assert _values(_page(body="<p>Copyright 2019 The Tamsin Courier</p>"), "published") == []


@pytest.mark.parametrize(
    ("language", "stated", "value"),
    [("es", "3 de marzo de 2031 18:05", "2031-03-03T18:05"), ("it", "03/04/2031 18.05", "2031-04-03T18:05"),
     ("en", "03/04/2031 18:05", "03/04/2031 18:05"), ("ja", "2031年3月3日", "2031-03-03")],
)
def test_stated_times_may_be_in_the_pages_language(language: str, stated: str, value: str) -> None:
    """As `lang` says; day and month in doubt stay as they are."""
    raw = _page(f'<meta name="pubdate" content="{stated}">').replace(b"<html>", f'<html lang="{language}">'.encode())
    assert _values(raw, "published")[0] == (value, "meta")
