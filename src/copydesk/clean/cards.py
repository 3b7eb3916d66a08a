"""Which units belong to which article: the main one, or a card that teases another story on the same page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from copydesk.clean.labeller import CARD
from copydesk.record import BlockRole

HEADER = frozenset(("byline", "timestamp", "section", "caption", "credit"))
MAX_GAP = 3  # furniture units that may stand inside one run of cards
_ROLES: dict[str, BlockRole] = {"biography": "byline"}


@dataclass(frozen=True, slots=True)
class Sorted:
    """roles[i]: the role of unit i. cards: for each card in page order, the indices of its units, rising."""

    roles: tuple[BlockRole, ...]
    cards: tuple[tuple[int, ...], ...]


def sort_units(labels: Sequence[str]) -> Sorted:
    """Roles and cards from the labels of a page.

    A card needs a headline and at least one more part. A headline or teaser alone is a related link, unless it stands
    between paragraphs of the main article; other parts without a headline go to the main article as they are.
    """
    roles = _settle_headlines([plain_role(label) for label in labels], labels)
    cards = []
    for run in _runs(labels):
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
    """One run cut into cards. Where the first headline follows a header (byline, age, section), every header opens one."""
    parts = [labels[i].removeprefix(CARD) for i in run]
    if "headline" not in parts:
        return [run]
    header_first = parts[0] in HEADER
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
