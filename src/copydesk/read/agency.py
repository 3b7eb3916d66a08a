"""Copy as news agencies send it: NITF, NewsML-G2 and NewsML 1; one entry a story, its body written out as HTML."""

from __future__ import annotations

import html
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from copydesk.lexicon import load_world
from copydesk.read.entries import Entry, Gap, Part, clean_line, tell_left_out
from copydesk.read.nitf import find_all, write_body, write_line, write_text
from copydesk.read.page import charset_of
from copydesk.read.parcel import Parcel
from copydesk.read.stamps import iso_of
from copydesk.read.xmltree import Element, read_xml

MAX_STORIES = 20_000
ROOTS = ("nitf", "newsml", "newsmessage", "newsitem", "packageitem", "conceptitem", "knowledgeitem")
_BODIES = ("nitf", "html", "body", "datacontent", "inlinedata")
_OTHERS = {"packageitem": "packages that only list stories", "conceptitem": "concepts", "knowledgeitem": "concepts"}
_STOPPED = frozenset(("canceled", "cancelled", "withheld", "killed"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """One story as found. lines: what stands around the body, as HTML above and below it."""

    headline: str | None
    above: str
    body: str
    below: str
    published: str | None
    modified: str | None
    outlet: str | None
    language: str | None
    section: str | None
    notes: tuple[str, ...]


def read_agency(parcel: Parcel) -> Iterator[Part]:
    """The stories of a file; pictures, packages and items without words are counted and told."""
    tree = read_xml(parcel.load(), declared=charset_of(parcel.media_type))
    if tree.fault:
        yield Gap(reason=tree.fault)
    if tree.root is None:
        return
    left_out: Counter[str] = Counter()
    found = list(_items(tree.root))
    is_one = len(found) == 1 and found[0].name not in _OTHERS
    number = 0
    for element in found:
        story = _kind(element) or (_nitf_story(element) if element.name == "nitf" else _newsml_story(element))
        if isinstance(story, str):
            left_out[story] += 1
        elif number >= MAX_STORIES:
            left_out[f"stories beyond the first {MAX_STORIES:,}"] += 1
        else:
            number += 1
            yield _entry(story, None if is_one else number)
    if not found:
        yield Gap(reason="the file holds no story")
    yield from tell_left_out(left_out, of="the file")


def _items(root: Element) -> Iterator[Element]:
    """The stories of a document, and what stands beside them; an item within an item belongs to the outer one."""
    if root.name in ("nitf", "newsitem", *_OTHERS):
        yield root
    else:
        for child in root.children():
            yield from _items(child)


def _kind(element: Element) -> str | None:
    """What an item is that is no story of words; None for a story."""
    if element.name in _OTHERS:
        return _OTHERS[element.name]
    kind = next((each.attributes.get("qcode", "") for each in find_all(element, "itemclass")), "").rpartition(":")[2]
    if any(True for _ in _bodies(element)):
        return None
    return f"items of the kind {kind}" if kind and kind != "text" else "items without words"


def _bodies(element: Element) -> Iterator[Element]:
    """The elements that hold words: the outermost of each kind."""
    for child in element.children() if element.name != "nitf" else (element,):
        if child.name in _BODIES and child.text().strip():
            yield child
        elif child.name not in _BODIES:
            yield from _bodies(child)


def _entry(story: Story, number: int | None) -> Entry:
    return Entry(
        number=number, basis="agency", media_type="application/xml", markup=f"{story.above}{story.body}{story.below}",
        headline=story.headline, published=story.published,
        modified=story.modified if story.modified != story.published else None, outlet=story.outlet,
        language=story.language, section=story.section, notes=story.notes,
    )


def _nitf_story(root: Element) -> Story:
    """A story of NITF; without a headline the title of its head stands for it."""
    head = next(find_all(root, "body.head"), Element("body.head"))
    published = _time(root, "date.release", "date.issue", "date.publication", "story.date")
    copyright_line = _words(root, "doc.copyright", attribute="holder")
    year = _words(root, "doc.copyright", attribute="year") or (published or "")[:4]
    return Story(
        headline=_words(head, "hl1") or _words(head, "hedline") or _words(root, "title"),
        above="".join((
            *(write_line("h2", each) for each in find_all(head, "hl2")),
            *(write_line("p", each) for each in find_all(head, "abstract")),
            *(_byline(each) for each in find_all(head, "byline")),
        )),
        body=_filed("".join(write_body(each) for each in _contents(root)), head),
        below="".join((
            *(write_line("p", each, "credit") for each in find_all(root, "tagline", "bibliography")),
            write_text("p", f"© {year} {copyright_line}" if copyright_line else "", "copyright"),
        )),
        published=published, modified=_time(root, "revision-history"), language=root.attributes.get("lang"),
        outlet=_outlet(_words(root, "distributor") or _words(root, "pubdata", attribute="name") or copyright_line),
        section=_words(root, "pubdata", attribute="position.section"), notes=tuple(_told(head, "note")),
    )


def _newsml_story(element: Element) -> Story:
    """A story of NewsML: what its metadata state, around the longest of its bodies; one in NITF gives what they lack."""
    body = max(_bodies(element), key=lambda each: len(each.text()))
    inner = _nitf_story(body) if body.name == "nitf" else None
    status = _words(element, "pubstatus", attribute="qcode") or _words(element, "status", attribute="formalname") or ""
    told = status.rpartition(":")[2].lower()
    until = _time(element, "embargoed", "statuswillchange")
    notes = [f"the agency has marked it as {told}"] if told in _STOPPED else []
    notes += [f"embargoed until {until}"] if until else []
    notes += _told(element, "ednote")
    stated = [_byline(each) for each in find_all(element, "by", "byline")]
    credits = [write_line("p", each, "credit") for each in find_all(element, "creditline")]
    owned = [write_line("p", each, "copyright") for each in find_all(element, "copyrightnotice", "copyrightline")]
    above, text, below = (inner.above, inner.body, inner.below) if inner else ("", write_body(body), "")
    return Story(
        headline=_words(element, "headline") or (inner.headline if inner else None) or _words(element, "title"),
        above=above if "byline" in above else "".join((above, *stated)),
        body=text if any(find_all(body, "dateline")) else _filed(text, element),
        below=below + "".join(line for line in (*credits, *owned) if line not in below),
        published=_time(element, "firstcreated", "contentcreated", "versioncreated", "thisrevisioncreated", "dateandtime")
        or (inner.published if inner else None),
        modified=_time(element, "versioncreated", "thisrevisioncreated", "contentmodified"),
        outlet=_provider(element) or (inner.outlet if inner else None),
        language=body.attributes.get("lang") or _words(element, "language", attribute="tag")
        or _words(element, "language", attribute="formalname") or element.attributes.get("lang"),
        section=inner.section if inner else None, notes=(*notes, *(inner.notes if inner else ())),
    )


def _contents(root: Element) -> Iterator[Element]:
    """The bodies of a story of NITF; notes to editors hold such elements too."""
    for body in root.children("body"):
        yield from body.children("body.content")


def _told(element: Element, name: str) -> list[str]:
    """What the agency tells editors, which is no part of the story."""
    return [f"the agency's note to editors: {line}" for each in find_all(element, name) if (line := clean_line(each.text()))]


def _filed(body: str, head: Element) -> str:
    """The body with the first dateline before its first words and a dash between, as it is printed."""
    line = next((line for each in find_all(head, "dateline") if (line := clean_line(each.text()))), "")
    if not line:
        return body
    opening, first, rest = body.partition("<p>")
    shown = html.escape(line if line[-1] in "-–—" else f"{line} —", quote=False)
    return f"{opening}{first}{shown} {rest}" if first else f"<p>{shown}</p>{body}"


def _byline(element: Element) -> str:
    """The writers' line, and their post or agency below it."""
    names = Element(element.name, parts=[part for part in element.parts if isinstance(part, str) or part.name != "byttl"])
    line = clean_line(names.text())
    post = next((each.text() for each in element.children("byttl")), "")
    by = line if not line or line.lower().startswith("by ") else f"By {line}"
    return write_text("p", by or "", "byline") + write_text("p", post, "byline")


def _provider(element: Element) -> str | None:
    found = next(find_all(element, "provider"), None)
    named = _words(found, "name", "partyname") if found else None
    code = next((found.attributes[key] for key in ("literal", "qcode") if key in found.attributes), "") if found else ""
    party = next((each.attributes.get("formalname") for each in find_all(found, "party")), None) if found else None
    return _outlet(named or party or code.rpartition(":")[2] or None)


def _outlet(name: str | None) -> str | None:
    known = load_world().outlets.find_plain(name) if name else None
    return known.name if known else name


def _words(element: Element, *names: str, attribute: str | None = None) -> str | None:
    """The first words (or values of an attribute) of the elements below with one of the names."""
    found = find_all(element, *names)
    values = (each.attributes.get(attribute) for each in found) if attribute else (each.text() for each in found)
    return next((line for value in values if (line := clean_line(value))), None)


def _time(element: Element, *names: str) -> str | None:
    """The first time that can be read, the names tried in their order."""
    for name in names:
        for each in find_all(element, name):
            if moment := iso_of(each.attributes.get("norm") or each.attributes.get("value") or clean_line(each.text())):
                return moment
    return None
