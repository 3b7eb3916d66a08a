"""What a passage with events can have wrong although it follows the format, and the counts of all passages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from copydesk.language.tokens import load_tokeniser
from corpus.event_marks import CATEGORIES, NONE, STATUSES, EventPassage, MarkedEvent
from corpus.passages import count_sentences, find_problems_of

_NEEDS_RECIPIENT = frozenset({"AID"})


def find_event_problems(passages: Iterable[EventPassage]) -> Iterator[str]:
    """Problems in words, each with the id of its passage."""
    return find_problems_of(passages, _find_in)


def count_event_passages(passages: tuple[EventPassage, ...]) -> str:
    """Sentences, events and passages; events by category and status, passages by construction, register and decade."""
    events = [event for passage in passages for event in passage.events]
    kinds = Counter((event.category, event.status) for event in events)
    totals = Counter(category for category, _ in kinds.elements())
    table = [
        f"    {category} {totals[category]}: "
        + ", ".join(f"{status} {kinds[category, status]}" for status in STATUSES if kinds[category, status])
        for category in sorted(CATEGORIES, key=lambda category: (-totals[category], category))
        if totals[category]
    ]
    rows = {
        "status": Counter(event.status for event in events),
        "stands": Counter("said" if event.said else "own" for event in events),
        "modes": Counter(mode for event in events for mode in event.modes),
        "constructions": Counter(passage.construction for passage in passages),
        "registers": Counter(passage.register for passage in passages),
        "decades": Counter(f"{passage.created[:3]}0s" for passage in passages),
    }
    total = f"{sum(map(count_sentences, passages))} sentences, {len(events)} events, {len(passages)} passages"
    lines = [f"  {row}: {', '.join(f'{name} {n}' for name, n in found.most_common())}" for row, found in rows.items()]
    return "\n".join([total, "  categories:", *table, *lines])


def _find_in(passage: EventPassage) -> Iterator[str]:
    if (passage.construction == NONE) != (not passage.events):
        yield f"{passage.construction} with {len(passage.events)} events"
    elif passage.construction != NONE and passage.construction.upper() not in {event.category for event in passage.events}:
        yield f"no event is of its construction, {passage.construction}"
    words = load_tokeniser().find_words(passage.text)
    starts, ends = {word.start for word in words}, {word.end for word in words}
    marked = [("neutral words", stretch) for stretch in passage.neutral]
    for event in passage.events:
        marked += [(f"{part} of {event.number}", stretch) for part, found in event.marks.items() for stretch in found]
        yield from (f"event {event.number}: {problem}" for problem in _find_values(event))
    for name, (begin, end) in marked:
        if begin not in starts or end not in ends:
            yield f"{name}: {passage.text[begin:end]!r} does not sit on whole words"


def _find_values(event: MarkedEvent) -> Iterator[str]:
    triggers = event.marks.get("trigger", ())
    if not 1 <= len(triggers) <= 2:
        yield f"{len(triggers)} triggers are marked"
    if not event.actors:
        yield "no actor is marked"
    if not event.recipients and event.category in _NEEDS_RECIPIENT:
        yield f"{event.category} without a recipient"
