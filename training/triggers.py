"""`python -m training.triggers [WEIGHTS] [--folds]`: the reader's head for words that tell of events, on the finished encoder.

Learned on our own sentences alone: the passages of `corpus/events/free` that are not kept for `own-events`, and the examples
of the constructions in `lexicon/en/events`, which teach what categories words have but not what is no event. The reader that
ships reads them, so that its mistakes are learned with. Three minutes on one core; one seed gives one file on one machine.
--folds trains on four fifths of the passages and prints what the head finds in the fifth left out, at several thresholds.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import numpy as np

from copydesk.events.matching import find_match
from copydesk.language.engine import Engine
from copydesk.language.reader import Reader
from copydesk.language.subwords import load_subwords
from copydesk.language.triggers import LABELS, TRIGGERS, Inputs, Parsed, find_inputs
from copydesk.language.weights import FOLDER, load_weights
from copydesk.lexicon import World, load_world
from copydesk.record import Reading, Span
from corpus.event_marks import is_kept, read_events
from training.graphs import write_graph
from training.head import build_pieces, enter_head
from training.trigger_labels import label_passage
from training.trigger_network import Examples, TriggerGraph, build_sample, learn, measure_folds

FOLDS = 5
EXAMPLES = 0.5  # weight of a construction's example beside a word of a passage
OPEN = -1  # of a word whose label is not known


@dataclass(frozen=True, slots=True)
class Labelled:
    """The words asked about in a text. labels: for each the numbers it may have, () where that is open; fold: -1 for none."""

    inputs: Inputs
    labels: list[tuple[int, ...]]
    fold: int


class Encoder:
    """Texts as the reader reads them, with what the encoder says of their words."""

    def __init__(self, folder: Path, world: World) -> None:
        weights = load_weights(folder)
        self._reader = Reader(folder, world=world, triggers=False)
        self._engine, self._subwords = Engine(weights), load_subwords(weights.vocabulary)
        self._plover = world.plover

    def read(self, text: str) -> Reading:
        """Each line is a stretch of its own."""
        ends = [place for place, letter in enumerate(f"{text}\n") if letter == "\n"]
        begins = [0, *(end + 1 for end in ends[:-1])]
        return self._reader.read(text, [Span(start=begin, end=end) for begin, end in zip(begins, ends, strict=True)])[0]

    def find(self, reading: Reading) -> Iterator[tuple[int, Inputs]]:
        """For each sentence its first token and the inputs of the words asked about."""
        for sentence in reading.sentences:
            tokens = reading.tokens[sentence.first : sentence.last]
            words = [token.text for token in tokens]
            pieces = build_pieces(words, self._subwords)
            parsed = Parsed(
                words=words,
                lemmas=[token.lemma for token in tokens],
                tags=[token.tag for token in tokens],
                relations=[token.relation for token in tokens],
                heads=[token.head - sentence.first for token in tokens],
                encoded=self._engine.encode([pieces])[0],
                bare=self._engine.find_bare(pieces),
            )
            yield sentence.first, find_inputs(parsed, self._plover)


def main() -> None:
    """Read the command line; train, or measure on folds."""
    options = argparse.ArgumentParser(prog="python -m training.triggers", description=__doc__)
    options.add_argument("weights", type=Path, nargs="?", default=FOLDER, help="folder of the reader's weights")
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--folds", action="store_true", help="measure, write nothing")
    chosen = options.parse_args()
    examples = gather(chosen.weights)
    if chosen.folds:
        print("\n".join(measure_folds(examples, FOLDS, seed=chosen.seed)))
    else:
        add_triggers(examples, chosen.weights, seed=chosen.seed)


def add_triggers(examples: Examples, folder: Path, *, seed: int) -> None:
    """Train the head and enter it in the folder."""
    graph = TriggerGraph(learn(examples, seed=seed))
    given = build_sample()
    axes = {name: {0: "words"} for name in (*given, "likely")}
    write_graph(graph, given, axes, folder / f"{TRIGGERS}.onnx")
    enter_head(TRIGGERS, LABELS, folder)


def gather(folder: Path) -> Examples:
    """All training examples as numbers, passages first."""
    world = load_world()
    encoder = Encoder(folder, world)
    found = [*read_passages(encoder), *read_constructions(encoder, world)]
    sets = [labels for each in found for labels in each.labels]
    allowed = np.zeros((len(sets), len(LABELS)), dtype=np.float32)
    for row, labels in enumerate(sets):
        allowed[row, list(labels)] = 1.0
    folds = np.repeat([each.fold for each in found], [len(each.labels) for each in found])
    known = allowed.any(1) & ((folds >= 0) | (allowed[:, 0] == 0))
    names = ("states", "bare", "signs")
    columns = {name: np.concatenate([getattr(each.inputs, name) for each in found])[known] for name in names}
    weights = np.where(folds >= 0, 1.0, EXAMPLES).astype(np.float32)
    return Examples(**columns, allowed=allowed[known], folds=folds[known], weights=weights[known])


def read_passages(encoder: Encoder) -> Iterator[Labelled]:
    """The passages that are not kept, a fold each."""
    for passage in read_events():
        if not is_kept(passage):
            fold = int(sha256(f"fold {passage.id}".encode()).hexdigest(), 16) % FOLDS
            reading = encoder.read(passage.text)
            labels = label_passage(passage, reading.tokens)
            yield from _label(encoder, reading, labels, fold)


def read_constructions(encoder: Encoder, world: World) -> Iterator[Labelled]:
    """The examples of the constructions that name events, each with its own word labelled and all others open."""
    rows = sorted((row for rows in world.plover.constructions.values() for row in rows), key=lambda row: row.row)
    for row in rows:
        if row.words_only:
            continue
        reading = encoder.read(row.example)
        shown = [find_match(reading, index, world.plover) for index in range(len(reading.tokens))]
        labels = [
            (LABELS.index(row.category),) if match is not None and match.construction.row == row.row else () for match in shown
        ]
        yield from _label(encoder, reading, labels, OPEN)


def _label(encoder: Encoder, reading: Reading, labels: Sequence[tuple[int, ...]], fold: int) -> Iterator[Labelled]:
    for first, inputs in encoder.find(reading):
        yield Labelled(inputs, [labels[first + place] for place in inputs.places], fold)


if __name__ == "__main__":
    main()
