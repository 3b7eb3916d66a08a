"""News sitemaps: a list of addresses with headlines and times; each becomes a page of its headline, marked a teaser."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from copydesk.lexicon import load_world
from copydesk.read.announced import Caption, strip_markup
from copydesk.read.entries import Entry, Gap, Part, clean_line, scheme_of, tell_left_out
from copydesk.read.page import charset_of
from copydesk.read.parcel import Parcel
from copydesk.read.stamps import iso_of
from copydesk.read.xmltree import Element, read_xml

MAX_ADDRESSES = 50_000  # the limit of the sitemaps protocol for one file
MAX_NAMED = 5  # addresses named in a message


def read_sitemap(parcel: Parcel) -> Iterator[Part]:
    """The addresses of a sitemap that come with a headline. Others are counted; an index of sitemaps is only told."""
    tree = read_xml(parcel.load(), declared=charset_of(parcel.media_type))
    if tree.fault:
        yield Gap(reason=tree.fault)
    if tree.root is None:
        return
    if tree.root.name == "sitemapindex":
        places = [_words(each.find("loc")) or "" for each in tree.root.children("sitemap")]
        yield Gap(reason=f"a list of {len(places)} sitemaps, which are not fetched: {_some(places)}")
        return
    left_out: Counter[str] = Counter()
    bare: list[str] = []
    number = 0
    for element in tree.root.children("url"):
        address, news = _words(element.find("loc")), element.find("news")
        headline = strip_markup(_text(news.find("title"))) if news else None
        if not address or scheme_of(address) not in ("http", "https"):
            left_out["entries without an address"] += 1
        elif headline is None:
            bare.append(address)
        elif number >= MAX_ADDRESSES:
            left_out[f"addresses beyond the first {MAX_ADDRESSES:,}"] += 1
        else:
            number += 1
            yield _entry(element, news or element, address, headline, number)
    if bare:
        yield Gap(reason=f"{len(bare)} addresses come without a headline: {_some(bare)}")
    elif not number and not left_out:
        yield Gap(reason="the sitemap lists no address")
    yield from tell_left_out(left_out, of="the sitemap")


def _entry(element: Element, news: Element, address: str, headline: str, number: int) -> Entry:
    publication = news.find("publication")
    name = strip_markup(_text(publication.find("name"))) if publication else None
    known = load_world().outlets.by_host(address)
    captions = [words for image in element.children("image") if (words := strip_markup(_text(image.find("caption"))))]
    return Entry(
        number=number, basis="sitemap", media_type="application/xml", headline=headline, url=address,
        markup="".join(Caption(words).markup() for words in dict.fromkeys(captions)),
        published=iso_of(_words(news.find("publication_date"))), modified=iso_of(_words(element.find("lastmod"))),
        outlet=None if known else name, language=_words(publication.find("language")) if publication else None, teaser=True,
        notes=(f"only a headline came with the sitemap: the article stands at {address}",),
    )


def _text(element: Element | None) -> str:
    return element.text() if element is not None else ""


def _words(element: Element | None) -> str | None:
    return clean_line(_text(element))


def _some(addresses: list[str]) -> str:
    more = f" and {len(addresses) - MAX_NAMED} more" if len(addresses) > MAX_NAMED else ""
    return ", ".join(addresses[:MAX_NAMED]) + more
