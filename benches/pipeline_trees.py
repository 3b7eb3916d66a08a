"""Trees of a user's spaCy pipeline as copydesk reads them, against UD gold: `python -m benches.pipeline_trees NAME [GOLD]`.

From raw text on the development parts, as the exam `trees` counts. Says how much a pipeline's own mistakes and the turning of
its labels cost together; our own reader's figures for the same are in docs/steps/language.md.
"""

from __future__ import annotations

import sys
from pathlib import Path

from copydesk.language import choose_reader
from copydesk.lexicon import load_world
from copydesk.record import Span
from evaluation.conllu import read_paragraphs
from evaluation.exam import f1
from evaluation.trees import Tally, count_raw


def main() -> None:
    """Print one line a treebank."""
    reader = choose_reader(f"spacy:{sys.argv[1]}", load_world())
    gold = Path(sys.argv[2] if len(sys.argv) > 2 else "../shared/gold")
    for path in sorted(gold.glob("reader/*/*dev.conllu.gz")):
        tally = Tally()
        for paragraph in read_paragraphs(path):
            reading, _ = reader.read(paragraph.text, [Span(start=0, end=len(paragraph.text))])
            count_raw(tally, paragraph, reading)
        print(path.name, *(f"{name} {f1(*counts):.3f}" for name, counts in tally.raw.items()))


if __name__ == "__main__":
    main()
