"""Sentences side by side in rows: every subword and word is found again where the graphs are told it is."""

from __future__ import annotations

import numpy as np

from copydesk.language.engine import ROW, Pieces, Rows, build_known, fill_rows, pack


def make(words: int, first_number: int) -> Pieces:
    """A sentence of words of two subwords each between the two marks, all numbers of its own."""
    subwords = list(range(first_number, first_number + 2 * words + 2))
    ends = list(range(2, 2 * words + 1, 2))
    return Pieces(subwords, [5] * len(subwords), list(range(1, 2 * words, 2)), ends, [(words,)] * words)


BATCH = [make(3, 100), make(20, 200), make(1, 300), make(9, 400), make(45, 500)]


def test_rows_hold_each_sentence_once_and_overflow_only_for_a_long_one() -> None:
    """Sentences share rows of `ROW`; one that is longer makes all rows as long as it is."""
    rows = fill_rows([10, 60, 30, 20, 4])
    assert sorted(index for row in rows for index in row) == [0, 1, 2, 3, 4]
    assert all(sum([10, 60, 30, 20, 4][index] for index in row) <= ROW for row in rows)
    assert Rows([100, 90, 10]).shape == (2, 100)


def test_every_subword_is_where_its_word_says() -> None:
    """`first` and `last` point to the word's own subwords among all rows, `places` to the word among the words' rows."""
    packed = pack(BATCH)
    subwords, first, last = (packed[name].ravel() for name in ("subwords", "first", "last"))
    for sentence, pieces in enumerate(BATCH):
        places = packed["places"][sentence]
        assert list(places >= 0) == [True] * len(pieces.first) + [False] * (len(places) - len(pieces.first))
        for word, place in enumerate(places[: len(pieces.first)]):
            assert subwords[first[place]] == pieces.subwords[pieces.first[word]]
            assert subwords[last[place]] == pieces.subwords[pieces.last[word]]
            assert packed["owners"].ravel()[place] == packed["sentences"].ravel()[first[place]] == sentence + 1


def test_padding_belongs_to_no_sentence_and_positions_begin_anew() -> None:
    """Sentence number 0 is padding; each sentence's positions count from 0."""
    packed = pack(BATCH)
    assert (packed["sentences"] > 0).sum() == sum(len(pieces.subwords) for pieces in BATCH)
    starts = packed["positions"][packed["subwords"] % 100 == 0]
    assert np.array_equal(starts, np.zeros(len(starts)))


def test_what_the_tables_know_stands_at_its_word_and_nothing_at_padding() -> None:
    """One place a feature."""
    known = build_known([make(2, 100), make(3, 200)], 3)
    assert known.shape[:2] == (2, 3)
    assert [list(np.flatnonzero(row)) for row in known[0]] == [[2], [2], []]
    assert [list(np.flatnonzero(row)) for row in known[1]] == [[3], [3], [3]]
