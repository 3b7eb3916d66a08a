"""Differences that two whole pages tell, read from their words alone; and wordings that only seem to differ."""

from __future__ import annotations

import pytest

from copydesk.run import Desk, load_desk
from evaluation.across_conflicts import find_differences


@pytest.fixture(scope="module")
def desk() -> Desk:
    """One desk for all pages here."""
    return load_desk()


def told(desk: Desk, left: str, right: str, *, days: tuple[str, str] = ("2021-05-04", "2021-05-04")) -> set[tuple[str, str]]:
    """Kind and reading of what is told as differing between two pages of unlike outlets."""
    case = {"id": "pages", "articles": [
        {"outlet": "Fen Courier", "created": days[0], "text": left},
        {"outlet": "Dale Telegraph", "created": days[1], "text": right},
    ]}
    return {(one.kind, one.reading) for one in find_differences(case, desk)}


@pytest.mark.parametrize(("left", "right"), [
    ('"We may close the bridge tonight," Mayor Ilka Brandt said.',
     '"We will close the bridge tonight," Mayor Ilka Brandt said.'),
    ('"Some of our pilots refused the order," General Tor Vass said.',
     '"All of our pilots refused the order," General Tor Vass said.'),
    ('"I do not trust the men of the harbour," Mayor Ilka Brandt said.',
     '"I trust the men of the harbour," Mayor Ilka Brandt said.'),
])
def test_one_utterance_that_means_something_else_is_a_wording_conflict(desk: Desk, left: str, right: str) -> None:
    """A modal, an amount or a "not" turns what was said."""
    assert told(desk, left, right) == {("wording", "conflict")}


@pytest.mark.parametrize(("left", "right"), [
    ('"We will never give up the northern harbour," Mayor Ilka Brandt said.',
     '"We will never surrender the northern harbour," Mayor Ilka Brandt said.'),
    ('"We will close the bridge tonight, and the ferry too," Mayor Ilka Brandt said.',
     '"We will close the bridge tonight," Mayor Ilka Brandt said.'),
])
def test_a_cut_or_translated_quotation_is_no_wording_conflict(desk: Desk, left: str, right: str) -> None:
    """What is left out at the end, and near words, change nothing."""
    assert not told(desk, left, right)


def test_two_ministers_of_one_government_are_two_speakers(desk: Desk) -> None:
    """One government may know it; one mouth said it."""
    left = '"No household will sit in the dark this winter," Energy Minister Jan Kolar said.'
    right = '"No household will sit in the dark this winter," Finance Minister Petra Lind said.'
    assert told(desk, left, right) == {("speaker", "conflict")}


def test_a_title_and_a_surname_are_one_speaker(desk: Desk) -> None:
    """"Mr. Wend" is adviser Karl Wend."""
    left = '"They have put guards where the bread lines stood," union adviser Karl Wend said.'
    right = '"They have put guards where the bread lines stood," Mr. Wend told friends.'
    assert not told(desk, left, right)


def test_a_negated_main_verb_denies_what_another_says(desk: Desk) -> None:
    """"Did not" is a denial where somebody says that it did."""
    left = "The tannery poisoned the stream at Ulme, the anglers' club said."
    right = "The tannery did not poison the stream at Ulme, its owner said."
    assert told(desk, left, right) == {("polarity", "conflict")}


def test_a_bare_not_that_nobody_gainsays_denies_nothing(desk: Desk) -> None:
    """Two pages that agree that something is not so tell no difference."""
    text = "The company said that the plant did not leak."
    assert not told(desk, text, text + " Work went on.")


def test_each_side_blaming_the_other_is_no_agreement(desk: Desk) -> None:
    """The same words with the sides turned are opposed positions."""
    left = "Armenia said Azerbaijani soldiers attacked its outpost near Verin on Monday."
    right = "Azerbaijan said Armenian soldiers attacked its outpost near Verin on Monday."
    assert told(desk, left, right) == {("position", "opposed_positions")}


@pytest.mark.parametrize(("left", "right"), [
    ("Sweden recorded 900 new infections on Tuesday, the health agency said.",
     "Sweden has recorded 61,000 infections since March, the health agency said."),
    ("Airline Vestra grounded 12 jets on Tuesday, it said.", "Airline Polar Wing grounded 31 jets on Tuesday, it said."),
    ("In Peru, 30 percent of villages have no doctor, the survey found.",
     "In Peru, 55 percent of schools have no library, the survey found."),
    ("Parliament voted on Tuesday, with 210 deputies in favour of the bill.",
     "On Tuesday 95 deputies voted against the bill in parliament."),
])
def test_counts_of_two_things_are_not_compared(desk: Desk, left: str, right: str) -> None:
    """A day and a total, two firms, two kinds, two sides of a vote."""
    assert not told(desk, left, right)


@pytest.mark.parametrize(("left", "right"), [
    ("Twelve people lost their lives when a tram burned in Brno on Tuesday, the fire brigade said.",
     "A tram burned in Brno on Tuesday and 19 people died, a doctor said."),
    ("A tram burned in Brno on Tuesday. The fire brigade said that 12 people were killed.",
     "Smoke hung over Brno on Tuesday after a tram caught fire. The city's chief doctor put the dead at 19: "
     "19 people were killed, she said."),
])
def test_tolls_in_other_words_are_one_measure(desk: Desk, left: str, right: str) -> None:
    """"Lost their lives" and "died"; a page's one toll beside another page's."""
    assert ("number", "conflict") in told(desk, left, right)


def test_one_named_man_arrested_in_two_towns_is_a_place_conflict(desk: Desk) -> None:
    """What else is told need not be alike where a name makes it one happening."""
    left = "Marines arrested the smuggler Ramon Iglia in Valencia on Tuesday, the navy said."
    right = "The prosecutor said that marines arrested Ramon Iglia in Zaragoza on Tuesday."
    assert told(desk, left, right) == {("place", "conflict")}


def test_two_tolls_on_two_days_are_two_happenings(desk: Desk) -> None:
    """What differs in its day and in its count is no conflict of days."""
    left = "A missile killed 14 people in Zolote on Monday, the governor said."
    right = "A missile killed two people in Zolote on Thursday, the governor said."
    assert not told(desk, left, right, days=("2021-05-04", "2021-05-07"))


def test_a_claim_told_from_two_ends_is_denied(desk: Desk) -> None:
    """Who is said to have done it names who says so."""
    left = "The builder Otto Reim told the court that he had paid a bribe to the harbour minister, Vera Sand."
    right = "The harbour minister, Vera Sand, denied taking a bribe from the builder Otto Reim."
    assert told(desk, left, right) == {("polarity", "conflict")}
