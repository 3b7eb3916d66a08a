"""`python -m training.peer_cnn GOLD OUT`: spaCy's small CNN architecture trained on our reader's gold, to compare with.

tok2vec (HashEmbedCNN, width 96, depth 4) shared by tagger, parser and ner, as spaCy's own configuration for a CPU has it.
It tags in Penn's tags only and makes no lemmas, so it has less to do than our reader. Needs the extra `spacy` beside
`training/requirements.txt`. The pipeline is saved in OUT; `python -m benches.reader --peer OUT` measures its speed.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

import spacy
from spacy.tokens import Doc
from spacy.training import Example as Lesson
from spacy.training.batchers import minibatch_by_words

from training.examples import Example, read_trees
from training.prepare import read_all
from training.schemes import UNKNOWN

WIDTH = 96
LESSON = 6  # sentences of a Doc at most, so that the parser learns where sentences end
BATCH = 1000  # words
TOK2VEC = {
    "@architectures": "spacy.HashEmbedCNN.v2", "pretrained_vectors": None, "width": WIDTH, "depth": 4, "embed_size": 2000,
    "window_size": 1, "maxout_pieces": 3, "subword_features": True,
}  # fmt: skip
LISTENER = {"@architectures": "spacy.Tok2VecListener.v1", "width": WIDTH, "upstream": "*"}


def build_pipeline() -> Any:
    """The four components, untrained."""
    nlp = spacy.blank("en")
    nlp.add_pipe("tok2vec", config={"model": TOK2VEC})
    nlp.add_pipe("tagger", config={"model": {"@architectures": "spacy.Tagger.v2", "nO": None, "tok2vec": LISTENER}})
    for name, hidden, pieces in (("parser", 128, 3), ("ner", 64, 2)):
        model = {
            "@architectures": "spacy.TransitionBasedParser.v2", "state_type": name, "extra_state_tokens": False,
            "hidden_width": hidden, "maxout_pieces": pieces, "use_upper": True, "nO": None, "tok2vec": LISTENER,
        }  # fmt: skip
        nlp.add_pipe(name, config={"model": model})
    return nlp


def list_lessons(nlp: Any, examples: Sequence[Example], chance: random.Random) -> list[Any]:
    """Neighbouring sentences of one set that have the same layers, one to `LESSON` in a Doc."""
    lessons, begun = [], 0
    while begun < len(examples):
        end = begun + 1
        wanted = chance.randint(1, LESSON)
        while end < len(examples) and end - begun < wanted and has_same_layers(examples[begun], examples[end]):
            end += 1
        lessons.append(build_lesson(nlp, examples[begun:end]))
        begun = end
    return lessons


def has_same_layers(one: Example, other: Example) -> bool:
    """Whether two sentences come from one set and have trees, or not, alike."""
    return one.origin == other.origin and bool(one.heads) == bool(other.heads)


def build_lesson(nlp: Any, examples: Sequence[Example]) -> Any:
    """Sentences as one spaCy example on gold words; a layer that nobody annotated is left missing."""
    words: list[str] = []
    heads: list[int] = []
    for example in examples:
        first = len(words)
        heads += [first + (head - 1 if head else index) for index, head in enumerate(example.heads)]
        words += example.words
    trees: dict[str, Any] = {}
    if heads:
        trees = {
            "tags": [tag for example in examples for tag in example.fine],
            "deps": ["ROOT" if label == "root" else label for example in examples for label in example.relations],
            "heads": heads,
        }
    names = [label for example in examples for label in list_names(example)]
    return Lesson(Doc(nlp.vocab, words=words), Doc(nlp.vocab, words=words, ents=names, **trees))


def list_names(example: Example) -> list[str]:
    """BIO labels of ours, "" where nobody said; of several kinds that a name may be, the first."""
    labels: list[str] = []
    for written in example.names.get("house", [UNKNOWN] * len(example.words)):
        mark, _, kinds = written.partition(":")
        if written == UNKNOWN:
            labels.append("")
        elif mark == "O" or "-" in kinds.split("|"):
            labels.append("O")
        else:
            labels.append(f"{mark}-{kinds.split('|')[0]}")
    return labels


def list_batches(lessons: list[Any], chance: random.Random) -> Iterator[list[Any]]:
    """Batches of about `BATCH` words without end, in a new order every round."""
    while True:
        chance.shuffle(lessons)
        yield from minibatch_by_words(lessons, size=BATCH)


def train(nlp: Any, lessons: list[Any], *, steps: int, seed: int) -> None:
    """That many updates with spaCy's own optimiser."""
    spacy.util.fix_random_seed(seed)
    optimiser = nlp.initialize(lambda: lessons)
    losses: dict[str, float] = {}
    for step, batch in enumerate(islice(list_batches(lessons, random.Random(seed)), steps), 1):
        nlp.update(batch, sgd=optimiser, drop=0.1, losses=losses)
        if step % 200 == 0 or step == steps:
            print(step, {name: round(loss) for name, loss in losses.items()}, flush=True)
            losses = {}


def main() -> None:
    """Train, measure on the development trees, save."""
    parser = argparse.ArgumentParser(prog="python -m training.peer_cnn", description=__doc__)
    parser.add_argument("gold", type=Path, help="a folder with reader/SET/FILES as sources.tsv names them")
    parser.add_argument("out", type=Path, help="where the pipeline goes")
    parser.add_argument("--steps", type=int, default=4000, help=f"updates of about {BATCH} words (default 4,000)")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--without-gum", action="store_true")
    parser.add_argument("--most", type=int, help="only so many sentences, for a trial")
    options = parser.parse_args()
    nlp, chance = build_pipeline(), random.Random(options.seed)
    examples = read_all(options.gold / "reader", without_gum=options.without_gum)
    train(nlp, list_lessons(nlp, examples[: options.most], chance), steps=options.steps, seed=options.seed)
    nlp.to_disk(options.out)
    for path in sorted(options.gold.glob("reader/*/*dev.conllu.gz")):
        trees = [build_lesson(nlp, [example]) for example in read_trees(path, origin="")[: options.most]]
        scores = nlp.evaluate(trees)
        print(f"{path.name}: tags {scores['tag_acc']:.3f}, LAS without punctuation {scores['dep_las']:.3f}, words given")


if __name__ == "__main__":
    main()
