"""`python -m training.reference GOLD`: the weights of who is who inside an article (src/copydesk/lexicon/en/reference.json).

Learned on the open train documents of GUM (no "news", no "court"), read from raw text by copydesk's own reader, so that its
mistakes are learned with: kinds of nouns, then what is a mention, then what goes with what. Some three minutes on one core;
the same seed gives the same file on one machine. `--hold-out` keeps every fourth document apart, prints figures on them and
writes nothing.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from pathlib import Path

from copydesk.language import find_reading, load_reader
from copydesk.lexicon.reference import Reference
from copydesk.lexicon.world import World
from copydesk.record import Reading
from evaluation.coreference import LEFT_OUT, NEWS, find_mentions, list_gold, make_article, score
from evaluation.entities import EntityDocument, read_documents
from training.reference_kinds import learn_kinds
from training.reference_pairs import build_example, learn_pairs
from training.reference_signs import learn_signs

TRAIN = "reader/ud_gum_open/en_gumopen-train.conllu.gz"
CARD = (
    "Learned by training/reference.py from the open train documents of GUM (bio, conversation, interview, speech, textbook, "
    "vlog, voyage), which it names as CC BY or public domain; these weights are under CC BY-SA 4.0. See reference.card.md."
)
SMALLEST = 0.02  # weights nearer to nothing are left out of the file

Read = tuple[EntityDocument, Reading]


def main() -> None:
    """Read, learn, then write, or measure where documents were held out."""
    options = argparse.ArgumentParser(prog="python -m training.reference", description=__doc__)
    options.add_argument("gold", type=Path)
    options.add_argument("--out", type=Path, default=Path("src/copydesk/lexicon/en/reference.json"))
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--hold-out", action="store_true")
    chosen = options.parse_args()
    documents = [
        each for each in read_documents(chosen.gold / TRAIN) if LEFT_OUT not in each.name and NEWS not in each.name
    ]
    apart = documents[::4] if chosen.hold_out else []
    world = World()
    reader = load_reader(world=world)
    read = []
    for document in documents:
        page, article = make_article(document)
        if document not in apart:
            read.append((document, find_reading(page=page, article=article, reader=reader)[0]))
    world.reference = learn(read, world, seed=chosen.seed)
    if apart:
        found = {each.name: find_mentions(each, reader, world) for each in apart}
        print(score({each.name: list_gold(each) for each in apart}, found))
    else:
        write(world.reference, chosen.out)
        print(f"{len(read)} documents -> {chosen.out}, {chosen.out.stat().st_size} bytes")


def learn(read: Sequence[Read], world: World, *, seed: int) -> Reference:
    """All weights, each step with what the steps before it learned."""
    kinds = learn_kinds(read)
    mentions = shorten(learn_signs(read, seed=seed))
    world.reference = Reference(CARD, kinds, mentions, {}, {})
    news, pairs = learn_pairs([build_example(document, reading, world) for document, reading in read], seed=seed)
    return Reference(CARD, kinds, mentions, shorten(news), {name: shorten(weights) for name, weights in pairs.items()})


def shorten(weights: dict[str, float]) -> dict[str, float]:
    """The weights that count, in two decimals, by name."""
    return {sign: round(float(weight), 2) for sign, weight in sorted(weights.items()) if abs(weight) >= SMALLEST}


def write(reference: Reference, path: Path) -> None:
    """The weights as JSON; nouns of one kind in one line."""
    nouns: dict[str, list[str]] = {}
    for noun, kind in sorted(reference.kinds.items()):
        nouns.setdefault(kind, []).append(noun)
    held = {
        "card": reference.card, "kinds": {kind: " ".join(each) for kind, each in sorted(nouns.items())},
        "mentions": reference.mentions, "news": reference.news, "pairs": reference.pairs,
    }
    path.write_text(json.dumps(held, indent=0, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
