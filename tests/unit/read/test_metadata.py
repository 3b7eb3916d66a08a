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
        ("06/09/2021", "06/09/2021"), ("2021-06-09 10:05 PM", "2021-06-09 10:05 PM"), ("20219909", "20219909"),
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
