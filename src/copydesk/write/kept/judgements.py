"""Judgements and history of a ledger, a line each."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from copydesk.record.codec import write_json_lines
from copydesk.record.kept import Happening, Judgement


def write_judgements_table(judgements: Iterable[Judgement], undone: Collection[str], idle: Collection[str]) -> str:
    """A line each: when, who, what, why; undone: ids of those taken back; idle: of those that fit nothing now."""
    lines = [
        f"{one.happened_at[:16]}  {one.id}  {one.by}: {one.told}" + (f" ({one.why})" if one.why else "")
        + _state(one, undone, idle)
        for one in judgements
    ]
    return "\n".join(lines or ["no judgement yet"]) + "\n"


def write_judgements_json(judgements: Iterable[Judgement], undone: Collection[str], idle: Collection[str]) -> str:
    """JSON Lines: a row each, with its state: stands, idle, undone."""
    return write_json_lines(
        {"state": _state(one, undone, idle).strip(" []") or "stands", "judgement": one} for one in judgements
    )


def write_history_table(happenings: Iterable[Happening]) -> str:
    """A line each, numbered."""
    return "".join(
        f"{one.number:>6}  {one.recorded_at}  {one.what:<10}  {one.id}" + (f" -> {one.other}" if one.other else "")
        + (f"  {one.told}" if one.told else "") + "\n"
        for one in happenings
    )


def write_history_json(happenings: Iterable[Happening]) -> str:
    """JSON Lines: a row each."""
    return write_json_lines(happenings)


def _state(one: Judgement, undone: Collection[str], idle: Collection[str]) -> str:
    return " [undone]" if one.id in undone else " [fits nothing now]" if one.id in idle else ""
