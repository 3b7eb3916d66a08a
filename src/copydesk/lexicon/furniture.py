"""Words of page furniture: phrases that speak for a kind of line, and word lists that the block labeller looks at."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Literal, cast, get_args

from copydesk.errors import BadLexicon
from copydesk.lexicon.outlets import Outlet
from copydesk.lexicon.tables import load_rows

PhraseKind = Literal[
    "promotion", "related_link", "comment", "legal", "navigation", "byline", "biography", "editors_note",
    "update_note", "correction", "credit", "caption", "timestamp", "section",
]
WordKind = Literal["reporter", "agency", "opener", "name_part", "reporting", "not_a_name", "outlet_word"]

TOKEN = re.compile(r"[^\W_]+(?:[’'.&-][^\W_]+)*|[^\w\s]|_+")
_APOSTROPHE = str.maketrans({"’": "'"})
# "Videos" or "Live" alone speak for navigation only where the line is short.
LOOSE_KINDS = frozenset(("navigation", "related_link", "comment", "promotion"))
LOOSE_LINE = 6  # words and marks
MOST_ELEMENTS = 20_000  # descriptions of elements whose kinds are remembered
SHORT = 5  # letters: "nav" and "ads" must be whole words of a class name, "caption" may go on
LONGEST_LINE = 60  # words of a line in which phrases are looked for; furniture lines are shorter


@dataclass(frozen=True, slots=True, kw_only=True)
class FurniturePhrase:
    """A phrase and the kind of line it speaks for. where: it opens the line, stands in it, or is all of it."""

    phrase: str
    kind: PhraseKind
    where: Literal["start", "any", "whole"]
    origin: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PageWord:
    """A word with a part to play on a page. kind: see the head of page_words.tsv."""

    word: str
    kind: WordKind
    origin: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkupWord:
    """A word of class and id attributes and the role it speaks for ("figcaption": caption)."""

    word: str
    kind: str
    origin: str


def fold_words(text: str, limit: int | None = None) -> list[str]:
    """Words and marks of a line in small letters with straight apostrophes, at most `limit` of them."""
    found = TOKEN.findall(text[: limit * 25] if limit else text)
    return [word.translate(_APOSTROPHE).lower() for word in found[:limit]]


class Furniture:
    """Finds furniture phrases in a line; built once from furniture.tsv, page_words.tsv and markup_words.tsv."""

    def __init__(
        self, phrases: Iterable[FurniturePhrase], words: Iterable[PageWord], markup: Iterable[MarkupWord],
    ) -> None:
        self._by_word: dict[str, list[tuple[tuple[str, ...], FurniturePhrase]]] = defaultdict(list)
        self._anywhere: dict[str, list[tuple[tuple[str, ...], FurniturePhrase]]] = defaultdict(list)
        for row in phrases:
            key = tuple(fold_words(row.phrase)) or (row.phrase,)
            self._by_word[key[0]].append((key, row))
            if row.where == "any":
                self._anywhere[key[0]].append((key, row))
        self.words: dict[str, frozenset[str]] = defaultdict(frozenset)
        for word in words:
            self.words[word.kind] |= {word.word.lower()}
        self.markup = {row.word: row.kind for row in markup}
        alternatives = "|".join(
            re.escape(word) + ("(?![a-z])" if len(word) <= SHORT else "") for word in sorted(self.markup, key=len, reverse=True)
        )
        self._markup = re.compile(f"(?<![a-z])(?:{alternatives})") if alternatives else None
        self._kinds = lru_cache(maxsize=MOST_ELEMENTS)(self._find_kinds)

    def find_phrases(self, words: Sequence[str]) -> list[FurniturePhrase]:
        """The rows whose phrase fits the folded words of one line, in the order they stand in it."""
        words = words[:LONGEST_LINE]
        opening = next((i for i, word in enumerate(words) if word[0].isalnum() or word in "©@"), 0)
        found = []
        for i, word in enumerate(words):
            for key, row in (self._by_word if i <= opening else self._anywhere).get(word, ()):
                if tuple(words[i:i + len(key)]) != key:
                    continue
                if len(key) == 1 and row.kind in LOOSE_KINDS and len(words) > LOOSE_LINE:
                    continue
                whole = len(key) >= len(words) - opening and i <= opening
                if row.where == "any" or (row.where == "start" and i == opening) or (row.where == "whole" and whole):
                    found.append(row)
        return found

    def markup_kinds(self, description: str) -> frozenset[str]:
        """The kinds that the class and id words of one element ("div.caption-text#x") speak for."""
        return self._kinds(description)

    def _find_kinds(self, description: str) -> frozenset[str]:
        if self._markup is None:
            return frozenset()
        return frozenset(self.markup[match] for match in self._markup.findall(description))


def load_furniture(folder: Path, outlets: Iterable[Outlet] = ()) -> Furniture:
    """The three tables of one language folder, and the lines that outlets print on their own pages."""
    phrases = (*load_rows(folder / "furniture.tsv", FurniturePhrase), *(p for row in outlets for p in list_own_phrases(row)))
    return Furniture(
        phrases, load_rows(folder / "page_words.tsv", PageWord), load_rows(folder / "markup_words.tsv", MarkupWord),
    )


def list_own_phrases(outlet: Outlet) -> Iterator[FurniturePhrase]:
    """The furniture of an outlet's own pages, "KIND:WORDS" in its row; "…" before the words: anywhere in the line."""
    for cell in outlet.furniture:
        kind, _, words = cell.partition(":")
        if kind not in get_args(PhraseKind) or not words.strip("… "):
            raise BadLexicon(f"outlets: {outlet.name}: furniture {cell!r} is not KIND:WORDS with a kind of furniture.tsv")
        yield FurniturePhrase(
            phrase=words.strip("… "), kind=cast("PhraseKind", kind), where="any" if words.startswith("…") else "start",
            origin=f"outlets:{outlet.name}",
        )
