"""Words the editor's desk goes by: what may be dropped from a sentence, and what a page labels as mattering."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from copydesk.lexicon.sentences import Sentences
from copydesk.lexicon.tables import load_rows

_LABEL_LENGTH = 32  # characters; the longest label in the own corpus of newsletters has 27


@dataclass(frozen=True, slots=True, kw_only=True)
class EditingWords:
    """One row of editing.tsv; words: regular expressions in lower case. For the kinds see the head of the table."""

    kind: str
    words: tuple[str, ...]
    origin: str


class Editing:
    """Compiled lookups over editing.tsv, and the sentences of a page."""

    def __init__(self, folder: Path) -> None:
        rows = load_rows(folder / "editing.tsv", EditingWords)
        self.sentences = Sentences(folder)
        self._opening = _compile(rows, "connective", r"(?i)\s*(?:{}),?\s+(?=\S)")
        self._significance = _compile(rows, "significance", r"(?i)\s*(?:{})\s*[:—–-]\s*")
        self._aside = _compile(rows, "aside", r"(?i)\s*(?:{})\s*[:—–-]\s*")
        self._hearsay = _compile(rows, "hearsay", r"(?i)\b(?:{})\b")
        self._forecast = _compile(rows, "forecast", r"(?i)\b(?:{})\b")
        self._anaphor = _compile(rows, "anaphor", r"(?i)\b(?:{})")
        self._relative = _compile(rows, "relative", r",\s(?:{})\s[^,;:()\"“”—–]+(?=([,.;]))")
        self._joined = _compile(rows, "joining", r"(?i)(?:\s*;|,?\s+(?:{})\s)")
        self._joining_end = _compile(rows, "joining", r"(?i)(?:;|,\s+(?:{}))\s+$")
        self._label = re.compile(rf"\s*[A-Z][^:.\n,\"“”]{{2,{_LABEL_LENGTH}}}:\s+(?=\S)")

    def connective_end(self, text: str, start: int, end: int) -> int:
        """Where the sentence goes on after an opening such as "Meanwhile,"; `start` where it opens otherwise."""
        match = self._opening.match(text, start, end)
        return match.end() if match else start

    def label_end(self, text: str, start: int, end: int) -> int:
        """Where the sentence goes on after a label such as "By the numbers:"; `start` where it has none."""
        match = self._label.match(text, start, end)
        return match.end() if match else start

    def significance_end(self, text: str, start: int, end: int) -> int | None:
        """Where the words after a label of significance begin, None where there is no such label."""
        match = self._significance.match(text, start, end)
        return match.end() if match else None

    def is_aside(self, text: str, start: int, end: int) -> bool:
        """Whether the page itself labels this as noteworthy but minor."""
        return self._aside.match(text, start, end) is not None

    def is_hearsay(self, words: str) -> bool:
        """Whether the words pass something on without saying who knows it."""
        return self._hearsay.search(words) is not None

    def is_forecast(self, words: str) -> bool:
        """Whether the words tell what has not happened yet."""
        return self._forecast.search(words) is not None

    def anaphor_end(self, text: str, start: int, end: int) -> int | None:
        """Where the first words end that point back to another sentence ("the accusation"), None where none do."""
        match = self._anaphor.search(text, start, end)
        return match.end() if match else None

    def is_joined_after(self, text: str, start: int, end: int) -> bool:
        """Whether text[start:end] opens with ", and", ";" or the like: another clause follows."""
        return self._joined.match(text, start, end) is not None

    def is_joined_before(self, text: str, start: int, end: int) -> bool:
        """Whether text[start:end] closes with ", and", ";" or the like: another clause stands before."""
        return self._joining_end.search(text[start:end]) is not None

    def relative_clauses(self, text: str, start: int, end: int) -> tuple[tuple[int, int], ...]:
        """(start, end) of clauses such as ", which opened in 1974", with the comma that closes them if one does."""
        found = []
        for match in self._relative.finditer(text, start, end):
            found.append((match.start(), match.end() + (match.group(1) == ",")))
        return tuple(found)


def _compile(rows: Sequence[EditingWords], kind: str, frame: str) -> re.Pattern[str]:
    words = sorted((word for row in rows if row.kind == kind for word in row.words), key=len, reverse=True)
    return re.compile(frame.replace("{}", "|".join(words), 1))
