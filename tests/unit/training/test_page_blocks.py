"""Blocks of invented pages: every kind gives lines whose labels the labeller knows, with all slots filled."""

import random

import pytest

from copydesk.clean.labeller import load_labeller
from training.page_blocks import BlockMaker
from training.page_layouts import Filler

KINDS = (
    "comments", "ranked", "tags", "menu", "form", "wall", "author", "box", "quote", "post", "table", "player", "foot",
    "standing",
)


def _maker(seed: int) -> BlockMaker:
    chance = random.Random(seed)
    filler = Filler(chance, ["weir", "lamp"])
    return BlockMaker(chance, filler.fill, sentence=lambda: "The weir was mended.", title=lambda: "Weir mended")


@pytest.mark.parametrize("kind", KINDS)
def test_each_block_has_lines_with_known_labels(kind: str) -> None:
    """Thirty times, as each is made anew by chance."""
    lines = [line for seed in range(30) for line in getattr(_maker(seed), kind)()]
    assert {label for _, label in lines} <= set(load_labeller().labels)
    assert not [text for text, _ in lines if not text.strip() or "{" in text]


def test_a_thread_of_comments_is_comments() -> None:
    """Names, times, words and buttons alike."""
    lines = [line for seed in range(20) for line in _maker(seed).comments()]
    assert {label for _, label in lines} == {"comment"}


def test_a_ranked_list_counts_from_one() -> None:
    """Ranks stand before the titles or on lines of their own."""
    ranked = [text for seed in range(20) for text, _ in _maker(seed).ranked()]
    assert "1" in ranked
    assert "1. Weir mended" in ranked
