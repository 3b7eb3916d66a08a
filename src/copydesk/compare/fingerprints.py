"""Verbatim and cut copies: winnowed word fingerprints in an inverted index, then containment of word shingles.

Winnowing: Schleimer, Wilkerson and Aiken 2003. Quoted words are left out, because sharing a quotation is no copying.
"""

from __future__ import annotations

import re
import zlib
from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import combinations

from copydesk.compare.passages import BODY, find_quotations, without
from copydesk.record import Report

LONG = 8  # words in a fingerprint: shared by chance almost never
WINDOW = 4  # of so many fingerprints in a row the smallest is kept
SHARED = 6  # fingerprints two articles share before they are compared
COMMONEST = 256  # a fingerprint in more articles than this is stock text
SHORT = 5  # words in the shingles whose containment decides
_WORD = re.compile(r"\w+")


def narrative_words(report: Report) -> list[str]:
    """The lower-case words of the article's body in order, quotations left out; [] without an article."""
    if report.article is None:
        return []
    words: list[str] = []
    for block in report.article.blocks:
        if block.role in BODY:
            text = report.page.text[block.span.start : block.span.end]
            words.extend(_WORD.findall(without(text, find_quotations(text)).lower()))
    return words


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
    """Words of the longest stretch of `one` all of whose 5-word shingles stand in the other; 0 where none does.

    Reports by one mould (markets, weather, matches) share short stretches around other numbers; who copies takes long ones.
    """
    known = set(shingles(other, SHORT))
    longest = run = 0
    for shingle in shingles(one, SHORT):
        run = run + 1 if shingle in known else 0
        longest = max(longest, run)
    return longest + SHORT - 1 if longest else 0


def containment(one: Sequence[str], other: Sequence[str]) -> float:
    """Share of the shorter text's 5-word shingles that stand in the other, 0-1; 0 for texts shorter than a shingle."""
    left, right = set(shingles(one, SHORT)), set(shingles(other, SHORT))
    return len(left & right) / min(len(left), len(right)) if left and right else 0.0
