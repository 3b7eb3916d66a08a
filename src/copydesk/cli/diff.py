"""`copydesk diff`: what a newer edition of a story has otherwise than an older one."""

from __future__ import annotations

from pathlib import Path

import click

from copydesk.cli.output import FILE, table_width, write_out
from copydesk.cli.told import load_story
from copydesk.run import compare_editions
from copydesk.write import story as written


@click.command("diff")
@click.argument("old", type=FILE)
@click.argument("new", type=FILE)
@click.option("--json", "as_json", is_flag=True, help="JSON Lines: a row a change, none where nothing changed.")
@click.option("-o", "--output", type=FILE, help="Write to this file.")
def command(old: Path, new: Path, as_json: bool, output: Path | None) -> None:
    """Print what NEW.json has otherwise than OLD.json: pages, claims, origins, numbers, standings, what was settled.

    Both are story files that `copydesk brief --json` wrote; nothing else is needed.
    """
    before, after = load_story(old), load_story(new)
    changes = compare_editions(old=before, new=after)
    if not as_json:
        write_out(written.write_difference_table(before, after, changes, width=table_width(output)), output)
    elif changes or output is not None:
        write_out(written.write_difference_json(after, changes), output)
