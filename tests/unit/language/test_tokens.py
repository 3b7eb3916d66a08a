"""Words by the conventions of UD English, each with its exact place."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.language.tokens import load_tokeniser


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("They don't know.", "They do n't know ."),
        ("Chad's envoy, who’ll stay", "Chad 's envoy , who ’ll stay"),
        ("We cannot and can't go", "We can not and ca n't go"),
        ("a well-known anti-war e-mail", "a well - known anti-war e-mail"),
        ("U.S. and U.N. envoys, e.g. Mr. Osei", "U.S. and U.N. envoys , e.g. Mr. Osei"),
        ("It cost $5.2m (up 3.5%).", "It cost $ 5.2 m ( up 3.5 % ) ."),
        ("40,000–50,000 men", "40,000 – 50,000 men"),
        ("at 10:30pm on 3/4/2021", "at 10:30 pm on 3/4/2021"),
        ("a 44-year-old", "a 44 - year - old"),
        ("see https://ex.org/a?b=1.", "see https://ex.org/a?b=1 ."),
        ("desk@paper.co.uk or @desk #flood", "desk@paper.co.uk or @desk #flood"),
        ("the 1990s, the '80s, rock 'n' roll", "the 1990s , the '80s , rock ' n ' roll"),
        ("O'Neill said 'no' … twice...", "O'Neill said ' no ' … twice ..."),
        ("No. 10 said no.", "No. 10 said no ."),
        ("Really?! 🙂", "Really ?! 🙂"),
    ],
)
def test_words_follow_the_treebanks_conventions(text: str, words: str) -> None:
    """Clitics, hyphens, abbreviations, numbers, addresses and marks are cut as UD English cuts them."""
    assert [word.text for word in load_tokeniser().find_words(text)] == words.split()


@given(st.text(max_size=80))
def test_every_character_that_is_no_space_is_in_one_word(text: str) -> None:
    """Words are in order, never overlap, say exactly what stands there, and leave out only white space."""
    words = load_tokeniser().find_words(text)
    assert all(text[word.start : word.end] == word.text for word in words)
    assert all(before.end <= after.start for before, after in pairwise(words))
    covered = {place for word in words for place in range(word.start, word.end)}
    assert all(character.isspace() for place, character in enumerate(text) if place not in covered)


def test_a_stretch_is_cut_as_if_it_stood_alone() -> None:
    """Only the given part of a text is cut, with places in the whole."""
    words = load_tokeniser().find_words("Outside. The mayor left. Outside.", start=9, end=24)
    assert [(word.start, word.text) for word in words] == [(9, "The"), (13, "mayor"), (19, "left"), (23, ".")]
