"""Names made comparable: without accents and marks, and by sound across transliterations."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

MARKS = str.maketrans({"'": "", "’": "", "‘": "", "`": "", ".": "", "-": " ", "–": " "})
NOT_ASCII = str.maketrans({"ß": "ss", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ı": "i", "æ": "ae"})
# Letters that transliterations exchange: Zelensky and Zelenskiy, Mohammed and Muhammad, Gaddafi and Qadhafi.
_SOUNDS = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"\b(?:al|el|ul|an|as|ash|ad|ar) ", ""), (r"sch|tsch", "sh"), (r"kh", "h"), (r"zh", "j"), (r"ph", "f"),
        (r"th", "t"), (r"dh", "d"), (r"gh", "g"), (r"ck|[cq]", "k"), (r"v|w", "v"), (r"(?:iy|yy|ij|ii|yi|y|i|j)+", "i"),
        (r"ou|oo|u", "o"), (r"e|a", "a"), (r"(.)\1+", r"\1"),
    )
)


@lru_cache(maxsize=65_536)
def fold_name(name: str) -> str:
    """Lower case, without accents, apostrophes, full stops or hyphens: "Čaputová" is "caputova"."""
    folded = unicodedata.normalize("NFKD", name.lower().translate(MARKS)).translate(NOT_ASCII)
    return " ".join("".join(c for c in folded if not unicodedata.combining(c)).split())


@lru_cache(maxsize=65_536)
def name_sound(name: str) -> str:
    """A key shared by the spellings that transliteration gives one name: "Zelenskyy" and "Zelenskiy" are "zalanski"."""
    key = fold_name(name)
    for pattern, sound in _SOUNDS:
        key = pattern.sub(sound, key)
    return key.replace(" ", "")
