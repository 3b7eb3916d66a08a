"""Blocks that run together are told apart; names and abbreviations with capitals inside are not."""

from itertools import pairwise

import pytest

from copydesk.clean.units import find_cuts, is_dateline
from copydesk.lexicon import load_world

FURNITURE = load_world().furniture


def _parts(text: str) -> list[str]:
    edges = [0, *find_cuts(text, FURNITURE), len(text)]
    return [text[begin:end].strip() for begin, end in pairwise(edges)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ines CorvoRay Tamm", ["Ines Corvo", "Ray Tamm"]),
        ("By Ann LeeMia McKayUpdated 3 hours ago", ["By Ann Lee", "Mia McKay", "Updated 3 hours ago"]),
        ("The vote is due on Friday afternoon.Subscribe to our letter",
         ["The vote is due on Friday afternoon.", "Subscribe to our letter"]),
        ("A boat leaves Kolvik. Photo: Jens Aho/Nord Bild", ["A boat leaves Kolvik.", "Photo: Jens Aho/Nord Bild"]),
        ("Marchers cross the bridge [Kirsi Laine/Reuters]", ["Marchers cross the bridge", "[Kirsi Laine/Reuters]"]),
        ("Credit, Nord Bild image caption, A boat leaves", ["Credit, Nord Bild", "image caption, A boat leaves"]),
        ("TARNOW, March 3 (Reuters) - The bank cut rates.", ["TARNOW, March 3 (Reuters) -", "The bank cut rates."]),
        ("TARNOW, March 3, 2021 /Hub/ -- The bank cut rates.", ["TARNOW, March 3, 2021 /Hub/ --", "The bank cut rates."]),
        ("TARNOW -- The bank cut rates.", ["TARNOW --", "The bank cut rates."]),
        ("KOLVIK, Dec 7: At least two boats sank.", ["KOLVIK, Dec 7:", "At least two boats sank."]),
        ("SAN AMARO.– At six the river is grey.", ["SAN AMARO.–", "At six the river is grey."]),
        ("The gate at dawn. © Habib Sarwari, AFP/File", ["The gate at dawn.", "© Habib Sarwari, AFP/File"]),
        ("Lund: ‘The column was wrong’ © Jens Korth/Nord", ["Lund: ‘The column was wrong’", "© Jens Korth/Nord"]),
        ("Cranes stand idle. | Mira Kott/Coastwise", ["Cranes stand idle.", "| Mira Kott/Coastwise"]),
        ("A pilot boat in fog. Northline/Osman Dey/File", ["A pilot boat in fog.", "Northline/Osman Dey/File"]),
        ("An officer tries the hotline in May. (NBN)", ["An officer tries the hotline in May.", "(NBN)"]),
        ("A dog above three sheep (Supplied: Tarn Show)", ["A dog above three sheep", "(Supplied: Tarn Show)"]),
    ],
)
def test_blocks_that_run_together_are_cut(text: str, expected: list[str]) -> None:
    """Glued names, a lost line break, a credit behind its caption, a dateline."""
    assert _parts(text) == expected


@pytest.mark.parametrize(
    "text",
    ["Ron DeSantis and Mia McKay", "He wrote for YouTube and BuzzFeed.", "U.S.Army units left the town of Kolvik",
     "She booked it on Hotels.com and Booking.Com", "NATO – the alliance of 32 states – met",
     "MIRA KOTT: You hate concerts.", "The vote was won by the Shore Democrats (SDP)",
     "He left the group (a party of the left).",
     "Nine boats sank: what we know"],
)
def test_capitals_inside_names_are_no_breaks(text: str) -> None:
    """Names with inner capitals, initials and web addresses stay whole."""
    assert _parts(text) == [text]


def test_datelines_are_told_from_sentences() -> None:
    """A place with a day or an agency and a dash; a sentence with a dash is none."""
    assert is_dateline("THE HAGUE (AFP) —")
    assert is_dateline("Moscow, Feb. 3 (TASS) --")
    assert is_dateline("GOMA, Democratic Republic of Congo, 3 May 2023 (AFP) -")
    assert is_dateline("Rio de Janeiro, 3 May 2023 (Agência Brasil) –")
    assert is_dateline("Tarrow, 12 June –")
    assert not is_dateline("The mayor said no -")
