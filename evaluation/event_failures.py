"""`python -m evaluation.event_failures [CONSTRUCTION...] [--table]`: our own passages of events, and what failed in them.

Of the free passages of `corpus/events` that are not kept for `own-events`. --table prints the figures alone.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence

from copydesk.record import Event, Span
from copydesk.record.event import Participant
from corpus.event_marks import CONSTRUCTIONS, EventPassage, MarkedEvent, is_kept, read_events
from corpus.passages import Stretches
from evaluation.own_events import find_events, measure, pair_events

UNKNOWN = "-"


def list_failures(passage: EventPassage, found: Sequence[Event]) -> Iterator[tuple[str, str]]:
    """What went wrong in a passage: its kind, and the words; missed, too much, wrong category, status or slot."""
    pairs, missed, false = pair_events(passage, found)
    for event in missed:
        yield "missed", f"{event.category} {event.status}: {_words(passage, event.marks['trigger'])}"
    for other in false:
        yield "too much", f"{other.category} {other.status}: {_told(passage, [other.trigger])} ({_last_rule(other)})"
    for event, other in pairs:
        yield from _compare(passage, event, other)


def _compare(passage: EventPassage, event: MarkedEvent, other: Event) -> Iterator[tuple[str, str]]:
    trigger = _words(passage, event.marks["trigger"])
    for name, told, wanted in (
        ("category", other.category, event.category),
        ("status", other.status, event.status),
        ("stands", "own" if other.statement_id is None else "said", "said" if event.said else "own"),
    ):
        if told != wanted:
            yield name, f"{trigger}: {told} | wanted {wanted}"
    if event.category == other.category and set(event.modes) != set(other.modes):
        yield "modes", f"{trigger}: {' '.join(other.modes) or UNKNOWN} | wanted {' '.join(event.modes) or UNKNOWN}"
    slots = {
        "actor": _spans(other.actors),
        "recipient": _spans(other.recipients),
        "place": [other.place.span] if other.place else [],
        "date": [other.date.span] if other.date else [],
    }
    for part, spans in slots.items():
        marks = event.marks.get(part, ())
        if not _agree(marks, spans):
            yield part, f"{trigger}: {_told(passage, spans)} | wanted {_words(passage, marks) or UNKNOWN}"


def _agree(marks: Stretches, spans: Sequence[Span]) -> bool:
    """Whether each mark meets a span and each span a mark."""
    meets = [[begin < span.end and span.start < end for span in spans] for begin, end in marks]
    return all(map(any, meets)) and all(any(row[i] for row in meets) for i in range(len(spans)))


def _spans(parties: Sequence[Participant]) -> list[Span]:
    return [party.span for party in parties if party.span is not None]


def _words(passage: EventPassage, stretches: Stretches) -> str:
    return " … ".join(passage.text[begin:end] for begin, end in stretches)


def _told(passage: EventPassage, spans: Sequence[Span]) -> str:
    return _words(passage, tuple((span.start, span.end) for span in spans)) or UNKNOWN


def _last_rule(event: Event) -> str:
    return " ".join(step.rule for step in event.trace[:1])


def main() -> None:
    """Print each failure with its passage, then how many there are of each kind, and the figures."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.event_failures", description=__doc__)
    parser.add_argument("constructions", nargs="*", metavar="CONSTRUCTION", help="only these")
    parser.add_argument("--table", action="store_true", help="the figures alone")
    given = parser.parse_args()
    wanted = set(given.constructions or CONSTRUCTIONS)
    readable = [passage for passage in read_events() if not is_kept(passage) and passage.construction in wanted]
    judged = [(passage, find_events(passage)) for passage in readable]
    kinds: Counter[str] = Counter()
    for passage, found in judged:
        failures = list(list_failures(passage, found))
        kinds.update(kind for kind, _ in failures)
        if failures and not given.table:
            print(f"{passage.id} ({passage.construction}): {passage.text}")
            print("".join(f"    {kind}: {told}\n" for kind, told in failures))
    print(", ".join(f"{kind} {count}" for kind, count in kinds.most_common()))
    print("\n".join(f"{name:20}{value:.3f}" for name, value in measure(judged).items()))


if __name__ == "__main__":
    main()
