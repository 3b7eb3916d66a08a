"""The pictures of a story: one, or all that a brief shows, with what had nothing to show."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import get_args

from copydesk.errors import BadOption
from copydesk.record import Story
from copydesk.write.pictures.drawing import Drawing, PictureKind
from copydesk.write.pictures.links import Link, link_to_pages
from copydesk.write.pictures.map import draw_map
from copydesk.write.pictures.network import draw_network
from copydesk.write.pictures.rendering import render_svg
from copydesk.write.pictures.tension import draw_tension
from copydesk.write.pictures.timeline import draw_timeline

KINDS: tuple[PictureKind, ...] = get_args(PictureKind)
_DRAW: dict[str, Callable[[Story, Link], Drawing | None]] = {
    "timeline": draw_timeline, "map": draw_map, "tension": draw_tension, "network": draw_network,
}
NOTHING: dict[str, str] = {
    "timeline": "no claim names a day", "map": "no place of a claim or event has a known point",
    "tension": "nothing is told as done between two actors on a day", "network": "no two actors have anything between them",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Plate:
    """One picture as SVG."""

    kind: PictureKind
    title: str
    svg: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Album:
    """The pictures of a brief. missing: a sentence for each that has nothing to show. folder: where a brief links to them."""

    plates: tuple[Plate, ...]
    missing: tuple[str, ...]
    folder: str = ""


def draw_story(story: Story, kind: str, *, link: Link | None = None) -> Drawing | None:
    """One picture of a story, None where it has nothing to show. link: where evidence is; the pages' addresses unless given.

    Raises BadOption for a kind that there is not.
    """
    if kind not in _DRAW:
        raise BadOption(f"picture {kind!r} is none of {', '.join(KINDS)}")
    return _DRAW[kind](story, link or link_to_pages(story))


def draw_album(story: Story, *, link: Link | None = None, inline: bool = False, folder: str = "") -> Album:
    """Every picture that has something to show. inline: for a page that holds their style; folder: as in `Album`.

    Raises BadOption where the libraries that draw are not installed.
    """
    drawn = {kind: draw_story(story, kind, link=link) for kind in KINDS}
    plates = tuple(
        Plate(kind=kind, title=one.title, svg=render_svg(one, standing_alone=not inline)) for kind, one in drawn.items() if one
    )
    missing = tuple(f"No {kind}: {NOTHING[kind]}." for kind, one in drawn.items() if one is None)
    return Album(plates=plates, missing=missing, folder=folder)
