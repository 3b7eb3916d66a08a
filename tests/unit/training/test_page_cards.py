"""Cards of invented pages: each has a headline and one more part, opens once, and keeps to the order of its list."""

import random
from typing import get_args

import pytest

from copydesk.clean.labeller import bare_label, in_card
from copydesk.record import BlockRole
from training.page_cards import CardMaker
from training.page_layouts import Filler


def _list(seed: int, count: int | None = None) -> list[tuple[str, str]]:
    chance = random.Random(seed)
    filler = Filler(chance, ["weir", "lamp"])
    return CardMaker(chance, filler.fill, sentence=lambda: "The weir was mended.", title=lambda: "Weir mended").make(count)


def test_lists_have_lines_with_the_roles_of_the_record() -> None:
    """Two hundred lists, all slots filled."""
    lines = [line for seed in range(200) for line in _list(seed)]
    assert {bare_label(label) for _, label in lines} <= set(get_args(BlockRole))
    assert not [text for text, _ in lines if not text.strip() or "{" in text]


@pytest.mark.parametrize("seed", range(40))
def test_a_card_has_one_headline_and_another_part(seed: int) -> None:
    """A headline that is left alone is a link."""
    cards: list[list[str]] = []
    for _, label in _list(seed, 4):
        if label.startswith("new:"):
            cards.append([])
        if in_card(label):
            cards[-1].append(label.split(":")[1])
    assert all(card.count("headline") == 1 and len(card) > 1 for card in cards)


def test_orders_differ_from_list_to_list() -> None:
    """Headline first, headline last, and in between."""
    orders = {tuple(label for _, label in _list(seed, 1) if in_card(label)) for seed in range(200)}
    assert len(orders) > 60
