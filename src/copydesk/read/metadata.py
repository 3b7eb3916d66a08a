"""What a page states about its article: JSON-LD, microdata, OpenGraph, meta elements, `<time>`; every value with its basis."""

from __future__ import annotations

import dataclasses
import html
import re
from collections.abc import Iterator
from itertools import islice
from typing import Any

from copydesk.lexicon import load_world
from copydesk.read.jsonld import find_stated
from copydesk.read.links import is_front, tidy_address
from copydesk.read.microdata import find_microdata
from copydesk.read.stamps import iso_of
from copydesk.read.timemarks import find_times
from copydesk.record import MetadataValue

MAX_VALUES = 12  # values of one field from one basis
_SUFFIX = re.compile(r"(.*\S)\s+[-|–—:•]\s+([^|–—]+)$")
# meta name or property -> field, in order of trust within its basis
_OPENGRAPH = {
    "og:title": "title", "article:published_time": "published", "article:modified_time": "modified",
    "og:updated_time": "modified", "article:author": "author", "og:site_name": "outlet", "og:url": "canonical_url",
    "article:section": "section", "og:description": "standfirst", "og:article:published_time": "published",
    "article:published": "published", "article:published_date": "published", "og:published_time": "published",
    "article:created_time": "published", "article:modified": "modified", "og:article:modified_time": "modified",
    "og:article:author": "author",
}
_META = {
    "parsely-title": "title", "sailthru.title": "title", "dc.title": "title", "headline": "title", "twitter:title": "title",
    "author": "author", "parsely-author": "author", "sailthru.author": "author", "dc.creator": "author",
    "byl": "author", "article.author": "author", "dcterms.creator": "author", "cxenseparse:author": "author",
    "parsely-pub-date": "published", "pubdate": "published", "publishdate": "published", "publish-date": "published",
    "date": "published", "dc.date": "published", "dc.date.issued": "published", "dcterms.created": "published",
    "dcterms.date": "published", "sailthru.date": "published", "article.published": "published", "cxenseparse:recs:publishtime":
    "published", "publication_date": "published", "originalpublicationdate": "published", "article_date_original": "published",
    "rnews:datepublished": "published", "ptime": "published", "published_time": "published", "created": "published",
    "datepublished": "published", "date_published": "published", "datecreated": "published", "date_created": "published",
    "published": "published", "published-date": "published", "pub_date": "published", "post_date": "published",
    "publication-date": "published", "publish_date": "published", "publishtime": "published", "publish-time": "published",
    "creation_date": "published", "release_date": "published", "dc.date.created": "published", "dc.created": "published",
    "dcterms.issued": "published", "dc.issued": "published", "citation_publication_date": "published",
    "citation_online_date": "published", "citation_date": "published", "prism.publicationdate": "published",
    "article.created": "published", "articledate": "published", "displaydate": "published", "firstpublished": "published",
    "last-modified": "modified", "lastmod": "modified", "dcterms.modified": "modified", "revised": "modified",
    "application-name": "outlet", "publisher": "outlet", "dc.publisher": "outlet", "cre": "outlet",
    "section": "section", "parsely-section": "section", "language": "language", "dc.language": "language",
    "description": "standfirst",
}


def find_metadata(root: Any, url: str | None = None) -> tuple[MetadataValue, ...]:
    """The values a document states, most trusted basis first, in document order within a basis; repeated ones once.

    url: the address of the document, against which relative ones are read.
    """
    values: dict[tuple[str, str, str], MetadataValue] = {}
    base = _base(root, url)
    language = (root.get("lang") or "")[:2].lower() or None
    for field, text, basis in _all(root):
        cleaned = " ".join(html.unescape(text).split())
        if field in ("published", "modified"):
            cleaned = _time_of(cleaned, language)
        elif field == "author" and "://" in cleaned:
            continue  # the address of a writer's page names nobody
        elif field == "canonical_url":
            cleaned = _canonical(cleaned, base) or ""
        known = sum(key[0] == field and key[2] == basis for key in values)
        if cleaned and known < MAX_VALUES:
            values.setdefault((field, cleaned, basis), MetadataValue(field=field, value=cleaned, basis=basis))
    return _without_suffixes(tuple(values.values()))


def _time_of(text: str, language: str | None) -> str:
    """A stated time made ISO 8601 where it can be read, in the language of the page too; else as it is."""
    if iso := iso_of(text):
        return iso
    shown = load_world().months.find(text, language)
    return shown[0].value if len(shown) == 1 else text


def _base(root: Any, url: str | None) -> str | None:
    stated = next((element.get("href") for element in root.iter("base") if element.get("href")), "")
    return tidy_address(stated, url) or url


def _canonical(address: str, base: str | None) -> str | None:
    """A stated address made whole; None for that of the whole site on a page that is not its front."""
    whole = tidy_address(address, base)
    return None if whole and is_front(whole) and not (base and is_front(base)) else whole


def _without_suffixes(values: tuple[MetadataValue, ...]) -> tuple[MetadataValue, ...]:
    """Titles without " | Outlet" at their end, where another value names that outlet or is the title without it."""
    outlets = {value.value.lower() for value in values if value.field == "outlet"}
    titles = {value.value.lower() for value in values if value.field == "title"}

    def bare(value: MetadataValue) -> MetadataValue:
        match = _SUFFIX.match(value.value) if value.field == "title" else None
        if match and (match[2].strip().lower() in outlets or match[1].lower() in titles):
            return dataclasses.replace(value, value=match[1])
        return value

    return tuple(bare(value) for value in values)


def _all(root: Any) -> Iterator[tuple[str, str, str]]:
    elements = [(_key(element), element.get("content") or "") for element in root.iter("meta")]
    titles = [text for key, text in elements if _OPENGRAPH.get(key) == "title"]
    titles += [" ".join(element.itertext()) for name in ("title", "h1") for element in islice(root.iter(name), 2)]
    yield from ((field, text, "json-ld") for field, text in find_stated(root, titles))
    microdata = [(field, text, "microdata") for field, text in find_microdata(root)]
    yield from (value for value in microdata if value[0] != "title")
    yield from ((_OPENGRAPH[key], text, "opengraph") for key, text in elements if key in _OPENGRAPH)
    yield from (value for value in microdata if value[0] == "title")  # a heading as shown, often with a kicker
    yield from ((_META[key], text, "meta") for key, text in elements if key in _META)
    yield from _document(root)
    yield from find_times(root)


def _key(element: Any) -> str:
    return (element.get("property") or element.get("name") or element.get("http-equiv") or "").strip().lower()


def _document(root: Any) -> Iterator[tuple[str, str, str]]:
    for element in root.iter("link"):
        if (element.get("rel") or "").lower() == "canonical" and element.get("href"):
            yield "canonical_url", element.get("href"), "meta"
    language = root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang")
    if language:
        yield "language", language, "meta"
    for element in root.iter("title"):
        yield "title", element.text or "", "element"
        break
