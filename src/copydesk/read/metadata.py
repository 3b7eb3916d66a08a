"""What a page states about its article: JSON-LD, microdata, OpenGraph, meta elements, `<time>`; every value with its basis."""

from __future__ import annotations

import dataclasses
import html
import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from copydesk.read.stamps import iso_of
from copydesk.record import MetadataValue

MAX_SCRIPT = 2_000_000  # characters of one JSON-LD script; larger ones hold product lists, not articles
MAX_DEPTH = 12  # levels of a JSON-LD script that are walked
MAX_VALUES = 12  # values of one field from one basis
_ARTICLE_TYPE = re.compile(r"Article|Posting|Report|NewsAnalysis|Review", re.IGNORECASE)
_SUFFIX = re.compile(r"(.*\S)\s+[-|–—:•]\s+([^|–—]+)$")
_COMMENT = re.compile(r"^\s*(?://)?\s*<!(?:\[CDATA\[|--)|(?://)?\s*(?:\]\]|--)>\s*;?\s*$")
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
_ITEMPROPS = {"headline": "title", "datepublished": "published", "datemodified": "modified", "author": "author"}


def find_metadata(root: Any) -> tuple[MetadataValue, ...]:
    """The values a document states, most trusted basis first, in document order within a basis; repeated ones once."""
    values: dict[tuple[str, str, str], MetadataValue] = {}
    for field, text, basis in _all(root):
        cleaned = " ".join(html.unescape(text).split())
        if field in ("published", "modified"):
            cleaned = iso_of(cleaned) or cleaned
        known = sum(key[0] == field and key[2] == basis for key in values)
        if cleaned and known < MAX_VALUES:
            values.setdefault((field, cleaned, basis), MetadataValue(field=field, value=cleaned, basis=basis))
    return _without_suffixes(tuple(values.values()))


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
    yield from ((field, text, "json-ld") for field, text in _json_ld(root))
    yield from ((field, text, "microdata") for field, text in _microdata(root))
    elements = [(_key(element), element.get("content") or "") for element in root.iter("meta")]
    yield from ((_OPENGRAPH[key], text, "opengraph") for key, text in elements if key in _OPENGRAPH)
    yield from ((_META[key], text, "meta") for key, text in elements if key in _META)
    yield from _document(root)
    for element in root.iter("time"):
        if _is_publication(element):
            yield "published", element.get("datetime") or "", "time"
    for element in root.iter("abbr"):  # as blogs marked their days before there was a <time>
        if "publish" in (element.get("class") or "").lower():
            yield "published", element.get("title") or "", "time"


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


def _is_publication(element: Any) -> bool:
    """Whether a `<time>` is the article's own: marked so, or the first one that is not in a list of other stories."""
    if not element.get("datetime"):
        return False
    marks = " ".join(filter(None, (element.get("itemprop"), element.get("class"), element.get("pubdate")))).lower()
    if "modif" in marks or "updat" in marks:
        return False
    if "publ" in marks or "datetime" in marks:
        return True
    above = {parent.tag for parent in element.iterancestors()}
    return bool(above & {"article", "main", "header"}) and not above & {"aside", "li", "nav", "footer"}


def _microdata(root: Any) -> Iterator[tuple[str, str]]:
    for element in root.iter():
        prop = element.get("itemprop") if isinstance(element.tag, str) else None
        field = _ITEMPROPS.get((prop or "").lower())
        if field and _is_of_article(element):
            text = element.get("content") or element.get("datetime") or " ".join(element.itertext())
            if len(text) < 400:
                yield field, text


def _is_of_article(element: Any) -> bool:
    """Whether a property is the article's: it stands neither beside it nor in an object of its own, such as a picture."""
    for parent in element.iterancestors():
        if parent.tag in ("aside", "nav", "footer", "figure", "figcaption"):
            return False
        if parent.get("itemscope") is not None:
            kind = parent.get("itemtype") or ""
            return not kind or bool(_ARTICLE_TYPE.search(kind) or kind.endswith(("WebPage", "Blog", "CreativeWork")))
    return True


def find_nodes(root: Any, holding: str = "") -> list[dict[str, Any]]:
    """All objects of the document's JSON-LD scripts, those inside others too; of scripts that hold a word only, if given."""
    nodes: list[dict[str, Any]] = []
    for script in root.iter("script"):
        if "ld+json" in (script.get("type") or "").lower() and holding in (script.text or ""):
            nodes += _walk(_parse(script.text or ""), 0)
    return nodes


def find_names(value: Any, nodes: Iterable[dict[str, Any]]) -> tuple[str, ...]:
    """Names of people and organisations in a JSON-LD value: text, objects, or references to other objects."""
    return tuple(_names(value, _by_id(nodes)))


def find_texts(value: Any) -> tuple[str, ...]:
    """The texts of a JSON-LD value that may be one, a list, or an object with a name."""
    return tuple(_texts(value))


def _by_id(nodes: Iterable[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    return {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str) and len(node) > 1}


def _json_ld(root: Any) -> Iterator[tuple[str, str]]:
    nodes = find_nodes(root)
    by_id = _by_id(nodes)
    articles = [node for node in nodes if _is_article(node)]
    for node in sorted(articles, key=lambda node: ("headline" not in node, "datePublished" not in node))[:1]:
        yield from _article_values(node, by_id)
    if not any("datePublished" in node or "dateCreated" in node for node in articles):
        yield from (("published", text) for node in nodes if _is_page(node) for text in _texts(node.get("datePublished")))


def _parse(text: str) -> Any:
    """The JSON of a script; None where it cannot be read even with a lost comment mark or raw line breaks."""
    if len(text) > MAX_SCRIPT:
        return None
    bare = _COMMENT.sub("", text).strip().rstrip(";")
    for attempt in (bare, re.sub(r",\s*([}\]])", r"\1", bare), re.sub(r"[\x00-\x1f]+", " ", html.unescape(bare))):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _walk(node: Any, depth: int) -> Iterator[dict[str, Any]]:
    """All objects, those of a list or `@graph` too; teasers inside a list of parts come after the page's own article."""
    if depth > MAX_DEPTH:
        return
    if isinstance(node, list):
        for each in node:
            yield from _walk(each, depth + 1)
    elif isinstance(node, dict):
        yield node
        for value in node.values():
            if isinstance(value, (list, dict)):
                yield from _walk(value, depth + 1)


def _is_article(node: dict[str, Any]) -> bool:
    return any(_ARTICLE_TYPE.search(kind) for kind in _texts(node.get("@type")))


def _is_page(node: dict[str, Any]) -> bool:
    """Whether an object is the page itself: where no article says when it was published, the page may."""
    return any(kind in ("WebPage", "ItemPage") for kind in _texts(node.get("@type")))


def _article_values(node: dict[str, Any], by_id: dict[str, dict[str, Any]]) -> Iterator[tuple[str, str]]:
    plain = {"headline": "title", "datePublished": "published", "dateCreated": "published", "dateModified": "modified",
             "articleSection": "section", "inLanguage": "language", "description": "standfirst"}
    for key, field in plain.items():
        if key != "dateCreated" or "datePublished" not in node:
            yield from ((field, text) for text in _texts(node.get(key)))
    yield from (("author", name) for name in _names(node.get("author") or node.get("creator"), by_id))
    yield from (("outlet", name) for name in _names(node.get("publisher"), by_id))
    address = node.get("mainEntityOfPage") or node.get("url")
    address = address.get("@id") if isinstance(address, dict) else address
    if isinstance(address, str) and address.startswith("http"):
        yield "canonical_url", address


def _names(value: Any, by_id: dict[str, dict[str, Any]]) -> Iterator[str]:
    """Names of people and organisations, given as text, as objects, or by reference."""
    for each in value if isinstance(value, list) else [value]:
        if isinstance(each, str):
            yield by_id[each].get("name", "") if each in by_id else each
        elif isinstance(each, dict):
            named = each if each.get("name") else by_id.get(str(each.get("@id")), {})
            yield from _texts(named.get("name"))


def _texts(value: Any) -> Iterable[str]:
    """The texts in a value that may be one or a list, or a language-tagged object."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, list):
        return [text for each in value for text in _texts(each)]
    if isinstance(value, dict) and isinstance(value.get("@value") or value.get("name"), str):
        return [value.get("@value") or value["name"]]
    return []
