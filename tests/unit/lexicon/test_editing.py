"""What may be dropped from a sentence, and what a page labels as mattering."""

import pytest

from copydesk.lexicon import load_world
from copydesk.lexicon.editing import Editing


@pytest.fixture(scope="module")
def editing() -> Editing:
    return load_world().editing


@pytest.mark.parametrize(("text", "rest"), [
    ("Meanwhile, the ferry sank.", "the ferry sank."),
    ("But nobody came.", "nobody came."),
    ("Still, they sang.", "they sang."),
    ("Butter rose.", "Butter rose."),
    ("Andrew rose.", "Andrew rose."),
])
def test_an_opening_that_points_back_may_go(editing: Editing, text: str, rest: str) -> None:
    """Only whole words at the start."""
    assert text[editing.connective_end(text, 0, len(text)):] == rest


@pytest.mark.parametrize(("text", "rest"), [
    ("By the numbers: 12 boats left.", "12 boats left."),
    ("The other side: Nothing moved.", "Nothing moved."),
    ("The minister said on Friday, in short: No.", "The minister said on Friday, in short: No."),
    ("At 10:30 the bell rang.", "At 10:30 the bell rang."),
])
def test_a_label_may_go(editing: Editing, text: str, rest: str) -> None:
    """A few words before a colon at the start, and no clock time."""
    assert text[editing.label_end(text, 0, len(text)):] == rest


@pytest.mark.parametrize(("text", "is_label"), [
    ("Why this matters: It rains.", True), ("Why it all matters - It rains.", True), ("The stakes: high.", True),
    ("Nobody asked why it matters: it rained.", False), ("What happened: It rained.", False),
])
def test_a_label_of_significance_is_told_from_others(editing: Editing, text: str, is_label: bool) -> None:
    """It stands at the start and closes with a colon or a dash."""
    assert (editing.significance_end(text, 0, len(text)) is not None) is is_label


@pytest.mark.parametrize(("text", "left"), [
    ("The hall, which opened in 1974, is shut.", "The hall is shut."),
    ("She met Orin Dahl, who had resigned.", "She met Orin Dahl."),
    ("The man who came left.", "The man who came left."),
])
def test_a_clause_that_commas_set_off_may_go(editing: Editing, text: str, left: str) -> None:
    """Between two commas, or from a comma to the stop; never one that says which."""
    for start, end in reversed(editing.relative_clauses(text, 0, len(text))):
        text = text[:start] + text[end:]
    assert text == left


def test_hearsay_is_a_word_of_its_own(editing: Editing) -> None:
    """ "Reportedly" marks it, "reported" does not."""
    assert editing.is_hearsay("He reportedly left.")
    assert not editing.is_hearsay("He reported it.")
