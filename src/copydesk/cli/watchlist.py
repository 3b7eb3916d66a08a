"""`copydesk watchlist`: what is expected by when, what came of it, and what is open."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from copydesk.cli.output import table_width, write_out
from copydesk.cli.told import read_told, told_options
from copydesk.write import story as written


@click.command("watchlist")
@told_options
@click.option("--csv", "form", flag_value="csv", help="CSV: a row each.")
@click.option("--json", "form", flag_value="json", help="JSON Lines: a row each, with its evidence.")
def command(form: str | None, output: Path | None, **told: Any) -> None:
    """Print what PATH... (files, folders, addresses, - or one story file) announce and leave open.

    Only a later page settles what was announced; a day that merely passed is told as such.
    """
    stories = read_told(**told)
    if form == "csv":
        write_out(written.write_watchlist_csv(stories), output)
    elif form == "json":
        write_out(written.write_watchlist_json(stories), output)
    else:
        write_out(written.write_watchlist_table(stories, width=table_width(output)), output)
