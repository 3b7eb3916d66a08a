"""Words cut into the encoder's subwords (WordPiece, uncased).

The vocabulary is the plain list that comes with the base model; the cutting is the published greedy rule: longest piece
first, continuation pieces marked "##". Most words of a page have been seen before, so every word is cut once and kept.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from pathlib import Path

CLOSE = "[SEP]"
OPEN = "[CLS]"
UNKNOWN = "[UNK]"
LONGEST_WORD = 100  # characters; longer words become one unknown piece, as the base model was trained
IDEOGRAPHS = ((0x4E00, 0x9FFF), (0x3400, 0x4DBF), (0x20000, 0x2CEAF), (0xF900, 0xFAFF))  # first and last code points
MOST_PIECES = 12  # pieces kept of one word, enough for its first piece to see the rest


class Subwords:
    """The vocabulary with a memory of words already cut."""

    def __init__(self, vocabulary: Sequence[str]) -> None:
        self._index = {piece: number for number, piece in enumerate(vocabulary)}
        self._known: dict[str, tuple[int, ...]] = {}
        self.open = self._index[OPEN]
        self.close = self._index[CLOSE]
        self._unknown = self._index[UNKNOWN]

    def cut(self, word: str) -> tuple[int, ...]:
        """Vocabulary numbers of one word's pieces, at least one and at most `MOST_PIECES`."""
        pieces = self._known.get(word)
        if pieces is None:
            pieces = self._cut_new(word)
            if len(self._known) < 200_000:
                self._known[word] = pieces
        return pieces

    def _cut_new(self, word: str) -> tuple[int, ...]:
        pieces: list[int] = []
        for part in split_basic(word):
            pieces.extend(self._cut_part(part))
        return tuple(pieces[:MOST_PIECES]) or (self._unknown,)

    def _cut_part(self, part: str) -> list[int]:
        if len(part) > LONGEST_WORD:
            return [self._unknown]
        pieces: list[int] = []
        begin = 0
        while begin < len(part):
            mark = "##" if begin else ""
            for end in range(len(part), begin, -1):
                number = self._index.get(mark + part[begin:end])
                if number is not None:
                    break
            else:
                return [self._unknown]
            pieces.append(number)
            begin = end
        return pieces


def split_basic(word: str) -> list[str]:
    """Lower-cased, accent-free stretches of a word; every punctuation mark and ideograph stands alone."""
    if word.isascii() and word.isalnum():
        return [word.lower()]
    parts: list[str] = [""]
    for character in unicodedata.normalize("NFD", word.lower()):
        category = unicodedata.category(character)
        if category in ("Mn", "Cc", "Cf") or character == "\ufffd":
            continue
        if is_alone(character, category):
            parts += [character, ""]
        elif character.isspace():
            parts.append("")
        else:
            parts[-1] += character
    return [part for part in parts if part]


def is_alone(character: str, category: str) -> bool:
    """True where the base model's vocabulary treats a character as a word of its own."""
    code = ord(character)
    if category.startswith("P") or (code < 128 and not character.isalnum() and not character.isspace()):
        return True
    return any(first <= code <= last for first, last in IDEOGRAPHS)


def load_subwords(path: Path) -> Subwords:
    """The vocabulary file: one piece a line, its line number (from 0) is its number."""
    return Subwords(path.read_text(encoding="utf-8").split("\n"))
