"""Each span of a page's text can be shown in the file that it came from."""

import pytest

from copydesk.read import PageFile, read_page
from copydesk.record import Span

RAW = """<!doctype html>
<html><head><title>Ferry strike</title><style>p { color: red }</style></head><body>
<!-- Ferry crews stayed ashore -->
<nav><a href="/">Share</a></nav><script>var p = "<p>Ferry crews</p>";</script>
<h1>Ferry  strike &amp; talks</h1>
<p>Ferry crews <b>stayed</b>
 ashore in R&oslash;dal, the union&#8217;s <a href="/u">head</a> said.</p><p>Share</p>
<table><tr><td>Monday</td><td>14</td></tr></table></body></html>"""


def _source(raw: bytes) -> tuple[str, PageFile]:
    page, layout, _ = read_page(raw, key="a.html")
    return page.text, PageFile(raw, page, layout.pieces)


@pytest.mark.parametrize(
    ("words", "markup"),
    [
        ("Ferry strike & talks", "Ferry  strike &amp; talks"),
        ("stayed ashore in R\u00f8dal", "stayed</b>\n ashore in R&oslash;dal"),
        ("union\u2019s head said.", 'union&#8217;s <a href="/u">head</a> said.'), ("14", "14"), ("Monday", "Monday"),
    ],
)
def test_words_are_found_in_the_markup(words: str, markup: str) -> None:
    """With the tags and entities between them; comments, scripts and titles are no text."""
    text, file = _source(RAW.encode())
    start = text.index(words)
    place = file.find(Span(start=start, end=start + len(words)))
    assert place is not None
    assert file.text[place.start:place.end] == markup


def test_the_same_words_twice_are_told_apart() -> None:
    """By their order and line; line and column count from 1."""
    text, file = _source(RAW.encode())
    first, second = (file.find(Span(start=at, end=at + 5)) for at in (text.index("Share"), text.rindex("Share")))
    assert first is not None
    assert second is not None
    assert (first.line, first.column) == (4, 18)
    assert (second.line, second.start) == (7, RAW.rindex("Share"))


def test_other_encodings_and_plain_text_have_places_too() -> None:
    """Places are those of the decoded file; plain text is the file itself."""
    raw = "<html><head><meta charset='windows-1251'></head><body><p>Паром стоит.</p></body></html>"
    text, file = _source(raw.encode("cp1251"))
    place = file.find(Span(start=0, end=len(text)))
    assert place is not None
    assert file.text[place.start:place.end] == text
    plain = PageFile(b"One\nTwo", *read_page(b"One\nTwo", key="a.txt")[:1], ())
    assert plain.find(Span(start=4, end=7)) is not None


def test_what_is_not_in_the_file_has_no_place() -> None:
    """White space between blocks, and words of another page."""
    text, file = _source(RAW.encode())
    gap = text.index("\n")
    assert file.find(Span(start=gap, end=gap + 1)) is None
    page, layout, _ = read_page(RAW.encode(), key="a.html")
    other = PageFile(b"<html><body><p>Another page.</p></body></html>", page, layout.pieces)
    assert other.find(Span(start=0, end=5)) is None
