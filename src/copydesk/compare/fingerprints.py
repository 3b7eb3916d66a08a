"""Verbatim and cut copies: winnowed word fingerprints in an inverted index, then containment of word shingles.

Winnowing: Schleimer, Wilkerson and Aiken 2003. Quoted words are left out, because sharing a quotation is no copying.
"""

from __future__ import annotations

import re
import zlib
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import combinations

from copydesk.compare.figures import count_figures, find_figures, have_figures
from copydesk.compare.passages import BODY, find_quotations, without
from copydesk.record import Report

LONG = 8  # words in a fingerprint: shared by chance almost never
WINDOW = 4  # of so many fingerprints in a row the smallest is kept
SHARED = 6  # fingerprints two articles share before they are compared
COMMONEST = 256  # a fingerprint in more articles than this is stock text
SHORT = 5  # words in the shingles whose containment decides
STOCK = 3  # articles of one outlet, begun in different words, that share what is no part of any; set by hand
_WORD = re.compile(r"\w+")


def narrative_words(report: Report) -> list[str]:
    """The lower-case words of the article's body in order, quotations left out; [] without an article."""
    return _WORD.findall(narrative_text(report).lower())


def narrative_text(report: Report) -> str:
    """The article's body, a block a line, quotations left out; "" without an article."""
    blocks = report.article.blocks if report.article else ()
    texts = [report.page.text[block.span.start : block.span.end] for block in blocks if block.role in BODY]
    return "\n".join(without(text, find_quotations(text)) for text in texts)


def shingles(words: Sequence[str], width: int) -> list[int]:
    """32-bit hashes of every stretch of `width` words."""
    return [zlib.crc32(" ".join(words[place : place + width]).encode()) for place in range(len(words) - width + 1)]


def winnow(hashes: Sequence[int], window: int = WINDOW) -> frozenset[int]:
    """The smallest hash of every window: two texts that share a long stretch share one of them."""
    if len(hashes) <= window:
        return frozenset(hashes)
    return frozenset(min(hashes[place : place + window]) for place in range(len(hashes) - window + 1))


def find_candidates(texts: Mapping[str, Sequence[str]]) -> list[tuple[str, str]]:
    """Pairs of article ids (sorted) that share enough fingerprints to be compared. texts: article id -> words."""
    postings: dict[int, list[str]] = defaultdict(list)
    for article_id in sorted(texts):
        for fingerprint in winnow(shingles(texts[article_id], LONG)):
            postings[fingerprint].append(article_id)
    shared: dict[tuple[str, str], int] = defaultdict(int)
    for ids in postings.values():
        if 1 < len(ids) <= COMMONEST:
            for pair in combinations(ids, 2):
                shared[pair] += 1
    return sorted(pair for pair, count in shared.items() if count >= SHARED)


def longest_run(one: Sequence[str], other: Sequence[str]) -> int:
    """Words of the longest stretch of `one` all of whose 5-word shingles stand in the other; 0 where none does."""
    return _longest_run(shingles(one, SHORT), frozenset(shingles(other, SHORT)))


def containment(one: Sequence[str], other: Sequence[str]) -> float:
    """Share of the shorter text's 5-word shingles that stand in the other, 0-1; 0 for texts shorter than a shingle."""
    return _containment(frozenset(shingles(one, SHORT)), frozenset(shingles(other, SHORT)))


class Prints:
    """The word runs and numbers of the articles of a heap, without what an outlet puts under many of its articles.

    told: by article id; families: article id -> the publisher's family.
    """

    def __init__(self, told: Mapping[str, Report], families: Mapping[str, str]) -> None:
        texts = {article_id: narrative_text(report) for article_id, report in told.items()}
        self.words = {article_id: _WORD.findall(text.lower()) for article_id, text in texts.items()}
        self._figures = {article_id: find_figures(text) for article_id, text in texts.items()}
        runs = {article_id: shingles(words, SHORT) for article_id, words in self.words.items()}
        stock = _find_stock(self.words, families, runs)
        self._runs = {
            article_id: [run for run in runs[article_id] if (families[article_id], run) not in stock] for article_id in runs
        }
        self._sets = {article_id: frozenset(self._runs[article_id]) for article_id in runs}

    def containment(self, one: str, other: str) -> float:
        """Share of the shorter text's runs that stand in the other, 0-1."""
        return _containment(self._sets[one], self._sets[other])

    def have_figures(self, one: str, other: str, shared: float) -> bool:
        """Whether the two agree in their numbers about as far as in their words, of which so much is shared."""
        return have_figures(count_figures(self._figures[one], self._figures[other]), shared)

    def longest_run(self, one: str, other: str) -> int:
        """Words of the longest stretch of the first article that stands in the other."""
        return _longest_run(self._runs[one], self._sets[other])


def _find_stock(
    words: Mapping[str, Sequence[str]], families: Mapping[str, str], runs: Mapping[str, Sequence[int]],
) -> set[tuple[str, int]]:
    """(family, run) of what at least STOCK articles of one family hold that begin in different words.

    Versions of one article begin alike, so that what they share is not taken for stock.
    """
    sizes = Counter(families[article_id] for article_id in words)
    openings: dict[tuple[str, int], set[tuple[str, ...]]] = defaultdict(set)
    for article_id in words:
        family = families[article_id]
        if sizes[family] >= STOCK:
            opening = tuple(words[article_id][:LONG])
            for run in runs[article_id]:
                openings[family, run].add(opening)
    return {key for key, found in openings.items() if len(found) >= STOCK}


def _containment(left: frozenset[int], right: frozenset[int]) -> float:
    return len(left & right) / min(len(left), len(right)) if left and right else 0.0


def _longest_run(runs: Sequence[int], known: frozenset[int]) -> int:
    longest = run = 0
    for shingle in runs:
        run = run + 1 if shingle in known else 0
        longest = max(longest, run)
    return longest + SHORT - 1 if longest else 0
