"""`copydesk compare`: which page tells what, where they part, who copied whom, who knows."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from copydesk.cli.output import table_width, write_out
from copydesk.cli.told import read_told, told_options
from copydesk.errors import BadOption
from copydesk.write import story as written


@click.command("compare")
@told_options
@click.option("--every", is_flag=True, help="Also claims that one page alone tells.")
@click.option("--csv", "form", flag_value="csv", help="CSV: the coverage matrix, a row a claim, a column a page.")
@click.option("--json", "form", flag_value="json", help="JSON Lines: claims with stances, conflicts, copies, origins.")
def command(every: bool, form: str | None, output: Path | None, **told: Any) -> None:
    """Print what the pages PATH... (files, folders, addresses, - or one story file) share: claims, conflicts, copies, origins.

    Copies and a page's own voice add no origin; "carried" counts outlets, "traced" the origins that are said to know.
    """
    stories = read_told(**told)
    if form == "csv":
        if len(stories) > 1:
            raise BadOption("--csv writes the matrix of one story; name it with --story instead of --all")
        write_out(written.write_comparison_csv(stories[0]), output)
    elif form == "json":
        write_out(written.write_comparison_json(stories), output)
    else:
        write_out(written.write_comparison_table(stories, every=every, width=table_width(output)), output)
