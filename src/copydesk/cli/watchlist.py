"""`copydesk watchlist`: what is expected by when, what came of it, and what is open."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from copydesk.cli.told import read_told, told_options, write_told
from copydesk.write import story as written


@click.command("watchlist")
@told_options
@click.option("--csv", "form", flag_value="csv", help="CSV: a row each.")
@click.option("--json", "form", flag_value="json", help="JSON Lines: a row each, with its evidence.")
def command(form: str | None, output: Path | None, **told: Any) -> None:
    """Print what PATH... (files, folders, addresses, - or one story file) announce and leave open.

    Only a later page settles what was announced; a day that merely passed is told as such.
    """
    forms = {"csv": written.write_watchlist_csv, "json": written.write_watchlist_json}
    write_told(read_told(**told), form, output, table=written.write_watchlist_table, forms=forms)
