"""Whose work stands on a page: wires, photographers, reporters and editors, owners of copyright, first publishers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from copydesk.clean.units import Unit
from copydesk.lexicon import World
from copydesk.record import Block, Credit, CreditKind, Page, Span

_STAFF = r"(?P<name>[^.;|)]+?)(?=,? (?:and )?(?:additional |with )?(?:reporting|editing|edited|writing|compiled) by\b|[.;|)]|$)"
# Each construction names its holder in the group `name`. Order matters: the first that fits a stretch wins.
_CONSTRUCTIONS: tuple[tuple[CreditKind, str], ...] = (
    ("illustration", r"(?:photo )?illustrations?(?: by)?\s*[:,]?\s*(?P<name>[^.;|]+)"),
    ("illustration", r"(?:graphics?|chart|map|data)(?: by)?\s*:\s*(?P<name>[^.;|]+)"),
    ("photo", r"(?:(?:file )?photo(?:graph)?s?|image|picture|video|footage)(?: (?:by|credit|source|courtesy of|via))?"
              r"\s*[:,]?\s+(?P<name>[^.;|]+)"),
    ("reporting", r"(?:additional |with )?reporting by:?\s+" + _STAFF),
    ("editing", r"(?:editing|edited|writing|compiled) by:?\s+" + _STAFF),
    ("reporting", r"(?P<name>[A-Z][^.;|]{0,200}?) contributed(?: reporting)?\b"),
    ("first_published", r"(?:first|originally) published (?:by|in|on|at)\s+(?P<name>(?:the )?[A-Z][^.;|,]*?)"
                        r"(?= and is| on \w+ \d|[.;|,)]|$)"),
    ("copyright", r"(?:©|[Cc]opyright|COPYRIGHT|\([Cc]\))\s*(?:©\s*|\([Cc]\)\s*)?(?:\d{4}(?:[-–]\d{2,4})?,?\s*)?(?:by\s+)?"
                  r"(?P<name>[A-ZÀ-Þ][^.;|]*?)(?=,? (?:19|20)\d\d\b|,? [Aa]ll [Rr]ights|[.;|]|$)"),
    ("other", r"(?:with files from|with agencies|source:|sources:|credit[,:.]*|courtesy of)\s*(?P<name>[^.;|]+)"),
)
LONGEST_LINE = 4_000  # characters of a line in which credits are looked for
_PATTERNS = tuple((kind, re.compile(pattern, re.IGNORECASE if kind != "copyright" else 0)) for kind, pattern in _CONSTRUCTIONS)
# Kinds whose names are those of several people, and what parts them; where they work is no part of a name.
_SEVERAL = frozenset(("reporting", "editing"))
_PEOPLE = re.compile(r"(?:(?!,|;| and | & ).)+")
_POSTED = re.compile(r" (?:in|at|from) .*|^and ")
# Kinds that legal lines hold too; what else stands there is no credit.
_IN_LEGAL = frozenset(("reporting", "editing", "first_published", "copyright"))
_FILED = re.compile(r"\((?P<name>[A-Z][A-Za-z .-]{1,30})\)")
_SIGNED = re.compile(r"(?:[—–-]\s*|\()(?P<name>[A-Z][A-Za-z .-]{1,40})\)?\.?$")


def find_credits(units: Iterable[Unit], world: World) -> tuple[Credit, ...]:
    """The credits in credit units of one article, in page order; each of several people is one."""
    return tuple(credit for unit in units for credit in _of_line(unit, world))


def find_legal_credits(units: Iterable[Unit]) -> tuple[Credit, ...]:
    """Owners of copyright, first publishers, reporters and editors whom the legal units of one article name."""
    return tuple(credit for unit in units for credit in _told(unit) if credit.kind in _IN_LEGAL)


def _of_line(unit: Unit, world: World) -> Iterator[Credit]:
    told = tuple(_told(unit))
    yield from told
    if not told and unit.text.strip():
        agencies = world.furniture.words["agency"].intersection(unit.words)
        span = Span(start=unit.start, end=unit.end)
        yield Credit(kind="photo" if agencies or _is_pictured(unit) else "other", name=unit.text.strip(" ()[]"), span=span)


def _is_pictured(unit: Unit) -> bool:
    """Whether a unit stands in the figure of a picture."""
    return any(element.partition(".")[0].partition("#")[0] in ("figure", "figcaption") for element in unit.piece.path)


def _told(unit: Unit) -> Iterator[Credit]:
    taken: list[tuple[int, int]] = []
    for kind, pattern in _PATTERNS:
        for match in pattern.finditer(unit.text, 0, LONGEST_LINE):
            begin, end = match.span("name")
            name = unit.text[begin:end].strip(" ,:()")
            if name and all(match.end() <= left or match.start() >= right for left, right in taken):
                taken.append(match.span())
                if kind in _SEVERAL:
                    yield from _people(unit, kind, begin, end)
                else:
                    span = Span(start=unit.start + match.start(), end=unit.start + match.end())
                    yield Credit(kind=kind, name=name, span=span)


def _people(unit: Unit, kind: CreditKind, begin: int, end: int) -> Iterator[Credit]:
    """A credit for each person named, with the place of the name."""
    for part in _PEOPLE.finditer(unit.text, begin, end):
        name = _POSTED.sub("", part.group().strip(" ():&"))
        if name:
            start = unit.start + unit.text.index(name, part.start())
            yield Credit(kind=kind, name=name, span=Span(start=start, end=start + len(name)))


def find_wire(
    page: Page, blocks: tuple[Block, ...], names: Iterable[tuple[str, Span | None]], world: World,
) -> Credit | None:
    """The agency whose copy an article is: in its dateline, its byline, its copyright line or its last line; else None.

    names: bylines and non-photo credits as shown. A photographer's agency makes no article a wire's copy.
    """
    spans = {role: [block.span for block in blocks if block.role == role] for role in ("dateline", "paragraph")}
    places = [(span, _FILED) for span in spans["dateline"][:1]] + [(span, _SIGNED) for span in spans["paragraph"][-1:]]
    for span, pattern in places:
        match = pattern.search(page.text[span.start:span.end].rstrip())
        if match and (wire := _wire(match["name"], world)):
            named = Span(start=span.start + match.start("name"), end=span.start + match.end("name"))
            return Credit(kind="wire", name=wire, span=named)
    found = ((wire, place) for name, place in names if (wire := _wire(name, world)))
    return next((Credit(kind="wire", name=wire, span=place) for wire, place in found), None)


def _wire(name: str, world: World) -> str | None:
    """The table's name of a wire, where the words name one."""
    for part in (name, *re.split(r",|/| and |\bvia\b", name)):
        outlet = world.outlets.find(re.sub(r"^(?:by|the)\s+|\s*(?:\d{4}|staff|news agency)\s*$", "", part.strip(), flags=re.I))
        if outlet and outlet.is_wire:
            return outlet.name
    return next((outlet.name for outlet in world.outlets.find_credits(name) if outlet.is_wire), None)
