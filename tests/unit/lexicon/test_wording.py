"""Wordings made comparable."""

import pytest

from copydesk.lexicon import load_world
from copydesk.lexicon.wording import stem_word

WORDING = load_world().wording


@pytest.mark.parametrize(("one", "other"), [
    ("The army pulled back", "The military withdrew"), ("two dozen people were killed", "the deaths of two dozen people"),
    ("a quake", "an earthquake"), ("They called off the talks", "the talks were cancelled"),
])
def test_words_that_reports_swap_share_a_key(one: str, other: str) -> None:
    """Verbs, their nouns and phrases of several words alike."""
    assert WORDING.find_keys(one) & WORDING.find_keys(other) - WORDING.find_keys("talks dozen people two")


@pytest.mark.parametrize(("one", "other"), [
    ("cancelled", "cancel"), ("villages", "village"), ("stopping", "stop"), ("carried", "carries"), ("Berlin's", "Berlin"),
    ("arrested", "arrests"),
])
def test_forms_of_a_word_share_a_stem(one: str, other: str) -> None:
    """Number, tense and possession go."""
    assert stem_word(one) == stem_word(other)


def test_function_words_are_left_out_and_numbers_marked() -> None:
    """A number is a key of its own; find_keys leaves it out."""
    stems = WORDING.find_stems("It was said that 7,000 were there on Monday in Varde")
    assert [stem.key for stem in stems] == ["#7000", "vard"]
    assert WORDING.find_keys("7,000 in Varde") == {"vard"}


def test_stems_stand_where_their_words_do() -> None:
    """start and end are places in the text, names are marked."""
    text = "Troops pulled out of Varde"
    assert [text[stem.start : stem.end] for stem in WORDING.find_stems(text)] == ["Troops", "pulled out", "Varde"]
    assert [stem.is_name for stem in WORDING.find_stems(text)] == [True, False, True]


def test_signals_are_found_as_whole_words() -> None:
    """The place is returned, None where there is none."""
    found = WORDING.find_signal("revision", "The toll was lowered to nine")
    assert found is not None
    assert found.group() == "lowered"
    assert WORDING.find_signal("revision", "The flowered hat") is None
