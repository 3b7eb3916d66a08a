"""`copydesk who`: whom the pages speak of, with every mention and why."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from copydesk.cli.options import read_settled, story_options
from copydesk.cli.output import table_width, write_out
from copydesk.run import build_casts, load_desk
from copydesk.write import write_cast_json, write_cast_table


@click.command("who")
@story_options
@click.option("--json", "as_json", is_flag=True, help="JSON Lines: a row an entity of a story, with its mentions.")
def command(as_json: bool, reader: str | None, corrections: Path | None, output: Path | None, **pages: Any) -> None:
    """Print whom PATH... (files, folders, - or addresses) speak of, story by story: names, roles, mentions and why.

    Joins that somebody may see otherwise are told, with the row of a corrections file that undoes each.
    """
    reports = read_settled(reader=reader, corrections=corrections, **pages).reports
    casts = build_casts(reports, load_desk(reader=reader))
    if as_json:
        write_out(write_cast_json(casts, reports), output)
    else:
        write_out(write_cast_table(casts, reports, width=table_width(output)), output)
