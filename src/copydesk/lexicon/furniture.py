"""Words of page furniture: phrases that speak for a kind of line, and word lists that the block labeller looks at."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Literal, cast, get_args

from copydesk.errors import BadLexicon
from copydesk.lexicon.outlets import Outlet
from copydesk.lexicon.tables import load_rows

PhraseKind = Literal[
    "promotion", "related_link", "comment", "legal", "navigation", "byline", "biography", "editors_note",
    "update_note", "correction", "credit", "caption", "timestamp", "section", "points", "subheading",
]
MarkupKind = Literal[
    "body", "headline", "standfirst", "byline", "biography", "timestamp", "caption", "credit", "quote", "embed", "correction",
    "related_link", "promotion", "navigation", "comment", "legal", "live",
]
WordKind = Literal["reporter", "agency", "opener", "name_part", "reporting", "not_a_name", "outlet_word"]

TOKEN = re.compile(r"[^\W_]+(?:[’'.&-][^\W_]+)*|[^\w\s]|_+")
# "Videos" or "Live" alone speak for navigation only where the line is short.
LOOSE_KINDS = frozenset(("navigation", "related_link", "comment", "promotion"))
LOOSE_LINE = 6  # words and marks
SHORT = 5  # letters: "nav" and "ads" must be whole words of a class name, "caption" may go on
UNSEEN = 2  # times that a word is taken to stand in phrases of no kind
HIGH, MID = 0.3, 0.12  # mean pull of a line's words
ELEMENTS_KEPT = 16_384  # descriptions of elements whose kinds are remembered: pages of one outlet share them
_NONE: frozenset[int] = frozenset()
_NO_PULLS: dict[str, float] = {}
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
    kind: MarkupKind
    origin: str


def fold_words(text: str, limit: int | None = None) -> list[str]:
    """Words and marks of a line in small letters with straight apostrophes, at most `limit` of them."""
    found = TOKEN.findall((text[: limit * 25] if limit else text).replace("’", "'"))
    return [word.lower() for word in found[:limit]]


class Furniture:
    """Finds furniture phrases in a line; built once from furniture.tsv, page_words.tsv and markup_words.tsv."""

    def __init__(
        self, phrases: Iterable[FurniturePhrase], words: Iterable[PageWord], markup: Iterable[MarkupWord],
    ) -> None:
        self._rows: dict[tuple[str, ...], list[FurniturePhrase]] = defaultdict(list)
        self._lengths: dict[str, set[int]] = defaultdict(set)  # first word of a phrase that may open a line -> words in it
        self._inner: dict[str, set[int]] = defaultdict(set)  # the same of phrases that may stand anywhere
        for row in phrases:
            key = tuple(fold_words(row.phrase)) or (row.phrase,)
            self._rows[key].append(row)
            (self._inner if row.where == "any" else self._lengths)[key[0]].add(len(key))
        self._pulls = _weigh_words(self._rows)
        self.words: dict[str, frozenset[str]] = defaultdict(frozenset)
        for word in words:
            self.words[word.kind] |= {word.word.lower()}
        self.markup = {row.word: row.kind for row in markup}
        alternatives = "|".join(
            re.escape(word) + ("(?![a-z])" if len(word) <= SHORT else "") for word in sorted(self.markup, key=len, reverse=True)
        )
        self._markup = re.compile(f"(?<![a-z])(?:{alternatives})") if alternatives else None
        self._cached_kinds = lru_cache(maxsize=ELEMENTS_KEPT)(self._kinds_of)

    def find_phrases(self, words: Sequence[str]) -> list[FurniturePhrase]:
        """The rows whose phrase fits the folded words of one line, in the order they stand in it."""
        words = words[:LONGEST_LINE]
        opening = next((i for i, word in enumerate(words) if word[0].isalnum() or word in "©@"), 0)
        found = []
        for i, word in enumerate(words):
            lengths = self._inner.get(word, _NONE)
            if i <= opening:
                lengths = lengths | self._lengths.get(word, _NONE)
            if not lengths:
                continue
            for length in sorted(length for length in lengths if i + length <= len(words)):
                if length == 1 and len(words) > LOOSE_LINE:
                    fitting = [row for row in self._rows.get((word,), ()) if row.kind not in LOOSE_KINDS]
                else:
                    fitting = self._rows.get(tuple(words[i:i + length]), [])
                whole = length >= len(words) - opening
                found += [row for row in fitting if row.where == "any" or (i <= opening and (row.where == "start" or whole))]
        return found

    def likeness(self, words: Sequence[str]) -> list[str]:
        """Whose words a line uses, though no phrase may fit: "promotion.high", "legal.mid"; the two strongest kinds."""
        sums: dict[str, float] = defaultdict(float)
        known = [word for word in words if word[0].isalpha()]
        for word in known:
            for kind, pull in self._pulls.get(word, _NO_PULLS).items():
                sums[kind] += pull
        strongest = sorted(sums.items(), key=lambda pair: -pair[1])[:2]
        shares = [(kind, total / len(known)) for kind, total in strongest]
        return [f"{kind}.{'high' if share > HIGH else 'mid'}" for kind, share in shares if share > MID]

    def markup_kinds(self, description: str) -> frozenset[MarkupKind]:
        """The kinds that the class and id words of one element ("div.caption-text#x") speak for."""
        return self._cached_kinds(description)

    def _kinds_of(self, description: str) -> frozenset[MarkupKind]:
        if self._markup is None:
            return frozenset()
        return frozenset(self.markup[match] for match in self._markup.findall(description))


def _weigh_words(phrases: Mapping[tuple[str, ...], Sequence[FurniturePhrase]]) -> dict[str, dict[str, float]]:
    """For each word of the phrases, how much more often than others it stands in those of a kind: 0 (no more) to 1."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for key, rows in phrases.items():
        for word in filter(str.isalpha, key):
            counts[word].update(row.kind for row in rows)
    kinds = Counter(kind for each in counts.values() for kind in each.elements())
    pulls: dict[str, dict[str, float]] = {}
    for word, count in counts.items():
        seen = count.total() + UNSEEN
        rates = {kind: number / seen - kinds[kind] / kinds.total() for kind, number in count.items()}
        pulls[word] = {kind: rate for kind, rate in rates.items() if rate > 0}
    return pulls


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
