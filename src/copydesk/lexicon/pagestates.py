"""Words of pages that hold no article: consent walls, paywalls, missing pages, checks for robots (en/page_states.tsv)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from copydesk.lexicon.trie import WordTrie, split_words

StateKind = Literal[
    "consent wall", "paywall", "login wall", "missing page", "failing server", "check for robots", "page of scripts",
    "closed region",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class PagePhrase:
    """A phrase and what stands on a page that prints it instead of an article."""

    phrase: str
    kind: StateKind
    origin: str


@dataclass(frozen=True, slots=True)
class Sign:
    """A phrase found. start, end: code points of the text."""

    start: int
    end: int
    kind: StateKind


class PageStates:
    """All phrases, looked for at once in any case."""

    def __init__(self, rows: Iterable[PagePhrase]) -> None:
        self._trie: WordTrie[StateKind] = WordTrie(small=True)
        for row in rows:
            self._trie.add(row.phrase, row.kind)

    def find(self, text: str) -> tuple[Sign, ...]:
        """The signs in a text in the order they stand; the longest where several begin at one word.

        Figures within a phrase are passed over: "we and our 842 partners".
        """
        words = split_words(text)
        hits = (*self._trie.find(words), *self._trie.find(tuple(word for word in words if not word.text.isdigit())))
        signs = {Sign(hit.start, hit.end, hit.meanings[0]) for hit in hits}
        return tuple(sorted(signs, key=lambda sign: (sign.start, -sign.end)))
