"""How often what stories are built from changed, and up to which change they were built."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from sqlalchemy import Connection, select, update

from copydesk.store.schema import ledger

MOST = 500  # values in one condition; a database takes some thousands at most
_One = TypeVar("_One")


def count_change(connection: Connection) -> None:
    """Say that the stories must be built anew."""
    connection.execute(update(ledger).values(inputs=ledger.c.inputs + 1))


def read_counts(connection: Connection) -> tuple[int, int]:
    """(changes so far, changes up to which the stories were built)."""
    inputs, rebuilt = connection.execute(select(ledger.c.inputs, ledger.c.rebuilt)).one()
    return inputs, rebuilt


def count_rebuilt(connection: Connection, inputs: int) -> None:
    """Say that the stories are built from all changes up to this one."""
    connection.execute(update(ledger).values(rebuilt=inputs))


def split_up(values: Iterable[_One]) -> Iterator[Sequence[_One]]:
    """The values in portions that one condition can hold."""
    every = tuple(values)
    yield from (every[first : first + MOST] for first in range(0, len(every), MOST))
