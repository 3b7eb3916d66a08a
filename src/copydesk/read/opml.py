"""OPML: a list of feeds. Feed files beside it are read; addresses are told, as nothing is fetched here."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

from copydesk.read.entries import Entry, Gap, Part, clean_line, scheme_of
from copydesk.read.page import charset_of
from copydesk.read.parcel import Parcel
from copydesk.read.xmltree import Element, read_xml

MAX_FEEDS = 2_000


def read_opml(parcel: Parcel) -> Iterator[Part]:
    """Each feed of the list under its number: a local file in the list's folder as an entry, all others as gaps."""
    tree = read_xml(parcel.load(), declared=charset_of(parcel.media_type))
    if tree.fault:
        yield Gap(reason=tree.fault)
    outlines = list(_outlines(tree.root)) if tree.root else []
    if not outlines:
        yield Gap(reason="the list names no feed")
    for number, outline in enumerate(outlines[:MAX_FEEDS], 1):
        yield _read(outline, parcel, number)
    if len(outlines) > MAX_FEEDS:
        yield Gap(reason=f"feeds beyond the first {MAX_FEEDS:,} left out: {len(outlines) - MAX_FEEDS}")


def _outlines(element: Element) -> Iterator[Element]:
    for child in element.children():
        if child.name == "outline" and clean_line(child.attributes.get("xmlurl")):
            yield child
        yield from _outlines(child)


def _read(outline: Element, parcel: Parcel, number: int) -> Part:
    address = clean_line(outline.attributes["xmlurl"]) or ""
    title = clean_line(outline.attributes.get("title") or outline.attributes.get("text")) or "a feed"
    if scheme_of(address) not in ("", "file"):
        return Gap(number=number, reason=f"{title}: {address} is not fetched: give the address itself, or save the feed first")
    path = parcel.beside(unquote(urlsplit(address).path))
    if path is None:
        return Gap(number=number, reason=f"{title}: there is no file {address} in the folder of the list or below it")
    try:
        raw = Parcel(name=path.as_posix(), path=path).load()
    except OSError as fault:
        return Gap(number=number, reason=f"{title}: {address} cannot be opened ({fault.strerror or fault})")
    return Entry(number=number, basis="file", media_type="", raw=raw)
