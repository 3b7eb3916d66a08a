"""Words cut into sentences: where a full stop ends one, and where it only belongs to a word.

A sentence ends after . ! ? or an ellipsis (with the quotation marks and brackets that close there), and after an
abbreviation that may stand last ("U.S.", "p.m.") when a word follows that opens sentences. Nothing here looks beyond
the stretch of text it is given.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from copydesk.language.boundaries import Judge, is_candidate
from copydesk.language.tokens import Tokeniser, Word
from copydesk.lexicon.tables import FOLDER, load_rows

CLOSERS = "\"'”’)]}»"
CLOCK = re.compile(r"\d{1,2}[:.h]\d\d(?:[:.]\d\d)?")
AFTER_CLOCK = frozenset(
    {"am", "pm", "a.m.", "p.m.", "gmt", "utc", "bst", "cet", "et", "local", "time", "-", "–", "—", ":", "|", "."}
)
LONGEST_STAMP = 5  # words
BULLETS = "•▪◦‣·*–—-"


@dataclass(frozen=True, slots=True, kw_only=True)
class Opener:
    """A word that, capitalised after an abbreviation, opens a new sentence."""

    word: str
    origin: str


class Splitter:
    """Finds sentence ends among words; built once from the lexicon's tables."""

    def __init__(self, tokeniser: Tokeniser, judge: Judge | None = None, folder: Path = FOLDER / "en") -> None:
        """judge: decides where the rules propose an end and at other likely gaps; without it the rules alone decide."""
        self._abbreviations = tokeniser.abbreviations
        self._openers = {row.word for row in load_rows(folder / "sentence_openers.tsv", Opener)}
        self._judge = judge

    def find_ends(self, words: Sequence[Word]) -> list[int]:
        """Indices after the last word of each sentence, ending with len(words); [] for no words."""
        ends: list[int] = []
        begin = index = 0
        while index < len(words):
            after = self.find_end(words, index)
            gap = after or index + 1
            if gap < len(words) and self._is_end(words, gap, begin=begin, by_rule=after > 0):
                ends.append(gap)
                begin = gap
            index = gap
        return [*ends, len(words)] if words else []

    def _is_end(self, words: Sequence[Word], gap: int, *, begin: int, by_rule: bool) -> bool:
        if gap - begin <= LONGEST_STAMP and is_stamp(words[begin:gap]):
            return False
        if self._judge is None or not (by_rule or is_candidate(words, gap)):
            return by_rule
        return self._judge.is_end(words, gap, begin=begin, by_rule=by_rule)

    def find_end(self, words: Sequence[Word], index: int) -> int:
        """Where the sentence ends that words[index] closes, or 0."""
        text = words[index].text
        is_short = len(text) > 1 and text[-1] == "." and text[0].isalnum()
        if not is_short and text[-1] not in ".!?…" and text not in (":)", ":("):
            return 0
        after = index + 1
        while after < len(words) and is_closing(words, after):
            after += 1
        if after == len(words):
            return after
        follower = words[after].text
        if is_short:
            return after if self._is_last(text, follower) else 0
        if text == "." or (text[0] in "!?" and not is_lower(follower)):
            return 0 if is_lower(follower) and after > index + 1 else after
        return 0 if is_lower(follower) or follower[0] in ",;:)" else after

    def _is_last(self, text: str, follower: str) -> bool:
        """Whether an abbreviation closes its sentence, given the word that follows."""
        kind = self._abbreviations.get(text.lower(), "initial" if len(text) == 2 else "end")
        return kind in ("end", "date") and follower in self._openers


def is_stamp(words: Sequence[Word]) -> bool:
    """Whether words are the time before a live entry ("06:15", "3:22 p.m. —"): what follows belongs to them."""
    return bool(CLOCK.fullmatch(words[0].text)) and all(word.text.lower() in AFTER_CLOCK for word in words[1:])


def is_lower(text: str) -> bool:
    """Whether a word begins with a small letter."""
    return text[0].islower()


def is_closing(words: Sequence[Word], index: int) -> bool:
    """Whether a quotation mark or bracket closes what stands before it: it is set close to it."""
    word, before = words[index], words[index - 1]
    return word.text[0] in CLOSERS and word.start == before.end
