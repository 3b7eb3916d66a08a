"""Statements as `copydesk quotes` gives them: each with its page and speaker, and why it was chosen."""

from __future__ import annotations

from dataclasses import dataclass

from copydesk.record.entity import Entity
from copydesk.record.report import Report
from copydesk.record.statement import Statement


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """One statement of a report. speaker: the fullest record that its story holds of who said it, None where nobody
    is known; fits: why it was chosen, "" where nobody was asked for.
    """

    report: Report
    statement: Statement
    speaker: Entity | None
    fits: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fit:
    """Somebody whom a name that was asked for fits: the name on the pages and how it fits."""

    name: str
    how: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotes:
    """What was chosen of some reports' statements. total: how many they hold; by, about: whom the names asked for fit."""

    chosen: tuple[Quote, ...]
    total: int
    by: tuple[Fit, ...]
    about: tuple[Fit, ...]
