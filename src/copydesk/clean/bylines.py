"""Who wrote an article: names in its byline blocks, glued ones too, and what metadata states."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from copydesk.clean.features import is_name
from copydesk.clean.stamps import stamps_of
from copydesk.clean.units import Unit
from copydesk.lexicon import World
from copydesk.record import Ref, Span

_OPENING = re.compile(
    r"^\W*(?:(?:written|words|text|story|report|analysis|opinion|review|posted|compiled|reported|exclusive)?\s*by\b:?|from|author:)\s+",
    re.IGNORECASE,
)
_SEPARATOR = re.compile(r"[,;|/·•&(@]|\s[-–—]\s|\b(?:and|with|in|for|at|is|has|covers|writes)\b")

PLACERS = frozenset(("in", "at", "for"))  # what follows is a place or an outlet


def find_bylines(
    units: Iterable[Unit], stated: Iterable[str], world: World, *, language: str | None = None,
) -> tuple[Ref, ...]:
    """Writers, each once: the names that metadata states, with their place on the page where they show; else those shown.

    units: the byline units of one article. stated: authors as metadata gives them, several perhaps in one string.
    language: of the page, for the words before and between names.
    """
    shown = [ref for unit in units for ref in _names(unit, world, language)]
    by_name: dict[str, Ref] = {}
    for ref in shown:
        by_name.setdefault(_folded(ref.name or ""), ref)
    named = [name for text in stated for name in split_authors(world.writers.mark(text, language), world)]
    if not named:
        return tuple(by_name.values())
    refs = {_folded(name): by_name.get(_folded(name), Ref(span=None, entity_id=None, name=name)) for name in named}
    return tuple(refs.values())


def split_authors(text: str, world: World) -> Iterator[str]:
    """The names in one metadata value: "Ann Lee, Ben Ray and Mia Ng"; addresses are left out."""
    for part in re.split(r",|;|\||\band\b|&|/", _OPENING.sub("", text)):
        name = " ".join(part.split())
        if name and "http" not in name and "@" not in name and "." not in name[-4:-2]:
            yield name


def _names(unit: Unit, world: World, language: str | None) -> Iterator[Ref]:
    furniture = world.furniture
    opening = _OPENING.match(unit.text)
    start = opening.end() if opening else 0
    for part in _parts(world.writers.mark(_without_stamps(unit.text, world), language), start):
        text = unit.text[part[0]:part[1]]
        name = text.title() if text.isupper() else text
        if not opening and name.split()[-1:] and name.split()[-1].lower() in furniture.words["outlet_word"]:
            continue  # a masthead alone on its line
        if is_name(name, furniture):
            span = Span(start=unit.start + part[0], end=unit.start + part[1])
            yield Ref(span=span, entity_id=None, name=name)


def _without_stamps(text: str, world: World) -> str:
    """The text with a mark in place of each letter of a time: "By Ann Lee, 14:02"."""
    for stamp in stamps_of(world).find(text):
        text = text[:stamp.start] + "|" * (stamp.end - stamp.start) + text[stamp.end:]
    return text


def _parts(text: str, start: int) -> Iterator[tuple[int, int]]:
    edges = [start]
    for match in _SEPARATOR.finditer(text, start):
        edges += [match.start(), match.end()]
    edges.append(len(text))
    for i, (left, right) in enumerate(zip(edges[::2], edges[1::2], strict=True)):
        if i and text[edges[2 * i - 1]:left].strip() in PLACERS:
            continue
        part = text[left:right]
        begin = left + len(part) - len(part.lstrip())
        if part.strip():
            yield begin, begin + len(part.strip())


def _folded(name: str) -> str:
    return " ".join(re.findall(r"\w+", name.lower()))
