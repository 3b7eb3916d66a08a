"""Everything that happened to a ledger, in order: what a follower asks for since it last looked."""

from __future__ import annotations

from typing import Literal

from sqlalchemy import Connection, func, insert, or_, select

from copydesk.record.kept import Happening
from copydesk.store.schema import history

What = Literal[
    "added", "changed", "superseded", "returned", "opened", "edition", "merged", "split", "ended", "judged", "undone",
]
Kind = Literal["capture", "page", "article", "story", "judgement"]


def note(
    connection: Connection, what: What, kind: Kind, one: str, *, at: str, other: str | None = None, told: str | None = None,
) -> None:
    """Write down what happened."""
    connection.execute(insert(history).values(recorded_at=at, what=what, kind=kind, id=one, other=other, told=told))


def list_changes(connection: Connection, *, since: int | str = 0, of: str | None = None) -> tuple[Happening, ...]:
    """What happened after a number, or from a time on (ISO 8601 prefix), oldest first. of: only to this record."""
    after = history.c.number > since if isinstance(since, int) else history.c.recorded_at >= since
    found = select(history).where(after).order_by(history.c.number)
    if of is not None:
        found = found.where(or_(history.c.id == of, history.c.other == of))
    return tuple(Happening(**row._asdict()) for row in connection.execute(found))


def last_number(connection: Connection) -> int:
    """The number of the last thing that happened, 0 where nothing has."""
    return int(connection.execute(select(func.coalesce(func.max(history.c.number), 0))).scalar_one())
