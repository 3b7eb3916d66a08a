"""Quotations as stretches of tokens, and the phrase that speaks each."""

from __future__ import annotations

from copydesk.language.tree import list_children
from copydesk.record import Reading

MARKS = {"“": 1, "”": -1, '"': 0, "„": 1, "‟": -1}


def find_speakers(reading: Reading, text: str) -> tuple[list[int], dict[int, int]]:
    """The number of the quotation each token stands in, -1 outside; and the head token of the speaker of each, where told.

    A mark that is not closed by the end of its paragraph opens nothing beyond it.
    """
    inside = [-1] * len(reading.tokens)
    number, is_open, place = 0, False, 0
    for index, token in enumerate(reading.tokens):
        if "\n" in text[place : token.start] and is_open:
            is_open, number = False, number + 1
        place = token.end
        mark = MARKS.get(token.text)
        if mark is not None:
            opens = mark > 0 or (mark == 0 and not is_open)
            number += 0 if opens else 1
            is_open = opens
        elif is_open:
            inside[index] = number
    return inside, _find_told(reading, inside)


def _find_told(reading: Reading, inside: list[int]) -> dict[int, int]:
    """The subject outside of each quotation whose clause hangs on its verb, or whose verb hangs on the quotation."""
    speakers: dict[int, int] = {}
    for index, token in enumerate(reading.tokens):
        number = inside[index]
        if number < 0 or number in speakers:
            continue
        verbs = [token.head, *list_children(reading, index, "parataxis")]
        for verb in verbs:
            if inside[verb] < 0 and reading.tokens[verb].tag == "VERB":
                subjects = [child for child in list_children(reading, verb, "nsubj") if inside[child] < 0]
                if subjects:
                    speakers[number] = subjects[0]
    return speakers
