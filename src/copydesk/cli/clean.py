"""`copydesk clean`: each block of a page with its role."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from copydesk.cli.options import page_options, read_intakes
from copydesk.cli.output import write_out
from copydesk.run import find_blocks, find_places, load_world
from copydesk.write import write_blocks


@click.command("clean")
@page_options
@click.option("--why", is_flag=True, help="Say for each block what spoke for its role.")
@click.option("--where", is_flag=True, help="Say for each block where its words begin in the file, markup and all.")
def command(why: bool, where: bool, output: Path | None, **pages: Any) -> None:
    """Show each block of PATH... (files, folders, - or addresses) with its role: nothing is removed, only labelled."""
    world = load_world()
    told = [
        write_blocks(
            intake.page, articles, reasons=reasons, key=intake.key, refusals=(*intake.refusals, *refusals),
            places=find_places(intake, articles) if where else {},
        )
        for intake in read_intakes(**pages)
        for articles, refusals, reasons in [find_blocks(intake, world, why=why)]
    ]
    write_out("\n\n".join(told), output)
