"""`copydesk timeline`: a story by the dates that its pages name."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from copydesk.cli.output import table_width, write_out
from copydesk.cli.told import read_told, told_options
from copydesk.write import story as written


@click.command("timeline")
@told_options
@click.option("--csv", "form", flag_value="csv", help="CSV: an entry a row.")
@click.option("--json", "form", flag_value="json", help="JSON Lines: an entry a row, with its evidence.")
def command(form: str | None, output: Path | None, **told: Any) -> None:
    """Print what PATH... (files, folders, addresses, - or one story file) tell by the days that they name.

    An interval that no page narrows stays an interval; what lies after the day the story is seen from stands under "ahead".
    """
    stories = read_told(**told)
    if form == "csv":
        write_out(written.write_timeline_csv(stories), output)
    elif form == "json":
        write_out(written.write_timeline_json(stories), output)
    else:
        write_out(written.write_timeline_table(stories, width=table_width(output)), output)
