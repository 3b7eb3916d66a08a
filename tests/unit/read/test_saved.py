"""Pages that programs have saved say where they were found and when; ages on them count from that time."""

import pytest

from copydesk.read import read_page

BODY = "<html><head><title>Mill burns</title></head><body><p>The old mill burned down 3 hours ago.</p></body></html>"


@pytest.mark.parametrize(
    ("mark", "url", "captured"),
    [
        ("<!-- saved from url=(0033)https://courier.example/mill.html -->", "https://courier.example/mill.html", None),
        ("<!-- Mirrored from courier.example/mill.html by HTTrack Website Copier/3.x [XR&CO'2014], Wed, 09 Apr 2031 12:00:00 "
         "GMT -->",
         "http://courier.example/mill.html", "2031-04-09T12:00:00Z"),
        ("<!--\n Page saved with SingleFile \n url: https://courier.example/mill \n saved date: Wed Apr 09 2031 14:00:00 "
         "GMT+0200 (Malen Time)\n-->", "https://courier.example/mill", "2031-04-09T14:00:00+02:00"),
        ('<meta name="savepage-url" content="https://courier.example/mill"><meta name="savepage-date" content="Wed Apr 09 2031 '
         '14:00:00 GMT+0200 (Malen Time)">', "https://courier.example/mill", "2031-04-09T14:00:00+02:00"),
        ("<!-- FILE ARCHIVED ON 12:00:00 Apr 09, 2031 AND RETRIEVED FROM THE INTERNET ARCHIVE ON 08:00:00 May 01, 2031. -->",
         None, "2031-04-09T12:00:00Z"),
        ("<!-- the mill was saved from url=nothing -->", None, None),
    ],
)
def test_a_saved_page_says_where_and_when(mark: str, url: str | None, captured: str | None) -> None:
    """By the marks of browsers and of programs for saving; another comment says nothing."""
    page, layout, _ = read_page((mark + BODY).encode(), key="mill.html")
    assert (page.url, page.fetched_at) == (url, captured)
    told = [value.value for value in layout.metadata if value.basis == "saved"]
    assert told == ([url] if url else [])


def test_what_is_stated_wins_over_the_mark() -> None:
    """The address and capture time that the user gives."""
    mark = "<!-- saved from url=(0033)https://courier.example/mill.html -->"
    page, _, _ = read_page((mark + BODY).encode(), key="m.html", url="https://a.example/1", fetched_at="2031-04-10")
    assert (page.url, page.fetched_at) == ("https://a.example/1", "2031-04-10")


@pytest.mark.parametrize("form", ["20310409120000", "20310409120000id_", "20310409120000if_"])
def test_the_copy_of_an_archive_is_the_page_it_copies(form: str) -> None:
    """Its address and capture time are those of the original, whenever the copy was fetched."""
    address = f"https://web.archive.org/web/{form}/https://courier.example/mill?id=4"
    page, _, _ = read_page(BODY.encode(), key=address, url=address, fetched_at="2032-01-01T00:00:00Z")
    assert (page.url, page.fetched_at) == ("https://courier.example/mill?id=4", "2031-04-09T12:00:00Z")
