"""Whose work stands on a page: wires, photographers, reporters and editors, owners of copyright, first publishers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from copydesk.clean.units import Unit
from copydesk.lexicon import World
from copydesk.record import Block, Credit, CreditKind, Page, Span

# Each construction names its holder in the group `name`. Order matters: the first that fits a stretch wins.
_CONSTRUCTIONS: tuple[tuple[CreditKind, str], ...] = (
    ("illustration", r"(?:photo )?illustrations?(?: by)?\s*[:,]?\s*(?P<name>[^.;|]+)"),
    ("illustration", r"(?:graphics?|chart|map|data)(?: by)?\s*:\s*(?P<name>[^.;|]+)"),
    ("photo", r"(?:(?:file )?photo(?:graph)?s?|image|picture|video|footage)(?: (?:by|credit|source|courtesy of|via))?"
              r"\s*[:,]?\s+(?P<name>[^.;|]+)"),
    ("reporting", r"(?:additional |with )?reporting by:?\s+(?P<name>[^.;|)]+)"),
    ("editing", r"(?:editing|edited|writing) by:?\s+(?P<name>[^.;|)]+)"),
    ("reporting", r"(?P<name>[A-Z][^.;|]*?) contributed(?: reporting)?\b"),
    ("first_published", r"(?:first|originally) published (?:by|in|on|at)\s+(?P<name>(?:the )?[A-Z][^.;|,]*?)"
                        r"(?= and is| on \w+ \d|[.;|,)]|$)"),
    ("copyright", r"(?:©|copyright|\(c\))\s*(?:©\s*)?(?:\d{4}(?:[-–]\d{2,4})?,?\s*)?(?:by\s+)?(?P<name>[A-Z][^.;|]*)"),
    ("other", r"(?:with files from|with agencies|source:|sources:|credit[,:.]*|courtesy of)\s*(?P<name>[^.;|]+)"),
)
_PATTERNS = tuple((kind, re.compile(pattern, re.IGNORECASE if kind != "copyright" else 0)) for kind, pattern in _CONSTRUCTIONS)
_FILED = re.compile(r"\((?P<name>[A-Z][A-Za-z .-]{1,30})\)")
_SIGNED = re.compile(r"(?:[—–-]\s*|\()(?P<name>[A-Z][A-Za-z .-]{1,40})\)?\.?$")


def find_credits(units: Iterable[Unit], world: World) -> tuple[Credit, ...]:
    """The credits in the credit and legal units of one article, in page order."""
    return tuple(credit for unit in units for credit in _of_line(unit, world))


def _of_line(unit: Unit, world: World) -> Iterator[Credit]:
    taken: list[tuple[int, int]] = []
    for kind, pattern in _PATTERNS:
        for match in pattern.finditer(unit.text):
            begin, end = match.span("name")
            name = unit.text[begin:end].strip(" ,:()")
            if name and all(match.end() <= left or match.start() >= right for left, right in taken):
                taken.append(match.span())
                yield Credit(kind=kind, name=name, span=Span(start=unit.start + match.start(), end=unit.start + match.end()))
    if not taken and unit.text.strip():
        agencies = world.furniture.words["agency"].intersection(unit.words)
        span = Span(start=unit.start, end=unit.end)
        yield Credit(kind="photo" if agencies else "other", name=unit.text.strip(" ()[]"), span=span)


def find_wire(page: Page, blocks: tuple[Block, ...], names: Iterable[str], world: World) -> str | None:
    """The agency whose copy an article is: in its dateline, its byline, its copyright line or its last line; else None.

    names: bylines and non-photo credits as shown. A photographer's agency makes no article a wire's copy.
    """
    texts = {role: [page.text[block.span.start:block.span.end] for block in blocks if block.role == role]
             for role in ("dateline", "paragraph")}
    matches = [_FILED.search(line) for line in texts["dateline"][:1]]
    matches += [_SIGNED.search(line.strip()) for line in texts["paragraph"][-1:]]
    for match in matches:
        if match and (wire := _wire(match["name"], world)):
            return wire
    return next((wire for name in names if (wire := _wire(name, world))), None)


def _wire(name: str, world: World) -> str | None:
    """The table's name of a wire, where the words name one."""
    for part in (name, *re.split(r",|/| and |\bvia\b", name)):
        outlet = world.outlets.find(re.sub(r"^(?:by|the)\s+|\s*(?:\d{4}|staff|news agency)\s*$", "", part.strip(), flags=re.I))
        if outlet and outlet.is_wire:
            return outlet.name
    return next((outlet.name for outlet in world.outlets.find_credits(name) if outlet.is_wire), None)
