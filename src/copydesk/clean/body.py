"""Which element of a page holds the article's text, and which paths its paragraphs have."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from copydesk.clean.menus import is_outside
from copydesk.clean.units import Unit
from copydesk.lexicon import World

Path = tuple[str, ...]

PROSE_WORDS = 15  # words of a unit that counts when the body's element is looked for
TEXT_TAGS = frozenset(("p", "div", "span", "section", "article"))
LINKED = 0.5  # share of a unit's characters inside links from which on it is no running text
PROSE_SHARE = 0.2  # share of the page's prose that one path must hold
ASIDE = frozenset(("comment", "legal", "embed"))  # kinds of element whose text is not the article's, however long
BODY_SHARE = 0.5  # share of the page's prose that the body's element must hold


def find_prose_paths(units: Sequence[Unit], running: Sequence[bool], body: Path) -> frozenset[Path]:
    """The path that holds most of the page's running text, by words, and others inside its body that hold a good part.

    A paragraph whose class words speak of furniture ("paywall", "widget") is still one where most paragraphs have them.
    running: whether each unit is running text.
    """
    weights: Counter[Path] = Counter()
    for unit, is_one in zip(units, running, strict=True):
        if is_one and unit.piece.tag in TEXT_TAGS and not is_outside(unit.piece.path):
            weights[unit.piece.path] += len(unit.words)
    wide = [path for path, weight in weights.most_common() if weight >= PROSE_SHARE * weights.total()]
    return frozenset(wide[:1]) | {path for path in wide if body and path[:len(body)] == body}


def find_body(units: Sequence[Unit], running: Sequence[bool], chosen: Sequence[bool] = ()) -> Path:
    """The deepest element that holds at least half of the page's running text, by words; () where there is none.

    running: whether each unit is running text. Elements that look alike from above ("div.card" twice) count as one, so the
    element found may be a little too wide, never too narrow. chosen: whether an outside extractor keeps each unit, where
    one was asked: its choice weighs three times.
    """
    held: Counter[Path] = Counter()  # words that stand right in the elements of one path
    for i, unit in enumerate(units):
        if running[i]:
            held[unit.piece.path] += len(unit.words) * (3 if chosen and chosen[i] else 1)
    weights: Counter[Path] = Counter()
    for path, size in held.items():
        for depth in range(1, len(path) + 1):
            weights[path[:depth]] += size
    wide = [path for path, weight in weights.items() if weight >= BODY_SHARE * held.total()]
    deepest = max(wide, key=len, default=())
    return deepest[:-1] if deepest and deepest[-1].split(".")[0] in ("p", "li") else deepest


def find_running(units: Sequence[Unit], world: World) -> list[bool]:
    """Whether each unit is running text that may be the article's own: 15 words or more that are not mostly links.

    Comments and legal texts may be longer than that.
    """
    long = ((unit.piece, len(unit.words) >= PROSE_WORDS and unit.piece.link_share < LINKED) for unit in units)
    return [is_long and ASIDE.isdisjoint(world.furniture.path_kinds(piece.path)) for piece, is_long in long]
