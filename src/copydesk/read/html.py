"""HTML to text, once: a capped walk over the elements that keeps, for each block, where it came from."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any

from copydesk.read.captions import find_captions
from copydesk.read.live import find_stated_entries
from copydesk.read.metadata import find_metadata
from copydesk.read.outside import ask_day
from copydesk.read.stamps import iso_of
from copydesk.read.tables import Grid, is_row, read_span
from copydesk.read.timemarks import find_scripted
from copydesk.record import MetadataValue, Piece, Span, StatedEntry

MAX_NODES = 300_000  # elements walked; the largest of 258 news pages has 21,000
MAX_PATH = 24  # elements kept in Piece.path, the innermost ones
SKIPPED = frozenset((
    "script", "style", "noscript", "template", "svg", "head", "iframe", "object", "embed", "canvas", "select", "option",
    "datalist", "input", "button", "textarea", "math", "audio", "video", "map",
))
BLOCKS = frozenset((
    "html", "body", "address", "article", "aside", "blockquote", "center", "dd", "details", "dialog", "div", "dl", "dt",
    "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr",
    "legend", "li", "main", "menu", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "thead", "tfoot",
    "caption", "tr", "ul",
))
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_ENDS = re.compile(r"</(?:html|body)\s*>", re.IGNORECASE)
_SPACE = re.compile(r"[ \t\n\r\f\u200b\ufeff]+")


@dataclass(frozen=True, slots=True)
class Markup:
    """The text of a document with its pieces in reading order, what its metadata states, and what went wrong."""

    text: str
    pieces: tuple[Piece, ...]
    metadata: tuple[MetadataValue, ...]
    notes: tuple[str, ...]
    entries: tuple[StatedEntry, ...] = ()
    is_live: bool = False


def read_markup(text: str, *, url: str | None = None) -> Markup:
    """One HTML document, already decoded. Broken markup is read as a browser would, as far as the caps allow."""
    root, note = parse_markup(text)
    if root is None:
        return Markup("", (), (), (note or "the markup cannot be parsed: save the page again",))
    walk = _Walk()
    walk.run(root)
    notes = tuple(each for each in (note, walk.note) if each)
    plain = "".join(walk.parts)
    metadata = find_metadata(root, url)
    if not any(value.field == "published" and iso_of(value.value) for value in metadata):
        guesses = ((iso_of(find_scripted(root)), "script"), (ask_day(text, url), "htmldate"))
        metadata += tuple(MetadataValue(field="published", value=day, basis=basis) for day, basis in guesses if day)
    is_live, entries = find_stated_entries(root)
    return Markup(plain, tuple(walk.pieces), metadata, notes, entries, is_live)


def parse_markup(text: str) -> tuple[Any, str | None]:
    """The root element; None where nothing can be parsed. Bytes go in, as an XML declaration in text is refused."""
    from lxml import etree

    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True)
    # The parser would drop what stands behind an end of the document that comes too early.
    raw = _ENDS.sub("", text.replace("\x00", "")).encode("utf-8", "replace")
    try:
        root = etree.fromstring(raw, parser) if raw.strip() else None
    except etree.LxmlError as fault:
        return None, f"the markup cannot be parsed ({fault})"
    deep = any("Excessive depth" in entry.message for entry in parser.error_log)
    return root, "the markup is nested too deeply; what lies deeper was left out" if deep else None


@dataclass(slots=True)
class _Walk:
    """One pass over the elements. parts: the text so far; a piece closes where a block starts or ends.

    path, tags, numbers: of the elements that are open; blocks: those of them that are blocks; words, hrefs, linked: of the
    piece that is open.
    """

    parts: list[str] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    note: str | None = None
    length: int = 0
    words: list[str] = field(default_factory=list)
    hrefs: list[str] = field(default_factory=list)
    blocks: list[Any] = field(default_factory=list)
    path: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    numbers: list[int] = field(default_factory=list)
    time: str | None = None
    links: int = 0
    linked: int = 0
    grids: list[Grid] = field(default_factory=list)
    cell: int = 0
    in_row: bool = False
    pictured: list[tuple[str, str, int]] = field(default_factory=list)
    told: set[str] = field(default_factory=set)

    def run(self, root: Any) -> None:
        from lxml import etree

        walk = etree.iterwalk(root, events=("start", "end"))
        for count, (event, element) in enumerate(walk):
            if count > 2 * MAX_NODES:
                self.note = f"only the first {MAX_NODES} elements of the page were read"
                break
            if event == "end":
                self._close(element)
                text = element.tail
            elif self._open(element, count):
                text = element.text
            else:
                walk.skip_subtree()
                continue
            if text and (self.words or not text.isspace()):
                self.words.append(text)
                if self.links:
                    self.linked += len(text.strip())
        self._flush()

    def _open(self, element: Any, number: int) -> bool:
        """Takes up an element; whether its text is shown."""
        tag = element.tag
        if tag in BLOCKS:
            self._break()
            self.blocks.append(element)
        self.tags.append(tag)
        self.numbers.append(number)
        self.path.append(_describe(tag, element.get("class") or "", element.get("id") or ""))
        if tag == "time":
            self.time = self.time or element.get("datetime")
        elif tag == "a":
            self.links += 1
            self.hrefs.append(element.get("href") or "")
        elif tag == "br":
            self._break()
        elif tag in ("td", "th"):
            for words in self.grids[-1].reach_cell() if self.grids else ():
                self._part()
                self.words.append(words)
            self._part()
            self.cell = len(self.words)
        elif tag == "table":
            self.grids.append(Grid())
        elif tag == "tr" and self.grids:
            self.grids[-1].start_row()
            self.in_row = is_row(element)
        elif tag == "img":
            self.pictured += [(*stated, element.sourceline or 0) for stated in find_captions(element)]
        return not (tag in SKIPPED or _is_hidden(element))

    def _close(self, element: Any) -> None:
        tag = self.tags.pop()
        if tag in BLOCKS:
            self.in_row = self.in_row and tag != "tr"
            self._break()
            self.blocks.pop()
        elif tag == "a":
            self.links -= 1
        self.path.pop()
        self.numbers.pop()
        if tag in ("td", "th") and self.grids:
            self._end_cell(element)
        elif tag == "table" and self.grids:
            self.grids.pop()

    def _part(self) -> None:
        """What parts a cell from those before it in its row."""
        self.words.append(" \u2003" if any(word.strip() for word in self.words) else "")

    def _end_cell(self, cell: Any) -> None:
        words = "".join(self.words[self.cell:]) if self.cell <= len(self.words) else ""
        spans = (read_span(cell.get("colspan")), read_span(cell.get("rowspan")))
        more = self.grids[-1].end_cell(words, is_heading=cell.tag == "th", columns=spans[0], rows=spans[1])
        for _ in range(more):
            self._part()

    def _break(self) -> None:
        """A block begins or ends: within a row of a table white space, elsewhere a new piece."""
        if self.in_row:
            self.words.append(" ")
        else:
            self._flush()

    def _flush(self) -> None:
        if self.words:
            line = _SPACE.sub(" ", "".join(self.words)).strip()
            if line:
                self._write(line, self._piece(line))
                self.time = None
            self.words.clear()
            self.linked = 0
        if self.hrefs:
            self.hrefs.clear()
        if self.pictured:
            self._show_pictured()

    def _show_pictured(self) -> None:
        """Captions and credits that stand in attributes, each once, below the block that their picture stands in."""
        for kind, words, line in self.pictured:
            if words not in self.told:
                self.told.add(words)
                piece = self._piece(words)
                path = (*piece.path, f"figcaption.{kind}")
                self._write(words, replace(piece, tag="figcaption", path=path, link_share=0.0, source_line=line))
        self.pictured.clear()

    def _write(self, line: str, piece: Piece) -> None:
        if self.parts:
            self.parts.append("\n")
        self.pieces.append(piece)
        self.parts.append(line)
        self.length = piece.span.end

    def _piece(self, line: str) -> Piece:
        block = self.blocks[-1] if self.blocks else None
        start = self.length + bool(self.parts)
        return Piece(
            span=Span(start=start, end=start + len(line)), tag=block.tag if block is not None else "body",
            path=tuple(self.path[-MAX_PATH:]), link_share=min(1.0, self.linked / len(line)),
            href=next(iter(self.hrefs), None), source_line=(block.sourceline or 0) if block is not None else 0,
            elements=tuple(self.numbers[-MAX_PATH:]), time=iso_of(self.time) or self.time if self.time else self.time,
        )


@lru_cache(maxsize=16_384)
def _describe(tag: str, classes: str, name: str) -> str:
    """`tag.class.class#id` in small letters, "PagePromo" as "page-promo": what an element calls itself."""
    words = "".join("." + word for word in classes.split()[:6])
    return _CAMEL.sub("-", f"{tag}{words}{'#' + name if name else ''}").lower()


def _is_hidden(element: Any) -> bool:
    style = element.get("style")
    return (style is not None and "display:none" in style.replace(" ", "").lower()) or element.get("hidden") is not None
