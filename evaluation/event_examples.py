"""`python -m evaluation.event_examples [CATEGORY...]`: rows of `en/events` whose own example does not code as they say.

A row is shown where a word of its example shows it, or another row of its category that asks for more.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator

from copydesk.events.matching import find_matches
from copydesk.language import Reader, load_reader
from copydesk.lexicon import load_world
from copydesk.lexicon.constructions import Construction
from copydesk.lexicon.plover import Plover
from copydesk.record import Span


def list_rows(plover: Plover) -> dict[str, Construction]:
    """One construction of each row by the row's name: those of several heads share their example."""
    return {one.row: one for rows in plover.constructions.values() for one in rows}


def list_unshown(rows: Iterable[Construction], reader: Reader, plover: Plover) -> Iterator[Construction]:
    """The rows that no word of their example shows."""
    for row in rows:
        text = row.example
        reading = reader.read(text, [Span(start=0, end=len(text))])[0]
        found = {match.construction.category for one in reading.sentences for match in find_matches(reading, one, plover)}
        if row.category not in found:
            yield row


def main() -> None:
    """Print each such row with its example, then how many of how many."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.event_examples", description=__doc__)
    parser.add_argument("categories", nargs="*", metavar="CATEGORY", help="only these")
    wanted = {name.upper() for name in parser.parse_args().categories}
    plover = load_world().plover
    rows = [row for row in list_rows(plover).values() if not wanted or row.category in wanted]
    unshown = list(list_unshown(rows, load_reader(), plover))
    print("\n".join(f"{row.row}: {row.example}" for row in unshown))
    print(f"{len(unshown)} of {len(rows)} rows are not shown by their example")


if __name__ == "__main__":
    main()
