"""`copydesk brief`: the main job, from pages to one sourced brief."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import click

from copydesk.cli.output import FILE, write_out
from copydesk.cli.told import load_story, read_told, told_options
from copydesk.errors import BadOption
from copydesk.record import Story
from copydesk.record.codec import write_json, write_json_lines
from copydesk.run import compare_editions
from copydesk.write import write_brief

if TYPE_CHECKING:
    from copydesk.write.pictures import Album


@click.command("brief")
@told_options
@click.option("--since", type=FILE, help="An earlier story (JSON): say what changed.")
@click.option("--length", type=click.IntRange(min=1), help="At most this many lines a section; the rest is listed as left out.")
@click.option("--json", "form", flag_value="json", help="The whole record as JSON (one story a line with --all).")
@click.option("--markdown", "form", flag_value="markdown", help="Markdown.")
@click.option("--html", "form", flag_value="html", help="One self-contained page with the evidence beside each line.")
@click.option("--pictures", is_flag=True, help="With pictures: in the page (--html), or in a folder beside it (--markdown -o).")
def command(since: Path | None, form: str | None, output: Path | None, pictures: bool, **told: Any) -> None:
    """Write the brief of the story that PATH... (files, folders, addresses or - for standard input) tell.

    One story file that --json wrote may stand in place of the pages: it is written anew in the form asked for.
    """
    if pictures and form not in ("html", "markdown"):
        raise BadOption("--pictures is for --html and --markdown")
    if pictures and form == "markdown" and output is None:
        raise BadOption("--markdown --pictures writes the pictures beside the brief: say where with -o FILE")
    old = load_story(since) if since else None
    stories = read_told(**told)
    if pictures and len(stories) > 1:
        raise BadOption("--pictures shows one story; name it with --story instead of --all")
    album = _write_album(stories[0], output) if pictures and form == "markdown" and output else None
    to_terminal = output is None and sys.stdout.isatty()
    inside = pictures and form == "html"
    write_out(_write(stories, form, to_terminal=to_terminal, old=old, pictures=inside, album=album), output)


def _write_album(story: Story, brief: Path) -> Album:
    """The story's pictures in a folder beside the brief, linked to its pages, else to their words in the brief."""
    from copydesk.write.pictures import draw_album, link_to_pages, link_to_words

    folder = brief.with_name(f"{brief.stem}-pictures")
    pages, words = link_to_pages(story), link_to_words(story, brief=f"../{quote(brief.name)}")
    album = draw_album(story, link=lambda evidence: pages(evidence) or words(evidence), folder=folder.name)
    try:
        folder.mkdir(exist_ok=True)
    except OSError as fault:
        raise BadOption(f"{folder}: cannot be made ({fault.strerror})") from fault
    for plate in album.plates:
        write_out(plate.svg, folder / f"{plate.kind}.svg")
    return album


def _write(
    stories: tuple[Story, ...], form: str | None, *, to_terminal: bool, old: Story | None, pictures: bool, album: Album | None,
) -> str:
    if form == "json":
        return write_json(stories[0]) if len(stories) == 1 else write_json_lines(stories)
    if form == "html" and len(stories) > 1:
        raise BadOption("--html writes one story; name it with --story instead of --all")
    shape = form or ("terminal" if to_terminal else "text")
    return "\n\n".join(
        write_brief(
            story, form=shape, changes=compare_editions(old=old, new=story) if old else None, pictures=pictures, album=album,
        )
        for story in stories
    )
