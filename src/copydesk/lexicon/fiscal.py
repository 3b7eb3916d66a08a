"""Fiscal years of states (world/fiscal_years.tsv): when they begin and which of their two calendar years names them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Literal

from copydesk.lexicon.tables import load_rows


@dataclass(frozen=True, slots=True, kw_only=True)
class FiscalRow:
    """Row of fiscal_years.tsv. begins: MM-DD; named_by: whether the year it begins or the one it ends in names it."""

    state: str
    begins: str
    named_by: Literal["begin", "end"]
    origin: str


class FiscalYears:
    """The fiscal years of the states in the table."""

    def __init__(self, folder: Path) -> None:
        self._rows = {row.state: row for row in load_rows(folder / "fiscal_years.tsv", FiscalRow)}

    def span(self, state: str | None, year: int, *, first: bool = False) -> tuple[date, date] | None:
        """First and last day of a state's fiscal year; None where the table does not know the state.

        first: `year` is the one it begins in ("2022-23"), whatever the state's habit.
        """
        row = self._rows.get(state or "")
        if row is None:
            return None
        month, day = (int(part) for part in row.begins.split("-"))
        begun = year if first or row.named_by == "begin" or row.begins == "01-01" else year - 1
        return date(begun, month, day), date(begun + 1, month, day) - timedelta(days=1)

    def year_of(self, state: str | None, day: date) -> int | None:
        """The name of the fiscal year that a day lies in; None where the table does not know the state."""
        years = (day.year - 1, day.year, day.year + 1)
        return next((year for year in years if (span := self.span(state, year)) and span[0] <= day <= span[1]), None)
