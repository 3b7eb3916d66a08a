"""What the markup of a page says of each unit, as named yes-or-no features: its element, its group, its place in the body.

A group is all units that stand in elements of the same description, a run the units in a row that share a parent. What
class words say counts only below the element that holds the article's text: above it they say it of the text too.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from copydesk.clean.units import Unit
from copydesk.lexicon import World

Path = tuple[str, ...]

PROSE_WORDS = 15  # words of a unit that counts when the body's element is looked for
BODY_SHARE = 0.5  # share of the page's prose that the body's element must hold
CHOSEN_WEIGHT = 3  # a word that trafilatura chose counts as often, so that long comments do not hide a short article
TAGS = {
    "p": "p", "div": "div", "section": "div", "article": "div", "main": "div", "li": "li", "dd": "li", "dt": "li",
    "h1": "h1", "h2": "h2", "h3": "h3", "h4": "h4", "h5": "h4", "h6": "h4", "tr": "row", "td": "row", "table": "row",
    "figcaption": "caption", "caption": "caption", "figure": "caption", "blockquote": "quote", "header": "header",
}
HOLDERS = frozenset((
    "nav", "footer", "aside", "form", "header", "figure", "figcaption", "table", "ul", "ol", "blockquote", "dialog", "address",
    "article", "section", "time", "button", "label",
))
SPEAKING = frozenset(("time", "cite", "small", "q"))  # inline elements that say what they hold
_INLINE = frozenset((
    "a", "abbr", "b", "bdi", "big", "br", "cite", "code", "em", "font", "i", "label", "mark", "q", "s", "small", "span",
    "strong", "sub", "sup", "time", "u",
))
_DIGITS = re.compile(r"\d+")
SHARES = ((0.0, "none"), (0.3, "some"), (0.8, "much"))  # upper edges; above them "all"
COUNTS = ((1, "1"), (3, "2-3"), (8, "4-8"))  # upper edges


@dataclass(frozen=True, slots=True)
class Place:
    """Where a unit stands. path: its block elements; inner: the inline ones in it; digits in them are made "#".

    voice: what trafilatura says, "yes", "no", or "none" where it was not asked or found nothing on the page.
    """

    unit: Unit
    path: Path
    inner: Path
    prose: bool
    voice: str


@dataclass(frozen=True, slots=True)
class Group:
    """Shares of the units of a group or run: that are prose, that trafilatura chose, and of their letters in links."""

    size: int
    prose: float
    chosen: float
    links: float


def find_markup(
    units: Sequence[Unit], features: Sequence[frozenset[str]], world: World, standfirst: str | None = None,
) -> list[frozenset[str]]:
    """The features of each unit with those of its markup added. standfirst: the short form that metadata state."""
    is_heard = any(unit.piece.chosen for unit in units)
    places = [_place(unit, is_heard) for unit in units]
    body = find_body(places)
    groups = _groups(places, lambda place: place.path)
    parents = _groups(places, lambda place: place.path[:-1])
    runs = _runs(places)
    main = _main_group(places)
    first, last = _edges(places, main)
    titles = [i for i, place in enumerate(places) if place.unit.piece.tag == "h1"]
    lead = _folded(standfirst or "")
    kinds = _Kinds(world)
    found = []
    for i, place in enumerate(places):
        seen = {*_element(place), *_inside(place, body, kinds), *_chosen(places, i), *_said(place, lead)}
        for name, group in (("group", groups[place.path]), ("parent", parents[place.path[:-1]]), ("run", runs[i])):
            seen.update(_group(name, group, is_heard))
        seen.add("group.main" if place.path == main else "group.beside" if place.path[:-1] == main[:-1] else "group.other")
        seen.add("main.none" if first < 0 else "main.before" if i < first else "main.after" if i > last else "main.inside")
        seen.add("h1.none" if not titles else "h1.before" if i < titles[0] else "h1.after" if i > titles[0] else "h1.here")
        seen.update(_neighbours(places, i))
        found.append(features[i] | {f"m.{name}" for name in _joined(seen, features[i])})
    return found


def fill_cards(labels: Sequence[str], units: Sequence[Unit]) -> list[str]:
    """The labels, but paragraphs below a card's headline in the card's own element, outside the article's, are the card's."""
    places = [_place(unit, False) for unit in units]
    body, found = find_body(places), list(labels)
    holder: Path = ()
    for i, place in enumerate(places):
        if labels[i] == "card:headline":
            holder = place.path[:-1]
        elif not holder or place.path[:len(holder)] != holder or labels[i] == "headline":
            holder = ()
        elif labels[i] == "paragraph" and not (body and place.path[:len(body)] == body):
            found[i] = "card:paragraph"
    return found


def find_body(places: Sequence[Place]) -> Path:
    """The deepest element that holds at least half of the page's running text, by words; () where there is none.

    Elements that look alike from above ("div.card" twice) count as one, so the element found may be a little too wide,
    never too narrow.
    """
    weights: Counter[Path] = Counter()
    total = 0
    for place in places:
        if place.prose:
            size = _weight(place)
            total += size
            for depth in range(1, len(place.path) + 1):
                weights[place.path[:depth]] += size
    wide = [path for path, weight in weights.items() if weight >= BODY_SHARE * total]
    deepest = max(wide, key=len, default=())
    return deepest[:-1] if deepest and _tag(deepest[-1]) in ("p", "li") else deepest


def _place(unit: Unit, is_heard: bool) -> Place:
    path = tuple(_DIGITS.sub("#", element) for element in unit.piece.path)
    depth = len(path)
    while depth > 1 and _tag(path[depth - 1]) in _INLINE:
        depth -= 1
    inner = (*path[depth:], *(_DIGITS.sub("#", element) for element in unit.piece.inner))
    voice = "none" if unit.piece.chosen is None or not is_heard else "yes" if unit.piece.chosen else "no"
    return Place(unit, path[:depth], inner, len(unit.words) >= PROSE_WORDS and unit.piece.link_share < 0.5, voice)


def _tag(element: str) -> str:
    return re.split(r"[.#]", element, maxsplit=1)[0]


def _weight(place: Place) -> int:
    return len(place.unit.words) * (CHOSEN_WEIGHT if place.unit.piece.chosen else 1)


def _main_group(places: Sequence[Place]) -> Path:
    """The path whose units hold the most words of prose; () where there is no prose."""
    weights: Counter[Path] = Counter()
    for place in places:
        if place.prose:
            weights[place.path] += _weight(place)
    return max(weights, key=lambda path: weights[path], default=())


def _edges(places: Sequence[Place], main: Path) -> tuple[int, int]:
    """The first and the last unit of prose in the main group; (-1, -1) where there is none."""
    own = [i for i, place in enumerate(places) if place.prose and place.path == main]
    return (own[0], own[-1]) if own else (-1, -1)


def _groups(places: Sequence[Place], key: Callable[[Place], Path]) -> dict[Path, Group]:
    members: defaultdict[Path, list[Place]] = defaultdict(list)
    for place in places:
        members[key(place)].append(place)
    return {path: _summed(group) for path, group in members.items()}


def _runs(places: Sequence[Place]) -> list[Group]:
    """For each unit, the run of units around it whose elements have the same parent."""
    found: list[Group] = []
    for _, run in groupby(places, key=lambda place: place.path[:-1]):
        members = list(run)
        found += [_summed(members)] * len(members)
    return found


def _summed(group: Sequence[Place]) -> Group:
    pieces = [place.unit.piece for place in group]
    lengths = [len(place.unit.text) for place in group]
    linked = sum(length * piece.link_share for length, piece in zip(lengths, pieces, strict=True))
    return Group(
        size=len(group), prose=sum(place.prose for place in group) / len(group),
        chosen=sum(place.voice == "yes" for place in group) / len(group), links=linked / max(1, sum(lengths)),
    )


def _group(name: str, group: Group, is_heard: bool) -> Iterator[str]:
    yield f"{name}.size.{next((word for edge, word in COUNTS if group.size <= edge), '9+')}"
    for what, share in (("prose", group.prose), ("chosen", group.chosen), ("links", group.links)):
        if what != "chosen" or is_heard:
            yield f"{name}.{what}.{_share(share)}"


def _share(share: float) -> str:
    return next((word for edge, word in SHARES if share <= edge), "all")


def _element(place: Place) -> Iterator[str]:
    piece = place.unit.piece
    yield f"tag.{TAGS.get(piece.tag, 'other')}"
    yield f"links.{_share(piece.link_share)}"
    if piece.strong_share > 0.8:
        yield "strong.all"
    if piece.slanted_share > 0.8:
        yield "slanted.all"
    yield from (f"inline.{tag}" for tag in {_tag(element) for element in place.inner} & SPEAKING)


def _inside(place: Place, body: Path, kinds: _Kinds) -> Iterator[str]:
    """Whether the unit stands in the body's element, how deep or how far off, and what the elements between are called."""
    shared = 0
    while shared < min(len(body), len(place.path)) and body[shared] == place.path[shared]:
        shared += 1
    below = place.path[shared:]
    if not body:
        yield "body.unknown"
    elif shared == len(body):
        yield f"body.inside.{min(len(below), 4)}"
        yield "body.inside"
    else:
        yield f"body.outside.{min(len(body) - shared, 4)}"
        yield "body.outside"
    yield from (f"in.{tag}" for tag in {_tag(element) for element in below} & HOLDERS)
    own = kinds.of(*below[-1:], *place.inner)
    yield from (f"own.{kind}" for kind in own)
    near = kinds.of(*below[-3:-1])
    yield from (f"near.{kind}" for kind in near)
    yield from (f"far.{kind}" for kind in kinds.of(*below[:-3]))
    yield from () if own | near else ("near.unnamed",)


class _Kinds:
    """What the class words of elements speak for, remembered for one page."""

    def __init__(self, world: World) -> None:
        self.furniture, self.known = world.furniture, dict[str, frozenset[str]]()

    def of(self, *elements: str) -> frozenset[str]:
        """The kinds of all elements together."""
        for element in elements:
            if element not in self.known:
                self.known[element] = self.furniture.markup_kinds(element)
        return frozenset().union(*(self.known[element] for element in elements))


def _chosen(places: Sequence[Place], i: int) -> Iterator[str]:
    """What trafilatura says of the unit and of those beside it."""
    def voice(j: int) -> str:
        return places[j].voice if 0 <= j < len(places) else "edge"

    yield f"chosen.{voice(i)}"
    yield f"chosen.{voice(i - 1)}.{voice(i)}.{voice(i + 1)}"


def _said(place: Place, lead: str) -> Iterator[str]:
    own = _folded(place.unit.text) if lead else ""
    if own and own == lead:
        yield "said.standfirst"
    elif len(own) > 30 and (lead.startswith(own) or own.startswith(lead)):
        yield "said.opening"


def _neighbours(places: Sequence[Place], i: int) -> Iterator[str]:
    for name, j in (("last", i - 1), ("next", i + 1)):
        if not 0 <= j < len(places):
            yield f"{name}.edge"
            continue
        other = places[j]
        same = "same" if other.path == places[i].path else "beside" if other.path[:-1] == places[i].path[:-1] else "other"
        yield f"{name}.{same}"
        yield f"{name}.tag.{TAGS.get(other.unit.piece.tag, 'other')}"
        yield f"{name}.{same}.{'prose' if other.prose else 'linked' if other.unit.piece.link_share > 0.8 else 'short'}"


def _joined(seen: set[str], features: frozenset[str]) -> Iterable[str]:
    """The features of markup, and those pairs of them that mean more together, or with the look of the text."""
    def first(prefix: str, names: Iterable[str]) -> str:
        return next((name for name in names if name.startswith(prefix)), prefix)

    kind = first("kind.", sorted(name for name in features if "&" not in name))
    where = "body.inside" if "body.inside" in seen else "body.outside" if "body.outside" in seen else "body.unknown"
    tag, chosen = first("tag.", seen), next(name for name in ("chosen.yes", "chosen.no", "chosen.none") if name in seen)
    spot, group = first("main.", seen), next(n for n in ("group.main", "group.beside", "group.other") if n in seen)
    pairs = (
        (where, chosen), (where, tag), (where, kind), (chosen, kind), (tag, kind), (spot, where), (group, kind),
        (group, chosen),
        (where, chosen, kind), (spot, where, tag), (spot, where, chosen), (tag, first("next.tag.", seen)),
        (tag, first("links.", seen)), (tag, where, first("links.", seen)), (where, first("parent.links.", seen)),
        (where, first("run.links.", seen)), (where, first("group.chosen.", seen)), (first("h1.", seen), kind),
        (spot, first("own.", sorted(seen))),
    )
    return (*seen, *("&".join(pair) for pair in pairs))


def _folded(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower()))
