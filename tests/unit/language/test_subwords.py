"""Subwords and shapes: what the encoder sees of a word."""

from __future__ import annotations

import pytest

from copydesk.language.shapes import SHAPES, find_shape
from copydesk.language.subwords import MOST_PIECES, Subwords, split_basic

VOCABULARY = ["[UNK]", "[CLS]", "[SEP]", "cease", "##fire", "##s", "fire", "-", "e", "caf"]


def test_the_longest_piece_comes_first() -> None:
    """Greedy from the left, continuation pieces marked; what no piece spells is unknown."""
    subwords = Subwords(VOCABULARY)
    assert subwords.cut("Ceasefires") == (3, 4, 5)
    assert subwords.cut("cease-fire") == (3, 7, 6)
    assert subwords.cut("xyz") == (0,)
    assert subwords.cut("") == (0,)


def test_a_word_never_takes_too_much_room() -> None:
    """A line of a thousand dashes is cut short."""
    assert len(Subwords(VOCABULARY).cut("-" * 1000)) == MOST_PIECES


def test_case_and_accents_are_taken_off() -> None:
    """The vocabulary is uncased and without accents; marks and ideographs stand alone."""
    assert split_basic("Café's") == ["cafe", "'", "s"]
    assert split_basic("中国") == ["中", "国"]


@pytest.mark.parametrize(
    ("word", "shape"),
    [
        ("42", "number"), ("5th", "with-digit"), ("—", "symbol"), ("flood", "lower"), ("UN", "capitals"),
        ("J.", "initial"), ("Nairobi", "capitalised"), ("iPhone", "mixed"), ("McKay", "mixed"), ("U.S.", "capitals"),
    ],
)  # fmt: skip
def test_a_word_has_one_shape(word: str, shape: str) -> None:
    """The case of a word reaches the encoder as its shape."""
    assert SHAPES[find_shape(word)] == shape
