"""What goes with what: for each phrase all earlier ones and "new" compete; the likelihood of a right choice is raised.

A log-linear ranking of antecedents with the groups of gold given (as Durrett and Klein 2013 train theirs), wrong "new" made
dearer than a wrong link, AdaGrad with a strong ridge, weights averaged over the later half of the epochs.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from copydesk.lexicon.world import World
from copydesk.record import Reading
from copydesk.resolve.chains import list_news
from copydesk.resolve.groups import Groups
from copydesk.resolve.mentions import name_members
from copydesk.resolve.pair_signs import COLUMNS, PLAIN, count_codes, load_tables, name_columns, spell_code
from copydesk.resolve.pairs import Array, find_pairs
from copydesk.resolve.phrases import find_phrases, list_signs
from copydesk.resolve.traits import find_traits
from evaluation.coreference import find_gold, make_article
from evaluation.entities import EntityDocument

OFFSETS = np.cumsum([0, *(count_codes(columns) for columns in COLUMNS)])
RAREST = 3  # phrases that carry a sign of news before it gets a weight
# Tuned on every fourth document of the train part (--hold-out) and on the read half of the development part.
EPOCHS, RATE, RIDGE = 12, 0.1, 2e-3
FALSE_NEW, WRONG_LINK = 2.0, 0.5  # margins that a right link must win by


@dataclass(slots=True)
class Example:
    """One document. codes: (pairs, columns) into one row of weights; later: (pairs,) whose they are; is_right: (pairs,).

    news: for each phrase its signs; rows: the same as numbers.
    """

    codes: Array
    later: Array
    is_right: Array
    news: list[list[str]]
    rows: list[Array] = field(default_factory=list)


def build_example(document: EntityDocument, reading: Reading, world: World) -> Example:
    """A document's phrases and pairs as they will be met at work, with gold's answers."""
    page, article = make_article(document)
    cast, _ = name_members(page=page, article=article, reading=reading, times=(), world=world)
    phrases = [phrase for phrase in find_phrases(reading) if world.reference.is_mention(list_signs(reading, phrase))]
    traits = find_traits(reading, phrases, cast)
    pairs = find_pairs(reading, traits, page.text)
    gold = find_gold(document, reading, phrases)
    is_right = np.array(
        [gold[one] is not None and gold[one] == gold[other] for one, other in zip(pairs.later, pairs.earlier, strict=True)],
        dtype=bool,
    )
    tables, groups = load_tables(world.reference), Groups(traits, pairs)
    codes = np.concatenate([tables.find_plain(pairs.shown), tables.find_fixed(pairs.shown)]).T
    for later in range(len(traits)):
        here = slice(pairs.first[later], pairs.first[later + 1])
        codes[here, len(PLAIN) :] += (tables.grouped @ groups.show(later)).T
        right = np.flatnonzero(is_right[here])
        if len(right):
            groups.join(later, int(pairs.earlier[here.start + right[0]]))
    return Example(codes, pairs.later, is_right, list_news(reading, traits, pairs))


def learn_pairs(examples: Sequence[Example], *, seed: int) -> tuple[dict[str, float], dict[str, dict[str, float]]]:
    """Weights of the signs of news, and of the values of each set of columns."""
    counts = Counter(sign for example in examples for signs in example.news for sign in signs)
    names = sorted(sign for sign, count in counts.items() if count >= RAREST)
    place = {name: index for index, name in enumerate(names)}
    for example in examples:
        example.rows = [np.array([place[s] for s in signs if s in place], dtype=np.int64) for signs in example.news]
    links, news = Weights(int(OFFSETS[-1])), Weights(len(names))
    order, chance = list(range(len(examples))), random.Random(seed)
    for epoch in range(EPOCHS):
        chance.shuffle(order)
        for index in order:
            step(examples[index], links, news)
            if epoch >= EPOCHS // 2:
                links.keep()
                news.keep()
    found = links.mean()
    pairs = {
        name_columns(columns): {
            spell_code(code - begin, columns): found[code] for code in np.flatnonzero(found[begin:end]) + begin
        }
        for columns, begin, end in zip(COLUMNS, OFFSETS[:-1].tolist(), OFFSETS[1:].tolist(), strict=True)
    }
    return dict(zip(names, news.mean().tolist(), strict=True)), pairs


class Weights:
    """A row of weights with AdaGrad's rates, and the sum of what they were at each step that counts."""

    def __init__(self, size: int) -> None:
        self.values, self._squares, self._sum = np.zeros(size), np.full(size, 1e-6), np.zeros(size)
        self._kept = 0

    def move(self, slope: Array, phrases: int) -> None:
        """One step against a slope over so many phrases; weights without a slope stay."""
        moved = np.flatnonzero(slope)
        change = slope[moved] + RIDGE * phrases * self.values[moved]
        self._squares[moved] += change * change
        self.values[moved] -= RATE * change / np.sqrt(self._squares[moved])

    def keep(self) -> None:
        """Let the weights as they are count for the mean."""
        self._sum += self.values
        self._kept += 1

    def mean(self) -> Array:
        """The mean of all that were kept."""
        return self._sum / self._kept


def step(example: Example, links: Weights, news: Weights) -> None:
    """One step on one document."""
    many = len(example.rows)
    flat = np.concatenate(example.rows)
    owner = np.repeat(np.arange(many), [len(row) for row in example.rows])
    linked = links.values[example.codes].sum(axis=1)
    new = np.bincount(owner, news.values[flat], many)
    slope, slope_new = find_slopes(example, linked, new)
    width = example.codes.shape[1]
    links.move(np.bincount(example.codes.ravel(), np.repeat(slope, width), len(links.values)), many)
    news.move(np.bincount(flat, slope_new[owner], len(news.values)), many)


def find_slopes(example: Example, linked: Array, new: Array) -> tuple[Array, Array]:
    """Slopes of the loss by the weight of each pair and of "new" for each phrase: chosen minus right, as probabilities."""
    later, many = example.later, len(new)
    is_new = np.bincount(later, example.is_right, many) == 0
    linked = linked + np.where(is_new[later] | example.is_right, 0.0, WRONG_LINK)
    new = new + np.where(is_new, 0.0, FALSE_NEW)
    top = new.copy()
    np.maximum.at(top, later, linked)
    raised, raised_new = np.exp(linked - top[later]), np.exp(new - top)
    right, right_new = raised * example.is_right, raised_new * is_new
    every = raised_new + np.bincount(later, raised, many)
    good = right_new + np.bincount(later, right, many)
    return raised / every[later] - right / good[later], raised_new / every - right_new / good
