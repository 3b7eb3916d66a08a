"""`copydesk timeline`: a story by the dates that its pages name."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from copydesk.cli.told import read_told, told_options, write_told
from copydesk.write import story as written


@click.command("timeline")
@told_options
@click.option("--csv", "form", flag_value="csv", help="CSV: an entry a row.")
@click.option("--json", "form", flag_value="json", help="JSON Lines: an entry a row, with its evidence.")
def command(form: str | None, output: Path | None, **told: Any) -> None:
    """Print what PATH... (files, folders, addresses, - or one story file) tell by the days that they name.

    An interval that no page narrows stays an interval; what lies after the day the story is seen from stands under "ahead".
    """
    forms = {"csv": written.write_timeline_csv, "json": written.write_timeline_json}
    write_told(read_told(**told), form, output, table=written.write_timeline_table, forms=forms)
