"""Turns of a transcript: "THE WITNESS: I was asleep.", "Q: Where?" and "A - At home.": each paragraph is its label's words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from copydesk.attribute.draft import Draft
from copydesk.attribute.passage import Passage

_LABEL = re.compile(r"[\"“]?(?P<who>[A-Z][A-Z.'’ -]*[A-Z](?: \d{1,3})?)(?P<mark>:)\s+")
_LETTER = re.compile(r"(?P<who>[QA])(?P<mark>[.:]|\s?[-–—])\s+")
_TITLED = re.compile(r"(?:THE|MR|MRS|MS|MISS|DR|PROF|SEN|REP|REV|SIR|DAME|LORD|LADY|JUDGE|JUSTICE|WITNESS|CHAIR\w*)\b")
_FEWEST = 2  # turns that make a transcript where no label is titled


def find_turns(passage: Passage) -> Iterator[Draft]:
    """A draft for each turn; capitals alone make none ("UPDATE: ...") unless titled or at least twice on the page."""
    named = [_opening(passage, start, end, _LABEL) for start, end in passage.paragraphs]
    asked = [_opening(passage, start, end, _LETTER) for start, end in passage.paragraphs]
    both = {match["who"] for match in asked if match} == {"Q", "A"}
    many = sum(match is not None for match in named) >= _FEWEST
    for (_, end), label, letter in zip(passage.paragraphs, named, asked, strict=True):
        match = letter if both and letter else label
        if match is None or not (match is letter or many or _TITLED.match(match["who"])):
            continue
        speaker = passage.token_at(match.end("who") - 1)
        while passage.tokens[speaker].text.isdigit():
            speaker -= 1
        content = passage.trim((match.end(), end))
        if content[0] < content[1]:
            yield Draft(
                rule="turn", row=None, head=speaker, cue=match.span("mark"), content=[content], speaker=speaker,
            )


def _opening(passage: Passage, start: int, end: int, pattern: re.Pattern[str]) -> re.Match[str] | None:
    return pattern.match(passage.text, start, end)
