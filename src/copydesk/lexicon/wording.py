"""Wordings made comparable: content words cut to their stems, with the words that reports swap for one another as one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from copydesk.lexicon.tables import load_rows

_WORD = re.compile(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*|\d+(?:[.,:]\d+)*")
_APOSTROPHES = str.maketrans({"’": "'"})
_LONGEST = 3  # words in a phrase of same_words.tsv


@dataclass(frozen=True, slots=True, kw_only=True)
class FunctionWord:
    """A word that says little about what a sentence is about."""

    word: str
    origin: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SameWords:
    """Words that a second outlet would swap for one another."""

    key: str
    words: tuple[str, ...]
    origin: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SignalWords:
    """Words that tell how two reports relate. kind: see the head of comparing.tsv."""

    kind: str
    words: tuple[str, ...]
    origin: str


@dataclass(frozen=True, slots=True)
class Stem:
    """One content word or phrase at [start, end) of a text. key: its class or stem; "#7000" is a number."""

    start: int
    end: int
    key: str
    is_name: bool


class Wording:
    """Finds the content stems of a text; built once from function_words.tsv, same_words.tsv and comparing.tsv."""

    def __init__(self, folder: Path) -> None:
        self._function_words = {row.word for row in load_rows(folder / "function_words.tsv", FunctionWord)}
        self._classes: dict[tuple[str, ...], str] = {}
        for row in load_rows(folder / "same_words.tsv", SameWords):
            for phrase in row.words:
                self._classes.setdefault(tuple(stem_word(word) for word in phrase.split()), row.key)
        signals: dict[str, list[str]] = {}
        for signal in load_rows(folder / "comparing.tsv", SignalWords):
            signals.setdefault(signal.kind, []).extend(signal.words)
        self._signals = {kind: _alternation(words) for kind, words in signals.items()}

    def find_stems(self, text: str) -> tuple[Stem, ...]:
        """The content words of a text in order, function words left out, phrases of same_words.tsv as one."""
        words = [(match.start(), match.end(), match.group().translate(_APOSTROPHES)) for match in _WORD.finditer(text)]
        stems = [stem_word(word) for _, _, word in words]
        return tuple(self._stems(words, stems))

    @lru_cache(maxsize=65536)  # noqa: B019 - one Wording lives as long as its World
    def find_keys(self, text: str) -> frozenset[str]:
        """The set of content keys of a text, numbers left out."""
        return frozenset(stem.key for stem in self.find_stems(text) if not stem.key.startswith("#"))

    def is_function_word(self, word: str) -> bool:
        """Whether a word, in any case, says little about what a sentence is about."""
        return word.lower() in self._function_words

    def key_of(self, phrase: str) -> str:
        """The class of one word or phrase, its own stems where it is in no row; "" for function words alone."""
        return " ".join(stem.key for stem in self.find_stems(phrase))

    def find_signal(self, kind: str, text: str) -> re.Match[str] | None:
        """Where words of a kind of comparing.tsv first stand in a text."""
        return self._signals[kind].search(text)

    def _stems(self, words: list[tuple[int, int, str]], stems: list[str]) -> Iterator[Stem]:
        index = 0
        while index < len(words):
            start, end, word = words[index]
            width, key = self._longest_class(stems, index)
            if width > 1:
                end = words[index + width - 1][1]
            elif word[0].isdigit():
                key = "#" + word.replace(",", "")
            elif key is None and word.lower() in self._function_words:
                index += 1
                continue
            yield Stem(start, end, key or stems[index], word[0].isupper())
            index += max(width, 1)

    def _longest_class(self, stems: list[str], index: int) -> tuple[int, str | None]:
        for width in range(min(_LONGEST, len(stems) - index), 0, -1):
            key = self._classes.get(tuple(stems[index : index + width]))
            if key is not None:
                return width, key
        return 0, None


@lru_cache(maxsize=65536)
def stem_word(word: str) -> str:
    """A word cut to a rough stem: endings of number, tense and possession go; not always a word itself."""
    stem = word.lower().translate(_APOSTROPHES).removesuffix("'s").rstrip("'").replace(".", "")
    if len(stem) <= 3:
        return stem
    if stem.endswith("ies") and len(stem) > 4:
        stem = stem[:-3] + "y"
    elif stem.endswith(("sses", "shes", "ches", "xes", "zes")):
        stem = stem[:-2]
    elif stem.endswith("s") and not stem.endswith(("ss", "us", "is")):
        stem = stem[:-1]
    for ending, shortest in (("ing", 6), ("ied", 5), ("ed", 5)):
        if stem.endswith(ending) and len(stem) >= shortest:
            stem = stem[:-3] + "y" if ending == "ied" else _undouble(stem[: -len(ending)])
            break
    if stem.endswith("ll") and len(stem) > 5:
        return stem[:-1]  # "cancelled" and "cancel", "recalled" and "recall"
    return stem.removesuffix("e") if len(stem) > 3 else stem


def _undouble(stem: str) -> str:
    return stem[:-1] if len(stem) > 3 and stem[-1] == stem[-2] and stem[-1] not in "lsz" else stem


def _alternation(words: Iterable[str]) -> re.Pattern[str]:
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    return re.compile(r"\b(?:" + "|".join(re.escape(word) for word in longest_first) + r")\b", re.IGNORECASE)
