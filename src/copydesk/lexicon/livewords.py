"""Words of live pages: what says that a page is one, and what stands beside an entry's stamp (en/live_words.tsv)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from copydesk.lexicon.furniture import fold_words

SHORT = 6  # words and marks of a line that may say by itself that the page is live


@dataclass(frozen=True, slots=True, kw_only=True)
class LivePhrase:
    """A phrase of live pages. kind: see the head of live_words.tsv."""

    phrase: str
    kind: Literal["live", "mark"]
    origin: str


class LiveWords:
    """Tells live pages by their words."""

    def __init__(self, rows: Iterable[LivePhrase]) -> None:
        given = tuple(rows)
        self._live = frozenset(tuple(fold_words(row.phrase)) for row in given if row.kind == "live")
        self._marks = frozenset(word for row in given if row.kind == "mark" for word in fold_words(row.phrase))

    def is_live_title(self, words: Sequence[str]) -> bool:
        """Whether the folded words of a title open or close with a phrase, set off by a mark, or are no more than it.

        "Dam breaks - live updates" and "Live: dam breaks" do; "They live on the dam" does not.
        """
        for phrase in self._live:
            size = len(phrase)
            opens = tuple(words[:size]) == phrase and (len(words) == size or not words[size].isalnum())
            closes = len(words) > size and tuple(words[-size:]) == phrase and not words[-size - 1].isalnum()
            if opens or closes:
                return True
        return False

    def is_live_line(self, words: Sequence[str]) -> bool:
        """Whether a short line holds nothing but a phrase."""
        bare = tuple(word for word in words if word.isalnum())
        return len(words) <= SHORT and bare in self._live

    def is_mark(self, words: Iterable[str]) -> bool:
        """Whether words are all of those that stand beside a stamp; true of none at all."""
        return all(word in self._marks or not word.isalnum() for word in words)
