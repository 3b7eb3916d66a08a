"""Words as they are searched: small letters without marks; scripts that write no spaces, letter by letter."""

from __future__ import annotations

import re
import unicodedata

# Scripts whose words stand without spaces between them: each letter is a word, and a word that is asked for is a phrase.
_UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    "\U00020000-\U0003ffff"
)
_WORD = re.compile(rf"[{_UNSPACED}]|[^\W_{_UNSPACED}]+")
_ASKED = re.compile(r'"([^"]*)"|(\S+)')
# One letter, written differently: of Arabic (alefs, ya, ta marbuta) and of others that decomposition leaves whole.
_ONE_LETTER = str.maketrans({
    "ٱ": "ا", "ى": "ي", "ی": "ي", "ک": "ك", "ة": "ه", "ـ": "", "ё": "е", "ł": "l", "ø": "o", "đ": "d", "ı": "i", "ß": "ss",
    "æ": "ae", "œ": "oe", "ð": "d", "þ": "th",
})


def fold_words(words: str) -> tuple[str, ...]:
    """The words in the form in which they are held against one another."""
    plain = unicodedata.normalize("NFKD", words).casefold().translate(_ONE_LETTER)
    bare = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return tuple(_WORD.findall(unicodedata.normalize("NFC", bare)))


def fold_text(words: str) -> str:
    """Folded words with a space between them: what is put into the index."""
    return " ".join(fold_words(words))


def fold_asked(asked: str) -> tuple[tuple[str, ...], ...]:
    """What a person searches for, as phrases of folded words that must all be there; "in quotation marks" is one phrase.

    A last word that ends in * stands for all that begin so: its phrase ends in "*".
    """
    phrases = []
    for quoted, single in _ASKED.findall(asked):
        phrase = fold_words(quoted or single)
        if phrase:
            phrases.append((*phrase, "*") if single.endswith("*") else phrase)
    return tuple(phrases)


def has_phrase(words: tuple[str, ...], phrase: tuple[str, ...]) -> bool:
    """Whether the folded words hold the phrase."""
    opened = phrase[-1] == "*"
    wanted = phrase[:-1] if opened else phrase
    size = len(wanted)
    return any(
        words[first : first + size] == wanted
        or (opened and words[first : first + size - 1] == wanted[:-1] and words[first + size - 1].startswith(wanted[-1]))
        for first in range(len(words) - size + 1)
    )
