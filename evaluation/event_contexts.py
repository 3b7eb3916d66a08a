"""`python -m evaluation.event_contexts [--failures]`: the contexts of events on own labelled sentences (`own/contexts.tsv`).

A line goes through the public functions as an article of one paragraph; its event is the one whose trigger is named. Printed:
F1 over all contexts, and its mean over contexts, on the half that may be read and on the half that nobody reads (by hash of
the text), and how many events were not found. --failures lists those of the readable half.
"""

from __future__ import annotations

import argparse
import csv
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import copydesk
from copydesk.record import Event
from evaluation.exam import f1

SENTENCES = Path(__file__).parent / "own" / "contexts.tsv"
NONE = "-"


@dataclass(frozen=True, slots=True)
class LabelledSentence:
    """A paragraph, the word that names the event, and its contexts."""

    contexts: frozenset[str]
    trigger: str
    text: str

    @property
    def is_unread(self) -> bool:
        """Whether it belongs to the half that nobody reads."""
        return sha256(self.text.encode()).hexdigest()[0] in "01234567"


@dataclass(frozen=True, slots=True)
class Answer:
    """What was found for a sentence: None where no event has its trigger."""

    sentence: LabelledSentence
    found: frozenset[str] | None


def read_sentences(path: Path = SENTENCES) -> tuple[LabelledSentence, ...]:
    """The labelled sentences."""
    lines = [line for line in path.read_text(encoding="utf-8").split("\n") if line and not line.startswith("#")]
    rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
    return tuple(
        LabelledSentence(frozenset(row["contexts"].split()) - {NONE}, row["trigger"], row["text"]) for row in rows
    )


def answer(sentence: LabelledSentence) -> Answer:
    """The contexts of the event whose trigger is the sentence's last word of that form, with or without its ending."""
    row = {"id": "1", "text": sentence.text, "created": "2024-03-05"}
    pages = copydesk.read_pages(json.dumps(row).encode(), key="1.jsonl")
    events = [event for page in pages for report in copydesk.read_report(page) for event in report.events]
    place = sentence.text.rfind(sentence.trigger)
    told = next((event for event in events if event.trigger.start <= place < event.trigger.end), None) or _only(events)
    return Answer(sentence, None if told is None else frozenset(told.contexts))


def _only(events: Sequence[Event]) -> Event | None:
    return events[0] if len(events) == 1 else None


def measure(answers: Sequence[Answer]) -> dict[str, float]:
    """F1 over all contexts and its mean over contexts; false contexts for each sentence without any; events not found."""
    counts: Counter[tuple[str, str]] = Counter()
    told = [(one.sentence.contexts, one.found) for one in answers if one.found is not None]
    for wanted, found in told:
        counts.update(("right", each) for each in wanted & found)
        counts.update(("found", each) for each in found)
        counts.update(("wanted", each) for each in wanted)
    names = {name for kind, name in counts if kind == "wanted"}
    sums = {kind: sum(count for (one, _), count in counts.items() if one == kind) for kind in ("right", "found", "wanted")}
    rates = [f1(counts["right", name], counts["found", name], counts["wanted", name]) for name in names]
    empty = [found for wanted, found in told if not wanted]
    return {
        "f1": f1(sums["right"], sums["found"], sums["wanted"]), "macro_f1": sum(rates) / max(len(rates), 1),
        "precision": sums["right"] / max(sums["found"], 1), "recall": sums["right"] / max(sums["wanted"], 1),
        "false_where_none": sum(len(found) for found in empty) / max(len(empty), 1), "no_event": len(answers) - len(told),
    }


def list_failures(answers: Sequence[Answer]) -> Iterator[str]:
    """What the readable half gave wrongly."""
    for one in answers:
        if one.sentence.is_unread or one.found == one.sentence.contexts:
            continue
        if one.found is None:
            yield f"no event        {one.sentence.text}"
        else:
            lacking = " ".join(sorted(one.sentence.contexts - one.found)) or NONE
            extra = " ".join(sorted(one.found - one.sentence.contexts)) or NONE
            yield f"lacks {lacking}, has too much {extra}: {one.sentence.text}"


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.event_contexts", description=__doc__)
    parser.add_argument("--failures", action="store_true", help="list what failed in the readable half")
    given = parser.parse_args()
    answers = [answer(sentence) for sentence in read_sentences()]
    if given.failures:
        print("\n".join(list_failures(answers)))
    for name, half in (("readable", False), ("unread", True)):
        part = [one for one in answers if one.sentence.is_unread is half]
        print(f"{name:9}{len(part):4} sentences  " + "  ".join(f"{key} {value:.3f}" for key, value in measure(part).items()))


if __name__ == "__main__":
    main()
