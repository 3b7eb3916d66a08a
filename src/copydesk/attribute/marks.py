"""Attribution by punctuation: "Minister: ...", a transcript's "WALLACE:", a dash before or after a quotation."""

from __future__ import annotations

import re
from collections.abc import Iterator

from copydesk.attribute.draft import Draft
from copydesk.attribute.passage import Passage

_CREDITS = frozenset({"image", "photo", "photograph", "picture", "video", "audio", "file", "graphic", "map", "chart", "credit"})
_LONGEST_LABEL = 8  # tokens before a colon that can name a speaker
_DASH = re.compile(r"[ \t]*(?:[-–—―]+)[ \t]*(?=\w)")
_SPEAKING = ("PROPN", "NOUN", "PRON")


def find_colon_cues(passage: Passage) -> Iterator[Draft]:
    """A paragraph that opens with a name and a colon: what follows is that speaker's."""
    for number, (start, end) in enumerate(passage.paragraphs):
        first = passage.token_at(start)
        if first < 0 or passage.tokens[first].start < start:
            first += 1
        colon = next(
            (i for i in range(first, min(first + _LONGEST_LABEL, len(passage.tokens))) if passage.tokens[i].text == ":"), None,
        )
        if colon is None or passage.tokens[colon].start >= end or colon == first:
            continue
        label = range(first, colon)
        speaker = _labelled(passage, label, passage.roles[number])
        content = passage.trim((passage.tokens[colon].end, end))
        if speaker is not None and len(passage.text[slice(*content)].split()) > 1:
            mark = passage.tokens[colon]
            yield Draft(
                rule="colon", row=None, head=colon, cue=(mark.start, mark.end), content=[content], speaker=speaker,
            )


def _labelled(passage: Passage, label: range, role: str) -> int | None:
    """The head of a label that names a speaker: proper nouns with titles, no verb in it."""
    tokens = passage.tokens
    if any(tokens[i].tag in ("VERB", "AUX", "NUM", "PUNCT") and tokens[i].text not in (",", ".", "(", ")", "-") for i in label):
        return None
    named = [i for i in label if tokens[i].tag == "PROPN"]
    nouns = [i for i in label if tokens[i].tag in _SPEAKING]
    if any(tokens[i].lemma.lower() in _CREDITS for i in label):
        return None
    if not nouns or (not named and not passage.text[tokens[label[0]].start].isupper()):
        return None
    inside = set(label)
    return next((i for i in nouns if tokens[i].head not in inside or tokens[i].head == i), nouns[-1])


def find_dash_cues(passage: Passage) -> Iterator[Draft]:
    """A quotation with a dash and a name after it, at the end of its line: the name is the speaker."""
    for number, quotation in enumerate(passage.quotations):
        end = passage.paragraphs[quotation.paragraph][1]
        match = _DASH.match(passage.text, quotation.end, end)
        if not quotation.closed or match is None:
            continue
        first = passage.token_at(match.end())
        last = passage.token_at(end - 1)
        named = [i for i in range(first, last + 1) if passage.tokens[i].tag in _SPEAKING]
        if not named or last - first > 14 or any(passage.tokens[i].tag == "VERB" for i in range(first, last + 1)):
            continue
        inside = range(first, last + 1)
        speaker = next((i for i in named if passage.tokens[i].head not in inside or passage.tokens[i].head == i), named[0])
        dash = passage.text[quotation.end:match.end()]
        start = quotation.end + len(dash) - len(dash.lstrip())
        yield Draft(
            rule="dash", row=None, head=speaker, cue=(start, start + len(dash.strip())),
            content=[(quotation.start, quotation.end)], speaker=speaker, quotations=[number],
        )
