"""`python -m evaluation.event_confidence [--sweep] [--gold FOLDER]`: how often codings are right, by confidence and by reason.

On the free passages of `corpus/events`: those that may be read, and the kept quarter. Right: the trigger meets a marked one
(events on neutral words are left aside) and the category is its. --sweep prints what lies at each sum of points. --gold
prints the bands on its `event_or_not` sentences too, where an event is right if its quad class is the sentence's: a
measure that no point was set by.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import copydesk
from copydesk.lexicon import load_world
from copydesk.lexicon.grading import Grading
from copydesk.record import Event
from copydesk.write.events.audit import find_interval
from corpus.event_marks import EventPassage, is_kept, read_events
from evaluation.events import CLASS_OF_QUAD
from evaluation.own_events import find_events, pair_events

REASON = "confidence"  # the rule of a trace step that names a reason


@dataclass(frozen=True, slots=True)
class Verdict:
    """One coded event of a passage. right: an event of its category is marked there."""

    kept: bool
    right: bool
    band: str
    reasons: tuple[str, ...]


def judge_passage(passage: EventPassage, found: Iterable[Event]) -> Iterator[Verdict]:
    """A verdict for each event found, but for those on neutral words."""
    pairs, _, false = pair_events(passage, list(found))
    for event, other in pairs:
        yield _verdict(passage, other, event.category == other.category)
    for other in false:
        yield _verdict(passage, other, right=False)


def _verdict(passage: EventPassage, event: Event, right: bool) -> Verdict:
    reasons = tuple(step.row or "" for step in event.trace if step.rule == REASON)
    return Verdict(is_kept(passage), right, event.confidence or "-", reasons)


def judge_gold(path: Path) -> Iterator[Verdict]:
    """A verdict for each event of the sentences of an event_or_not file; all of them count as kept."""
    plover = load_world().plover
    for line in path.read_text(encoding="utf-8").splitlines():
        text, _, wanted = line.rpartition("\t")
        row = {"id": "1", "text": text, "created": "2020-01-01"}
        for page in copydesk.read_pages(json.dumps(row).encode(), key="1.jsonl"):
            for event in (event for report in copydesk.read_report(page) for event in report.events):
                reasons = tuple(step.row or "" for step in event.trace if step.rule == REASON)
                yield Verdict(True, CLASS_OF_QUAD[plover.quad(event.category)] == wanted, event.confidence or "-", reasons)


def write_bands(verdicts: Iterable[Verdict], grading: Grading) -> Iterator[str]:
    """Right of found by band alone."""
    counts: Counter[tuple[str, bool, bool]] = Counter((one.band, True, one.right) for one in verdicts)
    yield from (f"{row.band:18}{_rate(counts, row.band, True)}" for row in grading.bands)


def write_table(verdicts: Iterable[Verdict], grading: Grading) -> Iterator[str]:
    """Right of found and precision with its 95 % interval, for each band and each reason: readable passages, kept ones."""
    counts: Counter[tuple[str, bool, bool]] = Counter()
    for one in verdicts:
        for name in (one.band, *one.reasons):
            counts[name, one.kept, one.right] += 1
    names = [(row.band, "") for row in grading.bands] + [(row.reason, f"{row.points:+d}") for row in grading.reasons]
    yield f"{'':18}{'points':>6}  {'readable passages':34}{'kept passages'}"
    for name, points in names:
        yield f"{name:18}{points:>6}  {_rate(counts, name, False):34}{_rate(counts, name, True)}"


def _rate(counts: Counter[tuple[str, bool, bool]], name: str, kept: bool) -> str:
    right, wrong = counts[name, kept, True], counts[name, kept, False]
    if not right + wrong:
        return "none found"
    low, high = find_interval(right, right + wrong)
    return f"{right:>4} of {right + wrong:<4} {right / (right + wrong):.3f} ({low:.2f} to {high:.2f})"


def is_falling(verdicts: Iterable[Verdict], grading: Grading) -> bool:
    """Whether a surer band is more often right than the next, on the readable and on the kept passages."""
    found: dict[tuple[bool, str], list[bool]] = {}
    for one in verdicts:
        found.setdefault((one.kept, one.band), []).append(one.right)
    rates = {key: sum(rights) / len(rights) for key, rights in found.items()}
    pairs = [(one.band, other.band) for one, other in pairwise(grading.bands)]
    return all(rates.get((kept, one), 1) > rates.get((kept, other), 0) for kept in (False, True) for one, other in pairs)


def write_sweep(verdicts: list[Verdict], grading: Grading) -> Iterator[str]:
    """Precision of the events of each sum of points on the readable passages: what the limits of the bands were set by."""
    yield "sum of points, readable passages"
    sums: Counter[tuple[int, bool]] = Counter((grading.count(one.reasons), one.right) for one in verdicts if not one.kept)
    for total in sorted({total for total, _ in sums}, reverse=True):
        right, wrong = sums[total, True], sums[total, False]
        yield f"{total:+4d}  {right:>4} of {right + wrong:<4} {right / (right + wrong):.3f}"


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.event_confidence", description=__doc__)
    parser.add_argument("--sweep", action="store_true", help="precision by sum of points too")
    parser.add_argument("--gold", type=Path, help="the folder of gold data")
    given = parser.parse_args()
    grading = load_world().grading
    verdicts = [one for passage in read_events() for one in judge_passage(passage, find_events(passage))]
    print("\n".join(write_table(verdicts, grading)))
    falls = is_falling(verdicts, grading)
    print(f"\nprecision falls from band to band: {'yes' if falls else 'NO'} (readable and kept passages, each by itself)\n")
    if given.sweep:
        print("\n".join(write_sweep(verdicts, grading)))
    for path in sorted((given.gold / "events").glob("event_or_not_*.tsv")) if given.gold else ():
        print("\n".join((f"\n{path.name}", *write_bands(judge_gold(path), grading))))


if __name__ == "__main__":
    main()
