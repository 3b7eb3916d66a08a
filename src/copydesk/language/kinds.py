"""The kind of a name, settled: what the model says of each kind, and what the tables know of the name.

The encoder is small and knows few of the world's names: it sees well that something is a name and less well that Expressen
is a newspaper. So each table that knows the name adds a vote (`lexicon/en/name_votes.tsv`); the best kind is taken.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from copydesk.language.tokens import Word
from copydesk.lexicon.votes import Votes

# How much the mean of a name's other mentions weighs beside itself; 0 to 3 came out alike on the development part of corpus/.
OTHERS = 1.5


@dataclass(frozen=True, slots=True)
class Candidate:
    """A name whose kind is open: how it is written, and the model's logarithm of probability for each kind in order."""

    written: str
    scores: Sequence[float]


def settle_kinds(candidates: Sequence[Candidate], kinds: Sequence[str], votes: Votes) -> list[str]:
    """One kind for each candidate of one article, in their order."""
    alone = [add_votes(candidate.scores, kinds, votes.find(candidate.written)) for candidate in candidates]
    totals = hear_others(candidates, alone)
    kind, weight = votes.find_told()
    told = list_parts(
        candidate.written for candidate, total in zip(candidates, totals, strict=True) if find_best(total, kinds) == kind
    )
    for candidate, total in zip(candidates, totals, strict=True):
        if candidate.written.casefold() in told:
            total[kinds.index(kind)] += weight
    return [find_best(total, kinds) for total in totals]


def hear_others(candidates: Sequence[Candidate], alone: Sequence[list[float]]) -> list[list[float]]:
    """Each name's sums, and the mean of those of the same words elsewhere in the article.

    On paragraphs of few sentences this changes next to nothing; on an article it keeps an unknown state from being a place,
    a person and a newspaper by turns.
    """
    places: defaultdict[str, list[int]] = defaultdict(list)
    for place, candidate in enumerate(candidates):
        places[candidate.written.casefold()].append(place)
    heard = [list(total) for total in alone]
    for same in places.values():
        summed = [sum(scores) for scores in zip(*(alone[place] for place in same), strict=True)]
        for place in same if len(same) > 1 else ():
            rest = zip(alone[place], summed, strict=True)
            heard[place] = [own + OTHERS * (every - own) / (len(same) - 1) for own, every in rest]
    return heard


def add_votes(scores: Sequence[float], kinds: Sequence[str], votes: dict[str, float]) -> list[float]:
    """The sums, by kind."""
    return [score + votes.get(kind, 0.0) for kind, score in zip(kinds, scores, strict=True)]


def find_best(totals: Sequence[float], kinds: Sequence[str]) -> str:
    """The kind with the largest sum, the first of equals."""
    return kinds[max(range(len(kinds)), key=totals.__getitem__)]


def list_parts(names: Iterable[str]) -> set[str]:
    """First and last words, in small letters, of names of several words: how a person is named the second time."""
    parts: set[str] = set()
    for name in names:
        words = name.casefold().split()
        if len(words) > 1:
            parts |= {words[0], words[-1]}
    return parts


def spell(words: Sequence[Word]) -> str:
    """The words of a name as they are written, one blank where there is white space between two."""
    written = words[0].text
    for before, word in pairwise(words):
        written += " " * (word.start > before.end) + word.text
    return written


def may_be_name(words: Sequence[Word], first: int, after: int) -> bool:
    """False for words in small letters in a sentence that begins with a capital: by our guidelines they are no name."""
    return any(has_capital(word.text) for word in words[first:after]) or not words[0].text[0].isupper()


def has_capital(text: str) -> bool:
    """Whether some letter is a capital, or the writing knows none ("Газа" has one, "غزة" needs none)."""
    return any(letter.isupper() for letter in text) or not any(letter.islower() for letter in text)
