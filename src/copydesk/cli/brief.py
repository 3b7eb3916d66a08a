"""`copydesk brief`: the main job, from pages to one sourced brief."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from copydesk.cli.output import FILE, write_out
from copydesk.cli.told import load_story, read_told, told_options
from copydesk.errors import BadOption
from copydesk.record import Story
from copydesk.record.codec import write_json, write_json_lines
from copydesk.run import compare_editions
from copydesk.write import write_brief


@click.command("brief")
@told_options
@click.option("--since", type=FILE, help="An earlier story (JSON): say what changed.")
@click.option("--length", type=click.IntRange(min=1), help="At most this many lines a section; the rest is listed as left out.")
@click.option("--json", "form", flag_value="json", help="The whole record as JSON (one story a line with --all).")
@click.option("--markdown", "form", flag_value="markdown", help="Markdown.")
@click.option("--html", "form", flag_value="html", help="One self-contained page with the evidence beside each line.")
def command(since: Path | None, form: str | None, output: Path | None, **told: Any) -> None:
    """Write the brief of the story that PATH... (files, folders, addresses or - for standard input) tell.

    One story file that --json wrote may stand in place of the pages: it is written anew in the form asked for.
    """
    old = load_story(since) if since else None
    stories = read_told(**told)
    write_out(_write(stories, form, to_terminal=output is None and sys.stdout.isatty(), old=old), output)


def _write(stories: tuple[Story, ...], form: str | None, *, to_terminal: bool, old: Story | None) -> str:
    if form == "json":
        return write_json(stories[0]) if len(stories) == 1 else write_json_lines(stories)
    if form == "html" and len(stories) > 1:
        raise BadOption("--html writes one story; name it with --story instead of --all")
    shape = form or ("terminal" if to_terminal else "text")
    return "\n\n".join(
        write_brief(story, form=shape, changes=compare_editions(old=old, new=story) if old else None) for story in stories
    )
