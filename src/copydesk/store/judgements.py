"""What people judged: who, when, why; never changed and never deleted. An undo is a judgement too, and can be undone."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, insert, select

from copydesk.errors import BadOption
from copydesk.record.ids import derive_id
from copydesk.record.kept import Judgement
from copydesk.store.counting import count_change
from copydesk.store.history import note
from copydesk.store.schema import judgements

UNDO = "undo"


def keep_judgement(
    connection: Connection, *, kind: str, cells: Mapping[str, Any], told: str, by: str, why: str | None, happened_at: str,
    at: str, story_id: str | None = None, page_id: str | None = None, undoes: str | None = None, rebuild: bool = False,
) -> Judgement:
    """Write a judgement down. rebuild: whether stories hang on it. One that stands already, by the same name, is kept once."""
    same = (one for one in list_judgements(connection) if (one.kind, one.cells, one.by) == (kind, dict(cells), by))
    if (again := next(same, None)) is not None:
        return again
    number = len(list_judgements(connection, every=True))
    packed = json.dumps(dict(cells), ensure_ascii=False, sort_keys=True)
    one = derive_id("judgement", kind, packed, by, happened_at, undoes, number)
    connection.execute(insert(judgements).values(
        id=one, kind=kind, cells=packed, told=told, story_id=story_id, page_id=page_id, by=by, why=why,
        happened_at=happened_at, recorded_at=at, undoes=undoes,
    ))
    note(connection, "undone" if undoes else "judged", "judgement", undoes or one, at=at, other=story_id or page_id, told=told)
    if rebuild:
        count_change(connection)
    return Judgement(
        id=one, kind=kind, cells=dict(cells), told=told, story_id=story_id, page_id=page_id, by=by, why=why,
        happened_at=happened_at, recorded_at=at, undoes=undoes,
    )


def list_judgements(connection: Connection, *, every: bool = False) -> tuple[Judgement, ...]:
    """The judgements that stand, in the order they were written down; with `every` all, the undone and the undoing too."""
    found = [
        Judgement(**{**row._asdict(), "cells": json.loads(row.cells)})
        for row in connection.execute(select(*(c for c in judgements.c if c.name != "number")).order_by(judgements.c.number))
    ]
    if every:
        return tuple(found)
    undone = find_undone(found)
    return tuple(one for one in found if one.id not in undone and one.kind != UNDO)


def find_undone(found: Sequence[Judgement]) -> frozenset[str]:
    """Ids of those that an undo takes back which is not itself taken back. found: all, in the order of writing."""
    undone: set[str] = set()
    for one in reversed(found):
        if one.undoes is not None and one.id not in undone:
            undone.add(one.undoes)
    return frozenset(undone)


def find_judgement(connection: Connection, named: str) -> Judgement:
    """The judgement of that id, or the only one whose id begins so. Raises BadOption."""
    wanted = named if named.startswith("judgement:") else f"judgement:{named}"
    every = list_judgements(connection, every=True)
    fitting = [one for one in every if one.id.startswith(wanted) and len(wanted) > len("judgement:")]
    if len(fitting) != 1:
        raise BadOption(f"{named}: {'several judgements begin so' if fitting else 'no judgement has that id'}")
    return fitting[0]
