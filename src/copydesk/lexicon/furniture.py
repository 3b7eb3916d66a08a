"""Words of page furniture: phrases that speak for a kind of line, and word lists that the block labeller looks at."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal, cast, get_args

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

_WORD = re.compile(r"\w+")
_PLAIN_WORDS = {code: " " for code in range(128) if not _WORD.match(chr(code))}  # the same of ASCII
TOKEN = re.compile(r"[^\W_]+(?:[’'.&-][^\W_]+)*|[^\w\s]|_+")
_PLAIN_TOKEN = re.compile(r"[a-zA-Z0-9]+(?:['.&-][a-zA-Z0-9]+)*|[^\w\s]|_+", re.ASCII)  # the same in ASCII, for speed
# "Videos" or "Live" alone speak for navigation only where the line is short.
LOOSE_KINDS = frozenset(("navigation", "related_link", "comment", "promotion"))
LOOSE_LINE = 6  # words and marks
SHORT = 5  # letters: "nav" and "ads" must be whole words of a class name, "caption" may go on
UNSEEN = 2  # times that a word is taken to stand in phrases of no kind
HIGH, MID = 0.3, 0.12  # mean pull of a line's words
ELEMENTS_KEPT = 16_384  # descriptions of elements whose kinds are remembered: pages of one outlet share them
_Node = dict[str, Any]  # of a trie of words
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


def fold_line(text: str) -> str:
    """The words of a text in small letters, marks left out, a space between two."""
    small = text.lower()
    return " ".join(small.translate(_PLAIN_WORDS).split() if small.isascii() else _WORD.findall(small))


def fold_words(text: str, limit: int | None = None) -> list[str]:
    """Words and marks of a line in small letters with straight apostrophes, at most `limit` of them."""
    plain = (text[: limit * 25] if limit else text).replace("’", "'")
    found = (_PLAIN_TOKEN if plain.isascii() else TOKEN).findall(plain)
    return " ".join(found[:limit]).lower().split(" ") if found else []


class Furniture:
    """Finds furniture phrases in a line; built once from furniture.tsv, page_words.tsv and markup_words.tsv."""

    def __init__(
        self, phrases: Iterable[FurniturePhrase], words: Iterable[PageWord], markup: Iterable[MarkupWord],
    ) -> None:
        by_words: dict[tuple[str, ...], list[FurniturePhrase]] = defaultdict(list)
        for row in phrases:
            by_words[tuple(fold_words(row.phrase)) or (row.phrase,)].append(row)
        self._all = _plant(by_words)
        self._inner = _plant({key: [row for row in rows if row.where == "any"] for key, rows in by_words.items()})
        self._pulls = _weigh_words(by_words)
        self.words: dict[str, frozenset[str]] = defaultdict(frozenset)
        for word in words:
            self.words[word.kind] |= {word.word.lower()}
        openers = "|".join(map(re.escape, sorted(self.words["opener"], key=len, reverse=True)))
        self._opener = re.compile(rf"(?:{openers})(?![^\W\d_])" if openers else "(?!)", re.IGNORECASE)
        self.markup = {row.word: row.kind for row in markup}
        alternatives = "|".join(
            re.escape(word) + ("(?![a-z])" if len(word) <= SHORT else "") for word in sorted(self.markup, key=len, reverse=True)
        )
        self._markup = re.compile(f"(?<![a-z])(?:{alternatives})") if alternatives else None
        self._cached_kinds = lru_cache(maxsize=ELEMENTS_KEPT)(self._kinds_of)
        self._cached_path = lru_cache(maxsize=ELEMENTS_KEPT)(self._path_kinds)

    def find_phrases(self, words: Sequence[str]) -> list[FurniturePhrase]:
        """The rows whose phrase fits the folded words of one line, in the order they stand in it."""
        words = words[:LONGEST_LINE]
        opening = next((i for i, word in enumerate(words) if word[0].isalnum() or word in "©@"), 0)
        inner, loose = self._inner, len(words) > LOOSE_LINE
        found = []
        for i in [i for i, word in enumerate(words) if i <= opening or word in inner]:
            node, end = self._all if i <= opening else inner, i
            while end < len(words) and (following := node.get(words[end])):
                node, end = following, end + 1
                for row in node.get("", ()):
                    is_whole = end - i >= len(words) - opening
                    if (row.where != "whole" or is_whole) and not (loose and end == i + 1 and row.kind in LOOSE_KINDS):
                        found.append(row)
        return found

    def opens(self, text: str, start: int) -> bool:
        """Whether a word that opens furniture stands at a place of a text, in any case."""
        return self._opener.match(text, start) is not None

    def likeness(self, words: Sequence[str]) -> list[str]:
        """Whose words a line uses, though no phrase may fit: "promotion.high", "legal.mid"; the two strongest kinds."""
        sums: dict[str, float] = {}
        known = [word for word in words if word[0].isalpha()]
        for word in known:
            for kind, pull in self._pulls.get(word, _NO_PULLS).items():
                sums[kind] = sums.get(kind, 0) + pull
        strongest = sorted(sums.items(), key=lambda pair: -pair[1])[:2]
        shares = [(kind, total / len(known)) for kind, total in strongest]
        return [f"{kind}.{'high' if share > HIGH else 'mid'}" for kind, share in shares if share > MID]

    def markup_kinds(self, description: str) -> frozenset[MarkupKind]:
        """The kinds that the class and id words of one element ("div.caption-text#x") speak for."""
        return self._cached_kinds(description)

    def path_kinds(self, path: tuple[str, ...]) -> frozenset[MarkupKind]:
        """The kinds that the words of any element of a path speak for."""
        return self._cached_path(path)

    def _path_kinds(self, path: tuple[str, ...]) -> frozenset[MarkupKind]:
        return frozenset(kind for element in path for kind in self.markup_kinds(element))

    def _kinds_of(self, description: str) -> frozenset[MarkupKind]:
        if self._markup is None:
            return frozenset()
        return frozenset(self.markup[match] for match in self._markup.findall(description))


def _plant(by_words: Mapping[tuple[str, ...], Sequence[FurniturePhrase]]) -> _Node:
    """A trie over the words of phrases; "" leads to the rows of the phrase that ends there."""
    root: _Node = {}
    for words, rows in by_words.items():
        node = root
        for word in words if rows else ():
            node = node.setdefault(word, {})
        if rows:
            node[""] = rows
    return root


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
