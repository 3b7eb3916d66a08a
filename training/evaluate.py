"""How good the trained network is before export, words given: tags, trees and names on development sets."""

from __future__ import annotations

import random
from collections.abc import Sequence

import torch

from copydesk.language.decode import settle_tree
from training.batches import Prepared, build_batch, cut_batches
from training.examples import Example
from training.network import Network
from training.prepare import Preparer

BUDGET = 3000  # padded subwords a batch


def measure_trees(network: Network, examples: Sequence[Example], preparer: Preparer) -> dict[str, float]:
    """Shares of right tags, heads, relations of all words, and heads with relations (LAS, with subtypes)."""
    prepared = [preparer.prepare(example) for example in examples]
    groups = cut_batches([len(each.subwords) for each in prepared], budget=BUDGET, rng=random.Random(0))
    counts = {"tags": 0, "fine": 0, "uas": 0, "las": 0, "words": 0}
    network.eval()
    with torch.inference_mode():
        for group in groups:
            for name, count in measure_batch(network, [prepared[index] for index in group]).items():
                counts[name] += count
    return {name: count / counts["words"] for name, count in counts.items() if name != "words"}


def measure_batch(network: Network, prepared: Sequence[Prepared]) -> dict[str, int]:
    """Counts of one batch."""
    batch = build_batch(prepared, ())
    words = network.encode(batch.subwords, batch.shapes, batch.mask, batch.first)
    rooted = network.add_root(words)
    places = torch.cat([torch.ones_like(batch.words[:, :1]), batch.words], 1)
    arcs = network.score_arcs(words, rooted).masked_fill((places == 0)[:, None, :], -1e4)
    best = arcs.argmax(-1)
    for row, each in enumerate(prepared):
        size = len(each.first)
        settled = settle_tree(best[row, :size].tolist(), lambda at, n=size: arcs[at, :n, : n + 1].tolist(), row)
        best[row, :size] = torch.tensor(settled)
    heads = network.relation_head(rooted)
    chosen = torch.gather(heads, 1, best[..., None].expand(-1, -1, heads.shape[-1]))
    relations = network.score_relations(network.relation_dependent(words), chosen).argmax(-1)
    known = batch.words == 1
    right = best == batch.heads
    return {
        "tags": int((network.tags(words).argmax(-1) == batch.tags)[known].sum()),
        "fine": int((network.fine(words).argmax(-1) == batch.fine)[known].sum()),
        "uas": int(right[known].sum()),
        "las": int((right & (relations == batch.relations))[known].sum()),
        "words": int(known.sum()),
    }
