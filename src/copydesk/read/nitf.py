"""The elements of agency copy written as HTML: NITF's own names, and those of XHTML within NewsML."""

from __future__ import annotations

import html
from collections.abc import Iterator

from copydesk.read.entries import clean_line
from copydesk.read.xmltree import Element

# Elements of NITF that are not HTML -> the element and class that stand for them. Others inside a line lose their tags.
_WRITTEN = {
    "hl1": ("h2", ""), "hl2": ("h2", ""), "hedline": ("div", ""), "block": ("div", ""), "media": ("figure", ""),
    "media-caption": ("figcaption", ""), "media-producer": ("p", "credit"),
    "bq": ("blockquote", ""), "credit": ("p", "credit"), "nitf-table": ("table", ""), "fn": ("p", ""),
    "datasource": ("p", "credit"), "abstract": ("p", ""),
}
_KEPT = frozenset((
    "p", "ul", "ol", "li", "dl", "dt", "dd", "table", "caption", "thead", "tbody", "tfoot", "tr", "td", "th", "pre", "hr", "br",
    "blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "div", "section", "article", "figure", "figcaption",
))
_SKIPPED = frozenset((
    "media-reference", "media-metadata", "media-object", "nitf-table-metadata", "custom-table", "head", "script", "style",
))
_VOID = frozenset(("br", "hr"))
_SPANS = ("colspan", "rowspan")


def find_all(element: Element, *names: str) -> Iterator[Element]:
    """The elements below with one of the names, in reading order."""
    for child in element.children():
        if child.name in names:
            yield child
        yield from find_all(child, *names)


def write_body(element: Element) -> str:
    """What lies below an element as HTML; plain words without any elements as one paragraph a line."""
    if any(element.children()):
        return "".join(_written(part) for part in element.parts)
    return "".join(f"<p>{html.escape(line, quote=False)}</p>" for line in element.text().splitlines() if line.strip())


def write_line(tag: str, element: Element, name: str = "") -> str:
    """The words of an element on one line; "" where there are none."""
    return write_text(tag, element.text(), name)


def write_text(tag: str, text: str, name: str = "") -> str:
    """Words as one element of a class; "" where there are none."""
    line = clean_line(text)
    stated = f' class="{name}"' if name else ""
    return f"<{tag}{stated}>{html.escape(line, quote=False)}</{tag}>" if line else ""


def _written(part: str | Element) -> str:
    if isinstance(part, str):
        return html.escape(part, quote=False)
    if part.name in _SKIPPED:
        return ""
    inner = "".join(_written(each) for each in part.parts)
    tag, name = _WRITTEN.get(part.name, (part.name if part.name in _KEPT else "", ""))
    if not tag:
        return inner
    spans = "".join(f' {key}="{html.escape(part.attributes[key])}"' for key in _SPANS if key in part.attributes)
    stated = (f' class="{name}"' if name else "") + spans
    return f"<{tag}{stated}>" if tag in _VOID else f"<{tag}{stated}>{inner}</{tag}>"
