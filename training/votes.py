"""`python -m training.votes`: what each vote of the tables on the kind of a name is worth on our development sentences.

The reader finds the names once; then each row of `lexicon/en/name_votes.tsv` in turn takes each of `STEPS` as its weight while
the others stay. Prints how many names come out right for each, and the best weight. The table itself is set by hand.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from copydesk.language.kinds import Candidate, settle_kinds
from copydesk.language.reader import Reader
from copydesk.lexicon.tables import load_rows
from copydesk.lexicon.votes import Vote, Votes
from copydesk.lexicon.world import load_world
from copydesk.record import Name
from evaluation.own_news import NameSpan, list_lines, list_paragraphs, list_parts

STEPS = (0.0, 0.5, 1.0, 2.0, 3.0, 4.0, 6.0)


@dataclass(slots=True)
class Found:
    """The names of one paragraph as the model has them, and the gold ones."""

    names: Sequence[Name]
    candidates: Sequence[Candidate]
    gold: set[NameSpan]


class RecordingReader(Reader):
    """The reader, keeping what it says of each name before the tables vote."""

    def settle(self, names: Sequence[Name], candidates: Sequence[Candidate]) -> Sequence[Name]:
        """Keep, and go on."""
        self.recorded = (names, candidates)
        return super().settle(names, candidates)


def main() -> None:
    """Print a line a row."""
    reader = RecordingReader()
    paragraphs = []
    for text, gold in list_paragraphs(list_parts()["own_dev"]):
        reader.read(text, list_lines(text))
        paragraphs.append(Found(*reader.recorded, gold))
    world = load_world()
    rows = load_rows(world.english / "name_votes.tsv", Vote)
    print(f"as they are: {count_right(paragraphs, reader, Votes(world.name_book, rows))} right")
    for place, row in enumerate(rows):
        tried = [(*rows[:place], replace(row, weight=step), *rows[place + 1 :]) for step in STEPS]
        right = [count_right(paragraphs, reader, Votes(world.name_book, each)) for each in tried]
        shown = ", ".join(f"{step:g}: {count}" for step, count in zip(STEPS, right, strict=True))
        print(f"{row.known} ({row.weight:g}): best {STEPS[right.index(max(right))]:g} of {shown}")


def count_right(paragraphs: Sequence[Found], reader: Reader, votes: Votes) -> int:
    """Names with the right place and kind."""
    right = 0
    for found in paragraphs:
        kinds = settle_kinds(found.candidates, reader.kinds, votes)
        right += sum(
            (name.start, name.end, kind) in found.gold for name, kind in zip(found.names, kinds, strict=True)
        )
    return right


if __name__ == "__main__":
    main()
