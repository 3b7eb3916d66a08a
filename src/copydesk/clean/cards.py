"""Which units belong to which article: the main one, or a card that teases another story on the same page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from copydesk.clean.labeller import NEW, bare_label, in_card
from copydesk.clean.units import Unit, is_dateline
from copydesk.lexicon.furniture import fold_words
from copydesk.record import BlockRole

HEADER = frozenset(("byline", "timestamp", "section", "credit"))
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
LONGEST_SECTION = 5  # words of a line above a card that opens it
PICTURE = frozenset(("caption", "credit"))
MAX_GAP = 3  # furniture units that may stand inside one card
_ROLES: dict[str, BlockRole] = {"biography": "byline"}


@dataclass(frozen=True, slots=True)
class Sorted:
    """roles[i]: the role of unit i. cards: for each card in page order, the indices of its units, rising; entries: the
    same for the entries of a live page."""

    roles: tuple[BlockRole, ...]
    cards: tuple[tuple[int, ...], ...]
    entries: tuple[tuple[int, ...], ...] = ()


def sort_units(labels: Sequence[str], *, set_off_needed: bool = True) -> Sorted:
    """Roles and cards from the labels of a page.

    A card needs a headline and at least one more part. A headline or teaser alone is a related link, unless it stands
    between paragraphs of the main article; other parts without a headline go to the main article as they are.
    set_off_needed: without markup, headings with paragraphs are no cards unless something sets them off.
    """
    roles = _settle_standfirsts(_settle_headlines([plain_role(label) for label in labels], labels))
    cards = []
    for card in _groups(labels):
        parts = [bare_label(labels[i]) for i in card]
        if set_off_needed and not _is_set_off(card, labels):
            for i in card:
                roles[i] = "subheading" if bare_label(labels[i]) == "headline" else roles[i]
        elif "headline" in parts and len(card) > 1:
            cards.append(tuple(card))
        else:
            for i, part in zip(card, parts, strict=True):
                if part in ("headline", "paragraph"):
                    roles[i] = _alone(i, part, labels)
    return Sorted(tuple(roles), tuple(cards))


def _alone(i: int, part: str, labels: Sequence[str]) -> BlockRole:
    """The role of a headline or teaser that makes no card."""
    if labels[i - 1:i] == ["paragraph"] and labels[i + 1:i + 2] == ["paragraph"]:
        return "subheading" if part == "headline" else "paragraph"
    return "related_link"


def mark_datelines(sorting: Sorted, units: Sequence[Unit]) -> Sorted:
    """The same roles, but a dateline cut off the front of a paragraph is a dateline, and what follows a paragraph."""
    roles = list(sorting.roles)
    for i in range(len(units) - 1):
        if units[i].piece is units[i + 1].piece and is_dateline(units[i].text):
            roles[i], roles[i + 1] = "dateline", "paragraph"
    return Sorted(tuple(roles), sorting.cards)


def gather_cards(sorting: Sorted, units: Sequence[Unit]) -> Sorted:
    """The same, but a short line right above a card belongs to it where it stands in the card's own element.

    Labels alone give the section above a card's headline to the card before it, or to the main article.
    """
    roles, cards = list(sorting.roles), [list(card) for card in sorting.cards]
    for at in range(len(cards) - 1, -1, -1):
        home = _home(cards[at], units)
        while home is not None and cards[at][0] and _opens(i := cards[at][0] - 1, home, roles, units):
            before = cards[at - 1] if at and i in cards[at - 1] else None
            if before is not None and (len(before) < 3 or _home([j for j in before if j != i], units) == home):
                break
            if before is not None:
                before.remove(i)
            roles[i] = roles[i] if roles[i] in HEADER else "section"
            cards[at].insert(0, i)
    return Sorted(tuple(roles), tuple(tuple(card) for card in cards), sorting.entries)


def _opens(i: int, home: int, roles: Sequence[BlockRole], units: Sequence[Unit]) -> bool:
    """Whether a unit is a short line in an element, a link or name of a section rather than a heading above cards."""
    fits = roles[i] in (*HEADER, "related_link", "navigation") and units[i].piece.tag not in HEADINGS
    return fits and home in units[i].piece.elements and len(units[i].words) <= LONGEST_SECTION


def _home(card: Sequence[int], units: Sequence[Unit]) -> int | None:
    """The innermost element that holds all units of a card; None without markup."""
    paths = [units[i].piece.elements for i in card]
    shared = [number for number in paths[0] if all(number in path for path in paths[1:])] if len(card) > 1 else []
    return shared[-1] if shared else None


def _is_set_off(card: list[int], labels: Sequence[str]) -> bool:
    """Whether a card is more than headings with paragraphs that go on with the text above.

    It is where one of its units is a byline, time or section, or where something else than the article's own text
    stands before it ("More stories", a note, a promotion, the top of the page).
    """
    if any(bare_label(labels[i]) in ("byline", "timestamp", "section") for i in card):
        return True
    before = labels[card[0] - 1] if card[0] else "edge"
    return before not in ("paragraph", "list_item", "subheading", "pull_quote", "table", "caption")


def settle_headline(sorting: Sorted, units: Sequence[Unit], title: str | None) -> Sorted:
    """The same roles, but of several headlines of the main article the one most like the stated title is it.

    Those above it are navigation (a masthead); without a stated title nothing changes.
    """
    in_cards = {i for card in sorting.cards for i in card}
    heads = [i for i, role in enumerate(sorting.roles) if role == "headline" and i not in in_cards]
    wanted = set(fold_words(title or ""))
    if len(heads) < 2 or not wanted:
        return _mark_second(sorting, units, heads)
    best = max(heads, key=lambda i: (len(wanted & set(units[i].words)) / len(wanted | set(units[i].words)), -i))
    if not wanted & set(units[best].words):
        return sorting
    roles = list(sorting.roles)
    for i in heads:
        if i < best and units[i].text != units[best].text:
            roles[i] = "navigation"
    return _mark_second(Sorted(tuple(roles), sorting.cards), units, [i for i in heads if i >= best])


def _mark_second(sorting: Sorted, units: Sequence[Unit], heads: Sequence[int]) -> Sorted:
    """The same roles, but a heading right below the headline, of a lower level, is the standfirst."""
    roles = list(sorting.roles)
    for one, other in pairwise(heads):
        if other == one + 1 and roles[one] == "headline" and {units[one].piece.tag, units[other].piece.tag} <= HEADINGS:
            roles[other] = "standfirst" if units[one].piece.tag < units[other].piece.tag else roles[other]
    return Sorted(tuple(roles), sorting.cards)


def _settle_headlines(roles: list[BlockRole], labels: Sequence[str]) -> list[BlockRole]:
    """A second headline below two paragraphs of the main article is a subheading."""
    headlines = paragraphs = 0
    for i, label in enumerate(labels):
        paragraphs += label == "paragraph"
        if label == "headline":
            headlines += 1
            if headlines > 1 and paragraphs > 1:
                roles[i] = "subheading"
    return roles


def _settle_standfirsts(roles: list[BlockRole]) -> list[BlockRole]:
    """A standfirst below the byline, time or picture and right above a paragraph is the first paragraph."""
    below = ("byline", "timestamp", "caption", "credit")
    for i in range(1, len(roles) - 1):
        if roles[i] == "standfirst" and roles[i - 1] in below and roles[i + 1] == "paragraph":
            roles[i] = "paragraph"
    return roles


def plain_role(label: str) -> BlockRole:
    """The role of record.md that a label stands for."""
    bare = bare_label(label)
    return _ROLES.get(bare, bare)  # type: ignore[arg-type]


def _groups(labels: Sequence[str]) -> list[list[int]]:
    """Indices of the units of each card: it opens at a "new:" label and ends before the next, or at a long gap.

    Where a second headline stands in one, a second card begins there, or at the header (byline, age, section) above it.
    """
    groups: list[list[int]] = []
    for i, label in enumerate(labels):
        if in_card(label):
            if not groups or label.startswith(NEW) or i - groups[-1][-1] > MAX_GAP + 1:
                groups.append([])
            groups[-1].append(i)
    return [_with_picture(part, labels) for group in groups for part in _split(group, labels)]


def _with_picture(card: list[int], labels: Sequence[str]) -> list[int]:
    """The card with the captions and credits that stand between its units."""
    own = set(card)
    return [i for i in range(card[0], card[-1] + 1) if i in own or labels[i] in PICTURE]


def _split(group: list[int], labels: Sequence[str]) -> list[list[int]]:
    parts = [bare_label(labels[i]) for i in group]
    edges = [0]
    for at, part in enumerate(parts):
        if part == "headline" and "headline" in parts[edges[-1]:at]:
            start = at
            while parts[-1] not in HEADER and parts[start - 1] in HEADER:
                start -= 1
            edges.append(start)
    return [group[begin:end] for begin, end in pairwise((*edges, len(group)))]
