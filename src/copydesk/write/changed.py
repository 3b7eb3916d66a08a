"""What changed since an earlier edition: by kind, the first of each before the brief, the rest after it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

SINCE = "Since the earlier edition"
UNCHANGED = "Nothing changed since the earlier edition."
SHOWN = 3  # changes of one kind that stand before the brief
CHANGES = {
    "changed_number": "Changed number", "settled_expectation": "Settled", "answered_question": "Answered",
    "changed_standing": "Changed standing", "new_claim": "New", "new_origin": "New origin",
    "new_expectation": "Newly announced", "gone_claim": "No longer told", "new_article": "New page",
    "changed_article": "Page changed", "gone_article": "Page gone",
}


class Changed(Protocol):
    """One thing that changed since an earlier edition; before, after: what differs, None where absent."""

    @property
    def kind(self) -> str: ...  # noqa: D102
    @property
    def gist(self) -> str: ...  # noqa: D102
    @property
    def before(self) -> str | None: ...  # noqa: D102
    @property
    def after(self) -> str | None: ...  # noqa: D102


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeGroup:
    """The changes of one kind. told: those that stand before the brief; rest: those that follow after its end."""

    title: str
    told: tuple[str, ...]
    rest: tuple[str, ...]

    @property
    def more(self) -> str:
        """"and 4 more, at the end", "" where all are told."""
        return f"and {len(self.rest)} more, at the end" if self.rest else ""


def group_changes(changes: Sequence[Changed]) -> tuple[ChangeGroup, ...]:
    """The changes by kind, in the order of CHANGES; every wording once."""
    groups: dict[str, dict[str, None]] = defaultdict(dict)
    for change in changes:
        groups[change.kind][_word_change(change)] = None
    order = list(CHANGES)
    kinds = sorted(groups, key=lambda kind: (order.index(kind) if kind in order else len(order), kind))
    return tuple(
        ChangeGroup(
            title=CHANGES.get(kind, kind.replace("_", " ").capitalize()), told=tuple(groups[kind])[:SHOWN],
            rest=tuple(groups[kind])[SHOWN:],
        )
        for kind in kinds
    )


def _word_change(change: Changed) -> str:
    told = " ".join(change.gist.split())
    if change.before and change.after and change.kind.startswith(("changed", "settled")):
        return f"{told} ({change.before.replace('_', ' ')} → {change.after.replace('_', ' ')})"
    return told
