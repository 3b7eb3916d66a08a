"""What markup says of a unit: its element, class words, links, and whether it stands in the body's own element."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import numpy as np

from copydesk.clean.body import LINKED, Path, find_body, find_prose_paths, find_running
from copydesk.clean.labeller import CARD, NEW, Weights
from copydesk.clean.menus import ALL_LINK, is_outside, name_of
from copydesk.clean.stamps import stamps_of
from copydesk.clean.units import Unit
from copydesk.lexicon import World
from copydesk.record import Piece

BODY = ("paragraph", "list_item", "subheading", "standfirst", "pull_quote", "table")
CARDS = ("card:headline", "card:paragraph", "card:byline", "card:timestamp", "card:section")
OTHER = frozenset((
    "caption", "credit", "byline", "biography", "timestamp", "related_link", "promotion", "navigation", "comment", "legal",
    "embed",
))
# Evidence -> the labels it speaks for or against and how strongly; MARKUP brings it to the scale of the learned weights. Set
# by hand on the readable half of the HTML development pages, together; no command measures a row by itself.
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
    ("path.prose", ("paragraph", "card:paragraph"), 4.0),
    ("opens.aside", BODY, -2.0),  # a note, an offer, a credit, a legal line within the text's own elements
    ("stated.standfirst", ("standfirst",), 8.0),  # the words of the summary in the metadata, above the body's own element
    ("near.standfirst", ("headline",), -4.0),
    ("title.beside", ("standfirst",), 4.0),  # right below the h1, in the element that holds it
    ("title.beside", ("headline", "related_link", "caption", "card:headline", "navigation"), -2.0),
    ("text.wordless", BODY, -8.0),  # a row of marks between two parts
    ("links.paragraph", ("related_link",), 3.0),  # a paragraph of the text that is mostly one link
    ("links.paragraph", ("paragraph", "subheading", "pull_quote", "list_item"), -3.0),
)
MARKUP = 1.4  # weight of what markup says beside the learned scores; chosen on the 157 HTML pages among 1, 1.25, 1.4, 1.5 and 2
EVIDENCE_KEPT = 4096  # sets of evidence whose pull is remembered: most units of a page have one of a few
TAGS = {
    "p": "tag.paragraph", "h1": "tag.h1", "h2": "tag.heading", "h3": "tag.heading", "h4": "tag.heading", "h5": "tag.heading",
    "li": "tag.item",
}
CAPTIONED = frozenset(("figcaption", "figure", "caption"))
NEAR = 3  # innermost elements whose class words are looked at
NEAR_MAKING = frozenset(f"near.{kind}" for kind in ("timestamp", "byline", "biography", "caption", "credit"))
TITLE_LEVELS, TITLE_LINES = 3, 3  # levels above the h1, and lines below it, that belong to the title
LEAST_WORDS = 6  # words of a unit that the path of most paragraphs makes one
ASIDE = frozenset(("promotion", "editors_note", "update_note", "correction", "credit", "legal", "related_link"))
OFFERS = frozenset(("promotion", "related_link"))
LONGEST_OFFER = 24  # words and marks
NEAR_ANY = frozenset(("near.other", "near.related_link", "near.promotion", "near.navigation", "near.caption"))


def find_evidence(
    units: Sequence[Unit], world: World, *, standfirsts: frozenset[str] = frozenset(), chosen: Sequence[bool] = (),
) -> list[frozenset[str]]:
    """The evidence that markup gives of each unit, by name.

    standfirsts: the folded words of summaries that the page's metadata state. chosen: whether an outside extractor keeps
    each unit; () where none was asked.
    """
    running = find_running(units, world)
    body = find_body(units, running, chosen)
    prose, beside = find_prose_paths(units, running, body), _beside_title(units, world)
    by_path: dict[Path, frozenset[str]] = {}  # units beside each other have one path: what it says is found once
    found = []
    for i, unit in enumerate(units):
        path = unit.piece.path
        if path not in by_path:
            by_path[path] = see_path(path, body, world)
        around, seen = by_path[path], see_piece(unit.piece, by_path[path])
        if path in prose and len(unit.words) >= LEAST_WORDS and unit.piece.link_share < LINKED:
            around -= NEAR_ANY
            seen.add("opens.aside" if _opens_aside(unit, world) else "path.prose")
        if chosen and not (chosen[i] and "opens.aside" in seen):  # the extractor keeps what stands in a paragraph's element
            seen.add("chosen.yes" if chosen[i] else "chosen.no")
        if not any(map(str.isalnum, unit.text)):
            seen.add("text.wordless")
        if unit.piece.tag == "p" and unit.piece.link_share > LINKED and not unit.text.endswith(":"):
            seen.add("links.paragraph")
        if i in beside and not around & NEAR_MAKING:
            seen.add("title.beside")
        if standfirsts and unit.folded in standfirsts and "body.inside" not in around:
            seen.add("stated.standfirst")
        found.append(around | seen)
    return found


def _opens_aside(unit: Unit, world: World) -> bool:
    """Whether a unit opens like a note, a credit, an offer or a legal line, which stand in the text's own elements too.

    A single word ("Correction", "Source") may open any sentence, and what opens an offer ("You may also") a long one.
    """
    kinds = ASIDE if len(unit.words) <= LONGEST_OFFER else ASIDE - OFFERS
    rows = world.furniture.find_phrases(unit.words)
    return any(row.where != "any" and row.kind in kinds and not row.phrase.isalpha() for row in rows)


def _beside_title(units: Sequence[Unit], world: World) -> frozenset[int]:
    """The lines right below the page's only h1 that stand in the element two levels above it: no links, without stamps."""
    titles = [i for i, unit in enumerate(units) if unit.piece.tag == "h1"]
    if len(titles) != 1:
        return frozenset()
    around = units[titles[0]].piece.elements[-TITLE_LEVELS:-1]
    below = range(titles[0] + 1, min(titles[0] + 1 + TITLE_LINES, len(units)))
    return frozenset(i for i in below if len(units[i].words) >= LEAST_WORDS and not units[i].piece.link_share
                     and set(around) & set(units[i].piece.elements) and not stamps_of(world).find(units[i].text))


def weigh_evidence(evidence: Sequence[frozenset[str]], labels: tuple[str, ...]) -> Weights:
    """How the evidence pulls: one row a unit, one column a label, on the scale of the learned weights."""
    return np.array([_weigh(seen, labels) for seen in evidence]).reshape(len(evidence), len(labels))


@lru_cache(maxsize=EVIDENCE_KEPT)
def _weigh(seen: frozenset[str], labels: tuple[str, ...]) -> Weights:
    pulls, row = _pulls(labels), np.zeros(len(labels))
    for name in sorted(seen & pulls.keys()):
        row += pulls[name]
    return row


@lru_cache(maxsize=64)
def _pulls(labels: tuple[str, ...]) -> dict[str, Weights]:
    """The pull of each kind of evidence on each label."""
    columns = [label.replace(NEW, CARD) for label in labels]
    pulls = {name: np.zeros(len(columns)) for name, _, _ in EVIDENCE}
    for name, those, weight in EVIDENCE:
        pulls[name] += MARKUP * weight * np.isin(columns, those)
    return pulls


def evidence_reasons(evidence: frozenset[str], label: str) -> list[tuple[str, float]]:
    """What markup says for or against a label, each with its pull."""
    pulls = _pulls((label,))
    return [(name, float(pulls[name][0])) for name in sorted(evidence & pulls.keys())]


def see_path(path: Path, body: Path, world: World) -> frozenset[str]:
    """The evidence of the elements that a unit stands in. body: the path of the element that holds the article's text."""
    kinds = {kind for element in path[-NEAR:] for kind in world.furniture.markup_kinds(element)}
    seen = {f"near.{kind}" for kind in kinds}
    if kinds & OTHER and "body" not in world.furniture.markup_kinds(path[-1] if path else ""):
        seen.add("near.other")
    seen.add("body.inside" if body and path[:len(body)] == body else "body.outside" if body else "body.unknown")
    if is_outside(path):
        seen.add("outside.page")
    if not CAPTIONED.isdisjoint(map(name_of, path)):
        seen.add("tag.caption")
    return frozenset(seen)


def see_piece(piece: Piece, around: frozenset[str]) -> set[str]:
    """The evidence of a unit's own element. around: that of its path."""
    seen = {"tag.row" if piece.tag in ("tr", "td", "th") else "tag.none"}
    if piece.link_share > ALL_LINK:
        seen.add("links.all")
    elif piece.tag == "h1":
        seen.add("own.h1")
    if piece.tag in TAGS and "tag.caption" not in around:
        seen.add(TAGS[piece.tag])
        if TAGS[piece.tag] == "tag.heading" and "body.inside" in around and "outside.page" not in around:
            seen.add("heading.inside")
    return seen
