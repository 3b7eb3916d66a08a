"""Quotation marks of every style, in pure text."""

from __future__ import annotations

import pytest

from copydesk.attribute.quotations import find_quotations


def quoted(text: str) -> list[str]:
    paragraphs, start = [], 0
    for line in text.split("\n"):
        paragraphs.append((start, start + len(line)))
        start += len(line) + 1
    return [text[each.start:each.end] for each in find_quotations(text, paragraphs)]


@pytest.mark.parametrize(("text", "expected"), [
    ('He said "no" twice.', ['"no"']),
    ("He said “no” twice.", ["“no”"]),
    ("Er sagte „nein“ und ging.", ["„nein“"]),
    ("Il dit « non » et part.", ["« non »"]),
    ("He said ''no'' twice.", ["''no''"]),
    ("He said 'no way,' twice.", ["'no way,'"]),
    ("He said ‘no way,’ twice.", ["‘no way,’"]),
    ("“He said ‘no’ to me,” she wept.", ["“He said ‘no’ to me,”"]),
    ("The workers' union and the '90s weren't quoted.", []),
    ('A 6-foot plank of 8" width.', []),
    ('"Yes," he said. "No," she said.', ['"Yes,"', '"No,"']),
    ('The "old guard" and the "new guard" met.', ['"old guard"', '"new guard"']),
    ('An open "mark to the end', ['"mark to the end']),
])
def test_quotations_are_paired(text: str, expected: list[str]) -> None:
    """Outer quotations come back with their marks; apostrophes, elisions and inches are none."""
    assert quoted(text) == expected


def test_unclosed_quotation_carries_on_in_the_next_paragraph() -> None:
    """The news convention: opened again at each paragraph, closed once at the end."""
    text = '"First day.\n"Second day." Then quiet.'
    first, second = find_quotations(text, [(0, 11), (12, len(text))])
    assert (first.closed, first.carries_on) == (False, False)
    assert (second.closed, second.carries_on) == (True, True)
    assert text[second.start:second.end] == '"Second day."'
