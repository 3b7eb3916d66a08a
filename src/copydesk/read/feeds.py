"""RSS 0.9x and 2.0, RSS 1.0 (RDF), Atom 0.3 and 1.0, JSON Feed: one entry an announced article."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from copydesk.read.announced import Announced, Body, Caption, Feed, read_announced, strip_markup
from copydesk.read.entries import Gap, Part, clean_line, join_address, tell_left_out
from copydesk.read.page import charset_of
from copydesk.read.parcel import Parcel
from copydesk.read.stamps import iso_of
from copydesk.read.xmltree import Element, read_xml

MAX_ENTRIES = 20_000
_OTHER_SPACES = {  # namespaces whose elements share names with those of feeds -> what we call them
    "http://search.yahoo.com/mrss": "media", "http://purl.org/dc/elements/1.1": "dc", "http://purl.org/dc/terms": "dc",
    "http://www.itunes.com/dtds/podcast-1.0.dtd": "itunes", "http://purl.org/rss/1.0/modules/content": "content",
    "http://www.w3.org/2005/atom": "atom", "http://purl.org/rss/1.0/modules/syndication": "other",
    "http://purl.org/rss/1.0/modules/slash": "other", "http://wellformedweb.org/commentapi": "other",
    "http://rssnamespace.org/feedburner/ext/1.0": "feedburner",
}


def read_feed(parcel: Parcel) -> Iterator[Part]:
    """The entries of an XML feed. What is left out (no words, repeated, beyond the cap) is counted and told."""
    tree = read_xml(parcel.load(), declared=charset_of(parcel.media_type))
    if tree.root is None:
        yield Gap(reason=f"the feed cannot be read: {tree.fault or 'it is empty'}")
        return
    if tree.fault:
        yield Gap(reason=tree.fault)
    atom = tree.root.name == "feed"
    head = tree.root if atom else tree.root.find("channel") or tree.root
    feed = _placed(_atom_feed(head) if atom else _rss_feed(head), parcel)
    if atom:
        found = (_atom_entry(entry, feed) for entry in tree.root.children("entry"))
    else:
        found = (_rss_entry(entry) for entry in (*head.children("item"), *_rdf_entries(tree.root, head)))
    yield from number_entries(found, feed)


def _placed(feed: Feed, parcel: Parcel) -> Feed:
    """The feed with its address made whole by the one that it was captured at."""
    return replace(feed, link=join_address(parcel.url, feed.link or parcel.url))


def read_json_feed(stated: dict[str, Any], parcel: Parcel) -> Iterator[Part]:
    """The entries of a JSON Feed, versions 1 and 1.1, already parsed."""
    feed = Feed(
        title=_text(stated.get("title")), link=_text(stated.get("home_page_url")) or _text(stated.get("feed_url")),
        language=_text(stated.get("language")), authors=tuple(_json_names(stated)), media_type="application/feed+json",
    )
    rows = stated.get("items")
    entries = [row for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []
    yield from number_entries(map(_json_entry, entries), _placed(feed, parcel))


def number_entries(found: Iterable[Announced], feed: Feed) -> Iterator[Part]:
    """The entries of a feed under their numbers, then what was left out of it."""
    left_out: Counter[str] = Counter()
    seen: set[tuple[str | None, str | None]] = set()
    number = 0
    for each in found:
        mark = (clean_line(each.link), clean_line(each.title))
        if each.is_empty():
            left_out["entries without words"] += 1
        elif mark in seen and any(mark):
            left_out["repeated entries"] += 1
        elif number >= MAX_ENTRIES:
            left_out[f"entries beyond the first {MAX_ENTRIES:,}"] += 1
        else:
            number += 1
            seen.add(mark)
            yield read_announced(each, feed, number)
    if not number and not left_out:
        yield Gap(reason="the feed holds no entry")
    yield from tell_left_out(left_out, of="the feed")


def _space(element: Element) -> str:
    return _OTHER_SPACES.get(element.space.rstrip("/").lower(), "")


def _own(element: Element, *names: str, spaces: tuple[str, ...] = ("",)) -> Element | None:
    return next((each for name in names for each in element.children(name) if _space(each) in spaces), None)


def _words(element: Element | None) -> str | None:
    return clean_line(element.text()) if element is not None else None


def _rss_feed(channel: Element) -> Feed:
    return Feed(
        title=_words(_own(channel, "title")), link=_words(_own(channel, "link")),
        language=_words(_own(channel, "language", spaces=("", "dc"))),
    )


def _rdf_entries(root: Element, head: Element) -> Iterator[Element]:
    return root.children("item") if root is not head else iter(())


def _rss_entry(entry: Element) -> Announced:
    identity = _own(entry, "guid")
    named = identity is not None and identity.attributes.get("ispermalink", "true") != "false"
    found = Announced(
        title=_title(_own(entry, "title", spaces=("",)) or _own(entry, "title", spaces=("dc", "media"))),
        link=_words(_own(entry, "origlink", spaces=("feedburner",))) or _words(_own(entry, "link"))
        or (_words(identity) if named else None) or entry.attributes.get("about"),
        published=_time(entry, "pubdate", "date", "issued", "created", "published"),
        modified=_time(entry, "modified", "updated"),
        names=[each.text() for each in entry.children("author", "creator") if _space(each) in ("", "dc")],
        section=_words(_own(entry, "category", "subject", spaces=("", "dc"))),
        language=_words(_own(entry, "language", spaces=("dc",))), carrier=_words(_own(entry, "source")),
    )
    bodies = (each for each in entry.children("description", "encoded", "body") if _space(each) in ("", "content"))
    found.bodies = [Body(each.markup(), True) if any(each.children()) else Body(each.text()) for each in bodies]
    _add_media(entry, found)
    return found


def _title(element: Element | None) -> str | None:
    return element.text() if element is not None else None


def _time(entry: Element, *names: str) -> str | None:
    stated = (each for name in names for each in entry.children(name) if _space(each) in ("", "dc", "atom"))
    return next((moment for each in stated if (moment := iso_of(each.text()))), None)


def _add_media(entry: Element, found: Announced) -> None:
    """Captions and credits of media:content; the media themselves are left out, and counted."""
    groups = [entry, *(each for each in entry.children("group") if _space(each) == "media")]
    contents = [each for group in groups for each in group.children("content", "thumbnail") if _space(each) == "media"]
    for element in (*groups, *contents):
        words, credit = (strip_markup(_words(_own(element, name, spaces=("media",)))) for name in ("description", "credit"))
        if words and not found.bodies:  # a film with its text and nothing else
            found.bodies.append(Body(words, False))
        shown = not words or any(words in body.words for body in found.bodies)
        caption = Caption(None if shown else words, credit)
        if (caption.words or credit) and caption not in found.captions:
            found.captions.append(caption)
    number = len(contents) + sum(1 for _ in entry.children("enclosure"))
    if number:
        found.notes.append(f"pictures, films or sounds left out: {number}")


def _atom_feed(head: Element) -> Feed:
    base = head.attributes.get("base")
    link = _atom_link(head)
    return Feed(
        title=_words(_own(head, "title", spaces=("", "atom"))), link=join_address(base, link) or base,
        language=head.attributes.get("lang"), authors=tuple(_atom_names(head)), media_type="application/atom+xml",
    )


def _atom_entry(entry: Element, feed: Feed) -> Announced:
    base = entry.attributes.get("base") or feed.link
    link = _atom_link(entry)
    first = entry.find("source")
    section = next((each.attributes.get("label") or each.attributes.get("term") for each in entry.children("category")), None)
    title = _atom_body(_own(entry, "title", spaces=("", "atom")))
    found = Announced(
        title=title.words if title else None, link=join_address(base, link),
        published=_time(entry, "published", "issued", "created", "date"), modified=_time(entry, "updated", "modified"),
        names=_atom_names(entry) or (_atom_names(first) if first else []), section=section,
        language=entry.attributes.get("lang"), carrier=_words(first.find("title")) if first else None,
    )
    for name in ("summary", "content"):
        element = _own(entry, name, spaces=("", "atom"))
        if (body := _atom_body(element)) is not None:
            found.bodies.append(body)
        elif element is not None and element.attributes.get("src"):
            found.notes.append(f"its text is not in the feed but at {element.attributes['src']}")
    _add_media(entry, found)
    return found


def _atom_body(element: Element | None) -> Body | None:
    """A text construct: XHTML is written out, escaped HTML was unescaped with the XML, text stays text."""
    if element is None or not element.text().strip():
        return None
    kind = element.attributes.get("type", "text")
    if any(element.children()):
        return Body(element.markup(), True)
    return Body(element.text(), "html" in kind)


def _atom_link(element: Element) -> str | None:
    links = [link for link in element.children("link") if link.attributes.get("href")]
    ranked = [link for link in links if link.attributes.get("rel", "alternate") == "alternate"]
    ranked += [link for link in links if link.attributes.get("rel") == "self"]
    return ranked[0].attributes["href"] if ranked else None


def _atom_names(element: Element) -> list[str]:
    return [name for each in element.children("author") if (name := _words(each.find("name")) or _words(each))]


def _json_entry(row: dict[str, Any]) -> Announced:
    tags = row.get("tags")
    found = Announced(
        title=_text(row.get("title")), link=_text(row.get("url")) or _text(row.get("external_url")) or _text(row.get("id")),
        published=iso_of(_text(row.get("date_published"))), modified=iso_of(_text(row.get("date_modified"))),
        names=_json_names(row), language=_text(row.get("language")),
        section=_text(tags[0]) if isinstance(tags, list) and tags else None,
    )
    bodies = ((name, _text(row.get(name))) for name in ("summary", "content_text", "content_html"))
    found.bodies = [Body(words, name == "content_html") for name, words in bodies if words]
    attached = row.get("attachments")
    if isinstance(attached, list) and attached:
        found.notes.append(f"attachments left out: {len(attached)}")
        named = (strip_markup(_text(each.get("title"))) for each in attached if isinstance(each, dict))
        found.captions = [Caption(title) for title in named if title]
    return found


def _json_names(row: dict[str, Any]) -> list[str]:
    stated = row.get("authors") if isinstance(row.get("authors"), list) else [row.get("author")]
    return [name for each in stated or () if isinstance(each, dict) and (name := _text(each.get("name")))]


def _text(value: Any) -> str | None:
    return value if isinstance(value, str) else None


def is_json_feed(stated: Any) -> bool:
    """Whether parsed JSON is a JSON Feed."""
    return isinstance(stated, dict) and "jsonfeed.org" in str(stated.get("version", ""))
