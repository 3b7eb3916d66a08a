"""XML to a small tree: size, depth and number of elements capped, entity declarations forbidden, nothing fetched.

Feeds in the wild are often not well-formed: what lies before the fault is kept, once the commonest slips (a bare
ampersand, a control character, an HTML entity that XML does not know) are mended.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.entities import html5
from xml.parsers import expat

from copydesk.read.decode import decode

MAX_CHARACTERS = 50_000_000
MAX_DEPTH = 100  # elements within elements; feeds with XHTML inside reach 30
MAX_ELEMENTS = 600_000  # a full sitemap has 450,000
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_BARE = re.compile(r"&(?!#\d{1,7};|#[xX][0-9a-fA-F]{1,6};|(?:amp|lt|gt|quot|apos);)(\w{1,31};)?")
_OPEN, _CLOSE = "<![CDATA[", "]]>"
_DECLARED = re.compile(r"^\s*<\?xml[^>]*\?>")
_VOID = frozenset(("br", "img", "hr", "input", "meta", "link", "source", "wbr"))


class Forbidden(Exception):
    """A document that declares entities, or is deeper or larger than the caps."""


@dataclass(slots=True)
class Element:
    """name: local name in small letters; space: its namespace or ""; parts: texts and elements in their order."""

    name: str
    space: str = ""
    attributes: dict[str, str] = field(default_factory=dict)
    parts: list[str | Element] = field(default_factory=list)

    def children(self, *names: str) -> Iterator[Element]:
        """The elements right below with one of the names; all of them where none is given."""
        for part in self.parts:
            if isinstance(part, Element) and (not names or part.name in names):
                yield part

    def find(self, *names: str) -> Element | None:
        """The first element right below with one of the names, the names tried in their order."""
        return next((child for name in names for child in self.children(name)), None)

    def text(self) -> str:
        """All text below, in reading order."""
        return "".join(part if isinstance(part, str) else part.text() for part in self.parts)

    def markup(self) -> str:
        """What lies below, written as HTML."""
        return "".join(html.escape(part, quote=False) if isinstance(part, str) else part._outer() for part in self.parts)

    def _outer(self) -> str:
        stated = "".join(f' {name}="{html.escape(value)}"' for name, value in self.attributes.items())
        return f"<{self.name}{stated}>" + ("" if self.name in _VOID else f"{self.markup()}</{self.name}>")


@dataclass(frozen=True, slots=True)
class Tree:
    """root: None where nothing could be read. fault: what went wrong, None where nothing did."""

    root: Element | None
    fault: str | None = None


def read_xml(raw: bytes, *, declared: str | None = None) -> Tree:
    """The tree of an XML document, or of what lies before its first fault. declared: a charset from outside."""
    decoded = decode(raw, declared=declared)
    if decoded.encoding is None:
        return Tree(None, decoded.note)
    if len(decoded.text) > MAX_CHARACTERS:
        return Tree(None, f"the XML is longer than {MAX_CHARACTERS:,} characters")
    text = _DECLARED.sub("", decoded.text.lstrip("\ufeff"), count=1).lstrip()
    try:
        tree = _build(text)
        mended = _mend(text) if tree.fault else text
        return _build(mended) if mended != text else tree
    except Forbidden as fault:
        return Tree(None, str(fault))


def _mend(text: str) -> str:
    """The text with control characters dropped and ampersands outside CDATA made good."""
    bare = _CONTROL.sub("", text)
    parts, at = [], 0
    while (start := bare.find(_OPEN, at)) >= 0 and (end := bare.find(_CLOSE, start)) >= 0:
        parts += [_BARE.sub(_escape, bare[at:start]), bare[start:end + len(_CLOSE)]]
        at = end + len(_CLOSE)
    return "".join((*parts, _BARE.sub(_escape, bare[at:])))


def _escape(match: re.Match[str]) -> str:
    character = html5.get(match[1]) if match[1] else None
    return html.escape(character) if character else f"&amp;{match[1] or ''}"


def _build(text: str) -> Tree:
    builder = _Builder()
    parser = expat.ParserCreate(encoding="utf-8", namespace_separator="}")
    parser.buffer_text = True
    parser.StartElementHandler = builder.start
    parser.EndElementHandler = builder.end
    parser.CharacterDataHandler = builder.characters
    parser.StartDoctypeDeclHandler = _check_doctype
    parser.EntityDeclHandler = _refuse_entity
    parser.SkippedEntityHandler = builder.skipped
    try:
        parser.Parse(text.encode("utf-8", "replace"), True)
    except expat.ExpatError as fault:
        why = expat.ErrorString(fault.code)
        return Tree(builder.root, f"the XML is broken at line {fault.lineno} ({why}): what lies behind is lost")
    return Tree(builder.root)


def _check_doctype(_name: str, _system: str | None, _public: str | None, has_subset: bool) -> None:
    if has_subset:
        raise Forbidden("the XML holds a document type of its own, which is not read: feeds and lists need none")


def _refuse_entity(*_declared: object) -> None:
    raise Forbidden("the XML declares entities, which are not read: feeds and lists need none")


class _Builder:
    def __init__(self) -> None:
        self.root: Element | None = None
        self.open: list[Element] = []
        self.count = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self.count += 1
        if self.count > MAX_ELEMENTS or len(self.open) >= MAX_DEPTH:
            raise Forbidden(f"the XML is nested deeper than {MAX_DEPTH} or holds more than {MAX_ELEMENTS:,} elements")
        space, _, local = name.rpartition("}")
        named = {key.rpartition("}")[2].lower(): value for key, value in attributes.items()}
        element = Element(local.lower(), space, named)
        if self.open:
            self.open[-1].parts.append(element)
        elif self.root is None:
            self.root = element
        self.open.append(element)

    def end(self, _name: str) -> None:
        self.open.pop()

    def characters(self, text: str) -> None:
        if self.open:
            self.open[-1].parts.append(text)

    def skipped(self, name: str, is_parameter: bool) -> None:
        if not is_parameter:
            self.characters(html5.get(f"{name};", f"&{name};"))
