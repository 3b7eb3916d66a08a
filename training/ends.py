"""`python -m training.ends`: the weights that choose where what a cue says ends (`attribute/ends.py`).

Learned on our own marked passages (`corpus/statements/free`) without the kept quarter (`statement_marks.is_kept`), read by
copydesk's own reader, so that its mistakes are learned with. Logistic regression over the places where a content could end,
the marked one against the others, ridge, Newton's method from nothing: the same passages give the same file. A minute.
`--measure` prints content and exact F1 on the kept quarter without and with the weights.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from copydesk.attribute.draft import Draft
from copydesk.attribute.ends import choose_ends, find_ending, tell_place
from copydesk.attribute.find import collect_drafts
from copydesk.attribute.passage import Passage, make_passage
from copydesk.language import load_reader
from copydesk.lexicon import load_world
from copydesk.lexicon.signatures import Weighing
from copydesk.run.local import read_text
from corpus.statement_marks import Passage as Marked
from corpus.statement_marks import is_kept, read_statements
from evaluation.attributions import letters, match
from evaluation.exam import f1

OUT = Path("src/copydesk/lexicon/en/ends.json")
RAREST = 3  # places that bear a string before it gets a weight
RIDGE = 2.0
STEPS = 12
SMALLEST = 0.005  # weights nearer to nothing than this are left out of the file
CARD = (
    "Learned by training/ends.py from our own marked passages, corpus/statements/free without the kept quarter; "
    "the higher a sum of weights, the likelier a place ends what is said."
)


@dataclass(frozen=True, slots=True)
class Place:
    """What is told of one place, and whether the marked content ends there."""

    told: list[str]
    right: bool


def main() -> None:
    """Read, learn, write; or measure on what nobody learns from."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--out", type=Path, default=OUT)
    options.add_argument("--measure", action="store_true", help="print figures of the kept quarter and write nothing")
    chosen = options.parse_args()
    passages = read_statements()
    read = _Reading()
    weighing = learn([place for one in passages if not is_kept(one) for place in read_places(*read(one))])
    if chosen.measure:
        for name, weights_used in (("rules", None), ("ends", weighing)):
            figures = measure([read(one) for one in passages if is_kept(one)], weights_used)
            print("kept quarter, {}: content F1 {:.4f}, exact {:.4f}".format(name, *figures))
        return
    weights = {name: round(weight, 3) for name, weight in sorted(weighing.weights.items()) if abs(weight) >= SMALLEST}
    held = {"card": CARD, "bias": round(weighing.bias, 3), "weights": weights}
    chosen.out.write_text(json.dumps(held, indent=0, ensure_ascii=False) + "\n", encoding="utf-8")
    print(f"{len(weights)} weights -> {chosen.out}")


class _Reading:
    """The product's reader, loaded once."""

    def __init__(self) -> None:
        self._world, self._reader = load_world(), load_reader()

    def __call__(self, marked: Marked) -> tuple[Marked, Passage, list[Draft]]:
        """A passage, what is read in it, and its drafts as the rules end them."""
        state = read_text(
            marked.text, world=self._world, reader=self._reader, key=marked.id, created=marked.created, outlet=marked.outlet,
            until="mentions",
        )
        passage = make_passage(state["page"], state["article"], state["reading"], self._world.cues)
        return marked, passage, collect_drafts(passage, self._world)


def read_places(marked: Marked, passage: Passage, drafts: list[Draft]) -> Iterator[Place]:
    """The places of every draft whose cue and content are those of a marked statement."""
    for draft in drafts:
        ending = find_ending(passage, draft)
        wanted = _marked_content(marked, draft)
        if ending is None or not wanted:
            continue
        for place in ending.places:
            given = letters(((draft.content[-1][0], passage.tokens[place].end),), marked.text)
            yield Place(tell_place(passage, draft, ending, place), bool(given) and max(given) == max(wanted))


def _marked_content(marked: Marked, draft: Draft) -> set[int]:
    """The letters of the marked content that a draft is of: a cue and some words in common; none where there is none."""
    cue = letters((draft.cue,), marked.text) if draft.cue else set()
    words = letters(tuple(draft.content), marked.text)
    for statement in marked.statements:
        content = letters(statement.marks["content"], marked.text)
        if cue & letters(statement.marks.get("cue", ()), marked.text) and content & words:
            return content
    return set()


def learn(places: list[Place]) -> Weighing:
    """Bias and weights with the least logistic loss plus ridge."""
    counts = Counter(name for place in places for name in place.told)
    names = sorted(name for name, count in counts.items() if count >= RAREST)
    column = {name: index for index, name in enumerate(names)}
    table = np.zeros((len(places), len(names) + 1))
    table[:, -1] = 1  # the bias
    for row, place in enumerate(places):
        table[row, [column[name] for name in place.told if name in column]] = 1
    right = np.array([place.right for place in places], dtype=np.float64)
    weights = np.zeros(len(names) + 1)
    for _ in range(STEPS):
        likely = 1 / (1 + np.exp(-table @ weights))
        slope = table.T @ (likely - right) + RIDGE * weights
        bend = (table * (likely * (1 - likely))[:, None]).T @ table + RIDGE * np.eye(len(weights))
        weights -= np.linalg.solve(bend, slope)
    return Weighing(float(weights[-1]), {name: float(weights[column[name]]) for name in names}, CARD)


def measure(read: list[tuple[Marked, Passage, list[Draft]]], weighing: Weighing | None) -> tuple[float, float]:
    """F1 of contents by half their letters, and of the same letters; without weights the rules' own ends stand."""
    right = exact = found = wanted = 0
    for marked, passage, drafts in read:
        ended = drafts if weighing is None else choose_ends(passage, drafts, weighing)
        given = [letters(tuple(draft.content), marked.text) for draft in ended]
        gold = [letters(statement.marks["content"], marked.text) for statement in marked.statements]
        pairs = match(gold, given)
        right, found, wanted = right + len(pairs), found + len(given), wanted + len(gold)
        exact += sum(gold[i] == given[j] for i, j in pairs.items())
    return f1(right, found, wanted), f1(exact, found, wanted)


if __name__ == "__main__":
    main()
