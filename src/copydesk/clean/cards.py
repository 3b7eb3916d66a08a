"""Which units belong to which article: the main one, or a card that teases another story on the same page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from copydesk.clean.labeller import CARD
from copydesk.clean.units import Unit, is_dateline
from copydesk.lexicon.furniture import fold_words
from copydesk.record import BlockRole

HEADER = frozenset(("byline", "timestamp", "section", "caption", "credit"))
MAX_GAP = 3  # furniture units that may stand inside one run of cards
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
    for run in _runs(labels):
        if set_off_needed and not _is_set_off(run, labels):
            for i in run:
                roles[i] = "subheading" if labels[i] == CARD + "headline" else roles[i]
            continue
        for card in _split(run, labels):
            heads = [i for i in card if labels[i] == CARD + "headline"]
            if heads and len(card) > 1:
                cards.append(tuple(card))
            elif heads:
                roles[heads[0]] = "subheading" if _stands_in_text(heads[0], labels) else "related_link"
            for i in card if not heads else ():
                if labels[i] == CARD + "paragraph" and not _stands_in_text(i, labels):
                    roles[i] = "related_link"
    return Sorted(tuple(roles), tuple(cards))


def mark_datelines(sorting: Sorted, units: Sequence[Unit]) -> Sorted:
    """The same roles, but a dateline cut off the front of a paragraph is a dateline, and what follows a paragraph."""
    roles = list(sorting.roles)
    for i in range(len(units) - 1):
        if units[i].piece is units[i + 1].piece and is_dateline(units[i].text):
            roles[i], roles[i + 1] = "dateline", "paragraph"
    return Sorted(tuple(roles), sorting.cards)


def _is_set_off(run: list[int], labels: Sequence[str]) -> bool:
    """Whether a run of card units is more than headings with paragraphs that go on with the text above.

    It is where one of its units is a byline, time or section, or where something else than the article's own text
    stands before it ("More stories", a note, a promotion, the top of the page).
    """
    if any(labels[i].removeprefix(CARD) in ("byline", "timestamp", "section") for i in run):
        return True
    before = labels[run[0] - 1] if run[0] else "edge"
    return before not in ("paragraph", "list_item", "subheading", "pull_quote", "table", "caption")


def settle_headline(sorting: Sorted, units: Sequence[Unit], title: str | None) -> Sorted:
    """The same roles, but of several headlines of the main article the one most like the stated title is it.

    Those above it are navigation (a masthead); without a stated title nothing changes.
    """
    in_cards = {i for card in sorting.cards for i in card}
    heads = [i for i, role in enumerate(sorting.roles) if role == "headline" and i not in in_cards]
    wanted = set(fold_words(title or ""))
    if len(heads) < 2 or not wanted:
        return sorting
    best = max(heads, key=lambda i: (len(wanted & set(units[i].words)) / len(wanted | set(units[i].words)), -i))
    if not wanted & set(units[best].words):
        return sorting
    roles = list(sorting.roles)
    for i in heads:
        if i < best and units[i].text != units[best].text:
            roles[i] = "navigation"
    return Sorted(tuple(roles), sorting.cards)


def _stands_in_text(i: int, labels: Sequence[str]) -> bool:
    """Whether the lines before and after a lone part of a card are paragraphs of the main article."""
    return labels[i - 1:i] == ["paragraph"] and labels[i + 1:i + 2] == ["paragraph"]


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
    bare = label.removeprefix(CARD)
    return _ROLES.get(bare, bare)  # type: ignore[arg-type]


def _runs(labels: Sequence[str]) -> list[list[int]]:
    """Indices of card units, parted where more than `MAX_GAP` other units lie between."""
    runs: list[list[int]] = []
    for i, label in enumerate(labels):
        if label.startswith(CARD):
            if runs and i - runs[-1][-1] <= MAX_GAP + 1:
                runs[-1].append(i)
            else:
                runs.append([i])
    return runs


def _split(run: list[int], labels: Sequence[str]) -> list[list[int]]:
    """One run cut into cards: at each headline, or at the header (byline, age, section) before it.

    A header belongs to the headline that follows it, unless the run ends in a header: then each follows its headline.
    """
    parts = [labels[i].removeprefix(CARD) for i in run]
    if "headline" not in parts:
        return [run]
    header_first = parts[-1] not in ("byline", "timestamp", "section")
    starts = [_start(parts, at, header_first) for at, part in enumerate(parts) if part == "headline"]
    edges = [0, *starts[1:], len(run)]
    return [run[begin:end] for begin, end in pairwise(edges) if begin < end]


def _start(parts: list[str], headline: int, header_first: bool) -> int:
    """Where the card of a headline starts: at the header before it, or, in the other style, at the headline itself."""
    before = headline
    leading = HEADER if header_first else frozenset(("section",))
    while before > 0 and parts[before - 1] in leading:
        before -= 1
    return before
