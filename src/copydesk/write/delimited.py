"""Rows of text as CSV or TSV that every reader and no spreadsheet takes otherwise: constant width, no live formulas."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence

Cell = str | int | float | None
_NO_FORMULA = re.compile(r"-(?:[\d.\-; ]*|; .*)")  # bounds ("-12"), dashes ("---") and lists that begin with a gap ("-; FRA")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")  # how a cell begins that a spreadsheet would run


def write_delimited(rows: Iterable[Sequence[Cell]], *, header: Sequence[str], tabs: bool = False, headed: bool = True) -> str:
    """A header (unless told not to) and the rows; every row must be as wide as the header. None is an empty cell.

    tabs: tab-separated, without quoting: white space inside cells is evened. Raises ValueError at a row of another width.
    """
    out = io.StringIO()
    writer = csv.writer(out, delimiter="\t" if tabs else ",", lineterminator="\n", quoting=csv.QUOTE_MINIMAL)
    if tabs:
        writer = csv.writer(out, delimiter="\t", lineterminator="\n", quoting=csv.QUOTE_NONE, quotechar=None)
    if headed:
        writer.writerow(header)
    for row in rows:
        if len(row) != len(header):
            raise ValueError(f"a row of {len(row)} cells in a table of {len(header)} columns")
        writer.writerow([_cell(one, tabs) for one in row])
    return out.getvalue()


def _cell(value: Cell, tabs: bool) -> str:
    """The value as text, truth as "yes" and "no"; a ' before what a spreadsheet would run as a formula, as they ask for."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if not isinstance(value, str):
        return f"{value:.6g}" if isinstance(value, float) else str(value)
    text = " ".join(value.split()) if tabs else value
    return f"'{text}" if text.startswith(_FORMULA) and not _NO_FORMULA.fullmatch(text) else text
