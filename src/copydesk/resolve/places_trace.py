"""Why a name was placed where it was: how it was found, what spoke for the place, which came second, what lies around it."""

from __future__ import annotations

from copydesk.record import Trace, TraceStep
from copydesk.resolve.cast import STAGE
from copydesk.resolve.ranking import Choice

_TELLING = 3  # features told of a choice, the strongest first


def trace_place(rule: str, choice: Choice | None, container: str) -> Trace:
    """The steps to a place: how its name was found, with the gazetteer's row, then these where they hold.

    "chosen by people 6.4, inside 8.5" (the strongest features), "before NAME, AREA, COUNTRY (12.1 to 9.8)" with that
    candidate's row, and "container: NAME" for the area named right after it.
    """
    steps = [TraceStep(stage=STAGE, rule=rule, row=f"places.bin:{choice.row.row}" if choice else None)]
    if choice and choice.rival:
        rival = choice.rival.row
        name = ", ".join(part for part in (rival.name, rival.admin1, rival.country) if part)
        steps.append(TraceStep(stage=STAGE, rule=f"chosen by {_strongest(choice)}"))
        scores = f"{choice.score:.1f} to {choice.rival.score:.1f}"
        steps.append(TraceStep(stage=STAGE, rule=f"before {name} ({scores})", row=f"places.bin:{rival.row}"))
    if container:
        steps.append(TraceStep(stage=STAGE, rule=f"container: {container}"))
    return tuple(steps)


def _strongest(choice: Choice) -> str:
    """The features that part the place most from the one that came second, the strongest first."""
    rival = choice.rival.parts if choice.rival else {}
    ahead = {name: part - rival.get(name, 0.0) for name, part in choice.parts.items() if part > rival.get(name, 0.0)}
    best = sorted(ahead, key=lambda name: -ahead[name])[:_TELLING]
    return ", ".join(f"{name} +{ahead[name]:.1f}" for name in best) or "its place in the gazetteer"
