"""Which words tell of an event, and of which category: a head on the encoder's words, the tree, and PLOVER's table.

The encoder was trained on trees and knows little of what words mean. So the head also sees the bare embeddings of a word, of
its objects, subjects and other phrases, and which categories the constructions give the words of the sentence.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import cast, get_args

import numpy as np

from copydesk.language.embeddings import Array
from copydesk.language.engine import load_graph
from copydesk.language.weights import Weights
from copydesk.lexicon.constructions import WORD_CLASSES
from copydesk.lexicon.plover import Plover
from copydesk.record import Category

TRIGGERS = "triggers"  # the head's name among the weights
NONE = "none"
LABELS = (NONE, *get_args(Category))
ASKED = frozenset({"VERB", "NOUN", "ADJ"})  # tags of the words that may tell of an event
LEAST = 0.05  # what is less likely is not recorded
TAGS = ("VERB", "NOUN", "ADJ", "")
RELATIONS = (
    "root", "ccomp", "parataxis", "conj", "obj", "xcomp", "advcl", "acl", "obl", "nsubj", "compound", "amod", "nmod", "appos",
    "",
)  # fmt: skip
BELOW = ("nsubj", "obj", "obl", "ccomp", "aux", "cop", "compound", "mark")  # what hangs on a word
TAG_MARKS, RELATION_MARKS, BELOW_MARKS = (
    {name: before + place for place, name in enumerate(names)}
    for names, before in ((TAGS, 0), (RELATIONS, len(TAGS)), (BELOW, len(TAGS) + len(RELATIONS)))
)
GROUPS = ("obj", "subj", "other")  # of phrases on a word whose embeddings are seen
GROUP_OF = {
    "obj": "obj", "iobj": "obj", "nsubj:pass": "obj", "nsubj": "subj", "nmod:poss": "subj", "obl:agent": "subj", "obl": "other",
    "xcomp": "other", "compound": "other", "nmod": "other", "advmod": "other",
}  # fmt: skip
CARRIED = frozenset({"obj", "iobj", "obl", "xcomp", "compound", "nmod"})  # where a noun that names an event may stand
SIGNS = len(TAGS) + len(RELATIONS) + len(BELOW) + 3 * len(get_args(Category))
STATES, BARE = 3, 5  # vectors of the encoder a word: its own, its head's, the sentence's; bare: its own, GROUPS, the sentence's


@dataclass(frozen=True, slots=True)
class Parsed:
    """A sentence with its tree: tags of UPOS, heads as places in it (a root's is its own).

    encoded, bare: (words, WIDTH), what the encoder says of each word, and the mean of its subwords' embeddings.
    """

    words: Sequence[str]
    lemmas: Sequence[str]
    tags: Sequence[str]
    relations: Sequence[str]
    heads: Sequence[int]
    encoded: Array
    bare: Array


@dataclass(frozen=True, slots=True)
class Inputs:
    """What the head sees of the words asked about. places: their numbers; states, bare: (N, STATES or BARE, WIDTH)."""

    places: list[int]
    states: Array
    bare: Array
    signs: Array


def find_inputs(sentence: Parsed, plover: Plover) -> Inputs:
    """The inputs of the words of a sentence that may tell of an event."""
    places = [place for place, tag in enumerate(sentence.tags) if tag in ASKED]
    width = sentence.encoded.shape[1]
    states = np.empty((len(places), STATES, width), dtype=np.float32)
    bare = np.empty((len(places), BARE, width), dtype=np.float32)
    heads = np.array(sentence.heads)[places]
    states[:, 0] = sentence.encoded[places]
    states[:, 1] = sentence.encoded[heads] * (heads != places)[:, None]
    states[:, 2] = sentence.encoded.mean(0)
    bare[:, 0] = sentence.bare[places]
    bare[:, 1:-1] = (_share_phrases(sentence)[places] @ sentence.bare).reshape(len(places), len(GROUPS), width)
    bare[:, -1] = sentence.bare.mean(0)
    known = _find_categories(sentence, plover)
    return Inputs(places, states, bare, np.concatenate([each[places] for each in (_find_marks(sentence), *known)], 1))


def _share_phrases(sentence: Parsed) -> Array:
    """(words, GROUPS, words): for each head the share of each word in its phrases of a kind."""
    found = [
        (head, GROUPS.index(group), place)
        for place, (head, relation) in enumerate(zip(sentence.heads, sentence.relations, strict=True))
        if head != place and (group := GROUP_OF.get(relation) or GROUP_OF.get(relation.partition(":")[0]))
    ]
    count = len(sentence.words)
    shares = np.zeros((count, len(GROUPS), count), dtype=np.float32)
    if found:
        shares[tuple(zip(*found, strict=True))] = 1.0
    shares /= np.maximum(shares.sum(2, keepdims=True), 1.0)
    return shares


def _find_marks(sentence: Parsed) -> Array:
    """(words, marks) of 1 and 0: tags, relations, and what hangs on a word."""
    found: list[tuple[int, int]] = []
    for place, (tag, relation, head) in enumerate(zip(sentence.tags, sentence.relations, sentence.heads, strict=True)):
        base = relation.partition(":")[0]
        found += [(place, TAG_MARKS.get(tag, TAG_MARKS[""])), (place, RELATION_MARKS.get(base, RELATION_MARKS[""]))]
        if base in BELOW_MARKS and head != place:
            found.append((head, BELOW_MARKS[base]))
    marks = np.zeros((len(sentence.words), len(TAG_MARKS) + len(RELATION_MARKS) + len(BELOW_MARKS)), dtype=np.float32)
    marks[tuple(zip(*found, strict=True))] = 1.0
    return marks


def _find_categories(sentence: Parsed, plover: Plover) -> tuple[Array, Array, Array]:
    """Three of (words, categories): those that the constructions give a word, what it carries, and any word of the sentence."""
    own = np.zeros((len(sentence.words), len(LABELS) - 1), dtype=np.float32)
    carried = np.zeros_like(own)
    for place, (word, lemma, tag) in enumerate(zip(sentence.words, sentence.lemmas, sentence.tags, strict=True)):
        word_class = WORD_CLASSES.get(tag)
        numbers = list_categories(plover, word, lemma, word_class) if word_class else ()
        if not numbers:
            continue
        own[place, list(numbers)] = len(numbers) ** -0.5
        head = sentence.heads[place]
        if head != place and sentence.relations[place].partition(":")[0] in CARRIED:
            carried[head] = np.maximum(carried[head], own[place])
    return own, carried, np.broadcast_to(own.max(0), own.shape)


@dataclass(frozen=True, slots=True)
class Likely:
    """A word of a sentence by its place, the category it most likely tells of, and how likely it does, 0-1."""

    place: int
    category: Category
    probability: float


class TriggerHead:
    """The trained head. Raises ModelBroken where the graph does not load."""

    def __init__(self, weights: Weights, plover: Plover, *, threads: int = 1) -> None:
        path, self._labels = weights.heads[TRIGGERS]
        self._graph = load_graph(path, threads=threads)
        self._plover = plover

    def find(self, sentences: Sequence[Parsed]) -> list[list[Likely]]:
        """For each sentence the words that may tell of an event, in order; what is less likely than `LEAST` left out."""
        inputs = [find_inputs(sentence, self._plover) for sentence in sentences]
        names = ("states", "bare", "signs")
        given = {name: np.concatenate([getattr(each, name) for each in inputs]) for name in names}
        if not len(given["signs"]):
            return [[] for _ in sentences]
        likely: Array = self._graph.run(None, given)[0]
        best = likely[:, 1:].argmax(1) + 1
        chosen = zip(best.tolist(), likely[np.arange(len(best)), best].tolist(), strict=True)
        return [list(self._name(each.places, chosen)) for each in inputs]

    def _name(self, places: Sequence[int], chosen: Iterator[tuple[int, float]]) -> Iterator[Likely]:
        for place, (number, probability) in zip(places, islice(chosen, len(places)), strict=True):
            if probability >= LEAST:
                yield Likely(place, cast("Category", self._labels[number]), probability)


@lru_cache(maxsize=65_536)
def list_categories(plover: Plover, word: str, lemma: str, word_class: str) -> tuple[int, ...]:
    """Numbers of the categories that constructions of a word name, mere words aside."""
    rows = plover.find_rows(word, lemma, word_class)
    return tuple(sorted({LABELS.index(row.category) - 1 for row in rows if not row.words_only}))
