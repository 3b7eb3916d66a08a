"""Where sentences end on a page, by punctuation and the tables of abbreviations: to show words, not to read them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from copydesk.lexicon.tables import load_rows

_END = re.compile(r"[.!?…]+[\"'”’»)\]]*(?=\s)|\n[^\S\n]*\n")
_LAST_WORD = re.compile(r"[^\s(\"“‘]+$")
_MAY_CLOSE = ("end", "date")  # kinds of abbreviation that may also stand last in a sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class _Abbreviation:
    word: str
    kind: str
    origin: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Opener:
    word: str
    origin: str


class Sentences:
    """Cuts a stretch of text into sentences; built once from abbreviations.tsv and sentence_openers.tsv."""

    def __init__(self, folder: Path) -> None:
        rows = load_rows(folder / "abbreviations.tsv", _Abbreviation)
        self._kinds = {row.word.lower(): row.kind for row in rows}
        self._openers = {row.word for row in load_rows(folder / "sentence_openers.tsv", _Opener)}

    def find_sentences(self, text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
        """(start, end) of each sentence in text[start:end], without the white space around it; an empty line ends one."""
        first = start
        for match in _END.finditer(text, start, end):
            if self._is_end(text, match, end):
                yield from _trimmed(text, first, match.end())
                first = match.end()
        yield from _trimmed(text, first, end)

    def _is_end(self, text: str, match: re.Match[str], end: int) -> bool:
        if match.group().startswith("\n"):
            return True
        following = text[match.end() : min(end, match.end() + 30)].split()
        if not following or following[0][0].islower():
            return not following
        word = _LAST_WORD.search(text, 0, match.start() + 1)
        if match.group() != "." or word is None:
            return True
        return self._closes(word.group(), following[0])

    def _closes(self, word: str, following: str) -> bool:
        is_short = len(word) == 2 or word.count(".") > 1
        kind = self._kinds.get(word.lower(), "initial" if is_short else None)
        return kind is None or ((kind in _MAY_CLOSE or word.count(".") > 1) and following in self._openers)


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    end -= len(words) - len(words.rstrip())
    if start < end:
        yield start, end
