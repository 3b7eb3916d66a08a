"""What a table in another project's columns cannot hold: told with every such table, never silently."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from copydesk.write.columns import widest, write_row


@dataclass(frozen=True, slots=True, kw_only=True)
class Loss:
    """Something of ours without a column there, or rows left out. count: events it touches."""

    what: str
    why: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A table in one text and what it lost. rows: how many it holds; of: how many events were given."""

    text: str
    rows: int
    of: int
    losses: tuple[Loss, ...]


def count_losses(found: Iterable[tuple[str, str]]) -> tuple[Loss, ...]:
    """Losses from (what, why) once for each event touched, the commonest first."""
    counts = Counter(found)
    return tuple(
        Loss(what=what, why=why, count=count)
        for (what, why), count in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    )


def write_losses(sheet: Sheet) -> Iterator[str]:
    """The lines a reader is told beside a table: how many rows, and a row for each loss."""
    yield f"{sheet.rows} rows of {sheet.of} events"
    width = widest((loss.what for loss in sheet.losses), most=40)
    for loss in sheet.losses:
        yield write_row((str(loss.count).rjust(6), loss.what, loss.why), (6, width, 100))
