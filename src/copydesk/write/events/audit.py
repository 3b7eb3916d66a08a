"""Checking coded events by hand: a seeded sample as a sheet with the sentence beside each row, and precision from it."""

from __future__ import annotations

import csv
import hashlib
import io
import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from copydesk.errors import BadOption
from copydesk.record import CodedEvent
from copydesk.write.columns import write_row
from copydesk.write.delimited import write_delimited
from copydesk.write.events.rows import row_of

SHOWN = (
    "event_id", "page", "line", "sentence", "clause", "trigger", "category", "modes", "status", "confidence", "actors",
    "recipients", "date", "place",
)
JUDGED = ("event_right", "modes_right", "status_right", "actors_right", "recipients_right", "date_right", "place_right")
COLUMNS = (*SHOWN, *JUDGED, "note")
YES, NO, OPEN = frozenset({"y", "yes", "1", "true", "x"}), frozenset({"n", "no", "0", "false"}), frozenset({"", "?", "-"})
Z = 1.959963984540054  # of a 95 % interval


def draw_sample(events: Sequence[CodedEvent], size: int, seed: int) -> tuple[CodedEvent, ...]:
    """`size` events (all, if fewer), each as likely as any other; the same for the same seed and events in any order."""
    ranked = sorted(events, key=lambda one: hashlib.sha256(f"{seed}:{one.id}".encode()).hexdigest())
    return tuple(ranked[:size])


def write_sheet(events: Iterable[CodedEvent]) -> str:
    """CSV to fill in: y, n, or nothing where it cannot be told, in the columns that end in `_right`."""
    return write_delimited((_row(one) for one in events), header=COLUMNS)


def _row(one: CodedEvent) -> list[str | int]:
    row, first = row_of(one), one.first
    text = first.page.text
    sentence = " ".join(text[first.sentence.start : first.sentence.end].split())
    line = text.count("\n", 0, first.sentence.start) + 1
    shown = (
        row.event_id, row.page, line, sentence, row.clause, row.trigger, row.category, row.modes, row.status,
        row.confidence, row.actors, row.recipients, f"{row.date} ({row.date_basis})" if row.date else "", row.place,
    )
    return [*shown, *("" for _ in JUDGED), ""]


@dataclass(frozen=True, slots=True, kw_only=True)
class Precision:
    """right of judged rows, and the 95 % interval by Wilson's score; low and high are None where nothing was judged."""

    what: str
    right: int
    judged: int
    low: float | None
    high: float | None


def read_sheet(text: str) -> tuple[Precision, ...]:
    """Precision of whole rows (every judged column right), of each column, and of `event_right` by category and confidence.

    Raises BadOption with the row where a verdict is none of y, n, ? or empty, or columns are missing.
    """
    rows = list(csv.DictReader(io.StringIO(text.lstrip("\ufeff")), delimiter=_find_delimiter(text)))
    lacking = [name for name in ("category", *JUDGED) if not rows or name not in rows[0]]
    if lacking:
        raise BadOption(f"the sheet has no rows or no column {', '.join(lacking)}: fill in one that `copydesk audit N` wrote")
    verdicts = [{name: _verdict(row[name], number, name) for name in JUDGED} for number, row in enumerate(rows, 2)]
    counts: dict[str, Counter[bool]] = {"whole rows": Counter()}
    for given in verdicts:
        told = [verdict for verdict in given.values() if verdict is not None]
        if told:
            counts["whole rows"][all(told)] += 1
        for name, verdict in given.items():
            counts.setdefault(name.removesuffix("_right"), Counter()).update([] if verdict is None else [verdict])
    for row, given in zip(rows, verdicts, strict=True):
        verdict = given["event_right"]
        for name in filter(None, (row["category"], row.get("confidence"))):
            counts.setdefault(name, Counter()).update([] if verdict is None else [verdict])
    return tuple(_precision(what, count) for what, count in counts.items())


def _find_delimiter(text: str) -> str:
    """What parts the cells: spreadsheets of some countries save with semicolons, some with tabs."""
    header = text.partition("\n")[0]
    return max(",;\t", key=header.count)


def _verdict(cell: str | None, number: int, name: str) -> bool | None:
    word = (cell or "").strip().lower()
    if word in YES:
        return True
    if word in NO:
        return False
    if word in OPEN:
        return None
    raise BadOption(f"row {number}, column {name}: {cell!r} is none of y, n, ? or nothing")


def _precision(what: str, count: Counter[bool]) -> Precision:
    right, judged = count[True], count[True] + count[False]
    low, high = find_interval(right, judged) if judged else (None, None)
    return Precision(what=what, right=right, judged=judged, low=low, high=high)


def find_interval(right: int, judged: int) -> tuple[float, float]:
    """The 95 % interval of a share by Wilson's score (1927)."""
    share = right / judged
    middle = (share + Z * Z / (2 * judged)) / (1 + Z * Z / judged)
    half = Z / (1 + Z * Z / judged) * math.sqrt(share * (1 - share) / judged + Z * Z / (4 * judged * judged))
    return max(0.0, middle - half), min(1.0, middle + half)


def write_precision(found: Sequence[Precision]) -> str:
    """A table: what was judged, right of judged, precision and its 95 % interval."""
    return "\n".join(_precisions(found)) + "\n"


def _precisions(found: Sequence[Precision]) -> Iterator[str]:
    widths = (14, 11, 9, 15)
    yield write_row(("judged", "right", "precision", "95 % interval"), widths)
    for one in found:
        share = f"{one.right / one.judged:.3f}" if one.judged else "–"
        interval = f"{one.low:.3f} to {one.high:.3f}" if one.low is not None else "nothing judged"
        yield write_row((one.what, f"{one.right} of {one.judged}", share, interval), widths)
