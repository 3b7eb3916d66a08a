"""`copydesk when`: every expression of time resolved, and how each creation day was settled."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from copydesk.cli.options import read_settled, story_options
from copydesk.cli.output import table_width, write_out
from copydesk.write import write_times_json, write_times_table


@click.command("when")
@story_options
@click.option("--json", "as_json", is_flag=True, help="JSON Lines: a row an article's creation day, a row an expression.")
def command(as_json: bool, reader: str | None, corrections: Path | None, output: Path | None, **pages: Any) -> None:
    """Print every time said on PATH... (files, folders, - or addresses), what it was resolved to, and why.

    Also how each article's creation day was settled: its basis, the other candidates, and what was refused.
    """
    reports = read_settled(reader=reader, corrections=corrections, **pages).reports
    write_out(write_times_json(reports) if as_json else write_times_table(reports, width=table_width(output)), output)
