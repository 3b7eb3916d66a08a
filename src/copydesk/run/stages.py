"""The one visible line of stages: what each reads and writes, in order, checked before the first page is read."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from copydesk.attribute import find_predicates, find_statements
from copydesk.errors import BadStageTable
from copydesk.events import code_events
from copydesk.language import find_reading
from copydesk.resolve import find_quantities, find_times, resolve_mentions, settle_created

GIVEN = ("page", "layout", "article", "world", "reader")  # what every article starts with


@dataclass(frozen=True, slots=True)
class Stage:
    """One stage: a plain function from records to records, called with `reads` by name; returns `writes` in order.

    A stage that writes one record returns it bare; `refusals` are added to those of earlier stages, all else replaces.
    """

    name: str
    function: Callable[..., Any]
    reads: tuple[str, ...]
    writes: tuple[str, ...]


STAGES = (
    Stage("reading", find_reading, ("page", "article", "reader"), ("reading", "refusals")),
    Stage("created", settle_created, ("page", "layout", "article", "world"), ("article", "refusals")),
    Stage("times", find_times, ("page", "article", "reading", "world"), ("times", "refusals")),
    Stage("quantities", find_quantities, ("page", "article", "reading", "times", "world"), ("quantities",)),
    Stage(
        "mentions", resolve_mentions, ("page", "article", "reading", "times", "world"),
        ("entities", "mentions", "places", "refusals"),
    ),
    Stage(
        "statements", find_statements,
        ("page", "article", "reading", "times", "entities", "mentions", "places", "world"),
        ("statements", "questions", "refusals"),
    ),
    Stage("predicates", find_predicates, ("page", "article", "reading", "statements", "world"), ("predicates",)),
    Stage(
        "events", code_events,
        ("page", "article", "reading", "times", "quantities", "entities", "mentions", "places", "statements",
         "predicates", "world"),
        ("events", "refusals"),
    ),
)


def check_table(stages: Iterable[Stage], given: Iterable[str] = GIVEN) -> None:
    """Raise BadStageTable where a stage reads what neither is given nor written before it."""
    known = set(given)
    for stage in stages:
        missing = [name for name in stage.reads if name not in known]
        if missing:
            raise BadStageTable(f"stage {stage.name} reads {', '.join(missing)}, which no earlier stage writes")
        known.update(stage.writes)


def run_stages(state: dict[str, Any], stages: Iterable[Stage] = STAGES) -> dict[str, Any]:
    """The state after the given stages; `state` itself is not changed."""
    state = dict(state)
    for stage in stages:
        result = stage.function(**{name: state[name] for name in stage.reads})
        written = result if len(stage.writes) > 1 else (result,)
        for name, record in zip(stage.writes, written, strict=True):
            state[name] = (*state.get(name, ()), *record) if name == "refusals" else record
    return state
