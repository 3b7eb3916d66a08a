"""The look of a word, as a small number.

The encoder's subwords are uncased, so the case of a word reaches it only through this feature: one number a word, added
as an embedding of its own. Training and reading share this file, so both see the same numbers.
"""

from __future__ import annotations

from functools import lru_cache

SHAPES = (
    "edge",        # 0: the marks before and after a sentence, and padding
    "number",      # 1: digits only
    "with-digit",  # 2: some digit among other characters
    "symbol",      # 3: no letter at all
    "lower",       # 4: every letter small
    "capitals",    # 5: every letter capital, two or more
    "initial",     # 6: one capital letter, alone or with a full stop
    "capitalised", # 7: first letter capital, the rest small
    "mixed",       # 8: anything else: "iPhone", "McKay"
)


@lru_cache(maxsize=65_536)
def find_shape(word: str) -> int:
    """Index into `SHAPES` of one word; 0 never comes back, it belongs to the edges."""
    if any(character.isdigit() for character in word):
        return 1 if word.isdigit() else 2
    letters = "".join(character for character in word if character.isalpha())
    return find_case(word, letters) if letters else 3


def find_case(word: str, letters: str) -> int:
    """Index into `SHAPES` of a word without digits, by the case of its letters."""
    if word.islower():
        return 4
    if len(letters) == 1:
        return 6
    if word.isupper():
        return 5
    return 7 if letters[0].isupper() and letters[1:].islower() else 8
