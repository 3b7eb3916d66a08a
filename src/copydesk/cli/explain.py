"""`copydesk explain`: what is behind a line of a brief."""

from __future__ import annotations

from pathlib import Path

import click

from copydesk.cli.output import FILE
from copydesk.cli.told import load_story
from copydesk.write import write_explanation


@click.command("explain")
@click.argument("story", type=FILE)
@click.argument("line")
def command(story: Path, line: str) -> None:
    """Show page, outlet, the exact words, relays and trace behind LINE (its number or id) of STORY.json.

    STORY.json is what `copydesk brief --json` wrote; nothing else is needed.
    """
    click.echo(write_explanation(load_story(story), line), nl=False)
