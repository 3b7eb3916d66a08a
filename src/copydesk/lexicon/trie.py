"""Many names looked for at once: a trie over words, walked once along a text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

WORD = re.compile(r"[^\W_]+|[^\w\s]")
CAPITALS = 4  # letters: longer words in capitals are a headline's and match the capitalised form too

_Meaning = TypeVar("_Meaning")


@dataclass(frozen=True, slots=True)
class Word:
    """A run of letters and digits, or one mark. start, end: code points of the text."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Found(Generic[_Meaning]):
    """The longest name at a place, with all that it may mean, in the order they were added."""

    start: int
    end: int
    meanings: tuple[_Meaning, ...]


def split_words(text: str, start: int = 0, end: int | None = None) -> tuple[Word, ...]:
    """The words and marks of a stretch of text; typographic apostrophes become plain ones."""
    stop = len(text) if end is None else end
    return tuple(
        Word(match.start(), match.end(), "'" if match.group() == "’" else match.group())
        for match in WORD.finditer(text, start, stop)
    )


class WordTrie(Generic[_Meaning]):
    """Names by their words. Case counts, but a word in capitals also matches as a capitalised one.

    small: names are in small letters and match in any case.
    """

    def __init__(self, *, small: bool = False) -> None:
        self._root: dict[str, dict] = {}  # type: ignore[type-arg]
        self._small = small

    def add(self, name: str, meaning: _Meaning) -> None:
        """Let `name` mean `meaning`, besides what it means already."""
        node = self._root
        for word in WORD.findall(name.replace("’", "'")):
            node = node.setdefault(word, {})
        meanings = node.setdefault("", {})
        meanings[len(meanings)] = meaning

    def find(self, words: tuple[Word, ...]) -> Iterator[Found[_Meaning]]:
        """The longest names along the words, left to right, none inside another."""
        place = 0
        while place < len(words):
            length, meanings = self._longest(words, place)
            if length:
                yield Found(words[place].start, words[place + length - 1].end, meanings)
            place += length or 1

    def _longest(self, words: tuple[Word, ...], place: int) -> tuple[int, tuple[_Meaning, ...]]:
        node, length = self._root, 0
        meanings: tuple[_Meaning, ...] = ()
        for far in range(place, len(words)):
            following = self._step(node, words[far].text)
            if following is None:
                break
            node = following
            if "" in node:
                length, meanings = far - place + 1, tuple(node[""].values())
        return length, meanings

    def _step(self, node: dict, word: str) -> dict | None:  # type: ignore[type-arg]
        following = node.get(word.lower() if self._small else word)
        if following is None and len(word) >= CAPITALS and word.isupper():
            following = node.get(word.capitalize())
        return following
