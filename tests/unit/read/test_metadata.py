"""What a page states about itself: every value with its basis, the most trusted first."""

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
