"""From a folder of gold sets to training examples: only what the licence table allows."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from copydesk.language.subwords import Subwords
from training.batches import NOTHING, Prepared, cut_words
from training.examples import Example, read_columns, read_trees, read_uner, read_wikigold
from training.gum_names import read_gum_names
from training.house import find_house_labels
from training.network import Labels
from training.own import read_own
from training.schemes import SCHEMES, UNKNOWN, WITHOUT_HEAD

TABLE = Path(__file__).with_name("sources.tsv")
LEFT_OUT_OF_GUM = ("GUM_news", "GUM_court")  # an exam uses the news documents; the court documents name no licence
LONGEST = 90  # words of a training sentence; the few longer ones cost most of a batch
WIKIGOLD_TEST = 4  # documents with index % 5 == 4 are the test part


@dataclass(frozen=True)
class Source:
    """One row of the licence table."""

    name: str
    files: str
    layers: str
    licence: str
    use: str
    note: str


class NotAllowed(Exception):
    """A set was asked for that the licence table does not allow for training."""


def load_sources(path: Path = TABLE) -> tuple[Source, ...]:
    """Rows of the licence table."""
    with path.open(encoding="utf-8", newline="") as rows:
        return tuple(Source(**row) for row in csv.DictReader(rows, delimiter="\t"))


def find_files(source: Source, folder: Path) -> list[Path]:
    """The files of one set that may be trained on, in order of name."""
    if source.use != "train":
        raise NotAllowed(f"{source.name} may only be measured on ({source.licence}): {source.note}")
    return sorted(folder.glob(source.files))


def read_source(source: Source, folder: Path) -> list[Example]:
    """The training examples of one set."""
    examples: list[Example] = []
    for path in find_files(source, folder):
        if source.layers == "trees":
            found = read_trees(path, origin=source.name)
            if source.name == "ud_gum_open":
                read_gum_names(path, found)
            examples += found
        elif source.name == "uner_ewt":
            examples += read_uner(path, origin=source.name)
        elif source.name == "wikigold":
            examples += read_wikigold(path, origin=source.name)
        else:
            examples += read_columns(path, origin=source.name, scheme=source.name.split("_")[0])
    return [example for example in examples if is_for_training(example)]


def is_for_training(example: Example) -> bool:
    """False for documents that are an exam's or whose licence is not named, and for very long sentences."""
    if example.document.startswith(LEFT_OUT_OF_GUM):
        return False
    if example.origin == "wikigold" and int(example.document) % 5 == WIKIGOLD_TEST:
        return False
    return len(example.words) <= LONGEST


def read_all(folder: Path, *, without_gum: bool) -> list[Example]:
    """Every training example of a folder; names that annotate a tree's sentence are laid upon it."""
    trees: list[Example] = []
    names: list[Example] = []
    for source in load_sources():
        if source.use == "train" and not (without_gum and source.name == "ud_gum_open"):
            found = read_source(source, folder)
            trees += found if source.layers == "trees" else []
            names += found if source.layers == "names" else []
    by_words = {tuple(example.words): example for example in names}
    for tree in trees:
        match = by_words.pop(tuple(tree.words), None)
        if match is not None:
            tree.names.update(match.names)
    examples = trees + [example for example in by_words.values() if any(example.words)]
    for example in examples:
        if example.names:
            example.names["house"] = find_house_labels(example)
    return examples + read_own()


def list_tree_files(folder: Path, *, without_gum: bool) -> list[Path]:
    """The treebank files that may be trained on."""
    trees = [source for source in load_sources() if source.use == "train" and source.layers == "trees"]
    kept = [source for source in trees if not (without_gum and source.name == "ud_gum_open")]
    return [path for source in kept for path in find_files(source, folder)]


def list_allowed(examples: Sequence[Example]) -> tuple[str, ...]:
    """Every written set of house labels that occurs."""
    found = {label for example in examples for label in example.names.get("house", ())}
    return tuple(sorted(found - {UNKNOWN}))


def collect_labels(examples: Sequence[Example]) -> Labels:
    """The inventories that occur."""
    return Labels(
        tags=tuple(sorted({label for example in examples for label in example.tags})),
        fine=tuple(sorted({label for example in examples for label in example.fine})),
        relations=tuple(sorted({label for example in examples for label in example.relations})),
        names=SCHEMES,
    )


class Preparer:
    """Turns examples into numbers."""

    def __init__(self, labels: Labels, subwords: Subwords, allowed: Sequence[str] = ()) -> None:
        self._subwords = subwords
        self._tags = {label: number for number, label in enumerate(labels.tags)}
        self._fine = {label: number for number, label in enumerate(labels.fine)}
        self._relations = {label: number for number, label in enumerate(labels.relations)}
        self._names = {
            scheme: {label: number for number, label in enumerate(found)} for scheme, found in labels.names.items()
        }
        self._names["house"] = {written: number for number, written in enumerate(allowed)} | {UNKNOWN: NOTHING}

    def prepare(self, example: Example) -> Prepared:
        """One example as numbers."""
        subwords, shapes, first, last = cut_words(example.words, self._subwords)
        names = {
            scheme: [self._names[scheme][label] for label in found]
            for scheme, found in example.names.items()
            if scheme not in WITHOUT_HEAD
        }
        return Prepared(
            subwords=subwords,
            shapes=shapes,
            first=first,
            last=last,
            tags=[self._tags[label] for label in example.tags],
            fine=[self._fine[label] for label in example.fine],
            heads=example.heads,
            relations=[self._relations[label] for label in example.relations],
            names=names,
        )
