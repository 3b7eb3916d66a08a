"""Text cut into words, by the conventions of UD English, every word with its exact place.

"don't" is do + n't, "Russia's" Russia + 's, "well-known" three words, "anti-war" one, "U.S." keeps its full stops, and
"$5.2m" is three. One compiled alternation walks over the text; the word lists are lexicon tables.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from copydesk.lexicon.tables import FOLDER, load_rows

APOSTROPHES = "'’`"
STRETCH = re.compile(r"\S+")
CLITICS = ("s", "re", "ve", "ll", "d", "m")


@dataclass(frozen=True, slots=True, kw_only=True)
class Abbreviation:
    """A word that keeps its full stop. kind: title, number, date, inner or end (see the table's head)."""

    word: str
    kind: str
    origin: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Contraction:
    """A word written as one that the tree treats as several."""

    word: str
    parts: tuple[str, ...]
    origin: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Prefix:
    """A beginning that stays one word with what follows its hyphen."""

    prefix: str
    origin: str


class Word(NamedTuple):
    """Half-open place [start, end) in the text, in code points, and the characters there."""

    start: int
    end: int
    text: str


class Tokeniser:
    """Cuts text into words; built once from the lexicon's tables."""

    def __init__(self, folder: Path = FOLDER / "en") -> None:
        self.abbreviations = {
            row.word.lower(): row.kind for row in load_rows(folder / "abbreviations.tsv", Abbreviation)
        }
        self._contractions = {row.word: row.parts for row in load_rows(folder / "contractions.tsv", Contraction)}
        prefixes = [row.prefix for row in load_rows(folder / "prefixes.tsv", Prefix)]
        self._pattern = build_pattern(prefixes, self.abbreviations)

    def find_words(self, text: str, *, start: int = 0, end: int | None = None) -> list[Word]:
        """The words of text[start:end] in order; white space belongs to none."""
        words: list[Word] = []
        end = len(text) if end is None else end
        for stretch in STRETCH.finditer(text, start, end):
            place, written = stretch.start(), stretch.group()
            if written.isalpha() and written.lower() not in self._contractions:
                words.append(Word(place, stretch.end(), written))
                continue
            while place < stretch.end():
                match = self._pattern.match(text, place, end)
                assert match is not None, "the alternation takes any character that is not white space"
                words.extend(self._cut(match.group(), place, match.lastgroup or ""))
                place = match.end()
        return words

    def _cut(self, text: str, start: int, kind: str) -> Iterator[Word]:
        parts: tuple[str, ...] = (text,)
        if kind == "word":
            parts = self._contractions.get(text.lower(), parts)
            if len(parts) == 1:
                parts = split_clitic(text)
        elif kind == "url":
            kept = text.rstrip(".,;:!?'\"”’)]>")
            parts = (kept, *text[len(kept) :])
        elif kind == "measure":
            parts = split_measure(text)
        for part in parts:
            if part:
                yield Word(start, start + len(part), text[: len(part)])
                start, text = start + len(part), text[len(part) :]


def split_clitic(text: str) -> tuple[str, ...]:
    """"don't" -> do, n't; "she'll" -> she, 'll; other apostrophes stay inside their word ("O'Neill")."""
    if len(text) < 3 or not any(mark in text for mark in APOSTROPHES):
        return (text,)
    lower = text.lower()
    if lower[-1] == "t" and lower[-2] in APOSTROPHES and lower[-3] == "n" and len(text) > 3:
        return (text[:-3], text[-3:])
    for clitic in CLITICS:
        place = len(text) - len(clitic) - 1
        if place > 0 and lower.endswith(clitic) and lower[place] in APOSTROPHES:
            return (text[:place], text[place:])
    return (text,)


def split_measure(text: str) -> tuple[str, ...]:
    """"10km" -> 10, km."""
    digits = re.match(r"[\d.,:]+", text)
    place = digits.end() if digits else 0
    return (text[:place], text[place:])


def build_pattern(prefixes: list[str], abbreviations: dict[str, str]) -> re.Pattern[str]:
    """The alternation, most telling shapes first; every character that is not white space falls into one of them."""
    mark = f"[{APOSTROPHES}]"
    letter = r"[^\W\d_]"
    short, numbered = (
        "|".join(sorted((re.escape(word[:-1]) for word, kind in abbreviations.items() if (kind == "number") is wanted)))
        for wanted in (False, True)
    )
    begins = "|".join(sorted(map(re.escape, prefixes), key=len, reverse=True))
    return re.compile(
        rf"""
  (?P<url>(?:https?://|ftp://|www\.|mailto:)[^\s<>]+)
| (?P<email>[\w.+%-]+@[\w-]+(?:\.[\w-]+)+)
| (?P<site>\b{letter}[\w-]*(?:\.{letter}[\w-]*)*\.(?:com|org|net|gov|edu|int|info|co\.uk)\b(?:/[^\s<>]*[\w/])?)
| (?P<handle>@\w+|\#{letter}\w+)
| (?P<smile>(?<!\w)[:;=]['’]?-?[()DPp/](?!\w)|<3)
| (?P<phone>\+?\d+(?:[-.]\d+){{2,}}|\b\d{{3}}-\d{{4}}\b)
| (?P<measure>\d+(?:[.,:]\d+)*(?:k?m|[kKM]|kg|mm|cm|ft|mph|kph|am|pm|bn|mn|m|b|GB|MB|nm)\b)
| (?P<number>\d+(?:[.,:/]\d+)*(?:st|nd|rd|th|{mark}?s)?(?![^\W_])|\d+(?:[.,]\d+)+|(?<![\w.])\.\d+)
| (?P<dotted>\b(?:{letter}\.){{2,}}(?:{letter}\b)?|\b[A-Z]\.(?=[\s-]*[A-Z"“‘]|,))
| (?P<short>\b(?i:{short})\.(?!\.|\w)|\b(?i:{numbered})\.(?=\s?[\dIVX]))
| (?P<affixed>\b(?i:{begins})-\w+)
| (?P<year>{mark}\d\ds?\b|{mark}(?i:em|til|tis|twas|cause)\b)
| (?P<cased>\b{letter}+&{letter}+\b)
| (?P<word>[^\W_]+(?:{mark}[^\W_]+)*)
| (?P<run>\.{{2,}}|-{{2,}}|[!?]+|={{2,}}|\*{{2,}}|_+|\+{{2,}}|~+|<<|>>|’’|''|``|‘’)
| (?P<one>\S)
""",
        re.VERBOSE,
    )


@lru_cache(maxsize=1)
def load_tokeniser() -> Tokeniser:
    """The tokeniser of the package's own tables."""
    return Tokeniser()
