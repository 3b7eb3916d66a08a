"""Quotations that a colon opens without a cue: "The baker pointed to his oven: '...'", "My landlady, on the phone: '...'"."""

from __future__ import annotations

import itertools

from copydesk.attribute.draft import Draft
from copydesk.attribute.passage import Passage
from copydesk.attribute.quoted import is_title
from copydesk.attribute.speakers import find_subject, is_speaking
from copydesk.lexicon.cues import Cues

_NOUN_PHRASE = frozenset({"DET", "NUM", "ADJ", "NOUN", "PROPN", "PRON", "PART"})
_SHORTEST = 2  # words of a quotation


def open_quotations(passage: Passage, taken: set[int], cues: Cues) -> list[Draft]:
    """A draft for each free quotation right behind a colon whose line is about somebody; `taken` grows by their numbers."""
    found: list[Draft] = []
    if not passage.reading.sentences:
        return found  # a page in another language: nothing of it is read
    for number, quotation in enumerate(passage.quotations):
        start = passage.paragraphs[quotation.paragraph][0]
        before = passage.text[start:quotation.start].rstrip()
        words = passage.text[quotation.start:quotation.end].split()
        if number in taken or not before.endswith(":") or len(words) < _SHORTEST or is_title(passage, quotation):
            continue
        speaker = _speaker(passage, start, start + len(before) - 1, cues)
        if speaker is not None:
            taken.add(number)
            found.append(Draft(
                rule="opened-quotation", row=None, head=speaker, cue=None, content=[(quotation.start, quotation.end)],
                speaker=speaker, quotations=[number],
            ))
    return found


def _speaker(passage: Passage, start: int, colon: int, cues: Cues) -> int | None:
    """Who the words before a colon are about: the subject of their verb, or the noun that they begin with."""
    last = passage.token_at(colon - 1)
    sentence = passage.reading.sentences[passage.sentence_of[last]]
    first = max(sentence.first, passage.token_at(start))
    line = range(first, last + 1)
    if sentence.root in line and any(passage.tokens[i].tag in ("VERB", "AUX") for i in line):
        subject = find_subject(passage, sentence.root)
        return subject if subject in line and subject is not None and is_speaking(passage, subject, cues) else None
    run = list(itertools.takewhile(lambda i: passage.tokens[i].tag in _NOUN_PHRASE and i not in passage.stamps, line))
    return run[-1] if run and is_speaking(passage, run[-1], cues) else None
