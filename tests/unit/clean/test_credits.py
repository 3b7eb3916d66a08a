"""Whose work stands on a page: reporters one by one, owners of copyright in legal lines, the wire as a credit."""

import pytest

from copydesk.clean.credits import find_credits, find_legal_credits
from copydesk.clean.units import find_units
from copydesk.lexicon import load_world
from copydesk.read import read_text_page

WORLD = load_world()


def _credits(line: str, *, legal: bool = False) -> list[tuple[str, str]]:
    page, layout, _ = read_text_page(line, key="t")
    units = find_units(page, layout, WORLD)
    found = find_legal_credits(units) if legal else find_credits(units, WORLD)
    assert all(credit.name in page.text[credit.span.start:credit.span.end] for credit in found if credit.span)
    return [(credit.kind, credit.name) for credit in found]


@pytest.mark.parametrize(
    ("line", "credits"),
    [
        ("Reporting by Tilda Roe in Skarvik and Omar Vogt in Tamsin; editing by Kim Dahl",
         [("reporting", "Tilda Roe"), ("reporting", "Omar Vogt"), ("editing", "Kim Dahl")]),
        ("(Reporting by Tilda Roe, writing by Omar Vogt, Editing by Kim Dahl and Lea Brun)",
         [("reporting", "Tilda Roe"), ("editing", "Omar Vogt"), ("editing", "Kim Dahl"), ("editing", "Lea Brun")]),
        ("Additional reporting by Tilda Roe, Omar Vogt & Lea Brun.",
         [("reporting", "Tilda Roe"), ("reporting", "Omar Vogt"), ("reporting", "Lea Brun")]),
        ("Compiled by Kim Dahl", [("editing", "Kim Dahl")]),
        ("Photo: Kim Dahl/Skarvik Pictures", [("photo", "Kim Dahl/Skarvik Pictures")]),
    ],
)
def test_each_person_is_a_credit(line: str, credits: list[tuple[str, str]]) -> None:
    """Where they work is no part of the name, nor is the next credit on the line."""
    assert _credits(line) == credits


@pytest.mark.parametrize(
    ("line", "credits"),
    [
        ("Copyright 2031 The Tamsin Courier. Click for restrictions.", [("copyright", "The Tamsin Courier")]),
        ("© Tamsin Courier 2031. All rights reserved.", [("copyright", "Tamsin Courier")]),
        ("(c) 2028-2031 Tamsin Media Ltd, all rights reserved", [("copyright", "Tamsin Media Ltd")]),
        ("This story was first published by the Skarvik Post and is used with leave.",
         [("first_published", "the Skarvik Post")]),
        ("Terms of use | Photo policy: see the picture desk", []), ("Source: our terms", []),
    ],
)
def test_legal_lines_name_owners(line: str, credits: list[tuple[str, str]]) -> None:
    """Owners of copyright and first publishers; other words of legal lines are no credits."""
    assert _credits(line, legal=True) == credits


def test_a_line_of_marks_without_end_is_read_in_its_first_characters() -> None:
    """Time does not grow with the square of a line: what lies behind 4,000 characters is no credit."""
    page, layout, _ = read_text_page("© 2031 Tarn Ledger; " * 3000, key="t")
    found = find_credits(find_units(page, layout, WORLD), WORLD)
    ends = [credit.span.end for credit in found if credit.span]
    assert ends
    assert max(ends) <= 4000
