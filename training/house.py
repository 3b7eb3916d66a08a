"""What a public name label means in our own scheme, made as narrow as the name's own words allow.

The result is written as a set: "B:place|facility" says that a name of one of these kinds begins here, "O:-" that none
does, "O:-|event" that an event's name may.
"""

from __future__ import annotations

import csv
from functools import lru_cache
from pathlib import Path

from training.examples import Example
from training.schemes import ALLOWED, UNKNOWN

TABLE = Path(__file__).with_name("refinements.tsv")
ORDER = ("uner", "crossner", "wikigold", "wnut17", "gum")  # which scheme teaches where a sentence has several
PLACES = frozenset({"place", "state", "facility"})


@lru_cache(maxsize=1)
def load_refinements() -> dict[tuple[str, str], str]:
    """("whole" or "last", words) -> our kind."""
    with TABLE.open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader((line for line in lines if not line.startswith("#")), delimiter="\t")
        return {(row["part"], row["words"].lower()): row["kind"] for row in rows}


def find_house_labels(example: Example) -> list[str]:
    """The written set of each word; UNKNOWN where nobody said."""
    scheme = next(each for each in ORDER if each in example.names)
    labels = example.names[scheme]
    written = [f"O:{'|'.join(ALLOWED[scheme]['O'])}" if label == "O" else label for label in labels]
    for first, last, label in find_spans(labels):
        kinds = narrow_kinds(example.words[first:last], ALLOWED[scheme][label], example.fine[first:last])
        for index in range(first, last):
            written[index] = f"{'I' if index > first else 'B'}:{'|'.join(kinds)}"
    return [UNKNOWN if label == UNKNOWN else mark for label, mark in zip(labels, written, strict=True)]


def narrow_kinds(words: list[str], allowed: tuple[str, ...], fine: list[str]) -> tuple[str, ...]:
    """The kinds that a name of these words can be, of those allowed."""
    kept = [word for word in words if word.lower() != "the"] or words
    table = load_refinements()
    kind = table.get(("whole", " ".join(kept).lower())) or table.get(("last", kept[-1].lower()))
    if kind in allowed:
        return (kind,)
    if PLACES & set(allowed):
        rest = tuple(each for each in allowed if each not in PLACES - {"place"})
        return rest if "place" in rest else allowed
    if "outlet" in allowed and "organisation" in allowed:
        return tuple(each for each in allowed if each != "outlet")
    if "group" in allowed and len(words) == 1 and is_people(words[0], fine):
        return ("group",)
    return allowed


def is_people(word: str, fine: list[str]) -> bool:
    """Whether one word names a people, a faith or their language: by its tag or its ending."""
    if fine:
        return fine[0] in ("JJ", "NNPS")
    return word.lower().rstrip("s").endswith(("ian", "ean", "ese", "ish", "can", "raqi", "aeli", "mani", "lim", "rab"))


def find_spans(labels: list[str]) -> list[tuple[int, int, str]]:
    """(first, after the last, label) of the names in a row of BIO labels."""
    spans: list[tuple[int, int, str]] = []
    for index, label in enumerate(labels):
        if label.startswith("B-"):
            spans.append((index, index + 1, label[2:]))
        elif label.startswith("I-") and spans and spans[-1][1] == index:
            spans[-1] = (spans[-1][0], index + 1, spans[-1][2])
    return spans
