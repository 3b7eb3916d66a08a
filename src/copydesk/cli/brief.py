"""`copydesk brief`: the main job, from pages to one sourced brief."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from copydesk.cli.options import FILE, read_all, read_intakes, story_options, tell_unfitting, write_out
from copydesk.errors import BadOption, BadRecord, UnreadableFile
from copydesk.record import Story
from copydesk.record.codec import read_story, write_json, write_json_lines
from copydesk.run import build_stories, compare_editions, load_corrections, load_desk
from copydesk.write import write_brief


@click.command("brief")
@story_options
@click.option("--demo", is_flag=True, help="Brief the demo story that ships with copydesk.")
@click.option("--as-of", metavar="DATE", help="Leave later articles aside; the default is the latest page.")
@click.option("--since", type=FILE, help="An earlier story (JSON): say what changed.")
@click.option("--story", "number", type=int, default=1, show_default=True, help="Which story, the largest first.")
@click.option("--all", "every", is_flag=True, help="Every story, the largest first.")
@click.option("--length", type=click.IntRange(min=1), help="At most this many lines a section; the rest is listed as left out.")
@click.option("--json", "form", flag_value="json", help="The whole record as JSON (one story a line with --all).")
@click.option("--markdown", "form", flag_value="markdown", help="Markdown.")
@click.option("--html", "form", flag_value="html", help="One self-contained page with the evidence beside each line.")
def command(demo: bool, as_of: str | None, corrections: Path | None, since: Path | None, number: int, every: bool,
            length: int | None, form: str | None, reader: str | None, output: Path | None, **pages: Any) -> None:
    """Write the brief of the story that PATH... (files, folders, addresses or - for standard input) tell."""
    if demo:
        pages = {**pages, **demo_pages()}
    desk = load_desk(reader=reader)
    rows = load_corrections(corrections) if corrections else ()
    old = load_story(since) if since else None
    reports = tuple(read_all(read_intakes(**pages), desk))
    stories = build_stories(reports, desk, as_of=as_of, corrections=rows, length=length)
    tell_unfitting(stories[0].corrections)
    chosen = stories if every else (choose_story(stories, number),)
    write_out(_write(chosen, form, to_terminal=output is None and sys.stdout.isatty(), old=old), output)
    if not every and len(stories) > 1:
        tell_others(stories, number)


def _write(stories: tuple[Story, ...], form: str | None, *, to_terminal: bool, old: Story | None) -> str:
    if form == "json":
        return write_json(stories[0]) if len(stories) == 1 else write_json_lines(stories)
    if form == "html" and len(stories) > 1:
        raise BadOption("--html writes one story; name it with --story instead of --all")
    shape = form or ("terminal" if to_terminal else "text")
    return "\n\n".join(
        write_brief(story, form=shape, changes=compare_editions(old=old, new=story) if old else None) for story in stories
    )


def choose_story(stories: tuple[Story, ...], number: int) -> Story:
    """The story of that number, 1 being the largest. Raises BadOption where there are not so many."""
    if not 1 <= number <= len(stories):
        raise BadOption(f"--story {number}: these pages tell {len(stories)} stories, numbered from 1")
    return stories[number - 1]


def tell_others(stories: tuple[Story, ...], number: int) -> None:
    """List on stderr the stories that were not written."""
    click.echo("other stories on these pages:", err=True)
    for position, story in enumerate(stories, 1):
        if position != number:
            click.echo(f"  --story {position}  {story.title} ({story.coverage.articles} articles)", err=True)


def demo_pages() -> dict[str, Any]:
    """The options of `page_options` that name the demo story's pages."""
    folder = Path(__file__).parent.parent / "demo"
    return {"paths": (), "manifest": folder / "manifest.toml"}


def load_story(path: Path) -> Story:
    """A story file. Raises UnreadableFile, or BadRecord where it is no story or holds several."""
    try:
        packed = path.read_bytes()
    except OSError as fault:
        raise UnreadableFile(f"{path}: cannot be opened ({fault.strerror})") from fault
    if packed.strip().count(b"\n{"):
        raise BadRecord(f"{path}: holds several stories, one a line; write one with `copydesk brief --story N --json`")
    try:
        return read_story(packed)
    except BadRecord as fault:
        raise BadRecord(f"{path}: {fault}") from fault
