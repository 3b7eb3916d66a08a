"""Kinds of common nouns: what GUM's annotators say each names, spread to other nouns by the vectors of their subwords."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

import numpy as np

from copydesk.language.embeddings import Array, load_embeddings
from copydesk.language.subwords import load_subwords
from copydesk.language.weights import load_weights
from copydesk.record import Reading
from copydesk.resolve.traits import KINDS
from evaluation.entities import EntityDocument

GUM_KINDS = {
    "person": "person", "organization": "organisation", "place": "place", "time": "time", "event": "event",
    "abstract": "abstract", "object": "thing", "substance": "thing", "plant": "thing", "animal": "animal",
}  # fmt: skip
SURE = 0.6  # share of a kind from which a noun is listed; abstract nouns, the most, need SURE_ABSTRACT
SURE_ABSTRACT = 0.85
PRIOR = 2.0  # uses of a noun that the vectors' judgement counts for
MOST = 5  # uses of one noun that count
STEPS, RATE, RIDGE = 400, 0.05, 0.04  # 73 % of unseen nouns right


def learn_kinds(read: Sequence[tuple[EntityDocument, Reading]]) -> dict[str, str]:
    """Noun (a lemma, small) -> one of KINDS, for nouns of the train documents and of the reader's vocabulary."""
    used = count_kinds(read)
    weights = load_weights()
    embeddings, subwords = load_embeddings(weights.embeddings, weights.scales), load_subwords(weights.vocabulary)
    listed = [word for word in weights.vocabulary.read_text(encoding="utf-8").split("\n") if word.isalpha() and len(word) > 2]
    words = sorted({*used, *listed})
    vectors = np.array([embeddings.find(np.array([list(subwords.cut(word)) or [0]]))[0].mean(axis=0) for word in words])
    seen = np.array([word in used for word in words])
    vectors = (vectors - vectors[seen].mean(axis=0)) / (vectors[seen].std(axis=0) + 1e-6)
    counts = np.array([[used.get(word, Counter())[kind] for kind in KINDS[:-1]] for word in words], dtype=np.float64)
    shares = counts + PRIOR * spread(vectors, vectors[seen], counts[seen])
    shares /= shares.sum(axis=1, keepdims=True)
    best = shares.argmax(axis=1)
    found = {word: KINDS[kind] for word, kind, row in zip(words, best, shares, strict=True) if row.max() >= SURE}
    return {
        word: kind for word, kind in found.items()
        if kind != "abstract" or word in used or shares[words.index(word)].max() >= SURE_ABSTRACT
    }


def count_kinds(read: Sequence[tuple[EntityDocument, Reading]]) -> dict[str, Counter[str]]:
    """How often each noun heads a mention of each kind."""
    used: dict[str, Counter[str]] = defaultdict(Counter)
    for document, reading in read:
        heads = {mention.head[0]: mention.kind for mention in document.mentions}
        for token in reading.tokens:
            if token.tag == "NOUN" and token.start in heads:
                used[token.lemma.lower()][GUM_KINDS[heads[token.start]]] += 1
    return used


def spread(vectors: Array, known: Array, counts: Array) -> Array:
    """(nouns, kinds) of probabilities by a softmax over vectors, learned where counts are known."""
    share = counts / counts.sum(axis=1, keepdims=True)
    weight = np.minimum(counts.sum(axis=1), MOST)[:, None]
    weight = weight / weight.sum()
    table, bias = np.zeros((known.shape[1], counts.shape[1])), np.zeros(counts.shape[1])
    first, second = np.zeros_like(table), np.zeros_like(table)
    for step in range(1, STEPS + 1):
        wrong = (softmax(known @ table + bias) - share) * weight
        slope = known.T @ wrong + RIDGE * table
        first, second = 0.9 * first + 0.1 * slope, 0.999 * second + 0.001 * slope**2
        table -= RATE * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.999**step)) + 1e-8)
        bias -= wrong.sum(axis=0)
    return softmax(vectors @ table + bias)


def softmax(scores: Array) -> Array:
    """Each row as shares of one."""
    raised = np.exp(scores - scores.max(axis=1, keepdims=True))
    shares: Array = raised / raised.sum(axis=1, keepdims=True)
    return shares
