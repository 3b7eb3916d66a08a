"""What markup says of a unit: its element, class words, links, and whether it stands in the body's own element."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

import numpy as np

from copydesk.clean.labeller import CARD, NEW, Labeller, Weights
from copydesk.clean.menus import ALL_LINK, is_outside
from copydesk.clean.units import Unit
from copydesk.lexicon import World
from copydesk.record import Piece

Path = tuple[str, ...]

BODY = ("paragraph", "list_item", "subheading", "standfirst", "pull_quote", "table")
CARDS = ("card:headline", "card:paragraph", "card:byline", "card:timestamp", "card:section")
OTHER = frozenset((
    "caption", "credit", "byline", "biography", "timestamp", "related_link", "promotion", "navigation", "comment", "legal",
    "embed",
))
# Evidence -> the labels it speaks for or against and how strongly, on the scale of the learned weights. Set by hand on
# the readable half of the HTML development pages, together; no command measures a row by itself.
EVIDENCE: tuple[tuple[str, tuple[str, ...], float], ...] = (
    ("chosen.yes", BODY, 2.0),
    ("chosen.no", BODY, -3.0),
    ("body.inside", BODY, 2.0),
    ("body.outside", BODY, -3.0),
    ("outside.page", BODY, -4.0),  # in nav, footer, aside, form
    ("tag.paragraph", ("paragraph",), 1.0),
    ("tag.row", ("table",), 6.0),
    ("tag.none", ("table",), -6.0),  # no row of a table
    ("tag.heading", ("headline", "subheading", "related_link", "card:headline"), 2.0),
    ("heading.inside", ("subheading",), 4.0),
    ("tag.h1", ("headline",), 4.0),
    ("own.h1", ("navigation", "promotion", "section"), -4.0),  # no link: the page's own title
    ("tag.item", ("list_item", "related_link", "navigation"), 1.0),
    ("tag.caption", ("caption", "card:caption"), 5.0),
    ("tag.caption", ("credit",), 3.5),
    ("tag.caption", BODY, -5.0),
    ("near.other", BODY, -6.0),  # some kind below, and no class word of a body
    ("links.all", ("related_link", "navigation", "card:headline"), 2.0),
    ("links.all", BODY, -2.0),
    ("near.caption", ("caption", "card:caption"), 3.0),
    ("near.caption", ("credit",), 1.0),
    ("near.credit", ("credit", "card:credit"), 4.0),
    ("near.byline", ("byline", "card:byline"), 3.0),
    ("near.biography", ("biography",), 4.0),
    ("near.timestamp", ("timestamp", "card:timestamp"), 3.0),
    ("near.standfirst", ("standfirst", "card:paragraph"), 5.0),
    ("near.headline", ("headline", "card:headline"), 2.0),
    ("near.quote", ("pull_quote",), 2.0),
    ("near.related_link", ("related_link", "card:headline", "card:paragraph"), 3.0),
    ("near.promotion", ("promotion",), 3.0),
    ("near.navigation", ("navigation",), 3.0),
    ("near.comment", ("comment",), 5.0),
    ("near.legal", ("legal",), 3.0),
    ("near.correction", ("correction", "editors_note"), 4.0),
    ("near.embed", ("related_link",), 6.0),
    ("body.inside", CARDS, -3.0),
    ("path.prose", ("paragraph",), 4.0),
    ("path.prose", CARDS, -2.0),
    ("stated.standfirst", ("standfirst",), 8.0),  # the words of the summary in the metadata, above the body's own element
    ("near.standfirst", ("headline",), -4.0),
    ("text.wordless", BODY, -8.0),  # a row of marks between two parts
    ("links.paragraph", ("related_link",), 3.0),  # a paragraph of the text that is mostly one link
    ("links.paragraph", ("paragraph", "subheading", "pull_quote", "list_item"), -3.0),
)
TAGS = {
    "p": "tag.paragraph", "h1": "tag.h1", "h2": "tag.heading", "h3": "tag.heading", "h4": "tag.heading", "h5": "tag.heading",
    "li": "tag.item",
}
CAPTIONED = frozenset(("figcaption", "figure", "caption"))
NEAR = 3  # innermost elements whose class words are looked at
PROSE_WORDS = 15  # words of a unit that counts when the body's element is looked for
TEXT_TAGS = frozenset(("p", "div", "span", "section", "article"))
LEAST_WORDS = 6  # words of a unit that the path of most paragraphs makes one
LINKED = 0.5  # share of a unit's characters inside links from which on it is no running text
PROSE_SHARE = 0.2  # share of the page's prose that one path must hold
NEAR_ANY = frozenset(("near.other", "near.related_link", "near.promotion", "near.navigation", "near.caption"))
BODY_SHARE = 0.5  # share of the page's prose that the body's element must hold


def add_markup(
    table: Weights, units: Sequence[Unit], labeller: Labeller, world: World, standfirsts: frozenset[str] = frozenset(),
) -> Weights:
    """The table of label scores with what markup says added; pages without markup give no evidence.

    standfirsts: the folded words of summaries that the page's metadata state.
    """
    rows, pulls = _pulls(labeller.labels)
    body, prose = find_body(units, world), find_prose_paths(units, world)
    by_path: dict[Path, frozenset[str]] = {}  # units beside each other have one path: what it says is found once
    said = np.zeros((len(units), len(rows)))
    for i, unit in enumerate(units):
        path = unit.piece.path
        if path not in by_path:
            by_path[path] = see_path(path, body, world)
        seen = by_path[path] | see_piece(unit.piece, by_path[path])
        if path in prose and len(unit.words) >= LEAST_WORDS and unit.piece.link_share < LINKED:
            seen = (seen - NEAR_ANY) | {"path.prose"}
        if not unit.folded:
            seen = seen | {"text.wordless"}
        if unit.folded in standfirsts and "body.inside" not in seen:
            seen = seen | {"stated.standfirst"}
        for name in seen:
            if name in rows:
                said[i, rows[name]] = 1.0
    added: Weights = table + said @ pulls
    return added


@lru_cache(maxsize=4)
def _pulls(labels: tuple[str, ...]) -> tuple[dict[str, int], Weights]:
    """The rows of the evidence by name, and the pull of each row on each label."""
    columns = [label.replace(NEW, CARD) for label in labels]
    rows = {name: i for i, name in enumerate(dict.fromkeys(name for name, _, _ in EVIDENCE))}
    pulls = np.zeros((len(rows), len(columns)))
    for name, those, weight in EVIDENCE:
        pulls[rows[name]] += weight * np.isin(columns, those)
    return rows, pulls


def see_path(path: Path, body: Path, world: World) -> frozenset[str]:
    """The evidence of the elements that a unit stands in. body: the path of the element that holds the article's text."""
    kinds = {kind for element in path[-NEAR:] for kind in world.furniture.markup_kinds(element)}
    seen = {f"near.{kind}" for kind in kinds}
    if kinds & OTHER and "body" not in world.furniture.markup_kinds(path[-1] if path else ""):
        seen.add("near.other")
    seen.add("body.inside" if body and path[:len(body)] == body else "body.outside" if body else "body.unknown")
    if is_outside(path):
        seen.add("outside.page")
    if CAPTIONED.intersection(element.partition(".")[0].partition("#")[0] for element in path):
        seen.add("tag.caption")
    return frozenset(seen)


def see_piece(piece: Piece, around: frozenset[str]) -> set[str]:
    """The evidence of a unit's own element. around: that of its path."""
    seen = {"tag.row" if piece.tag in ("tr", "td", "th") else "tag.none"}
    if piece.chosen is not None:
        seen.add("chosen.yes" if piece.chosen else "chosen.no")
    if piece.link_share > ALL_LINK:
        seen.add("links.all")
    elif piece.tag == "h1":
        seen.add("own.h1")
    if piece.tag in TAGS and "tag.caption" not in around:
        seen.add(TAGS[piece.tag])
        if TAGS[piece.tag] == "tag.heading" and "body.inside" in around and "outside.page" not in around:
            seen.add("heading.inside")
    if piece.tag == "p" and piece.link_share > LINKED:
        seen.add("links.paragraph")
    return seen


def find_prose_paths(units: Sequence[Unit], world: World) -> frozenset[Path]:
    """The paths that hold a good part of the page's running text each, by words.

    A paragraph whose class words speak of furniture ("paywall", "widget") is still one where most paragraphs have them.
    """
    weights: Counter[Path] = Counter()
    for unit in units:
        if unit.piece.tag in TEXT_TAGS and not is_outside(unit.piece.path) and _is_running(unit, world):
            weights[unit.piece.path] += len(unit.words)
    return frozenset(path for path, weight in weights.items() if weight >= PROSE_SHARE * weights.total())


def find_body(units: Sequence[Unit], world: World) -> Path:
    """The deepest element that holds at least half of the page's running text, by words; () where there is none.

    Running text: units of 15 words or more that are not mostly links. Elements that look alike from above ("div.card"
    twice) count as one, so the element found may be a little too wide, never too narrow.
    """
    weights: Counter[Path] = Counter()
    total = 0
    for unit in units:
        if _is_running(unit, world):
            size = len(unit.words) * (3 if unit.piece.chosen else 1)
            total += size
            for depth in range(1, len(unit.piece.path) + 1):
                weights[unit.piece.path[:depth]] += size
    wide = [path for path, weight in weights.items() if weight >= BODY_SHARE * total]
    deepest = max(wide, key=len, default=())
    return deepest[:-1] if deepest and deepest[-1].split(".")[0] in ("p", "li") else deepest


def _is_running(unit: Unit, world: World) -> bool:
    """Whether a unit is running text that may be the article's: comments and legal texts may be longer than that."""
    if len(unit.words) < PROSE_WORDS or unit.piece.link_share >= LINKED:
        return False
    return not any(world.furniture.markup_kinds(element) & {"comment", "legal"} for element in unit.piece.path)
